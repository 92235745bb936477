"""Guards the search page in a real browser: address, Back, keyboard, filters, marks as nodes, and no script without consent."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from viden.search import browser_index, documents

from tests.viden.search import node, toy

CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
PAGE = f"""<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Søg</title>
<meta http-equiv="Content-Security-Policy" content="{CSP}">
<script type="module" src="/under/js/search.js"></script></head><body><h1>Søg</h1>
<form id="soegeform" role="search" method="get" action="/under/soeg/" data-root="/under">
<label for="soegefelt">Søg</label><input id="soegefelt" type="search" name="q"><button type="submit">Søg</button>
<div id="facetter" hidden></div></form>
<p id="soegestatus" role="status" aria-live="polite"></p><p id="soegehjaelp" hidden></p>
<ol id="traeffere" hidden></ol><button id="flere-traeffere" type="button" hidden>Vis flere</button>
<section id="alle-artikler"><h2>Alle titler</h2></section></body></html>"""
ARTICLE = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>A</title></head><body><h1>Artikel</h1></body></html>'
HOSTILE = "<img src=x onerror=document.title=1> & <b>fed</b> titel"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [row for row in toy.rows() if row[0]["id"] in {facts.id for facts in toy.library().facts}]
    rows.append(
        ({**rows[0][0], "id": "fjendtlig", "title": HOSTILE, "summary": "<script>document.title=2</script> uhyre"}, "")
    )
    library = toy.of_rows(rows)
    root = tmp_path_factory.mktemp("www")
    node.write(browser_index(documents(library), library.registers), root / "under")
    (root / "under" / "js").mkdir()
    for name in ("search.js", "search-engine.js"):
        shutil.copy(node.ENGINE.parent / name, root / "under" / "js" / name)
    (root / "under" / "soeg" / "index.html").write_text(PAGE, encoding="utf-8")
    for facts in library.facts:
        path = root / "under" / facts.url / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(ARTICLE, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/under/soeg/"
    server.shutdown()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    made = browser.new_page()
    made.set_default_timeout(5000)
    made.faults = []
    made.on("pageerror", lambda fault: made.faults.append(str(fault)))
    made.on(
        "console",
        lambda line: (
            made.faults.append(line.text) if line.type == "error" and "favicon" not in line.location["url"] else None
        ),
    )
    made.on("request", lambda request: made.faults.append(request.url) if "127.0.0.1" not in request.url else None)
    yield made
    assert made.faults == []
    made.close()


def shows(page: Any, status: str) -> None:
    """Wait until the status line says exactly this; a late answer would fail by time."""
    page.locator("#soegestatus", has_text=re.compile(f"^{re.escape(status)}$")).wait_for()


def titles(page: Any) -> list[str]:
    return page.locator("#traeffere .traef-titel").all_inner_texts()


def test_nothing_of_the_engine_is_fetched_before_the_first_search(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(address)
    page.wait_for_timeout(200)

    assert not [name for name in asked if "engine" in name or "toc" in name]
    assert page.locator("#alle-artikler").is_visible()
    assert not page.locator("#facetter").is_visible()


def test_an_address_with_a_query_shows_its_hits(page, address):
    page.goto(address + "?q=kirkeg%C3%A5rds+mur")
    page.get_by_role("link", name="Kirkegårdsmuren blev rejst igen").wait_for()

    assert page.locator("#soegestatus").inner_text().startswith(str(len(titles(page))) + " resultat")
    assert page.locator("#soegefelt").input_value() == "kirkegårds mur"
    assert not page.locator("#alle-artikler").is_visible()
    assert page.locator("#traeffere mark").count() >= 1
    assert page.locator("#traeffere a").first.get_attribute("href") == "/under/artikler/kirkegaard/"
    assert "Case · 20. april 2026 · Karen Holm" in page.locator(".traef-meta").first.inner_text()


def test_one_hit_is_one_result(page, address):
    page.goto(address + "?q=%22%C3%B8ver+nu+hver+mandag%22")
    page.locator("#soegestatus[data-tilstand=fundet]").wait_for()

    assert page.locator("#soegestatus").inner_text() == "1 resultat"


def test_typing_searches_and_replaces_the_address_and_a_blank_field_brings_the_list_back(page, address):
    page.goto(address)
    before = page.evaluate("history.length")
    page.locator("#soegefelt").press_sequentially("skovsti", delay=10)
    page.get_by_role("link", name="En sti gennem skoven").wait_for()

    assert page.url == address + "?q=skovsti"
    assert page.evaluate("history.length") == before

    page.locator("#soegefelt").fill("")
    page.locator("#alle-artikler").wait_for()
    assert page.url == address
    assert page.locator("#traeffere").is_hidden()
    assert page.locator("#soegestatus").inner_text() == ""


def test_back_restores_query_filters_hits_and_focus(page, address):
    page.goto(address)
    page.locator("#soegefelt").fill("kommune")
    page.keyboard.press("Enter")
    page.locator("input[name=arbejdsomraade][value=kultur]").check()
    page.wait_for_url("**/?q=kommune&arbejdsomraade=kultur")
    shows(page, "3 resultater")
    wanted = titles(page)
    page.locator("#traeffere a").nth(1).click()
    page.wait_for_url("**/artikler/**")

    page.go_back()
    shows(page, "3 resultater")

    assert titles(page) == wanted
    assert page.locator("#soegefelt").input_value() == "kommune"
    assert page.locator("input[value=kultur]").is_checked()
    page.locator("#traeffere li:nth-child(2) a:focus").wait_for()

    page.go_back()
    shows(page, "13 resultater")
    assert not page.locator("input[value=kultur]").is_checked()


def test_arrows_move_enter_opens_escape_returns_and_ctrl_k_comes_from_anywhere(page, address):
    page.goto(address + "?q=kommune")
    page.locator("#traeffere a").first.wait_for()
    page.keyboard.press("Control+k")
    focused = "document.activeElement.id || Array.from(document.querySelectorAll('#traeffere a')).indexOf(document.activeElement)"
    assert page.evaluate(focused) == "soegefelt"

    steps = []
    for press in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown", "Escape", "ArrowDown"):
        page.keyboard.press(press)
        steps.append(page.evaluate(focused))

    assert steps == [0, 1, 0, "soegefelt", 0, "soegefelt", 0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/artikler/**")


def test_filters_keep_their_counts_and_the_focus(page, address):
    page.goto(address + "?q=kommune")
    box = page.locator("input[name=type][value=article]")
    box.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**type=article")
    page.locator("input[value=article]:focus:checked").wait_for()

    count = page.locator("label", has=box).locator(".facet-antal").inner_text()
    shows(page, f"{count} resultater")
    assert page.locator("fieldset[data-facet=kind] legend").inner_text() == "Type"


def test_filters_alone_from_an_address_list_newest_first(page, address):
    page.goto(address + "?arbejdsomraade=kultur&kompetence=samarbejde")
    shows(page, "2 resultater")

    assert titles(page) == ["En sti gennem skoven for kørestole", "Kirkegårdsmuren blev rejst igen"]


def test_a_slip_is_announced_and_an_empty_answer_shows_a_way_out(page, address):
    page.goto(address + "?q=digitaliserng")
    page.locator(
        "#soegehjaelp", has_text="Viser resultater for »digitalisering«; »digitaliserng« findes ikke her."
    ).wait_for()

    page.goto(address + "?q=xylofonfestival")
    page.locator("#soegehjaelp", has_text="ingen resultater for »xylofonfestival«").wait_for()
    assert page.locator("#soegestatus").inner_text() == "0 resultater"
    assert (
        page.get_by_role("link", name="Ældre og sundhed").get_attribute("href")
        == "/under/arbejdsomraader/aeldre-sundhed/"
    )


def test_more_hits_come_when_asked_and_take_the_focus(page, address):
    page.goto(address + "?q=kommune")
    page.get_by_role("button", name="Vis flere").click()
    page.locator("#traeffere li:nth-child(11) a:focus").wait_for()

    assert len(titles(page)) == 13
    assert page.get_by_role("button", name="Vis flere").is_hidden()


@pytest.mark.parametrize(
    "query", ["uhyre", "fed titel", "<script>document.title=3</script>", '"><img src=x onerror=document.title=4>', "%"]
)
def test_no_text_from_post_or_query_is_ever_markup(page, address, query):
    page.goto(address)
    page.locator("#soegefelt").fill(query)
    page.keyboard.press("Enter")
    page.locator("#soegestatus[data-tilstand=fundet]").wait_for()

    assert (
        page.locator("#traeffere img, #traeffere b, #traeffere script, #soegehjaelp img, #soegehjaelp script").count()
        == 0
    )
    assert page.title() == "Søg"
    if query == "uhyre":
        assert titles(page) == [HOSTILE]


def test_a_failed_fetch_says_so_in_danish_and_shows_the_list(browser, address):
    page = browser.new_page()
    page.route("**/toc.json", lambda route: route.abort())
    page.goto(address + "?q=mur")
    page.locator("#soegestatus[data-tilstand=fejl]").wait_for()

    assert (
        page.locator("#soegestatus").inner_text() == "Søgningen kan ikke hentes lige nu. Her er alle titler i stedet."
    )
    assert page.locator("#alle-artikler").is_visible()

    page.unroute("**/toc.json")
    page.locator("#soegefelt").press_sequentially("en")
    page.locator("#soegestatus[data-tilstand=fundet]").wait_for()
    page.close()
