"""Guards which posts enter which weekly edition, and when a week is over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from viden.dates import COPENHAGEN
from viden.editions import SECTIONS, weekly
from viden.model import KINDS


def held(library):
    return {(e.area, e.key): tuple(f.id for f in e.items) for e in weekly(library)}


# --- weeks ---------------------------------------------------------------------


def test_a_week_runs_from_monday_to_sunday_midnight(post, library):
    posts = (
        post("foer", "2026-11-15 23:59:59"),
        post("mandag", "2026-11-16 00:00"),
        post("soendag", "2026-11-22 23:59:59"),
        post("efter", "2026-11-23 00:00"),
    )

    assert held(library(*posts)) == {
        ("aeldre", "2026-W48"): ("efter",),
        ("aeldre", "2026-W47"): ("soendag", "mandag"),
        ("aeldre", "2026-W46"): ("foer",),
    }


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2026-12-31", "2026-W53"),
        ("2027-01-01", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2025-12-29", "2026-W01"),
        ("2024-12-30", "2025-W01"),
        ("2021-01-03", "2020-W53"),
        ("2020-02-29", "2020-W09"),
    ],
)
def test_a_week_belongs_to_the_iso_year_that_has_its_thursday(post, library, day, key):
    assert [e.key for e in weekly(library(post("a", f"{day} 12:00")))] == [key]


def test_every_day_from_2015_to_2030_falls_in_its_iso_week(post, library):
    days = [date(2015, 1, 1) + timedelta(days=n) for n in range(15 * 365)]
    posts = [post(day.isoformat(), f"{day} 12:00") for day in days]

    found = {id: key for (_, key), ids in held(library(*posts, moment="2031-01-01 00:00")).items() for id in ids}

    assert found == {d.isoformat(): f"{d.isocalendar()[0]:04d}-W{d.isocalendar()[1]:02d}" for d in days}


# --- closing ---------------------------------------------------------------------


def test_a_week_is_over_at_midnight_in_copenhagen_and_not_a_second_before(post, library, wall):
    a = post("a", "2026-11-18 08:00")

    assert held(library(a, moment="2026-11-22 23:59:59")) == {}
    assert held(library(a, moment="2026-11-23 00:00")) == {("aeldre", "2026-W47"): ("a",)}
    assert weekly(library(a))[0].closes == wall("2026-11-23 00:00")


@pytest.mark.parametrize(
    ("day", "closes"),
    [
        ("2026-03-25", "2026-03-29T22:00:00+00:00"),
        ("2026-10-21", "2026-10-25T23:00:00+00:00"),
        ("2026-07-01", "2026-07-05T22:00:00+00:00"),
        ("2026-01-07", "2026-01-11T23:00:00+00:00"),
    ],
    ids=["clocks go forward", "clocks go back", "summer", "winter"],
)
def test_the_closing_instant_follows_the_clock_of_copenhagen(post, library, day, closes):
    instant = datetime.fromisoformat(closes)
    a = post("a", f"{day} 12:00")

    assert [e.closes.astimezone(UTC) for e in weekly(library(a, moment=instant))] == [instant]
    assert weekly(library(a, moment=instant - timedelta(seconds=1))) == ()


def test_a_post_given_in_utc_belongs_to_the_week_it_has_in_copenhagen(post, library):
    late_on_sunday_in_greenwich = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)

    assert list(held(library(post("a", late_on_sunday_in_greenwich)))) == [("aeldre", "2026-W48")]


def test_a_post_moved_across_closing_moves_to_the_next_edition(post, library):
    before = held(library(post("a", "2026-11-22 23:00"), post("b", "2026-11-18 08:00")))
    after = held(library(post("a", "2026-11-23 01:00"), post("b", "2026-11-18 08:00")))

    assert before == {("aeldre", "2026-W47"): ("a", "b")}
    assert after == {("aeldre", "2026-W48"): ("a",), ("aeldre", "2026-W47"): ("b",)}


# --- areas -----------------------------------------------------------------------


def test_editions_follow_the_order_of_the_areas_and_then_the_newest_week(post, library):
    posts = (
        post("a", "2026-11-02 08:00", work_areas=("skole",)),
        post("b", "2026-11-09 08:00", work_areas=("skole", "aeldre")),
    )

    assert list(held(library(*posts)).items()) == [
        (("aeldre", "2026-W46"), ("b",)),
        (("skole", "2026-W46"), ("b",)),
        (("skole", "2026-W45"), ("a",)),
    ]


def test_a_week_without_posts_gives_no_edition(post, library):
    posts = (post("a", "2026-11-02 08:00"), post("b", "2026-11-16 08:00"))

    assert [key for _, key in held(library(*posts))] == ["2026-W47", "2026-W45"]


def test_a_post_without_a_work_area_or_with_an_unknown_one_is_in_no_edition(post, library):
    posts = (post("a", "2026-11-02 08:00", work_areas=()), post("b", "2026-11-02 08:00", work_areas=("andet",)))

    assert weekly(library(*posts)) == ()


def test_drafts_are_in_no_edition(post, library):
    posts = (post("a", "2026-11-02 08:00", is_draft=True), post("b", "2026-11-02 09:00"))

    assert held(library(*posts)) == {("aeldre", "2026-W45"): ("b",)}


def test_an_empty_library_has_no_editions(library):
    assert weekly(library()) == ()


# --- sections ----------------------------------------------------------------------


def test_sections_come_in_the_newsletters_order_and_empty_ones_are_left_out(post, library):
    kinds = ("debate", "tool", "press", "blog", "event", "pointer")
    posts = [post(kind, f"2026-11-16 {n + 8:02d}:00", kind=kind) for n, kind in enumerate(kinds)]

    edition = weekly(library(*posts))[0]

    assert [(name, [f.id for f in facts]) for name, facts in edition.sections] == [
        ("Videndeling", ["pointer"]),
        ("Nyheder", ["press"]),
        ("Inspiration", ["event", "tool"]),
        ("Debat", ["blog", "debate"]),
    ]


def test_every_kind_has_a_section_of_the_newsletter():
    assert {kind.section for kind in KINDS} == set(SECTIONS)


# --- any history ----------------------------------------------------------------------

INSTANTS = st.datetimes(datetime(2019, 12, 1), datetime(2027, 2, 1), timezones=st.just(UTC))
AREAS = st.sets(st.sampled_from(["aeldre", "skole"])).map(lambda s: tuple(sorted(s)))
HISTORIES = st.lists(st.tuples(INSTANTS, AREAS, st.sampled_from([k.id for k in KINDS])), max_size=25)


@given(history=HISTORIES, moment=INSTANTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_post_stands_once_in_its_weeks_edition_of_each_area(post, library, history, moment):
    posts = [post(f"p{n:02d}", when, work_areas=a, kind=k) for n, (when, a, k) in enumerate(history)]
    made = library(*posts, moment=moment)

    editions = weekly(made)

    keys = [(e.area, e.closes) for e in editions]
    assert len(set(keys)) == len(keys)
    assert all(e.closes <= moment for e in editions)
    assert all(facts for e in editions for _, facts in e.sections)
    for facts in made.facts:
        for area in ("aeldre", "skole"):
            holding = [e for e in editions if e.area == area and facts in e.items]
            ends = _next_monday(facts.published)
            expected = [ends] if area in facts.work_areas and ends <= moment else []
            assert [e.closes for e in holding] == expected


def _next_monday(instant):
    """Return the first Monday 00:00 in Copenhagen after `instant`, found by walking the clock in UTC."""
    hour = instant.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    hours = (hour + timedelta(hours=n) for n in range(1, 8 * 24))
    return next(h for h in hours if (local := h.astimezone(COPENHAGEN)).weekday() == 0 and local.hour == 0)
