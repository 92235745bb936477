"""Guards the reading of the gold file: every fault has its line, and what is right is read as it stands."""

from __future__ import annotations

import pytest
from viden.model import COMPETENCE, WORK
from viden.tagging.evaluation import Row, read

HEAD = "id\tcompetence_areas\twork_areas\tgroup\tpart\tnote\n"
AREAS = {COMPETENCE: ("innovation", "data-ai"), WORK: ("ledelse", "boern-skole")}
POSTS = {"t1": "artikler/t1.md", "t2": "artikler/t2.md"}
GOOD = "t1\tdata-ai; innovation\tledelse\tjargon\ttune\ti tvivl\nt2\t\t\tshown\tfinal\t\n"


def faults(text: str, **how: bool) -> list[tuple[str, int, int]]:
    problems = read(text, "guld.tsv", POSTS, AREAS, **how)[1]
    assert all(p.severity == "error" and p.message for p in problems)
    return [(p.rule, p.place.line, p.place.column) for p in problems]


@pytest.mark.parametrize("text", [HEAD + GOOD, "\ufeff" + HEAD + GOOD, (HEAD + GOOD).replace("\n", "\r\n")])
def test_a_good_file_gives_its_rows(text: str) -> None:
    rows, problems = read(text, "guld.tsv", POSTS, AREAS)

    assert not problems
    assert rows == (
        Row("t1", frozenset(AREAS[COMPETENCE]), frozenset(("ledelse",)), "jargon", "tune", "i tvivl", 2),
        Row("t2", frozenset(), frozenset(), "shown", "final", "", 3),
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("t1\tdata-ia\t\tjargon\ttune\t", ("gold-area", 2, 4)),
        ("t1\t\tdata-ai\tjargon\ttune\t", ("gold-area", 2, 5)),
        ("t1\tdata-ai;data-ai\t\tjargon\ttune\t", ("gold-area", 2, 4)),
        ("t1\tdata-ai;\t\tjargon\ttune\t", ("gold-area", 2, 4)),
        ("t1\t\t\tandet\ttune\t", ("gold-group", 2, 6)),
        ("t1\t\t\tjargon\t\t", ("gold-part", 2, 13)),
        ("t1\t\t\tjargon\ttune", ("gold-cells", 2, 1)),
        ("t9\t\t\tjargon\ttune\t", ("gold-unread", 2, 1)),
        ("t2\t\t\tjargon\ttune\t", ("gold-doubled", 3, 1)),
    ],
)
def test_a_fault_is_named_at_its_place(line: str, fault: tuple[str, int, int]) -> None:
    found = faults(f"{HEAD}{line}\nt2\t\t\tshown\tgate\t\n", is_whole=False)

    assert found == [fault]


def test_a_line_with_too_few_cells_is_one_fault() -> None:
    assert faults(f"{HEAD}t1\t\n{GOOD.splitlines()[1]}\n") == [("gold-cells", 2, 1)]


def test_a_wrong_header_is_the_only_fault() -> None:
    assert faults(GOOD) == [("gold-header", 1, 1)]


def test_a_text_without_a_line_is_a_fault_where_the_file_is_whole() -> None:
    text = HEAD + GOOD.splitlines()[0] + "\n"
    _, problems = read(text, "guld.tsv", POSTS, AREAS)

    assert [(p.rule, p.place.path) for p in problems] == [("gold-missing", "artikler/t2.md")]
    assert faults(text, is_whole=False) == []


def test_a_misspelt_area_names_the_nearest() -> None:
    _, problems = read(HEAD + "t1\tinovation\t\tjargon\ttune\t\n", "guld.tsv", POSTS, AREAS, is_whole=False)

    assert 'Mente du "innovation"?' in problems[0].hint
