"""Guards how a feed looks in a browser: a Danish help text and the titles, and nothing fetched from elsewhere."""

import re
from pathlib import Path

import pytest
from viden.feeds import feeds

SITE = "https://viden.example"
STYLE = Path(__file__).resolve().parents[3] / "theme" / "static" / "css" / "feed.css"


def test_the_style_sheet_fetches_nothing():
    text = STYLE.read_text(encoding="utf-8")

    assert not re.search(r"@import|\burl\(|https?://(?!www\.w3\.org/2005/Atom)", text)


def test_no_feed_is_made_readable_by_xslt(library, post, bodies):
    for artefact in feeds(library(post("a")), bodies, SITE):
        assert b"xsl" not in artefact.body


@pytest.fixture
def opened(browser, library, post, bodies):
    files = {f"{SITE}/{a.path}": a.body for a in feeds(library(post("a", title="Åbne data & <os>")), bodies, SITE)}
    files[f"{SITE}/theme/css/feed.css"] = STYLE.read_bytes()
    asked = []

    def answer(route):
        url = route.request.url
        asked.append(url)
        kind = "text/css" if url.endswith(".css") else "application/xml"
        route.fulfill(body=files.get(url, b""), status=200 if url in files else 404, content_type=kind)

    def open_feed(path, scheme="light"):
        page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
        page.route("**/*", answer)
        page.goto(f"{SITE}/{path}")
        return page

    yield open_feed
    assert set(asked) <= {*files, f"{SITE}/favicon.ico"}


@pytest.mark.parametrize(
    ("path", "help", "item"),
    [
        ("feeds/alle.rss.xml", "Dette er et RSS-feed.", "item"),
        ("feeds/alle.atom.xml", "Dette er et Atom-feed.", "entry"),
    ],
)
def test_a_feed_shows_a_danish_help_text_and_titles_only(opened, path, help, item):
    page = opened(path)

    before = page.evaluate("getComputedStyle(document.documentElement, '::before').content")
    shown = page.evaluate(
        """item => [...document.getElementsByTagName(item)[0].children]
            .filter(e => getComputedStyle(e).display !== 'none').map(e => [e.localName, e.textContent])""",
        item,
    )

    assert help in before
    assert "Kopiér adressen" in before
    assert shown == [["title", "Åbne data & <os>"]]
    page.close()


@pytest.mark.parametrize("path", ["feeds/alle.rss.xml", "feeds/alle.atom.xml"])
def test_a_feed_fits_a_narrow_window_and_follows_light_and_dark(opened, path):
    seen = []
    for scheme in ("light", "dark"):
        page = opened(path, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        seen.append(page.evaluate("getComputedStyle(document.documentElement).color"))
        page.close()

    assert seen == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
