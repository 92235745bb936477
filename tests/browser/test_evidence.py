"""Guards the evidence pages in a real browser: access for all in every mode, and no sideways scroll."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from viden import pipeline
from viden_pelican import preview
from viden_pelican.evidence import Evidence
from viden_pelican.settings import defaults_folder, moment

from tests.browser.test_axe import TAGS
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def start(built: Path):
    """Serve the project's own posts with their reasons, as the preview does."""
    news = preview.News(built)
    reasons = Evidence(built, lambda: pipeline.read_folder(ROOT / "content", defaults_folder(), moment()))
    server = preview.listen(built, news, "127.0.0.1", 0, None, reasons)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    news.close()
    server.shutdown()
    server.server_close()


def addresses(start: str, browser) -> list[str]:
    """Return the list of posts and the page of its first, its middle and its last post."""
    page = browser.new_page()
    page.goto(f"{start}/hvorfor/")
    posts = page.evaluate("[...document.querySelectorAll('.why__list tbody a')].map(a => a.href)")
    page.close()
    return [f"{start}/hvorfor/", posts[0], posts[len(posts) // 2], posts[-1]]


@pytest.mark.parametrize(
    ("scheme", "forced", "width"),
    [("light", "none", 1280), ("dark", "none", 1280), ("light", "none", 320), ("light", "active", 390)],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, start, axe, scheme, forced, width):
    found, wide = {}, []
    for address in addresses(start, browser):
        page = browser.new_page(color_scheme=scheme, forced_colors=forced, viewport={"width": width, "height": 900})
        page.goto(address)
        page.wait_for_selector("#viden-bar")
        page.evaluate(axe)
        # In forced colours the reader's own are in force, and axe reads the fill that Chromium does not force.
        rules = {"color-contrast": {"enabled": forced == "none"}}
        result = page.evaluate(
            "([tags, rules]) => axe.run(document, {runOnly: tags, rules, resultTypes: ['violations']})", [TAGS, rules]
        )
        found[address] = [(v["id"], [n["html"][:140] for n in v["nodes"]]) for v in result["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
        page.close()

    assert not any(found.values()), found
    assert wide == []


def test_the_bar_of_an_article_leads_to_its_reasons_and_each_word_to_its_place(browser, start):
    page = browser.new_page()
    page.goto(addresses(start, browser)[1].replace("/hvorfor/", "/artikler/"))
    page.click("#viden-bar a")
    link = page.query_selector(".why__sum tbody a")
    target = link.get_attribute("href")
    word = page.text_content(f"[id='{target[1:]}']")
    said = link.text_content()
    page.close()

    assert word
    assert said.casefold().startswith(f"»{word}".casefold())
