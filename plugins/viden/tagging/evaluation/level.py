"""The level that CI holds: the figures of the part `gate`, what each of its texts got, and where a change falls under them.

A fall is let through by a line in the changelog that says why, and names the
vocabulary it is about: so a note lets one change through, not all that follow.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..judging import FACETS
from .curves import TRUSTED
from .gold import CELL
from .measures import Case, Count, figures
from .report import about_none, rounded

GATE = "gate"
SLACK = 0.01
"""How much lower F1, or the precision of sure tags, may be without a note."""
COMMAND = "python3 tasks.py evaluate tests/gold/gold.tsv --write-level"


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is under what CI holds."""

    figure: str
    """`competence_areas f1`, `work_areas sure_precision`, `sure_precision` of both facets or `about_none left_empty`."""
    level: float
    now: float


def level_json(cases: Sequence[Case], vocabulary: str) -> str:
    """Return the level that the texts of `gate` in `cases` have now, with sorted keys and a final newline."""
    gate = [case for case in cases if case.row.part == GATE]
    shape = {
        "command": COMMAND,
        "vocabulary": vocabulary,
        "facets": {CELL[facet]: _facet(gate, facet) for facet in FACETS},
        "sure_precision": rounded(sum((figures(gate, facet).sure for facet in FACETS), Count()).precision),
        "about_none": {"texts": about_none(gate).texts, "left_empty": about_none(gate).left_empty},
        "texts": {case.row.id: _given(case) for case in gate},
    }
    return json.dumps(shape, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _facet(gate: Sequence[Case], facet: str) -> dict[str, float | None]:
    found = figures(gate, facet)
    return {"f1": rounded(found.listed.f1), "sure_precision": rounded(found.sure.precision)}


def _given(case: Case) -> str:
    """Return what the text gets, as one line: suggestions have a question mark."""
    return " ".join(f"{tag.area}{'' if tag.tier == 'sure' else '?'}" for tag in case.given)


def falls(level: str, cases: Sequence[Case]) -> tuple[Fall, ...]:
    """Return the figures of `gate` that are under the level (JSON of `level_json`), or under the trusted precision.

    The precision of both facets' sure tags has a floor of its own, whatever the level:
    one facet has some thirty of them here, so few that a single one is .03.
    """
    held: Mapping[str, Any] = json.loads(level)
    now: Mapping[str, Any] = json.loads(level_json(cases, ""))
    found: list[Fall] = []
    for facet in CELL.values():
        for name, was in held["facets"][facet].items():
            is_ = now["facets"][facet][name]
            if was is not None and _share(name, is_) < round(was - SLACK, 4):
                found.append(Fall(f"{facet} {name}", was, _share(name, is_)))
    if _share("sure_precision", now["sure_precision"]) < TRUSTED:
        found.append(Fall("sure_precision", TRUSTED, now["sure_precision"]))
    empty = now["about_none"]["left_empty"]
    if empty < held["about_none"]["left_empty"]:
        found.append(Fall("about_none left_empty", held["about_none"]["left_empty"], empty))
    return tuple(found)


def _share(name: str, value: float | None) -> float:
    """Return the share, or what it is worth where there is nothing to share: no sure tag at all has no wrong one."""
    return value if value is not None else 1.0 if name == "sure_precision" else 0.0


def moved(level: str, cases: Sequence[Case]) -> tuple[tuple[str, str, str], ...]:
    """Return (text, what it got at the level, what it gets now) of each text of `gate` that moved, by id."""
    held: Mapping[str, str] = json.loads(level)["texts"]
    now: Mapping[str, str] = json.loads(level_json(cases, ""))["texts"]
    return tuple((id, held.get(id, ""), now[id]) for id in sorted(now) if held.get(id, "") != now[id])


def note(vocabulary: str) -> str:
    """Return what a line of the changelog must hold for a fall under this vocabulary to pass."""
    return f"(tagger below its level: {vocabulary})"
