"""Guards the form of the judged texts; what they say of the tagger is measured elsewhere."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml
from viden.model import KINDS

HERE = Path(__file__).parent
LABELS = sorted(HERE.glob("labels-*.tsv"))
COLUMNS = ["id", "competence_areas", "work_areas", "group", "note"]
MOST = {"competence_areas": 3, "work_areas": 2}
"""Areas that a text can have, as the tagger gives them."""
LEAST = 4
"""Texts in which each writer has each area."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert reader.fieldnames == COLUMNS, path.name
        return list(reader)


@pytest.fixture(scope="module")
def known(root) -> dict[str, set[str]]:
    """Return the ids of each facet, as the registers of the sample site have them."""
    files = {"competence_areas": "kompetenceomraader", "work_areas": "arbejdsomraader"}
    data = {facet: (root / f"content/data/{name}.yaml").read_text(encoding="utf-8") for facet, name in files.items()}
    return {facet: {row["id"] for row in yaml.safe_load(text)} for facet, text in data.items()}


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_labels_are_known_areas_and_no_more_than_a_text_can_have(path, known):
    for row in rows(path):
        for facet, ids in known.items():
            given = [id for id in row[facet].split(";") if id]
            assert set(given) <= ids and len(set(given)) == len(given) <= MOST[facet], (row["id"], given)
        assert row["group"] in ("jargon", "shown"), row["id"]


def test_every_text_has_one_line_and_every_line_a_text():
    lines = Counter(row["id"] for path in LABELS for row in rows(path))

    assert lines == Counter(path.stem for path in (HERE / "texts").glob("*.md"))


def test_every_text_has_a_title_a_kind_that_is_known_and_a_body():
    kinds = {kind.id for kind in KINDS}
    for path in sorted((HERE / "texts").glob("*.md")):
        header, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        values = dict(line.split(": ", 1) for line in header.splitlines())
        assert values["Title"] and values["Kind"] in kinds, path.name
        assert 60 <= len(body.split()) <= 320, (path.name, len(body.split()))


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_each_writer_has_each_area_and_texts_without_any(path, known):
    counts = {facet: Counter(id for row in rows(path) for id in row[facet].split(";")) for facet in known}

    for facet, ids in known.items():
        assert {id: counts[facet][id] for id in ids if counts[facet][id] < LEAST} == {}
        assert counts[facet][""] >= 8, "texts that are about none"
