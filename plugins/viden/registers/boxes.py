"""Boxes that come whole from a record, `::: @id` with its id: what a series is, and how one reaches a person or publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..addresses import person_url, publisher_url
from ..model import Box, Event, Person, Place, Registers, Role, Series

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~]|^[-+](?= )|(?<=^\d)\.|(?<=^\d\d)\.)")
"""What Markdown would read as its own, at the start of a line the marks of a list too."""


def made_boxes(registers: Registers) -> tuple[Box, ...]:
    """Return a fact box for each series, and a contact box for each person and publisher that can be reached.

    A box of `bokse.yaml` with the same id goes before them all, a series before
    a person, a person before a publisher.
    """
    made = (
        *(_series_box(series) for series in registers.series),
        *(_contact(p.id, p.name, person_url(p.id), _role(p), p.email, p.phone, p.place) for p in registers.people),
        *(
            _contact(p.id, p.name, publisher_url(p.id), p.subtitle, p.email, p.phone, p.place)
            for p in registers.publishers
        ),
    )
    first: dict[str, Box | None] = {box.id: None for box in registers.boxes}
    for box in made:
        if box.markdown:
            first.setdefault(box.id, box)
    return tuple(box for box in first.values() if box is not None)


def _contact(id: str, name: str, url: str, title: str, email: str, phone: str, place: Place | None) -> Box:
    ways = [f"- Mail: [{_plain(email)}](mailto:{email})"] if email else []
    ways += [f"- Telefon: {_plain(phone)}"] if phone else []
    who = f"[{_plain(name)}](/{url})" + (f", {_plain(title)}" if title else "")
    return Box(id, "kontakt", "", "\n".join((who, "", *ways)) if ways else "", place)


def _role(person: Person) -> str:
    """Return what the person is now: the first role that has not ended."""
    role = next((r for r in person.roles if r.end is None and not r.former), Role())
    organisations = " og ".join(role.organisations)
    return (
        f"{role.title} {role.preposition} {organisations}"
        if role.title and organisations
        else role.title or organisations
    )


def _series_box(series: Series) -> Box:
    return Box(series.id, "fakta", f"Om »{_plain(series.name)}«", "\n\n".join(_parts(series)), series.place)


def _parts(series: Series) -> Iterator[str]:
    if series.about:
        yield series.about.strip()
    elif series.description:
        yield _plain(series.description)
    if not series.about and series.period:
        yield f"{series.period[:1].upper()}{_plain(series.period[1:])}."
    if series.events:
        yield "\n".join(f"{number}. {_line(event)}" for number, event in enumerate(series.events, 1))


def _line(event: Event) -> str:
    """Return an item of a list: the name, and below it what the meeting is about."""
    name = f"**{_plain(event.name)}**"
    return f"{name}  \n    {_plain(event.description)}" if event.description else name


def _plain(text: str) -> str:
    """Return a line of plain text as Markdown that shows it."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
