"""Guards `check`: its three forms, its exit status, and that `--fix` adds ids and not one byte more."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import unicodedata

import check
import pytest

from tests.conftest import ROOT

FAULTY = "Title: Bro\nDate: 31/11/2026\nId: bro1\nWork_areas: ledels\n\nTekst.\n"
LINE = re.compile(r"content/(\S+):(\d+):(\d+): (error|warning): (.+) \(([a-z-]+)\)")


def problems(result) -> list[dict]:
    return json.loads(result.out)


def keyed(found: list[dict], *keys: str) -> list[tuple]:
    return [tuple(p[key] for key in keys) for p in found]


# --- forms


def test_json_is_a_list_with_the_contract_s_keys_sorted_and_a_final_newline(site, run):
    site.write("artikler/bro.md", FAULTY)

    result = run("check", "--content", "content", "--format", "json")

    assert result.status == 1
    assert result.out.endswith("]\n")
    for row in problems(result):
        assert list(row) == ["column", "hint", "line", "message", "path", "rule", "severity"]
    assert keyed(problems(result), "path", "line", "column", "severity", "rule") == [
        ("content/artikler/bro.md", 2, 7, "error", "date-impossible"),
        ("content/artikler/bro.md", 4, 13, "error", "area-unknown"),
    ]


def test_content_without_faults_is_an_empty_list(site, run, make_post):
    site.write("artikler/bro.md", make_post(body="Broen over åen er lukket.") + "\n" + "Et ord til. " * 8)

    result = run("check", "--format", "json")

    assert [p for p in problems(result) if p["rule"] != "summary-length"] == []
    assert result.status == 0


def test_text_has_one_line_for_each_problem_of_the_json_and_a_last_line_that_counts(site, run):
    site.write("artikler/bro.md", FAULTY)
    site.write("artikler/sti.md", "Titel: Sti\nDato: 27. maj 2019\n\nTekst.\n")

    text = run("check", "--content", "content")
    rows = problems(run("check", "--content", "content", "--format", "json"))

    *lines, last = text.out.splitlines()
    seen = [LINE.fullmatch(line).groups() for line in lines]
    assert [("content/" + p, int(y), int(x), s, r) for p, y, x, s, _, r in seen] == keyed(
        rows, "path", "line", "column", "severity", "rule"
    )
    assert [m for *_, m, _ in seen] == [f"{r['message']} {r['hint']}".strip() for r in rows]
    assert last.endswith("filer læst: 2 fejl og 2 advarsler.")


def test_github_commands_are_escaped_so_that_no_text_can_end_or_add_one(site, run):
    site.write("artikler/100%, nu.md", "Title: Bro\nDate: 2026-11-02\nId: bro1\nKind: 50%::error file=x\n\nTekst.\n")

    result = run("check", "--content", "content", "--format", "github")

    line = next(line for line in result.out.splitlines() if "kind-unknown" in line)
    head, _, message = line.removeprefix("::").partition("::")
    assert head == "error file=content/artikler/100%25%2C nu.md,line=4,col=7,title=kind-unknown"
    assert "50%25::error file=x" in message
    assert all(line.startswith(("::error file=", "::warning file=")) for line in result.out.splitlines())


def test_a_value_that_holds_a_control_character_is_one_line_in_every_form(site, run):
    site.write("artikler/bro.md", "Title: Bro\nDate: 2026-11-02\nId: bro1\nKind: a\x85::error::b\n\nTekst.\n")

    assert all(LINE.fullmatch(line) for line in run("check", "--content", "content").out.splitlines()[:-1])
    assert all(line.startswith("::") for line in run("check", "--format", "github").out.splitlines())


# --- exit status


def test_warnings_and_faulty_drafts_end_with_0(site, run):
    site.write("artikler/bro.md", "Title: Bro\nDate: 2026-11-02\n\nTekst.\n")
    site.write("artikler/kladde.md", FAULTY.replace("Id: bro1", "Id: k1\nStatus: kladde"))

    result = run("check", "--format", "json")

    assert result.status == 0
    assert {p["severity"] for p in problems(result)} == {"warning"}
    assert {"id-missing", "date-impossible"} <= {p["rule"] for p in problems(result)}


@pytest.mark.parametrize("wrong", [["--format", "xml"], ["--fixx"], ["--content", "findes/ikke"]])
def test_wrong_use_ends_with_2_in_danish(run, wrong):
    result = run("check", *wrong)

    assert result.status == 2
    assert result.out == ""
    assert re.search(r"kan ikke stå|kendes ikke|findes ikke", result.err)
    assert "Traceback" not in result.err


def test_a_fault_of_ours_ends_with_3_and_no_traceback(run, monkeypatch):
    monkeypatch.setattr(check.pipeline, "read_folder", lambda *_: 1 / 0)

    result = run("check")

    assert result.status == 3
    assert result.err.startswith("Intern fejl: ZeroDivisionError")
    assert "Traceback" not in result.err


def test_the_program_itself_ends_with_the_same_status_wherever_it_is_run_from(site):
    site.write("artikler/bro.md", FAULTY)

    result = site.run("check")

    assert result.status == 1
    assert "november har 30 dage" in result.out


# --- --fix

NFD = unicodedata.normalize("NFD", "Broen over åen")
FORMS = {
    "lines": "Title: Broen\nDate: 2026-11-02\n<Id: {id}\n>\nTekst.\n",
    "crlf": "Title: Broen\r\nDate: 2026-11-02\r\n<Id: {id}\r\n>\r\nTekst  \r\nmed mellemrum.\r\n",
    "bom": "\ufeffTitle: Broen\nDate: 2026-11-02\n<Id: {id}\n>\nTekst.",
    "decomposed": f"Title: {NFD}\nDato: 27. maj 2019\n<Id: {{id}}\n>\n{NFD}\n\n\n",
    "yaml": "---\nTitle: Broen\nDate: 2026-11-02\nTags:\n  - bro\n  - å\n<Id: {id}\n>---\n\nTekst.\n",
    "yaml crlf": "---\r\nTitle: Broen\r\nDate: 2026-11-02\r\n<Id: {id}\r\n>---\r\nTekst.",
    "empty id": "Title: Broen\nId:< {id}>\nDate: 2026-11-02\n\nTekst.\n",
    "no body": "Title: Broen\nDate: 2026-11-02<\nId: {id}>",
}
"""Texts of posts; what stands between < and > is what a fix adds."""


def before_and_after(form: str, id: str) -> tuple[bytes, bytes]:
    text = FORMS[form]
    without = re.sub(r"<[^>]*>", "", text)
    return without.encode(), text.replace("<", "").replace(">", "").format(id=id).encode()


@pytest.mark.parametrize("form", FORMS)
def test_a_fix_adds_an_id_and_every_other_byte_stays(site, run, form):
    before, after = before_and_after(form, "broen-over-aaen")
    path = site.write("artikler/Broen over åen.md", before)

    result = run("check", "--fix", "--format", "json")

    assert path.read_bytes() == after
    assert "id-missing" not in {p["rule"] for p in problems(result)}
    assert "Rettet:" in result.err and "Broen over åen.md" in result.err


@pytest.mark.parametrize("form", FORMS)
def test_a_second_fix_changes_nothing(site, run, form):
    path = site.write("artikler/bro.md", before_and_after(form, "")[0])
    run("check", "--fix")
    once, time = path.read_bytes(), path.stat().st_mtime_ns

    second = run("check", "--fix")

    assert path.read_bytes() == once
    assert path.stat().st_mtime_ns == time
    assert "Rettet" not in second.err


def test_without_fix_nothing_is_written(site, run):
    text, _ = before_and_after("lines", "")
    path = site.write("artikler/bro.md", text)

    run("check")

    assert path.read_bytes() == text
    assert [p.name for p in site.content.rglob("*") if p.is_file()] == ["bro.md"]


def test_pages_registers_and_what_cannot_be_read_are_not_touched(site, run):
    untouched = {
        "sider/om.md": "Title: Om\n\nTekst.\n",
        "data/blogs.yaml": "- {id: b, navn: B}\n",
        "artikler/rod.md": "Ingen hoved her.\n",
        "artikler/latin.md": b"Title: \xe6\nDate: 2026-11-02\n\nTekst.\n",
    }
    for name, text in untouched.items():
        site.write(name, text)

    run("check", "--fix")

    for name, text in untouched.items():
        assert (site.content / name).read_bytes() == (text.encode() if isinstance(text, str) else text)


def test_the_site_has_the_same_ids_after_a_fix_as_before(site):
    site.write("artikler/Broen på åen.md", before_and_after("lines", "")[0])
    site.write("artikler/2026/sti.md", before_and_after("yaml", "")[0].replace(b"Broen", b"Stien"))
    assert site.build().status == 0
    before = {n: d for n, d in site.files().items() if n.startswith("feeds/")}

    assert site.run("check", "--fix").status == 0
    assert site.build().status == 0

    assert [n for n, d in before.items() if site.files()[n] != d] == []
    assert b"artikel/broen-paa-aaen" in before["feeds/alle.atom.xml"]


# --- a hundred posts of another site

UNKNOWN_KEYS = ("Reading_time", "Mood", "Subtitle", "Thumbnail", "Comments")
HEADINGS = ("Håndbogen", "Kajakken", "Byrådet", "Rutebussen", "Gadelyset")


def stock_posts(seed: int) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Return path → (text, what check must say): posts as Pelican's own documentation writes them."""
    choose = random.Random(seed)
    made = {}
    for n in range(100):
        slug = f"{HEADINGS[n % 5].lower().replace('å', 'aa')}-{n}"
        lines, expected = [f"Title: {HEADINGS[n % 5]} nummer {n}"], [("warning", "id-missing")]
        if choose.random() < 0.8:
            lines.append(f"Date: 20{10 + n % 15}-0{1 + n % 9}-1{n % 9} 1{n % 9}:20")
        else:
            expected.append(("error", "date-missing"))
        lines += [f"Category: {choose.choice(['Nyt', 'Misc', 'yeah'])}", f"Tags: pelican, {slug}", f"Slug: {slug}"]
        if choose.random() < 0.6:
            lines.append(f"Author: {choose.choice(['Alexis Sommer', 'Bo Berg'])}")
            expected.append(("warning", "author-guest"))
        if choose.random() < 0.3:
            lines.append(f"{choose.choice(UNKNOWN_KEYS)}: noget")
            expected.append(("error", "key-unknown"))
        made[f"artikler/{slug}.md"] = ("\n".join(lines) + f"\n\nNummer {n} handler om nummer {n * 7919}.\n", expected)
    return made


@pytest.mark.parametrize("seed", [1, 2026])
def test_each_missing_or_unknown_thing_in_a_hundred_stock_posts_gets_exactly_one_message(site, run, seed):
    made = stock_posts(seed)
    for path, (text, _) in made.items():
        site.write(path, text)

    result = run("check", "--content", "content", "--format", "json")

    said: dict[str, list[tuple[str, str]]] = {path: [] for path in made}
    for p in problems(result):
        if p["rule"] != "work-area-missing":  # each text may or may not lead to one
            said[p["path"].removeprefix("content/")].append((p["severity"], p["rule"]))
    assert {path: sorted(rows) for path, rows in said.items()} == {path: sorted(e) for path, (_, e) in made.items()}
    for p in problems(result):
        assert p["message"].endswith((".", "?")) and p["hint"], p
        assert p["line"] >= 1 and p["column"] >= 1


def test_output_can_be_cut_off_by_head(site):
    for n in range(200):
        site.write(f"artikler/{n}.md", FAULTY.replace("bro1", f"bro{n}"))
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--content", str(site.content)]

    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read().decode()
    process.wait()

    assert "Traceback" not in said and "BrokenPipe" not in said
