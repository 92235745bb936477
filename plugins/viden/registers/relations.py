"""What the rows of the registers say about each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Protocol

from ..errors import quoted
from ..model import Event, Newsletter, Person, Place, Problem, Registers
from ..nearest import fold, nearest


class Record(Protocol):
    """A row with an id and a place."""

    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place | None: ...


def cross_check(registers: Registers) -> tuple[Problem, ...]:
    """Return every doubled id and name, and every reference to a row that is not there."""
    return (
        *_doubled_ids(registers),
        *_doubled_names(registers),
        *_references(registers),
        *(p for person in registers.people for p in _role_dates(person)),
        *(p for event in registers.events for p in _event_dates(event)),
        *(p for letter in registers.newsletters for p in _newsletter(letter, registers)),
    )


def _doubled_ids(registers: Registers) -> Iterator[Problem]:
    groups: tuple[tuple[str, Iterable[Record]], ...] = (
        ("Området", registers.competence_areas + registers.work_areas),
        ("Personen", registers.people),
        ("Udgiveren", registers.publishers),
        ("Bloggen", registers.blogs),
        ("Serien", registers.series),
        ("Arrangementet", registers.events),
        ("Boksen", registers.boxes),
        ("Listen", registers.newsletters),
    )
    for noun, records in groups:
        first: dict[str, Record] = {}
        for record in records:
            before = first.setdefault(record.id, record)
            if before is not record:
                message = f'{noun} "{record.id}" findes allerede: {_shown(before.place)}.'
                yield _error(record.place, "register-doubled", message, "Giv dem hver sit id")


def _doubled_names(registers: Registers) -> Iterator[Problem]:
    """Names that a header may use must point to one row only; people may share one, for a header can name them by id."""
    groups = (
        ("Navnet", [(p.name, p.place) for p in registers.publishers]),
        ("Navnet", [(b.name, b.place) for b in registers.blogs]),
        ("Navnet", [(s.name, s.place) for s in registers.series]),
        ("Navnet", [(a.label, a.place) for a in registers.competence_areas]),
        ("Navnet", [(a.label, a.place) for a in registers.work_areas]),
        ("Forkortelsen", [(a.short, a.place) for a in registers.abbreviations]),
    )
    for noun, names in groups:
        first: dict[str, Place | None] = {}
        for name, place in names:
            if fold(name) in first:
                message = f'{noun} "{quoted(name)}" findes allerede: {_shown(first[fold(name)])}.'
                yield _error(place, "register-name-doubled", message, "Skriv navnene, så de kan skelnes")
            first.setdefault(fold(name), place)


def _references(registers: Registers) -> Iterator[Problem]:
    people = [p.id for p in registers.people]
    publishers = [p.id for p in registers.publishers]
    for blog in registers.blogs:
        yield from _refers(blog.owner, people, blog.place, "Personen", "personer.yaml")
        yield from _refers(blog.publisher, publishers, blog.place, "Udgiveren", "udgivere.yaml")
    for event in registers.events:
        for speaker in event.speakers:
            yield from _refers(speaker.person, people, event.place, "Personen", "personer.yaml")


def _refers(id: str, known: list[str], place: Place | None, noun: str, register: str) -> Iterator[Problem]:
    if not id or id in known:
        return
    near = nearest(id, known)
    guess = f'; mente du "{near}"?' if near else "."
    hint = f"Skriv {near}" if near else f"Tilføj rækken i {register}"
    yield _error(place, "register-reference", f'{noun} "{quoted(id)}" står ikke i {register}{guess}', hint)


def _role_dates(person: Person) -> Iterator[Problem]:
    for role in person.roles:
        if role.start and role.end and role.end < role.start:
            message = f'Rollen "{quoted(role.title)}" slutter, før den begynder.'
            yield _error(person.place, "register-dates", message, "Byt om på fra og til, eller ret den ene")


def _event_dates(event: Event) -> Iterator[Problem]:
    if event.end is None:
        return
    has_times = isinstance(event.start, datetime) and isinstance(event.end, datetime)
    is_before = event.end < event.start if has_times else _day(event.end) < _day(event.start)
    if is_before:
        message = f'Arrangementet "{event.id}" slutter, før det begynder.'
        yield _error(event.place, "register-dates", message, "Ret start eller slut")


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _newsletter(letter: Newsletter, registers: Registers) -> Iterator[Problem]:
    work = [a.id for a in registers.work_areas]
    competence = [a.id for a in registers.competence_areas]
    for ids, known, noun, register in (
        (letter.work_areas, work, "Arbejdsområdet", "arbejdsomraader.yaml"),
        (letter.competence_areas, competence, "Kompetenceområdet", "kompetenceomraader.yaml"),
        (letter.publishers, [p.id for p in registers.publishers], "Udgiveren", "udgivere.yaml"),
        (letter.rhythms, [r.id for r in registers.rhythms], "Rytmen", "nyhedsbreve.yaml under rytmer"),
    ):
        for id in ids:
            yield from _refers(id, known, letter.place, noun, register)
    taken = set(work) | set(competence) | {s.id for s in registers.series}
    if letter.id in taken and letter.work_areas != (letter.id,):
        message = f'Listen "{letter.id}" har samme id som et område eller en serie, som den ikke er ene om.'
        yield _error(letter.place, "newsletter-id", message, "Vælg et andet id")


def _shown(place: Place | None) -> str:
    return f"{place.path} linje {place.line}" if place else "i et andet register"


def _error(place: Place | None, rule: str, message: str, hint: str) -> Problem:
    return Problem(place or Place("data"), "error", rule, message, hint)
