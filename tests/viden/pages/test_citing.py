"""Guards how posts are cited: the Danish line, and BibTeX and RIS that a reader of their formats reads back."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import pages
from viden.dates import COPENHAGEN
from viden.model import Byline, Facts, Publisher, Registers, SiteInfo
from viden.pages import citing
from viden.pages.citing import Citation, Name, bibtex, citation, name, ris

ADDRESS = "https://viden.example/artikler/om-a/"


def cited(**changes) -> Citation:
    values = {
        "id": "om-a",
        "kind": "article",
        "authors": (Name("Skov", "Ida"), Name("Holm", "Bo")),
        "title": "Æbler på Ærø",
        "day": date(2026, 11, 16),
        "site": "Videnprøven",
        "lang": "da",
    }
    return Citation(**(values | changes))


# --- a small reader of BibTeX: an entry, its fields, and TeX's own spellings back as signs

SIGNS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def field(text: str, at: int) -> tuple[str, int]:
    """Return what stands between the brace at `at` and its match, and the place after it; braces count as BibTeX counts them."""
    depth = 0
    for end in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[at + 1 : end], end + 1
    raise AssertionError("a brace is never closed")


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    opening = re.search(r"^@(\w+)(?=\{)", text, re.MULTILINE)
    entry, end = field(text, opening.end())
    assert text[end:] == "\n", "nothing stands after the entry"
    key, _, rest = entry.partition(",")
    fields, at = {}, 0
    while found := re.compile(r"\s*(\w+) = (?=\{)").match(rest, at):
        fields[found[1]], at = field(rest, found.end())
        assert rest[at] == ","
        at += 1
    assert rest[at:].strip() == ""
    return opening[1], key, fields


def plain(tex: str) -> str:
    """Return what TeX prints: commands as their signs, grouping braces away."""
    spelt = re.sub(r"\\(text\w+)\{\}", lambda found: f"\\{ord(SIGNS[found[1]])};", tex)
    assert not re.search(r"(?<!\\)[#$%&_~^]", spelt), "a sign of TeX's own stands bare"
    bare = re.sub(r"[{}]", "", spelt)
    return re.sub(r"\\(?:(\d+);|(.))", lambda found: chr(int(found[1])) if found[1] else found[2], bare)


def read_names(tex: str) -> list[str]:
    """Return the authors, given name first; BibTeX parts them at " and " outside braces."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(tex):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0 and tex[at : at + 5].lower() == " and ":
            parts.append(tex[start:at])
            start = at + 5
    parts.append(tex[start:])
    return [" ".join(reversed(plain(p).split(", ", 1))) if not p.startswith("{") else plain(p) for p in parts]


def read_ris(text: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    lines = text.split("\r\n")
    assert lines.pop() == "" and "\n" not in "".join(lines)
    for line in lines:
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()
        rows.setdefault(tag, []).append(value)
    assert lines[0].startswith("TY  - ") and lines[-1] == "ER  - "
    return rows


# --- examples


def test_the_line_names_all_authors_the_day_the_title_and_the_site():
    assert cited().line == "Ida Skov og Bo Holm (16. november 2026): »Æbler på Ærø«. Videnprøven."


def test_quotes_in_a_title_give_way_to_those_around_it():
    assert "»Hvem siger ›nej‹?«" in cited(title="Hvem siger »nej«?").line


def test_the_files_of_a_plain_post_are_as_a_librarian_would_write_them():
    assert bibtex(cited(), ADDRESS) == (
        "% Encoding: UTF-8\n"
        "@online{om-a,\n"
        "  author = {Skov, Ida and Holm, Bo},\n"
        "  title = {{Æbler på Ærø}},\n"
        "  date = {2026-11-16},\n"
        "  year = {2026},\n"
        "  organization = {Videnprøven},\n"
        "  url = {https://viden.example/artikler/om-a/},\n"
        "  langid = {danish},\n"
        "}\n"
    )
    assert ris(cited(kind="blog"), ADDRESS) == (
        "TY  - BLOG\r\nAU  - Skov, Ida\r\nAU  - Holm, Bo\r\nTI  - Æbler på Ærø\r\nT2  - Videnprøven\r\nPY  - 2026\r\n"
        "DA  - 2026/11/16/\r\nUR  - https://viden.example/artikler/om-a/\r\nLA  - da\r\nER  - \r\n"
    )


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Karen Ahlmark Friis", "Friis", "Karen Ahlmark"),
        ("Ole von der Lippe", "von der Lippe", "Ole"),
        ("de la Cour", "la Cour", "de"),
        ("Bjørn-Åge Ø. Ærø", "Ærø", "Bjørn-Åge Ø."),
        ("Aske", "Aske", ""),
        ("  Ida \n Skov ", "Skov", "Ida"),
    ],
)
def test_a_name_is_parted_before_the_family_s_name_and_its_particles(written, family, given):
    assert name(written) == Name(family, given)


@pytest.mark.parametrize("organisation", ["Fjordnet", "Børn and Unge", "Teknik, miljø og klima", "R&D {Ø}"])
def test_an_organisation_stays_whole_in_bibtex(organisation):
    _, _, fields = read_bibtex(bibtex(cited(authors=(Name(organisation), Name("Skov", "Ida"))), ADDRESS))

    assert read_names(fields["author"]) == [organisation, "Ida Skov"]


def test_a_post_without_a_person_is_cited_as_its_publisher_s(build):
    known = build.registers(publishers=(Publisher("fjordnet", "Fjordnet A/S"),))
    facts = build.library(build.tagged("a"), registers=known).facts[0]

    assert citation(facts, known).authors == (Name("Fjordnet A/S"),)


def test_a_post_with_neither_is_the_site_s(build):
    known = build.registers(publishers=(), site=SiteInfo("Videnprøven"))
    facts = build.library(build.tagged("a"), registers=known).facts[0]

    assert citation(facts, known).authors == (Name("Videnprøven"),)


def test_the_day_is_copenhagen_s(build):
    facts = build.library(build.tagged("a", "2026-11-16 00:30")).facts[0]

    assert citation(facts, build.registers()).day == date(2026, 11, 16)


def test_a_language_without_a_name_in_biblatex_is_left_out():
    assert "langid" not in bibtex(cited(lang="kl"), ADDRESS)


def test_each_post_has_both_files_with_its_absolute_address(build):
    library = build.library(build.tagged("a", authors=(build.ida,)), build.tagged("b"))
    frame = pages.frame(library.registers, "/viden", "https://k.example/viden")
    files = {f.path: f.body.decode() for f in pages.machine_files(library, (), (), frame) if "/citat." in f.path}

    assert sorted(files) == [f"artikler/{slug}/citat.{end}" for slug in "ab" for end in ("bib", "ris")]
    assert read_bibtex(files["artikler/a/citat.bib"])[2]["url"] == "https://k.example/viden/artikler/a/"
    assert read_ris(files["artikler/a/citat.ris"])["AU"] == ["Skov, Ida"]


# --- whatever is written

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60)
ODD = st.text(st.sampled_from("\\{}#$%&_~^\",'«»@=æøåÆØÅ abandAND,;:\n\t"), min_size=1, max_size=40)
WRITTEN = (TEXT | ODD).filter(lambda text: bool(text.split()))


def told(title: str, authors: list[str], site: str) -> Citation:
    bylines = tuple(Byline(f"p{n}", author) for n, author in enumerate(authors))
    when = datetime(2026, 11, 16, 8, tzinfo=COPENHAGEN)
    facts = Facts("a", "article", title, "a", "artikler/a/", "a.md", when, True, None, "", "", bylines)
    return citing.citation(facts, Registers(site=SiteInfo(site)))


def line(text: str) -> str:
    return " ".join(text.split())


@given(title=WRITTEN, authors=st.lists(WRITTEN, min_size=1, max_size=4), site=WRITTEN)
def test_bibtex_read_back_gives_what_was_written(title, authors, site):
    kind, key, fields = read_bibtex(bibtex(told(title, authors, site), ADDRESS))

    assert (kind, key) == ("online", "a")
    assert plain(fields["title"]) == line(title)
    assert plain(fields["organization"]) == line(site)
    assert read_names(fields["author"]) == [line(author) for author in authors]
    assert fields["url"] == ADDRESS
    assert (fields["date"], fields["year"]) == ("2026-11-16", "2026")


@given(title=WRITTEN, authors=st.lists(WRITTEN, min_size=1, max_size=4), site=WRITTEN)
def test_ris_read_back_gives_what_was_written(title, authors, site):
    rows = read_ris(ris(told(title, authors, site), ADDRESS))

    assert rows["TI"] == [line(title)] and rows["T2"] == [line(site)]
    assert [sorted(value.replace(",", " ").split()) for value in rows["AU"]] == [
        sorted(author.replace(",", " ").split()) for author in authors
    ]
    assert set(rows) == {"TY", "AU", "TI", "T2", "PY", "DA", "UR", "LA", "ER"}
