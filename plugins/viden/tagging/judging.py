"""From hits to tags: the sum for each area, its tier, its evidence, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import COMPETENCE, WORK, Evidence, Tag, Zone
from .guarding import Standing, guard
from .matching import Hit, hits
from .scores import HALF, MOST, length_factor, shares, tier
from .vocabulary import Vocabulary

FACETS = (COMPETENCE, WORK)
NAMING = frozenset(("title", "heading"))


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The fewest hits whose loss would change an area's tier, and what would be left."""

    area: str
    lost: tuple[Evidence, ...]
    """In reading order."""
    score: int
    tier: str
    """What the area would be: `suggestion`, or empty for nothing."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the tagger has to say of a post."""

    tags: tuple[Tag, ...]
    guard: str = ""
    """Danish: why the post gets nothing, or empty."""
    counterfactuals: tuple[Counterfactual, ...] = ()
    """One for each tag, in the tags' order."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """An area with its hits in reading order."""

    area: str
    facet: str
    hits: tuple[Hit, ...]
    evidence: tuple[Evidence, ...]
    """One for each hit."""
    score: int
    tier: str


def tags(zones: Iterable[Zone], words: int, vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """Return the areas proposed: competence areas first, in each facet the highest score first, ties by id.

    `words` is the number of prose words, for damping. An advert or a calendar
    gets none.
    """
    read = tuple(zones)
    sums = _sums(hits(read, vocabulary), words, vocabulary)
    return () if guard(read, map(_standing, sums)) else tuple(_tag(s) for s in _chosen(sums))


def judge(zones: Iterable[Zone], words: int, vocabulary: Vocabulary) -> Judgement:
    """Return the same tags as `tags`, with the guard's reason and the counterfactuals."""
    read = tuple(zones)
    sums = _sums(hits(read, vocabulary), words, vocabulary)
    if reason := guard(read, map(_standing, sums)):
        return Judgement((), reason)
    kept = _chosen(sums)
    return Judgement(tuple(_tag(s) for s in kept), "", tuple(_counterfactual(s, words, vocabulary) for s in kept))


def _sums(found: tuple[Hit, ...], words: int, vocabulary: Vocabulary) -> tuple[_Sum, ...]:
    by_area: dict[tuple[str, str], list[Hit]] = {}
    for hit in found:
        entry = vocabulary.entries[hit.entry]
        by_area.setdefault((entry.facet, entry.area), []).append(hit)
    return tuple(_sum(area, facet, tuple(row), words, vocabulary) for (facet, area), row in sorted(by_area.items()))


def _sum(area: str, facet: str, row: tuple[Hit, ...], words: int, vocabulary: Vocabulary) -> _Sum:
    length, given = length_factor(words), [0] * len(row)
    for number in dict.fromkeys(hit.entry for hit in row):
        entry, own = vocabulary.entries[number], [i for i, hit in enumerate(row) if hit.entry == number]
        for index, share in zip(own, shares(entry.weight, (row[i].value for i in own), length, entry.sharing)):
            given[index] = share
    evidence = tuple(
        Evidence(vocabulary.entries[hit.entry].text, hit.form, hit.zone, hit.line, hit.column, share)
        for hit, share in zip(row, given)
    )
    score = sum(given)
    return _Sum(area, facet, row, evidence, score, _tier(facet, score, row, vocabulary))


def _tier(facet: str, score: int, row: tuple[Hit, ...], vocabulary: Vocabulary) -> str:
    terms = len({hit.entry for hit in row})
    is_named = any(vocabulary.entries[hit.entry].weight == 3 and hit.zone in NAMING for hit in row)
    return tier(facet, score, terms, is_named)


def _chosen(sums: tuple[_Sum, ...]) -> tuple[_Sum, ...]:
    """Return the areas that are listed: over a threshold, not under half the top, at most the facet's number."""
    kept: list[_Sum] = []
    for facet in FACETS:
        own = sorted((s for s in sums if s.facet == facet), key=lambda s: (-s.score, s.area))
        kept += [s for s in own if s.tier and HALF * s.score >= own[0].score][: MOST[facet]]
    return tuple(kept)


def _tag(s: _Sum) -> Tag:
    return Tag(s.area, s.facet, s.tier, s.score, "tagger", tuple(e for e in s.evidence if e.share))


def _standing(s: _Sum) -> Standing:
    lists = sum(e.share for e in s.evidence if e.zone == "list")
    outside = len({hit.entry for hit in s.hits if hit.zone != "list"})
    return Standing(s.facet, s.score, lists, outside)


def _counterfactual(s: _Sum, words: int, vocabulary: Vocabulary) -> Counterfactual:
    """Return the smallest loss: one hit if one will do, else hits by falling share, the needless put back."""

    def without(lost: frozenset[int]) -> _Sum:
        return _sum(s.area, s.facet, tuple(h for i, h in enumerate(s.hits) if i not in lost), words, vocabulary)

    order = sorted(range(len(s.hits)), key=lambda i: (-s.evidence[i].share, i))
    lost = next((frozenset((i,)) for i in order if without(frozenset((i,))).tier != s.tier), frozenset[int]())
    for index in order if not lost else ():
        lost |= {index}
        if without(lost).tier != s.tier:
            break
    for index in sorted(lost, key=lambda i: (s.evidence[i].share, -i)):
        if len(lost) > 1 and without(lost - {index}).tier != s.tier:
            lost -= {index}
    left = without(lost)
    return Counterfactual(s.area, tuple(s.evidence[i] for i in sorted(lost)), left.score, left.tier)
