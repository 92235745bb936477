"""Guards what a reader meets in a real browser: search by keyboard, with odd words, without JavaScript, and the skip link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.waiting import ANSWERED, until


def articles(built: Path) -> list[str]:
    """Return the posts; what stands at the address of a withdrawn one is none."""
    pages = (p for p in built.glob("artikler/*/index.html") if 'content="noindex"' not in p.read_text(encoding="utf-8"))
    return sorted(p.parent.relative_to(built).as_posix() + "/" for p in pages)


def test_a_reader_searches_by_keyboard_and_opens_a_hit(browser, address, built):
    title = title_of(built / articles(built)[0] / "index.html")
    page = browser.new_page()
    page.goto(f"{address}/soeg/")
    page.focus("#soegefelt")
    page.keyboard.type(title)
    page.keyboard.press("Enter")
    page.wait_for_selector("#traeffere li a")
    status = page.inner_text("#soegestatus")
    first = page.inner_text("#traeffere li:first-child a")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#traeffere') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/artikler/"))
    heading = page.inner_text("h1")
    page.go_back()
    page.wait_for_selector("#traeffere li a")
    query = page.input_value("#soegefelt")
    page.close()

    assert re.match(r"\d+ resultat", status)
    assert first == title
    assert heading == title
    assert query == title


def test_a_search_for_a_pointers_words_leads_to_the_pointer_itself(browser, address, built):
    post = next(p for p in sorted(built.glob("artikler/*/index.html")) if 'id="pointer-2"' in p.read_text("utf-8"))
    page = browser.new_page()
    page.goto(f"{address}/{post.parent.relative_to(built).as_posix()}/")
    heading = page.evaluate("document.querySelector('#pointer-2 h2').childNodes[1].textContent.trim()")
    page.goto(f"{address}/soeg/")
    page.fill("#soegefelt", heading)
    page.keyboard.press("Enter")
    page.wait_for_selector("#traeffere .traef-pointer-liste a")
    link = page.locator("#traeffere a", has_text=heading).first
    link.click()
    page.wait_for_selector("#pointer-2:target")
    arrived = page.url
    page.close()

    assert arrived.endswith("#pointer-2")


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"', "🙂🙂", "og i at", "." * 2000, "xqzwv"])
def test_an_odd_query_gets_a_sentence_and_runs_nothing(browser, address, query):
    page = browser.new_page()
    alarms = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: alarms.append(str(error)))
    page.goto(f"{address}/soeg/")
    page.fill("#soegefelt", query)
    page.keyboard.press("Enter")
    until(page, ANSWERED)
    text = page.inner_text("#soegestatus")
    page.close()

    assert alarms == []
    assert text.strip()


def test_without_javascript_search_lists_every_title_by_area(browser, address, built):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/soeg/")
    shown = page.inner_text("#alle-artikler")
    headings = page.locator("#alle-artikler h2, #alle-artikler h3").count()
    context.close()

    missing = [t for t in (title_of(built / a / "index.html") for a in articles(built)) if t not in shown]
    assert missing == []
    assert headings >= 10


def test_the_skip_link_is_first_and_leads_to_the_text(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent.trim()")
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash")
    page.close()

    assert "indhold" in first.lower()
    assert target == "#indhold"


def title_of(path: Path) -> str:
    from bs4 import BeautifulSoup

    heading = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").find("h1")
    return " ".join(heading.get_text().split())
