"""Guards `terms`: one view at a time, of all areas or some, as text and as JSON, and nothing is written."""

from __future__ import annotations

import json

import pytest

REGISTER = """
- id: havn
  da: Havn og kyst
  termer:
    - {t: kaj, v: 3, art: ting}
    - {t: kran, v: 2, art: ting}
- id: mark
  da: Mark og eng
  termer:
    - {t: ko, v: 3, art: navn}
"""


@pytest.fixture
def filled(site):
    site.write("data/arbejdsomraader.yaml", REGISTER)
    site.write("data/kompetenceomraader.yaml", "- id: sang\n  da: Sang\n  termer: [{t: vise, v: 2, art: ting}]\n")
    for n in range(3):
        site.write(
            f"artikler/h{n}.md",
            f"Title: Kajen {n}\nDate: 2026-11-0{n + 1}\nId: h{n}\n\nKajen lå tom, og matrosen sov.\n",
        )
    for n in range(4):
        site.write(f"artikler/m{n}.md", f"Title: Koen {n}\nDate: 2026-11-1{n}\nId: m{n}\n\nKoen gik på engen.\n")
    site.write(
        "artikler/s.md", "Title: Skibet\nDate: 2026-11-20\nId: s\n\nMatrosen sov, og matrosen drømte om matroser.\n"
    )
    return site


def shown(run, *arguments):
    result = run("terms", *arguments, "--format", "json")
    assert result.status == 0, result.err
    return json.loads(result.out)


def test_the_survey_counts_all_areas_and_names_the_dead_of_those_asked_for(filled, run):
    whole, one = run("terms"), run("terms", "Havn og kyst")

    assert whole.status == one.status == 0
    assert whole.out.startswith("4 ord over 8 indlæg.\n")
    assert (
        "Grådige: i mere end 25 procent af indlæggene (2)\n  ko  (mark, v 3)  4 af 8\n  kaj  (havn, v 3)  3 af 8\n"
        in whole.out
    )
    assert "Uden fund (" not in whole.out
    assert one.out.startswith("2 ord over 8 indlæg.\n") and "Uden fund (1)\n  kran  (havn, v 2)\n" in one.out


def test_json_has_every_term_and_names_the_kinds_of_trouble(filled, run):
    told = shown(run)

    assert told.keys() == {"posts", "terms", "dead", "greedy", "masked", "shared"}
    assert {t["term"]: t["posts"] for t in told["terms"]} == {"kaj": 3, "kran": 0, "ko": 4, "vise": 0}
    assert [t["term"] for t in told["dead"]] == ["vise", "kran"]


def test_forms_shows_what_each_term_of_an_area_catches(filled, run):
    text, told = run("terms", "--forms", "havn"), shown(run, "--forms", "havn")

    assert text.out.startswith("havn  Havn og kyst\n  kaj  (v 3, ting)  6 steder i 3 indlæg\n    kaj: ")
    assert "    i indlæggene: kajen 6\n" in text.out
    assert {f["form"] for t in told["terms"] for way in t["ways"] for slot in way for f in slot} >= {
        "kaj",
        "kajen",
        "kranen",
    }


def test_candidates_are_shown_with_the_posts_they_would_change_and_never_written(filled, run):
    before = {p: p.read_bytes() for p in filled.folder.rglob("*") if p.is_file()}

    text, told = run("terms", "havn", "--propose"), shown(run, "havn", "--propose")

    row = next(r for r in told if r["term"] == "matros")
    assert (row["posts_with_area"], row["other_posts"]) == (3, 1)
    assert [(m["id"], m["from"], m["to"]) for m in row["moves"]] == [("s", "", "suggestion")]
    assert "artikler/s.md: havn: intet → FORSLAG" in text.out
    assert {p: p.read_bytes() for p in filled.folder.rglob("*") if p.is_file()} == before


def test_without_areas_candidates_of_each_are_shown(filled, run):
    assert {r["area"] for r in shown(run, "--propose")} <= {"havn", "mark", "sang"}
    assert "\nsang\n  Ingen ord skiller sig ud.\n" in run("terms", "--propose").out


@pytest.mark.parametrize("arguments", [("haven",), ("--forms", "haven")])
def test_an_unknown_area_is_answered_with_the_nearest(filled, run, arguments):
    result = run("terms", *arguments)

    assert (result.status, result.out) == (2, "")
    assert 'Området "haven" kendes ikke; mente du "havn"?' in result.err


def test_a_fault_in_a_register_is_told(filled, run):
    filled.write("data/arbejdsomraader.yaml", "- {id: byg, navn: Byggeri}\n")

    assert run("terms").status == 1
