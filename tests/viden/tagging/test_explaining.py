"""Guards the counterfactual: no smaller set of hits changes the tier, checked by trying them all."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from viden.model import Area, Term, Zone
from viden.tagging import compile
from viden.tagging.explaining import MOST_LOST, counterfactual
from viden.tagging.matching import hits
from viden.tagging.summing import Sum, evidence, sum_of, sums

VOCABULARY, _ = compile(
    [Area("a", "work", "", "", "", terms=(Term("etik", 3), Term("jura", 2), Term("kursus", 1), Term("dom", 2)))]
)
ZONES = st.lists(
    st.builds(
        Zone,
        st.sampled_from(["title", "heading", "body", "list"]),
        st.lists(st.sampled_from(["etik", "jura", "kursus", "dom", "og"]), max_size=3).map(" ".join),
    ),
    max_size=4,
)


def found_in(zones: list[Zone], words: int) -> list[Sum]:
    return [s for s in sums(hits(zones, VOCABULARY), words, VOCABULARY) if s.tier]


@settings(max_examples=120)
@given(ZONES, st.integers(1, 2000))
def test_no_smaller_loss_changes_the_tier(zones: list[Zone], words: int) -> None:
    for found in found_in(zones, words):
        size = len(counterfactual(found, words, VOCABULARY).lost)

        for smaller in range(size):
            for lost in combinations(range(len(found.hits)), smaller):
                kept = tuple(hit for n, hit in enumerate(found.hits) if n not in lost)
                assert sum_of(found.area, found.facet, kept, words, VOCABULARY).tier == found.tier


@settings(max_examples=120)
@given(ZONES, st.integers(1, 2000))
def test_the_loss_changes_the_tier_and_gives_the_score_named(zones: list[Zone], words: int) -> None:
    for found in found_in(zones, words):
        reason = counterfactual(found, words, VOCABULARY)
        gone = list(reason.lost)
        kept = tuple(hit for hit, e in zip(found.hits, evidence(found, VOCABULARY)) if e not in gone or gone.remove(e))
        left = sum_of(found.area, found.facet, kept, words, VOCABULARY)

        assert (left.tier, left.score) == (reason.tier, reason.score)
        assert left.tier != found.tier


def test_an_area_on_very_many_hits_stands_firm() -> None:
    (found,) = found_in([Zone("body", "jura og dom. " * 400)], 1200)

    reason = counterfactual(found, 1200, VOCABULARY)

    assert len(found.hits) > 2 * MOST_LOST
    assert reason.lost == ()
