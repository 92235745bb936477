"""Guards where Danish sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import nfc, sentence_spans, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi prøver. Det går godt!", ["Vi prøver.", "Det går godt!"]),
        ("Vi bruger bl.a. Teams, f.eks. om fredagen.", ["Vi bruger bl.a. Teams, f.eks. om fredagen."]),
        ("Mødet er den 3. maj kl. 8.30 i salen.", ["Mødet er den 3. maj kl. 8.30 i salen."]),
        ("Mødet er den 3. Maj måned er travl.", ["Mødet er den 3. Maj måned er travl."]),
        ("Det var i 2025. Kommunen voksede.", ["Det var i 2025.", "Kommunen voksede."]),
        ("Vi har pen, papir osv. Resten køber vi.", ["Vi har pen, papir osv.", "Resten køber vi."]),
        ("H. C. Andersen skrev. Vi læser.", ["H. C. Andersen skrev.", "Vi læser."]),
        ("»Kom ind.« Han gik.", ["»Kom ind.«", "Han gik."]),
        ("Hvad nu? Vent … Så kom svaret.", ["Hvad nu?", "Vent …", "Så kom svaret."]),
        ("En linje\nog en til", ["En linje", "og en til"]),
        ("Se borger.dk for mere.", ["Se borger.dk for mere."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@given(st.text(max_size=120))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    written, at = nfc(text), 0

    for start, end in sentence_spans(text):
        assert written[at:start].strip() == ""
        at = end

    assert written[at:].strip() == ""
