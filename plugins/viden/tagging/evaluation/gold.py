"""The gold file: which areas people gave each text, one line a text.

UTF-8, cells between tabs, ids between `;`. An empty cell is the judgement
"none", not a gap; so a line with too few cells is a fault.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...errors import ordered, quoted
from ...model import COMPETENCE, WORK, Place, Problem
from ...nearest import nearest

COLUMNS = ("id", "competence_areas", "work_areas", "group", "part", "note")
CELL = {COMPETENCE: "competence_areas", WORK: "work_areas"}
"""The cell of each facet, and its name in all that `evaluate` prints for programs."""
GROUPS = ("jargon", "shown")
"""Texts that name their areas in the words of the trade, and texts that show them and name none."""
PARTS = ("tune", "gate", "final")
"""Where thresholds are chosen, what CI holds, and what is judged when all is fixed."""
RULES = {
    "gold-area": "Et område i guldfilen skal være et af registrets id'er, hvert højst én gang.",
    "gold-cells": "En linje i guldfilen har lige så mange felter som den første.",
    "gold-doubled": "En tekst bedømmes i én linje.",
    "gold-group": "En tekst nævner sit område (jargon) eller viser det blot (shown).",
    "gold-header": "Guldfilens første linje navngiver felterne.",
    "gold-missing": "Hver tekst har en linje i guldfilen.",
    "gold-part": "En tekst hører til en af delene tune, gate og final.",
    "gold-unread": "Hver linje i guldfilen har en tekst.",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One judged text."""

    id: str
    competence_areas: frozenset[str]
    work_areas: frozenset[str]
    group: str
    part: str
    note: str
    line: int

    def areas(self, facet: str) -> frozenset[str]:
        return self.competence_areas if facet == COMPETENCE else self.work_areas


def read(
    text: str, path: str, posts: Mapping[str, str], areas: Mapping[str, Collection[str]], is_whole: bool = True
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Return the rows in the file's order, and every fault.

    `posts` are id → path of the texts there are, `areas` the ids of each facet.
    Where the gold file `is_whole`, a text without a line is a fault too.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    lines = text.removeprefix("\ufeff").split("\n")
    if tuple(lines[0].rstrip("\r").split("\t")) != COLUMNS:
        message = "Guldfilens første linje skal være disse ord med tabulator imellem: " + " ".join(COLUMNS) + "."
        return (), (_problem(path, 1, 1, "gold-header", message),)
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if cells == [""]:
            continue
        if len(cells) != len(COLUMNS):
            message = f"Linjen har {len(cells)} felter, men skal have {len(COLUMNS)}; et tomt felt betyder ingen."
            problems.append(_problem(path, number, 1, "gold-cells", message))
            seen.setdefault(cells[0], number)
            continue
        found = tuple(_faults(cells, path, number, posts, areas, seen))
        problems += found
        seen.setdefault(cells[0], number)
        if not found:
            rows.append(_row(cells, number))
    if is_whole:
        problems += (
            _problem(where, 1, 1, "gold-missing", f'Teksten "{quoted(id)}" har ingen linje i guldfilen {path}.')
            for id, where in posts.items()
            if id not in seen
        )
    return tuple(rows), ordered(problems)


def _row(cells: list[str], line: int) -> Row:
    return Row(cells[0], frozenset(_ids(cells[1])), frozenset(_ids(cells[2])), cells[3], cells[4], cells[5], line)


def _ids(cell: str) -> list[str]:
    return [id.strip() for id in cell.split(";")] if cell.strip() else []


def _faults(
    cells: list[str],
    path: str,
    line: int,
    posts: Mapping[str, str],
    areas: Mapping[str, Collection[str]],
    seen: Mapping[str, int],
) -> Iterator[Problem]:
    columns = [1 + sum(len(cell) + 1 for cell in cells[:n]) for n in range(len(cells))]
    if cells[0] in seen:
        message = f'"{quoted(cells[0])}" er allerede bedømt i linje {seen[cells[0]]}.'
        yield _problem(path, line, 1, "gold-doubled", message)
    elif cells[0] not in posts:
        message = f'Der er ingen tekst med id "{quoted(cells[0])}".'
        yield _problem(path, line, 1, "gold-unread", message, _meant(cells[0], posts))
    for index, facet in enumerate(CELL, 1):
        ids = _ids(cells[index])
        for id in dict.fromkeys(ids):
            if id not in areas[facet]:
                message = f'Området "{quoted(id)}" kendes ikke blandt {_NAMES[facet]}.'
                yield _problem(path, line, columns[index], "gold-area", message, _meant(id, areas[facet]))
            elif ids.count(id) > 1:
                yield _problem(path, line, columns[index], "gold-area", f'Området "{id}" står to gange.')
    for index, known in ((3, GROUPS), (4, PARTS)):
        if cells[index] not in known:
            message = f'"{quoted(cells[index])}" kan ikke stå i feltet {COLUMNS[index]}; skriv {_either(known)}.'
            yield _problem(path, line, columns[index], f"gold-{COLUMNS[index]}", message)


_NAMES = {COMPETENCE: "kompetenceområderne", WORK: "arbejdsområderne"}


def _meant(word: str, known: Collection[str]) -> str:
    near = nearest(word, known)
    return f'Mente du "{near}"?' if near else ""


def _either(known: tuple[str, ...]) -> str:
    return f"{', '.join(known[:-1])} eller {known[-1]}"


def _problem(path: str, line: int, column: int, rule: str, message: str, hint: str = "") -> Problem:
    return Problem(Place(path, line, column), "error", rule, message, hint)
