"""Guards the style page in a real browser: access for all in every mode, no sideways scroll, and what scripts add."""

from __future__ import annotations

import re
import threading

import pytest
from viden_pelican import preview

from tests.browser.test_axe import TAGS
from tests.browser.waiting import ANSWERED, until
from tests.conftest import ROOT
from tests.samples_of_theme import built_guide
from tests.viden_pelican.test_styleguide import NOT_SHOWN, classes_of


@pytest.fixture(scope="module")
def guide_address(tmp_path_factory):
    """Serve the style page as the preview does."""
    folder = tmp_path_factory.mktemp("stilguide")
    guide = built_guide(folder)
    news = preview.News(folder / "output")
    server = preview.listen(folder / "output", news, "127.0.0.1", 0, guide)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    guide.refresh(news.turn)
    yield f"http://127.0.0.1:{server.server_address[1]}/stilguide/"
    news.close()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("scheme", "forced", "width"),
    [("light", "none", 1280), ("dark", "none", 1280), ("light", "none", 320), ("light", "active", 390)],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, guide_address, axe, scheme, forced, width):
    page = browser.new_page(color_scheme=scheme, forced_colors=forced, viewport={"width": width, "height": 900})
    page.goto(guide_address)
    page.fill("#soegefelt", "indlæg")
    page.wait_for_selector("#traeffere li a")
    # The hits push down what stands below them; axe measures while it runs.
    until(page, ANSWERED)
    page.evaluate(axe)
    # In forced colours the reader's own are in force, and axe reads the fill that Chromium does not force.
    rules = {"color-contrast": {"enabled": forced == "none"}}
    result = page.evaluate(
        "([tags, rules]) => axe.run(document, {runOnly: tags, rules, resultTypes: ['violations']})", [TAGS, rules]
    )
    is_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()

    assert [(v["id"], [n["html"][:140] for n in v["nodes"]]) for v in result["violations"]] == []
    assert not is_wide


def test_text_at_twice_the_size_loses_nothing_sideways(browser, guide_address):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(guide_address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    is_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()

    assert not is_wide


def test_what_scripts_add_is_on_the_page_too(browser, guide_address):
    page = browser.new_page()
    page.goto(guide_address)
    page.fill("#soegefelt", "telefonen")
    page.wait_for_selector("#traeffere li a")
    seen = set(page.evaluate("[...document.querySelectorAll('[class]')].flatMap(tag => [...tag.classList])"))
    page.close()
    styled = set().union(*(classes_of(p) for p in (ROOT / "theme" / "static" / "css" / "components").glob("*.css")))

    assert styled - seen - set(NOT_SHOWN) - {"traef-naer"} == set()


def test_the_preview_leads_to_the_style_page_and_its_links_stay_among_the_samples(browser, guide_address):
    page = browser.new_page()
    page.goto(guide_address)
    bar = page.get_attribute("#viden-bar a", "href")
    inside = page.evaluate("[...document.querySelectorAll('main a[href^=\"/\"]')].map(a => a.getAttribute('href'))")
    statuses = {link: page.request.get(guide_address.replace("/stilguide/", link)).status for link in set(inside[:40])}
    page.close()

    assert bar == "/stilguide/"
    assert all(re.match("/stilguide/", link) for link in inside)
    assert {link for link, status in statuses.items() if status != 200} == set()
