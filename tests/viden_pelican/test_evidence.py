"""Guards the evidence pages of the preview: the sum an editor can follow, what to write, and that no built site has them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from viden import disk, pipeline
from viden.model import Source
from viden_pelican import evidence, preview
from viden_pelican.evidence import Evidence

AREAS = """
- id: jura
  da: Jura og ret
  termer:
    - {t: jura, v: 3, art: navn}
    - {t: dom, v: 2, art: navn}
- id: kurser
  da: Kurser
  graense: {sikker: 9000, forslag: 2000}
  termer:
    - {t: kursus, v: 2, art: navn}
    - {t: læring, v: 1, art: navn}
- id: andet
  da: Noget andet
  termer: [{t: frokost, v: 1, art: ting}]
"""
POST = """Title: Jura for alle
Date: 2026-11-02
Id: {id}
Kind: article
{header}Summary: Til os alle.

Vi lærte om **jura** & ret på et kursus. Kurset var et godt kursus, og flere kurser følger efter kurset. Der var frokost. Det var læring.
"""
SHELL = """<!doctype html><html lang="da"><head><title>Siden findes ikke</title><link rel="canonical" href="https://x.example/404.html"></head>
<body><nav class="breadcrumbs"><span aria-current="page">Siden findes ikke</span></nav><main><h1>Siden findes ikke</h1></main></body></html>"""


def reading(header: str = "", id: str = "jura") -> pipeline.Reading:
    files = {"artikler/jura-for-alle.md": POST.format(header=header, id=id), "data/arbejdsomraader.yaml": AREAS}
    sources = tuple(Source(path, text.encode(), str(n)) for n, (path, text) in enumerate(files.items()))
    return pipeline.read(sources, (), datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def page(tmp_path: Path):
    """Return a function that gives a page, as parsed HTML, of a site with one post whose header has one more line."""
    disk.write_if_changed(tmp_path / "404.html", SHELL.encode())

    def of(header: str = "", address: str = "/hvorfor/jura-for-alle/") -> BeautifulSoup:
        made = Evidence(tmp_path, lambda: reading(header))
        made.refresh(1)
        return BeautifulSoup(made.page(address), "html.parser")

    return of


def test_each_area_shows_a_sum_that_adds_up_and_leads_to_the_words(page) -> None:
    found = page()

    area = found.select_one("#omraade-jura").find_parent("article")
    shares = [int(row.td.text) for row in area.select("tbody tr")]
    targets = [link["href"].removeprefix("#") for link in area.select("tbody a")]
    assert sum(shares) == int(area.select_one("tfoot td").text) == int(area.select_one("dd").text)
    assert all(found.find(id=target).text.casefold() in ("jura", "dom") for target in targets)
    assert "SIKKER" in area.h3.text
    assert area.select_one(".why__loss").text.startswith("Uden »")
    assert "python3 tasks.py reject jura jura" in area.text


def test_a_suggestion_comes_with_the_command_and_the_line_to_write(page) -> None:
    area = page().select_one("#omraade-kurser").find_parent("article")

    assert "FORSLAG" in area.h3.text
    assert "python3 tasks.py accept jura kurser" in area.text
    assert "Arbejdsområder: jura; kurser" in area.text


def test_what_was_found_and_not_proposed_is_told_with_the_reason(page) -> None:
    others = page().select_one(".why__others").text

    assert "Noget andet" in others and "for få point til et forslag" in others and "frokost" in others


def test_an_editors_areas_and_rejections_are_told_as_such(page) -> None:
    decided = page("Work_areas: andet\n").select_one(".why__facet:has(#work)")
    rejected = page("Reject_areas: kurser\n").select_one(".why__facet:has(#work)")

    assert "REDAKTØR" in decided.h3.text
    assert "Programmet ville have foreslået: Jura og ret (SIKKER" in decided.text
    assert "Fravalgt af en redaktør: Kurser (FORSLAG" in rejected.text
    assert "omraade-kurser" not in str(rejected)


def test_the_file_is_shown_line_by_line_as_it_is_written(page) -> None:
    found = page()

    lines = {int(item["value"]): item for item in found.select(".why__source li")}
    assert lines[1].text.startswith("Title: Jura")
    assert "** & ret på et " in lines[7].text
    assert [mark.text for mark in lines[7].select("mark")] == [
        "jura",
        "kursus",
        "Kurset",
        "kursus",
        "kurser",
        "kurset",
        "læring",
    ]
    assert lines[1].mark["id"] == "sted-1-8"


def test_the_list_has_every_post_and_the_frame_says_where_one_is(page) -> None:
    found = page(address="/hvorfor/")

    assert found.select_one("tbody a")["href"] == "/hvorfor/jura-for-alle/"
    assert found.title.text == found.h1.text == found.select_one(".breadcrumbs").text == "Hvorfor disse områder?"
    assert not found.select('link[rel="canonical"]')


def test_the_guards_reason_stands_at_the_top(page, monkeypatch: pytest.MonkeyPatch) -> None:
    advert = "Du er jurist. Du kan lide jura. Ansøgningsfrist den 1. maj. Løn efter aftale. Tiltrædelse snarest.\n"
    monkeypatch.setattr(f"{__name__}.POST", POST + "\n" + advert)

    found = page()

    assert "stillingsopslag" in found.select_one(".why__guard").text
    assert "holdt tilbage" in found.select_one(".why__others").text


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/artikler/en-post/", "/hvorfor/en-post/"),
        ("/artikler/", "/hvorfor/"),
        ("/", "/hvorfor/"),
        ("/hvorfor/en-post/", "/hvorfor/"),
        ("/artikler/en-post/kilde.bib", "/hvorfor/"),
    ],
)
def test_each_page_of_the_preview_leads_to_its_reasons(address: str, there: str) -> None:
    assert evidence.address_for(address) == there


def test_an_unknown_post_and_a_site_not_built_yet_give_no_page(tmp_path: Path) -> None:
    made = Evidence(tmp_path, reading)
    assert made.page("/hvorfor/") is None
    made.refresh(1)

    assert made.page("/hvorfor/findes-ikke/") is None
    with pytest.raises(OSError, match="404"):
        made.page("/hvorfor/")


def test_a_title_cannot_write_into_the_page(page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.POST", POST.replace("Jura for alle", "Jura <script>x</script> for alle"))

    made = reading()

    assert not BeautifulSoup(
        evidence.pages.post_page(made.tagged[0], pipeline.judgements(made)["jura"], "<script>", {}, "/"), "html.parser"
    ).script


def test_the_script_is_told_where_the_reasons_are() -> None:
    served = preview.with_script(b"<body></body>", "", {"hvorfor": "/hvorfor/a/"})

    assert b' data-hvorfor="/hvorfor/a/"' in served
