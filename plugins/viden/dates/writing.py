"""Dates and times as readers, feeds and letters show them, and the weeks of newsletters."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from .words import COPENHAGEN, ENGLISH_MONTHS, ENGLISH_WEEKDAYS, MONTHS, WEEKDAYS


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
    day = f"{ENGLISH_WEEKDAYS[dt.weekday()]}, {dt.day:02d} {ENGLISH_MONTHS[dt.month - 1]} {dt.year:04d}"
    minutes = int((dt.utcoffset() or timedelta()).total_seconds()) // 60
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{day} {dt.hour:02d}:{dt.minute:02d}:{dt.second:02d} {sign}{minutes // 60:02d}{minutes % 60:02d}"


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
