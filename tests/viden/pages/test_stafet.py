"""Guards that one record of a stafet tells the same everywhere, before, during and after each of its meetings."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from viden import pages
from viden.model import Series, Speaker
from viden.pages.calendars import calendars

START, END = "2026-11-06 09:00", "2026-11-06 15:30"


@pytest.fixture
def site(build):
    """Make all pages of a site whose stafet has two meetings, as they are at an instant."""

    def made(moment: datetime):
        first = build.event("m1", "Temadag 1", build.at("2026-10-01 09:00"), end=build.at("2026-10-01 12:00"))
        second = build.event("m2", "Temadag 2", build.at(START), end=build.at(END), form="virtuelt på Teams")
        second = replace(second, speakers=(Speaker("Ida Skov", person="ida-skov"),), description="Om data.")
        known = build.registers(series=(Series("stafet", "Stafetten", organiser="Fjordnet", events=(first, second)),))
        post = build.tagged("om", "2026-10-20", areas=("ledelse",), event="m2")
        library = build.library(post, registers=known, moment=moment)
        frame = pages.frame(known, "", "https://viden.example")
        views = {v.url: v for v in (pages.front_view(library, frame), *pages.all_views(library, frame))}
        views["om"] = pages.shown_posts(library)[post.post.place.path]
        return library, frame, views

    return made


@pytest.mark.parametrize(
    ("moment", "state", "wording", "is_coming"),
    [
        ("2026-11-06 08:59", "Kommende", "holdes", True),
        ("2026-11-06 09:00", "I gang nu", "holdes", True),
        ("2026-11-06 15:29", "I gang nu", "holdes", True),
        ("2026-11-06 15:30", "Afholdt", "blev holdt", False),
        ("2027-11-06 09:00", "Afholdt", "blev holdt", False),
    ],
)
def test_every_page_words_a_meeting_by_the_instant_of_the_build(build, site, moment, state, wording, is_coming):
    _, _, views = site(build.at(moment))

    at_series, own = views["serier/stafet/"].meetings[1], views["om"]
    assert (at_series.state, own.event.state) == (state, state)
    assert own.event.wording.startswith(f"{wording} den 6. november 2026")
    assert own.series.parts[1].note == f"{wording} den 6. november 2026"
    assert own.event.speakers_heading == (
        "På temadagen er der oplæg af:" if is_coming else "På temadagen var der oplæg af:"
    )
    assert [m.id for m in views["kalender/"].coming] == (["m2"] if is_coming else [])
    assert [m.id for m in views["kalender/"].past] == (["m1"] if is_coming else ["m2", "m1"])
    assert (views[""].next_event.id if is_coming else views[""].next_event) == ("m2" if is_coming else None)
    assert bool(views["serier/stafet/"].calendar) is is_coming
    assert [m.id for m in views["arbejdsomraader/ledelse/"].events] == (["m2"] if is_coming else [])


def test_the_site_is_due_again_when_a_meeting_begins_and_when_it_is_over(build, site):
    before, during, after = (site(build.at(t))[0].due for t in ("2026-11-06 08:00", START, END))

    assert (before, during, after) == (build.at(START), build.at(END), None)


def test_page_machine_and_calendar_tell_the_same_of_a_meeting(build, site):
    library, frame, views = site(build.at("2026-11-01 12:00"))

    shown = views["om"].event
    told = next(t for t in frame.structured(views["om"])["@graph"] if t["@type"] == "Event")
    files = {a.path: a.body.decode() for a in calendars(library, frame)}

    assert shown.when == "Den 6. november 2026 kl. 09.00–15.30"
    assert shown.organiser == "Bag de to temadage står Fjordnet."
    assert (told["name"], told["startDate"], told["endDate"]) == (
        "Temadag 2",
        "2026-11-06T09:00:00+01:00",
        "2026-11-06T15:30:00+01:00",
    )
    assert told["organizer"]["name"] == "Fjordnet"
    assert told["superEvent"]["name"] == "Stafetten"
    assert told["performer"] == [{"@type": "Person", "name": "Ida Skov"}]
    assert told["location"]["@type"] == "VirtualLocation"
    for path in ("kalender/m2.ics", "kalender/stafet.ics", "kalender/arbejdsomraader/ledelse.ics"):
        assert "DTSTART:20261106T080000Z" in files[path] and "DTEND:20261106T143000Z" in files[path], path
        assert "Ida Skov" in files[path]
    assert files["kalender/stafet.ics"].count("BEGIN:VEVENT") == 2


def test_a_day_without_clock_times_is_on_until_midnight(build):
    day = build.event("m", "Temadag", build.at("2026-11-06 00:00").date())
    known = build.registers(series=(Series("stafet", "Stafetten", events=(day,)),))
    noon = build.at("2026-11-06 12:00")

    states = []
    for moment in (noon - timedelta(days=1), noon, noon + timedelta(hours=12)):
        library = build.library(registers=known, moment=moment)
        view = {v.url: v for v in pages.all_views(library, pages.frame(known, "", ""))}["serier/stafet/"]
        states.append(view.meetings[0].state)

    assert states == ["Kommende", "I gang nu", "Afholdt"]
