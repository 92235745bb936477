"""Pointers gathered: every pointer of a stafet or an area on one page, and posters to print.

A poster holds the pointers of a whole stafet or of one of its meetings on one
sheet; where they are few, their texts too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import addresses
from ..model import Area, Event, Facts, Library, Pointer, Series
from .links import Link
from .meetings import meeting
from .parts import FACET_HEADING, FACET_WORD, area_feed, numbered, paged, site_feed, trail
from .related import in_order
from .shelves import Shelves
from .texts import counted, describe, together
from .views import Count, PointersView, PosterView, View

SERIES = Link("Serier", addresses.SERIES)
TEXTS_MOST, TEXTS_LIMIT = 6, 3000
"""Most pointers, and their characters, that fit on a sheet of A4 with their texts (measured with the poster's own type)."""
SIZES = (8, 18)
"""Most pointers in large type and in middling type; more stand in small type (measured: 36 fill the sheet)."""


def pointer_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the pages of pointers of each series and each area, and the posters of each series."""
    registers = library.registers
    for series in registers.series:
        yield from _of_series(series, library, shelves)
    for area in registers.work_areas + registers.competence_areas:
        yield from _of_area(area, library, shelves)


def all_pointers(area: Area, shelves: Shelves) -> Count | None:
    """Return how many pointers an area has, with the page of them all; None where there are none."""
    total = sum(len(f.pointers) for f in shelves.areas.get(area.id, ()))
    return Count("Alle pointer", total, addresses.area_pointers_url(area.facet, area.id)) if total else None


def _of_area(area: Area, library: Library, shelves: Shelves) -> Iterator[PointersView]:
    posts = tuple(f for f in shelves.areas.get(area.id, ()) if f.pointers)
    if not posts:
        return
    total, word = sum(len(f.pointers) for f in posts), FACET_WORD[area.facet]
    home = Link(area.label, addresses.area_url(area.facet, area.id))
    for url, pages, rows in paged(posts, addresses.area_pointers_url(area.facet, area.id)):
        about = f"{counted(total, 'pointe', 'pointer')} om {area.label} ({word}) fra {library.registers.site.name}"
        yield PointersView(
            template="pointer.html",
            url=url,
            title=numbered(f"Pointer om {area.label} ({word})", pages),
            heading=f"Pointer om {area.label}",
            kind_label=word,
            description=describe(numbered(about, pages), "De nyeste først, lige til at dele."),
            breadcrumbs=trail(
                Link(FACET_HEADING[area.facet], addresses.area_url(area.facet)),
                home,
                Link(numbered("Pointer", pages), url),
            ),
            feeds=(area_feed(area), site_feed(library)),
            section=addresses.area_url(area.facet),
            groups=_groups(rows),
            total=total,
            pages=pages,
        )


def _of_series(series: Series, library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the page of all pointers of a series that has any, and its posters."""
    posts = [f for f in in_order(shelves.series.get(series.id, ())) if f.pointers]
    if not posts:
        return
    url, total = addresses.pointers_url(series.id), sum(len(f.pointers) for f in posts)
    yield PointersView(
        template="pointer.html",
        url=url,
        title=f"Pointer fra {series.name}",
        heading=f"Pointer fra {series.name}",
        description=describe(
            f"{counted(total, 'pointe', 'pointer')} fra {series.name}: {together([f.title for f in posts])}.",
            "Alle pointer samlet på én side, lige til at dele eller skrive ud.",
        ),
        breadcrumbs=trail(SERIES, _home(series), Link("Pointer", url)),
        feeds=(site_feed(library),),
        section=addresses.SERIES,
        groups=_groups(posts),
        total=total,
        poster_url=addresses.poster_url(series.id),
    )
    yield _poster(series, None, posts, library, shelves)
    for event in series.events:
        own = [f for f in posts if f.event == event.id]
        if own:
            yield _poster(series, event, own, library, shelves)


def _poster(
    series: Series, event: Event | None, posts: Sequence[Facts], library: Library, shelves: Shelves
) -> PosterView:
    url = addresses.poster_url(series.id, event.id if event else "")
    name = f"{event.name} ({series.name})" if event else series.name
    told = meeting(event, library, shelves) if event else None
    total = sum(len(f.pointers) for f in posts)
    letters = sum(len(p.heading) + len(p.text) for f in posts for p in f.pointers)
    return PosterView(
        template="plakat.html",
        url=url,
        title=f"Plakat: {name}",
        heading=event.name if event else series.name,
        kind_label=series.name if event else "",
        description=describe(
            f"Plakat med {counted(total, 'pointe', 'pointer')} fra {name}, lige til at skrive ud på ét ark.",
            "Hæng den op, hvor kaffen bliver drukket.",
        ),
        breadcrumbs=trail(SERIES, _home(series), Link(f"Plakat: {event.name}" if event else "Plakat", url)),
        feeds=(site_feed(library),),
        section=addresses.SERIES,
        when=" · ".join(filter(None, (told.when, told.form))) if told else series.period,
        organiser=told.organiser if told else "",
        groups=_groups(posts),
        has_texts=letters <= TEXTS_LIMIT and total <= TEXTS_MOST,
        size=1 + sum(total > most for most in SIZES),
        source=posts[0].url if event and len(posts) == 1 else addresses.pointers_url(series.id),
    )


def _home(series: Series) -> Link:
    return Link(series.name, addresses.series_url(series.id))


def _groups(posts: Sequence[Facts]) -> tuple[tuple[Link, tuple[Pointer, ...]], ...]:
    return tuple((Link(f.title, f.url), f.pointers) for f in posts)
