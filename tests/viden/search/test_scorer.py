"""Guards the one description of scoring: impacts, idf, coverage, and what no change may turn around."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from viden.search.scorer import EXACT, LEMMA, TOP, Concept, Lengths, idf, impact, mean_lengths, score

MEANS = Lengths((5.0, 5.0, 20.0, 10.0, 300.0))
SIZES = (5, 5, 20, 10, 300)
counts = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any)
sizes = st.lists(st.integers(1, 2000), min_size=5, max_size=5)


@given(counts, sizes)
def test_an_impact_fits_in_four_bits(frequencies, lengths):
    assert 1 <= impact(frequencies, lengths, MEANS) <= TOP


@given(counts, sizes, st.integers(0, 4))
def test_one_more_occurrence_never_lowers_an_impact(frequencies, lengths, field):
    more = [n + (i == field) for i, n in enumerate(frequencies)]

    assert impact(more, lengths, MEANS) >= impact(frequencies, lengths, MEANS)


def test_a_word_in_the_title_counts_more_than_one_in_the_body():
    assert impact((1, 0, 0, 0, 0), SIZES, MEANS) > impact((0, 0, 0, 0, 1), SIZES, MEANS)


def test_a_word_counts_less_in_a_long_text():
    assert impact((0, 0, 0, 0, 2), (5, 5, 20, 10, 2000), MEANS) < impact((0, 0, 0, 0, 2), (5, 5, 20, 10, 100), MEANS)


def test_mean_lengths_are_rounded_so_that_one_article_seldom_moves_them():
    rows = [(5, 4, 20, 11, 298)] * 100

    assert mean_lengths([*rows, (9, 9, 40, 30, 400)]) == mean_lengths(rows)
    assert mean_lengths(rows).means == (5.0, 4.0, 20.0, 11.0, 300.0)


def test_mean_lengths_of_no_articles_are_one():
    assert mean_lengths([]).means == (1.0,) * 5


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_a_rarer_term_tells_more_and_none_tells_less_than_nothing(articles, frequency):
    frequency = min(frequency, articles)

    assert idf(frequency, articles) > 0
    assert frequency == articles or idf(frequency, articles) > idf(frequency + 1, articles)


def test_an_article_with_all_words_comes_before_one_with_a_word_twice_as_strong():
    a, b = (LEMMA, "skov"), (LEMMA, "sti")
    concepts = (Concept("skov", ((a, 1.0),)), Concept("sti", ((b, 1.0),)))
    postings = {a: [(0, 15), (1, 8)], b: [(1, 8)]}

    found = {s.article: s.value for s in score(concepts, postings, 10)}

    assert found[1] > found[0]


def test_what_is_met_only_from_near_by_says_so():
    whole, part = (LEMMA, "havneudvidelse"), (LEMMA, "havn")
    concept = Concept("havneudvidelse", ((whole, 1.0), (part, 0.3)))

    found = {s.article: s.is_near for s in score((concept,), {whole: [(0, 9)], part: [(0, 9), (1, 9)]}, 10)}

    assert found == {0: False, 1: True}


def test_scores_are_rounded_as_javascript_rounds():
    concept = Concept("ord", (((EXACT, "ord"), 1.0),))

    (found,) = score((concept,), {(EXACT, "ord"): [(0, 7)]}, 3)

    assert found.value == round(idf(1, 3) * 7 / 15, 6)


def test_words_that_no_article_has_change_nothing():
    concepts = (Concept("a", (((EXACT, "a"), 1.0),)), Concept("b", (((EXACT, "b"), 1.0),)))
    postings = {(EXACT, "a"): [(0, 7)]}

    assert score(concepts, postings, 3) == score(concepts[:1], postings, 3)


def test_a_rare_ending_of_a_common_word_does_not_outweigh_the_word():
    word = Concept("ledelse", (((LEMMA, "ledelse"), 1.0), ((EXACT, "ledelseskursus"), 0.15)))
    common = {(LEMMA, "ledelse"): [(0, 14), (1, 11), (2, 9), (3, 9)], (EXACT, "ledelseskursus"): [(1, 10)]}

    best = max(score((word,), common, 5), key=lambda s: s.value)

    assert best.article == 0
