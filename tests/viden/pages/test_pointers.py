"""Guards pointers gathered: none is lost, none is told twice, and each leads back to its own place."""

from dataclasses import replace

import pytest
from viden import pages
from viden.model import Pointer
from viden.pages.pointers import SIZES, TEXTS_LIMIT, TEXTS_MOST


@pytest.fixture
def pointed(build):
    """Make a post with `count` pointers."""

    def made(id, count=2, letters=10, **changes):
        rows = tuple(Pointer(n, f"Pointe {n} i {id}", "x" * letters, f"pointer-{n}") for n in range(1, count + 1))
        tagged = build.tagged(id, kind="pointer", **changes)
        return replace(tagged, body=replace(tagged.body, pointers=rows))

    return made


def views_of(library):
    return {v.url: v for v in pages.all_views(library, pages.frame(library.registers, "", ""))}


def test_a_series_gathers_the_pointers_of_its_parts_in_order(build, pointed):
    library = build.library(
        pointed("to", event="stafet-2", part=2), pointed("en", event="stafet-1", part=1), pointed("alene")
    )

    view = views_of(library)["stafetter/stafet/pointer/"]

    assert [(link.url, len(rows)) for link, rows in view.groups] == [("artikler/en/", 2), ("artikler/to/", 2)]
    assert (view.total, view.poster_url) == (4, "stafetter/stafet/plakat/")


def test_an_area_gathers_its_pointers_newest_first_over_pages_and_loses_none(build, pointed):
    posts = [pointed(f"p{n:02d}", 3, when=f"2026-10-{1 + n:02d} 08:00", areas=("skole", "+etik")) for n in range(25)]
    views = views_of(build.library(*posts))

    for root in ("arbejdsomraader/skole/", "kompetencer/etik/"):
        shown = [views[f"{root}pointer/"], views[f"{root}pointer/side/2/"]]
        told = [f"{link.url}{p.anchor}" for v in shown for link, rows in v.groups for p in rows]
        assert len(told) == len(set(told)) == 75
        assert told[0] == "artikler/p24/pointer-1"
        assert (views[root].all_pointers.number, views[root].all_pointers.url) == (75, f"{root}pointer/")


def test_an_area_without_pointers_has_no_page_of_them(build):
    views = views_of(build.library(build.tagged("a", areas=("skole",))))

    assert "arbejdsomraader/skole/pointer/" not in views
    assert views["arbejdsomraader/skole/"].all_pointers is None


def test_a_stafet_has_a_poster_and_each_meeting_with_pointers_its_own(build, pointed):
    library = build.library(pointed("en", event="stafet-1"), pointed("to", 3, event="stafet-2"))
    views = views_of(library)

    posters = {url: v for url, v in views.items() if v.template == "plakat.html"}

    assert {url: sum(len(rows) for _, rows in v.groups) for url, v in posters.items()} == {
        "stafetter/stafet/plakat/": 5,
        "stafetter/stafet/plakat/stafet-1/": 2,
        "stafetter/stafet/plakat/stafet-2/": 3,
    }
    assert posters["stafetter/stafet/plakat/stafet-2/"].source == "artikler/to/"
    assert [m.poster for m in views["serier/stafet/"].meetings] == [*list(posters)[1:], ""]


@pytest.mark.parametrize(
    ("count", "letters", "size", "has_texts"),
    [
        (1, 10, 1, True),
        (TEXTS_MOST, 10, 1, True),
        (TEXTS_MOST + 1, 10, 1, False),
        (2, TEXTS_LIMIT // 2, 1, False),
        (SIZES[0], 10, 1, False),
        (SIZES[0] + 1, 10, 2, False),
        (SIZES[1] + 1, 10, 3, False),
    ],
)
def test_a_poster_chooses_its_type_by_how_much_it_holds(build, pointed, count, letters, size, has_texts):
    view = views_of(build.library(pointed("en", count, letters, event="stafet-1")))["stafetter/stafet/plakat/"]

    assert (view.size, view.has_texts) == (size, has_texts)


def test_machines_read_the_pointers_of_a_page_as_a_list_of_their_places(build, pointed):
    library = build.library(pointed("en", event="stafet-1", areas=("skole",)))
    frame = pages.frame(library.registers, "", "https://viden.example")
    wanted = [f"https://viden.example/artikler/en/#pointer-{n}" for n in (1, 2)]

    for url in ("stafetter/stafet/pointer/", "arbejdsomraader/skole/pointer/"):
        things = frame.structured(views_of(library)[url])["@graph"]
        rows = next(t for t in things if t["@type"] == "ItemList")["itemListElement"]
        assert [row["url"] for row in rows] == wanted
