"""Guards the form of the judged texts; what they say of the tagger is measured elsewhere."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml
from viden.model import KINDS

HERE = Path(__file__).parent
COLUMNS = ["id", "competence_areas", "work_areas", "group", "part", "note"]
MOST = {"competence_areas": 3, "work_areas": 2}
"""Areas that a text can have, as the tagger gives them."""
LEAST = 8
"""Texts that have each area."""
WITHOUT = 12
"""Texts that are about none of the areas, at least."""


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


GOLD = table(HERE / "gold.tsv")
SECOND = table(HERE / "labels-second.tsv")


@pytest.fixture(scope="module")
def known(root) -> dict[str, set[str]]:
    """Return the ids of each facet, as the registers of the sample site have them."""
    files = {"competence_areas": "kompetenceomraader", "work_areas": "arbejdsomraader"}
    data = {facet: (root / f"content/data/{name}.yaml").read_text(encoding="utf-8") for facet, name in files.items()}
    return {facet: {row["id"] for row in yaml.safe_load(text)} for facet, text in data.items()}


@pytest.mark.parametrize("rows", [GOLD, SECOND], ids=["gold", "second"])
def test_labels_are_known_areas_and_no_more_than_a_text_can_have(rows, known):
    for row in rows:
        for facet, ids in known.items():
            given = [id for id in row[facet].split(";") if id]
            assert set(given) <= ids and len(set(given)) == len(given) <= MOST[facet], (row["id"], given)


def test_every_text_has_one_line_and_every_line_a_text():
    lines = Counter(row["id"] for row in GOLD)

    assert list(GOLD[0]) == COLUMNS
    assert lines == Counter(path.stem for path in (HERE / "texts").glob("*.md"))


def test_every_text_has_a_title_a_kind_that_is_known_and_a_body():
    kinds = {kind.id for kind in KINDS}
    for path in sorted((HERE / "texts").glob("*.md")):
        header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        values = dict(line.split(": ", 1) for line in header.splitlines())
        assert values["Title"] and values["Kind"] in kinds, path.name
        assert 60 <= len(body.split()) <= 320, (path.name, len(body.split()))


def test_each_area_has_its_texts_and_some_texts_have_none(known):
    counts = {facet: Counter(id for row in GOLD for id in row[facet].split(";")) for facet in known}

    for facet, ids in known.items():
        assert {id: counts[facet][id] for id in ids if counts[facet][id] < LEAST} == {}
    assert sum(not (row["competence_areas"] or row["work_areas"]) for row in GOLD) >= WITHOUT


@pytest.mark.parametrize(("facet", "most"), [("competence_areas", 832), ("work_areas", 704)])
def test_two_judges_agree(facet, most, known):
    """Cohen's kappa over the decisions text by area; under .7 the guidelines want mending."""
    given = {row["id"]: set(row[facet].split(";")) for row in GOLD}
    pairs = [
        (area in given[row["id"]], area in row[facet].split(";")) for row in SECOND for area in sorted(known[facet])
    ]

    yes = [sum(side) / len(pairs) for side in zip(*pairs, strict=True)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    agreed = sum(a == b for a, b in pairs) / len(pairs)

    assert len(pairs) == most
    assert (agreed - chance) / (1 - chance) >= 0.98
