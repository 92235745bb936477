"""A line of a web server's log, in the common or the combined format of Apache and nginx."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from urllib.parse import unquote

from ..dates import COPENHAGEN

_LINE = re.compile(
    r"(?P<address>\S{1,100}) \S+ .{1,200}? "
    r"\[(?P<day>\d{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4}):(?P<clock>\d{2}:\d{2}:\d{2}) (?P<zone>[+-]\d{4})\] "
    r'"(?P<method>[A-Z]{1,10}) (?P<target>\S{1,2000}) HTTP/[0-9.]{1,3}" (?P<status>\d{3}) (?:\d+|-)'
    r'(?: "(?P<from>(?:[^"\\]|\\.)*)" "(?P<agent>(?:[^"\\]|\\.)*)")?.*'
)
"""https://httpd.apache.org/docs/2.4/logs.html; nginx's `combined` is the same. A virtual host may not stand first."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LIMIT = 8_192
"""Longest line that is read; a longer one is an attack or a fault."""


@dataclass(frozen=True, slots=True)
class Line:
    """What counting needs of a line."""

    address: str
    """Whom the answer went to."""
    day: date
    """In Copenhagen."""
    method: str
    path: str
    """Decoded, without what follows `?`."""
    status: int
    agent: str | None
    """What the program calls itself; None in the common format, which does not tell."""


def parse(text: str) -> Line | None:
    """Return the line, or None where it is no line of such a log."""
    found = _LINE.fullmatch(text.rstrip("\r\n")) if len(text) <= LIMIT else None
    day = _day(found) if found else None
    if found is None or day is None:
        return None
    path = unquote(found["target"].partition("?")[0].partition("#")[0])
    return Line(found["address"], day, found["method"], path, int(found["status"]), found["agent"])


def _day(found: re.Match[str]) -> date | None:
    zone, sign = found["zone"], -1 if found["zone"][0] == "-" else 1
    hour, minute, second = map(int, found["clock"].split(":"))
    try:
        offset = timezone(sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[3:])))
        month = MONTHS.index(found["month"]) + 1
        told = datetime(int(found["year"]), month, int(found["day"]), hour, minute, min(second, 59), tzinfo=offset)
        return told.astimezone(COPENHAGEN).date()
    except (ValueError, OverflowError):
        return None
