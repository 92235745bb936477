"""Guards the strict reader: both forms give the same fields, nothing is lost in silence, nothing raises."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.headers import KEYS, key_of, nearest_key, parse, write
from viden.headers.keys import folded
from viden.model import Header, Problem

FORMS = ("lines", "yaml")
NAMES = [name for key in KEYS for name in (key.name, *key.aliases)]
LETTERS = string.ascii_letters + string.digits + " æøåÆØÅéü.,:;!?'\"#%&/()[]{}|<>=+*-_\\@`~^$"

values = st.text(LETTERS, max_size=60).map(lambda v: unicodedata.normalize("NFC", " ".join(v.split())))
fields = st.lists(
    st.tuples(st.sampled_from([key.name for key in KEYS]), values), min_size=1, max_size=8, unique_by=lambda f: f[0]
)


def read(text: str) -> Header:
    header, _, problems = parse(text, "artikler/x.md")
    assert header is not None, problems
    return header


def rules(text: str) -> list[str]:
    return [p.rule for p in parse(text, "artikler/x.md")[2]]


@pytest.mark.parametrize("form", FORMS)
@given(written=fields)
def test_what_is_written_reads_back(form: str, written: list[tuple[str, str]]) -> None:
    text = write(written, form)

    header, body, problems = parse(text + "Tekst.\n", "artikler/x.md")

    assert problems == ()
    assert header is not None
    assert header.form == form
    assert [(f.key, f.value) for f in header.fields] == [(k.lower(), v) for k, v in written]
    assert body == "Tekst.\n"


@given(written=fields)
def test_both_forms_give_the_same_fields_and_body(written: list[tuple[str, str]]) -> None:
    one, two = (parse(write(written, form) + "Tekst.\n\nMere.", "x.md") for form in FORMS)

    assert one[0] is not None
    assert two[0] is not None
    assert [(f.key, f.value) for f in one[0].fields] == [(f.key, f.value) for f in two[0].fields]
    assert one[1] == two[1]


@given(written=fields)
def test_the_order_of_keys_does_not_matter(written: list[tuple[str, str]]) -> None:
    there, back = read(write(written, "lines")), read(write(written[::-1], "lines"))

    assert {f.key: f.value for f in there.fields} == {f.key: f.value for f in back.fields}


@given(written=fields, form=st.sampled_from(FORMS))
def test_each_value_stands_where_its_place_says(written: list[tuple[str, str]], form: str) -> None:
    plain = [(k, v.replace("\\", "").replace('"', "")) for k, v in written]
    text = write(plain, form)

    for field in read(text).fields:
        line = text.split("\n")[field.place.line - 1]
        assert line[field.place.column - 1 :].startswith(field.value)


@pytest.mark.parametrize("name", NAMES)
def test_each_key_and_alias_is_known_in_any_case_and_normal_form(name: str) -> None:
    for written in (name, name.upper(), name.lower(), unicodedata.normalize("NFD", name)):
        key = key_of(written)
        assert key is not None
        assert key is key_of(name)


def edits(word: str) -> set[str]:
    """Return every word one insertion, deletion, substitution or swap away."""
    letters = "abcdefghijklmnopqrstuvwxyzæøå_"
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in cuts if b),
        *(a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1),
        *(a + c + b[1:] for a, b in cuts if b for c in letters),
        *(a + c + b for a, b in cuts for c in letters),
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_key_one_edit_away_is_an_error_that_names_a_key(name: str) -> None:
    for word in sorted(edits(folded(name))):
        if key_of(word) is not None or not word[:1].isalpha():
            continue
        _, _, problems = parse(f"Title: x\n{word}: y\n\nTekst.\n", "x.md")
        told = [p for p in problems if p.rule == "key-unknown"]
        assert len(told) == 1, word
        assert told[0].severity == "error"
        assert told[0].place.line == 2
        assert f'"{nearest_key(word)}"' in told[0].message, word


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("status", ["draft", "kladde"])
def test_a_draft_below_any_slip_is_an_error_and_never_text(form: str, status: str) -> None:
    slips = ["En nøgle: x", "Kompetence områder: x", "Bare tekst", "Æble: x", "- punkt", "# Overskrift"]
    for slip in slips:
        inner = f"Title: En dag\n{slip}\nStatus: {status}\n"
        text = f"---\n{inner}---\nTekst.\n" if form == "yaml" else f"{inner}\nTekst.\n"
        header, body, problems = parse(text, "x.md")
        is_remark = form == "yaml" and slip.startswith("#")
        assert is_remark or any(p.severity == "error" for p in problems), slip
        assert header is None or "Status" not in body, slip


def test_a_misspelt_key_stands_under_the_key_that_was_meant() -> None:
    header = read("Titl: En dag\n\nTekst.\n")

    field = header.get("title") or header.get("titel")
    assert field is not None
    assert (field.value, field.written) == ("En dag", "Titl")


def test_continuation_lines_join_texts_and_part_lists() -> None:
    header = read("Summary: En lang\n    manchet\nTags: haver\n    æbler\n\nTekst.\n")

    assert [(f.key, f.value) for f in header.fields] == [
        ("summary", "En lang manchet"),
        ("tags", "haver"),
        ("tags", "æbler"),
    ]


def test_the_body_begins_where_the_header_says() -> None:
    for text in ("Title: x\nDate: y\n\nTekst.\n", "---\nTitle: x\n---\nTekst.\n", "Title: x\r\n\r\nTekst.\r\n"):
        header, body, _ = parse(text, "x.md")
        assert header is not None
        assert body.startswith("Tekst.")
        assert text.splitlines()[header.body_line - 1] == "Tekst."


def test_a_decomposed_text_is_read_as_composed() -> None:
    header, body, _ = parse(unicodedata.normalize("NFD", "Title: På åen\n\nÅh.\n"), "x.md")

    assert header is not None
    assert header.fields[0].value == "På åen"
    assert body == "Åh.\n"


def test_columns_count_letters_of_the_composed_form() -> None:
    text = unicodedata.normalize("NFD", "Title: x\nÆndret:  åååå\n\nTekst.\n")

    field = read(text).fields[1]

    assert (field.place.line, field.place.column) == (2, 10)


GOOD = (
    "Title: En dag på biblioteket\nDate: tirsdag den 28. april 2020 kl. 08.00\nId: dag\nAuthors: Ida Holm; Bo Prøve\n"
    "Summary: Om en dag,\n    der var lang.\nTags: haver; æbler\n\nTekst.\n\n## Mere\n\nTekst.\n"
)
GOOD_YAML = '---\nTitle: "En dag: på biblioteket"\nDato: 2020-04-28\nTags:\n- haver\n- æbler\nArbejdsområder: [ledelse]\n---\nTekst.\n'


@pytest.mark.parametrize("text", [GOOD, GOOD_YAML])
def test_every_prefix_of_a_good_file_is_good_or_has_a_place(text: str) -> None:
    for end in range(len(text)):
        header, _, problems = parse(text[:end], "x.md")
        assert header is not None or problems
        assert all(has_place(p, text) for p in problems)


def has_place(problem: Problem, text: str) -> bool:
    return 1 <= problem.place.line <= text.count("\n") + 2 and problem.place.column >= 1


@given(data=st.data(), text=st.sampled_from([GOOD, GOOD_YAML]))
def test_random_edits_of_a_good_file_never_raise(data: st.DataObject, text: str) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.text(LETTERS + "\n\r\t\x00-:ÅåA", max_size=6)) + text[end:]

    header, body, problems = parse(text, "x.md")

    assert header is not None or any(p.severity == "error" for p in problems)
    assert all(isinstance(p, Problem) for p in problems)
    assert "\r" not in body


@given(text=st.text(max_size=200))
def test_any_text_at_all_never_raises(text: str) -> None:
    parse(text, "x.md")
    parse(f"---\n{text}\n---\nTekst.\n", "x.md")
