"""Guards that the editor decides: given areas replace, an empty value means none, rejected ones go."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from viden.model import Evidence, Place, Post, Tag
from viden.tagging import chosen, decide

POST = Post("p1", "article", "Titel", "titel", datetime(2026, 1, 1, tzinfo=UTC), False, "", Place("artikler/a.md"))
WORD = Evidence("etik", "etikken", "title", 1, 8, 5000)
ETHICS = Tag("etik-regulering", "competence", "sure", 5000, "tagger", (WORD,))
DATA = Tag("data-ai", "competence", "suggestion", 3000, "tagger")
LEADERS = Tag("ledelse", "work", "sure", 6000, "tagger")
PROPOSED = (ETHICS, DATA, LEADERS)


def test_without_the_editors_word_the_proposals_stand() -> None:
    assert decide(POST, PROPOSED) == PROPOSED


def test_only_sure_and_given_areas_count() -> None:
    assert chosen(PROPOSED, "competence") == ("etik-regulering",)


def test_the_editors_areas_replace_their_facet_alone_and_keep_the_evidence() -> None:
    found = decide(replace(POST, competence_areas=("innovation", "etik-regulering")), PROPOSED)

    assert [(t.area, t.origin, t.score) for t in found] == [
        ("innovation", "editor", 0),
        ("etik-regulering", "editor", 5000),
        ("ledelse", "tagger", 6000),
    ]
    assert found[1].evidence == (WORD,)


def test_an_empty_value_means_none() -> None:
    assert decide(replace(POST, competence_areas=(), work_areas=()), PROPOSED) == ()


def test_a_rejected_area_goes() -> None:
    assert decide(replace(POST, reject_areas=("etik-regulering", "ledelse")), PROPOSED) == (DATA,)


@pytest.mark.parametrize("facet", ["competence", "work"])
def test_the_choice_is_of_one_facet(facet: str) -> None:
    assert all(area in {t.area for t in PROPOSED if t.facet == facet} for area in chosen(PROPOSED, facet))
