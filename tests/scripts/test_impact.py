"""Guards `impact`: registers from a folder, a file or git, what moves, and F1 on judged texts without the unseen part."""

from __future__ import annotations

import json
import subprocess

import pytest

OLD = "- id: havn\n  da: Havn\n  termer: [{t: kaj, v: 3, art: ting}]\n- id: mark\n  da: Mark\n  termer: [{t: ko, v: 3, art: navn}]\n"
NEW = OLD.replace("[{t: kaj, v: 3, art: ting}]", "[{t: bøje, v: 3, art: ting}]")
OTHER = "- id: sang\n  da: Sang\n  termer: [{t: vise, v: 3, art: ting}]\n"
MOVES = [("a", "havn", "sure", "", "lost", "kaj"), ("b", "havn", "", "sure", "added", "bøje")]


@pytest.fixture
def filled(site):
    site.write("data/arbejdsomraader.yaml", NEW)
    site.write("data/kompetenceomraader.yaml", OTHER)
    for id, title in (("a", "Kajen"), ("b", "Bøjen"), ("c", "Koen")):
        site.write(f"artikler/{id}.md", f"Title: {title} i byen\nDate: 2026-11-01\nId: {id}\n\n{title} var der.\n")
    return site


def moves(run, *arguments):
    result = run("impact", *arguments, "--format", "json")
    assert result.status == 0, result.err
    told = json.loads(result.out)
    return [(m["id"], m["area"], m["from"], m["to"], m["way"], m["terms"][0]["term"]) for m in told["moves"]]


@pytest.mark.parametrize("place", ["gammel", "gammel/data", "gammel/data/arbejdsomraader.yaml"])
def test_registers_are_read_from_a_folder_or_a_file(filled, run, place):
    old = filled.folder / "gammel/data/arbejdsomraader.yaml"
    old.parent.mkdir(parents=True)
    old.write_text(OLD, encoding="utf-8")

    assert moves(run, "--from", place) == MOVES
    assert [(m[0], m[4]) for m in moves(run, "--from", "content", "--to", place)] == [("a", "added"), ("b", "lost")]


def test_registers_are_read_from_a_revision_and_head_is_what_is_taken_without_a_word(filled, run):
    def git(*words):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.dk", *words], cwd=filled.folder, check=True, capture_output=True)  # fmt: skip

    filled.write("data/arbejdsomraader.yaml", OLD)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "Første")
    assert moves(run) == []
    filled.write("data/arbejdsomraader.yaml", NEW)

    assert moves(run) == MOVES
    git("commit", "-q", "-a", "-m", "Anden")
    assert moves(run) == []
    assert moves(run, "--from", "HEAD~1", "--to", "HEAD") == MOVES


def test_text_names_each_post_the_term_and_the_sums(filled, run):
    (filled.folder / "gammel").mkdir()
    (filled.folder / "gammel/arbejdsomraader.yaml").write_text(OLD, encoding="utf-8")

    out = run("impact", "--from", "gammel").out

    assert out.startswith(
        "Fra gammel til arbejdsmappen: 2 af 3 indlæg får andre områder.\n\nartikler/a.md  Kajen i byen\n  havn: SIKKER → intet ("
    )
    assert "ved »kaj« −" in out and "ved »bøje« +" in out
    assert out.splitlines()[-1].split() == ["havn", "1", "1", "0", "0"]


def test_f1_on_judged_texts_is_shown_for_both_and_leaves_the_unseen_part_alone(filled, run):
    (filled.folder / "gammel").mkdir()
    (filled.folder / "gammel/arbejdsomraader.yaml").write_text(OLD, encoding="utf-8")
    gold = filled.folder / "gold.tsv"
    head = "id\tcompetence_areas\twork_areas\tgroup\tpart\tnote\n"
    gold.write_text(
        f"{head}a\t\thavn\tjargon\ttune\t\nb\t\t\tjargon\tgate\t\nc\t\thavn\tjargon\tfinal\t\n", encoding="utf-8"
    )

    told = json.loads(run("impact", "--from", "gammel", "--gold", "gold.tsv", "--format", "json").out)
    text = run("impact", "--from", "gammel", "--gold", "gold.tsv").out

    assert told["f1"] == {"competence": {"from": None, "to": None}, "work": {"from": 1.0, "to": 0.0}}
    assert text.endswith("F1 for arbejdsområder på de bedømte tekster: 1,000 → 0,000\n")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--from", "nix"], 2, "hverken en mappe, en fil eller en udgave, som git kender"),
        (["--from", "-x"], 2, "Forkert brug"),
        (["--from", "content/artikler"], 2, "er hverken kompetenceomraader.yaml eller arbejdsomraader.yaml"),
        (["--from", "content/artikler/a.md"], 2, "så er det ikke til at se"),
        (["--from", "content", "--gold", "nix.tsv"], 2, 'Guldfilen "nix.tsv" findes ikke.'),
        (["--from", "content", "--gold", "content/artikler/a.md"], 1, "Guldfilens første linje"),
        (["--from", "content", "--gold", "latin.tsv"], 2, 'Guldfilen "latin.tsv" er ikke UTF-8.'),
        (["--from", "faulty"], 1, "faulty: data/arbejdsomraader.yaml:1:13: error:"),
    ],
)
def test_what_cannot_be_compared_is_said(filled, run, arguments, status, told):
    (filled.folder / "faulty").mkdir()
    (filled.folder / "faulty/arbejdsomraader.yaml").write_text("- {id: byg, navn: Byggeri}\n", encoding="utf-8")

    (filled.folder / "latin.tsv").write_bytes(b"id\t\xe6\n")

    result = run("impact", *arguments)

    assert (result.status, result.out) == (status, "")
    assert told in result.err
