"""Guards `terms --skos` and `terms --from-skos`: the vocabulary leaves and comes back, and nothing faulty or unasked is written."""

from __future__ import annotations

import pytest

AREAS = """- id: kirke
  da: "Kirke og tro"
  graense: {sikker: 5000, forslag: 2500}
  termer:
    - {t: kirke, v: 3, art: navn, sammensat: begge}
    - {t: "ringe (klokken|klokkerne)", v: 2, art: handling, gab: 2}
    - {t: ja, v: 1, art: ting}
"""
FOREIGN = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://x.example/tro> a skos:Concept ; skos:prefLabel "Kirke og tro"@da ; skos:altLabel "menighed"@da .
"""
TWICE = FOREIGN + '<https://x.example/to> a skos:Concept ; skos:notation "kirke-og-tro" ; skos:prefLabel "Tro"@da .\n'


@pytest.fixture
def church(site):
    site.write("data/kompetenceomraader.yaml", AREAS)
    site.write("data/arbejdsomraader.yaml", AREAS.replace("kirke", "sogn"))
    return site


@pytest.mark.parametrize("ending", ["ttl", "jsonld"])
def test_the_vocabulary_leaves_and_comes_back(ending, church, run):
    saved = run("terms", "--content", "content", "--skos", f"ud.{ending}")
    assert (saved.status, saved.out) == (0, f"2 områder og 6 ord er skrevet til ud.{ending}.\n"), saved.err

    back = run("terms", "--from-skos", f"ud.{ending}", "--into", "ny/data")
    assert back.status == 0, back.err

    again = run("terms", "--content", "ny", "--skos", f"igen.{ending}")
    assert again.status == 0, again.err
    assert (church.folder / f"igen.{ending}").read_bytes() == (church.folder / f"ud.{ending}").read_bytes()


def test_a_foreign_file_becomes_a_register_of_the_facet_asked_for(church, run):
    church.folder.joinpath("fremmed.ttl").write_text(FOREIGN, encoding="utf-8")

    assert run("terms", "--from-skos", "fremmed.ttl", "--into", "ny", "--facet", "arbejde").status == 0

    assert "- {t: menighed, v: 3, art: navn}" in (church.folder / "ny/arbejdsomraader.yaml").read_text(encoding="utf-8")
    assert not (church.folder / "ny/kompetenceomraader.yaml").exists()


def test_a_register_that_is_there_is_kept_without_a_yes(church, run):
    church.folder.joinpath("fremmed.ttl").write_text(FOREIGN, encoding="utf-8")
    register = church.folder / "content/data/kompetenceomraader.yaml"
    before = register.read_bytes()

    refused = run("terms", "--from-skos", "fremmed.ttl", "--into", "content/data")
    assert (refused.status, register.read_bytes()) == (2, before)
    assert "--yes" in refused.err

    assert run("terms", "--from-skos", "fremmed.ttl", "--into", "content/data", "--yes").status == 0
    assert register.read_bytes() != before


@pytest.mark.parametrize(
    ("name", "text", "status", "said"),
    [
        ("x.ttl", TWICE, 1, "kirke-og-tro"),
        ("x.ttl", "ikke turtle", 1, "kan ikke læses"),
        ("x.ttl", "", 2, "ingen begreber"),
        ("findes-ikke.ttl", None, 2, "findes ikke"),
    ],
)
def test_a_file_that_gives_no_usable_areas_writes_nothing(name, text, status, said, church, run):
    if text is not None:
        church.folder.joinpath(name).write_text(text, encoding="utf-8")

    result = run("terms", "--from-skos", name, "--into", "ny")

    assert result.status == status
    assert said in result.err
    assert not (church.folder / "ny").exists()


def test_an_ending_that_says_no_form_is_named(church, run):
    result = run("terms", "--content", "content", "--skos", "ud.txt")

    assert result.status == 2
    assert ".ttl" in result.err
