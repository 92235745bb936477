"""Guards the numbers: the committed table, damping by length, and shares that are whole numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.tagging.saturation import SATURATION
from viden.tagging.scores import SUGGESTION, SURE, Limits, length_factor, points, shares, tier


def test_the_table_is_the_rounded_logarithm() -> None:
    assert list(SATURATION) == [round(1000 * math.log2(1 + s / 100)) for s in range(701)]
    assert [SATURATION[s] for s in (0, 100, 300, 700)] == [0, 1000, 2000, 3000]


@pytest.mark.parametrize(("words", "factor"), [(0, 1000), (160, 1000), (240, 816), (640, 500), (16000, 100)])
def test_long_posts_are_damped(words: int, factor: int) -> None:
    assert length_factor(words) == factor


@given(st.integers(1, 3), st.lists(st.integers(0, 300), max_size=30), st.integers(1, 1000), st.integers(1, 3))
def test_shares_add_up_to_the_points(weight: int, hits: list[int], length: int, sharing: int) -> None:
    given_shares = shares(weight, hits, length, sharing)

    assert sum(given_shares) == points(weight, sum(hits), length, sharing)
    assert all(share >= 0 for share in given_shares)


@pytest.mark.parametrize(
    ("score", "terms", "is_named", "expected"),
    [
        (4500, 2, False, "sure"),
        (4500, 1, True, "sure"),
        (4500, 1, False, "suggestion"),
        (4499, 5, True, "suggestion"),
        (2199, 5, True, ""),
    ],
)
def test_the_sure_tier_asks_for_points_and_for_two_words_or_a_name(
    score: int, terms: int, is_named: bool, expected: str
) -> None:
    limits = Limits(SURE["competence"], SUGGESTION["competence"])

    assert tier(limits, score, terms, is_named) == expected
