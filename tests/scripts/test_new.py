"""Guards `new`: each kind is a draft that `check` has nothing to say about, and wrong words are answered at once."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import new
import pytest
from viden.model import KINDS

from tests.conftest import MOMENT, ROOT

PEOPLE = "- {id: karen-holm, navn: Karen Holm}\n- {id: bo-lind, navn: Bo Lind}\n"
SERIES = (
    "- id: broen\n  navn: Stafet om broer\n  arrangementer:\n"
    "  - {id: broen-1, navn: 'Stafet 1: Den lave bro', start: '2026-10-29 09.00'}\n"
)


@pytest.fixture
def known(site):
    """The tiny site, with people, a publisher, a blog and a series to choose from."""
    site.write("data/personer.yaml", PEOPLE)
    site.write("data/udgivere.yaml", "- {id: aavig, navn: Aavig Kommune}\n")
    site.write("data/blogs.yaml", "- {id: paa-broen, navn: På broen, ejer: karen-holm}\n")
    site.write("data/stafetter.yaml", SERIES)
    return site


def made(result) -> Path:
    assert result.status == 0, result.err
    return Path(result.out.strip().splitlines()[-1])


def judged(run) -> list[dict]:
    return json.loads(run("check", "--format", "json").out)


def header(path: Path) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in path.read_text("utf-8").split("\n\n")[0].splitlines())


@pytest.mark.parametrize("kind", [k.id for k in KINDS])
def test_each_kind_is_a_draft_that_check_says_nothing_about(site, run, kind):
    path = made(run("new", kind, "--title", "Tre ting, vi lærte på åen"))

    assert judged(run) == []
    assert path.relative_to(site.content).as_posix() == "artikler/tre-ting-vi-laerte-paa-aaen.md"
    assert header(path) == {
        "Title": "Tre ting, vi lærte på åen",
        "Date": "2026-11-25",
        "Kind": kind,
        "Id": "tre-ting-vi-laerte-paa-aaen",
        "Status": "kladde",
    }


def test_all_choices_are_written_and_check_says_nothing_about_them(known, run):
    chosen = [
        "--author", "Karen Holm", "--author", "Bo Lind", "--work-area", "Ældre og sundhed", "--work-area", "ledelse",
        "--publisher", "Aavig Kommune", "--blog", "paa-broen", "--series", "broen", "--event", "broen-1",
    ]  # fmt: skip

    path = made(
        run("new", "pointer", "--title", "Pointer fra broen", "--date", "torsdag den 29. oktober 2026", *chosen)
    )

    assert judged(run) == []
    assert header(path) | {"Title": "", "Kind": "", "Id": ""} == {
        "Title": "", "Kind": "", "Id": "", "Date": "2026-10-29", "Authors": "Karen Holm; Bo Lind", "Work_areas": "aeldre-sundhed; ledelse",
        "Publisher": "aavig", "Blog": "paa-broen", "Series": "broen", "Event": "broen-1", "Status": "kladde",
    }  # fmt: skip


def test_a_kind_may_be_named_in_danish(run):
    assert header(made(run("new", "Værktøj", "--title", "En tjekliste")))["Kind"] == "tool"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["blgo", "--title", "X"], 'mente du "blog"?'),
        (["zzzzzz", "--title", "X"], "Vælg mellem blog, pointer"),
        (["blog", "--title", "X", "--work-area", "ledels"], 'Arbejdsområde "ledels" kendes ikke; mente du "Ledelse"?'),
        (["blog", "--title", "X", "--author", "Karen Hollm"], 'mente du "Karen Holm"?'),
        (["blog", "--title", "X", "--publisher", "aavik"], 'mente du "aavig"?'),
        (["blog", "--title", "X", "--date", "31/11/2026"], "november har 30 dage"),
        (["blog", "--title", "X", "--date", "i morgen"], "--date"),
        (["blog", "--title", "X" * 201], "grænsen er 200"),
        (["blog", "--title", "  "], "titel"),
        (["blog"], "titel"),
        ([], "Vælg mellem blog, pointer"),
    ],
)
def test_wrong_words_are_answered_with_status_2_and_nothing_is_written(known, run, arguments, told):
    result = run("new", *arguments)

    assert result.status == 2
    assert told in result.err
    assert result.out == ""
    assert list(known.content.glob("artikler/*")) == []


def test_an_author_that_nobody_resembles_is_a_guest_and_is_said_to_be(known, run):
    result = run("new", "blog", "--title", "Gæst", "--author", "Ditte Østerlund")

    assert header(made(result))["Authors"] == "Ditte Østerlund"
    assert "vises som gæst" in result.err


@pytest.mark.parametrize(
    "title",
    [
        "Æblerne på Ærø, øl & å",
        'Hvad "alle" ved: nu',
        "Pc'en: -- # 100 % <b>",
        "e\u0301n a\u030a",
        "To\nlinjer",
        "日本",
        "x" * 200,
    ],
)
def test_any_title_gives_a_post_that_reads_back(site, run, title):
    path = made(run("new", "case", "--title", title))

    assert path.is_file() and path.name.isascii()
    assert [p for p in judged(run) if p["severity"] == "error"] == []
    shown = json.loads(run("suggest", "--format", "json").out)[0]["title"]
    assert shown.replace("a\u030a", "å").replace("e\u0301", "é") == " ".join(title.split()).replace(
        "a\u030a", "å"
    ).replace("e\u0301", "é")


def test_posts_with_one_title_get_files_ids_and_addresses_of_their_own(site, run):
    paths = [made(run("new", "blog", "--title", "Nyt fra åen")) for _ in range(3)]

    rules = {p["rule"] for p in judged(run)}
    heads = [header(path) for path in paths]
    assert [p.name for p in paths] == ["nyt-fra-aaen.md", "nyt-fra-aaen-2026-11-25.md", "nyt-fra-aaen-2.md"]
    assert len({h["Id"] for h in heads}) == 3
    assert [h.get("Slug") for h in heads] == [None, "nyt-fra-aaen-2026-11-25", "nyt-fra-aaen-2"]
    assert rules <= {"title-doubled"}


def test_an_id_or_address_of_another_file_is_not_taken(site, run, make_post):
    site.write("artikler/andet.md", make_post(title="Noget andet", id="nyt-fra-aaen"))
    site.write("artikler/tredje.md", make_post(title="Nyt fra engen"))

    assert made(run("new", "blog", "--title", "Nyt fra åen")).name == "nyt-fra-aaen-2026-11-25.md"
    assert made(run("new", "blog", "--title", "Nyt fra engen")).name == "nyt-fra-engen-2026-11-25.md"


def test_a_file_that_is_there_is_never_written_over(site, run):
    path = site.write("artikler/nyt.md", "Mine noter uden hoved.\n")

    made(run("new", "blog", "--title", "Nyt"))

    assert path.read_text() == "Mine noter uden hoved.\n"


# --- asking


def test_without_options_it_asks_by_number_and_asks_again_after_a_slip(known, run, monkeypatch):
    answers = iter(["99", "tre", "2", "Pointer fra broen", "1", "", "1", "", "", "1"])
    asked = []
    monkeypatch.setattr(new.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or next(answers))

    result = run("new")

    head = header(made(result))
    assert (head["Kind"], head["Title"], head["Authors"]) == ("pointer", "Pointer fra broen", "Karen Holm")
    assert (head["Publisher"], head["Event"], "Blog" in head) == ("aavig", "broen-1", False)
    assert result.out.count("Skriv et tal fra 1 til 8") == 2
    assert "Karen Holm" in result.out and "Ældre og sundhed" in result.out
    assert next(answers, None) is None
    assert judged(run) == []


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ("1", "aeldre-sundhed"),
        ("ledelse", "ledelse"),
        ("Ældre og sundhed", "aeldre-sundhed"),
        ("ÆLDRE OG SUNDHED ; 2; aeldre-sundhed", "aeldre-sundhed; boern-skole"),
    ],
)
def test_the_work_area_is_answered_by_number_id_or_name(site, run, monkeypatch, answer, written):
    answers = iter(["blog", "Pointer fra broen", "leddelse", answer])
    monkeypatch.setattr(new.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda question: next(answers))

    result = run("new")

    assert header(made(result))["Work_areas"] == written
    assert '"leddelse" er ikke et af valgene; mente du "Ledelse"?' in result.out
    assert "(aeldre-sundhed)" in result.out
    assert result.err == ""
    assert next(answers, None) is None


@pytest.mark.parametrize("arguments", [(), ("blog", "--title", "Pointer fra broen")])
def test_a_post_without_work_area_is_written_with_a_warning(site, run, monkeypatch, arguments):
    answers = iter(["1", "Pointer fra broen", ""])
    monkeypatch.setattr(new.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda question: next(answers))

    result = run("new", *arguments)

    assert "Work_areas" not in header(made(result))
    assert "python3 tasks.py accept pointer-fra-broen OMRÅDE" in result.err
    assert judged(run) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")
def test_the_questions_work_in_a_terminal(known):
    command = [sys.executable, str(ROOT / "scripts/new.py"), "--content", str(known.content)]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT}
    )
    os.close(theirs)
    os.write(ours, "1\nBroen på Ærø\n\n\n\n\n\n\n".encode())
    said = b""
    while select.select([ours], [], [], 20)[0]:
        try:
            said += os.read(ours, 4096)
        except OSError:  # how Linux tells that the other end is closed
            break

    assert process.wait() == 0, said.decode()
    assert "Type:" in said.decode() and "broen-paa-aeroe.md" in said.decode()
    assert header(known.content / "artikler/broen-paa-aeroe.md")["Title"] == "Broen på Ærø"
