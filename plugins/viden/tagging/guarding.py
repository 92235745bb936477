"""The genre guard: adverts and calendars list subjects without treating them.

Each sign can be told to an editor in a sentence, and none is enough alone. A
good article with one list passes, because its points come from its prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Zone

LIST_SHARE = 50
"""Per cent of all points from lists above which a text counts as a list."""

LEVEL_AREAS = 5
LEVEL_SHARE = 60
"""So many areas with at least so many per cent of the top score are "many and nearly equal"."""

FRAME_SIGNS = 3
"""Different signs of a frame that make it one."""

CLOCK_TIMES = 5
"""Times of day that make a programme."""

JOB = (
    ("ansøgningsfrist", "søg stillingen", "send din ansøgning", "ansøgning senest"),
    ("løn efter", "lønvilkår", "løn- og ansættelsesvilkår", "aflønn", "lokal løndannelse"),
    ("tiltrædelse", "til besættelse", "ansættelsessamtale", "jobsamtaler afholdes", "samtaler forventes"),
    ("vi tilbyder dig", "vi forventer, at du", "er du vores nye", "fuldtidsstilling"),
)
SALE = (
    ("tilmeldingsfrist", "sidste frist", "begrænset antal pladser"),
    ("ekskl. moms", "deltagergebyr", "deltagerpris", "prisen er kr", "pris: kr", "pris: "),
    ("bestil nu", "bestil i dag", "køb nu", "køb billet", "book en demo", "book plads", "book en plads"),
    ("rabat", "early bird"),
)
"""The signs of a frame, each with the ways it is written; in lower case."""

CLOCK = re.compile(r"(?:kl\.?\s*\d{1,2}(?:[.:]\d{2})?|\d{1,2}[.:]\d{2}\s*[-–]\s*\d{1,2}[.:]\d{2})")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the guard needs to know of one area."""

    facet: str
    score: int
    from_lists: int
    """Points from zones of kind `list`."""
    terms_outside: int
    """Distinct terms outside lists."""


def guard(zones: Iterable[Zone], standings: Iterable[Standing]) -> str:
    """Return in Danish why the text gets no areas, or an empty text when it may have some."""
    text = "\n".join(zone.text for zone in zones if zone.kind != "none").lower()
    areas = tuple(s for s in standings if s.score)
    if not areas:
        return ""
    if _signs(JOB, text) >= FRAME_SIGNS:
        return "Teksten ligner et stillingsopslag: den har frist, løn og tiltrædelse."
    signs = _list_signs(areas)
    if _signs(SALE, text) >= FRAME_SIGNS and any(signs.values()):
        return "Teksten ligner en annonce: den har pris og frist og nævner emner uden at behandle dem."
    if (signs["lists"] or signs["thin"]) and len(CLOCK.findall(text)) >= CLOCK_TIMES:
        return "Teksten ligner et program eller en kalender: den nævner emner sammen med tid og sted."
    if signs["lists"] and (signs["thin"] or signs["level"]):
        return "De fleste point kommer fra lister, og ingen emner er behandlet i teksten."
    return ""


def _signs(frame: tuple[tuple[str, ...], ...], text: str) -> int:
    return sum(any(way in text for way in ways) for ways in frame)


def _list_signs(areas: tuple[Standing, ...]) -> Mapping[str, bool]:
    total = sum(a.score for a in areas)
    by_facet = [[a.score for a in areas if a.facet == facet] for facet in sorted({a.facet for a in areas})]
    level = max(sum(100 * s >= LEVEL_SHARE * max(scores) for s in scores) for scores in by_facet)
    return {
        "lists": 100 * sum(a.from_lists for a in areas) > LIST_SHARE * total,
        "level": level >= LEVEL_AREAS,
        "thin": all(a.terms_outside < 2 for a in areas),
    }
