"""Guards the shell's search: hits and filters as text and JSON, exit status, batches, the prompt, and no index left behind in content."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
import search
from viden.search import showing
from viden.search.excerpts import Marked

from tests.viden.search import toy

INSTANT = str(int(toy.MOMENT.timestamp()))
PEOPLE = ("Karen Holm", "Bo Lind", "Mette Krogh", "Ida Aabenby")

COMPETENCES = {
    "faglighed": "professionsfaglighed",
    "ledelse": "forandringsledelse",
    "innovation": "innovation",
    "samarbejde": "samarbejde-paa-tvaers",
    "kommunikation": "borgerinddragelse-tillid",
}
"""The toy posts' areas, as the project's own register names them."""


def header(row: dict[str, str]) -> str:
    lines = [
        f"Title: {row['title']}", f"Date: {row['date']}", f"Id: {row['id']}", f"Kind: {row['kind']}", f"Authors: {row['author']}",
        f"Publisher: {row['publisher']}", f"Competence_areas: {COMPETENCES[row['competences']]}", f"Status: {row.get('status', 'published')}",
    ]  # fmt: skip
    if row["summary"]:
        lines.append(f"Summary: {row['summary']}")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("søgning æ") / "indhold"
    (folder / "artikler").mkdir(parents=True)
    (folder / "data").mkdir()
    for row, body in toy.rows():
        text = f"{header(row)}\n\n{body.replace('<b>', '').replace('</b>', '')}\n"
        (folder / "artikler" / f"{row['id']}.md").write_text(text, encoding="utf-8")
    people = "".join(f"- id: {n.lower().replace(' ', '-')}\n  navn: {n}\n" for n in PEOPLE)
    (folder / "data" / "personer.yaml").write_text(people, encoding="utf-8")
    publishers = "- id: aavig\n  navn: Aavig Kommune\n- id: fjordby\n  navn: Fjordby Kommune\n"
    (folder / "data" / "udgivere.yaml").write_text(publishers, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def place(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, content: Path) -> None:
    """A fixed instant, and a cache of the tests' own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    monkeypatch.setattr(search, "PROJECT", content.parent / "project")


@pytest.fixture
def ask(content: Path, capsys: pytest.CaptureFixture[str]):
    """Run the program; return (exit status, standard output, standard error)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = search.main([*arguments, "--content", str(content)])
        except SystemExit as ended:
            status = int(ended.code or 0)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return run


def hits(ask, *arguments: str) -> list[str]:
    status, out, _ = ask(*arguments, "--format", "json")
    assert status == 0
    return [hit["id"] for hit in json.loads(out)["hits"]]


def test_a_search_finds_inflections_and_says_where_the_post_lies(ask):
    status, out, _ = ask("vagtplaner")

    assert status == 0
    assert "1 resultat for »vagtplaner«." in out
    assert "Når lederen tager en nattevagt" in out
    assert "Blog · 9. marts 2026 · Bo Lind" in out
    assert "artikler/nattevagt.md" in out


def test_json_has_the_fields_of_the_contract(ask):
    _, out, _ = ask("digitaliserng", "--format", "json", "--limit", "1")
    answer = json.loads(out)

    assert set(answer) >= {"query", "total", "did_you_mean", "hits", "facets"}
    assert (answer["query"], answer["did_you_mean"]) == ("digitaliserng", "digitalisering")
    assert set(answer["hits"][0]) >= {"id", "path", "url", "title", "score", "snippet", "date"}
    assert answer["hits"][0]["path"] == "artikler/digitalisering.md"
    assert answer["hits"][0]["url"] == "artikler/digitalisering-af-byggesager-i-aarhus/"
    assert {"value": "fjordby", "label": "Fjordby Kommune", "count": 5} in json.loads(
        ask("kommune", "--format", "json")[1]
    )["facets"]["publisher"]


def test_drafts_and_posts_to_come_are_not_found(ask):
    assert hits(ask, "zebrakaninen") == hits(ask, "fremtidsgiraffen") == []


def test_no_hits_are_no_fault_and_say_what_to_try(ask):
    status, out, _ = ask("xylofonfestival")

    assert status == 0
    assert "Intet indlæg bruger »xylofonfestival«." in out
    assert "Prøv" in out


def test_filters_narrow(ask):
    assert set(hits(ask, "--author", "Karen Holm")) == {"haandvask", "kirkegaard", "svoemning"}
    assert hits(ask, "kommune", "--kind", "tool") == ["vaerktoej"]
    assert set(hits(ask, "--competence-area", "borgerinddragelse-tillid")) == {"kontanthjaelp", "aarhus"}
    assert set(hits(ask, "kommune", "--since", "24. august 2026", "--limit", "20")) == {"stafet", "vaerktoej"}
    assert len(hits(ask, "kommune", "--limit", "3")) == 3


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["mur", "--work-area", "ledelsee"], "kendes ikke"),
        (["mur", "--competence-area", "inovation"], 'mente du "innovation"'),
        (["mur", "--kind", "roman"], "Forkert brug"),
        (["mur", "--limit", "mange"], "Forkert brug"),
        (["mur", "--since", "i forgårs"], "--since"),
        (["mur", "--batch", "x.jsonl"], "--run"),
        (["--batch", "findes-ikke.jsonl", "--run", "x.json"], "kan ikke læses"),
    ],
)
def test_wrong_use_is_told_in_danish_with_status_2(ask, arguments, told):
    status, _, err = ask(*arguments)

    assert status == 2
    assert told in err


def test_an_explanation_names_words_terms_and_numbers(ask):
    _, out, _ = ask("skovsti", "--explain", "--limit", "1")
    _, as_json, _ = ask("skovsti", "--explain", "--limit", "1", "--format", "json")

    assert "ordet »skovsti«" in out
    assert {"word", "kind", "term", "weight", "df", "idf", "impact", "value"} == set(
        json.loads(as_json)["hits"][0]["explain"][0]
    )


def test_a_batch_writes_ids_best_first(ask, tmp_path):
    (tmp_path / "q.jsonl").write_text(
        '{"id": "a", "query": "mur"}\n\n{"id": "b", "query": "kommune"}\n', encoding="utf-8"
    )

    status, _, _ = ask("--batch", str(tmp_path / "q.jsonl"), "--run", str(tmp_path / "out.json"))
    run = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))

    assert status == 0
    assert run["a"][0] == "kirkegaard"
    assert len(run["b"]) == 12


def test_a_faulty_line_of_a_batch_is_named(ask, tmp_path):
    (tmp_path / "q.jsonl").write_text('{"id": "a", "query": "mur"}\n{"id": "b"}\n', encoding="utf-8")

    status, _, err = ask("--batch", str(tmp_path / "q.jsonl"), "--run", str(tmp_path / "out.json"))

    assert status == 2
    assert "q.jsonl:2:" in err
    assert not (tmp_path / "out.json").exists()


def test_without_a_query_a_terminal_gets_a_prompt_and_a_pipe_gets_help(ask, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert ask()[0] == 2

    monkeypatch.setattr(sys, "stdin", Terminal("skovsti\n\nkontanthjælp\n"))
    status, out, _ = ask()

    assert status == 0
    assert out.index("En sti gennem skoven") < out.index("Skriv brevet om")


def test_the_index_is_kept_in_the_cache_and_nothing_in_content(ask, content):
    before = sorted(p.name for p in content.rglob("*"))
    ask("mur", "--rebuild")

    assert ask("mur")[2] == ""
    assert sorted(p.name for p in content.rglob("*")) == before
    assert list((content.parent / "project" / "cache" / "search").glob("*/CURRENT"))


def test_a_changed_post_is_found_at_once(ask, content):
    path = content / "artikler" / "skovsti.md"
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(text.replace("Asfalt", "Kvarts og asfalt"), encoding="utf-8")

        status, out, err = ask("kvarts")

        assert (status, "En sti gennem skoven" in out, err) == (0, True, "Søgeindekset er opdateret.\n")
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_post_is_found_from_the_instant_it_is_published(ask, monkeypatch):
    assert hits(ask, "fremtidsgiraffen") == []

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(toy.MOMENT.timestamp()) + 5 * 366 * 86400))

    assert hits(ask, "fremtidsgiraffen") == ["fremtid"]


def test_colour_only_where_it_is_wanted_and_no_steering_of_the_terminal():
    marked = Marked("mur\x1b[2J og\u202e sti", ((0, 3),))

    assert showing.coloured(marked, colour=True) == f"{showing.BOLD}mur{showing.PLAIN}[2J og sti"
    assert showing.coloured(marked, colour=False) == "mur[2J og sti"


def test_no_color_is_heeded(ask, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b" not in ask("mur")[1]


def test_help_opens_with_a_real_example(ask):
    status, out, _ = ask("--help")

    assert status == 0
    assert "Eksempel: python3 tasks.py search ældreområdet" in out
    assert os.environ["SOURCE_DATE_EPOCH"] == INSTANT
