"""Guards what is shown: JSON in the documented shape, and Danish text with Danish numbers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from viden.tagging.evaluation import Case, report, report_json, report_text
from viden.tagging.evaluation.text import number

from tests.viden.tagging.evaluation.made import CASES, case, row

TEXTS = [
    case(row("t1", "a", "x", group="jargon", part="tune"), "a!", "x!", ranked="a"),
    case(row("t2", "b", "x", group="shown", part="gate"), "a", "x", ranked="a"),
    case(row("t3", group="shown", part="gate"), ranked=""),
    case(row("t4", group="jargon", part="tune"), "a!", ranked="a"),
]


def shape() -> dict:
    return json.loads(report_json(report(TEXTS, "guld/gold.tsv", "abc123")))


def test_json_has_the_documented_keys() -> None:
    found = shape()

    assert found.keys() == {"gold", "vocabulary", "parts", "texts", "seed", "about_none", "facets"}
    assert found["parts"] == ["tune", "gate"]
    facet = found["facets"]["competence_areas"]
    assert facet.keys() == {"groups", "parts", "areas", "confusion", "curve", "thresholds", "best_thresholds"}
    assert list(facet["groups"]) == ["all", "jargon", "shown"]
    assert facet["groups"]["all"].keys() == {
        "texts", "right", "given", "gold", "precision", "recall", "f1", "interval", "macro", "sure", "reach",
        "top3_recall", "without_term", "none",
    }  # fmt: skip
    assert [a["id"] for a in facet["areas"]] == ["a", "b"]


def test_texts_about_none_are_counted_over_both_facets() -> None:
    assert shape()["about_none"] == {"texts": 2, "left_empty": 1, "without_sure": 1, "share": 0.5}


def test_each_group_and_part_has_its_own_figures() -> None:
    facet = shape()["facets"]["competence_areas"]

    assert [facet["groups"][g]["right"] for g in ("all", "jargon", "shown")] == [1, 1, 0]
    assert [facet["parts"][p]["texts"] for p in ("tune", "gate")] == [2, 2]


def test_text_is_danish() -> None:
    text = report_text(report(TEXTS, "guld/gold.tsv", "abc123"))

    assert text.startswith("guld/gold.tsv  4 tekster  dele: tune, gate  ordliste abc123\n")
    assert "KOMPETENCEOMRÅDER" in text and "ARBEJDSOMRÅDER" in text
    assert "2 tekster handler ikke om noget område. 1 af dem (0,50) får intet," in text
    assert "\n".join(text.split()).count("None") == 0


@pytest.mark.parametrize(("value", "shown"), [(None, "–"), (0.0, "0,00"), (2 / 3, "0,67"), (1.0, "1,00")])
def test_numbers_are_written_as_danes_write_them(value: float | None, shown: str) -> None:
    assert number(value) == shown


@settings(max_examples=25)
@given(CASES)
def test_any_texts_can_be_shown_and_the_same_texts_look_the_same(cases: list[Case]) -> None:
    made = report(cases, "g.tsv", "")

    assert report_text(made) == report_text(report(cases, "g.tsv", ""))
    assert json.loads(report_json(made))["texts"] == len(cases)
