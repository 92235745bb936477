"""What a person was on a given day, in the words of a byline and of a list of speakers."""

from __future__ import annotations

from datetime import date

from ..model import Person, Registers, Role, Speaker
from .texts import together

LOOSE = ("fra ", "i ", "på ", "ved ", "hos ", "for ", "af ")
"""A role that opens so follows the name without a comma: "Sofie Prøve fra Fjordnet"."""


def title_on(person: Person, day: date) -> str:
    """Return title and organisation on `day`: "sekretariatschef, Foreningen X"; empty if none is known.

    Where every role had ended, the latest one is given with "tidl.".
    """
    begun = [r for r in person.roles if r.start is None or r.start <= day]
    held = [r for r in begun if not _is_former(r, day)]
    latest = sorted((r for r in begun if _is_former(r, day)), key=lambda r: r.end or date.min, reverse=True)[:1]
    titles = [_with_comma(r, day) for r in held or latest]
    return (", og " if any("," in t for t in titles) else " og ").join(t for t in titles if t)


def organisations_on(person: Person, day: date) -> tuple[str, ...]:
    """Return the organisations the person belonged to on `day`."""
    held = (r for r in person.roles if (r.start is None or r.start <= day) and not _is_former(r, day))
    return tuple(o for r in held for o in r.organisations)


def speaker_line(speaker: Speaker, registers: Registers, day: date) -> tuple[str, str]:
    """Return name and what follows it: `("Bo Prøve", ", rektor for Skolen")`, `("Ida", " fra Fjordnet og Skolen")`."""
    person = registers.person(speaker.person) if speaker.person else None
    told = speaker.role or (_roles_in_line(person, day) if person is not None else "")
    if not told:
        return speaker.name, ""
    return speaker.name, f" {told}" if told.startswith(LOOSE) else f", {told}"


def _roles_in_line(person: Person, day: date) -> str:
    begun = (r for r in person.roles if r.start is None or r.start <= day)
    return " og ".join(filter(None, (_in_line(r, day) for r in begun)))


def _in_line(role: Role, day: date) -> str:
    """Return "tidl. kommunaldirektør i Aavig Kommune", or "fra Fjordnet" for a role without a title."""
    organisations = together(role.organisations)
    if not role.title:
        return f"fra {organisations}" if organisations else ""
    where = f" {role.preposition} {organisations}" if organisations else ""
    return f"{former(role, day)}{role.title}{where}"


def _with_comma(role: Role, day: date) -> str:
    return ", ".join(filter(None, (former(role, day) + role.title if role.title else "", together(role.organisations))))


def former(role: Role, day: date) -> str:
    """Return "tidl. " for a role that had ended on `day`, else nothing."""
    return "tidl. " if _is_former(role, day) else ""


def _is_former(role: Role, day: date) -> bool:
    return role.former or (role.end is not None and role.end < day)
