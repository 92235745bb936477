"""Guards that /privatliv/ tells the truth: each promise of the page is tied to a test by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

PAGES = ("", "soeg/", "abonner/", "privatliv/", "kalender/", "arkiv/")
STORED = "[document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]"


class Visit:
    """A reader's first visit: some pages and an article, followed by all that it left and asked for."""

    def __init__(self, browser, address: str, built: Path) -> None:
        self.address = address
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.asked: list[tuple[str, str]] = []
        self.page.on("request", lambda r: self.asked.append((r.url, r.post_data or "")))
        article = sorted(built.glob("artikler/*/index.html"))[0].parent.relative_to(built).as_posix()
        for path in (*PAGES, f"{article}/"):
            self.page.goto(f"{address}/{path}", wait_until="networkidle")

    def stored(self) -> list[object]:
        return self.page.evaluate(f"async () => {STORED}")


@pytest.fixture(scope="module")
def visit(browser, address: str, built: Path) -> Iterator[Visit]:
    made = Visit(browser, address, built)
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def soups(built: Path) -> dict[str, BeautifulSoup]:
    return {
        p.relative_to(built).as_posix(): BeautifulSoup(p.read_text(encoding="utf-8"), "lxml")
        for p in sorted(built.rglob("*.html"))
    }


def no_cookies(visit, soups):
    assert visit.context.cookies() == []
    assert not [p for p, s in soups.items() if re.search("cookie", s.find("body").get_text()) and "privatliv" not in p]


def nothing_stored(visit, soups):
    assert visit.stored() == ["", 0, 0, 0]


def nothing_from_others(visit, soups):
    assert [url for url, _ in visit.asked if not url.startswith(visit.address)] == []


def nothing_measures(visit, soups):
    assert [data for _, data in visit.asked if data] == []
    for path, soup in soups.items():
        assert not soup.select("a[ping], img[width='1'], link[rel*=prefetch], link[rel*=preconnect]"), path
        tracked = [a["href"] for a in soup.select("a[href]") if re.search(r"[?&](utm_|fbclid|gclid)", a["href"])]
        assert tracked == [], path


def nothing_asked_of_the_reader(visit, soups):
    for path, soup in soups.items():
        names = {(f.get("type"), f.get("name")) for f in soup.select("input, textarea, select")}
        assert names <= {("search", "q")}, path
        assert {form.get("method", "get") for form in soup.select("form")} <= {"get"}, path


def words_stay_here(visit, soups):
    visit.page.goto(f"{visit.address}/soeg/", wait_until="networkidle")
    before = len(visit.asked)
    visit.page.fill("#soegefelt", "vagtstue")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_function("document.querySelector('#soegestatus').textContent.trim() !== ''")
    after = visit.asked[before:]

    assert "vagtstue" in visit.page.url
    assert [url for url, data in after if "vagtstue" in url + data] == []


CLAIMS = {
    "Den sætter ingen cookies": no_cookies,
    "Den gemmer intet i din browser": nothing_stored,
    "Den henter intet fra andre": nothing_from_others,
    "Den følger dig ikke fra side til side": nothing_measures,
    "Den beder hverken om dit navn eller om din mailadresse": nothing_asked_of_the_reader,
    "Den sender ikke det, du søger efter, nogen steder hen": words_stay_here,
}


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_page_makes_the_claim_and_the_site_keeps_it(claim, visit, soups):
    promises = [" ".join(li.get_text().split()) for li in soups["privatliv/index.html"].select("#loefter li")]

    assert [p for p in promises if p.startswith(claim)]
    CLAIMS[claim](visit, soups)


def test_no_promise_is_without_its_test(soups):
    promises = [" ".join(li.get_text().split()) for li in soups["privatliv/index.html"].select("#loefter li")]

    assert len(promises) == len(CLAIMS)
    assert not [p for p in promises if not p.startswith(tuple(CLAIMS))]


def test_a_search_from_another_page_puts_the_words_into_the_address_as_the_page_says(visit, soups):
    visit.page.goto(f"{visit.address}/")
    visit.page.fill("#soeg-forside", "vagtstue")
    visit.page.press("#soeg-forside", "Enter")
    visit.page.wait_for_url("**/soeg/?q=vagtstue")

    assert "Så kan de stå i serverens log" in soups["privatliv/index.html"].get_text()
