"""Guards accuracy on words that were judged before anything ran; see judged/README.md. Prints no word of the unseen half."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from viden.language import lemmas, parts
from viden.language.compounds import borders

JUDGED = Path(__file__).parent / "judged"
HALVES = ("tune", "unseen")


def rows(half: str, section: str) -> list[str]:
    text = (JUDGED / f"{half}.md").read_text(encoding="utf-8")
    found = re.findall(r"^- (.+)$", text.partition(f"## {section}\n")[2].partition("\n## ")[0], re.MULTILINE)
    assert len(found) > 90
    return found


def share(found: list[str], is_right: Callable[[str], bool]) -> float:
    return sum(map(is_right, found)) / len(found)


def has_a_judged_lemma_first(row: str) -> bool:
    form, accepted = row.split(": ")
    return lemmas(form)[0] in accepted.split()


def is_split_at_its_borders(row: str) -> bool:
    needed, allowed, letters = set(), set(), 0
    for sign in row:
        if sign in "|.":
            (needed if sign == "|" else allowed).add(letters)
        else:
            letters += 1
    found = set(borders(re.sub("[|.]", "", row)))
    return needed <= found <= needed | allowed


def is_kept_whole(row: str) -> bool:
    return parts(row) == ()


@pytest.mark.parametrize("half", (*HALVES, "later"))
def test_the_first_lemma_is_one_that_a_reader_accepts(half: str) -> None:
    assert share(rows(half, "Lemmas"), has_a_judged_lemma_first) >= 0.985


@pytest.mark.parametrize("half", HALVES)
def test_compounds_are_taken_apart_at_all_their_borders_and_no_other(half: str) -> None:
    assert share(rows(half, "Compounds"), is_split_at_its_borders) >= 0.95


@pytest.mark.parametrize("half", HALVES)
def test_words_that_are_no_compounds_are_kept_whole(half: str) -> None:
    assert share(rows(half, "Whole words"), is_kept_whole) >= 0.97


def test_the_halves_share_no_word() -> None:
    tune, unseen = (
        {row for section in ("Lemmas", "Compounds", "Whole words") for row in rows(half, section)} for half in HALVES
    )

    assert tune.isdisjoint(unseen)


def test_a_wrong_border_a_missing_one_and_a_wrong_lemma_count_as_wrong() -> None:
    assert is_split_at_its_borders("kirke.gårds|mur")
    assert is_split_at_its_borders("kirkegårds|mur")
    assert not is_split_at_its_borders("kirke|gårdsmur")
    assert not is_split_at_its_borders("kirkegårdsmur")
    assert not has_a_judged_lemma_first("kommunerne: by")
