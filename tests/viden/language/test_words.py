"""Guards where words begin and end, and that one word in many spellings has one key."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import (
    analyse,
    bare,
    filled,
    is_stop_word,
    key,
    lemmas,
    located,
    loose_key,
    nfc,
    scan,
    sort_key,
    tokens,
    unfolded,
)

CASES = Path(__file__).resolve().parents[2] / "cases" / "language"


def lines(name: str) -> list[str]:
    found = re.findall(r"^- (.+)$", (CASES / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found


@pytest.mark.parametrize("line", lines("words.md"))
def test_a_text_has_these_words(line: str) -> None:
    text, _, expected = line.rpartition(" . ")

    found = [(token.text, filled(token.text, token.partner) if token.partner else "") for token in tokens(text)]

    assert " | ".join(f"{word}>{whole}" if whole else word for word, whole in found) == expected


@pytest.mark.parametrize("line", lines("folding.md"))
def test_spellings_share_a_key_and_other_words_have_another(line: str) -> None:
    same, _, other = line.partition(", not ")

    keys = {key(word) for word in same.split()}

    assert len(keys) == 1
    assert keys == {key(unicodedata.normalize("NFD", word)) for word in same.split()}
    assert keys.isdisjoint(map(key, other.split()))


@pytest.mark.parametrize("line", lines("collation.md"))
def test_a_register_has_this_order(line: str) -> None:
    names = line.split(" | ")

    assert sorted(sorted(names, reverse=True), key=sort_key) == names


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_the_loose_key_also_takes_the_letters_left_out() -> None:
    assert loose_key("solvsmed") == loose_key("sølvsmed") == loose_key("soelvsmed")


def test_digits_signs_and_dots_stay_in_their_word() -> None:
    found = texts("Efter § 54 kl. 8.30 i 2026/27, rum B12, bl.a. på borger.dk.")

    assert [w for w in found if w not in ("i", "på", "rum")] == [
        "Efter",
        "§ 54",
        "kl",
        "8.30",
        "2026/27",
        "B12",
        "bl.a.",
        "borger.dk",
    ]


def test_a_soft_hyphen_vanishes_but_the_span_stays() -> None:
    text = "Et it-sy\u00adstem her"
    token = tokens(text)[1]

    assert token.text == "it-system"
    assert text[token.start : token.end] == "it-sy\u00adstem"


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("top- og mellemledere", "top-", "mellemledere"),
        ("parkeringspladser og -kældre", "-kældre", "parkeringspladser"),
        ("børne-, skole- og ungeområdet", "børne-", "ungeområdet"),
        ("data- eller sikkerhedsbrud", "data-", "sikkerhedsbrud"),
    ],
)
def test_a_cut_word_knows_the_word_it_leans_on(text: str, cut: str, whole: str) -> None:
    assert [t.partner for t in tokens(text) if t.text == cut] == [whole]


def test_a_dash_without_a_row_has_no_partner() -> None:
    assert all(not t.partner for t in tokens("Vi ved det - og vi gør det. Et halvt ord- her."))


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("pc'en", "pc"),
        ("AI’s", "AI"),
        ("sms'er", "sms"),
        ("OS2's", "OS2"),
        ("top-", "top"),
        ("Lars'", "Lars"),
        ("d'Arc", "d'Arc"),
    ],
)
def test_endings_after_an_apostrophe_go(word: str, plain: str) -> None:
    assert bare(word) == plain


@given(st.text(max_size=200))
def test_every_token_stands_where_it_says(text: str) -> None:
    written = nfc(text)

    spans = [(t.start, t.end) for t in tokens(text)]

    assert all(0 <= start < end <= len(written) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text(max_size=100))
def test_the_quick_form_finds_the_same_words(text: str) -> None:
    assert [t.text for t in tokens(text)] == [word for word, _, _ in scan(nfc(text))]


@given(st.text(max_size=100) | st.text("ab9 .-_'§\n\u00ad\u200bø", max_size=40))
def test_words_are_found_again_where_they_were(text: str) -> None:
    rows = scan(nfc(text))

    assert located(nfc(text), [word for word, _, _ in rows]) == rows


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(word: str) -> None:
    assert key(key(word)) == key(word)


def test_question_words_are_stop_words_and_subjects_are_not() -> None:
    assert all(is_stop_word(w) for w in ("Hvordan", "kan", "man", "på", "bl.a.", "ikke"))
    assert not any(is_stop_word(w) for w in ("leder", "valg", "it", "pas", "data"))


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_order_is_total(first: str, second: str) -> None:
    assert (sort_key(first) == sort_key(second)) == (nfc(first) == nfc(second))


@pytest.mark.parametrize("line", lines("unfolding.md"))
def test_letters_typed_as_two_are_the_danish_ones_where_the_dictionary_says_so(line: str) -> None:
    typed, expected = line.split(": ")
    meant = typed.lower() if expected == "-" else expected

    assert unfolded(typed.lower()) == meant
    assert lemmas(typed) == lemmas(meant)
    assert analyse(typed).parts == analyse(meant).parts
    assert analyse(typed).stem == analyse(meant).stem
    assert key(typed) == key(meant)
