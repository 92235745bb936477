"""Guards the arithmetic: on cases counted by hand, and against a plain second reckoning on cases made by chance."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from viden.model import COMPETENCE, WORK
from viden.tagging.evaluation import Case, figures
from viden.tagging.evaluation.measures import Count, confusion, interval

from tests.viden.tagging.evaluation.made import CASES, case, row

BY_HAND = [
    case(row("t1", "a b"), "a! c", ranked="a c b"),
    case(row("t2", "a"), "a!", ranked="a"),
    case(row("t3", "b"), "", ranked="c d e b"),
    case(row("t4", "c"), "b!", ranked="b"),
    case(row("t5", ""), "a", ranked="a"),
    case(row("t6", ""), "", ranked=""),
]
"""Five gold pairs, five given, two of them right."""


def test_pairs_are_counted_over_all_texts() -> None:
    found = figures(BY_HAND, COMPETENCE)

    assert found.listed == Count(right=2, given=5, gold=5)
    assert (found.listed.precision, found.listed.recall, found.listed.f1) == (0.4, 0.4, 0.4)


def test_the_mean_over_areas_counts_those_with_a_gold_pair() -> None:
    precision, recall, f1 = figures(BY_HAND, COMPETENCE).macro

    # a: 2 right of 3 given and 2 gold; b: 0 of 1 and 2; c: 0 of 1 and 1
    assert precision == pytest.approx((2 / 3 + 0 + 0) / 3)
    assert recall == pytest.approx((1 + 0 + 0) / 3)
    assert f1 == pytest.approx((4 / 5 + 0 + 0) / 3)


def test_the_sure_tier_has_its_own_precision_and_coverage() -> None:
    sure = figures(BY_HAND, COMPETENCE).sure

    assert sure == Count(right=2, given=3, gold=5)


def test_a_text_is_reached_by_one_right_sure_area() -> None:
    found = figures(BY_HAND, COMPETENCE)

    assert (found.reached, found.with_gold) == (2, 4)


def test_the_top_of_the_ranking_and_what_has_no_word_are_told_apart() -> None:
    found = figures(BY_HAND, COMPETENCE)

    assert found.in_top == 3  # a and b of t1, a of t2; b of t3 is fourth
    assert found.without_term == 1  # c of t4


def test_texts_without_an_area_are_left_empty_or_not() -> None:
    found = figures(BY_HAND, COMPETENCE)

    assert (found.left_empty, found.none) == (1, 2)


def test_each_missed_area_stands_beside_each_wrong_one() -> None:
    assert confusion(BY_HAND, COMPETENCE) == (
        ("", "a", 1),
        ("b", "", 1),
        ("b", "c", 1),
        ("c", "b", 1),
    )


def test_what_is_confused_most_stands_first() -> None:
    often = [case(row(f"t{n}", "b"), "c") for n in range(3)]

    assert confusion([case(row("t9", "a"), "b"), *often], COMPETENCE) == (("b", "c", 3), ("a", "b", 1))


def test_no_texts_give_no_shares() -> None:
    found = figures([], COMPETENCE)

    assert (found.listed.precision, found.listed.recall, found.listed.f1, found.interval) == (None,) * 4
    assert found.macro == (None, None, None)


def test_a_facet_counts_its_own_areas_only() -> None:
    found = figures([case(row("t1", "a", "x"), competence="a!", work="y")], WORK)

    assert found.listed == Count(0, 1, 1)
    assert [a.area for a in found.areas] == ["x", "y"]


# --- a plain second reckoning


@settings(max_examples=80)
@given(CASES, st.sampled_from((COMPETENCE, WORK)))
def test_the_figures_are_those_of_a_plain_reckoning(cases: list[Case], facet: str) -> None:
    gold = {(c.row.id, area) for c in cases for area in c.row.areas(facet)}
    listed = {(c.row.id, t.area) for c in cases for t in c.given if t.facet == facet}
    sure = {(c.row.id, t.area) for c in cases for t in c.given if t.facet == facet and t.tier == "sure"}
    ranks = {(c.row.id, r.area): n for c in cases for n, r in enumerate(r for r in c.ranked if r.facet == facet)}

    found = figures(cases, facet)

    assert found.listed == Count(len(gold & listed), len(listed), len(gold))
    assert found.sure == Count(len(gold & sure), len(sure), len(gold))
    assert found.reached == len({id for id, _ in gold & sure})
    assert found.with_gold == len({id for id, _ in gold})
    assert found.in_top == sum(ranks.get(pair, 99) < 3 for pair in gold)
    assert found.without_term == len(gold - ranks.keys())
    none = {c.row.id for c in cases} - {id for id, _ in gold}
    assert (found.none, found.left_empty) == (len(none), len(none - {id for id, _ in listed}))
    scores = []
    for area in sorted({area for _, area in gold}):
        right, wrong, missed = (sum(a == area for _, a in pairs) for pairs in (gold & listed, listed - gold, gold - listed))  # fmt: skip
        scores.append(2 * right / (2 * right + wrong + missed))
    assert found.macro[2] == (pytest.approx(sum(scores) / len(scores)) if scores else None)


@given(CASES)
def test_confusion_names_every_missed_and_every_wrong_area(cases: list[Case]) -> None:
    found = confusion(cases, COMPETENCE)

    missed = {a for c in cases for a in c.row.areas(COMPETENCE) - c.listed(COMPETENCE)}
    wrong = {a for c in cases for a in c.listed(COMPETENCE) - c.row.areas(COMPETENCE)}
    assert {m for m, _, _ in found} - {""} == missed
    assert {w for _, w, _ in found} - {""} == wrong
    assert all(n >= 1 and (m or w) for m, w, n in found)


# --- the interval


def test_the_interval_is_the_same_each_time_and_holds_the_figure() -> None:
    counts = [Count(n % 3, 3, 2 + n % 2) for n in range(40)]
    f1 = sum(counts, Count()).f1

    low, high = interval(counts)

    assert (low, high) == interval(counts)
    assert low <= f1 <= high
    assert 0 < high - low < 0.4


def test_more_texts_of_a_kind_give_a_narrower_interval() -> None:
    few = [Count(1, 1, 1), Count(0, 1, 1), Count(1, 2, 1), Count(0, 0, 1)] * 5

    widths = [high - low for low, high in (interval(few), interval(few * 10))]

    assert widths[1] < widths[0] / 2


def test_the_interval_is_as_wide_as_the_normal_approximation_says() -> None:
    """400 texts, each right or wrong by a coin: 1.96 standard errors of .025 on each side."""
    low, high = interval([Count(n % 2, 1, 1) for n in range(400)])

    assert high - low == pytest.approx(2 * 1.96 * 0.025, rel=0.1)


def test_texts_that_are_all_alike_have_an_interval_of_one_point() -> None:
    assert interval([Count(1, 2, 2)] * 10) == (0.5, 0.5)


# --- chance


def test_shuffled_labels_score_near_chance() -> None:
    """With one area in ten right for each text, a tagger that knows nothing of them has F1 near one tenth."""
    areas = [f"o{n}" for n in range(10)]
    judged = [row(f"t{n}", areas[n % 10]) for n in range(400)]
    perfect = [case(r, " ".join(r.competence_areas)) for r in judged]
    shuffled = random.Random(1).sample(judged, len(judged))

    mixed = [replace(c, row=r) for c, r in zip(perfect, shuffled, strict=True)]

    assert figures(perfect, COMPETENCE).listed.f1 == 1
    assert figures(mixed, COMPETENCE).listed.f1 == pytest.approx(0.1, abs=0.05)
