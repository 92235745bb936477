"""Danish dates in and out, from tables; Europe/Copenhagen; ISO weeks.

Reading is strict: the day stands first in every form but ISO, nothing is filled
in from today, and a fault says what to write instead. No locale is asked.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from .errors import quoted
from .nearest import nearest

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are taken for typing errors (chosen)."""

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
"""From Monday, as `date.weekday` counts."""

_FOREIGN_MONTHS = (
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

_FOREIGN_WEEKDAYS = (
    "monday montag måndag mandag mon man",
    "tuesday dienstag tisdag tirsdag tue tues tir tirs",
    "wednesday mittwoch onsdag wed ons",
    "thursday donnerstag torsdag thu thur thurs tor tors",
    "friday freitag fredag fri fre",
    "saturday samstag sonnabend lördag lørdag sat lør",
    "sunday sonntag söndag søndag sun søn",
)
"""Weekdays from Monday, as English, German, Swedish and Norwegian write or cut them."""

_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Prescribed by RFC 5322, section 3.3, for feeds and letters."""

EXAMPLES = "Skriv fx 28. april 2020, 28/04/2020 eller 2020-04-28"


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


# --- reading -----------------------------------------------------------------

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
    raise _wrong_form(text)


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
        raise _impossible(text, "et år har 12 måneder", "Ret måneden, fx 2027-03", found.start("month"))
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
        raise _impossible(text, "et år har 12 måneder", hint, found.start("month"))
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        example = _written(shape, date(year, month, min(max(day, 1), last)))
        raise _impossible(text, f"{_of(month, year)} har {last} dage", f"Ret dagen, fx {example}", found.start("day"))
    if shape == "iso" and (len(groups["month"]), len(groups["day"])) != (2, 2):
        raise _form(text, f"Skriv {date(year, month, day)}", found.start("year"))
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
        other = _other_form(text)
        if other or re.search(r"-\s*+[0-9]{4}", text):
            raise other or _form(text, EXAMPLES, len(text) - len(text.lstrip()))
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
    foreign, near = _row_of(word, _FOREIGN_MONTHS), nearest(word, MONTHS)
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
    foreign, near = _row_of(word, _FOREIGN_WEEKDAYS), nearest(word, WEEKDAYS)
    if foreign is not None:
        guess = f"; på dansk hedder den {WEEKDAYS[foreign]}."
    else:
        guess = f'; mente du "{near}"?' if near else "."
    raise DateFault("date-weekday", f'Ugedagen "{quoted(name)}" kendes ikke{guess}', f"Skriv {long_date(day)}", offset)


def _row_of(word: str, table: tuple[str, ...]) -> int | None:
    return next((i for i, words in enumerate(table) if word in words.split()), None)


def _moment(text: str, shape: str, day: date, start: int) -> DateValue:
    """Return the day with the clock time that stands from `start`, if any."""
    if not text[start:].strip():
        if text[:start].rstrip()[-1:] in ("T", "t"):
            raise _clock_fault(text, start)
        return DateValue(datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN), False)
    found = _CLOCK.fullmatch(text, start)
    if not found or (found["zone"] and shape != "iso"):
        raise _clock_fault(text, start) if _LOOKS_LIKE_CLOCK.match(text, start) else _left_over(text, start)
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise _clock_fault(text, found.start("hour"))
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


# --- faults of form ----------------------------------------------------------


def _form(text: str, hint: str, offset: int = 0, rule: str = "date-form") -> DateFault:
    return DateFault(rule, f'Datoen "{quoted(text.strip())}" er ikke skrevet i en form, som kan læses.', hint, offset)


def _impossible(text: str, why: str, hint: str, offset: int) -> DateFault:
    return DateFault("date-impossible", f'Datoen "{quoted(text.strip())}" findes ikke: {why}.', hint, offset)


def _clock_fault(text: str, start: int) -> DateFault:
    offset = start + len(text[start:]) - len(text[start:].lstrip())
    shown = quoted(text[start:].strip())
    message = f'Klokkeslættet "{shown}" kan ikke læses.' if shown else "Klokkeslættet mangler."
    return DateFault("date-clock", message, "Skriv timer og minutter fra 00.00 til 23.59, fx kl. 08.00", offset)


def _left_over(text: str, start: int) -> DateFault:
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


def _wrong_form(text: str) -> DateFault:
    """Return the fault of a text that has none of the contract's shapes."""
    bare = " ".join(text[:200].split())
    offset = len(text) - len(text.lstrip())
    if not bare:
        return DateFault("date-incomplete", "Datoen er tom.", EXAMPLES)
    for pattern, missing in _PARTS_ONLY:
        if re.fullmatch(pattern, bare, re.IGNORECASE):
            return DateFault("date-incomplete", f'Datoen "{quoted(bare)}" er ikke hel: {missing}.', EXAMPLES, offset)
    return _other_form(text) or _form(text, EXAMPLES, offset)


def _other_form(text: str) -> DateFault | None:
    """Return the fault of a date in a form that others use, with ours as the remedy."""
    bare = " ".join(text[:200].split())
    for pattern, shape in _OTHER_FORMS:
        found = re.fullmatch(pattern, bare, re.IGNORECASE)
        mended = found and _mended(found)
        if mended:
            return _form(text, f"Mente du {_written(shape, mended)}?", len(text) - len(text.lstrip()))
    return None


def _mended(found: re.Match[str]) -> date | None:
    """Return the date that a foreign form most likely means, or None if it is none."""
    groups = found.groupdict()
    if "name" in groups:
        word = groups["name"].casefold()
        row = MONTHS.index(word) if word in MONTHS else _row_of(word, _FOREIGN_MONTHS)
        month = 0 if row is None else row + 1
    else:
        month = int(groups["m"])
    try:
        return date(int(groups["y"]), month, int(groups["d"]))
    except ValueError:
        return None


def _written(shape: str, day: date) -> str:
    return {"iso": day.isoformat(), "short": short_date(day), "plain": plain_date(day)}[shape]


# --- writing -----------------------------------------------------------------


def month_name(number: int) -> str:
    """Return the Danish name of month 1 to 12."""
    return MONTHS[number - 1]


def weekday_name(d: date) -> str:
    return WEEKDAYS[_local(d).weekday()]


def long_date(d: date) -> str:
    """Return `tirsdag den 28. april 2020`; a zoned time is taken to Copenhagen first, here and below."""
    return f"{weekday_name(d)} den {plain_date(d)}"


def plain_date(d: date) -> str:
    """Return `28. april 2020`."""
    d = _local(d)
    return f"{d.day}. {MONTHS[d.month - 1]} {d.year}"


def short_date(d: date) -> str:
    """Return `18/11/2020`, both numbers with two digits."""
    d = _local(d)
    return f"{d.day:02d}/{d.month:02d}/{d.year}"


def date_first(d: date) -> str:
    """Return `11 december, 2018`, which opens a byline."""
    d = _local(d)
    return f"{d.day} {MONTHS[d.month - 1]}, {d.year}"


def clock(dt: datetime) -> str:
    """Return `kl. 08.00`."""
    dt = _local_time(dt)
    return f"kl. {dt.hour:02d}.{dt.minute:02d}"


def iso(dt: date) -> str:
    """Return RFC 3339 with Copenhagen's offset: `2020-04-28T08:00:00+02:00`; of a mere date `2020-04-28`.

    A naive time raises `ValueError`, here and in `rfc822`.
    """
    if not isinstance(dt, datetime):
        return dt.isoformat()
    return _zoned(dt).isoformat(timespec="seconds")


def rfc822(dt: datetime) -> str:
    """Return RFC 5322's form with Copenhagen's offset: `Tue, 28 Apr 2020 08:00:00 +0200`."""
    dt = _zoned(dt)
    day = f"{_ENGLISH_WEEKDAYS[dt.weekday()]}, {dt.day:02d} {_ENGLISH_MONTHS[dt.month - 1]} {dt.year:04d}"
    minutes = int((dt.utcoffset() or timedelta()).total_seconds()) // 60
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{day} {dt.hour:02d}:{dt.minute:02d}:{dt.second:02d} {sign}{minutes // 60:02d}{minutes % 60:02d}"


# --- weeks -------------------------------------------------------------------


def iso_week(d: date) -> tuple[int, int]:
    """Return the year and number of the ISO week; the year may differ from the calendar's."""
    year, week, _ = _local(d).isocalendar()
    return year, week


def week_bounds(year: int, week: int) -> tuple[datetime, datetime]:
    """Return Monday 00:00 of an ISO week and of the next, in Copenhagen.

    A week that the year lacks raises `ValueError`. The two are 7 days apart by
    the calendar and 167, 168 or 169 hours by the clock.
    """
    monday = date.fromisocalendar(year, week, 1)
    return _midnight(monday), _midnight(monday + timedelta(days=7))


def _midnight(d: date) -> datetime:
    return datetime(d.year, d.month, d.day, tzinfo=COPENHAGEN)


def _local(d: date) -> date:
    return _local_time(d) if isinstance(d, datetime) else d


def _local_time(dt: datetime) -> datetime:
    return dt.astimezone(COPENHAGEN) if dt.tzinfo else dt


def _zoned(dt: datetime) -> datetime:
    if dt.tzinfo is None:
        raise ValueError(f"a time without zone: {dt.isoformat()}")
    return dt.astimezone(COPENHAGEN)
