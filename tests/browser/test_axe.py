"""Guards access on every kind of page: axe finds nothing, in every scheme and size, and what it cannot tell is answered for here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK = """async tags => {
  // Forced colours are the reader's own, and a computed style still tells ours: there axe would judge the wrong pair.
  const isForced = matchMedia("(forced-colors: active)").matches;
  const rules = { "color-contrast": { enabled: !isForced } };
  const found = await axe.run(document, { runOnly: tags, rules, resultTypes: ["violations", "incomplete"], elementRef: true });
  const nodes = sort => found[sort].flatMap(rule => rule.nodes.map(node => ({ rule: rule.id, node })));
  const told = ({ rule, node }) => [rule, node.html.slice(0, 140), [...node.any, ...node.all, ...node.none].map(c => c.message).join("; ")];
  const isAnswered = ({ rule, node }) => window.answers.some(([known, message, selector]) =>
    rule === known && told({ rule, node })[2].includes(message) && node.element.closest(selector));
  return [...nodes("violations"), ...nodes("incomplete").filter(one => !isAnswered(one))].map(told);
}"""


@dataclass(frozen=True)
class Answer:
    """What axe cannot tell, where, and why it is right."""

    rule: str
    message: str
    selector: str
    reason: str


ANSWERS = (
    Answer("color-contrast", "partially obscured", ".table-scroll, .map", "a part of a wide table is scrolled out of sight; its colours are the page's own"),
    Answer("color-contrast", "too short to determine", ".map td, .number, .kicker__dot, .meta__dot", "one digit or a dot; its colours are tried in tests/theme/test_tokens.py"),
    Answer("color-contrast", "pseudo element", ".relay__leg", "the line of the stafet runs beside the words, not behind them"),
    Answer("color-contrast", "pseudo element", ".video", "the sign for playing lies on the picture, not behind the words"),
    Answer("color-contrast", "overlapped by another", "body:has(.drawer[open]) :is(.breadcrumbs, main)", "the open menu lies over it"),
)  # fmt: skip
MODES = {
    "light": ("light", "none", 1280, ""),
    "dark": ("dark", "none", 1280, ""),
    "forced colours": ("light", "active", 1280, ""),
    "enlarged": ("light", "none", 1280, "200%"),
    "phone": ("light", "none", 320, ""),
    "dark phone": ("dark", "none", 320, ""),
}
"""Scheme, forced colours, width in pixels, size of text."""


def faults_of(
    browser, axe: str, address: str, urls: Iterable[str], modes: Iterable[str] = tuple(MODES), opened: bool = False
) -> str:
    # Without reduced motion a colour on its way from one scheme to the other would be judged.
    page = browser.new_page(reduced_motion="reduce")
    found = []
    for url in urls:
        page.goto(f"{address}/{url}")
        page.evaluate(axe)
        page.evaluate("rows => { window.answers = rows; }", [[a.rule, a.message, a.selector] for a in ANSWERS])
        for mode in modes:
            scheme, forced, width, size = MODES[mode]
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            if opened:
                page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = d.checkVisibility(); })")
            found += [f"/{url} ({mode}) {': '.join(fault)}" for fault in page.evaluate(LOOK, TAGS)]
    page.close()
    return "\n".join(found)


def test_every_template_has_a_page_in_the_sample(own, odd, root):
    there = {path.name for path in (root / "theme/templates").glob("*.html")} - {"base.html", "list.html", "was.html"}
    shown = {site.templates[url] for site in (own, odd) for url in site.sample}

    assert there - shown == set()


def test_axe_finds_nothing_on_any_kind_of_page(browser, own, axe):
    assert faults_of(browser, axe, own.address, own.sample) == ""


def test_axe_finds_nothing_where_content_is_odd(browser, odd, axe):
    assert faults_of(browser, axe, odd.address, odd.sample, ["light", "enlarged", "phone"]) == ""


def test_axe_finds_nothing_in_an_open_menu_an_answered_search_and_open_reasons(browser, own, axe):
    post = own.one_of_each()["article.html"]

    assert faults_of(browser, axe, own.address, ["soeg/?q=borger", "soeg/?q=xqzwv", post], opened=True) == ""


@pytest.mark.parametrize("wrong", ["h1.textContent = ''", "h1.style.color = '#ccc'"])
def test_a_fault_is_seen(wrong, browser, own, axe):
    page = browser.new_page()
    page.goto(f"{own.address}/om/")
    page.evaluate(axe)
    page.evaluate(f"() => {{ window.answers = []; const h1 = document.querySelector('h1'); {wrong}; }}")
    faults = page.evaluate(LOOK, TAGS)
    page.close()

    assert {rule for rule, *_ in faults} <= {"empty-heading", "page-has-heading-one", "color-contrast"}
    assert faults
