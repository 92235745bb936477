"""Guards that topics, organisations, publications and date codes among the keywords are told apart."""

from datetime import date

import pytest
from viden.model import Newsletter, Publisher
from viden.pages.keywords import day_of


@pytest.fixture
def registers(build):
    publishers = (Publisher("os3", "OS3", publications=("Snitfladen",)), Publisher("fjordnet", "Fjordnet"))
    letters = (Newsletter("ledelse", "Lederbrevet", ("ledelse",), ("uge",), date(2026, 1, 1)),)
    return build.registers(publishers=publishers, newsletters=letters)


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("270519", date(2019, 5, 27)),
        ("27052019", date(2019, 5, 27)),
        ("20190527", date(2019, 5, 27)),
        ("310219", None),
        ("999999", None),
        ("2705", None),
        ("2705I9", None),
    ],
)
def test_a_code_is_read_as_the_day_it_means(code, day):
    assert day_of(code) == day


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("Robotter", True), ("os3", False), ("Snitfladen", False), ("LEDERBREVET", False), ("270519", False)],
)
def test_only_topics_get_a_page(registers, tag, expected):
    assert registers.is_topic(tag) is expected


def test_a_posts_keywords_stand_by_what_they_are(build, registers):
    tags = ("OS3", "Robotter", "Snitfladen", "Lederbrevet", "140226", "robotter")
    view = build.shown(build.tagged("a", tags=tags), registers=registers)

    assert [(t.text, t.url) for t in view.topics] == [("Robotter", "emner/robotter/")]
    assert [(t.text, t.url) for t in view.organisations] == [("OS3", "udgivere/os3/")]
    assert [(t.text, t.url) for t in view.editions] == [
        ("Snitfladen", ""),
        ("Lederbrevet", "abonner/ledelse/"),
        ("14. februar 2026", ""),
    ]


def test_a_date_code_leads_to_the_other_post_of_that_day(build):
    other = build.tagged("b", "2026-02-14 09:00")
    view = build.shown(build.tagged("a", "2026-02-14 08:00", tags=("140226",)), other)

    assert [(t.text, t.url) for t in view.editions] == [("14. februar 2026: Om b", "artikler/b/")]


def test_a_date_code_leads_to_the_month_where_the_day_has_several_posts(build):
    others = (build.tagged("b", "2026-02-14 09:00"), build.tagged("c", "2026-02-14 10:00"))
    view = build.shown(build.tagged("a", "2026-03-01 08:00", tags=("140226",)), *others)

    assert [(t.text, t.url) for t in view.editions] == [("14. februar 2026", "arkiv/2026/02/")]


def test_digits_that_are_no_day_stand_as_they_are(build):
    view = build.shown(build.tagged("a", tags=("991399",)))

    assert [(t.text, t.url) for t in view.editions] == [("991399", "")]
    assert view.topics == ()


def test_without_keywords_there_is_nothing(build):
    view = build.shown(build.tagged("a"))

    assert (view.topics, view.organisations, view.editions) == ((), (), ())
