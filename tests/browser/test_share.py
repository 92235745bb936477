"""Guards sharing and citing at the end of a post: plain links, a copy that says so, nothing of it in the way without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.browser.waiting import until


@pytest.fixture(scope="module")
def article(built: Path) -> str:
    return sorted(built.glob("artikler/*/index.html"))[0].parent.relative_to(built).as_posix() + "/"


@pytest.fixture
def page(browser, address, article) -> Iterator[object]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/{article}", wait_until="networkidle")
    yield page
    context.close()


def clipboard(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_a_mail_is_prepared_with_title_and_address(page, article):
    link = urlsplit(page.get_by_role("link", name="Send som mail").get_attribute("href"))
    fields = parse_qs(link.query)

    assert (link.scheme, link.path) == ("mailto", "")
    assert fields["subject"] == [page.inner_text("h1")]
    assert fields["body"][0].startswith("https://") and fields["body"][0].endswith(f"/{article}")


def test_linkedin_is_a_plain_link_with_the_public_address(page, article):
    link = urlsplit(page.get_by_role("link", name="Del på LinkedIn").get_attribute("href"))

    assert (link.scheme, link.hostname) == ("https", "www.linkedin.com")
    assert parse_qs(link.query)["url"][0].endswith(f"/{article}")


def test_a_click_copies_the_address_and_says_so_to_all(page, address, article):
    button = page.locator(".share").get_by_role("button", name="Kopiér link")
    button.focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('main > [role=status]').textContent.startsWith('Kopieret')")
    seen = page.locator(".share .copy").first.inner_text()

    assert seen == "Kopieret"
    assert clipboard(page) == f"{address}/{article}"
    assert page.evaluate("document.activeElement.className") == "copy", "focus stays on the button"


def test_a_click_copies_the_reference(page, article):
    page.get_by_role("button", name="Kopiér henvisningen").click()
    until(page, "document.querySelector('main > [role=status]').textContent === 'Kopieret'")
    copied = clipboard(page)

    assert copied == page.inner_text(".share__reference")
    assert page.inner_text("h1") in copied and copied.endswith(f"/{article}")


def test_a_click_that_may_not_copy_says_nothing_untrue(browser, address, article):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nej'));")
    page.goto(f"{address}/{article}", wait_until="networkidle")
    page.get_by_role("button", name="Kopiér henvisningen").click()
    until(page, "document.querySelector('main > [role=status]').textContent !== ''")
    told = page.inner_text("main > [role=status]")
    shown = page.get_by_role("button", name="Kopiér henvisningen").count()
    context.close()

    assert told == "Browseren ville ikke kopiere. Markér teksten, og kopiér den selv."
    assert shown == 1


def test_bibtex_and_ris_are_fetched_under_the_post_s_name(page):
    for format in ("bib", "ris"):
        with page.expect_download() as fetched:
            page.locator(f".share a[href$='.{format}']").click()
        slug = urlsplit(page.url).path.strip("/").rpartition("/")[2]
        assert fetched.value.suggested_filename == f"{slug}.{format}"


def test_without_javascript_the_links_are_there_and_no_button(built, article):
    soup = BeautifulSoup((built / article / "index.html").read_text(encoding="utf-8"), "lxml")
    share = soup.select_one(".share")

    assert len(share.select("a[href]")) == 5
    assert not share.select("button")
    assert share.select_one(".share__reference").get_text()
