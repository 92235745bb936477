"""Events in words: when, in which tense, who spoke, who stands behind."""

from __future__ import annotations

from datetime import date, datetime

from ..addresses import calendar_path, person_url, poster_url, series_url
from ..dates import clock, plain_date
from ..model import WORK, Area, Event, Facts, Library, Registers, Series
from .published import is_on, is_over, starts
from .roles import speaker_line
from .shelves import Shelves
from .texts import capital, number_word
from .views import Line, Meeting, Piece

NOUNS = (
    ("temadag", "temadagen", "temadage"),
    ("temamøde", "temamødet", "temamøder"),
    ("netværksmøde", "netværksmødet", "netværksmøder"),
    ("webinar", "webinaret", "webinarer"),
    ("konference", "konferencen", "konferencer"),
    ("seminar", "seminaret", "seminarer"),
    ("workshop", "workshoppen", "workshopper"),
    ("kursus", "kurset", "kurser"),
    ("møde", "mødet", "møder"),
)
"""What a meeting may call itself, in the order in which it is looked for: plain, definite, plural."""
MEETING = ("arrangement", "arrangementet", "arrangementer")


def meeting(event: Event, library: Library, shelves: Shelves) -> Meeting:
    """Return the event as its pages show it at the library's moment."""
    registers = library.registers
    series = registers.series_of(event.series)
    over = is_over(event, library.moment)
    when = span(event)
    _, definite, _ = noun(event)
    return Meeting(
        id=event.id,
        name=event.name,
        when=capital(when),
        wording=f"blev holdt {when}" if over else f"holdes {when}",
        form=event.form,
        start=event.start,
        end=event.end,
        is_over=over,
        is_on=is_on(event, library.moment),
        url=f"{series_url(event.series)}#{event.id}" if event.series else "",
        calendar=calendar_path(event.id),
        description=event.description,
        speakers_heading=f"På {definite} var der oplæg af:" if over else f"På {definite} er der oplæg af:",
        speakers=tuple(_speaker(event, number, registers) for number in range(len(event.speakers))),
        organiser=organiser_line(event, series),
        organised_by=event.organiser or (series.organiser if series else ""),
        posts=shelves.events.get(event.id, ()),
        number=event.number,
        series=series.name if series else "",
        poster=_poster(event, shelves),
    )


def span(event: Event) -> str:
    """Return "den 6. november 2020", with clock times where the register gives them, over several days "fra … til …"."""
    first, last = event.start, event.end if event.end is not None else event.start
    if _day(first) != _day(last):
        return f"fra den {plain_date(_day(first))} til den {plain_date(_day(last))}"
    if not isinstance(first, datetime):
        return f"den {plain_date(first)}"
    until = f"–{clock(last).removeprefix('kl. ')}" if isinstance(last, datetime) and last > first else ""
    return f"den {plain_date(first)} {clock(first)}{until}"


def noun(event: Event) -> tuple[str, str, str]:
    """Return what the event calls itself, in its name or other names, plain, definite and plural."""
    said = " ".join((event.name, *event.aliases)).casefold()
    return next((n for n in NOUNS if n[0] in said), MEETING)


def organiser_line(event: Event, series: Series | None) -> str:
    """Return "Bag de tre temadage står X." with the number of events in the series, or nothing."""
    organiser = event.organiser or (series.organiser if series else "")
    if not organiser:
        return ""
    total = len(series.events) if series else 1
    _, definite, plural = noun(event)
    return f"Bag {definite if total == 1 else f'de {number_word(total)} {plural}'} står {organiser}."


def series_calendar(series: Series, library: Library) -> str:
    """Return the path of the file with all events of a series while one is still to come; empty for a single event."""
    is_coming = any(not is_over(e, library.moment) for e in series.events)
    is_own = library.registers.event(series.id) is None
    return calendar_path(series.id) if is_coming and is_own and len(series.events) > 1 else ""


def events_of_area(area: Area, library: Library) -> tuple[Event, ...]:
    """Return the events that a post of the area tells of, in the order of the calendar."""
    told = {f.event for f in library.facts if area.id in (f.work_areas if area.facet == WORK else f.competence_areas)}
    return tuple(sorted((e for e in library.registers.events if e.id in told), key=event_order))


def meetings_of(area: Area, library: Library, shelves: Shelves) -> tuple[Meeting, ...]:
    """Return the events of an area as its page shows them."""
    return tuple(meeting(e, library, shelves) for e in events_of_area(area, library))


def next_meeting(library: Library, shelves: Shelves) -> Meeting | None:
    """Return the event that comes first after the library's moment, if any."""
    coming = [e for e in library.registers.events if not is_over(e, library.moment)]
    return meeting(min(coming, key=event_order), library, shelves) if coming else None


def event_order(event: Event) -> tuple[float, str]:
    return starts(event).timestamp(), event.id


def shown_of(facts: Facts, library: Library, shelves: Shelves) -> Meeting | None:
    """Return the event that a post tells of, if any."""
    event = library.registers.event(facts.event) if facts.event else None
    return meeting(event, library, shelves) if event else None


def _poster(event: Event, shelves: Shelves) -> str:
    has_pointers = event.series and any(f.pointers for f in shelves.events.get(event.id, ()))
    return poster_url(event.series, event.id) if has_pointers else ""


def _speaker(event: Event, number: int, registers: Registers) -> Line:
    speaker = event.speakers[number]
    name, rest = speaker_line(speaker, registers, _day(event.start))
    known = speaker.person and registers.person(speaker.person)
    named = Piece(name, person_url(speaker.person) if known else "")
    return (named, Piece(rest)) if rest else (named,)


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
