"""What another vocabulary would change: each post whose areas move, by how much, and the terms that did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import COMPETENCE, WORK, Tag
from .archive import Text
from .judging import judge
from .matching import hits
from .summing import Sum, evidence, sums
from .vocabulary import Vocabulary

MOST_TERMS = 3
"""Terms named as the cause of a move; the rest adds little."""
FACETS = (COMPETENCE, WORK)
RANKS = ("", "suggestion", "sure")


@dataclass(frozen=True, slots=True)
class Move:
    """An area of a post that stands elsewhere under the new vocabulary."""

    id: str
    path: str
    title: str
    area: str
    facet: str
    before: str
    """`sure`, `suggestion`, or empty for not listed."""
    after: str
    score_before: int
    score_after: int
    terms: tuple[tuple[str, int], ...]
    """(term, thousandths that it gives more or less), the greatest change first, all in the move's direction."""
    reason: str = ""
    """Danish: what did it where no term of the area did, or empty."""

    @property
    def way(self) -> str:
        """`added`, `lost`, `up` or `down`."""
        if not self.before or not self.after:
            return "added" if self.after else "lost"
        return "up" if self.after == "sure" else "down"


@dataclass(frozen=True, slots=True)
class Impact:
    """All moves over some posts."""

    posts: int
    moves: tuple[Move, ...]
    """By path, facet and area."""

    @property
    def moved(self) -> int:
        """How many posts are given other areas, or other tiers."""
        return len({move.path for move in self.moves})

    def sums(self) -> tuple[tuple[str, str, Mapping[str, int]], ...]:
        """Return (facet, area, way → posts) of each area that moves somewhere."""
        counts: dict[tuple[int, str], Counter[str]] = {}
        for move in self.moves:
            counts.setdefault((FACETS.index(move.facet), move.area), Counter())[move.way] += 1
        return tuple((FACETS[facet], area, counts[facet, area]) for facet, area in sorted(counts))


def impact(texts: Iterable[Text], old: Vocabulary, new: Vocabulary) -> Impact:
    """Return what moves in `texts` from one vocabulary to the other; what an editor decided does not move."""
    ordered = sorted(texts, key=lambda t: t.path)
    return Impact(len(ordered), tuple(move for text in ordered for move in moves(text, old, new)))


def moves(text: Text, old: Vocabulary, new: Vocabulary) -> tuple[Move, ...]:
    """Return the moves of one post, by facet and area."""
    before, after = _listed(text.tags(old)), _listed(text.tags(new))
    names = sorted(before.keys() | after.keys(), key=lambda name: (FACETS.index(name[0]), name[1]))
    changed = [name for name in names if before.get(name, "") != after.get(name, "")]
    if not changed:
        return ()
    first, then = _Standing.of(text, old), _Standing.of(text, new)
    return tuple(
        _move(text, name, (before.get(name, ""), after.get(name, "")), first, then)
        for name in changed
        if "editor" not in (before.get(name), after.get(name))
    )


def _listed(tags: Iterable[Tag]) -> dict[tuple[str, str], str]:
    return {(t.facet, t.area): t.tier if t.origin == "tagger" else "editor" for t in tags}


@dataclass(frozen=True, slots=True)
class _Standing:
    """All sums of a post under one vocabulary, before thresholds."""

    sums: Mapping[tuple[str, str], Sum]
    guard: str
    vocabulary: Vocabulary

    @classmethod
    def of(cls, text: Text, vocabulary: Vocabulary) -> _Standing:
        found = sums(hits(text.zones, vocabulary), text.words, vocabulary)
        return cls({(s.facet, s.area): s for s in found}, judge(text.zones, text.words, vocabulary).guard, vocabulary)

    def score(self, name: tuple[str, str]) -> int:
        return self.sums[name].score if name in self.sums else 0

    def tier(self, name: tuple[str, str]) -> str:
        """Return the tier that the area's own words give it, whatever other areas have."""
        return self.sums[name].tier if name in self.sums else ""

    def terms(self, name: tuple[str, str]) -> Counter[str]:
        """Return term → thousandths."""
        given: Counter[str] = Counter()
        for piece in evidence(self.sums[name], self.vocabulary) if name in self.sums else ():
            given[piece.term] += piece.share
        return given


def _move(text: Text, name: tuple[str, str], tiers: tuple[str, str], first: _Standing, then: _Standing) -> Move:
    facet, area = name
    is_rise = RANKS.index(tiers[1]) > RANKS.index(tiers[0])
    reason = _reason(name, is_rise, first, then)
    terms = () if reason else _causes(first.terms(name), then.terms(name), is_rise)
    scores = first.score(name), then.score(name)
    return Move(text.post.id, text.path, text.post.title, area, facet, *tiers, *scores, terms, reason)


def _causes(old: Counter[str], new: Counter[str], is_rise: bool) -> tuple[tuple[str, int], ...]:
    gains = ((term, new[term] - old[term]) for term in old.keys() | new.keys())
    fitting = ((term, gain) for term, gain in gains if (gain > 0 if is_rise else gain < 0))
    return tuple(sorted(fitting, key=lambda item: (-abs(item[1]), item[0])))[:MOST_TERMS]


def _reason(name: tuple[str, str], is_rise: bool, first: _Standing, then: _Standing) -> str:
    """Return in Danish what moved an area that no word of its own moved; empty where its words did."""
    if first.guard != then.guard:
        return then.guard or "Teksten ligner ikke længere et opslag eller en liste."
    rise = RANKS.index(then.tier(name)) - RANKS.index(first.tier(name))
    if rise > 0 if is_rise else rise < 0:
        return "" if first.terms(name) != then.terms(name) else "Grænsen er flyttet."
    return "Et andet område fik færre point." if is_rise else "Et andet område fik flere point."
