"""Guards the posters: each is one sheet of A4 on paper, also when it holds as much as its type is chosen for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from viden.pages.pointers import SIZES, TEXTS_LIMIT, TEXTS_MOST

HEADING = "Lad dem, der sparer tiden, bestemme over en del af den"
FILL = """([size, count, heading, text]) => {
    const poster = document.querySelector('.poster');
    poster.className = `poster poster--${size}${text ? ' poster--texts' : ''}`;
    const first = poster.querySelector('.poster__pointers');
    const groups = Math.ceil(count / 6);
    poster.querySelectorAll('.poster__pointers, .poster__source').forEach((e) => { if (e !== first) e.remove(); });
    const item = first.querySelector('li');
    item.querySelector('.poster__text')?.remove();
    item.querySelector('.poster__words').textContent = heading;
    if (text) {
        const told = document.createElement('p');
        told.className = 'poster__text';
        told.textContent = text;
        item.querySelector('div').append(told);
    }
    first.replaceChildren();
    for (let g = 0; g < groups; g += 1) {
        const list = first.cloneNode();
        for (let n = g * 6; n < Math.min(count, g * 6 + 6); n += 1) list.append(item.cloneNode(true));
        if (groups > 1) {
            const source = document.createElement('h2');
            source.className = 'poster__source';
            source.textContent = 'Pointer fra stafet: ' + heading;
            first.before(source);
        }
        first.before(list);
    }
    first.remove();
}"""


def sheets(page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def posters(built: Path) -> list[str]:
    found = built.glob("stafetter/*/plakat/**/index.html")
    return sorted(p.parent.relative_to(built).as_posix() + "/" for p in found)


def test_every_poster_of_the_site_is_one_sheet(browser, address, built):
    page = browser.new_page()
    counted = {}
    for path in posters(built):
        page.goto(f"{address}/{path}")
        counted[path] = sheets(page)
    page.close()

    assert len(counted) > 5, "posters of whole stafets and of single meetings"
    assert {path: n for path, n in counted.items() if n != 1} == {}


@pytest.mark.parametrize(
    ("size", "count", "letters"),
    [(1, SIZES[0], 0), (2, SIZES[1], 0), (3, 36, 0), (1, 3, TEXTS_LIMIT), (1, TEXTS_MOST, TEXTS_LIMIT)],
)
def test_a_poster_that_holds_the_most_of_its_size_is_one_sheet(browser, address, built, size, count, letters):
    page = browser.new_page()
    page.goto(f"{address}/{posters(built)[0]}")
    text = ("ord " * letters)[: letters // count - len(HEADING)] if letters else ""
    page.evaluate(FILL, [size, count, HEADING, text])
    made = sheets(page)
    page.close()

    assert made == 1


def test_nothing_but_the_poster_is_left_on_paper(browser, address, built):
    page = browser.new_page()
    page.goto(f"{address}/{posters(built)[0]}")
    page.emulate_media(media="print")
    left = page.evaluate(
        "[...document.body.querySelectorAll('header, nav, footer, form, .skip-link, .poster-page__how')]"
        ".filter((e) => !e.closest('.poster') && e.checkVisibility()).map((e) => e.className)"
    )
    page.close()

    assert left == []
