"""The pages of the areas: both lists, and each area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from .. import addresses
from ..model import COMPETENCE, KINDS, WORK, Area, Facts, Library, Registers
from .bylines import kind_of
from .calls import call
from .links import Link
from .meetings import meetings_of
from .parts import (
    FACET_HEADING,
    FACET_WORD,
    PAGE_SIZE,
    area_feed,
    numbered,
    paged,
    pointer_links,
    site_feed,
    trail,
)
from .pointers import all_pointers
from .shelves import Shelves
from .texts import describe
from .views import AreasView, AreaTile, AreaView, Count, Group, View

NEAR = 5
"""Most related areas shown on an area's page, chosen."""
POINTERS = 12
"""Most pointers shown on an area's page, chosen."""
INTROS = {
    COMPETENCE: "Hvad handler det om? Her er viden ordnet efter de kompetencer, den styrker.",
    WORK: "Hvor arbejder du? Her er viden ordnet efter de fagområder, den skal bruges i.",
}
"""Above the list of a facet where `site.yaml` has no words of its own."""
KIND_ORDER = {kind.id: number for number, kind in enumerate(KINDS)}


def area_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the list of each facet and the pages of each area."""
    for facet in (WORK, COMPETENCE):
        yield _list(facet, library, shelves)
        for area in areas_of(facet, library.registers):
            yield from _area(area, library, shelves)


def _intro(facet: str, library: Library) -> str:
    site = library.registers.site
    return (site.competence_intro if facet == COMPETENCE else site.work_intro) or INTROS[facet]


def areas_of(facet: str, registers: Registers) -> tuple[Area, ...]:
    """Return the areas of a facet in the register's order."""
    return registers.competence_areas if facet == COMPETENCE else registers.work_areas


def area_tiles(facet: str, library: Library, shelves: Shelves) -> tuple[AreaTile, ...]:
    """Return every area with its number of posts, its definition and its newest post, in the register's order."""
    rows = ((a, shelves.areas.get(a.id, ())) for a in areas_of(facet, library.registers))
    return tuple(
        AreaTile(
            a.label,
            len(posts),
            addresses.area_url(facet, a.id),
            a.definition,
            Link(posts[0].title, posts[0].url) if posts else None,
        )
        for a, posts in rows
    )


def area_counts(facet: str, library: Library, shelves: Shelves) -> tuple[Count, ...]:
    """Return every area with its number of posts and its definition, in the register's order."""
    return tuple(
        Count(a.label, len(shelves.areas.get(a.id, ())), addresses.area_url(facet, a.id), a.definition)
        for a in areas_of(facet, library.registers)
    )


def by_kind(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Return the posts kind by kind in the contract's order; within a kind they keep their order."""
    return tuple(sorted(facts, key=lambda f: KIND_ORDER[kind_of(f).id]))


def _list(facet: str, library: Library, shelves: Shelves) -> AreasView:
    url = addresses.area_url(facet)
    return AreasView(
        template="omraader.html",
        url=url,
        title=FACET_HEADING[facet],
        heading=FACET_HEADING[facet],
        description=describe(_intro(facet, library), INTROS[facet]),
        breadcrumbs=trail(Link(FACET_HEADING[facet], url)),
        feeds=(site_feed(library),),
        section=url,
        areas=area_tiles(facet, library, shelves),
        intro=_intro(facet, library),
    )


def _area(area: Area, library: Library, shelves: Shelves) -> Iterator[AreaView]:
    posts = by_kind(shelves.areas.get(area.id, ()))
    url, parent = addresses.area_url(area.facet, area.id), addresses.area_url(area.facet)
    other = WORK if area.facet == COMPETENCE else COMPETENCE
    kinds, others, near = _kinds(posts, url), _shared(posts, area, other, library), _near(posts, area, library)
    events = meetings_of(area, library, shelves)
    numbers = Counter(kind_of(f).id for f in posts)
    for address, pages, rows in paged(posts, url):
        yield AreaView(
            template="omraade.html",
            url=address,
            title=numbered(f"{area.label} ({FACET_WORD[area.facet]})", pages),
            heading=area.label,
            kind_label=FACET_WORD[area.facet],
            description=_description(area, pages.number),
            breadcrumbs=trail(Link(FACET_HEADING[area.facet], parent), Link(numbered(area.label, pages), address)),
            feeds=(area_feed(area), site_feed(library)),
            section=parent,
            area=area,
            kinds=kinds,
            groups=_groups(rows, numbers),
            pages=pages,
            pointers=pointer_links(shelves.areas.get(area.id, ()), POINTERS) if pages.number == 1 else (),
            all_pointers=all_pointers(area, shelves),
            others=others,
            others_heading=FACET_HEADING[other],
            near=near,
            events=tuple(e for e in events if not e.is_over) if pages.number == 1 else (),
            calendar=addresses.area_calendar_path(area.facet, area.id) if events else "",
            call=call(area, library),
        )


def _description(area: Area, page: int) -> str:
    """Return the definition; which page of the list it is comes first, so that each is its own."""
    lead = f"Side {page}: " if page > 1 else ""
    filler = f"Viden, artikler og pointer om {area.label.lower()}, de nyeste først."
    return describe(lead + (area.definition or filler), filler)


def _kinds(posts: Sequence[Facts], url: str) -> tuple[Count, ...]:
    """Return each kind with its number, linked to the page and place where it begins."""
    begins: dict[str, int] = {}
    for at, facts in enumerate(posts):
        begins.setdefault(kind_of(facts).id, at)
    numbers = Counter(kind_of(f).id for f in posts)
    return tuple(
        Count(k.plural, numbers[k.id], f"{addresses.page_of(url, begins[k.id] // PAGE_SIZE + 1)}#{k.id}")
        for k in KINDS
        if k.id in numbers
    )


def _groups(rows: Sequence[Facts], numbers: Mapping[str, int]) -> tuple[Group, ...]:
    groups = ((k, tuple(f for f in rows if kind_of(f).id == k.id)) for k in KINDS)
    return tuple(Group(k.plural, k.id, facts, numbers[k.id]) for k, facts in groups if facts)


def _shared(posts: Sequence[Facts], area: Area, facet: str, library: Library) -> tuple[Count, ...]:
    """Return the areas of the other facet that these posts have, most posts first, each with the page of the pair."""
    return tuple(
        Count(a.label, number, addresses.pair_url(*((a.id, area.id) if facet == WORK else (area.id, a.id))))
        for a, number in _counted(posts, facet, library)
    )


def _near(posts: Sequence[Facts], area: Area, library: Library) -> tuple[Count, ...]:
    """Return the areas of the same facet that share most posts with this one."""
    found = (row for row in _counted(posts, area.facet, library) if row[0].id != area.id)
    return tuple(Count(a.label, number, addresses.area_url(a.facet, a.id)) for a, number in islice(found, NEAR))


def _counted(posts: Sequence[Facts], facet: str, library: Library) -> list[tuple[Area, int]]:
    """Return the areas of a facet that these posts have with the number of posts, most first, else in the register's order."""
    numbers = Counter(id for f in posts for id in (f.competence_areas if facet == COMPETENCE else f.work_areas))
    found = [(a, numbers[a.id]) for a in areas_of(facet, library.registers) if numbers[a.id]]
    return sorted(found, key=lambda row: -row[1])
