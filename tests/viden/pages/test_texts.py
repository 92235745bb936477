"""Guards where a text is cut: between words, and never in front of what an abbreviation belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.pages.texts import cut


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Vi saltede vejene i nat.", 40, "Vi saltede vejene i nat."),
        ("Vi saltede vejene i nat.", 12, "Vi saltede…"),
        ("Vi saltede vejene i nat.", 11, "Vi saltede…"),
        ("Vi saltede, fordi det frøs.", 12, "Vi saltede…"),
        ("Vi mødes kl. 08.00 ved siloen.", 14, "Vi mødes…"),
        ("Tag noget med, f. eks. en skovl.", 23, "Tag noget med…"),
        ("Tag noget med, bl.a. en skovl.", 22, "Tag noget med…"),
        ("Siloen åbner den 3. marts.", 20, "Siloen åbner den…"),
        ("Prisen er ca. 40 mio. kr. om året.", 26, "Prisen er ca. 40…"),
        ("Det koster kr.", 14, "Det koster kr."),
        ("Læs mere på https://vej.example/salt/2026 i dag.", 30, "Læs mere på…"),
        ("Ord\n  med\tluft", 20, "Ord med luft"),
    ],
)
def test_a_text_is_cut_between_words(text, limit, expected):
    assert cut(text, limit) == expected


@given(
    st.lists(st.sampled_from(["salt", "vej", "kl.", "bl.a.", "3.", "grus,", "–", "sne"]), min_size=1),
    st.integers(8, 40),
)
def test_what_is_left_is_whole_words_within_the_limit(words, limit):
    whole = " ".join(("Vi", *words))
    shown = cut(whole, limit)
    kept = shown.removesuffix("…")

    assert len(shown) <= limit
    assert whole.startswith(kept.rstrip()) or kept == ""
    assert shown == whole or not any(f" {w}…" in f" {shown}" for w in ("kl.", "bl.a.", "kl", "bl.a", "3."))


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_a_single_long_word_is_cut_where_it_must_be(limit):
    assert len(cut("Vintervejstilladelse", limit)) <= limit
