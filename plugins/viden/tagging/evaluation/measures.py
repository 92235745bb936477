"""The figures of one facet over some judged texts.

A pair is a text and an area. What `suggest` lists is claimed, in both tiers, so
precision, recall and F1 count them all; the sure tier has its own figures.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ...model import Tag
from ..judging import Ranked
from .gold import Row

SEED = 20261201
"""Of the bootstrap (chosen): the same texts give the same interval."""
RESAMPLES = 1000
OUTSIDE = 25
"""Resamples left out at each end: 95 per cent stay."""
TOP = 3
"""Places of the ranking in which a right area counts as found."""


@dataclass(frozen=True, slots=True)
class Case:
    """A judged text and what the tagger made of it."""

    row: Row
    given: tuple[Tag, ...]
    """What it lists, whatever the header says."""
    ranked: tuple[Ranked, ...]
    """All areas with points, before thresholds, caps and the guard."""
    is_guarded: bool = False

    def listed(self, facet: str) -> frozenset[str]:
        return frozenset(t.area for t in self.given if t.facet == facet)

    def sure(self, facet: str) -> frozenset[str]:
        return frozenset(t.area for t in self.given if t.facet == facet and t.tier == "sure")

    def ranking(self, facet: str) -> tuple[str, ...]:
        return tuple(r.area for r in self.ranked if r.facet == facet)


@dataclass(frozen=True, slots=True)
class Count:
    """Pairs: right among those given, given, and right by the gold file."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        return share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        return share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        return share(2 * self.right, self.given + self.gold)


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """One area: all that is listed, the sure tier, and how far the words reach."""

    area: str
    listed: Count
    sure: Count
    in_top: int
    """Gold pairs among the first of the ranking."""
    without_term: int
    """Gold pairs in whose text the area has no points at all."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured of one facet over some texts. Shares are None where there is nothing to share."""

    texts: int
    listed: Count
    interval: tuple[float, float] | None
    """Of F1: 95 per cent of the resamples of the texts lie here."""
    macro: tuple[float | None, float | None, float | None]
    """Means of precision, recall and F1 over the areas with a gold pair; an area never given has precision 0."""
    sure: Count
    with_gold: int
    """Texts that have an area of this facet."""
    reached: int
    """Those of them that get at least one right sure area."""
    none: int
    """Texts that have no area of this facet."""
    left_empty: int
    """Those of them for which nothing is listed."""
    areas: tuple[AreaFigures, ...]
    """By id: those with a gold pair or a wrong one."""

    @property
    def in_top(self) -> int:
        return sum(a.in_top for a in self.areas)

    @property
    def without_term(self) -> int:
        return sum(a.without_term for a in self.areas)


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def figures(cases: Sequence[Case], facet: str) -> Figures:
    """Return the figures of one facet over `cases`; the order of the cases changes nothing but the interval's draw."""
    gold = [case.row.areas(facet) for case in cases]
    listed = [case.listed(facet) for case in cases]
    sure = [case.sure(facet) for case in cases]
    areas = tuple(_area(area, cases, facet) for area in sorted(frozenset[str]().union(*gold, *listed)))
    known = [a for a in areas if a.listed.gold]
    return Figures(
        texts=len(cases),
        listed=_sum(map(count, listed, gold)),
        interval=interval([count(given, right) for given, right in zip(listed, gold, strict=True)]),
        macro=(
            _mean(a.listed.precision or 0.0 for a in known),
            _mean(a.listed.recall or 0.0 for a in known),
            _mean(a.listed.f1 or 0.0 for a in known),
        ),
        sure=_sum(map(count, sure, gold)),
        with_gold=sum(map(bool, gold)),
        reached=sum(bool(given & right) for given, right in zip(sure, gold, strict=True)),
        none=sum(not right for right in gold),
        left_empty=sum(not (right or given) for given, right in zip(listed, gold, strict=True)),
        areas=areas,
    )


def count(given: frozenset[str], gold: frozenset[str]) -> Count:
    return Count(len(given & gold), len(given), len(gold))


def _sum(counts: Iterable[Count]) -> Count:
    return sum(counts, Count())


def _mean(values: Iterable[float]) -> float | None:
    held = tuple(values)
    return sum(held) / len(held) if held else None


def _area(area: str, cases: Sequence[Case], facet: str) -> AreaFigures:
    def over(given_of: Callable[[Case], frozenset[str]]) -> Count:
        one = frozenset((area,))
        return _sum(count(given_of(case) & one, case.row.areas(facet) & one) for case in cases)

    rankings = [case.ranking(facet) for case in cases if area in case.row.areas(facet)]
    return AreaFigures(
        area,
        over(lambda case: case.listed(facet)),
        over(lambda case: case.sure(facet)),
        sum(area in ranking[:TOP] for ranking in rankings),
        sum(area not in ranking for ranking in rankings),
    )


def interval(counts: Sequence[Count], seed: int = SEED) -> tuple[float, float] | None:
    """Return where F1 lies in 95 of 100 resamples of the texts, drawn with replacement; None where it has no value.

    The percentile bootstrap (Efron 1979). `random()` is the one draw that Python
    promises to keep from version to version.
    """
    if not sum(c.given + c.gold for c in counts):
        return None
    draw = random.Random(seed).random  # noqa: S311 (a draw that anyone can repeat is the point)
    halves = [(2 * c.right, c.given + c.gold) for c in counts]
    values = sorted(_resampled(halves, draw) for _ in range(RESAMPLES))
    return values[OUTSIDE], values[-OUTSIDE - 1]


def _resampled(halves: Sequence[tuple[int, int]], draw: Callable[[], float]) -> float:
    right = both = 0
    for _ in halves:
        twice, pairs = halves[int(draw() * len(halves))]
        right += twice
        both += pairs
    return right / both if both else 0.0


def confusion(cases: Iterable[Case], facet: str) -> tuple[tuple[str, str, int], ...]:
    """Return (missed area, wrongly given area, texts), most texts first.

    An empty text on one side: an area was missed and nothing wrong given, or the other way round.
    """
    pairs: dict[tuple[str, str], int] = {}
    for case in cases:
        gold, listed = case.row.areas(facet), case.listed(facet)
        for missed in sorted(gold - listed) or [""]:
            for wrong in sorted(listed - gold) or [""]:
                if missed or wrong:
                    pairs[missed, wrong] = pairs.get((missed, wrong), 0) + 1
    return tuple((m, w, n) for (m, w), n in sorted(pairs.items(), key=lambda item: (-item[1], item[0])))
