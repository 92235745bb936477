"""Guards how a query is read: words, quotes, words left out, repairs, and hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.search.querying import understand
from viden.search.spelling import distance, repair
from viden.search.wording import MOST_WORDS, parse


def forms(query):
    return [w.form for w in parse(query).words]


def test_stop_words_are_left_out_unless_there_is_nothing_else():
    assert forms("hvordan kan man få en skovsti") == ["skovsti"]
    assert forms("den er") == ["den", "er"]


def test_words_in_quotes_are_all_kept():
    assert [(w.form, w.phrase) for w in parse('muren "i åben gård" »og så«').words] == [
        ("muren", 0), ("i", 1), ("åben", 1), ("gård", 1), ("og", 2), ("så", 2),
    ]  # fmt: skip


def test_an_unclosed_quote_is_no_quote():
    assert [(w.form, w.phrase) for w in parse('skov "sti').words] == [("skov", 0), ("sti", 0)]


def test_a_hyphen_before_a_word_leaves_it_out_but_inside_it_does_not():
    assert [(w.form, w.is_excluded) for w in parse("skovsti -grus e-mail").words] == [
        ("skovsti", False), ("grus", True), ("e-mail", False),
    ]  # fmt: skip


def test_a_query_of_left_out_words_alone_asks_for_them():
    assert [(w.form, w.is_excluded) for w in parse("-grus").words] == [("grus", False)]


def test_the_cut_word_of_a_list_is_not_left_out():
    assert [(w.form, w.is_excluded) for w in parse("parkeringspladser og -kældre").words] == [
        ("parkeringspladser", False), ("kældre", False),
    ]  # fmt: skip


def test_a_space_ends_the_last_word():
    assert [w.is_unfinished for w in parse("ny skov").words] == [False, True]
    assert [w.is_unfinished for w in parse("ny skov ").words] == [False, False]


@given(st.text(max_size=300))
def test_any_text_is_a_query(store, text):
    understood = understand(parse(text), store.words)

    assert len(understood.concepts) <= 2 * MOST_WORDS


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("skov", "skov", 0),
        ("skov", "skovs", 1),
        ("skvo", "skov", 1),
        ("sko", "skov", 1),
        ("skav", "skov", 1),
        ("abcd", "wxyz", 3),
    ],
)
def test_edit_distance_counts_slips_up_to_its_limit(a, b, expected):
    assert distance(a, b, 2) == expected


def test_short_words_and_numbers_are_never_repaired(store):
    assert repair("mug", store.words) is None
    assert repair("2027", store.words) is None


def test_a_repair_keeps_the_rest_of_the_query(store):
    understood = understand(parse("Fjordby  digitaliserng nu"), store.words)

    assert understood.did_you_mean == "Fjordby digitalisering nu"


def test_an_unknown_word_is_named_as_typed(store):
    understood = understand(parse("Xylofonfestival skovsti"), store.words)

    assert understood.unknown == ("Xylofonfestival",)
    assert understood.did_you_mean == ""
