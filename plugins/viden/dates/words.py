"""The words and numbers that dates are made of, and what a date is once read. No locale is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""From Monday, as `date.weekday` counts."""

FOREIGN_MONTHS = (
    "january januari janvier enero gennaio jan",
    "february februari février fevrier febrero febbraio feb febr",
    "march märz mars mar marzo maart mrz",
    "avril abril aprile apr",
    "may mai mayo maggio mei",
    "june juin junio giugno jun",
    "july juillet julio luglio jul",
    "augusti août aout agosto augustus aug",
    "septembre septiembre settembre sep sept",
    "october oktober octobre octubre ottobre oct okt",
    "novembre noviembre nov",
    "desember dezember décembre decembre diciembre dicembre dec des dez",
)
"""Months from January as English, German, Swedish, Norwegian, Dutch, French, Spanish and Italian write or cut them."""

FOREIGN_WEEKDAYS = (
    "monday montag måndag mandag mon man",
    "tuesday dienstag tisdag tirsdag tue tues tir tirs",
    "wednesday mittwoch onsdag wed ons",
    "thursday donnerstag torsdag thu thur thurs tor tors",
    "friday freitag fredag fri fre",
    "saturday samstag sonnabend lördag lørdag sat lør",
    "sunday sonntag söndag søndag sun søn",
)
"""Weekdays from Monday, as English, German, Swedish and Norwegian write or cut them."""

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Prescribed by RFC 5322, section 3.3, for feeds and letters."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as an author gave it."""

    moment: datetime
    """Europe/Copenhagen; midnight where no clock time was given."""
    has_time: bool


class DateFault(ValueError):
    """A text that is no date; `message` and `hint` are Danish, `offset` counts code points of its NFC form."""

    def __init__(self, rule: str, message: str, hint: str, offset: int = 0) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint, self.offset = rule, message, hint, offset


def row_of(word: str, table: tuple[str, ...]) -> int | None:
    return next((i for i, words in enumerate(table) if word in words.split()), None)
