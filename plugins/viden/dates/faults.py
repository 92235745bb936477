"""What is wrong with a text that is no date, and what to write instead."""

from __future__ import annotations

import re
from datetime import date

from ..errors import quoted
from .words import FOREIGN_MONTHS, MONTHS, DateFault, row_of
from .writing import plain_date, short_date

EXAMPLES = "Skriv fx 28. april 2020, 28/04/2020 eller 2020-04-28"


def wrong_form(text: str, hint: str, offset: int = 0, rule: str = "date-form") -> DateFault:
    return DateFault(rule, f'Datoen "{quoted(text.strip())}" er ikke skrevet i en form, som kan læses.', hint, offset)


def impossible(text: str, why: str, hint: str, offset: int) -> DateFault:
    return DateFault("date-impossible", f'Datoen "{quoted(text.strip())}" findes ikke: {why}.', hint, offset)


def clock_fault(text: str, start: int) -> DateFault:
    offset = start + len(text[start:]) - len(text[start:].lstrip())
    shown = quoted(text[start:].strip())
    message = f'Klokkeslættet "{shown}" kan ikke læses.' if shown else "Klokkeslættet mangler."
    return DateFault("date-clock", message, "Skriv timer og minutter fra 00.00 til 23.59, fx kl. 08.00", offset)


def left_over(text: str, start: int) -> DateFault:
    offset = start + len(text[start:]) - len(text[start:].lstrip())
    message = f'Efter datoen står "{quoted(text[start:].strip())}", som ikke hører til den.'
    return DateFault("date-form", message, "Skriv datoen alene, eller med klokkeslæt: 28. april 2020 kl. 08.00", offset)


_OTHER_FORMS = (
    (r"(?P<d>[0-9]{1,2})\s*[.\-]\s*(?P<m>[0-9]{1,2})\s*[.\-]\s*(?P<y>[0-9]{4})\b.*", "short"),
    (r"(?P<y>[0-9]{4})\s*[/.]\s*(?P<m>[0-9]{1,2})\s*[/.]\s*(?P<d>[0-9]{1,2})\b.*", "iso"),
    (r"(?P<d>[0-9]{1,2})\s*/\s*(?P<m>[0-9]{1,2})\s*[ \-]\s*(?P<y>[0-9]{4})\b.*", "short"),
    (r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})\b.*", "iso"),
    (r"(?P<name>[^\W\d_]+)\.?\s*(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?\s*,?\s*(?P<y>[0-9]{4})\b.*", "plain"),
    (r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th|\.)?\s*(?:of\s+)?(?P<name>[^\W\d_]+)\.?,?\s*(?P<y>[0-9]{4})\b.*", "plain"),
    (r"d\.?\s*(?P<d>[0-9]{1,2})\.?\s*(?P<name>[^\W\d_]+)\s*(?P<y>[0-9]{4})\b.*", "plain"),
    (r"[^\W\d_]+\s+d\.?\s*(?P<d>[0-9]{1,2})\.?\s*(?P<name>[^\W\d_]+)\s*(?P<y>[0-9]{4})\b.*", "plain"),
)
"""Forms in use elsewhere, each with the form of ours in which it is shown mended."""

_PARTS_ONLY = (
    (r"[0-9]{4}", "dag og måned mangler"),
    (r"[0-9]{4}\s*-\s*[0-9]{1,2}|[^\W\d_]+\s+[0-9]{4}", "dagen mangler"),
    (r"[0-9]{1,2}\s*/\s*[0-9]{1,2}", "årstallet mangler"),
    (r"(?:[^\W\d_]+,?\s+)?(?:den\s+)?[0-9]{1,2}\s*\.?\s*[^\W\d_]+(?:\s+kl\b.*)?", "årstallet mangler"),
    (r"(?:kl\.?\s*)?[0-9]{1,2}[.:][0-9]{2}", "dag, måned og år mangler"),
)


def fault_of(text: str) -> DateFault:
    """Return the fault of a text that has none of the contract's shapes."""
    bare = " ".join(text[:200].split())
    offset = len(text) - len(text.lstrip())
    if not bare:
        return DateFault("date-incomplete", "Datoen er tom.", EXAMPLES)
    for pattern, missing in _PARTS_ONLY:
        if re.fullmatch(pattern, bare, re.IGNORECASE):
            return DateFault("date-incomplete", f'Datoen "{quoted(bare)}" er ikke hel: {missing}.', EXAMPLES, offset)
    return other_form(text) or wrong_form(text, EXAMPLES, offset)


def other_form(text: str) -> DateFault | None:
    """Return the fault of a date in a form that others use, with ours as the remedy."""
    bare = " ".join(text[:200].split())
    for pattern, shape in _OTHER_FORMS:
        found = re.fullmatch(pattern, bare, re.IGNORECASE)
        mended = found and _mended(found)
        if mended:
            return wrong_form(text, f"Mente du {written(shape, mended)}?", len(text) - len(text.lstrip()))
    return None


def _mended(found: re.Match[str]) -> date | None:
    """Return the date that a foreign form most likely means, or None if it is none."""
    groups = found.groupdict()
    if "name" in groups:
        word = groups["name"].casefold()
        row = MONTHS.index(word) if word in MONTHS else row_of(word, FOREIGN_MONTHS)
        month = 0 if row is None else row + 1
    else:
        month = int(groups["m"])
    try:
        return date(int(groups["y"]), month, int(groups["d"]))
    except ValueError:
        return None


def written(shape: str, day: date) -> str:
    return {"iso": day.isoformat(), "short": short_date(day), "plain": plain_date(day)}[shape]
