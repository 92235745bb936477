"""The genre guard: adverts, programmes and minutes name subjects without treating them.

Each sign can be told to an editor in a sentence, and none is enough alone. A
good article with one list passes, because its points come from its prose; an
article about job adverts passes, because it does not speak to an applicant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from ..model import Zone

LIST_SHARE = 50
"""Per cent of all points from lists above which a text counts as a list."""

LEVEL_AREAS = 5
LEVEL_SHARE = 60
"""So many areas with at least so many per cent of the top score are "many and nearly equal"."""

SPOKEN_TO = 2
"""So many *du*, *dig*, *din* speak to a reader."""

SHORT_WORDS = 12
"""A line of so many words or fewer is no paragraph."""
PROGRAMME_WORDS = 14
"""A line of a programme, its time included, has at most so many."""
LINES = 5
"""Short lines that make a programme, or with little else a list."""
PROSE_WORDS = 40
"""With so few words in paragraphs, short lines are all that a text is."""
LISTED_AREAS = 3
"""Areas with at least half the facet's top score, from which short lines list subjects."""

_SEEKS = ("ansøgningsfrist", "søg stillingen", "din ansøgning", "ansøgning senest", "ansøg senest", "søges til")
_PAYS = ("løn efter", "lønvilkår", "ansættelsesvilkår", "aflønn", "lokal løndannelse", "lønnen følger", "løn og vilkår")
_BEGINS = (
    "tiltrædelse", "til besættelse", "skal besættes", "ansættelsessamtale", "jobsamtaler", "samtaler forventes",
    "holder samtaler", "samtalerne", "fuldtidsstilling", "stillingen er på",
)  # fmt: skip
JOB = (_SEEKS, _PAYS, _BEGINS)
_DEADLINE = ("tilmeldingsfrist", "sidste frist", "begrænset antal pladser", "tilmeld dig", "tilbuddet gælder")
_PRICE = (
    "moms",
    "deltagergebyr",
    "deltagerpris",
    "prisen er kr",
    "pris: ",
    "pris fra",
    "kr. pr. ",
    "gratis at deltage",
)
_ORDER = (
    "bestil nu",
    "bestil i dag",
    "køb nu",
    "køb billet",
    "book en demo",
    "book plads",
    "book en plads",
    "book din",
)
_REBATE = ("rabat", "early bird", "første måneder gratis", "måneder gratis", "uforpligtende", "spar ")
SALE = (_DEADLINE, _PRICE, _ORDER, _REBATE)
_PRESENT = ("til stede:", "afbud:", "fraværende:", "deltagere:", "referent:", "mødedeltagere:")
_DECIDED = ("til efterretning", "beslutning:", "blev godkendt", "blev udsat", "punktet udsættes", "indstilles til")
_AGENDA = ("eventuelt", "punkt 1", "godkendelse af dagsorden", "næste møde")
MINUTES = (_PRESENT, _DECIDED, _AGENDA)
"""The signs of each frame, and the ways a sign is written, in lower case."""

_READER = re.compile(r"\b(?:du|dig|din|dit|dine)\b")
_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
_TIMED = re.compile(
    rf"kl\.?\s*\d{{1,2}}|\b\d{{1,2}}[.:]\d{{2}}\s*[-–]\s*\d{{1,2}}|^\W*\d{{1,2}}[.:]\d{{2}}\b|\b\d{{1,2}}\.\s*(?:{_MONTHS})|^\W*\d{{1,2}}/\d{{1,2}}\b",
    re.IGNORECASE,
)
"""A time or a day, as the lines of a programme have it."""
_RUNNING = frozenset(("lead", "body", "list"))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the guard needs to know of one area."""

    facet: str
    score: int
    from_lists: int
    """Points from zones of kind `list`."""
    terms_outside: int
    """Distinct terms outside lists."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text looks: its words, its lines, and where its points come from."""

    text: str
    """In lower case."""
    lines: tuple[tuple[str, int], ...]
    """Paragraphs and items with their numbers of words, headings left out."""
    areas: tuple[Standing, ...]
    signs: Mapping[str, bool] = field(default_factory=dict)


def guard(zones: Iterable[Zone], standings: Iterable[Standing]) -> str:
    """Return in Danish why the text gets no areas, or an empty text when it may have some."""
    areas = tuple(s for s in standings if s.score)
    if not areas:
        return ""
    counted = [zone for zone in zones if zone.kind != "none"]
    text = "\n".join(zone.text for zone in counted).lower()
    lines = tuple((z.text, len(z.text.split())) for z in counted if z.kind in _RUNNING)
    look = _Look(text, lines, areas, _list_signs(areas))
    return next((reason for is_so, reason in GENRES if is_so(look)), "")


def _is_job(look: _Look) -> bool:
    return _has_signs(JOB, 2, look.text) and _speaks_to_the_reader(look.text)


def _is_sale(look: _Look) -> bool:
    if not _has_signs(SALE, 3, look.text):
        return False
    return _has_signs((_ORDER,), 1, look.text) or _speaks_to_the_reader(look.text)


def _is_minutes(look: _Look) -> bool:
    return _has_signs(MINUTES, len(MINUTES), look.text)


def _is_agenda(look: _Look) -> bool:
    return _has_little_prose(look) and sum(way in look.text for way in _AGENDA) >= 2


def _is_programme(look: _Look) -> bool:
    """Whether two thirds of the words stand in short lines with a time or a day."""
    timed = [n for line, n in look.lines if n <= PROGRAMME_WORDS and _TIMED.search(line)]
    return len(timed) >= LINES and 3 * sum(timed) >= 2 * sum(n for _, n in look.lines)


def _is_only_lines(look: _Look) -> bool:
    return _has_little_prose(look) and _listed(look.areas) >= LISTED_AREAS


def _has_its_points_from_lists(look: _Look) -> bool:
    return look.signs["lists"] and (look.signs["thin"] or look.signs["level"])


GENRES: tuple[tuple[Callable[[_Look], bool], str], ...] = (
    (_is_job, "Teksten ligner et stillingsopslag: den har frist, løn eller tiltrædelse og taler til en ansøger."),
    (_is_sale, "Teksten ligner en annonce: den har pris, frist eller tilbud og nævner emner uden at behandle dem."),
    (_is_minutes, "Teksten ligner et referat: den har deltagere, dagsorden og beslutninger."),
    (_is_agenda, "Teksten ligner en dagsorden: den nævner punkter uden at behandle dem."),
    (_is_programme, "Teksten ligner et program eller en kalender: den nævner emner sammen med tid og sted."),
    (_is_only_lines, "Teksten er en liste: den nævner emner i korte linjer og behandler dem ikke."),
    (_has_its_points_from_lists, "De fleste point kommer fra lister, og ingen emner er behandlet i teksten."),
)
"""Each genre with what an editor reads; the first that fits counts."""


def _has_signs(frame: tuple[tuple[str, ...], ...], least: int, text: str) -> bool:
    """Whether so many signs of the frame are in the text; most texts are done with after two."""
    lacking = len(frame) - least
    for ways in frame:
        if not any(way in text for way in ways):
            lacking -= 1
            if lacking < 0:
                return False
    return True


def _speaks_to_the_reader(text: str) -> bool:
    return len(_READER.findall(text)) >= SPOKEN_TO


def _has_little_prose(look: _Look) -> bool:
    """Whether the text is short lines and hardly a paragraph."""
    short = sum(n <= SHORT_WORDS for _, n in look.lines)
    return short >= LINES and sum(n for _, n in look.lines if n > SHORT_WORDS) < PROSE_WORDS


def _listed(areas: tuple[Standing, ...]) -> int:
    return max(sum(2 * score >= max(scores) for score in scores) for scores in _by_facet(areas))


def _by_facet(areas: tuple[Standing, ...]) -> list[list[int]]:
    return [[a.score for a in areas if a.facet == facet] for facet in sorted({a.facet for a in areas})]


def _list_signs(areas: tuple[Standing, ...]) -> Mapping[str, bool]:
    total = sum(a.score for a in areas)
    level = max(sum(100 * s >= LEVEL_SHARE * max(scores) for s in scores) for scores in _by_facet(areas))
    return {
        "lists": 100 * sum(a.from_lists for a in areas) > LIST_SHARE * total,
        "level": level >= LEVEL_AREAS,
        "thin": all(a.terms_outside < 2 for a in areas),
    }
