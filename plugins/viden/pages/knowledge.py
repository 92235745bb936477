"""The knowledge map: how many posts each competence area has in each work area, the posts of each pair, and when they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from .. import addresses
from ..dates import COPENHAGEN, month_name
from ..model import COMPETENCE, WORK, Area, Facts, Library
from .links import Link
from .parts import numbered, paged, pair_feed_link, site_feed, trail
from .shelves import Shelves
from .texts import counted, describe
from .views import Cell, Count, Coverage, MapRow, MapView, PairView, Timeline, View

MAP = Link("Videnskort", addresses.KNOWLEDGE_MAP)
MONTHS = 12
"""Columns of the timeline, chosen: a year fits beside the names of the areas."""
SHADES = 4
"""Steps from few to many, chosen: more cannot be told apart at a glance."""

Pairs = Mapping[tuple[str, str], tuple[Facts, ...]]
"""(work area, competence area) → posts, newest first; a pair without posts is absent."""


def knowledge_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the map and the page of each pair of areas that has posts."""
    pairs = _pairs(library)
    yield _map(library, shelves, pairs)
    for work in library.registers.work_areas:
        for skill in library.registers.competence_areas:
            yield from _pair(work, skill, pairs.get((work.id, skill.id), ()), library)


def shade(number: int, most: int) -> int:
    """Return 0 for none, else the quarter of `most` that the number lies in, 1 to 4."""
    return -(-number * SHADES // most) if number and most else 0


def _pairs(library: Library) -> Pairs:
    found: dict[tuple[str, str], list[Facts]] = {}
    for facts in library.facts:
        for work in facts.work_areas:
            for skill in facts.competence_areas:
                found.setdefault((work, skill), []).append(facts)
    return {key: tuple(posts) for key, posts in found.items()}


def _map(library: Library, shelves: Shelves, pairs: Pairs) -> MapView:
    registers = library.registers
    most = max(map(len, pairs.values()), default=0)
    return MapView(
        template="videnskort.html",
        url=addresses.KNOWLEDGE_MAP,
        title="Videnskort",
        heading="Videnskort",
        description=describe(
            f"Hvor {registers.site.name} har viden, og hvor den mangler: "
            "hvert kompetenceområde holdt sammen med hvert arbejdsområde."
        ),
        breadcrumbs=trail(MAP),
        feeds=(site_feed(library),),
        columns=tuple(
            Count(a.label, len(shelves.areas.get(a.id, ())), addresses.area_url(WORK, a.id))
            for a in registers.work_areas
        ),
        rows=tuple(_row(a, library, shelves, pairs, most) for a in registers.competence_areas),
        total=len(library.facts),
        coverages=tuple(_coverage(a, library, pairs) for a in registers.work_areas),
        timeline=_timeline(library, shelves),
    )


def _row(skill: Area, library: Library, shelves: Shelves, pairs: Pairs, most: int) -> MapRow:
    cells = []
    for work in library.registers.work_areas:
        number = len(pairs.get((work.id, skill.id), ()))
        url = addresses.pair_url(work.id, skill.id) if number else ""
        cells.append(Cell(work.label, number, url, shade(number, most)))
    area = Link(skill.label, addresses.area_url(COMPETENCE, skill.id))
    return MapRow(area, tuple(cells), len(shelves.areas.get(skill.id, ())))


def _coverage(work: Area, library: Library, pairs: Pairs) -> Coverage:
    """Return what the work area has, most first, and what it lacks, in the register's order."""
    skills = library.registers.competence_areas
    has = [
        Count(s.label, len(pairs[work.id, s.id]), addresses.pair_url(work.id, s.id))
        for s in skills
        if (work.id, s.id) in pairs
    ]
    lacks = (Link(s.label, addresses.area_url(COMPETENCE, s.id)) for s in skills if (work.id, s.id) not in pairs)
    area = Link(work.label, addresses.area_url(WORK, work.id))
    return Coverage(area, tuple(sorted(has, key=lambda c: -c.number)), tuple(lacks))


def _pair(work: Area, skill: Area, posts: tuple[Facts, ...], library: Library) -> Iterator[PairView]:
    if not posts:
        return
    name, site = f"{work.label} + {skill.label}", library.registers.site.name
    for url, pages, rows in paged(posts, addresses.pair_url(work.id, skill.id)):
        about = f"{counted(len(posts), 'indlæg', 'indlæg')} på {site} om {skill.label} i arbejdsområdet {work.label}"
        yield PairView(
            template="omraadepar.html",
            url=url,
            title=numbered(name, pages),
            heading=name,
            kind_label="arbejdsområde og kompetenceområde",
            description=describe(numbered(about, pages), "Nyeste først."),
            breadcrumbs=trail(MAP, Link(numbered(name, pages), url)),
            feeds=(pair_feed_link(work, skill), site_feed(library)),
            work_area=Link(work.label, addresses.area_url(WORK, work.id)),
            competence_area=Link(skill.label, addresses.area_url(COMPETENCE, skill.id)),
            facts=rows,
            pages=pages,
            feed=pair_feed_link(work, skill),
        )


# --- when the posts came -------------------------------------------------------


def _timeline(library: Library, shelves: Shelves) -> Timeline | None:
    """Return the twelve months up to the newest post; the clock has no say, so the page changes with posts only."""
    if not library.facts:
        return None
    months = _months_to(_month(library.facts[0]))
    rows = [(a, Counter(map(_month, shelves.areas.get(a.id, ())))) for a in library.registers.work_areas]
    whole = Counter(map(_month, library.facts))
    most = max((numbers[m] for _, numbers in rows for m in months), default=0)
    names = {m: f"{month_name(m[1])} {m[0]}" for m in months}
    return Timeline(
        columns=tuple(Link(names[m], addresses.archive_url(*m) if whole[m] else "") for m in months),
        rows=tuple(
            MapRow(
                Link(a.label, addresses.area_url(WORK, a.id)),
                tuple(Cell(names[m], numbers[m], "", shade(numbers[m], most)) for m in months),
                sum(numbers[m] for m in months),
            )
            for a, numbers in rows
        ),
        totals=tuple(Cell(names[m], whole[m]) for m in months),
        summary=_summary(whole, months),
        total=sum(whole[m] for m in months),
    )


def _month(facts: Facts) -> tuple[int, int]:
    day = facts.published.astimezone(COPENHAGEN)
    return day.year, day.month


def _months_to(last: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    end = last[0] * 12 + last[1] - 1
    return tuple((n // 12, n % 12 + 1) for n in range(end - MONTHS + 1, end + 1))


def _summary(whole: Counter[tuple[int, int]], months: Iterable[tuple[int, int]]) -> str:
    """Return the busiest month in words, the latest of equal ones."""
    number, best = max((whole[m], m) for m in months)
    return f"Flest kom i {month_name(best[1])} {best[0]}: {counted(number, 'indlæg', 'indlæg')}."
