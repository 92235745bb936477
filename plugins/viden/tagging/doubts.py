"""The areas on which an editor's eye is best spent: those that a few words more or less would have changed."""

from __future__ import annotations

from ..model import Tag, TaggedPost
from .scores import sure_limit

NEAR = 5
"""Within one part in so many of the sure threshold a score is near it (chosen: one strong word in a plain text)."""


def doubts(tagged: TaggedPost) -> tuple[Tag, ...]:
    """Return the tagger's areas that are near the sure threshold from either side, in the tags' order.

    So is a suggestion with points enough that lacks a second word. What an
    editor decided is no doubt any more.
    """
    return tuple(tag for tag in tagged.tags if tag.origin == "tagger" and _is_near(tag))


def _is_near(tag: Tag) -> bool:
    limit = sure_limit(tag)
    gap = tag.score - limit
    return NEAR * abs(gap) <= limit or (gap > 0 and tag.tier != "sure")
