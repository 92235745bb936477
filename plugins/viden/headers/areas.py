"""The areas that an editor gave or rejected, by id or label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import quoted
from ..model import COMPETENCE, Area, Field, Header, Place, Problem, Registers
from ..nearest import fold, nearest
from .values import Items, split

NOUNS = {"competence": "Kompetenceområdet", "work": "Arbejdsområdet"}
KEYS = {"competence": "Competence_areas", "work": "Work_areas"}

_BARE = re.compile(r"[\w-]+")


def given(header: Header, facet: str, registers: Registers, found: list[Problem]) -> tuple[str, ...] | None:
    """Return the ids that the editor gave in a facet; empty for "none", None for "let the tagger decide"."""
    key = KEYS[facet].lower()
    if header.get(key) is None:
        return None
    own = registers.competence_areas if facet == COMPETENCE else registers.work_areas
    other = registers.work_areas if facet == COMPETENCE else registers.competence_areas
    ids: list[str] = []
    for text, place in items_of(header, key, own + other):
        area = named(text, own)
        if area is None:
            found.append(_unknown(text, place, facet, own, other))
        elif area.id in ids:
            message = f'{NOUNS[facet]} "{quoted(text)}" står to gange.'
            found.append(Problem(place, "warning", "area-doubled", message, "Slet gentagelsen"))
        else:
            ids.append(area.id)
    return tuple(ids)


def rejected(header: Header, registers: Registers, found: list[Problem]) -> tuple[str, ...]:
    """Return the ids that the tagger must not give; an area also given is an error."""
    areas = registers.competence_areas + registers.work_areas
    silent: list[Problem] = []
    wanted = {id for f in KEYS for id in given(header, f, registers, silent) or ()}
    ids: list[str] = []
    for text, place in items_of(header, "reject_areas", areas):
        area = named(text, areas)
        if area is None:
            found.append(_unknown(text, place, "", areas, ()))
        elif area.id in wanted:
            message = f'Området "{area.id}" er både valgt og fravalgt.'
            found.append(Problem(place, "error", "area-rejected", message, "Slet det fra den ene linje"))
        elif area.id not in ids:
            ids.append(area.id)
    return tuple(ids)


def items_of(header: Header, key: str, areas: tuple[Area, ...]) -> Items:
    """Return the areas that a header names under a key, as they are written there."""
    fields = [f for f in header.fields if f.key == key]
    return tuple(item for f in fields for item in split(f, _separator(f, areas)))


def _separator(field: Field, areas: tuple[Area, ...]) -> str:
    """Return `;`, or `,` between bare ids: labels hold commas."""
    if ";" in field.value or named(field.value, areas):
        return ";"
    parts = [part.strip() for part in field.value.split(",") if part.strip()]
    return "," if all(_BARE.fullmatch(part) for part in parts) else ";"


def named(text: str, areas: Iterable[Area]) -> Area | None:
    """Return the area with that id or label; case, aa/å and hyphens do not matter."""
    word = fold(text)
    return next((a for a in areas if word in (fold(a.id), fold(a.label))), None)


def _unknown(text: str, place: Place, facet: str, own: tuple[Area, ...], other: tuple[Area, ...]) -> Problem:
    noun = NOUNS.get(facet, "Området")
    elsewhere = named(text, other)
    if elsewhere is not None:
        right = KEYS[elsewhere.facet]
        kind = "et arbejdsområde" if elsewhere.facet == "work" else "et kompetenceområde"
        message = f'"{quoted(text)}" er {kind} og hører ikke til i {KEYS[facet]}.'
        return Problem(place, "error", "area-facet", message, f"Flyt det til {right}:")
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and any(named(part, own) for part in parts):
        message = f'"{quoted(text)}" er flere områder; et navn kan selv indeholde komma.'
        return Problem(place, "error", "area-separator", message, "Skriv ; mellem områderne")
    near = nearest(text, [a.id for a in own]) or nearest(text, [a.label for a in own])
    guess = f'; mente du "{near}"?' if near else "."
    return Problem(
        place, "error", "area-unknown", f'{noun} "{quoted(text)}" kendes ikke{guess}', "Vælg fra listen i håndbogen"
    )
