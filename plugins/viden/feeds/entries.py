"""What a feed says of one thing, before any format; here from a post's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from ..addresses import area_url, person_url, tag_uri
from ..dates import COPENHAGEN
from ..model import COMPETENCE, WORK, Facts, Registers


@dataclass(frozen=True, slots=True)
class Category:
    term: str
    """An area's id, or a keyword."""
    label: str
    scheme: str = ""
    """Address of the page that lists the facet's areas; empty for a keyword."""


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed. Addresses are absolute."""

    id: str
    """A tag: URI."""
    url: str
    title: str
    """Plain text."""
    summary: str
    """Plain text."""
    html: str
    published: datetime
    updated: datetime
    authors: tuple[Author, ...]
    """Never empty."""
    categories: tuple[Category, ...] = ()
    image: str = ""
    lang: str = "da"


def changed(facts: Facts) -> datetime:
    """Return the instant of the post's newest change; never before its publication."""
    return max(facts.published, facts.updated or facts.published, key=datetime.timestamp)


def founded(registers: Registers) -> datetime:
    """Return the instant that dates a feed without items."""
    return datetime.combine(registers.site.founded, datetime.min.time(), COPENHAGEN)


def newest_change(facts: Iterable[Facts], registers: Registers) -> datetime:
    return max((changed(f) for f in facts), key=datetime.timestamp, default=founded(registers))


def post_entry(facts: Facts, html: str, registers: Registers, site_url: str) -> Entry:
    """Return the entry of a post; `html` is its portable body, `site_url` has no final `/`."""
    return Entry(
        id=tag_uri(registers.site.authority, "artikel", facts.id),
        url=f"{site_url}/{facts.url}",
        title=facts.title,
        summary=facts.summary or facts.teaser,
        html=html,
        published=facts.published,
        updated=changed(facts),
        authors=_authors(facts, registers, site_url),
        categories=tuple(_categories(facts, registers, site_url)),
        image=f"{site_url}/{quote(facts.image.path)}" if facts.image else "",
        lang=facts.lang,
    )


def publisher_name(id: str, registers: Registers) -> str:
    """Return the name of a publisher; unknown or empty gives the site's own, and at last the site's name."""
    known = registers.publisher(id) or registers.publisher(registers.site.publisher)
    return known.name if known else registers.site.name


def _authors(facts: Facts, registers: Registers, site_url: str) -> tuple[Author, ...]:
    named = tuple(
        Author(a.name, f"{site_url}/{person_url(a.id)}" if registers.person(a.id) else "") for a in facts.authors
    )
    return named or (Author(publisher_name(facts.publisher, registers)),)


def _categories(facts: Facts, registers: Registers, site_url: str) -> Iterator[Category]:
    for facet, areas, ids in (
        (WORK, registers.work_areas, facts.work_areas),
        (COMPETENCE, registers.competence_areas, facts.competence_areas),
    ):
        labels = {a.id: a.label for a in areas}
        for id in ids:
            yield Category(id, labels.get(id, id), f"{site_url}/{area_url(facet)}")
    for word in facts.tags:
        yield Category(word, word)
