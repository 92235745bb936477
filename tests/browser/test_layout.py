"""Guards that nothing on any page runs sideways, is cut or lies over other words: small, enlarged, spaced, and with odd content."""

from __future__ import annotations

import pytest

SPACING = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [style];
}"""
"""The distances of WCAG 1.4.12, as a reader's own style sheet sets them."""
MODES = {
    "phone": (320, "", False),
    "phone, spaced": (320, "", True),
    "enlarged": (1280, "200%", False),
    "spaced": (1280, "", True),
}
"""Width in pixels, size of text, and whether the reader has spaced it."""
ALIKE = ("artikler/del-", "emner/emneord-nummer-")
"""Pages of the odd site that differ from each other by a number alone."""


def set_mode(page, mode: str) -> None:
    width, size, is_spaced = MODES[mode]
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    page.evaluate(SPACING if is_spaced else "document.adoptedStyleSheets = []")


def faults_of(browser, site, addresses, layout_faults, modes=MODES):
    page = browser.new_page(reduced_motion="reduce")
    found = []
    for url in addresses:
        page.goto(f"{site.address}/{url}")
        for mode in modes:
            set_mode(page, mode)
            found += [f"/{url} ({mode}) {fault}" for fault in layout_faults(page)]
    page.close()
    return "\n".join(found)


def test_every_odd_page_lies_well_in_every_mode(browser, odd, layout_faults):
    pages = [*(url for url in odd.templates if not url.startswith(ALIKE)), "soeg/?q=serie", "soeg/?q=findesikke"]

    assert faults_of(browser, odd, dict.fromkeys([*odd.sample, *pages]), layout_faults) == ""


def test_every_kind_of_page_of_our_own_lies_well_in_every_mode(browser, own, layout_faults):
    assert faults_of(browser, own, [*own.sample, "soeg/?q=borger"], layout_faults) == ""


def test_no_post_of_our_own_scrolls_sideways_on_a_small_phone(browser, own, layout_faults):
    posts = [url for url, template in own.templates.items() if template == "article.html"]

    assert faults_of(browser, own, posts, layout_faults, ["phone"]) == ""


def test_the_odd_site_has_a_page_of_every_template(odd, root):
    there = {path.name for path in (root / "theme/templates").glob("*.html")} - {"base.html", "list.html", "was.html"}

    assert there - {odd.templates[url] for url in odd.sample} == set()


BROKEN = {
    "sideways": "main.append(Object.assign(document.createElement('p'), {textContent: 'x'})); main.lastChild.style.width = '900px';",
    "outside": "const p = main.querySelector('h1'); p.style.position = 'relative'; p.style.left = '-60px';",
    "cut": "const p = main.querySelector('h1'); p.style.height = '10px'; p.style.overflow = 'hidden';",
    "over each other": "const p = main.querySelector('h1'); p.style.position = 'relative'; p.style.top = '2.5em';",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_page_that_lies_badly_is_seen(kind, browser, own, layout_faults):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{own.address}/om/")
    page.evaluate(f"() => {{ const main = document.querySelector('main'); {BROKEN[kind]} }}")
    faults = layout_faults(page)
    page.close()

    assert [f for f in faults if f.startswith(kind)]


def test_a_picture_in_the_text_is_never_drawn_larger_than_it_is(browser, odd):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{odd.address}/artikler/billeder/")
    drawn = page.evaluate(
        "[...document.querySelectorAll('.prose img')].map(i => [i.getBoundingClientRect().width, +i.getAttribute('width')])"
    )
    page.close()

    assert len(drawn) == 2
    assert [pair for pair in drawn if pair[0] > pair[1]] == []


@pytest.mark.parametrize(
    ("url", "first", "second"),
    [
        ("artikler/fjendtlig/", "#kommentar-3 .comment__name", "#kommentar-3 time"),
        ("personer/", ".letters a[href$='/x4e127039/']", "li:has(a[href$='/x4e127039/']) .number"),
    ],
)
def test_a_name_from_right_to_left_does_not_turn_what_stands_after_it(url, first, second, browser, odd):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{odd.address}/{url}")
    name, after = (
        page.evaluate(
            """selector => {
              const range = document.createRange();
              range.selectNodeContents([...document.querySelector(selector).childNodes].at(-1));
              const box = range.getBoundingClientRect();
              return [box.left, box.right];
            }""",
            selector,
        )
        for selector in (first, second)
    )
    page.close()

    assert name[1] <= after[0] + 1
