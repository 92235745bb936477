"""The posts that a change of words is tried on: what the tagger reads of each, and what it says under a vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Post, Tag, Zone
from .deciding import decide
from .judging import tags
from .matching import hits
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Text:
    """A post as the tagger reads it."""

    post: Post
    zones: tuple[Zone, ...]
    words: int
    """Prose words, for damping."""

    @property
    def path(self) -> str:
        return self.post.place.path

    def tags(self, vocabulary: Vocabulary) -> tuple[Tag, ...]:
        """Return what the post gets, the editor's decisions included."""
        return decide(self.post, tags(self.zones, self.words, vocabulary))

    def areas(self, vocabulary: Vocabulary) -> frozenset[str]:
        """Return the ids that count for the site: the editor's, or the sure ones."""
        return frozenset(t.area for t in self.tags(vocabulary) if t.origin == "editor" or t.tier == "sure")

    def found(self, vocabulary: Vocabulary) -> tuple[tuple[int, str], ...]:
        """Return (number of the entry, form as written) of each hit, in reading order."""
        return tuple((hit.entry, hit.form) for hit in hits(self.zones, vocabulary))
