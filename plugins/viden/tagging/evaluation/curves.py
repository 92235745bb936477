"""What other thresholds would give: from the same rankings, so that only the threshold changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..scores import MOST, is_near_top
from .measures import Case, Count, count

STEP = 250
HIGHEST = 12_000
"""Thresholds that are tried, in thousandths (chosen: above the highest, few scores are left)."""
TRUSTED = 0.95
"""Precision that the sure tier must have."""


@dataclass(frozen=True, slots=True)
class Point:
    """A threshold and the pairs it would give, if it were the suggestion threshold and if it were the sure one."""

    threshold: int
    listed: Count
    sure: Count


def curve(cases: Sequence[Case], facet: str) -> tuple[Point, ...]:
    """Return one point for each threshold that is tried, lowest first."""
    return tuple(_point(cases, facet, threshold) for threshold in range(STEP, HIGHEST + 1, STEP))


def _point(cases: Sequence[Case], facet: str, threshold: int) -> Point:
    listed = sure = Count()
    for case in cases:
        gold, rows = case.row.areas(facet), [r for r in case.ranked if r.facet == facet and not case.is_guarded]
        kept = [r for r in rows if r.score >= threshold and is_near_top(facet, r.score, rows[0].score)][: MOST[facet]]
        listed += count(frozenset(r.area for r in kept), gold)
        sure += count(frozenset(r.area for r in kept if r.can_be_sure), gold)
    return Point(threshold, listed, sure)


def best_suggestion(points: Sequence[Point]) -> Point | None:
    """Return the point with the highest F1, the lowest threshold of equals."""
    return max(points, key=lambda p: (p.listed.f1 or 0.0, -p.threshold), default=None)


def best_sure(points: Sequence[Point]) -> Point | None:
    """Return the lowest threshold at which the sure tier can be trusted, or None."""
    return next((p for p in points if (p.sure.precision or 0.0) >= TRUSTED), None)
