"""The sum for each area: its hits, what each adds, and the tier that follows."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Evidence
from .matching import Hit
from .scores import Limits, length_factor, shares, tier
from .vocabulary import Vocabulary

NAMING = frozenset(("title", "heading"))
"""Zones in which one term of weight 3 is enough."""

BOUNDLESS = 1_000_000_000
"""A score over every threshold."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An area with its hits in reading order."""

    area: str
    facet: str
    hits: tuple[Hit, ...]
    shares: tuple[int, ...]
    """What each hit adds."""
    score: int
    tier: str
    limits: Limits


def sums(found: tuple[Hit, ...], words: int, vocabulary: Vocabulary) -> tuple[Sum, ...]:
    by_area: dict[tuple[str, str], list[Hit]] = {}
    for hit in found:
        entry = vocabulary.entries[hit.entry]
        by_area.setdefault((entry.facet, entry.area), []).append(hit)
    return tuple(sum_of(area, facet, tuple(row), words, vocabulary) for (facet, area), row in sorted(by_area.items()))


def sum_of(area: str, facet: str, row: tuple[Hit, ...], words: int, vocabulary: Vocabulary) -> Sum:
    length, given = length_factor(words), [0] * len(row)
    by_entry: dict[int, list[int]] = {}
    for index, hit in enumerate(row):
        by_entry.setdefault(hit.entry, []).append(index)
    for number, own in by_entry.items():
        entry = vocabulary.entries[number]
        for index, share in zip(own, shares(entry.weight, (row[i].value for i in own), length, entry.sharing)):
            given[index] = share
    score = sum(given)
    limits = vocabulary.limits(area, facet)
    return Sum(area, facet, row, tuple(given), score, _tier(limits, score, row, vocabulary), limits)


def evidence(s: Sum, vocabulary: Vocabulary) -> tuple[Evidence, ...]:
    """Return what an editor is shown, one for each hit."""
    return tuple(
        Evidence(vocabulary.entries[hit.entry].text, hit.form, hit.zone, hit.line, hit.column, share)
        for hit, share in zip(s.hits, s.shares)
    )


def can_be_sure(s: Sum, vocabulary: Vocabulary) -> bool:
    """Return whether the area would be sure if only its score were high enough."""
    return _tier(s.limits, BOUNDLESS, s.hits, vocabulary) == "sure"


def _tier(limits: Limits, score: int, row: tuple[Hit, ...], vocabulary: Vocabulary) -> str:
    terms = len({hit.entry for hit in row})
    is_named = any(vocabulary.entries[hit.entry].weight == 3 and hit.zone in NAMING for hit in row)
    return tier(limits, score, terms, is_named)
