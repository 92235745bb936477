"""Guards the splitter: its figures on words judged before it ran, and what makes a seam."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import compounds, parts

JUDGED = Path(__file__).with_name("municipal.md")


@dataclass(frozen=True, slots=True)
class Judged:
    """A word with the borders that must and may be found."""

    word: str
    must: frozenset[int]
    may: frozenset[int]

    def is_exact(self) -> bool:
        return self.must <= borders(self.word) <= self.must | self.may


def judged(heading: str, half: int) -> list[Judged]:
    """Return every other word below a heading: 0 are those that were looked at, 1 those that were not."""
    section = JUDGED.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [one(line) for line in re.findall(r"^- (\S+)$", section, re.MULTILINE)[half::2]]


def one(line: str) -> Judged:
    word, found = "", {"|": set[int](), ".": set[int]()}
    for character in line:
        if character in found:
            found[character].add(len(word))
        else:
            word += character
    return Judged(word, frozenset(found["|"]), frozenset(found["."]))


def borders(word: str) -> frozenset[int]:
    found, start = set[int](), 0
    for piece in word.split("-"):
        found |= {start} if start else set()
        found |= {start + cut for cut in compounds.borders(piece)}
        start += len(piece) + 1
    return frozenset(found)


@pytest.mark.parametrize("half", [0, 1], ids=["looked at", "not looked at"])
def test_municipal_compounds_are_split_where_they_were_judged_to_be(half: int) -> None:
    words = judged("Compounds", half)
    right = sum(word.is_exact() for word in words)
    found = [(cut, word) for word in words for cut in borders(word.word)]

    assert len(words) > 160
    assert right / len(words) >= 0.95
    assert sum(cut in word.must | word.may for cut, word in found) / len(found) >= 0.97


@pytest.mark.parametrize("half", [0, 1], ids=["looked at", "not looked at"])
def test_words_that_are_no_compounds_stay_whole(half: int) -> None:
    words = judged("Whole words", half)

    assert len(words) > 180
    assert sum(not borders(word.word) for word in words) / len(words) >= 0.97


@given(st.text(alphabet="abdefgiklmnoprstuvyæøå", min_size=1, max_size=24))
def test_borders_lie_inside_the_word_in_order_and_parts_are_one_more(word: str) -> None:
    cuts = compounds.borders(word)

    assert list(cuts) == sorted(set(cuts))
    assert all(0 < cut < len(word) for cut in cuts)
    assert len(parts(word)) == (len(cuts) + 1 if cuts else 0)
    assert not cuts or parts(word)[-1] == word[cuts[-1] :]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("ældreplejen ældreplejens", ("plejen", "plejens")),
        ("klimatilpasningsplan klimatilpasningsplanerne", ("plan", "planerne")),
        ("byrådssekretariat byrådssekretariaternes", ("sekretariat", "sekretariaternes")),
    ],
)
def test_an_inflected_compound_is_split_like_its_dictionary_form(words: str, last: tuple[str, ...]) -> None:
    found = [parts(word) for word in words.split()]

    assert tuple(row[-1] for row in found) == last
    assert len({row[:-1] for row in found}) == 1


def test_what_is_derived_from_a_whole_word_is_whole() -> None:
    assert all(not parts(word) for word in ("vejlede", "vejleder", "vejledningerne", "frivillighed", "koordinering"))
    assert parts("sagsbehandling") == ("sag", "behandling")
