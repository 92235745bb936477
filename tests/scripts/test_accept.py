"""Guards `accept` and `reject`: one file, one line, the whole set told, and wrong words answered with the right one."""

from __future__ import annotations

import json
import sys

import pytest

HOME = "Title: Ruten i hjemmeplejen\nDate: 2026-11-01\nId: rute\n\nHjemmeplejen kører ud til de ældre. Plejehjemmet og sosu-assistenterne deler vagtplanen i ældreplejen.\n"
GARDEN = "Title: Roser i juni\nDate: 2026-11-02\nId: rose\n\nRosen står i knop.\n"


@pytest.fixture
def filled(site):
    site.write("artikler/hjemmepleje.md", HOME)
    site.write("artikler/have.md", GARDEN)
    site.write("sider/om.md", "Title: Om os\n\nTekst.\n")
    return site


def files(site):
    return {p.relative_to(site.content).as_posix(): p.read_bytes() for p in site.content.rglob("*") if p.is_file()}


def areas(run, id, facet="work_areas"):
    rows = json.loads(run("suggest", "--format", "json").out)
    return [(a["id"], a["origin"]) for row in rows if row["id"] == id for a in row[facet] if a["tier"] == "sure"]


@pytest.mark.parametrize("name", ["rute", "artikler/hjemmepleje.md", "content/artikler/hjemmepleje.md"])
def test_accept_writes_the_sure_areas_and_the_accepted_one(filled, run, name):
    before = files(filled)

    result = run("accept", "--content", "content", name, "Ledelse")

    assert result.status == 0, result.err
    assert result.out.splitlines() == [
        "Rettet: content/artikler/hjemmepleje.md",
        "  Work_areas: aeldre-sundhed; ledelse",
        "Arbejdsområder nu: Ældre og sundhed; Ledelse.",
    ]
    line = b"Work_areas: aeldre-sundhed; ledelse\n"
    assert files(filled) == before | {"artikler/hjemmepleje.md": HOME.encode().replace(b"rute\n", b"rute\n" + line)}
    assert areas(run, "rute") == [("aeldre-sundhed", "editor"), ("ledelse", "editor")]


@pytest.mark.parametrize("program", ["accept", "reject"])
def test_twice_is_once(filled, run, program):
    run(program, "rute", "ledelse", "data-ai")
    once = files(filled)

    again = run(program, "--content", "content", "rute", "data-ai", "ledelse")

    assert again.status == 0
    assert again.out.startswith("Intet at ændre: content/artikler/hjemmepleje.md\n")
    assert files(filled) == once


def test_reject_takes_a_sure_area_away_and_accept_brings_it_back(filled, run):
    taken = run("reject", "rute", "aeldre-sundhed")

    assert "  Reject_areas: aeldre-sundhed\nArbejdsområder nu: ingen.\n" in taken.out
    assert areas(run, "rute") == []

    run("accept", "rute", "aeldre-sundhed")

    assert areas(run, "rute") == [("aeldre-sundhed", "editor")]
    assert filled.content.joinpath("artikler/hjemmepleje.md").read_text("utf-8") == HOME.replace(
        "rute\n", "rute\nWork_areas: aeldre-sundhed\n"
    )


def test_a_rejected_area_of_the_editor_leaves_the_list_and_none_is_told(filled, run):
    run("accept", "rose", "ledelse")

    result = run("reject", "rose", "ledelse")

    assert "  Work_areas:\nArbejdsområder nu: ingen.\n" in result.out
    assert b"Work_areas:\n" in filled.content.joinpath("artikler/have.md").read_bytes()


def test_a_yaml_header_with_danish_keys_gets_a_danish_line(filled, run):
    text = "---\r\nTitel: Roser\r\nDato: 2026-11-02\r\nId: yaml\r\n---\r\nRosen står i knop."
    path = filled.write("artikler/yaml.md", text)

    run("accept", "yaml", "ledelse", "data-ai")

    assert path.read_bytes().decode() == text.replace(
        "yaml\r\n", "yaml\r\nKompetenceområder: data-ai\r\nArbejdsområder: ledelse\r\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rutte", "ledelse"], 'Indlægget "rutte" kendes ikke; mente du "rute"?'),
        (["hjemmeplejen", "ledelse"], 'mente du "rute"?'),
        (["artikler/hjemepleje.md", "ledelse"], 'mente du "artikler/hjemmepleje.md"?'),
        (["zzzzzzzzzzz", "ledelse"], "Skriv indlæggets Id eller filens sti."),
        (["sider/om.md", "ledelse"], "kendes ikke"),
        (["data", "ledelse"], "kendes ikke"),
        (["rute", "leddelse"], 'Området "leddelse" kendes ikke; mente du "ledelse"?'),
        (["rute", "ledelse", "Ældre og sunhed"], 'mente du "Ældre og sundhed"?'),
        (["rute", "zzzzzzzzz"], "Vælg mellem digital-ledelse,"),
        (["rute"], "Forkert brug: OMRÅDE mangler."),
        ([], "Forkert brug: INDLÆG, OMRÅDE mangler."),
    ],
)
@pytest.mark.parametrize("program", ["accept", "reject"])
def test_wrong_words_are_answered_with_status_2_and_nothing_is_written(filled, run, program, arguments, told):
    before = files(filled)

    result = run(program, *arguments)

    assert (result.status, result.out) == (2, "")
    assert told in result.err
    assert files(filled) == before


def test_two_posts_with_one_id_are_named(filled, run):
    filled.write("artikler/igen.md", GARDEN)

    result = run("accept", "rose", "ledelse")

    assert result.status == 2
    assert "artikler/have.md, artikler/igen.md. Skriv filens sti" in result.err
    assert run("accept", "artikler/igen.md", "ledelse").status == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Intet hoved.\n", "artikler/rod.md:1:1: error: "),
        ("Title: x\nDate: 2026-11-02\nId: rod\nWork_areas: leddelse\n\nT.\n", "artikler/rod.md:4:13: error: "),
    ],
)
def test_a_header_with_a_fault_in_the_way_is_a_fault_of_the_content(filled, run, text, told):
    path = filled.write("artikler/rod.md", text)

    result = run("accept", "--content", "content", "artikler/rod.md", "ledelse")

    assert (result.status, result.out) == (1, "")
    assert f"content/{told}" in result.err
    assert path.read_text("utf-8") == text


def test_a_fault_in_an_area_register_is_told(filled, run):
    filled.write("data/arbejdsomraader.yaml", "- {id: byg, navn: Byggeri}\n")

    result = run("accept", "--content", "content", "rute", "ledelse")

    assert (result.status, result.out) == (1, "")
    assert "content/data/arbejdsomraader.yaml:1:13: error:" in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions here")
def test_the_file_keeps_its_permissions_and_leaves_nothing_beside_it(filled, run):
    path = filled.content / "artikler/hjemmepleje.md"
    path.chmod(0o640)

    run("accept", "rute", "ledelse")

    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in path.parent.iterdir()) == ["have.md", "hjemmepleje.md"]
