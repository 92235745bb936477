"""Publishers: their cards, and counts that are the lengths of the lists they link to."""

from __future__ import annotations

from collections.abc import Mapping

from .. import addresses
from ..model import Area, Event, Library, Publisher
from .shelves import Shelves, organises
from .texts import cut
from .views import Count, Sender

CARD_TEXT = 200
"""Longest text on a publisher's card, in characters, chosen: three lines."""


def senders(library: Library, shelves: Shelves) -> Mapping[str, Sender]:
    """Return the card of every publisher by id; made once, for counting walks through all its posts."""
    return {p.id: sender(p, library, shelves) for p in library.registers.publishers}


def sender(publisher: Publisher, library: Library, shelves: Shelves) -> Sender:
    """Return the card of a publisher."""
    return Sender(
        name=publisher.name,
        subtitle=publisher.subtitle,
        text=cut(publisher.text, CARD_TEXT),
        url=addresses.publisher_url(publisher.id),
        logo=publisher.logo,
        logo_alt=publisher.logo_alt or f"{publisher.name}s logo",
        counts=counts(publisher, library, shelves),
    )


def counts(publisher: Publisher, library: Library, shelves: Shelves) -> tuple[Count, ...]:
    """Return "Artikler", "Arrangementer" and "Kompetenceområder" with numbers; zeros are left out."""
    url = addresses.publisher_url(publisher.id)
    rows = (
        Count("Artikler", len(shelves.publishers.get(publisher.id, ())), f"{url}#artikler"),
        Count("Arrangementer", len(events_of(publisher, library)), f"{url}#arrangementer"),
        Count("Kompetenceområder", len(areas_of(publisher, library, shelves)), f"{url}#kompetenceomraader"),
    )
    return tuple(row for row in rows if row.number)


def events_of(publisher: Publisher, library: Library) -> tuple[Event, ...]:
    """Return the events the publisher stands behind, in the register's order."""
    registers = library.registers
    return tuple(e for e in registers.events if organises(e, registers, publisher.id))


def areas_of(publisher: Publisher, library: Library, shelves: Shelves) -> tuple[tuple[Area, int], ...]:
    """Return each competence area of the publisher's posts with their number, in the register's order."""
    posts = shelves.publishers.get(publisher.id, ())
    rows = ((a, sum(a.id in f.competence_areas for f in posts)) for a in library.registers.competence_areas)
    return tuple((area, number) for area, number in rows if number)
