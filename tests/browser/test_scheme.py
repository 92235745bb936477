"""Guards the reader's own colours: chosen by hand, kept in one key, gone again, without a flash, and as /privatliv/ tells."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup

from tests.browser.waiting import until

LIGHT, DARK, WHITE = "rgb(246, 247, 243)", "rgb(16, 25, 24)", "rgb(255, 255, 255)"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
STORED = "Object.fromEntries(Object.entries(localStorage))"
KEY = "videnstafet-udseende"
FRAMES = f"""
window.frames_seen = [];
(function look() {{
  if (document.body) frames_seen.push({GROUND});
  requestAnimationFrame(look);
}})();
"""
"""Notes the ground of every frame that the browser is about to paint."""


@pytest.fixture(params=["light", "dark"])
def reader(request, browser) -> Iterator[tuple[object, str]]:
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page(), request.param
    context.close()


def choose(page, name: str) -> None:
    page.get_by_role("radio", name=name, exact=True).check()


def test_a_visit_stores_nothing_a_choice_one_key_and_system_takes_it_away(reader, address):
    page, system = reader
    page.goto(f"{address}/", wait_until="networkidle")
    before = (page.evaluate(STORED), page.evaluate("sessionStorage.length"), page.context.cookies())
    choose(page, "Mørkt")
    dark = (page.evaluate(STORED), page.evaluate(GROUND))
    choose(page, "Lyst")
    light = (page.evaluate(STORED), page.evaluate(GROUND))
    choose(page, "System")
    after = (page.evaluate(STORED), page.evaluate(GROUND), page.evaluate("sessionStorage.length"))

    assert before == ({}, 0, [])
    assert dark == ({KEY: "dark"}, DARK)
    assert light == ({KEY: "light"}, LIGHT)
    assert after == ({}, DARK if system == "dark" else LIGHT, 0)
    assert page.context.cookies() == []


def test_the_privacy_page_names_what_is_kept(built):
    soup = BeautifulSoup((built / "privatliv/index.html").read_text(encoding="utf-8"), "lxml")
    told = " ".join(soup.select_one("#udseende").find_next("p").get_text().split())

    assert soup.select_one("#udseende").find_next("code").get_text() == KEY
    assert "(light eller dark)" in told
    assert "Vælger du »System«, er det væk igen." in told


def test_the_choice_goes_along_to_the_next_page_and_is_shown_there(reader, address):
    page, _ = reader
    page.goto(f"{address}/")
    choose(page, "Mørkt")
    page.goto(f"{address}/privatliv/")

    assert page.evaluate(GROUND) == DARK
    assert page.get_by_role("radio", name="Mørkt").is_checked()


@pytest.mark.parametrize(("with_scheme", "grounds"), [(True, {DARK}), (False, {LIGHT})])
def test_no_frame_is_painted_in_the_other_colours(browser, address, with_scheme, grounds):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}/")
    choose(page, "Mørkt")
    page.route("**/comfort.js*", lambda route: (time.sleep(0.3), route.abort()))
    if not with_scheme:
        page.route("**/scheme.js*", lambda route: route.abort())
    page.add_init_script(FRAMES)
    page.goto(f"{address}/kalender/", wait_until="load")
    until(page, "frames_seen.length > 3")
    seen = set(page.evaluate("frames_seen"))
    context.close()

    assert seen == grounds, "without the file in the head the page is light, so that this test can fail"


def test_a_change_in_one_tab_shows_in_the_other(browser, address):
    context = browser.new_context(color_scheme="light")
    first, second = context.new_page(), context.new_page()
    first.goto(f"{address}/")
    second.goto(f"{address}/kalender/")
    choose(first, "Mørkt")
    until(second, f"{GROUND} === '{DARK}'")
    is_checked = second.get_by_role("radio", name="Mørkt").is_checked()
    context.close()

    assert is_checked


def test_the_control_is_large_named_and_led_by_the_keyboard(reader, address):
    page, _ = reader
    page.goto(f"{address}/")
    group = page.get_by_role("group", name="Udseende")
    sizes = [c.bounding_box() for c in group.locator("label").all()]
    page.get_by_role("radio", name="System").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate("document.activeElement.value")

    assert [label.strip() for label in group.locator("label").all_inner_texts()] == ["System", "Lyst", "Mørkt"]
    assert all(box["width"] >= 44 and box["height"] >= 44 for box in sizes)
    assert chosen == "dark" and page.evaluate(GROUND) == DARK


def test_without_javascript_there_is_no_control(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    count = page.get_by_text("Udseende").count() + page.locator("input[type=radio]").count()
    context.close()

    assert count == 0


@pytest.mark.parametrize("broken", ["get", "set"])
def test_a_browser_that_keeps_nothing_still_shows_the_choice(browser, address, broken):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        f"Storage.prototype.{broken}Item = () => {{ throw new DOMException('nej', 'SecurityError'); }};"
    )
    page.goto(f"{address}/")
    choose(page, "Mørkt")
    shown = page.evaluate(GROUND)
    context.close()

    assert shown == DARK
    assert errors == []


def test_a_foreign_word_in_the_key_counts_as_none(browser, address):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}/")
    page.evaluate(f"localStorage.setItem('{KEY}', '\"><b>x')")
    page.goto(f"{address}/kalender/", wait_until="networkidle")
    shown = (page.evaluate(GROUND), page.get_by_role("radio", name="System").is_checked())
    context.close()

    assert shown == (LIGHT, True)


def test_paper_is_white_whatever_was_chosen(browser, address):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/")
    choose(page, "Mørkt")
    page.emulate_media(media="print")
    colours = page.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
    control = page.get_by_role("group", name="Udseende").is_visible()
    context.close()

    assert colours == [WHITE, "rgb(0, 0, 0)"]
    assert not control


def test_the_file_in_the_head_is_tiny_and_an_article_asks_for_at_most_four_files(browser, address, built):
    article = sorted(built.glob("artikler/*/index.html"))[0].parent.relative_to(built).as_posix()
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda r: asked.append((r.resource_type, r.url)))
    page.goto(f"{address}/{article}/", wait_until="networkidle")
    context.close()
    (scheme,) = (built / "theme/js").glob("scheme*.js")

    assert scheme.stat().st_size <= 600
    assert len([url for kind, url in asked if kind != "image" and not re.search(r"favicon", url)]) <= 4
