"""Guards the table of contents: from three headings up, beside the text on a wide screen, and true about where the reader is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.browser.waiting import until

LAST_FIRST = "[...document.querySelectorAll('.contents a')].map(a => document.getElementById(decodeURIComponent(a.hash.slice(1))))"
CURRENT = "[...document.querySelectorAll('.contents a[aria-current]')].map(a => [a.hash.slice(1), a.getAttribute('aria-current')])"


@pytest.fixture(scope="module")
def long_post(built: Path) -> str:
    """Return the post with the most headings in its table of contents."""
    found = {
        path: len(BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").select(".contents a"))
        for path in sorted(built.glob("artikler/*/index.html"))
    }
    return max(found, key=found.get).parent.relative_to(built).as_posix() + "/"


@pytest.fixture
def page(browser, address, long_post) -> Iterator[object]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/{long_post}", wait_until="networkidle")
    yield page
    context.close()


def anchors(page) -> list[str]:
    return page.evaluate(f"{LAST_FIRST}.map(target => target.id)")


def settled(page) -> list[list[str]]:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate(CURRENT)


def test_a_post_has_contents_from_three_headings_up(built):
    for path in sorted(built.glob("artikler/*/index.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        headings = [h["id"] for h in soup.select(".prose > h2[id], .prose .pointers > li[id]")]
        listed = [a["href"].removeprefix("#") for a in soup.select(".contents a")]
        assert len(listed) >= 3 or not listed, path
        assert len(headings) < 3 or listed, path


def test_at_the_top_no_section_is_the_current_one(page):
    assert settled(page) == []


def test_the_current_section_follows_the_reader_down_and_up(page):
    seen = []
    for name in [*anchors(page), *reversed(anchors(page))]:
        page.evaluate(
            "name => scrollTo(0, document.getElementById(name).getBoundingClientRect().top + scrollY - 60)", name
        )
        seen.append(settled(page))

    names = anchors(page)
    assert seen == [[[name, "true"]] for name in [*names, *reversed(names)]]


def test_a_jump_past_all_headings_marks_the_last_and_back_none(page):
    page.keyboard.press("End")
    until(page, "scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    down = settled(page)
    page.keyboard.press("Home")
    until(page, "scrollY === 0")

    assert down == [[anchors(page)[-1], "true"]]
    assert settled(page) == []


def test_by_keyboard_an_entry_leads_to_its_section_and_reading_goes_on_there(page):
    name = anchors(page)[1]
    page.locator(".contents a").nth(1).focus()
    page.keyboard.press("Enter")
    current = settled(page)
    page.keyboard.press("Tab")
    follows = page.evaluate(
        "name => Boolean(document.getElementById(name).compareDocumentPosition(document.activeElement) & 4)", name
    )

    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{name}"
    assert current == [[name, "true"]]
    assert follows, "the next stop of the keyboard lies in or after the section"


def test_on_a_wide_screen_it_stays_beside_the_text_and_on_a_narrow_one_it_stands_above(page):
    page.evaluate("scrollTo(0, 2000)")
    wide = page.locator(".contents").bounding_box()
    text = page.locator(".prose").bounding_box()
    page.set_viewport_size({"width": 390, "height": 800})
    page.evaluate("scrollTo(0, 0)")
    narrow, below = page.locator(".contents").bounding_box(), page.locator(".prose").bounding_box()

    assert 0 <= wide["y"] < 100 and wide["x"] >= text["x"] + text["width"]
    assert narrow["y"] + narrow["height"] <= below["y"] and narrow["width"] <= 390


def test_a_list_longer_than_the_window_shows_the_current_entry(page):
    page.set_viewport_size({"width": 1280, "height": 260})
    page.evaluate(f"{LAST_FIRST}.at(-1).scrollIntoView()")
    settled(page)
    nav, link = page.locator(".contents").bounding_box(), page.locator(".contents a[aria-current]").bounding_box()

    assert nav["height"] < page.evaluate("document.querySelector('.contents').scrollHeight")
    assert nav["y"] <= link["y"] and link["y"] + link["height"] <= nav["y"] + nav["height"] + 1


def test_in_forced_colours_the_current_entry_alone_has_its_bar(browser, address, long_post):
    context = browser.new_context(
        forced_colors="active", reduced_motion="reduce", viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{address}/{long_post}", wait_until="networkidle")
    page.evaluate(f"{LAST_FIRST}[0].scrollIntoView()")
    settled(page)
    bars = page.evaluate(
        "[...document.querySelectorAll('.contents a')].map(a => getComputedStyle(a).borderInlineStartColor)"
    )
    context.close()

    assert bars[0] != bars[1] and set(bars[1:]) == {bars[1]}
