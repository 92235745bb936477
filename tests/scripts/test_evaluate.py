"""Guards `evaluate`: it reads texts as posts are read, opens the unseen part only with a reason, and writes a level that may not fall unsaid."""

from __future__ import annotations

import json

import evaluate
import pytest

HEAD = "id\tcompetence_areas\twork_areas\tgroup\tpart\tnote\n"
COMPETENCE = """\
- id: bagning
  da: Bagning
  termer:
    - {t: bagning, v: 3, art: navn}
    - {t: surdej, v: 2, art: ting}
- {id: innovation, da: Innovation}
"""
WORK = """\
- id: hav
  da: Hav og havn
  termer:
    - {t: havn, v: 3, art: navn}
    - {t: kutter, v: 2, art: ting}
"""
"""Areas of the test's own: the project's words grow."""
TEXTS = {
    "broed": ("Bagning på rådhuset", "Bagning begynder med surdej.", "bagning\t\tjargon\ttune"),
    "kaj": ("En kutter i havnen", "Kutteren lå i havnen hele natten.", "\thav\tjargon\tgate"),
    "have": ("Roser i juni", "Rosen står i knop, og solen skinner på hækken.", "\t\tshown\tgate"),
    "uset": ("Bagning igen", "Bagning og surdej.", "bagning\t\tjargon\tfinal"),
}


@pytest.fixture
def gold(site):
    site.write("data/kompetenceomraader.yaml", COMPETENCE)
    site.write("data/arbejdsomraader.yaml", WORK)
    folder = site.folder / "guld"
    (folder / "texts").mkdir(parents=True)
    for id, (title, body, _) in TEXTS.items():
        (folder / "texts" / f"{id}.md").write_text(f"Title: {title}\nKind: blog\n\n{body}\n", encoding="utf-8")
    rows = "".join(f"{id}\t{labels}\t\n" for id, (_, _, labels) in TEXTS.items())
    (folder / "gold.tsv").write_text(HEAD + rows, encoding="utf-8")
    return folder


def test_json_counts_the_texts_beside_the_gold_file(gold, run):
    result = run("evaluate", "guld/gold.tsv", "--format", "json")

    assert result.status == 0, result.err
    found = json.loads(result.out)
    assert (found["texts"], found["parts"]) == (3, ["tune", "gate"])
    assert found["facets"]["competence_areas"]["groups"]["all"]["right"] == 1
    assert found["facets"]["work_areas"]["groups"]["all"]["right"] == 1
    assert found["about_none"]["left_empty"] == found["about_none"]["texts"] == 1
    assert sorted(p.name for p in gold.iterdir()) == ["gold.tsv", "texts"]


def test_text_is_danish(gold, run):
    result = run("evaluate", "guld/gold.tsv")

    assert result.status == 0
    assert "KOMPETENCEOMRÅDER" in result.out


def test_the_areas_of_a_header_are_not_what_the_tagger_gives(gold, run):
    path = gold / "texts" / "have.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Kind:", "Work_areas: hav\nKind:"), encoding="utf-8")

    found = json.loads(run("evaluate", "guld/gold.tsv", "--format", "json").out)

    assert found["about_none"]["left_empty"] == 1


def test_without_texts_beside_it_the_gold_file_is_about_the_posts_of_the_content(gold, site, run, make_post):
    site.write("artikler/broed.md", make_post("Bagning", "p1", body="Bagning og surdej."))
    site.write("artikler/andet.md", make_post("Noget andet", "p2"))
    alone = site.folder / "alene.tsv"
    alone.write_text(f"{HEAD}p1\tbagning\t\tjargon\ttune\t\n", encoding="utf-8")

    found = json.loads(run("evaluate", "alene.tsv", "--format", "json").out)

    assert found["texts"] == found["facets"]["competence_areas"]["groups"]["all"]["right"] == 1


def test_the_unseen_part_is_opened_with_a_reason_that_is_logged(gold, run):
    closed = run("evaluate", "guld/gold.tsv", "--part", "final")
    opened = run("evaluate", "guld/gold.tsv", "--part", "final", "--open-final", "Udgave\n1.0", "--format", "json")

    assert (closed.status, opened.status) == (2, 0)
    assert "--open-final" in closed.err
    assert json.loads(opened.out)["parts"] == ["final"]
    instant, vocabulary, reason = (gold / "opened.log").read_text(encoding="utf-8").rstrip("\n").split("\t")
    assert (instant, reason) == ("2026-11-25T09:46:40+00:00", "Udgave 1.0")
    assert vocabulary == json.loads(opened.out)["vocabulary"]


def test_an_empty_reason_opens_nothing(gold, run):
    assert run("evaluate", "guld/gold.tsv", "--open-final", " ").status == 2
    assert not (gold / "opened.log").exists()


def test_faults_of_the_gold_file_are_named_with_path_and_line(gold, run):
    with (gold / "gold.tsv").open("a", encoding="utf-8") as file:
        file.write("broed\t\t\tjargon\ttune\t\nmangler\tinovation\t\tjargon\ttune\t\n")

    result = run("evaluate", "guld/gold.tsv")

    assert result.status == 1
    lines = [line.split(" ", 1)[0] for line in result.err.splitlines()]
    assert lines == ["guld/gold.tsv:6:1:", "guld/gold.tsv:7:1:", "guld/gold.tsv:7:9:"]


def test_a_text_without_a_line_is_a_fault(gold, run):
    (gold / "texts" / "ny.md").write_text("Title: Ny\nKind: blog\n\nSolen skinner.\n", encoding="utf-8")

    result = run("evaluate", "guld/gold.tsv")

    assert (result.status, result.err.split(" ", 1)[0]) == (1, "guld/texts/ny.md:1:1:")


def test_a_gold_file_that_is_not_there_is_wrong_use(run):
    assert run("evaluate", "findes-ikke.tsv").status == 2


def test_a_level_may_rise_but_not_fall_without_a_note(gold, run, monkeypatch, tmp_path):
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n", encoding="utf-8")
    monkeypatch.setattr(evaluate, "PROJECT", tmp_path)
    assert run("evaluate", "guld/gold.tsv", "--write-level").status == 0
    level = gold / "level.json"
    before = level.read_bytes()
    kaj = gold / "texts" / "kaj.md"
    kaj.write_text("Title: Noget andet\nKind: blog\n\nSolen skinner på hækken.\n", encoding="utf-8")

    refused = run("evaluate", "guld/gold.tsv", "--write-level")
    assert refused.status == 2
    assert "work_areas f1 1.0 → 0.0" in refused.err
    assert level.read_bytes() == before

    note = refused.err.rstrip(".\n").rsplit("(tagger", 1)[1]
    (tmp_path / "CHANGELOG.md").write_text(f"- Færre områder, fordi … (tagger{note}\n", encoding="utf-8")
    assert run("evaluate", "guld/gold.tsv", "--write-level").status == 0
    assert level.read_bytes() != before
