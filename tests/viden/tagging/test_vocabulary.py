"""Guards compiling: forms written out, slips named with their place, and a value that can be stored."""

import pytest
from viden.errors import InternalError
from viden.language import key
from viden.model import Area, Place, Term
from viden.tagging import SUGGESTION, as_json, compile, from_json

PLACE = Place("data/kompetenceomraader.yaml", 7, 5)
LATER = Place("data/kompetenceomraader.yaml", 9, 5)


def area(*terms: Term, id: str = "a") -> Area:
    return Area(id, "competence", id, id, "", terms=terms)


def test_the_vocabulary_reads_back_equal() -> None:
    areas = [
        area(
            Term("hente (gevinst|nytte)", 2, gap=3),
            Term("effekt", 1, only_with=("business case",)),
            Term("API", 3, capitals=True),
        ),
        Area("b", "work", "b", "b", "", terms=(Term("barn", 2, compound="foerste"),), never=("barnløs",), sure=5000),
    ]
    made, _ = compile(areas)

    stored = as_json(made)

    assert from_json(stored) == made
    assert as_json(from_json(stored)) == stored
    assert stored.endswith("\n")


def test_a_threshold_for_suggestions_above_the_sure_one_is_an_error() -> None:
    _, problems = compile([Area("a", "work", "", "", "", terms=(Term("barn", 2),), sure=1000, place=PLACE)])

    assert [(p.rule, p.severity, p.place) for p in problems] == [("area-limits", "error", PLACE)]
    assert f"graense: {{sikker: {SUGGESTION['work']}, forslag: 1000}}" in problems[0].hint


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 0, "language": "0"}', "nul"])
def test_a_strange_file_is_refused(text: str) -> None:
    with pytest.raises(InternalError):
        from_json(text)


def test_one_term_written_twice_is_an_error_at_the_later_place() -> None:
    _, problems = compile([area(Term("gevinst", 2, place=PLACE), Term("gevinster", 1, place=LATER))])

    assert [(p.rule, p.severity, p.place) for p in problems] == [("term-form-twice", "error", LATER)]
    assert "»gevinster«" in problems[0].message
    assert "linje 7" in problems[0].message


def test_a_role_and_a_thing_may_meet_in_a_form() -> None:
    made, problems = compile([area(Term("hjemmehjælp", 3, kind="ting"), Term("hjemmehjælper", 2, kind="rolle"))])

    holders = {e.text: {form for p in e.patterns for form in p[0]} for e in made.entries}
    assert not problems
    assert "hjemmehjaelper" in holders["hjemmehjælper"]
    assert "hjemmehjaelper" not in holders["hjemmehjælp"]


def test_a_name_in_capitals_and_a_plain_word_are_two_words() -> None:
    assert not compile([area(Term("Teams", 2, capitals=True), Term("team", 1))])[1]


def test_the_same_form_in_two_areas_is_no_fault() -> None:
    assert not compile([area(Term("leder", 2)), area(Term("leder", 2), id="b")])[1]


@pytest.mark.parametrize("text", ["hente (gevinst", "…", "a) b", "( | )", ""])
def test_a_term_without_words_is_named_and_left_out(text: str) -> None:
    made, problems = compile([area(Term(text, 2, place=PLACE))])

    assert [(p.rule, p.place) for p in problems] == [("term-pattern", PLACE)]
    assert made.entries == ()


def test_irregular_forms_stand_beside_the_regular() -> None:
    made, _ = compile([area(Term("forælder", 2, forms=("forældre",)))])

    caught = {form for pattern in made.entries[0].patterns for form in pattern[0]}
    assert {"foraelder", "foraeldre", "foraeldres"} <= caught


@pytest.mark.parametrize(
    ("phrase", "caught", "not_caught"),
    [
        ("to og to", "to og to", "toer og to"),
        ("kæmpe med prisen", "kæmpede med prisens", "kæmper medens prisen"),
        ("hvad vi vil", "hvad vi vil", "hvad vi villet"),
        ("sende en plan", "sendt en plan", "senderne en plan"),
        ("have travlt", "havde travlt", "have travle"),
        ("afholde et driftsmøde", "afholder et driftsmøde", "afholder ets driftsmøde"),
    ],
)
def test_in_a_phrase_only_dictionary_forms_are_inflected(phrase: str, caught: str, not_caught: str) -> None:
    vocabulary, _ = compile([area(Term(phrase, 2))])
    (pattern,) = vocabulary.entries[0].patterns

    def fits(text: str) -> bool:
        return all(key(word) in slot for word, slot in zip(text.split(), pattern, strict=True))

    assert fits(caught)
    assert not fits(not_caught)
