"""The pages of publishers, blogs and series: what posts belong to beside their areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import addresses
from ..model import COMPETENCE, Blog, Library, Publisher, Series
from .links import Link
from .meetings import meeting, series_calendar
from .parts import feed_link, numbered, own_feed, paged, site_feed, trail
from .related import in_order
from .senders import areas_of, counts, events_of, senders
from .shelves import Shelves
from .texts import counted, describe
from .views import (
    BlogCard,
    BlogsView,
    BlogView,
    Count,
    Line,
    Piece,
    PublishersView,
    PublisherView,
    SeriesListView,
    SeriesView,
    View,
)

PUBLISHERS = Link("Udgivere", addresses.PUBLISHERS)
BLOGS = Link("Blogs", addresses.BLOGS)
SERIES = Link("Serier", addresses.SERIES)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def group_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the lists and pages of publishers, blogs and series."""
    yield _publishers(library, shelves)
    for publisher in library.registers.publishers:
        yield from _publisher(publisher, library, shelves)
    yield _blogs(library, shelves)
    for blog in library.registers.blogs:
        yield from _blog(blog, library, shelves)
    yield _series_list(library, shelves)
    for series in library.registers.series:
        yield _series(series, library, shelves)


def _publishers(library: Library, shelves: Shelves) -> PublishersView:
    site = library.registers.site
    return PublishersView(
        template="udgivere.html",
        url=addresses.PUBLISHERS,
        title="Udgivere",
        heading="Udgivere",
        description=describe(f"De organisationer, der deler viden på {site.name}, og hvor meget de har delt."),
        breadcrumbs=trail(PUBLISHERS),
        feeds=(site_feed(library),),
        publishers=tuple(senders(library, shelves).values()),
        become=become_line(site.become_publisher),
    )


def become_line(written: str) -> Line:
    """Return what `site.yaml` says about becoming a publisher, the address in it as a link that says where it leads."""
    found = _ADDRESS.search(written)
    if found is None:
        return (Piece(written),) if written else ()
    words = " ".join(f"{written[: found.start()]} {written[found.end() :]}".split())
    opening = (Piece(f"{words} "),) if words else ()
    if "://" in found[0]:
        return (*opening, Piece("Sådan bliver din organisation udgiver", found[0]))
    return (*opening, Piece("Skriv til "), Piece(found[0], f"mailto:{found[0]}"), Piece("."))


def _publisher(publisher: Publisher, library: Library, shelves: Shelves) -> Iterator[PublisherView]:
    posts = shelves.publishers.get(publisher.id, ())
    site = library.registers.site.name
    about = publisher.text or f"{publisher.name} deler viden på {site}."
    told = counts(publisher, library, shelves)
    events = tuple(meeting(e, library, shelves) for e in events_of(publisher, library))
    areas = tuple(
        Count(area.label, number, addresses.area_url(COMPETENCE, area.id))
        for area, number in areas_of(publisher, library, shelves)
    )
    for url, pages, rows in paged(posts, addresses.publisher_url(publisher.id)):
        yield PublisherView(
            template="udgiver.html",
            url=url,
            title=numbered(f"{publisher.name} (udgiver)", pages),
            heading=publisher.name,
            kind_label="udgiver",
            description=describe(
                _of_page(about, pages.number), f"{publisher.name} udgiver viden på {site}.", AFTERWORD
            ),
            breadcrumbs=trail(PUBLISHERS, Link(numbered(publisher.name, pages), url)),
            feeds=own_feed(publisher.name, addresses.publisher_feed(publisher.id), library, bool(posts)),
            publisher=publisher,
            counts=told,
            facts=rows,
            pages=pages,
            events=events,
            competence_areas=areas,
        )


AFTERWORD = "Se artikler, arrangementer og kompetenceområder samlet."


def _of_page(text: str, number: int) -> str:
    return text if number == 1 else f"Side {number}: {text}"


def _blogs(library: Library, shelves: Shelves) -> BlogsView:
    rows = ((b, len(shelves.blogs[b.id])) for b in library.registers.blogs if b.id in shelves.blogs)
    return BlogsView(
        template="blogs.html",
        url=addresses.BLOGS,
        title="Vores blogs",
        heading="Vores blogs",
        description=describe(
            f"Faste stemmer på {library.registers.site.name}: alle blogs, hvem der skriver dem, og hvad de handler om."
        ),
        breadcrumbs=trail(BLOGS),
        feeds=(site_feed(library),),
        blogs=tuple(
            BlogCard(
                b.name,
                n,
                addresses.blog_url(b.id),
                b.tagline,
                _owner(b, library),
                feed_link(b.name, addresses.blog_feed(b.id)),
            )
            for b, n in rows
        ),
    )


def _owner(blog: Blog, library: Library) -> Link | None:
    owner = library.registers.person(blog.owner)
    return Link(owner.name, addresses.person_url(owner.id)) if owner else None


def _blog(blog: Blog, library: Library, shelves: Shelves) -> Iterator[BlogView]:
    about = f"{blog.name}: {blog.tagline}" if blog.tagline else f"Bloggen {blog.name}"
    for url, pages, rows in paged(shelves.blogs.get(blog.id, ()), addresses.blog_url(blog.id)):
        yield BlogView(
            template="blog.html",
            url=url,
            title=numbered(f"{blog.name} (blog)", pages),
            heading=blog.name,
            kind_label="blog",
            description=describe(
                _of_page(about, pages.number), f"Alle blogindlæg på {library.registers.site.name}, nyeste først."
            ),
            breadcrumbs=trail(BLOGS, Link(numbered(blog.name, pages), url)),
            feeds=own_feed(blog.name, addresses.blog_feed(blog.id), library, bool(rows)),
            blog=blog,
            owner=_owner(blog, library),
            facts=rows,
            pages=pages,
            # No list names a blog without posts; its page waits for them, unlisted.
            is_indexed=bool(rows),
        )


def _series_list(library: Library, shelves: Shelves) -> SeriesListView:
    return SeriesListView(
        template="serier.html",
        url=addresses.SERIES,
        title="Serier",
        heading="Serier",
        description=describe(
            "Stafetter og serier: rækker af arrangementer og artikler, der hører sammen og læses i rækkefølge."
        ),
        breadcrumbs=trail(SERIES),
        feeds=(site_feed(library),),
        section=addresses.SERIES,
        series=tuple(
            Count(s.name, len(shelves.series.get(s.id, ())), addresses.series_url(s.id), _extent(s))
            for s in library.registers.series
        ),
    )


def _extent(series: Series) -> str:
    """Return "3 arrangementer fra oktober 2026 til februar 2027"."""
    many = counted(len(series.events), "arrangement", "arrangementer") if series.events else ""
    return " ".join(filter(None, (many, series.period)))


def _series(series: Series, library: Library, shelves: Shelves) -> SeriesView:
    posts = shelves.series.get(series.id, ())
    events = {e.id for e in series.events}
    url = addresses.series_url(series.id)
    return SeriesView(
        template="serie.html",
        url=url,
        title=f"{series.name} (serie)",
        heading=series.name,
        kind_label="serie",
        description=describe(
            series.description or f"Serien {series.name}.",
            _extent(series),
            f"Læs hele serien {series.name} i rækkefølge.",
        ),
        breadcrumbs=trail(SERIES, Link(series.name, url)),
        feeds=own_feed(series.name, addresses.series_feed(series.id), library, bool(posts)),
        section=addresses.SERIES,
        series=series,
        meetings=tuple(meeting(e, library, shelves) for e in series.events),
        facts=in_order(f for f in posts if f.event not in events),
        pointers_url=addresses.pointers_url(series.id) if any(f.pointers for f in posts) else "",
        part_of=_extent(series),
        calendar=series_calendar(series, library),
    )
