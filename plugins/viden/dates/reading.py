"""Reading dates strictly: the day first in every form but ISO, and nothing filled in from today."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

from ..errors import quoted
from ..nearest import nearest
from .faults import EXAMPLES, clock_fault, fault_of, impossible, left_over, other_form, written, wrong_form
from .words import COPENHAGEN, FOREIGN_MONTHS, FOREIGN_WEEKDAYS, MONTHS, WEEKDAYS, DateFault, DateValue, row_of
from .writing import clock, long_date, plain_date, short_date, weekday_name

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are taken for typing errors (chosen)."""

# Possessive quantifiers keep the patterns linear on long runs of spaces or digits.
_WORD = r"[^\W\d_]++"
_LEAD = rf"\s*+(?:(?!den\b)(?P<weekday>{_WORD})\s*+,?+\s*+)?+(?:den\s++)?+"
_SHAPES = (
    ("iso", r"\s*+(?P<year>[0-9]++)\s*+-\s*+(?P<month>[0-9]++)\s*+-\s*+(?P<day>[0-9]++)(?=[\sT]|$)(?:\s*+T)?+"),
    ("short", _LEAD + r"(?P<day>[0-9]++)\s*+/\s*+(?P<month>[0-9]++)\s*+/\s*+(?P<year>[0-9]++)(?=[\s,]|$)"),
    ("plain", _LEAD + rf"(?P<day>[0-9]++)\s*+\.?+\s*+(?P<name>{_WORD})\s*+,?+\s*+(?P<year>[0-9]++)(?=[\s,]|$)"),
)
_SHAPE = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _SHAPES)
_CLOCK = re.compile(
    r"\s*+(?:kl\b\.?+\s*+)?+(?P<hour>[0-9]{1,2}+)[.:](?P<minute>[0-9]{2}+)(?:[.:](?P<second>[0-9]{2}+)(?P<part>[.,][0-9]{1,9}+)?+)?+"
    r"\s*+(?P<zone>Z|(?P<sign>[+-])(?P<zone_hour>[0-9]{2}+):?(?P<zone_minute>[0-9]{2}+)?+)?+\s*+",
    re.IGNORECASE,
)
_LOOKS_LIKE_CLOCK = re.compile(r"\s*+(?:kl|[0-9])", re.IGNORECASE)


def parse(text: str) -> DateValue:
    """Return the date that `text` states in a form of the contract.

    The forms are ISO 8601 (also with clock, seconds and offset), `tirsdag den
    28. april 2020 kl. 08.00`, `28. april 2020`, `11 december, 2018` and
    `18/11/2020`. Of an hour that the end of summer time repeats the first is
    taken. Raises `DateFault`.
    """
    text = unicodedata.normalize("NFC", text)
    for shape, pattern in _SHAPE:
        found = pattern.match(text)
        if found:
            day = _day(text, shape, found)
            return _moment(text, shape, day, found.end())
    raise fault_of(text)


def parse_month(text: str) -> date:
    """Return the first day of a month (`2027-03`, `marts 2027`), or the day of a full date.

    Raises `DateFault`.
    """
    text = unicodedata.normalize("NFC", text)
    found = re.fullmatch(
        rf"\s*+(?:(?P<year>[0-9]++)\s*+-\s*+(?P<month>[0-9]++)|(?P<name>{_WORD})\s++(?P<of>[0-9]++))\s*+", text
    )
    if not found:
        return parse(text).moment.date()
    year = _year(text, found["year"] or found["of"], found.start("year" if found["year"] else "of"), "2027")
    month = _named_month(text, found["name"], found.start("name")) if found["name"] else _small(found["month"])
    if not 1 <= month <= 12:
        raise impossible(text, "et år har 12 måneder", "Ret måneden, fx 2027-03", found.start("month"))
    return date(year, month, 1)


def _day(text: str, shape: str, found: re.Match[str]) -> date:
    """Return the date of a text whose shape is right, or raise what is wrong with its parts."""
    groups = found.groupdict()
    if groups.get("name"):
        month = _named_month(text, groups["name"], found.start("name"))
    else:
        month = _small(groups["month"])
    year = _year(text, groups["year"], found.start("year"), "2020")
    day = _small(groups["day"])
    if not 1 <= month <= 12:
        hint = "Ret måneden"
        if shape == "short" and 1 <= day <= 12 and month <= calendar.monthrange(year, day)[1]:
            hint = f"Dagen skal stå først. Mente du {short_date(date(year, day, month))}?"
        raise impossible(text, "et år har 12 måneder", hint, found.start("month"))
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        example = written(shape, date(year, month, min(max(day, 1), last)))
        raise impossible(text, f"{_of(month, year)} har {last} dage", f"Ret dagen, fx {example}", found.start("day"))
    if shape == "iso" and (len(groups["month"]), len(groups["day"])) != (2, 2):
        raise wrong_form(text, f"Skriv {date(year, month, day)}", found.start("year"))
    if groups.get("weekday"):
        _check_weekday(groups["weekday"], date(year, month, day), found.start("weekday"))
    return date(year, month, day)


def _of(month: int, year: int) -> str:
    return f"{MONTHS[month - 1]} {year}" if month == 2 else MONTHS[month - 1]


def _small(digits: str) -> int:
    """Return a number of at most two digits; more can be no day and no month."""
    return int(digits) if len(digits) <= 2 else 99


def _year(text: str, digits: str, offset: int, example: str) -> int:
    if len(digits) != 4:
        other = other_form(text)
        if other or re.search(r"-\s*+[0-9]{4}", text):
            raise other or wrong_form(text, EXAMPLES, len(text) - len(text.lstrip()))
        is_short = len(digits) == 2 and "-" not in text
        hint = f"Skriv årstallet helt ud, fx {'20' + digits if is_short else example}"
        raise DateFault("date-year", f'Årstallet i "{quoted(text.strip())}" skal have fire cifre.', hint, offset)
    if not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        message = f'Årstallet i "{quoted(text.strip())}" ligger uden for {FIRST_YEAR}-{LAST_YEAR}.'
        raise DateFault("date-year", message, "Ret årstallet", offset)
    return int(digits)


def _named_month(text: str, name: str, offset: int) -> int:
    word = name.casefold()
    if word in MONTHS:
        return MONTHS.index(word) + 1
    foreign, near = row_of(word, FOREIGN_MONTHS), nearest(word, MONTHS)
    if foreign is not None:
        guess = f"; på dansk hedder den {MONTHS[foreign]}."
    else:
        guess = f'; mente du "{near}"?' if near else "."
    hint = "Skriv månedens fulde danske navn, fx 28. april 2020"
    raise DateFault("date-month", f'Måneden "{quoted(name)}" kendes ikke{guess}', hint, offset)


def _check_weekday(name: str, day: date, offset: int) -> None:
    """Raise unless `name` is the Danish weekday of `day`."""
    word, right = name.casefold(), weekday_name(day)
    if word == right:
        return
    if word in WEEKDAYS:
        message = f"{plain_date(day)} er en {right}, ikke en {word}."
        raise DateFault("date-weekday", message, f"Skriv {long_date(day)}, eller ret datoen", offset)
    foreign, near = row_of(word, FOREIGN_WEEKDAYS), nearest(word, WEEKDAYS)
    if foreign is not None:
        guess = f"; på dansk hedder den {WEEKDAYS[foreign]}."
    else:
        guess = f'; mente du "{near}"?' if near else "."
    raise DateFault("date-weekday", f'Ugedagen "{quoted(name)}" kendes ikke{guess}', f"Skriv {long_date(day)}", offset)


def _moment(text: str, shape: str, day: date, start: int) -> DateValue:
    """Return the day with the clock time that stands from `start`, if any."""
    if not text[start:].strip():
        if text[:start].rstrip()[-1:] in ("T", "t"):
            raise clock_fault(text, start)
        return DateValue(datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN), False)
    found = _CLOCK.fullmatch(text, start)
    if not found or (found["zone"] and shape != "iso"):
        raise clock_fault(text, start) if _LOOKS_LIKE_CLOCK.match(text, start) else left_over(text, start)
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise clock_fault(text, found.start("hour"))
    fraction = int((found["part"] or ".0")[1:7].ljust(6, "0"))
    local = datetime(day.year, day.month, day.day, hour, minute, second, fraction)
    if found["zone"]:
        return DateValue(local.replace(tzinfo=_zone(text, found)).astimezone(COPENHAGEN), True)
    return DateValue(_in_copenhagen(text, local, found.start("hour")), True)


def _zone(text: str, found: re.Match[str]) -> timezone:
    if not found["sign"]:
        return UTC
    hours, minutes = int(found["zone_hour"]), int(found["zone_minute"] or 0)
    if hours > 14 or minutes > 59:
        message = f'Tidszonen "{found["zone"]}" findes ikke.'
        raise DateFault("date-clock", message, "Skriv fx +01:00 om vinteren og +02:00 om sommeren", found.start("zone"))
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(ahead if found["sign"] == "+" else -ahead)


def _in_copenhagen(text: str, local: datetime, offset: int) -> datetime:
    """Return a clock time of Copenhagen, or raise if summer time skips it."""
    moment = local.replace(tzinfo=COPENHAGEN)
    back = moment.astimezone(UTC).astimezone(COPENHAGEN)
    if back.replace(tzinfo=None) != local:
        message = f"{clock(local).capitalize()} findes ikke den {plain_date(local)}: uret stilles frem til sommertid."
        raise DateFault("date-skipped", message, f"Skriv et andet klokkeslæt, fx {clock(back)}", offset)
    return moment
