"""The call to subscribe: which newsletter a post's readers are asked to follow, how often it comes, what it holds."""

from __future__ import annotations

from .. import addresses
from ..dates.words import WEEKDAYS
from ..model import KINDS, WORK, Area, Library, Newsletter, Registers, Rhythm
from .parts import area_feed, site_feed
from .views import Call, Mailing

SECTIONS = ("Overblik", "Videndeling", "Nyheder", "Inspiration", "Debat")
"""Of every edition, in this order (prescribed by the features page)."""
OVERVIEW = SECTIONS[0]
WEEKLY = "hver mandag"
"""When the weekly editions of a work area come out that no list of the register has."""


def call(area: Area | None, library: Library) -> Call:
    """Return the call to subscribe to an area, to everything where there is none."""
    registers = library.registers
    if area is None:
        return Call(registers.site.name, addresses.SUBSCRIBE, site_feed(library))
    return Call(area.label, addresses.subscribe_url(area.id), area_feed(area), _letter(area, registers))


def rhythm_words(letter: Newsletter, rhythms: tuple[Rhythm, ...]) -> str:
    """Return when the list comes out: "alle hverdage eller den sidste dag i måneden"."""
    known = {r.id: r for r in rhythms}
    return " eller ".join(_when(known[id]) for id in letter.rhythms if id in known)


def _letter(area: Area, registers: Registers) -> Mailing | None:
    """Return the newsletter of a work area; competence areas have feeds only."""
    if area.facet != WORK:
        return None
    found = _list_of(area, registers)
    if found is None:
        return Mailing(_named(area.label), WEEKLY, SECTIONS[1:])
    words = rhythm_words(found, registers.rhythms)
    return Mailing(_named(found.name), words, _sections(found)) if words else None


def _list_of(area: Area, registers: Registers) -> Newsletter | None:
    """Return the area's own list, else the first that holds it."""
    own = (n for n in registers.newsletters if n.id == area.id)
    return next(own, next((n for n in registers.newsletters if area.id in n.work_areas), None))


def _named(name: str) -> str:
    return name if "brev" in name.casefold() else f"Nyhedsbrevet {name}"


def _sections(letter: Newsletter) -> tuple[str, ...]:
    """Return the sections that the list's kinds of posts can fill."""
    moved = dict(letter.sections)
    held = {moved.get(k.id, k.section) for k in KINDS if not letter.kinds or k.id in letter.kinds}
    return tuple(s for s in SECTIONS if s == OVERVIEW or s in held)


def _when(rhythm: Rhythm) -> str:
    if rhythm.id == "dag":
        return "alle hverdage"
    if rhythm.id == "uge":
        return f"hver {WEEKDAYS[rhythm.weekday]}"
    return f"den {rhythm.day}. i måneden" if rhythm.day else "den sidste dag i måneden"
