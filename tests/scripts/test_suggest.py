"""Guards `suggest`: its JSON and its text, and that a build applies exactly what it calls sure."""

from __future__ import annotations

import json
import re

import pytest

TEXTS = {
    "hjemmepleje": ("Ruten i hjemmeplejen", "Hjemmeplejen kører ud til de ældre. Plejehjemmet og sosu-assistenterne deler vagtplanen i ældreplejen."),
    "skole": ("Læreren og skærmen i folkeskolen", "Læreren i folkeskolen og eleverne i SFO bruger skærmen. Pædagogerne i dagtilbuddet gør det samme."),
    "gdpr": ("Phishing rammer kommunen", "Informationssikkerhed handler om phishing, hackerangreb og databehandleraftaler. GDPR og persondata skal på plads."),
    "have": ("Roser i juni", "Rosen dufter sødt."),
}  # fmt: skip


@pytest.fixture
def filled(site):
    for n, (name, (title, body)) in enumerate(TEXTS.items(), 1):
        site.write(f"artikler/{name}.md", f"Title: {title}\nDate: 2026-11-0{n}\nId: {name}\n\n{body}\n")
    site.write(
        "artikler/valgt.md",
        "Title: Broen i hjemmeplejen\nDate: 2026-11-05\nId: valgt\nWork_areas: ledelse; kultur-fritid\n"
        "Competence_areas:\nReject_areas: data-ai\n\nHjemmeplejen og ældreplejen.\n",
    )
    return site


def suggested(run, *paths) -> list[dict]:
    result = run("suggest", "--content", "content", "--format", "json", *paths)
    assert result.status == 0, result.err
    assert result.out.endswith("]\n")
    return json.loads(result.out)


def test_json_has_the_keys_of_the_contract(filled, run):
    rows = suggested(run)

    areas = [a for row in rows for facet in ("competence_areas", "work_areas") for a in row[facet]]
    assert [row["path"] for row in rows] == sorted(f"content/artikler/{n}.md" for n in [*TEXTS, "valgt"])
    assert all({"path", "id", "title", "competence_areas", "work_areas"} <= row.keys() for row in rows)
    assert all({"id", "tier", "score", "evidence"} <= area.keys() for area in areas)
    assert {a["tier"] for a in areas} <= {"sure", "suggestion"}
    evidence = [e for a in areas for e in a["evidence"]]
    assert evidence and all({"term", "form", "zone", "line", "share"} <= e.keys() for e in evidence)


def test_shares_add_up_to_the_score(filled, run):
    areas = [a for row in suggested(run) for f in ("competence_areas", "work_areas") for a in row[f]]

    tagged = [a for a in areas if a["origin"] == "tagger"]
    assert len(tagged) >= 3
    assert [a for a in tagged if sum(e["share"] for e in a["evidence"]) != a["score"]] == []


def test_each_form_stands_on_the_line_that_is_named(filled, run):
    for row in suggested(run):
        lines = (filled.folder / row["path"]).read_text("utf-8").splitlines()
        for area in (*row["competence_areas"], *row["work_areas"]):
            for e in area["evidence"]:
                assert e["form"].casefold() in lines[e["line"] - 1].casefold(), e


def test_a_build_applies_exactly_the_sure_areas(filled, run):
    sure = {
        (facet, area["id"], row["title"])
        for row in suggested(run)
        for facet, folder in (("competence_areas", "kompetence"), ("work_areas", "arbejdsomraade"))
        for area in row[facet]
        if area["tier"] == "sure"
        for facet in [folder]
    }
    result = filled.build()
    assert result.status == 0, result.err

    fed = set()
    for path, data in filled.files().items():
        if found := re.fullmatch(r"feeds/(kompetence|arbejdsomraade)/([a-z-]+)\.json", path):
            fed |= {(found[1], found[2], item["title"]) for item in json.loads(data)["items"]}
    assert ("arbejdsomraade", "aeldre-sundhed", TEXTS["hjemmepleje"][0]) in sure
    assert fed == sure


def test_an_editor_s_choice_is_sure_and_replaces_the_tagger_s(filled, run):
    (row,) = suggested(run, "content/artikler/valgt.md")

    assert [(a["id"], a["tier"], a["origin"]) for a in row["work_areas"]] == [
        ("ledelse", "sure", "editor"),
        ("kultur-fritid", "sure", "editor"),
    ]
    assert row["competence_areas"] == []


def test_text_names_each_area_with_tier_words_and_line(filled, run):
    result = run("suggest", "--content", "content", "artikler/hjemmepleje.md")

    first, *lines = result.out.splitlines()
    assert result.status == 0
    assert first == f"content/artikler/hjemmepleje.md  {TEXTS['hjemmepleje'][0]}"
    assert re.search(r"aeldre-sundhed +SIKKER +\d+", "\n".join(lines))
    assert re.search(r"\d+ .*»[Hh]jemmepleje.*« +\S.* linje \d", "\n".join(lines))


def test_a_post_without_areas_says_so(filled, run):
    result = run("suggest", "artikler/have.md")

    assert result.status == 0
    assert len(result.out.splitlines()) == 2


@pytest.mark.parametrize("path", ["artikler/hjemmepleje.md", "content/artikler/hjemmepleje.md"])
def test_a_post_may_be_named_with_the_content_folder_or_without(filled, run, path):
    assert [row["id"] for row in suggested(run, path)] == ["hjemmepleje"]


def test_an_unknown_file_is_wrong_use_and_one_that_cannot_be_read_a_fault(filled, run):
    filled.write("artikler/rod.md", "Intet hoved.\n")

    assert run("suggest", "artikler/nix.md").status == 2
    unread = run("suggest", "artikler/rod.md")

    assert unread.status == 1
    assert "artikler/rod.md kunne ikke læses; kør check" in unread.err


def test_nothing_is_written(filled, run):
    before = {p: p.read_bytes() for p in filled.folder.rglob("*") if p.is_file()}

    suggested(run)

    assert {p: p.read_bytes() for p in filled.folder.rglob("*") if p.is_file()} == before


def test_a_fault_in_an_area_register_is_told_instead_of_no_areas(filled, run):
    filled.write("data/arbejdsomraader.yaml", "- {id: byg, navn: Byggeri}\n")

    result = run("suggest", "--content", "content")

    assert result.status == 1
    assert result.out == ""
    assert "content/data/arbejdsomraader.yaml:1:13: error:" in result.err
