"""Guards what machines are told: valid JSON-LD on every kind of page, and never anything that readers do not see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

NEEDED = {
    "Article": {"headline", "url", "datePublished", "author", "inLanguage"},
    "BlogPosting": {"headline", "url", "datePublished", "author", "inLanguage"},
    "NewsArticle": {"headline", "url", "datePublished", "author", "inLanguage"},
    "OpinionNewsArticle": {"headline", "url", "datePublished", "author", "inLanguage"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement"},
    "Event": {"name", "startDate", "url", "eventAttendanceMode"},
    "Person": {"name", "url"},
    "Organization": {"name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
}
"""Type → what it must tell (schema.org, and what search engines ask of each)."""


class Page:
    def __init__(self, path: str, html: str) -> None:
        self.path, self.soup = path, BeautifulSoup(html, "lxml")
        self.blocks = [s.string or "" for s in self.soup.find_all("script", type="application/ld+json")]
        self.graph: list[dict[str, Any]] = [t for b in self.blocks for t in json.loads(b)["@graph"]]
        self.text = words(self.soup.find("main").get_text(" "))

    def of(self, *types: str) -> list[dict[str, Any]]:
        return [t for t in self.graph if t["@type"] in types]


def words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


@pytest.fixture(scope="module")
def pages(built: Path) -> list[Page]:
    """Return every page but those for what is missing or gone and those that only lead on from a former address."""
    read = ((p, p.read_text(encoding="utf-8")) for p in sorted(built.rglob("*.html")))
    return [Page(p.relative_to(built).as_posix(), text) for p, text in read if 'name="robots"' not in text]


def test_every_page_is_told_in_one_block_that_cannot_end_early(pages: list[Page]) -> None:
    for page in pages:
        assert len(page.blocks) == 1, page.path
        assert "<" not in page.blocks[0], page.path
        assert json.loads(page.blocks[0])["@context"] == "https://schema.org"


def test_every_thing_has_a_known_type_and_what_that_type_must_tell(pages: list[Page]) -> None:
    seen = set()
    for page in pages:
        for thing in page.graph:
            seen.add(thing["@type"])
            assert NEEDED[thing["@type"]] <= thing.keys(), (page.path, thing)
            assert all(value not in ("", [], {}, None) for value in thing.values()), (page.path, thing)

    assert {
        "Article",
        "BlogPosting",
        "BreadcrumbList",
        "ItemList",
        "Event",
        "Person",
        "Organization",
        "WebSite",
    } <= seen


def test_breadcrumbs_are_those_on_the_page_in_their_order(pages: list[Page]) -> None:
    for page in pages:
        for crumbs in page.of("BreadcrumbList"):
            shown = page.soup.select_one("nav.breadcrumbs, .breadcrumbs")
            rows = crumbs["itemListElement"]
            at = -1
            for number, row in enumerate(rows, 1):
                assert row["position"] == number
                found = words(shown.get_text(" ")).find(words(row["name"]), at + 1)
                assert found > at, (page.path, row)
                at = found


def test_an_article_tells_its_heading_its_writers_and_its_day_as_shown(pages: list[Page]) -> None:
    articles = [(p, t) for p in pages for t in p.graph if t["@type"].endswith(("Article", "Posting"))]

    assert articles
    for page, told in articles:
        assert words(told["headline"]) == words(page.soup.h1.get_text(" ")), page.path
        days = {t["datetime"][:10] for t in page.soup.select("time[datetime]")}
        assert told["datePublished"][:10] in days, page.path
        authors = told["author"] if isinstance(told["author"], list) else [told["author"]]
        assert all(words(a["name"]) in page.text for a in authors), page.path
        assert told["url"].endswith(page.path.removesuffix("index.html"))
        assert all(words(k) in page.text for k in [*told.get("keywords", []), *told.get("about", [])]), page.path


def test_people_organisations_and_events_bear_the_names_on_the_page(pages: list[Page]) -> None:
    for page in pages:
        for told in page.of("Person", "Organization"):
            assert words(told["name"]) == words(page.soup.h1.get_text(" ")), page.path
        for told in page.of("Event"):
            assert words(told["name"]) in page.text, (page.path, told["name"])
            assert told["startDate"][:10] in {t["datetime"][:10] for t in page.soup.select("main time[datetime]")}


def rows_of(pages: list[Page]) -> Iterator[tuple[Page, dict[str, Any]]]:
    return ((page, row) for page in pages for told in page.of("ItemList") for row in told["itemListElement"])


def test_lists_name_what_the_page_lists_and_lead_to_places_that_exist(pages: list[Page], built: Path) -> None:
    for page, row in rows_of(pages):
        assert words(row["name"]) in page.text, (page.path, row)
        where = urlsplit(row["url"])
        path, anchor = where.path.lstrip("/"), where.fragment
        target = BeautifulSoup((built / path / "index.html").read_text(encoding="utf-8"), "lxml")
        assert not anchor or target.find(id=anchor), row
    assert [row for page, row in rows_of(pages) if page.path.endswith("pointer/index.html")]


def test_every_page_has_the_basics_of_open_graph(pages: list[Page]) -> None:
    for page in pages:
        told = {m["property"]: m["content"] for m in page.soup.select("meta[property^='og:']")}
        description = page.soup.find("meta", attrs={"name": "description"})["content"]

        assert told["og:locale"] == "da_DK" and told["og:site_name"], page.path
        assert told["og:description"] == description, page.path
        assert told["og:type"] == ("article" if page.path.startswith("artikler/") else "website"), page.path
        assert told["og:title"] in page.soup.title.get_text(), page.path
