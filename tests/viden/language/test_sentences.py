"""Guards where Danish sentences end."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import nfc, sentence_spans, sentences

CASES = Path(__file__).resolve().parents[2] / "cases" / "language" / "sentences.md"


@pytest.mark.parametrize("line", re.findall(r"^- (.+)$", CASES.read_text(encoding="utf-8"), re.MULTILINE))
def test_a_sentence_ends_where_a_reader_ends_it(line: str) -> None:
    assert list(sentences(line.replace(" | ", " "))) == line.split(" | ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mødet er den 3. Maj måned er travl.", ["Mødet er den 3. Maj måned er travl."]),
        ("En linje\nog en til", ["En linje", "og en til"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_line_breaks_end_a_sentence_and_nothing_is_no_sentence(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@given(st.text(max_size=120))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    written, at = nfc(text), 0

    for start, end in sentence_spans(text):
        assert written[at:start].strip() == ""
        at = end

    assert written[at:].strip() == ""
