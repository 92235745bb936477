"""Guards which card a page shows where its link is shared: its own down to two folders, else the one above it."""

from __future__ import annotations

import pytest
from viden import pages
from viden.pages.cards import POSTERS, with_cards
from viden.pages.views import ListView


def view(url: str, **changes) -> ListView:
    return ListView(template="list.html", url=url, title=f"Om {url}", heading=f"Om {url}", description="", **changes)


@pytest.mark.parametrize(
    ("url", "card"),
    [
        ("", "deling.png"),
        ("kalender/", "kalender/deling.png"),
        ("kompetencer/etik/", "kompetencer/etik/deling.png"),
        ("kompetencer/etik/side/2/", "kompetencer/etik/deling.png"),
        ("kompetencer/etik/pointer/", "kompetencer/etik/deling.png"),
        ("kompetencer/ukendt/pointer/", "kompetencer/deling.png"),
        ("stafetter/stafet/pointer/", "stafetter/stafet/pointer/deling.png"),
        ("emner/digital-post/", "emner/deling.png"),
        ("arkiv/2026/03/", "arkiv/deling.png"),
    ],
)
def test_a_page_shows_the_card_of_the_nearest_list(url, card):
    urls = ("", "kalender/", "kompetencer/", "kompetencer/etik/", "emner/", "arkiv/", "arkiv/2026/", url)
    views = with_cards(view(u) for u in dict.fromkeys(urls))

    assert next(v.card for v in views if v.url == url) == card
    assert card in {drawn.path for drawn in pages.list_cards(views)}


def test_what_no_search_engine_may_know_has_no_card():
    views = with_cards([view("404.html", is_indexed=False), view("was/")])

    assert [v.card for v in views] == ["", ""]
    assert list(pages.list_cards(views)) == []


def test_a_card_is_drawn_once_with_the_heading_of_the_first_page():
    views = with_cards([view("blogs/x/", kind_label="blog"), view("blogs/x/side/2/", kind_label="blog")])

    assert list(pages.list_cards(views)) == [pages.Card("blogs/x/deling.png", "Om blogs/x/", "blog", "Blog")]


def test_the_posters_are_those_of_the_kinds(build):
    from viden.images.cards import POSTERS as DRAWN

    assert set(POSTERS.values()) <= set(DRAWN)


def test_a_post_s_card_has_its_title_and_kind(build):
    shown = build.shown(build.tagged("a", kind="debate"))

    assert pages.post_card(shown) == pages.Card("artikler/a/deling.png", "Om a", "debate", "Debat")
