"""Guards which forms of a text the index holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from viden.search import index
from viden.search.scorer import EXACT, LEMMA, PART


@pytest.fixture
def terms(made):
    document = replace(
        made[0], fields=("Top- og mellemledere", "", "", "", "Se parkeringspladser og -kældre på borger.dk.")
    )
    return {row.term for row in index([document]).rows}


def test_a_cut_word_is_found_by_the_whole_word_it_stands_for(terms):
    assert {
        (EXACT, "topledere"),
        (LEMMA, "topleder"),
        (EXACT, "parkeringskældre"),
        (LEMMA, "parkeringskælder"),
    } <= terms


def test_a_cut_word_is_still_found_as_it_stands(terms):
    assert {(EXACT, "top"), (EXACT, "kældre")} <= terms


def test_an_address_is_found_whole_and_by_its_words(terms):
    assert {(EXACT, "borger.dk"), (PART, "borger")} <= terms
