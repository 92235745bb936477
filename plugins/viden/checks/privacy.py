"""CPR numbers and secrets: found, and never repeated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..model import Place, Problem, Source

NUMBER = re.compile(r"(?<![\d+])(?<!\d[-.,/])(\d{2})(\d{2})(\d{2})([-–‐\u2011 ]?)(\d{4})(?![\d])(?![-.,/]\d)")
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""Of modulus 11 (CPR-kontoret, "Personnummeret i CPR", 2008); numbers without it have been given since 2007."""
SECRETS = (
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"),
    re.compile(r"\bgithub_pat_[A-Za-z0-9_]{40,}\b"),
    re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{20,}\b"),
    re.compile(r"\bglpat-[A-Za-z0-9_-]{20}\b"),
)
"""Forms of keys that their issuers document."""
TEXTS = (".md", ".markdown", ".mkd", ".mdown", ".yaml", ".yml", ".json", ".csv", ".ics", ".txt")


def check_privacy(sources: Iterable[Source]) -> Iterator[Problem]:
    """Yield numbers and keys in texts and registers, and in the names of all files."""
    for source in sources:
        for match in NUMBER.finditer(source.path):
            yield from _number(match, Place(source.path), "Filnavnet")
        if source.path.lower().endswith(TEXTS):
            yield from _in_text(source)


def masked(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems with every possible CPR number in their words hidden."""
    return tuple(replace(p, message=_hidden(p.message), hint=_hidden(p.hint)) for p in problems)


def is_birth_number(day: str, month: str, year: str, rest: str) -> bool:
    """Whether six digits are a date by the century rule, and four follow.

    The seventh digit gives the century (CPR-kontoret, "Personnummeret i CPR").
    """
    century = _century(int(rest[0]), int(year))
    try:
        date(century + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def passes_modulus_11(digits: str) -> bool:
    """Whether ten digits pass the check that most CPR numbers pass."""
    return sum(int(d) * w for d, w in zip(digits, WEIGHTS)) % 11 == 0


def _century(seventh: int, year: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _in_text(source: Source) -> Iterator[Problem]:
    text = unicodedata.normalize("NFC", source.data.decode("utf-8", "replace")).removeprefix("\ufeff")
    for match in NUMBER.finditer(text):
        yield from _number(match, _place(text, match.start(), source.path), "Her")
    for pattern in SECRETS:
        for secret in pattern.finditer(text):
            message = "Her står en hemmelig nøgle, som alle kan læse."
            hint = "Slet den, og få den spærret hos udstederen"
            yield Problem(_place(text, secret.start(), source.path), "error", "secret", message, hint)


def _place(text: str, index: int, path: str) -> Place:
    lines = re.split(r"\r\n|\n|\r", text[:index])
    return Place(path, len(lines), len(lines[-1]) + 1)


def _number(match: re.Match[str], place: Place, where: str) -> Iterator[Problem]:
    day, month, year, separator, rest = match.groups()
    if not is_birth_number(day, month, year, rest):
        return
    verb = "indeholder" if where == "Filnavnet" else "står"
    is_sure = separator not in ("", " ") or passes_modulus_11(day + month + year + rest)
    if is_sure:
        message = f"{where} {verb} et CPR-nummer (ddmmåå-****)."
        yield Problem(place, "error", "cpr-number", message, "Slet det; det må ikke lægges ud")
    elif not separator:
        message = f"{where} {verb} ti cifre, der kan være et CPR-nummer (ddmmåå****)."
        yield Problem(place, "warning", "cpr-possible", message, "Slet dem, hvis det er et CPR-nummer")


def _hidden(text: str) -> str:
    def mask(match: re.Match[str]) -> str:
        day, month, year, _, rest = match.groups()
        return "ddmmåå-****" if is_birth_number(day, month, year, rest) else match[0]

    return NUMBER.sub(mask, text)
