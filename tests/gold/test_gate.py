"""Guards the level: no change makes the tagger worse on the part `gate` without a line in the changelog that says why.

A fall prints the texts that moved, each with what it got and what it gets. See docs/interfaces.md for the note that lets one pass.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from evaluate import judged
from viden.model import COMPETENCE, WORK
from viden.tagging.evaluation import Case, falls, figures, moved, note

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def now(root) -> tuple[tuple[Case, ...], str]:
    return judged(HERE / "gold.tsv", root / "content")


def test_the_tagger_is_as_good_on_the_gate_as_its_level(now, root):
    cases, vocabulary = now
    level = (HERE / "level.json").read_text(encoding="utf-8")
    for id, was, is_ in moved(level, cases):
        print(f"{id}: {was or '–'} → {is_ or '–'}")

    fallen = falls(level, cases)

    way = f"say why in CHANGELOG.md, in a line that ends with {note(vocabulary)}"
    assert not fallen or note(vocabulary) in (root / "CHANGELOG.md").read_text(encoding="utf-8"), (fallen, way)


@pytest.mark.parametrize("facet", [COMPETENCE, WORK])
def test_the_labels_of_other_texts_score_near_chance(now, facet):
    seen = [case for case in now[0] if case.row.part != "final"]
    mixed = random.Random(20261201).sample([case.row for case in seen], len(seen))

    shuffled = [replace(case, row=row) for case, row in zip(seen, mixed, strict=True)]

    assert figures(shuffled, facet).listed.f1 < 0.2 < 0.5 < figures(seen, facet).listed.f1


def test_the_level_is_about_the_texts_of_the_gate(now):
    gate = sorted(case.row.id for case in now[0] if case.row.part == "gate")

    assert sorted(json.loads((HERE / "level.json").read_text(encoding="utf-8"))["texts"]) == gate
