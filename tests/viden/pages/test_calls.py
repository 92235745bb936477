"""Guards the call to subscribe that follows every post."""

from datetime import date

import pytest
from viden.model import Body, Newsletter, Rhythm

RHYTHMS = (Rhythm("dag", 6, 0), Rhythm("uge", 6, 0, weekday=2), Rhythm("maaned", 6, 0, day=0))


def letter(**changes):
    values = {"id": "lederbrev", "name": "Lederbrevet", "work_areas": ("ledelse",), "rhythms": ("dag",)}
    return Newsletter(begins=date(2026, 1, 1), **(values | changes))


def told(build, *letters, areas=("ledelse",), **changes):
    registers = build.registers(newsletters=letters, rhythms=RHYTHMS)
    return build.shown(build.tagged("a", areas=areas, **changes), registers=registers).call


@pytest.mark.parametrize(
    ("rhythms", "words"),
    [
        (("dag",), "alle hverdage"),
        (("uge",), "hver onsdag"),
        (("maaned",), "den sidste dag i måneden"),
        (("dag", "maaned"), "alle hverdage eller den sidste dag i måneden"),
    ],
)
def test_the_rhythm_is_told_in_words(build, rhythms, words):
    assert told(build, letter(rhythms=rhythms)).letter.rhythm == words


def test_the_sections_are_those_that_the_list_can_fill_in_their_order(build):
    every, some = told(build, letter()), told(build, letter(kinds=("tool", "blog"), sections=(("blog", "Nyheder"),)))

    assert every.letter.sections == ("Overblik", "Videndeling", "Nyheder", "Inspiration", "Debat")
    assert some.letter.sections == ("Overblik", "Nyheder", "Inspiration")


def test_the_call_is_preset_to_the_first_work_area_and_its_own_list(build):
    own, wide = letter(id="ledelse", name="Ledelse"), letter(id="alt", name="Velfærdsbrevet")
    found = told(build, wide, own, areas=("+etik", "ledelse", "skole"))

    assert (found.name, found.url) == ("Ledelse", "abonner/ledelse/")
    assert found.letter.name == "Nyhedsbrevet Ledelse"
    assert told(build, wide).letter.name == "Velfærdsbrevet"


def test_a_work_area_without_a_list_has_its_weekly_editions(build):
    found = told(build)

    assert (found.letter.name, found.letter.rhythm) == ("Nyhedsbrevet Ledelse", "hver mandag")
    assert found.letter.sections == ("Videndeling", "Nyheder", "Inspiration", "Debat")


def test_a_competence_area_has_feeds_only_and_a_post_without_areas_the_whole_site(build):
    assert told(build, letter(), areas=("+etik",)).letter is None
    everything = told(build, letter(), areas=())

    assert (everything.name, everything.url, everything.letter) == ("Videnprøven", "abonner/", None)
    assert everything.feed.rss == "feeds/alle.rss.xml"


@pytest.mark.parametrize("is_placed", [True, False])
def test_a_box_of_the_posts_own_says_where_the_call_stands(build, is_placed):
    body = Body("<p>Tekst.</p>", "Tekst.", places_call=is_placed)

    assert build.shown(build.tagged("a", body=body)).is_call_placed is is_placed
