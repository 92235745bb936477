"""From hits to tags: the sum for each area, its tier, its evidence, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import COMPETENCE, WORK, Tag, Zone
from .explaining import Counterfactual, counterfactual
from .guarding import Standing, guard
from .matching import hits
from .scores import MOST, is_near_top
from .summing import Sum, can_be_sure, evidence, sums
from .vocabulary import Vocabulary

FACETS = (COMPETENCE, WORK)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the tagger has to say of a post."""

    tags: tuple[Tag, ...]
    guard: str = ""
    """Danish: why the post gets nothing, or empty."""
    counterfactuals: tuple[Counterfactual, ...] = ()
    """One for each tag, in the tags' order."""
    others: tuple[Other, ...] = ()
    """Areas with points that are not proposed, in the tags' order."""


@dataclass(frozen=True, slots=True)
class Other:
    """An area with points that is not proposed."""

    tag: Tag
    """What it would be by its score alone; its tier may be empty."""
    reason: str
    """`below` the threshold of suggestions, too `far` below the facet's top, past the `most` a facet may have, or `guard`."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An area with its score, before thresholds, caps and the guard."""

    area: str
    facet: str
    score: int
    can_be_sure: bool
    """Whether its hits would make it sure if only the score were high enough."""


def ranking(zones: Iterable[Zone], words: int, vocabulary: Vocabulary) -> tuple[Ranked, ...]:
    """Return every area that has points: in each facet the highest score first, ties by id.

    For judging the tagger: what no threshold, cap or guard has cut away yet.
    """
    found = (s for s in sums(hits(tuple(zones), vocabulary), words, vocabulary) if s.score)
    ordered = sorted(found, key=lambda s: (FACETS.index(s.facet), -s.score, s.area))
    return tuple(Ranked(s.area, s.facet, s.score, can_be_sure(s, vocabulary)) for s in ordered)


def tags(zones: Iterable[Zone], words: int, vocabulary: Vocabulary) -> tuple[Tag, ...]:
    """Return the areas proposed: competence areas first, in each facet the highest score first, ties by id.

    `words` is the number of prose words, for damping. An advert or a calendar
    gets none.
    """
    read = tuple(zones)
    found = sums(hits(read, vocabulary), words, vocabulary)
    kept = _chosen(found)
    return () if not kept or guard(read, map(_standing, found)) else tuple(_tag(s, vocabulary) for s in kept)


def judge(zones: Iterable[Zone], words: int, vocabulary: Vocabulary) -> Judgement:
    """Return the same tags as `tags`, with the guard's reason and the counterfactuals."""
    read = tuple(zones)
    found = sums(hits(read, vocabulary), words, vocabulary)
    kept = _chosen(found)
    if reason := guard(read, map(_standing, found)):
        return Judgement((), reason, (), _others(found, (), kept, vocabulary))
    reasons = tuple(counterfactual(s, words, vocabulary) for s in kept)
    return Judgement(tuple(_tag(s, vocabulary) for s in kept), "", reasons, _others(found, kept, (), vocabulary))


def _others(
    found: tuple[Sum, ...], kept: tuple[Sum, ...], guarded: tuple[Sum, ...], vocabulary: Vocabulary
) -> tuple[Other, ...]:
    left = sorted(
        (s for s in found if s.score and s not in kept), key=lambda s: (FACETS.index(s.facet), -s.score, s.area)
    )
    top = {facet: max(s.score for s in found if s.facet == facet) for facet in {s.facet for s in found}}
    return tuple(Other(_tag(s, vocabulary), "guard" if s in guarded else _why_not(s, top[s.facet])) for s in left)


def _why_not(s: Sum, top: int) -> str:
    if not s.tier:
        return "below"
    return "most" if is_near_top(s.facet, s.score, top) else "far"


def _chosen(found: tuple[Sum, ...]) -> tuple[Sum, ...]:
    """Return the areas that are listed: over a threshold, not far below the top, at most the facet's number."""
    kept: list[Sum] = []
    for facet in FACETS:
        own = sorted((s for s in found if s.facet == facet), key=lambda s: (-s.score, s.area))
        kept += [s for s in own if s.tier and is_near_top(facet, s.score, own[0].score)][: MOST[facet]]
    return tuple(kept)


def _tag(s: Sum, vocabulary: Vocabulary) -> Tag:
    shown = tuple(e for e in evidence(s, vocabulary) if e.share)
    return Tag(s.area, s.facet, s.tier, s.score, "tagger", shown, s.limits.sure)


def _standing(s: Sum) -> Standing:
    lists = sum(share for hit, share in zip(s.hits, s.shares) if hit.zone == "list")
    outside = len({hit.entry for hit in s.hits if hit.zone != "list"})
    return Standing(s.facet, s.score, lists, outside)
