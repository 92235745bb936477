"""Corrections: boxes of the editors' that say what was wrong and when it was mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import Tag

from ..dates import DateFault, parse
from ..model import Correction, Place, Problem
from .boxes import boxes_of, content_of, place_of
from .masking import Masked
from .rules import fault

CORRECTION = re.compile(r"\W*Rettet den\b")
"""How the text of a correction opens."""
_DATED = re.compile(r"\W*Rettet den\s+(?P<day>[^:]{1,40}?)\s*:\s*(?P<text>.+)", re.DOTALL)
_EXAMPLE = "Skriv fx Rettet den 4. september 2026: Tallet var 12, ikke 21."


def corrections_of(root: Tag, source: Masked) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Return the corrections below `root` in document order, and what is wrong with their dates."""
    found: list[Correction] = []
    problems: list[Problem] = []
    for node, aside in boxes_of(root, source):
        if is_correction(node):
            read = tuple(_read(_text(node), place_of(aside, source)))
            problems += [r for r in read if isinstance(r, Problem)]
            found += [r for r in read if isinstance(r, Correction)]
    return tuple(found), tuple(problems)


def is_correction(node: Tag) -> bool:
    """Whether a box is one of the editors' that opens with "Rettet den"."""
    return "box--redaktoer" in str(node.get("class")) and CORRECTION.match(_text(node)) is not None


def _text(node: Tag) -> str:
    return " ".join(" ".join(c.get_text() for c in content_of(node)).split())


def _read(text: str, place: Place) -> Iterator[Correction | Problem]:
    match = _DATED.match(text)
    if match is None:
        yield fault("correction-date", place, "Rettelsen har ingen dato med et kolon efter.", _EXAMPLE, "warning")
        return
    try:
        yield Correction(parse(match["day"]).moment.date(), match["text"])
    except DateFault as wrong:
        yield fault("correction-date", place, f"Rettelsens dato kan ikke læses. {wrong.message}", _EXAMPLE, "warning")
