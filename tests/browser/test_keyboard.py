"""Guards that a reader with a keyboard alone gets everywhere: each control in reading order, seen, without a trap."""

from __future__ import annotations

from pathlib import Path

import pytest

WALK = Path(__file__).with_name("keyboard.js").read_text(encoding="utf-8")
FOCUSED = (
    "document.activeElement === document.body ? '' : document.activeElement.className || document.activeElement.id"
)


def walked(browser, site, urls, width: int) -> str:
    """Return what was wrong on a walk with Tab through the pages, a line for each fault."""
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    found = []
    for url in urls:
        page.goto(f"{site.address}/{url}")
        page.evaluate(WALK)
        for _ in range(page.evaluate("walk.count()")):
            page.keyboard.press("Tab")
        found += [f"/{url} {fault}" for fault in page.evaluate("walk.faults()")]
    page.close()
    return "\n".join(found)


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_reaches_all_there_is_on_every_kind_of_page_in_order_and_in_sight(width, browser, own):
    assert walked(browser, own, own.one_of_each().values(), width) == ""


def test_the_last_step_of_every_kind_of_page_leaves_it(browser, own):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    kept = []
    for url in own.one_of_each().values():
        page.goto(f"{own.address}/{url}")
        page.evaluate("[...document.querySelectorAll('footer a')].at(-1).focus()")
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) not in ("", "skip-link"):
            kept.append(url)
    page.close()

    assert kept == []


def test_the_skip_link_leads_past_the_menu_on_every_kind_of_page(browser, own):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    astray = []
    for url in own.one_of_each().values():
        page.goto(f"{own.address}/{url}")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        where = page.evaluate(
            "[location.hash, document.activeElement.closest('main, footer')?.localName, "
            "document.querySelector('main').querySelector('a[href], button:not([hidden]), input, summary, [tabindex=\"0\"]') === null]"
        )
        if where[0] != "#indhold" or where[1] != ("footer" if where[2] else "main"):
            astray.append((url, where))
    page.close()

    assert astray == []


@pytest.mark.parametrize("template", ["index.html", "article.html", "soeg.html", "404.html"])
def test_the_menu_opens_by_keyboard_and_escape_closes_it_and_gives_the_focus_back(template, browser, own):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{own.address}/{own.one_of_each()[template]}")
    page.focus(".drawer summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('.drawer__panel') !== null")
    is_bare = page.evaluate(
        "(() => { const b = document.activeElement.getBoundingClientRect();"
        " return document.activeElement.contains(document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2)); })()"
    )
    page.keyboard.press("Escape")
    is_open = page.evaluate("document.querySelector('.drawer').open")
    focused = page.evaluate(FOCUSED)
    page.close()

    assert inside and is_bare
    assert not is_open
    assert focused == "drawer__button"


def test_a_menu_that_is_left_does_not_lie_over_what_comes_next(browser, own):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{own.address}/")
    page.click(".drawer summary")
    page.evaluate("[...document.querySelectorAll('.drawer__panel a, .drawer__panel button')].at(-1).focus()")
    page.keyboard.press("Tab")
    is_open = page.evaluate("document.querySelector('.drawer').open")
    page.close()

    assert not is_open


BROKEN = {
    "order": "document.querySelector('main a').tabIndex = 3",
    "no ring": "document.querySelectorAll('main a').forEach(a => { a.style.outline = 'none'; })",
    "covered": "const bar = document.body.appendChild(document.createElement('div'));"
    " bar.style.cssText = 'position: fixed; inset: 0; background: white'",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_bad_way_is_seen(kind, browser, own):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{own.address}/kalender/")
    page.evaluate(f"() => {{ {BROKEN[kind]} }}")
    page.evaluate(WALK)
    for _ in range(page.evaluate("walk.count()")):
        page.keyboard.press("Tab")
    faults = page.evaluate("walk.faults()")
    page.close()

    assert [fault for fault in faults if fault.startswith(kind)]
