"""Edition feeds: one item per edition with the whole text, so that any RSS-to-mail service sends it as it is.

Such services decide what is new by guid, by date since the last sending, or by
date, title and address (section 2.4 of the design page); an edition therefore
has a fixed guid and title, and its closing instant as date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ..addresses import subscribe_url, tag_uri
from ..dates import plain_date
from ..model import Artefact, Channel, Facts, Registers, WeeklyEdition
from .channels import channels
from .documents import Document, write
from .entries import Author, Entry, founded, publisher_name
from .items import render

LIMIT = 10
"""Most editions of a feed (chosen: ten weeks of five posts of 6 kB stay under 512 KiB)."""

_HEADING = re.compile(r"(</?h)([1-6])(?=[\s>])")


def newsletters(
    editions: Iterable[WeeklyEdition], bodies: Mapping[str, str], site_url: str, registers: Registers
) -> tuple[Artefact, ...]:
    """Return the edition feed of every work area, by path; also one without editions yet.

    `bodies` maps a post's id to its portable HTML; a post of an edition that is
    shown and has none raises KeyError. Editions stand newest first.
    """
    address = site_url.rstrip("/")
    newest_first = sorted(editions, key=lambda e: (e.year, e.week), reverse=True)
    found = [
        artefact
        for channel in channels(registers)
        if channel.kind == "newsletter"
        for artefact in write(_document(channel, newest_first, bodies, registers, address))
    ]
    return tuple(sorted(found, key=lambda a: a.path))


def _document(
    channel: Channel,
    editions: Iterable[WeeklyEdition],
    bodies: Mapping[str, str],
    registers: Registers,
    address: str,
) -> Document:
    own = tuple(e for e in editions if e.area == channel.id)
    items = tuple(render(_entry(e, channel, bodies, registers, address)) for e in own[:LIMIT])
    updated = own[0].closes if own else founded(registers)
    mark = "complete" if len(own) <= LIMIT else ""
    return Document(channel, channel.path, channel.formats, items, updated, mark, (), registers, address)


def _entry(
    edition: WeeklyEdition, channel: Channel, bodies: Mapping[str, str], registers: Registers, address: str
) -> Entry:
    titles = tuple(f.title for f in edition.items)
    return Entry(
        id=tag_uri(registers.site.authority, "udgave", f"{edition.area}/uge/{edition.key}"),
        url=f"{address}/{subscribe_url(edition.area)}",
        title=f"{channel.name}: uge {edition.week}, {edition.year} – {titles[0]}",
        summary=" · ".join(titles),
        html="\n".join(_html(edition, bodies, registers, address)),
        published=edition.closes,
        updated=edition.closes,
        authors=(Author(publisher_name("", registers)),),
    )


def _html(edition: WeeklyEdition, bodies: Mapping[str, str], registers: Registers, address: str) -> Iterator[str]:
    for heading, posts in edition.sections:
        yield f"<h2>{escape(heading)}</h2>"
        for facts in posts:
            yield f'<h3><a href="{escape(f"{address}/{facts.url}")}">{escape(facts.title)}</a></h3>'
            yield f"<p>{escape(_byline(facts, registers))}</p>"
            yield _below_title(bodies[facts.id])
    if edition.corrections:
        yield "<h2>Rettelser</h2>"
        yield "<ul>"
        for facts, correction in edition.corrections:
            link = f'<a href="{escape(f"{address}/{facts.url}")}">{escape(facts.title)}</a>'
            yield f"<li>{link}: Rettet den {plain_date(correction.day)}: {escape(correction.text)}</li>"
        yield "</ul>"
    page = escape(f"{address}/{subscribe_url(edition.area)}")
    yield f'<p><a href="{page}">Om nyhedsbrevet, og hvordan du til- og afmelder det</a></p>'


def _below_title(html: str) -> str:
    """Return a post's body with its headings (h2 and down) under the h3 of its title in the edition."""
    return _HEADING.sub(lambda found: f"{found[1]}{min(6, int(found[2]) + 2)}", html)


def _byline(facts: Facts, registers: Registers) -> str:
    """Return "Af Bo Holm, kontorchef, Foreningen X · 18. november 2026"; without authors the publisher."""
    people = "; ".join(f"{a.name}, {a.title}" if a.title else a.name for a in facts.authors)
    return f"Af {people or publisher_name(facts.publisher, registers)} · {plain_date(facts.published)}"
