"""Keywords told apart: topics, organisations, publications, and codes of the day on which an edition came out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import addresses
from ..dates import COPENHAGEN, plain_date
from ..model import Facts, Library, Registers, is_code
from .links import Link

CENTURY = 2000
"""Of a code's two-digit year: nothing older is a code (chosen)."""


def topics(facts: Facts, registers: Registers) -> tuple[Link, ...]:
    """Return the post's topics, none twice."""
    return _once(Link(t, addresses.topic_url(addresses.slug(t))) for t in facts.tags if registers.is_topic(t))


def organisations(facts: Facts, registers: Registers) -> tuple[Link, ...]:
    """Return the publishers that the post's keywords name, none twice."""
    named = ((t, registers.publisher_named(t)) for t in facts.tags)
    return _once(Link(text, addresses.publisher_url(id)) for text, id in named if id)


def editions(facts: Facts, library: Library) -> tuple[Link, ...]:
    """Return the publications and days that the post's keywords name; an empty address is plain text."""
    registers = library.registers
    rows = (t for t in facts.tags if not registers.is_topic(t) and not registers.publisher_named(t))
    return _once(_day(t, facts, library) if is_code(t) else Link(t, _letter_url(t, registers)) for t in rows)


def day_of(code: str) -> date | None:
    """Return the day that a code means, `ddmmyy`, `ddmmyyyy` or `yyyymmdd`; None where it is no day."""
    if not is_code(code):
        return None
    day, month, year = int(code[:2]), int(code[2:4]), int(code[4:])
    forms = [(year, month, day)] if len(code) == 8 else [(CENTURY + year, month, day)]
    forms += [(int(code[:4]), int(code[4:6]), int(code[6:]))] if len(code) == 8 else []
    return next((found for found in map(_date, forms) if found is not None), None)


def _date(parts: tuple[int, int, int]) -> date | None:
    if parts[0] < CENTURY - 100:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def _day(code: str, facts: Facts, library: Library) -> Link:
    """Return the day in words, linked to what else came out on it: the one post, or the month of several."""
    day = day_of(code)
    if day is None:
        return Link(code, "")
    words = plain_date(day)
    others = [f for f in library.facts if f.id != facts.id and f.published.astimezone(COPENHAGEN).date() == day]
    if len(others) == 1:
        return Link(f"{words}: {others[0].title}", others[0].url)
    return Link(words, addresses.archive_url(day.year, day.month) if others else "")


def _letter_url(tag: str, registers: Registers) -> str:
    """Return where one subscribes to the newsletter of that name, where its areas have such a page."""
    wanted = tag.casefold()
    letter = next((n for n in registers.newsletters if n.name.casefold() == wanted), None)
    area = next((a for a in letter.work_areas if registers.area(a)), "") if letter else ""
    return addresses.subscribe_url(area) if area else ""


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return the links, those that lead to the same place, or nowhere with the same words, once."""
    kept: dict[str, Link] = {}
    for link in links:
        kept.setdefault(link.url or link.text, link)
    return tuple(kept.values())
