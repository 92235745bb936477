"""What a post's own page shows beside its body, and the views of the pages of `sider/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from .. import addresses
from ..dates import COPENHAGEN, plain_date
from ..model import (
    COMPETENCE,
    WORK,
    Area,
    Blog,
    Body,
    Dialogue,
    Facts,
    Heading,
    Library,
    Post,
    Registers,
    Series,
    Tag,
    TaggedPost,
)
from .abbreviations import explained
from .bylines import byline, guest_line, is_guest, kind_of, publisher_line, titles
from .calls import call
from .citing import citation
from .credits import credit
from .keywords import editions, organisations, topics
from .links import Link
from .meetings import shown_of
from .parts import area_feed as feed_of_area
from .parts import site_feed, trail
from .pictures import files_linked
from .published import is_over
from .related import Neighbours, in_order, neighbours, related
from .senders import senders
from .shelves import Shelves, shelve
from .texts import describe, unique
from .views import AreaMark, FeedLink, MissingArea, PageView, Part, Sender, SeriesPlace, Shown

CONTENTS_FROM = 3
"""Fewest headings that make a table of contents (prescribed by the features page)."""
EVIDENCE = 3


def shown_posts(library: Library) -> Mapping[str, Shown]:
    """Return source path → what the post's own page shows."""
    shelves = shelve(library)
    dialogues = {d.post: d for d in library.dialogues}
    known = _Known(library, shelves, neighbours(shelves), senders(library, shelves), dialogues)
    return {facts.path: _shown(facts, tagged, known) for facts, tagged in zip(library.facts, library.tagged)}


def shown_page(tagged: TaggedPost, library: Library) -> PageView:
    """Return the view of a page of `sider/`."""
    post, site = tagged.post, library.registers.site
    url = addresses.page_url(post.slug)
    return PageView(
        template="page.html",
        url=url,
        title=post.title,
        heading=post.title,
        description=describe(
            post.summary or _opening(tagged.body), f"Læs om {post.title} på {site.name}.", site.tagline
        ),
        breadcrumbs=trail(Link(post.title, url)),
        feeds=(site_feed(library),),
        section=url,
        card=addresses.list_card_url(url),
        updated=post.updated,
        files=files_linked(tagged.body, post.place.path),
        abbreviations=explained(tagged.body.abbreviations, "forkortelse-"),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What all posts' pages are made from, worked out once."""

    library: Library
    shelves: Shelves
    rows: Mapping[str, Neighbours]
    senders: Mapping[str, Sender]
    dialogues: Mapping[str, Dialogue]


def _shown(facts: Facts, tagged: TaggedPost, known: _Known) -> Shown:
    library, shelves = known.library, known.shelves
    registers, post = library.registers, tagged.post
    before, after, row_name = known.rows.get(facts.id, (None, None, ""))
    areas = _areas(facts, library)
    first = next((a for a in areas if a.facet == WORK), next(iter(areas), None))
    publisher = registers.publisher(facts.publisher)
    return Shown(
        template="article.html",
        url=facts.url,
        title=facts.title,
        heading=facts.title,
        description=describe(facts.teaser or facts.title, _about(facts, library)),
        breadcrumbs=trail(_home_of(facts, library), Link(facts.title, facts.url)),
        feeds=_feeds(areas, library),
        facts=facts,
        kind=kind_of(facts),
        kicker=_kicker(facts, library),
        byline=byline(facts, post, registers),
        guest_line=guest_line(facts, post, registers),
        publisher_line=publisher_line(facts, registers),
        authors=post.authors,
        titles=() if is_guest(facts, post, registers) else titles(facts, registers),
        updated=_updated(facts),
        corrections=tagged.body.corrections,
        review_by=_overdue(post, library.moment),
        missing_area=_missing_area(tagged, library),
        image=facts.image,
        credit=credit(facts.image.credit) if facts.image else None,
        card=addresses.card_url(facts.slug),
        contents=_contents(tagged.body),
        pointers=facts.pointers,
        videos=tagged.body.videos,
        files=files_linked(tagged.body, facts.path),
        abbreviations=explained(tagged.body.abbreviations, "forkortelse-"),
        competence_areas=_marks(facts.competence_areas, COMPETENCE, tagged, library),
        work_areas=_marks(facts.work_areas, WORK, tagged, library),
        topics=topics(facts, registers),
        organisations=organisations(facts, registers),
        editions=editions(facts, library),
        blog=registers.blog(facts.blog),
        blog_url=addresses.blog_url(facts.blog) if facts.blog else "",
        blog_owner=_owner(registers.blog(facts.blog), registers),
        series=_series(facts, library, shelves),
        event=shown_of(facts, library, shelves),
        disclosure=publisher.disclosure if publisher else "",
        publisher=known.senders.get(facts.publisher),
        related=related(facts, library, shelves),
        previous=before,
        next=after,
        row_name=row_name,
        call=call(first, library),
        is_call_placed=tagged.body.places_call,
        dialogue=known.dialogues.get(facts.id),
        citation=citation(facts, registers),
    )


def _about(facts: Facts, library: Library) -> str:
    """Return a sentence that tells a short description's page from others: kind, day and site."""
    return f"{kind_of(facts).singular} fra {plain_date(facts.published)} på {library.registers.site.name}."


def _areas(facts: Facts, library: Library) -> tuple[Area, ...]:
    found = (library.registers.area(id) for id in facts.work_areas + facts.competence_areas)
    return tuple(a for a in found if a is not None)


def _feeds(areas: tuple[Area, ...], library: Library) -> tuple[FeedLink, ...]:
    return (*(feed_of_area(a) for a in areas[:1]), site_feed(library))


def _home_of(facts: Facts, library: Library) -> Link:
    """Return the list a post belongs to first: its series, else its blog, else the archive of its year."""
    series, blog = library.registers.series_of(facts.series), library.registers.blog(facts.blog)
    if series is not None:
        return Link(series.name, addresses.series_url(series.id))
    if blog is not None:
        return Link(blog.name, addresses.blog_url(blog.id))
    return Link("Artikler", addresses.ARCHIVE)


def _kicker(facts: Facts, library: Library) -> tuple[Link, ...]:
    """Return series, else blog, then the kind: "Digital stafet · Pointer". An empty address is plain text."""
    home = _home_of(facts, library)
    named = (home,) if home.url != addresses.ARCHIVE else ()
    return (*named, Link(kind_of(facts).singular, ""))


def _owner(blog: Blog | None, registers: Registers) -> Link | None:
    owner = registers.person(blog.owner) if blog and blog.owner else None
    if blog is None or owner is None or owner.name in blog.tagline:
        return None
    return Link(owner.name, addresses.person_url(owner.id))


def _overdue(post: Post, moment: datetime) -> date | None:
    """Return the day by which the post should have been reviewed, from that day on."""
    is_past = post.review_by is not None and post.review_by <= moment.astimezone(COPENHAGEN).date()
    return post.review_by if is_past else None


def _missing_area(tagged: TaggedPost, library: Library) -> MissingArea | None:
    if not (library.is_preview and tagged.lacks_work_area):
        return None
    found = (library.registers.area(id) for id in tagged.suggested(WORK))
    return MissingArea(tagged.post.id, tuple(a for a in found if a is not None), library.registers.work_areas)


def _updated(facts: Facts) -> datetime | None:
    """Return the time of the last change where it lies on a later day than the post."""
    if facts.updated is None:
        return None
    first, last = (t.astimezone(COPENHAGEN).date() for t in (facts.published, facts.updated))
    return facts.updated if last > first else None


def _contents(body: Body) -> tuple[Heading, ...]:
    top = tuple(h for h in body.headings if h.level == 2 and h.anchor)
    return top if len(top) >= CONTENTS_FROM else ()


def _marks(ids: tuple[str, ...], facet: str, tagged: TaggedPost, library: Library) -> tuple[AreaMark, ...]:
    tags = {t.area: t for t in tagged.tags if t.facet == facet}
    known = {a.id: a for a in library.registers.competence_areas + library.registers.work_areas}
    return tuple(
        AreaMark(known[id].label, addresses.area_url(facet, id), _is_editors(tags.get(id)), _words(tags.get(id)))
        for id in ids
        if id in known
    )


def _is_editors(tag: Tag | None) -> bool:
    return tag is not None and tag.origin == "editor"


def _words(tag: Tag | None) -> tuple[str, ...]:
    """Return the written forms that weighed most, each once however it was capitalised."""
    if tag is None:
        return ()
    heaviest = sorted(tag.evidence, key=lambda e: (-e.share, e.line, e.column))
    return unique(e.form.casefold() for e in heaviest)[:EVIDENCE]


def _series(facts: Facts, library: Library, shelves: Shelves) -> SeriesPlace | None:
    """Return the place in the series: its events in order, else its posts in order."""
    series = library.registers.series_of(facts.series)
    if series is None:
        return None
    parts = _event_parts(series, facts, library, shelves) if series.events else _post_parts(facts, shelves)
    at = next((n for n, part in enumerate(parts, 1) if part.is_current), 0)
    label = f"Del {at} af {len(parts)}" if at else ""
    return SeriesPlace(series.name, addresses.series_url(series.id), label, parts)


def _event_parts(series: Series, facts: Facts, library: Library, shelves: Shelves) -> tuple[Part, ...]:
    parts = []
    for event in series.events:
        posts = shelves.events.get(event.id, ())
        is_current = facts.event == event.id
        url = "" if is_current or not posts else in_order(posts)[0].url
        held = "blev holdt" if is_over(event, library.moment) else "holdes"
        parts.append(Part(event.name, url, f"{held} den {plain_date(event.start)}", is_current))
    return tuple(parts)


def _post_parts(facts: Facts, shelves: Shelves) -> tuple[Part, ...]:
    row = in_order(shelves.series.get(facts.series, ()))
    return tuple(Part(f.title, "" if f.id == facts.id else f.url, "", f.id == facts.id) for f in row)


def _opening(body: Body) -> str:
    return next((line for line in body.text.split("\n") if line.strip()), "")
