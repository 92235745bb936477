"""Guards the guess "mente du …?": near words only, the same guess whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.nearest import distance, nearest

AREAS = ("innovation", "forandringsledelse", "aeldre-sundhed", "boern-skole", "data-ai", "it-arkitektur")
words = st.text(alphabet="abcæøå -", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("inovation", AREAS, "innovation"),
        ("forandringsledese", AREAS, "forandringsledelse"),
        ("innovatoin", AREAS, "innovation"),
        ("ældre sundhed", AREAS, "aeldre-sundhed"),
        ("BØRN-SKOLE", AREAS, "boern-skole"),
        ("Aarhus", ("Århus", "Aalborg"), "Århus"),
        ("A\u030arhus", ("Aarhus",), "Aarhus"),
        ("competence areas", ("Competence_areas", "Work_areas"), "Competence_areas"),
        ("Dato", ("Date", "Dato"), "Dato"),
        ("Ix", ("Id", "Title"), "Id"),
    ],
)
def test_a_near_word_is_found(word, known, expected):
    assert nearest(word, known) == expected


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("økonomi", AREAS),
        ("Foto", ("Titel",)),
        ("abc", ("xyc",)),
        ("", ("Id",)),
        ("innovation", ()),
        ("innnnnovation", ("innovation",)),
    ],
)
def test_no_far_fetched_guess_is_made(word, known):
    assert nearest(word, known) is None


def test_equal_distances_go_by_the_danish_alphabet_whatever_the_order():
    known = ["bågen", "bogen", "bøgen", "bagen"]

    assert nearest("bxgen", known) == nearest("bxgen", reversed(known)) == "bagen"
    assert nearest("bxgen", known[:1] + known[2:3]) == "bøgen"


def test_a_swap_of_neighbours_is_one_edit():
    assert distance("ab", "ba", 2) == 1
    assert distance("ca", "abc", 3) == 3, "restricted: no part is edited twice"


@given(words, words)
def test_the_distance_is_symmetric_and_zero_for_equal_words_only(one, other):
    found = distance(one, other, 8)

    assert found == distance(other, one, 8)
    assert (found == 0) == (one == other)


@given(words, words, st.integers(0, 3))
def test_a_limit_only_hides_what_lies_above_it(one, other, limit):
    whole = distance(one, other, 20)

    assert whole is not None
    assert distance(one, other, limit) == (whole if whole <= limit else None)


@given(st.sampled_from(AREAS), st.integers(0, 17), st.sampled_from("abxyæ"))
def test_a_word_one_edit_away_from_a_known_word_names_it(word, at, letter):
    at = min(at, len(word) - 1)

    for harmed in (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]):
        assert nearest(harmed, AREAS) == word
