"""Guards the page for what is missing: the likely address is found at any depth and in a folder, and nothing written in an address runs."""

from __future__ import annotations

import functools
import http.server
import json
import random
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import Quiet


@pytest.fixture(scope="module")
def rows(built: Path) -> list[dict[str, str]]:
    return json.loads((built / "data/adresser.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(browser) -> Iterator[object]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def asked(page, address: str) -> tuple[str, list[tuple[str, str]]]:
    """Go to an address; return the heading of what was likely meant, and its links by path and text."""
    page.goto(address, wait_until="networkidle")
    heading = page.locator("#maaske h2")
    links = [(urlsplit(a.get_attribute("href")).path, a.inner_text()) for a in page.locator("#maaske li a").all()]
    return (heading.inner_text() if heading.count() else ""), links


@pytest.mark.parametrize(
    "path",
    [
        "/artikler/faeles-journalsystem/",
        "/artikler/fælles-journalsystem/",
        "/artikler/f%C3%A6lles_journalsystem",
        "/artikler/fa%CC%8Aelles-journalsystem/",
        "/Artikler/Faelles-Journalsystem/index.html",
        "/artikler/faelles-journalsytsem/",
        "/artikler/faelles-journal",
        "/artikler/faelles-journalsystem/%E2%80%A6",
        "/artikler/faelles-journalsystem),",
        "/faelles-journalsystem",
        "/nyheder/2020/en/to/tre/faelles-journalsystem.aspx",
        "/nyheder/2026/faelles-udbud-af-journalsytem/",
    ],
)
def test_the_likely_page_is_offered(page, address, path):
    heading, links = asked(page, f"{address}{path}")

    assert heading == "Ledte du efter denne side?"
    assert links == [("/artikler/faelles-journalsystem/", "Fem kommuner køber journalsystem sammen")]


def test_the_link_leads_there(page, address):
    asked(page, f"{address}/dybt/nede/faelles-journalsystm/")
    page.locator("#maaske li a").click()
    page.wait_for_url("**/artikler/faelles-journalsystem/")

    assert page.title().startswith("Fem kommuner køber journalsystem sammen")


def test_several_that_are_equally_near_are_all_offered_at_most_three(page, address):
    heading, links = asked(page, f"{address}/artikler/pointer-fra-stafet-8/")

    assert heading == "Ledte du efter en af disse sider?"
    assert 2 <= len(links) <= 3
    assert all(path.startswith("/artikler/pointer-fra-stafet") for path, _ in links)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/arbejdsomraader/borgerservise/", "/arbejdsomraader/borgerservice/"),
        ("/Arbejdsområder/", "/arbejdsomraader/"),
        ("/kalendar", "/kalender/"),
    ],
)
def test_areas_and_lists_are_known_too(page, address, path, known):
    assert asked(page, f"{address}{path}")[1][0][0] == known


def test_an_address_unlike_all_gets_a_search_for_its_words(page, address):
    heading, links = asked(page, f"{address}/gamle/sider/ko%CC%88b-en-tandhjulsudveksling.html")
    search = page.locator("#maaske a")

    assert (heading, links) == ("", [])
    assert search.inner_text() == "Søg efter »köb en tandhjulsudveksling«"
    search.click()
    page.wait_for_url("**/soeg/?q=*")
    assert page.input_value("#soegefelt") == "köb en tandhjulsudveksling"


def test_an_address_without_a_word_gets_neither(page, address):
    assert asked(page, f"{address}/4711/%20/--/") == ("", [])
    assert page.locator("#maaske").inner_text() == ""
    assert not page.locator("#maaske").is_visible()


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "%3Cimg%20src=x%20onerror=alert(1)%3E",
    "%E0%A4%A",
    "%0a%0d%1b",
    "‮evil‬",
    "a" * 3000,
    "../" * 40 + "etc/passwd",
    "//evil.example/artikler/faelles-journalsystem",
    "constructor/__proto__",
]


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_in_an_address_runs_or_leads_away(browser, address, path):
    context = browser.new_context()
    page = context.new_page()
    alarms, left = [], []
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation', e => refused.push(e.blockedURI));"
    )
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: alarms.append(str(error)))
    page.on("request", lambda request: left.append(request.url) if not request.url.startswith(address) else None)
    page.goto(f"{address}/x/{path if '%' in path else quote(path, safe='/:')}", wait_until="networkidle")
    made = page.locator("#maaske img, #maaske script").count()
    links = page.evaluate("[...document.querySelectorAll('#maaske a')].map(a => a.href)")
    refused = page.evaluate("refused")
    context.close()

    assert (alarms, left, refused, made) == ([], [], [], 0)
    assert all(link.startswith(f"{address}/") for link in links)


def test_the_file_of_addresses_is_asked_for_here_and_nowhere_else(browser, address, rows):
    context = browser.new_context()
    page = context.new_page()
    asked_for = []
    page.on("request", lambda request: asked_for.append(request.url))
    for url in [
        "",
        "soeg/",
        "arkiv/",
        "privatliv/",
        *[row["address"] for row in rows if row["address"].startswith("artikler/")][:1],
    ]:
        page.goto(f"{address}/{url}", wait_until="networkidle")
    elsewhere = [url for url in asked_for if "adresser.json" in url]
    page.goto(f"{address}/findes/ikke/", wait_until="networkidle")
    context.close()

    assert elsewhere == []
    assert [url for url in asked_for if "adresser.json" in url] == [f"{address}/data/adresser.json"]


def test_where_the_file_cannot_be_fetched_the_lists_and_the_search_remain(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/adresser.json", lambda route: route.abort())
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    heading, links = asked(page, f"{address}/artikler/faelles-journal/")
    search = page.locator("#maaske a").inner_text()
    context.close()

    assert (heading, links, errors) == ("", [], [])
    assert search == "Søg efter »faelles journal«"


def test_without_javascript_there_are_a_search_all_areas_and_all_lists(browser, built, address):
    soup = BeautifulSoup((built / "404.html").read_text(encoding="utf-8"), "lxml").select_one("main")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/findes/ikke/", wait_until="networkidle")
    page.locator("main input[type=search]").fill("vagtstue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=vagtstue")
    context.close()

    assert len(soup.select("a[href^='/arbejdsomraader/']")) == 11
    assert {"/soeg/#alle-artikler", "/arkiv/", "/emner/", "/kompetencer/", "/personer/", "/"} <= {
        a["href"] for a in soup.select("a")
    }


def test_in_a_folder_all_addresses_stay_in_it(browser, built, tmp_path):
    """The pages are those of a site at the root; the file's own place tells the script where the root is."""
    folder = tmp_path / "viden"
    shutil.copytree(built, folder)
    page_404 = (built / "404.html").read_text(encoding="utf-8")
    (tmp_path / "404.html").write_text(
        page_404.replace('src="/theme/', 'src="/viden/theme/').replace('href="/theme/', 'href="/viden/theme/'),
        encoding="utf-8",
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    heading, links = asked(page, f"http://127.0.0.1:{server.server_port}/viden/artikler/faelles-journal/")
    search = page.locator("#maaske p a").get_attribute("href")
    context.close()
    server.shutdown()

    assert heading == "Ledte du efter denne side?"
    assert [path for path, _ in links] == ["/viden/artikler/faelles-journalsystem/"]
    assert urlsplit(search).path == "/viden/soeg/"


# --- whatever slip a reader makes

LIKELY = "async ([paths, rows]) => { const { likely } = await import('/theme/js/likely.js'); return paths.map(path => likely(path, rows).map(row => row.url)); }"


@pytest.mark.parametrize("seed", range(2))
def test_one_slip_in_a_long_name_still_finds_it(page, address, rows, seed):
    chance = random.Random(seed)
    slips = []
    for row in rows:
        name = row["address"].rstrip("/")
        if len(name.rpartition("/")[2]) < 10:
            continue
        at = chance.randrange(len(name) - 8, len(name))
        slip = chance.choice(
            [name[:at] + name[at + 1 :], name[:at] + "x" + name[at:], name[:at] + "q" + name[at + 1 :]]
        )
        slips.append((f"{slip}/", row.get("now", row["address"])))
    page.goto(f"{address}/")
    found = page.evaluate(LIKELY, [[path for path, _ in slips], rows])
    lost = [(path, now, got) for (path, now), got in zip(slips, found) if now not in got]

    assert len(slips) > 40
    assert lost == []


def test_ten_thousand_addresses_are_weighed_without_a_pause(page, address):
    many = [
        {"address": f"artikler/en-laengere-titel-om-nummer-{n}-og-lidt-til/", "title": f"Titel {n}"}
        for n in range(10_000)
    ]
    page.goto(f"{address}/")
    found, steps = page.evaluate(
        "async rows => { const { likely } = await import('/theme/js/likely.js'); const start = performance.now();"
        " const found = likely('/artikler/en-laengere-titel-om-nummer-4711-og-lidt-tl/', rows); return [found, performance.now() - start]; }",
        many,
    )
    print(f"{steps:.0f} ms")

    assert found[0]["url"] == "artikler/en-laengere-titel-om-nummer-4711-og-lidt-til/"
