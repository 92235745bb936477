"""Guards the level: a fall is seen, a rise is not, and the texts that moved are named."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from viden.tagging.evaluation import Case, falls, level_json, moved, note

from tests.viden.tagging.evaluation.made import CASES, case, row

GOLD = [row(f"t{n}", "a", "x") for n in range(20)] + [row("t20")]


def texts(found: int, *, wrong: int = 0, empty: str = "") -> list[Case]:
    """Return 20 texts of which so many get the right area, some of the rest a wrong sure one, and one about none."""
    cases = []
    for n, judged in enumerate(GOLD[:-1]):
        cases.append(case(judged, "a!" if n < found else "b!" if n >= 20 - wrong else "", "x!"))
    return [*cases, case(GOLD[-1], empty)]


def figures(before: Sequence[Case], after: Sequence[Case]) -> list[str]:
    return [fall.figure for fall in falls(level_json(before, "v1"), after)]


def test_the_same_figures_and_better_ones_pass() -> None:
    assert figures(texts(10), texts(10)) == []
    assert figures(texts(10), texts(12)) == []


def test_a_lower_f1_is_a_fall() -> None:
    assert figures(texts(12), texts(11)) == ["competence_areas f1"]


def test_a_fall_within_the_slack_passes() -> None:
    many = [case(row(f"t{n}", "a"), "a!" if n < 150 else "") for n in range(200)]
    fewer = [*many[1:], case(row("t0", "a"), "")]

    assert figures(many, fewer) == []


def test_a_sure_tier_that_cannot_be_trusted_is_a_fall_even_where_the_level_was_low() -> None:
    low = texts(10, wrong=3)

    assert figures(low, low) == ["sure_precision"]


def test_one_more_wrong_sure_tag_is_a_fall_of_its_facet() -> None:
    assert figures(texts(15), texts(15, wrong=1)) == ["competence_areas f1", "competence_areas sure_precision"]


def test_a_facet_that_gives_nothing_sure_has_no_wrong_tag_but_a_low_f1() -> None:
    assert figures(texts(15), texts(0)) == ["competence_areas f1"]


def test_filling_a_text_about_none_is_a_fall() -> None:
    assert "about_none left_empty" in figures(texts(20), texts(20, empty="b"))


def test_only_the_gate_counts() -> None:
    other = [case(row(f"u{n}", "a", part="tune"), "b!") for n in range(20)]

    assert figures(texts(20), [*texts(20), *other]) == []


def test_texts_that_moved_are_named_with_what_they_got_and_get() -> None:
    level = level_json([case(row("t1"), "a!"), case(row("t2"), "b")], "v1")

    assert moved(level, [case(row("t1"), "a"), case(row("t2"), "b")]) == (("t1", "a", "a?"),)


@settings(max_examples=40)
@given(CASES)
def test_nothing_moves_or_loses_at_its_own_level(cases: list[Case]) -> None:
    level = level_json(cases, "v1")

    assert moved(level, cases) == ()
    assert all(fall.figure == "sure_precision" for fall in falls(level, cases))


def test_a_note_is_about_one_vocabulary() -> None:
    assert note("v1") != note("v2")
    assert "v1" in note("v1")
