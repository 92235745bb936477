"""Guards the calendar files: the right instant in Copenhagen, the form of RFC 5545, the same bytes every time."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import pages
from viden.model import Series, SiteInfo, Speaker
from viden.pages.calendars import calendars, folded


def made(build, *events, site_url="https://viden.example"):
    registers = build.registers(
        site=SiteInfo("Prøven", authority="viden.example,2026"), series=(Series("stafet", "Stafet", events=events),)
    )
    return {a.path: a.body for a in calendars(build.library(registers=registers), pages.frame(registers, "", site_url))}


def unfolded(body):
    return body.decode("utf-8").replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("start", "expected"), [("2026-11-06 09:00", "20261106T080000Z"), ("2026-06-06 09:00", "20260606T070000Z")]
)
def test_a_clock_time_is_the_right_instant_in_winter_and_summer(build, start, expected):
    body = made(build, build.event("m", "Møde", build.at(start)))["kalender/m.ics"]

    assert f"DTSTART:{expected}" in unfolded(body)


def test_a_day_without_clock_times_is_a_whole_day(build):
    lines = unfolded(made(build, build.event("m", "Møde", date(2026, 11, 6)))["kalender/m.ics"])

    assert "DTSTART;VALUE=DATE:20261106" in lines
    assert "DTEND;VALUE=DATE:20261107" in lines


def test_a_series_has_a_file_with_all_its_events(build):
    files = made(build, build.event("a", "A", date(2026, 1, 1)), build.event("b", "B", date(2026, 2, 1)))

    assert sorted(files) == ["kalender/a.ics", "kalender/b.ics", "kalender/stafet.ics"]
    assert unfolded(files["kalender/stafet.ics"]).count("BEGIN:VEVENT") == 2


def test_signs_with_a_meaning_are_escaped_and_speakers_are_named(build):
    event = build.event(
        "m", "Tillid, data; og \\", date(2026, 11, 6), description="Linje\nto", speakers=(Speaker("Ida Å", "leder"),)
    )
    lines = unfolded(made(build, event)["kalender/m.ics"])

    assert "SUMMARY:Tillid\\, data\\; og \\\\" in lines
    assert "DESCRIPTION:Linje\\nto\\nIda Å\\, leder" in lines
    assert "UID:m@viden.example" in lines


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=400))
def test_no_line_is_longer_than_75_octets_and_none_is_lost(line):
    body = folded(line)

    assert all(len(row) <= 75 for row in body.split(b"\r\n"))
    assert body.endswith(b"\r\n")
    assert re.sub(b"\r\n ", b"", body)[:-2].decode("utf-8") == line
