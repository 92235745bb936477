"""The length of a recording in words: read strictly, written in one form."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"(?:(?P<hours>\d{1,2}) ?(?:timer?|t\.?)(?: og)?(?: |$))?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:minutter|minut|min\.?)(?: og)?(?: |$))?"
    r"(?:(?P<seconds>\d{1,2}) ?(?:sekunder|sekund|sek\.?))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:(\d{1,2})[:.])?(\d{1,3})[:.](\d{2})")
_UNIT = 60


def seconds_of(text: str) -> int | None:
    """Return the seconds in `12 min.`, `1 time 5 min.` or `45 sek.`; None where it says no length."""
    match = _WORDS.fullmatch(" ".join(text.split()))
    if match is None or text.rstrip().lower().endswith(" og"):
        return None
    hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
    is_over = (match["hours"] and minutes >= _UNIT) or (match["minutes"] and seconds >= _UNIT)
    return None if is_over else (hours * _UNIT + minutes) * _UNIT + seconds or None


def in_words(seconds: int) -> str:
    """Return `1 time 5 min.`: at most two units, so that it can be taken in at a glance."""
    hours, rest = divmod(seconds, _UNIT * _UNIT)
    minutes, left = divmod(rest, _UNIT)
    parts = (
        f"{hours} {'time' if hours == 1 else 'timer'}" if hours else "",
        f"{minutes} min." if minutes else "",
        f"{left} sek." if left and not hours else "",
    )
    return " ".join(filter(None, parts))


def meant(text: str) -> str:
    """Return what to write for a length that is written as on a clock or as a bare number, or an example."""
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        found = (hours * _UNIT + minutes) * _UNIT + seconds
        return in_words(found) if found else EXAMPLE
    return f"{text} min." if re.fullmatch(r"[1-9]\d{0,2}", text) else EXAMPLE


EXAMPLE = "fx 12 min. eller 1 time 5 min."
