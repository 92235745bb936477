"""All figures of one evaluation, and their JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..judging import FACETS
from ..scores import SUGGESTION, SURE
from .curves import Point, best_suggestion, best_sure, curve
from .gold import CELL, GROUPS, PARTS
from .measures import SEED, AreaFigures, Case, Count, Figures, confusion, figures, share

ALL = "all"


@dataclass(frozen=True, slots=True)
class FacetReport:
    groups: tuple[tuple[str, Figures], ...]
    """`all`, then each group that has texts."""
    parts: tuple[tuple[str, Figures], ...]
    """Each part that was opened, alone."""
    confusion: tuple[tuple[str, str, int], ...]
    curve: tuple[Point, ...]

    @property
    def whole(self) -> Figures:
        return self.groups[0][1]


@dataclass(frozen=True, slots=True)
class AboutNone:
    """Texts that have no area of either facet."""

    texts: int
    left_empty: int
    """Nothing is listed in either facet."""
    without_sure: int
    """Nothing is applied in either facet."""


@dataclass(frozen=True, slots=True)
class Report:
    gold: str
    """The gold file as it was typed."""
    vocabulary: str
    """Hash of the compiled terms: figures of two vocabularies cannot be mistaken for each other."""
    parts: tuple[str, ...]
    facets: tuple[tuple[str, FacetReport], ...]
    about_none: AboutNone
    texts: int


def report(cases: Sequence[Case], gold: str, vocabulary: str) -> Report:
    """Return the report over all of `cases`; which parts are opened is for the caller to choose."""
    opened = tuple(part for part in PARTS if any(case.row.part == part for case in cases))
    facets = tuple((facet, _facet(cases, facet, opened)) for facet in FACETS)
    return Report(gold, vocabulary, opened, facets, about_none(cases), len(cases))


def _facet(cases: Sequence[Case], facet: str, opened: Sequence[str]) -> FacetReport:
    by_group = [(group, [c for c in cases if c.row.group == group]) for group in GROUPS]
    by_part = [(part, [c for c in cases if c.row.part == part]) for part in opened]
    return FacetReport(
        groups=((ALL, figures(cases, facet)), *((group, figures(own, facet)) for group, own in by_group if own)),
        parts=tuple((part, figures(own, facet)) for part, own in by_part),
        confusion=confusion(cases, facet),
        curve=curve(cases, facet),
    )


def about_none(cases: Sequence[Case]) -> AboutNone:
    none = [case for case in cases if not any(case.row.areas(facet) for facet in FACETS)]
    empty = [case for case in none if not case.given]
    unsure = [case for case in none if all(tag.tier != "sure" for tag in case.given)]
    return AboutNone(len(none), len(empty), len(unsure))


# --- JSON


def report_json(report: Report) -> str:
    """Return the report with sorted keys and a final newline; shares have four decimals, or null."""
    none = report.about_none
    shape = {
        "gold": report.gold,
        "vocabulary": report.vocabulary,
        "parts": report.parts,
        "texts": report.texts,
        "seed": SEED,
        "about_none": {
            "texts": none.texts,
            "left_empty": none.left_empty,
            "without_sure": none.without_sure,
            "share": rounded(share(none.left_empty, none.texts)),
        },
        "facets": {CELL[facet]: _facet_shape(facet, found) for facet, found in report.facets},
    }
    return json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _facet_shape(facet: str, found: FacetReport) -> dict[str, Any]:
    sure, suggestion = best_sure(found.curve), best_suggestion(found.curve)
    return {
        "groups": {group: _figures_shape(f) for group, f in found.groups},
        "parts": {part: _figures_shape(f) for part, f in found.parts},
        "areas": [_area_shape(a) for a in found.whole.areas],
        "confusion": [{"missed": m, "given": g, "texts": n} for m, g, n in found.confusion],
        "curve": [
            {"threshold": p.threshold, "listed": count_shape(p.listed), "sure": count_shape(p.sure)}
            for p in found.curve
        ],
        "thresholds": {"sure": SURE[facet], "suggestion": SUGGESTION[facet]},
        "best_thresholds": {
            "sure": sure.threshold if sure else None,
            "suggestion": suggestion.threshold if suggestion else None,
        },
    }


def _figures_shape(f: Figures) -> dict[str, Any]:
    names = ("precision", "recall", "f1")
    return {
        "texts": f.texts,
        **count_shape(f.listed),
        "interval": None if f.interval is None else [rounded(end) for end in f.interval],
        "macro": {name: rounded(value) for name, value in zip(names, f.macro, strict=True)},
        "sure": count_shape(f.sure),
        "reach": {"texts": f.with_gold, "reached": f.reached, "share": rounded(share(f.reached, f.with_gold))},
        "top3_recall": rounded(share(f.in_top, f.listed.gold)),
        "without_term": {"pairs": f.without_term, "share": rounded(share(f.without_term, f.listed.gold))},
        "none": {"texts": f.none, "left_empty": f.left_empty, "share": rounded(share(f.left_empty, f.none))},
    }


def count_shape(c: Count) -> dict[str, Any]:
    """Return the pairs and their shares; the recall of the sure tier is its coverage."""
    return {
        "right": c.right,
        "given": c.given,
        "gold": c.gold,
        "precision": rounded(c.precision),
        "recall": rounded(c.recall),
        "f1": rounded(c.f1),
    }


def _area_shape(a: AreaFigures) -> dict[str, Any]:
    return {
        "id": a.area,
        **count_shape(a.listed),
        "sure": count_shape(a.sure),
        "in_top3": a.in_top,
        "without_term": a.without_term,
    }
