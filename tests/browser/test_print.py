"""Guards the paper: no menus or buttons, addresses written out, pointers whole, and sender, date, credit and address kept."""

from __future__ import annotations

import pytest

POINTERS = "artikler/pointer-fra-stafet-2/"
WANTS_A_CLICK = (
    ".menu, .drawer, .search-form, .breadcrumbs, .contents, .call, .share, .related, .footer, .skip-link, .paging, button, "
    ".button, .pointer__link"
)
VISIBLE = "select => [...document.querySelectorAll(select)].filter(e => e.checkVisibility()).map(e => e.className || e.localName)"
STYLES = """([select, part, name]) => [...document.querySelectorAll(select)]
    .map(e => getComputedStyle(e, part || null).getPropertyValue(name))"""


@pytest.fixture
def paper(browser, address):
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")

    def show(path: str):
        page.goto(f"{address}/{path}")
        return page

    yield show
    page.close()


@pytest.mark.parametrize(
    "path",
    [
        POINTERS,
        "",
        "kalender/",
        "arbejdsomraader/ledelse/",
        "serier/digital-hverdag/",
        "stafetter/digital-hverdag/pointer/",
    ],
)
def test_nothing_that_wants_a_click_is_printed(paper, path):
    assert paper(path).evaluate(VISIBLE, WANTS_A_CLICK) == []


def test_a_post_keeps_title_sender_date_credit_and_address(paper):
    page = paper(POINTERS)
    kept = page.evaluate(VISIBLE, "h1, .byline, .byline time, .post__image figcaption, .print-address")

    assert sorted(kept) == ["byline", "figcaption", "h1", "print-address", "time"]
    assert page.inner_text(".print-address").endswith(f"/{POINTERS}")


def test_a_pointer_is_not_split_and_its_marks_are_printed(paper):
    page = paper(POINTERS)

    assert set(page.evaluate(STYLES, [".pointers > li", "", "break-inside"])) == {"avoid"}
    assert set(page.evaluate(STYLES, [".prose ul > li", "::before", "print-color-adjust"])) == {"exact"}


def test_the_address_of_a_link_out_of_the_house_is_written_beside_it(paper):
    page = paper(POINTERS)
    page.evaluate("""document.querySelector('.prose p').append(
        Object.assign(document.createElement('a'), {href: 'https://example.dk/regler', textContent: 'reglerne'}))""")
    written = page.evaluate(STYLES, ['.prose a[href^="https://example.dk/"]', "::after", "content"])

    assert len(written) == 1 and "https://example.dk/regler" in written[0]


def test_paper_is_white_also_for_readers_in_the_dark(browser, address):
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{address}/{POINTERS}")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()

    assert ground == "rgb(255, 255, 255)"
