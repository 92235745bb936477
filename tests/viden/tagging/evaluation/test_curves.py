"""Guards the threshold curve: at today's thresholds it gives what the tagger gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from viden.model import COMPETENCE, WORK
from viden.tagging import SUGGESTION, SURE, Ranked
from viden.tagging.evaluation import Case, figures
from viden.tagging.evaluation.curves import HIGHEST, STEP, Point, _point, best_suggestion, best_sure, curve
from viden.tagging.evaluation.measures import Count

from tests.viden.tagging.evaluation.made import CASES, row, tagged


@settings(max_examples=80)
@given(CASES, st.sampled_from((COMPETENCE, WORK)))
def test_at_the_thresholds_of_the_tagger_stand_the_figures_of_the_tagger(cases: list[Case], facet: str) -> None:
    found = figures(cases, facet)

    assert _point(cases, facet, SUGGESTION[facet]).listed == found.listed
    assert _point(cases, facet, SURE[facet]).sure == found.sure


@given(CASES)
def test_a_higher_threshold_never_gives_more(cases: list[Case]) -> None:
    points = curve(cases, COMPETENCE)

    assert [p.threshold for p in points] == list(range(STEP, HIGHEST + 1, STEP))
    assert [p.listed.given for p in points] == sorted((p.listed.given for p in points), reverse=True)
    assert [p.sure.given for p in points] == sorted((p.sure.given for p in points), reverse=True)


def test_a_text_that_the_guard_stops_gives_nothing_at_any_threshold() -> None:
    ranked = (Ranked("a", COMPETENCE, 9000, True),)

    points = curve([tagged(row("t1", "a"), ranked, is_guarded=True)], COMPETENCE)

    assert {p.listed for p in points} == {Count(0, 0, 1)}


def test_no_threshold_gives_more_areas_than_a_post_may_have() -> None:
    ranked = tuple(Ranked(area, WORK, 9000, True) for area in "abcd")

    points = curve([tagged(row("t1", "", "d"), ranked)], WORK)

    assert points[0].listed == Count(0, 2, 1)


POINTS = (
    Point(1000, Count(9, 20, 10), Count(8, 10, 10)),
    Point(2000, Count(9, 10, 10), Count(6, 6, 10)),
    Point(3000, Count(9, 10, 10), Count(4, 4, 10)),
    Point(4000, Count(0, 0, 10), Count(0, 0, 10)),
)


def test_the_best_thresholds_are_the_lowest_that_will_do() -> None:
    assert best_suggestion(POINTS) == POINTS[1]
    assert best_sure(POINTS) == POINTS[1]


@pytest.mark.parametrize("points", [(), POINTS[:1], POINTS[3:]])
def test_no_threshold_is_named_where_none_can_be_trusted(points: tuple[Point, ...]) -> None:
    assert best_sure(points) is None
