"""Guards Danish dates: every form of the contract in and out, and a fault with its remedy for all else."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import dates

CASES = Path(__file__).resolve().parents[1] / "cases" / "dates.md"
NOON = datetime(2020, 4, 28, 12, 0, tzinfo=dates.COPENHAGEN)


def cases():
    """Return (input, expected, reason) of each block, the reason being the paragraph above."""
    reason, found = "", []
    for part in re.split(r"(?ms)^```\n(.*?)^```$", CASES.read_text(encoding="utf-8")):
        if re.search(r"(?m)^\.$", part):
            given_text, expected = re.split(r"(?m)^\.\n", part, maxsplit=1)
            found.append((given_text.removesuffix("\n"), expected.strip(), reason))
        elif part.strip():
            reason = part.strip().splitlines()[-1]
    return found


def outcome(text):
    try:
        value = dates.parse(text)
    except dates.DateFault as fault:
        return f"{fault.offset} {fault.rule}: {fault.message} {fault.hint}"
    return value.moment.isoformat() if value.has_time else value.moment.date().isoformat()


def test_the_file_of_cases_is_read():
    assert len(cases()) > 80


@pytest.mark.parametrize(("text", "expected", "reason"), cases(), ids=lambda value: repr(value)[:40])
def test_a_case_of_the_file(text, expected, reason):
    assert outcome(text) == expected, reason


# --- properties


def test_every_day_from_2000_to_2040_reads_back_in_all_forms():
    day = date(2000, 1, 1)
    while day <= date(2040, 12, 31):
        forms = [
            day.isoformat(),
            dates.long_date(day),
            dates.plain_date(day),
            dates.short_date(day),
            dates.date_first(day),
        ]
        for text in forms:
            value = dates.parse(text)
            assert (value.moment.date(), value.has_time) == (day, False), text
        moment = datetime(day.year, day.month, day.day, 8, 30, tzinfo=dates.COPENHAGEN)
        for text in (
            f"{dates.long_date(day)} {dates.clock(moment)}",
            dates.iso(moment),
            f"{dates.short_date(day)} 08:30",
        ):
            assert dates.parse(text) == dates.DateValue(moment, True), text
        day += timedelta(days=1)


@given(st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_every_moment_reads_back_from_iso_and_from_rfc_822(moment):
    moment = moment.replace(microsecond=0)

    assert dates.parse(dates.iso(moment)).moment.astimezone(UTC) == moment
    assert parsedate_to_datetime(dates.rfc822(moment)) == moment


@given(st.text(alphabet="0123456789 ./-:TZ+,denkl.mandagtirsøuljb\n", max_size=40) | st.text(max_size=40))
def test_any_text_is_a_date_or_a_fault_within_it(text):
    try:
        dates.parse(text)
    except dates.DateFault as fault:
        assert 0 <= fault.offset <= len(text)
        assert fault.message and fault.hint
        assert re.fullmatch(r"date-[a-z]+", fault.rule)
        assert fault.message.isprintable()


@pytest.mark.parametrize("piece", [" ", "1", "a", "1 ", "a ", "den ", "1/", "1. ", "\u00a0", "kl. "])
def test_a_long_text_is_answered_without_delay(piece):
    """The pattern is linear: 400,000 characters would take hours where it is not."""
    assert "date-" in outcome("28. april 2020" + piece * 200_000 + "!")
    assert "date-" in outcome(piece * 200_000 + "!")


# --- months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-03", date(2027, 3, 1)),
        ("marts 2027", date(2027, 3, 1)),
        ("15. marts 2027", date(2027, 3, 15)),
        ("15/03/2027", date(2027, 3, 15)),
        ("2027-03-15", date(2027, 3, 15)),
    ],
)
def test_a_month_or_a_day_may_be_given_for_review(text, expected):
    assert dates.parse_month(text) == expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [("2027-13", "date-impossible"), ("matrs 2027", "date-month"), ("2027", "date-incomplete"), ("27-03", "date-year")],
)
def test_a_wrong_month_is_a_fault(text, rule):
    with pytest.raises(dates.DateFault) as caught:
        dates.parse_month(text)
    assert caught.value.rule == rule


# --- writing


def test_the_forms_that_readers_see():
    assert dates.long_date(NOON) == "tirsdag den 28. april 2020"
    assert dates.plain_date(NOON) == "28. april 2020"
    assert dates.short_date(date(2020, 11, 5)) == "05/11/2020"
    assert dates.date_first(date(2018, 12, 11)) == "11 december, 2018"
    assert dates.clock(NOON.replace(hour=8)) == "kl. 08.00"


def test_a_moment_is_written_as_copenhagens_clock_shows_it():
    late = datetime(2020, 12, 31, 23, 30, tzinfo=UTC)

    assert dates.long_date(late) == "fredag den 1. januar 2021"
    assert dates.clock(late) == "kl. 00.30"
    assert dates.iso(late) == "2021-01-01T00:30:00+01:00"
    assert dates.rfc822(late) == "Fri, 01 Jan 2021 00:30:00 +0100"


def test_both_sides_of_summer_time_have_their_offset():
    assert dates.iso(datetime(2020, 3, 29, 0, 59, tzinfo=UTC)) == "2020-03-29T01:59:00+01:00"
    assert dates.iso(datetime(2020, 3, 29, 1, 0, tzinfo=UTC)) == "2020-03-29T03:00:00+02:00"
    assert dates.iso(datetime(2020, 10, 25, 0, 30, tzinfo=UTC)) == "2020-10-25T02:30:00+02:00"
    assert dates.iso(datetime(2020, 10, 25, 1, 30, tzinfo=UTC)) == "2020-10-25T02:30:00+01:00"


def test_a_time_without_zone_is_not_guessed_at():
    for write in (dates.iso, dates.rfc822):
        with pytest.raises(ValueError, match="without zone"):
            write(datetime(2020, 4, 28))


# --- weeks


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 1, 1), (2020, 53)),
        (date(2020, 12, 31), (2020, 53)),
        (date(2018, 12, 31), (2019, 1)),
        (NOON, (2020, 18)),
    ],
)
def test_a_week_may_belong_to_the_neighbouring_year(day, expected):
    assert dates.iso_week(day) == expected


def test_a_week_runs_from_monday_midnight_to_the_next():
    start, end = dates.week_bounds(2020, 18)

    assert dates.iso(start) == "2020-04-27T00:00:00+02:00"
    assert dates.iso(end) == "2020-05-04T00:00:00+02:00"


@pytest.mark.parametrize(("week", "hours"), [(13, 167), (18, 168), (43, 169)])
def test_the_weeks_of_summer_time_are_an_hour_shorter_and_longer(week, hours):
    start, end = dates.week_bounds(2020, week)

    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)


def test_a_week_that_the_year_lacks_is_refused():
    with pytest.raises(ValueError):
        dates.week_bounds(2021, 53)


def test_a_mere_date_has_no_clock_in_its_stamp():
    assert dates.iso(date(2020, 11, 6)) == "2020-11-06"
