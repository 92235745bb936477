"""Guards forms, lemmas and compounds, with the cases and their reasons in tests/cases/language."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import analyse, forms, key, lemmas, lexicon, parts, terms

CASES = Path(__file__).resolve().parents[2] / "cases" / "language"


def rows(name: str) -> list[tuple[str, str]]:
    found = re.findall(r"^- ([^:\n]+): (.+)$", (CASES / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found


@pytest.mark.parametrize(("word", "expected"), rows("forms.md"))
def test_forms_are_made_and_other_words_are_not(word: str, expected: str) -> None:
    wanted, _, unwanted = expected.partition(", not ")
    made = set(forms(word))

    assert set(wanted.split()) <= made
    assert made.isdisjoint(unwanted.split())


@pytest.mark.parametrize(("form", "expected"), rows("lemmas.md"))
def test_lemmas_are_all_readings_the_likelier_first(form: str, expected: str) -> None:
    found = lemmas(form)
    wanted, _, unwanted = expected.partition(", not ")

    assert found[0] == wanted.split()[0]
    assert set(wanted.split()) <= set(found)
    assert set(found).isdisjoint(unwanted.split())


@pytest.mark.parametrize(("word", "expected"), rows("parts.md"))
def test_compounds_are_taken_apart_where_both_sides_are_known(word: str, expected: str) -> None:
    assert parts(word) == (() if expected == "-" else tuple(expected.split()))


def test_the_forms_that_the_dictionary_knows_belong_to_their_word() -> None:
    """Forms are made by rule: one that it knows must not be of another word alone."""
    words = ("gevinst", "afdeling", "kommune", "skole", "regel", "museum", "digital", "strategi", "projekt", "politik")

    known = [(word, form) for word in words for form in forms(word) if lexicon.is_form(form)]

    assert len(known) > 60
    assert [(word, form) for word, form in known if word not in lexicon.headwords_of(form)] == []


@pytest.mark.parametrize("verb", ["sende", "kende", "møde", "vende"])
def test_a_verb_in_de_has_its_participle(verb: str) -> None:
    assert verb[:-1] + "t" in forms(verb)


@pytest.mark.parametrize("noun", ["gode", "runde", "side"])
def test_a_noun_in_de_has_no_participle(noun: str) -> None:
    assert noun[:-1] + "t" not in forms(noun)


@given(st.text(max_size=20))
def test_any_text_has_forms_a_key_and_a_lemma(word: str) -> None:
    assert forms(word)[0] == forms(forms(word)[0])[0]
    assert analyse(word).key == key(analyse(word).key)


def test_terms_are_lemmas_and_parts_in_reading_order_without_stop_words() -> None:
    assert terms("Hvordan får kommunernes ældreområde nye ledere?") == (
        "kommune",
        "aeldreomraade",
        "aeldre",
        "gammel",
        "omraade",
        "ny",
        "leder",
    )
