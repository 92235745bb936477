"""iCalendar files (RFC 5545): one for each event, each series and each area with events.

Times are given in UTC, so no calendar program has to know our zone; a day
without clock times is an all-day event. `DTSTAMP` is the event's own start:
the same register always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from .. import addresses
from ..model import Artefact, Event, Library, Registers
from .frame import Frame
from .meetings import events_of_area
from .published import starts
from .roles import speaker_line

LINE_OCTETS = 75
"""RFC 5545, section 3.1: longer lines are folded."""
ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"))


def calendars(library: Library, frame: Frame) -> tuple[Artefact, ...]:
    """Return the calendar files; where a series has the id of an event, the event has the file."""
    registers = library.registers
    files = {series.id: series.events for series in registers.series if series.events}
    files |= {event.id: (event,) for event in registers.events}
    paths = {addresses.calendar_path(id): events for id, events in files.items()}
    for area in registers.work_areas + registers.competence_areas:
        if events := events_of_area(area, library):
            paths[addresses.area_calendar_path(area.facet, area.id)] = events
    return tuple(Artefact(path, _calendar(events, registers, frame)) for path, events in sorted(paths.items()))


def _calendar(events: Iterable[Event], registers: Registers, frame: Frame) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(frame.name)}//Kalender//DA",
        *(line for event in events for line in _event(event, registers, frame)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def _event(event: Event, registers: Registers, frame: Frame) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{registers.site.authority.partition(',')[0] or 'videnstafet'}"
    yield f"DTSTAMP:{_utc(starts(event))}"
    yield from _span(event)
    yield f"SUMMARY:{_text(event.name)}"
    if event.form:
        yield f"LOCATION:{_text(event.form)}"
    if description := _description(event, registers):
        yield f"DESCRIPTION:{_text(description)}"
    if event.series and frame.site_url:
        yield f"URL:{frame.absolute(addresses.series_url(event.series))}"
    yield "END:VEVENT"


def _span(event: Event) -> Iterator[str]:
    """Yield start and end; a whole day ends, as the standard wants, on the day after its last."""
    first, last = event.start, event.end
    if isinstance(first, datetime):
        yield f"DTSTART:{_utc(first)}"
        if isinstance(last, datetime) and last > first:
            yield f"DTEND:{_utc(last)}"
        return
    final = _day(last) if last is not None else first
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{final + timedelta(days=1):%Y%m%d}"


def _description(event: Event, registers: Registers) -> str:
    speakers = ("".join(speaker_line(s, registers, _day(event.start))) for s in event.speakers)
    return "\n".join(filter(None, (event.description, *speakers)))


def folded(line: str) -> bytes:
    """Return the line with CRLF, folded before it has more than 75 octets, never inside a character."""
    rows: list[bytes] = [b""]
    for character in line:
        octets = character.encode("utf-8")
        if len(rows[-1]) + len(octets) > LINE_OCTETS:
            rows.append(b" ")
        rows[-1] += octets
    return b"\r\n".join((*rows, b""))


def _text(value: str) -> str:
    for sign, escaped in ESCAPES:
        value = value.replace(sign, escaped)
    return value


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
