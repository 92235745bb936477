"""Which posts stand beside a post: related ones with the reason, and its neighbours in series or blog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import Facts, Library, Registers
from .links import Link
from .shelves import Shelf, Shelves
from .views import Related

RELATED = 4
"""Prescribed by the features page."""
NEAREST = 24
"""How many of each shelf are looked at, chosen: enough to rank, and the work per post stays the same at 30,000 posts."""
SAME_EVENT, SAME_SERIES, SAME_COMPETENCE, SAME_WORK, SAME_TOPIC = 12, 8, 4, 2, 1
"""Points, chosen by the editors' sense of nearness: what belongs together, then what teaches the same."""


def related(facts: Facts, library: Library, shelves: Shelves) -> tuple[Related, ...]:
    """Return at most four other posts, nearest first; equal ones newest first."""
    scored = [(_points(facts, other), other) for other in _candidates(facts, shelves)]
    near = sorted(scored, key=lambda row: (-row[0], -row[1].published.timestamp(), row[1].id))
    found = [other for points, other in near if points >= SAME_WORK]
    return tuple(Related(other, reason(facts, other, library.registers)) for other in found[:RELATED])


def reason(facts: Facts, other: Facts, registers: Registers) -> str:
    """Return in Danish why `other` stands beside the post: the strongest thing they share."""
    if facts.event and facts.event == other.event:
        return "samme arrangement"
    if facts.series and facts.series == other.series:
        series = registers.series_of(facts.series)
        return f"samme serie: {series.name}" if series else "samme serie"
    for word, own, others in (
        ("kompetenceområde", facts.competence_areas, other.competence_areas),
        ("arbejdsområde", facts.work_areas, other.work_areas),
    ):
        shared = next((registers.area(id) for id in own if id in others), None)
        if shared is not None:
            return f"samme {word}: {shared.label}"
    return "samme emneord"


Neighbours = tuple[Link | None, Link | None, str]
"""The post before, the post after, and what they walk through: `serien` or `bloggen`."""


def neighbours(shelves: Shelves) -> Mapping[str, Neighbours]:
    """Return post id → the posts before and after it in its series, else in its blog, from oldest to newest."""
    found: dict[str, Neighbours] = {}
    blogs = (tuple(reversed(row)) for row in shelves.blogs.values())
    for name, rows in (("bloggen", blogs), ("serien", (in_order(row) for row in shelves.series.values()))):
        for row in rows:
            if len(row) > 1:
                found.update(zip((f.id for f in row), _steps(row, name)))
    return found


def _steps(row: tuple[Facts, ...], name: str) -> Iterator[Neighbours]:
    links = [None, *(Link(f.title, f.url) for f in row), None]
    return ((before, after, name) for before, after in zip(links, links[2:]))


def in_order(facts: Iterable[Facts]) -> tuple[Facts, ...]:
    """Return the posts of a series by part, then oldest first; those without a part by date after the numbered ones."""
    return tuple(sorted(facts, key=lambda f: (f.part or 10_000, f.published.timestamp(), f.id)))


def _candidates(facts: Facts, shelves: Shelves) -> Iterable[Facts]:
    """Yield each post near on a shared shelf, once, never the post itself."""
    seen = {facts.id}
    for other in _near(facts, shelves):
        if other.id not in seen:
            seen.add(other.id)
            yield other


def _near(facts: Facts, shelves: Shelves) -> Iterable[Facts]:
    shared: tuple[tuple[Shelf, tuple[str, ...]], ...] = (
        (shelves.events, (facts.event,)),
        (shelves.series, (facts.series,)),
        (shelves.areas, facts.competence_areas + facts.work_areas),
    )
    for shelf, ids in shared:
        for id in ids:
            yield from shelf.get(id, ())[:NEAREST]


def _points(facts: Facts, other: Facts) -> int:
    return (
        SAME_EVENT * bool(facts.event and facts.event == other.event)
        + SAME_SERIES * bool(facts.series and facts.series == other.series)
        + SAME_COMPETENCE * len(set(facts.competence_areas) & set(other.competence_areas))
        + SAME_WORK * len(set(facts.work_areas) & set(other.work_areas))
        + SAME_TOPIC * len({t.casefold() for t in facts.tags} & {t.casefold() for t in other.tags})
    )
