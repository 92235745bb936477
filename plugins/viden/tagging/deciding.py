"""The editor decides; the tagger only proposes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import COMPETENCE, WORK, Post, Tag


def decide(post: Post, proposed: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """Return the post's tags: the editor's own where the header names areas, else what is proposed.

    An empty value in the header means none. A rejected area is taken away. An
    area that the editor gave keeps the evidence that the tagger found for it.
    """
    given = {COMPETENCE: post.competence_areas, WORK: post.work_areas}
    decided: list[Tag] = []
    for facet, ids in given.items():
        own = [tag for tag in proposed if tag.facet == facet]
        decided += own if ids is None else [_given(facet, area, own) for area in dict.fromkeys(ids)]
    return tuple(tag for tag in decided if tag.origin == "editor" or tag.area not in post.reject_areas)


def chosen(tags: Iterable[Tag], facet: str) -> tuple[str, ...]:
    """Return the ids that count for the site: the editor's, or the sure ones."""
    return tuple(t.area for t in tags if t.facet == facet and (t.origin == "editor" or t.tier == "sure"))


def _given(facet: str, area: str, proposed: list[Tag]) -> Tag:
    found = next((tag for tag in proposed if tag.area == area), None)
    return Tag(area, facet, "sure", 0, "editor") if found is None else replace(found, tier="sure", origin="editor")
