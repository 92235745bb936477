"""Guards the cuts that the site's own words allow: only whole words, and no endings taken for words."""

from __future__ import annotations

import pytest
from viden.search.compounds import seams

KNOWN = {
    "kirke",
    "kirkegård",
    "gård",
    "mur",
    "barn",
    "børn",
    "område",
    "sol",
    "ist",
    "tur",
    "ban",
    "skole",
    "lærer",
    "else",
}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("kirkegårdsmur", [("kirkegård", "mur")]),
        ("børneområde", [("børn", "område")]),
        ("skolelærer", [("skole", "lærer")]),
        ("solist", []),
        ("turban", []),
        ("skoleelse", []),
        ("mur", []),
        ("skole2lærer", []),
    ],
)
def test_a_compound_is_cut_where_both_sides_are_words(form, expected):
    assert list(seams(form, KNOWN.__contains__)) == expected
