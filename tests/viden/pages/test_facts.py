"""Guards what others may show of a post: teaser, reading time and the title held on the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import pages
from viden.model import Blog, Body, Person, Role
from viden.pages.texts import cut, describe, together


def facts_of(build, **changes):
    return pages.facts(build.tagged("a", **changes), build.registers())


def test_the_teaser_is_the_summary_and_else_the_first_paragraph(build):
    body = Body("", "Første afsnit.\nAndet afsnit.")

    assert facts_of(build, body=body, summary="Manchetten.").teaser == "Manchetten."
    assert facts_of(build, body=body).teaser == "Første afsnit."
    assert facts_of(build, body=Body("", "")).teaser == ""


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("kort", 10, "kort"),
        ("en to tre fire", 10, "en to tre…"),
        ("en to, tre fire", 7, "en to…"),
        ("langtsammensatord", 8, "langtsa…"),
        ("en  to\ntre", 20, "en to tre"),
        ("Slut. Nyt afsnit følger", 7, "Slut…"),
    ],
)
def test_a_text_is_cut_at_a_word_and_ends_in_an_ellipsis(text, limit, expected):
    assert cut(text, limit) == expected


@given(st.text(alphabet="abc æøå.,–\n", max_size=400), st.integers(10, 160))
def test_a_cut_text_is_never_longer_than_its_limit_and_only_loses_its_end(text, limit):
    whole = " ".join(text.split())
    shown = cut(text, limit)

    assert len(shown) <= limit
    assert shown == whole or whole.startswith(shown.removesuffix("…"))


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (200, 1), (299, 1), (300, 2), (820, 4)])
def test_reading_takes_a_minute_for_two_hundred_words_and_at_least_one(build, words, minutes):
    assert facts_of(build, body=Body("", "", words=words)).minutes == minutes


def test_a_description_is_50_to_160_characters_and_opens_with_the_first_sentence():
    assert describe("Kort tekst", "Her kommer en sætning, der fylder den ud.", "Aldrig med.") == (
        "Kort tekst. Her kommer en sætning, der fylder den ud."
    )
    assert len(describe("ord " * 100)) <= 160


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("2017-06-01", ""),
        ("2019-06-01", "leder, Aavig Kommune"),
        ("2021-06-01", "direktør, Fjordnet"),
        ("2025-06-01", "tidl. direktør, Fjordnet"),
    ],
)
def test_a_title_is_the_one_held_on_the_day_and_former_when_all_had_ended(build, day, title):
    roles = (
        Role("direktør", "i", ("Fjordnet",), date(2020, 1, 1), date(2024, 12, 31)),
        Role("leder", "i", ("Aavig Kommune",), date(2018, 1, 1), date(2019, 12, 31)),
    )
    tagged = build.tagged("a", day, authors=(Person("ida", "Ida", roles),))

    assert pages.facts(tagged, build.registers()).authors[0].title == title


def test_two_roles_at_once_are_both_told(build):
    roles = (Role("lektor", "på", ("Skolen",)), Role("formand", "i", ("Foreningen",)))
    facts = facts_of(build, authors=(Person("ida", "Ida", roles),))

    assert facts.authors[0].title == "lektor, Skolen, og formand, Foreningen"


def test_a_post_without_publisher_takes_its_blogs_and_then_the_sites(build):
    assert facts_of(build).publisher == "fjordnet"
    assert facts_of(build, blog="gangen").publisher == "os3"
    assert pages.facts(build.tagged("a", blog="x"), build.registers(blogs=(Blog("x", "X"),))).publisher == "fjordnet"


def test_names_are_listed_in_danish():
    assert [together(n) for n in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A og B", "A, B og C"]
