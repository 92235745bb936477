"""Facets: which articles have which value, and how many hits each value would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Registers
from .documents import Document, facet_values

FACETS = ("kind", "workArea", "competenceArea", "author", "publisher", "series", "year")


@dataclass(frozen=True, slots=True)
class Value:
    """A facet value and the articles that have it."""

    value: str
    label: str
    articles: tuple[int, ...]
    """Article numbers, ascending."""


@dataclass(frozen=True, slots=True)
class Count:
    value: str
    label: str
    count: int


Facets = Mapping[str, tuple[Value, ...]]
Filters = Mapping[str, Iterable[str]]


def facets(documents: Iterable[Document], registers: Registers) -> dict[str, tuple[Value, ...]]:
    """Return the values of each facet, the most common first, then by value; areas without articles too."""
    found: dict[str, dict[str, tuple[str, list[int]]]] = {name: {} for name in FACETS}
    found["workArea"] = {area.id: (area.label, []) for area in registers.work_areas}
    found["competenceArea"] = {area.id: (area.label, []) for area in registers.competence_areas}
    for number, document in enumerate(documents):
        for name, values in facet_values(document, registers).items():
            for value in values:
                found[name].setdefault(value.value, (value.label, []))[1].append(number)
    return {name: _values(rows) for name, rows in found.items()}


def allowed(values: Facets, filters: Filters) -> dict[str, frozenset[int]]:
    """Return, for each facet that is filtered by, the articles with one of the wanted values.

    A value is named by its id or, whatever the case, by its label. Unknown
    facets are no filter; an unknown value lets nothing through.
    """
    found: dict[str, frozenset[int]] = {}
    for name in FACETS:
        wanted = {text.casefold() for text in filters.get(name, ()) if text}
        if wanted:
            rows = (v for v in values[name] if v.value.casefold() in wanted or v.label.casefold() in wanted)
            found[name] = frozenset(number for row in rows for number in row.articles)
    return found


def counts(
    values: Facets, matched: frozenset[int], passing: Mapping[str, frozenset[int]]
) -> dict[str, tuple[Count, ...]]:
    """Return how many hits each value has, as if the reader had not yet chosen in its own facet."""
    found: dict[str, tuple[Count, ...]] = {}
    for name in FACETS:
        others = [articles for facet, articles in passing.items() if facet != name]
        free = matched.intersection(*others)
        rows = (Count(v.value, v.label, len(free.intersection(v.articles))) for v in values[name])
        found[name] = tuple(sorted((r for r in rows if r.count), key=lambda r: (-r.count, r.value)))
    return found


def _values(rows: Mapping[str, tuple[str, list[int]]]) -> tuple[Value, ...]:
    made = (Value(value, label, tuple(numbers)) for value, (label, numbers) in rows.items())
    return tuple(sorted(made, key=lambda v: (-len(v.articles), v.value)))
