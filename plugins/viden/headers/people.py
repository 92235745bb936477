"""Authors: a person of the register, a slip of the pen, or a guest."""

from __future__ import annotations

import re

from ..addresses import slug
from ..errors import quoted
from ..model import Field, Header, Person, Place, Problem, Registers
from ..nearest import nearest
from .values import Items, items, split

AUTHORS_LIMIT = 20
"""Prescribed by the quality page."""

_FULL_NAME = re.compile(r"\S+(?: \S+)+")


def authors(header: Header, registers: Registers, found: list[Problem]) -> tuple[Person, ...]:
    """Return the authors in the author's order, each once.

    A person is named by name, or by id where two bear the same. A name near one
    in the register is an error, any other unknown name is a guest with a warning
    that carries a ready register entry.
    """
    named = _names(header, found)
    if len(named) > AUTHORS_LIMIT:
        message = f"Her er {len(named)} forfattere; grænsen er {AUTHORS_LIMIT}."
        found.append(Problem(named[AUTHORS_LIMIT][1], "error", "limit-authors", message, "Nævn resten i teksten"))
    people: list[Person] = []
    for name, place in named:
        person = _person(" ".join(name.split()), place, registers, found)
        if any(p.id == person.id for p in people):
            message = f'Forfatteren "{quoted(name)}" står to gange.'
            found.append(Problem(place, "warning", "author-doubled", message, "Slet gentagelsen"))
        else:
            people.append(person)
    return tuple(people)


def _names(header: Header, found: list[Problem]) -> Items:
    """Return the names; commas part them only where each part is a full name."""
    fields = [f for f in header.fields if f.key == "authors"]
    if len(fields) == 1 and _is_comma_list(fields[0]):
        message = "Flere forfattere skal stå med ; imellem: komma kan også stå foran en titel."
        found.append(Problem(fields[0].place, "warning", "author-comma", message, "Skriv ; i stedet for komma"))
        return tuple(split(fields[0], ","))
    return items(header, "authors")


def _is_comma_list(field: Field) -> bool:
    parts = [part.strip() for part in field.value.split(",")]
    return len(parts) > 1 and ";" not in field.value and all(_is_name(part) for part in parts)


def _is_name(text: str) -> bool:
    return bool(_FULL_NAME.fullmatch(text)) and text[0].isupper() and text.split()[-1][0].isupper()


def _person(name: str, place: Place, registers: Registers, found: list[Problem]) -> Person:
    same = registers.namesakes(name)
    if len(same) > 1:
        return _unsure(name, place, same, registers, found)
    exact = next((p for p in registers.people if name in (p.name, p.id)), None)
    if exact is not None:
        return exact
    near = nearest(name, (p.name for p in registers.people))
    if near is not None:
        message = f'Forfatteren "{quoted(name)}" står ikke i personer.yaml; mente du "{near}"?'
        hint = f"Skriv {near}, eller tilføj en ny person i personer.yaml"
        found.append(Problem(place, "error", "author-near", message, hint))
        return next(p for p in registers.people if p.name == near)
    if not any(c.isalpha() for c in name):
        message = f'"{quoted(name)}" er ikke et navn.'
        found.append(Problem(place, "error", "author-form", message, "Skriv forfatterens navn"))
        return Person(slug(name), name, in_register=False)
    id = _free_id(slug(name), registers)
    message = f'Forfatteren "{quoted(name)}" står ikke i personer.yaml og vises som gæst.'
    hint = f'Tilføj evt. i personer.yaml: - {{id: {id}, navn: "{quoted(name)}"}}'
    found.append(Problem(place, "warning", "author-guest", message, hint))
    return Person(id, name, in_register=False)


def _unsure(name: str, place: Place, same: tuple[Person, ...], registers: Registers, found: list[Problem]) -> Person:
    """Report a name that several people bear, and return the first of them."""
    message = f'Navnet "{quoted(name)}" deles af {len(same)} personer i personer.yaml.'
    told = ", ".join(f"{p.id} for {registers.told_apart(p.id, p.name)}" for p in same)
    found.append(Problem(place, "error", "author-ambiguous", message, f"Skriv id i stedet for navn: {told}"))
    return same[0]


def _free_id(id: str, registers: Registers) -> str:
    """Return `id`, with a suffix where a person of another name has it."""
    return f"{id}-gaest" if registers.person(id) else id
