"""Guards the pages of the whole site: one address, title and description each, and lists that agree."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from viden import addresses, pages
from viden.model import Blog, Person, Pointer, Role, Series, SiteInfo
from viden.pages.calendars import calendars
from viden.pages.knowledge import shade
from viden.pages.lists import by_title
from viden.pages.parts import paged

TITLES = ("Åen", "Ærter", "Øl", "Aabenraa", "Zoo", "Bad")


@pytest.fixture
def library(build):
    """A library of 45 posts that fills every kind of page, some of them over several pages."""
    kinds = ("article", "blog", "pointer", "case")
    posts = [
        build.tagged(
            f"post-{n:02d}",
            f"2026-{1 + n % 10:02d}-{1 + n % 28:02d} 08:00",
            areas=("ledelse", "+etik") if n % 2 else ("ledelse", "skole", "+innovation"),
            kind=kinds[n % 4],
            title=f"Titel {n}",
            blog="gangen" if n % 4 == 1 else "",
            series="stafet" if n % 15 == 0 else "",
            event="stafet-2" if n == 30 else "",
            authors=(build.ida,) if n % 3 else (build.bo,),
            tags=("Digital post", "270519") if n % 5 else ("digital post", "nærvær"),
            body=replace(
                build.tagged("x").body,
                pointers=(Pointer(1, "Gå forrest", "Tekst.", "pointer-1"),) if n % 4 == 2 else (),
            ),
        )
        for n in range(45)
    ]
    return build.library(*posts)


@pytest.fixture
def views(library):
    frame = pages.frame(library.registers, "", "https://viden.example")
    return (pages.front_view(library, frame), *pages.all_views(library, frame))


def everything(library, views):
    return (*views, *pages.shown_posts(library).values())


def test_every_page_has_an_address_and_a_title_of_its_own(library, views):
    for of in (lambda v: v.url, lambda v: v.title):
        doubled = [key for key, n in Counter(map(of, everything(library, views))).items() if n > 1]
        assert doubled == []


def test_every_description_has_50_to_160_characters_and_its_own_words(library, views):
    wrong = [(v.url, v.description) for v in views if not 50 <= len(v.description) <= 160]
    doubled = [d for d, n in Counter(v.description for v in views).items() if n > 1]

    assert (wrong, doubled) == ([], [])


def test_every_address_can_be_a_file(library, views):
    for view in everything(library, views):
        assert addresses.save_as(view.url)


def test_every_template_is_declared(library, views):
    assert {v.template for v in everything(library, views)} <= set(pages.TEMPLATE_NAMES)


def test_breadcrumbs_lead_from_the_front_page_to_the_page_itself(library, views):
    known = {v.url for v in everything(library, views)}
    for view in everything(library, views):
        if view.url and view.is_indexed:
            assert view.breadcrumbs[0].url == ""
            assert view.breadcrumbs[-1].url == view.url
            assert {link.url for link in view.breadcrumbs} <= known


def test_the_own_feed_comes_first_and_the_sites_last(views):
    area = next(v for v in views if v.url == "arbejdsomraader/ledelse/")

    assert [f.rss for f in area.feeds] == ["feeds/arbejdsomraade/ledelse.rss.xml", "feeds/alle.rss.xml"]
    assert all(v.feeds[-1].rss == "feeds/alle.rss.xml" for v in views)


def test_a_list_of_posts_runs_over_pages_of_twenty_and_loses_none(library, views):
    shown = [v for v in views if v.template == "omraade.html" and v.url.startswith("arbejdsomraader/ledelse/")]

    assert sorted(v.url for v in shown) == [f"arbejdsomraader/ledelse/{p}" for p in ("", "side/2/", "side/3/")]
    assert [v.pages.total for v in shown] == [45, 45, 45]
    listed = [f.id for v in sorted(shown, key=lambda v: v.pages.number) for g in v.groups for f in g.facts]
    assert sorted(listed) == sorted(f.id for f in library.facts)


def test_an_area_counts_its_kinds_and_links_to_where_each_begins(library, views):
    shown = {v.url: v for v in views}
    area = shown["arbejdsomraader/ledelse/"]

    assert [k.text for k in area.kinds] == ["Blogindlæg", "Pointer", "Artikler", "Cases"]
    for kind in area.kinds:
        page, _, fragment = kind.url.partition("#")
        assert fragment in {g.id for g in shown[page].groups}


def test_an_area_leads_to_the_posts_it_shares_with_areas_of_the_other_facet(library, views):
    shown = {v.url: v for v in views}
    for url in ("arbejdsomraader/ledelse/", "kompetencer/etik/"):
        for other in shown[url].others:
            assert shown[other.url].pages.total == other.number > 0


def test_an_area_counts_the_posts_that_it_shares_with_its_neighbours(build, views):
    shown = {v.url: v for v in views}

    assert [(c.text, c.number) for c in shown["arbejdsomraader/ledelse/"].near] == [("Børn, unge og skole", 23)]
    assert shown["kompetencer/etik/"].near == ()


def test_an_area_shows_its_coming_events_and_has_a_calendar_where_it_has_events_at_all(build):
    posts = [
        build.tagged("kommer", areas=("ledelse",), event="stafet-3"),
        build.tagged("var", areas=("ledelse", "skole"), event="stafet-1"),
        build.tagged("andet", areas=("+etik",)),
    ]
    library = build.library(*posts)
    frame = pages.frame(library.registers, "", "")
    shown = {v.url: v for v in pages.all_views(library, frame)}
    files = {a.path: a.body.decode() for a in calendars(library, frame)}

    told = {
        url: ([e.id for e in shown[url].events], shown[url].calendar)
        for url in ("arbejdsomraader/ledelse/", "arbejdsomraader/skole/", "kompetencer/etik/")
    }

    assert told == {
        "arbejdsomraader/ledelse/": (["stafet-3"], "kalender/arbejdsomraader/ledelse.ics"),
        "arbejdsomraader/skole/": ([], "kalender/arbejdsomraader/skole.ics"),
        "kompetencer/etik/": ([], ""),
    }
    assert files["kalender/arbejdsomraader/ledelse.ics"].count("BEGIN:VEVENT") == 2
    assert "kalender/kompetencer/etik.ics" not in files


def test_an_area_tile_shows_the_newest_post_and_nothing_where_there_is_none(build):
    posts = [
        build.tagged("ny", "2026-11-02", areas=("ledelse",)),
        build.tagged("gammel", "2026-11-01", areas=("ledelse",)),
    ]
    library = build.library(*posts)
    frame = pages.frame(library.registers, "", "")

    front = pages.front_view(library, frame)
    listed = {v.url: v for v in pages.all_views(library, frame)}["arbejdsomraader/"]

    assert front.work_areas == listed.areas
    assert [(t.text, t.number, t.latest and t.latest.url) for t in listed.areas] == [
        ("Ledelse", 2, "artikler/ny/"),
        ("Børn, unge og skole", 0, None),
    ]


def test_a_blog_is_listed_with_its_owner_and_its_feed_once_it_has_posts(build):
    blogs = (Blog("gangen", "Ude på gangen", "ida-skov"), Blog("tom", "Tom endnu", "findes-ikke"))
    library = build.library(build.tagged("a", blog="gangen"), registers=build.registers(blogs=blogs))
    shown = {v.url: v for v in pages.all_views(library, pages.frame(library.registers, "", ""))}

    cards = shown["blogs/"].blogs

    assert [(c.text, c.number, c.owner and c.owner.url, c.feed and c.feed.rss) for c in cards] == [
        ("Ude på gangen", 1, "personer/ida-skov/", "feeds/blog/gangen.rss.xml"),
    ]
    assert shown["blogs/tom/"].facts == ()
    assert (shown["blogs/tom/"].is_indexed, shown["blogs/gangen/"].is_indexed) == (False, True)


def test_a_person_has_titles_over_time_talks_and_the_pointers_from_both(build):
    roles = (
        Role("rektor", "for", ("Skolen",), date(2024, 1, 1)),
        Role("lærer", "på", ("Skolen",), date(2010, 8, 1), date(2023, 12, 31)),
    )
    eva = Person("eva", "Eva Ås", roles)
    held = build.event(
        "stafet-1", "Temadag 1", build.at("2026-10-06 09:00"), speakers=(build.speaker("Eva Ås", person="eva"),)
    )
    known = build.registers(people=(eva,), series=(Series("stafet", "Stafet", events=(held,)),))
    told = [Pointer(1, "Gå forrest", "Tekst.", "pointer-1")]
    posts = [
        build.tagged("egen", "2026-11-02", authors=(eva,), body=replace(build.tagged("x").body, pointers=tuple(told))),
        build.tagged(
            "moede", "2026-11-03", event="stafet-1", body=replace(build.tagged("x").body, pointers=tuple(told))
        ),
        build.tagged("fremmed", "2026-11-04", body=replace(build.tagged("x").body, pointers=tuple(told))),
    ]
    library = build.library(*posts, registers=known)

    view = {v.url: v for v in pages.all_views(library, pages.frame(known, "", ""))}["personer/eva/"]

    assert [(r.text, r.period) for r in view.roles] == [
        ("Rektor for Skolen", "fra 2024"),
        ("Tidl. lærer på Skolen", "2010–2023"),
    ]
    assert ([f.id for f in view.facts], [t.id for t in view.talks]) == (["egen"], ["stafet-1"])
    assert [p.url for p in view.pointers] == ["artikler/moede/#pointer-1", "artikler/egen/#pointer-1"]
    assert view.pointers_from == "Fra egne indlæg og fra møder, hvor Eva Ås holdt oplæg."


def test_a_guest_with_the_name_of_one_in_the_register_shares_no_page_with_another(build):
    guest = Person("bo-holm-gaest", "Bo Hølm", in_register=False)
    library = build.library(build.tagged("a", authors=(build.bo,)), build.tagged("b", authors=(guest,)))
    shown = {v.url: v for v in pages.all_views(library, pages.frame(library.registers, "", ""))}

    assert [f.id for f in shown["personer/bo-holm/"].facts] == ["a"]
    assert [f.id for f in shown["personer/bo-holm-gaest/"].facts] == ["b"]


def test_two_people_with_one_name_are_told_apart_wherever_only_the_name_stands(build):
    homes = [Role("lærer", "på", ("Nordvangskolen",))], [Role("jurist", "i", ("Ravnsø Kommune",))], []
    ids = ("ida", "ida-2", "ida-3")
    idas = tuple(Person(id, "Ida Skov", tuple(roles)) for id, roles in zip(ids, homes, strict=True))
    known = build.registers(people=idas, blogs=())
    library = build.library(*(build.tagged(p.id, authors=(p,)) for p in idas), registers=known)

    shown = {v.url: v for v in pages.all_views(library, pages.frame(known, "", ""))}

    pages_of = [shown[f"personer/{id}/"] for id in ids]
    assert [v.heading for v in pages_of] == ["Ida Skov"] * 3
    assert [[f.id for f in v.facts] for v in pages_of] == [["ida"], ["ida-2"], ["ida-3"]]
    names = ["Ida Skov (Nordvangskolen)", "Ida Skov (Ravnsø Kommune)", "Ida Skov (ida-3)"]
    assert [v.title for v in pages_of] == names
    assert [entry.text for letter in shown["personer/"].letters for entry in letter.entries] == names


def test_a_publisher_without_posts_has_a_page_and_counts_nothing(build):
    library = build.library(registers=build.registers(series=()))
    shown = {v.url: v for v in pages.all_views(library, pages.frame(library.registers, "", ""))}

    assert (shown["udgivere/os3/"].counts, shown["udgivere/os3/"].facts) == ((), ())
    assert [p.counts for p in shown["udgivere/"].publishers] == [(), ()]


def test_a_publishers_counts_are_the_lengths_of_its_lists(library, views):
    for id in ("fjordnet", "os3"):
        view = next(v for v in views if v.url == f"udgivere/{id}/")
        lengths = {
            "Artikler": view.pages.total,
            "Arrangementer": len(view.events),
            "Kompetenceområder": len(view.competence_areas),
        }
        assert {c.text: c.number for c in view.counts} == {k: n for k, n in lengths.items() if n}


def test_all_lists_hold_the_same_posts(library, views):
    everyone = {f.id for f in library.facts}
    lists = {
        "archive": [f.id for v in views if v.url.startswith("arkiv/") and v.heading == "Arkiv" for f in v.facts],
        "years": [f.id for v in views if v.url.startswith("arkiv/2026/") and v.heading == "2026" for f in v.facts],
        "search": [f.id for v in views if v.url == "soeg/" for g in v.groups for f in g.facts],
        "people": [f.id for v in views if v.template == "person.html" for f in v.facts],
        "publishers": [f.id for v in views if v.template == "udgiver.html" for f in v.facts],
    }

    assert {name: set(ids) for name, ids in lists.items()} == dict.fromkeys(lists, everyone)


def test_topics_are_the_keywords_that_are_no_codes_under_their_commonest_spelling(views):
    topics = next(v for v in views if v.url == "emner/")

    assert [(e.text, e.number) for group in topics.letters for e in group.entries] == [
        ("Digital post", 45),
        ("nærvær", 9),
    ]
    assert "emner/270519/" not in {v.url for v in views}


def test_titles_are_sorted_as_in_danish(build):
    posts = tuple(build.tagged(f"p{n}", title=title) for n, title in enumerate(TITLES))

    assert [f.title for f in by_title(build.library(*posts).facts)] == ["Bad", "Zoo", "Ærter", "Øl", "Aabenraa", "Åen"]


def test_the_front_page_shows_the_editors_choice_first_and_nothing_twice(build, library):
    site = SiteInfo("Videnprøven", featured=("post-03", "findes-ikke", "post-02"))
    chosen = replace(library, registers=replace(library.registers, site=site))

    front = pages.front_view(chosen, pages.frame(chosen.registers, "", ""))

    assert [f.id for f in front.featured] == ["post-03", "post-02"]
    assert not {"post-03", "post-02"} & {f.id for f in front.newest}
    assert front.next_event.name == "Temadag 3"


def test_an_empty_site_has_all_its_pages(build):
    empty = build.library()
    frame = pages.frame(empty.registers, "", "")

    urls = {v.url for v in pages.all_views(empty, frame)}

    assert {"arkiv/", "emner/", "soeg/", "arbejdsomraader/skole/", "personer/ida-skov/", "404.html"} <= urls
    assert pages.front_view(empty, frame).featured == ()


def test_law_pages_follow_the_register_and_give_way_to_an_editors_own(build):
    site = SiteInfo("Videnprøven", was_url="https://was.digst.dk/viden-example")
    library = build.library(registers=build.registers(site=site))
    frame = pages.frame(library.registers, "", "")
    own = build.tagged("privatliv", is_article=False)

    urls = {v.url for v in pages.all_views(library, frame, (own,))}

    assert {"was/", "tilgaengelighed/"} <= urls
    assert "privatliv/" not in urls
    assert [link.text for link in frame.legal] == ["Tilgængelighedserklæring", "Privatliv"]


def test_the_subscription_page_of_a_work_area_lists_the_pairs_that_have_posts(views):
    page = next(v for v in views if v.url == "abonner/skole/")

    assert [(p.id, p.number) for p in page.pairs] == [("innovation", 23)]
    assert page.subscription.newsletter.rss == "feeds/nyhedsbrev/skole-uge.rss.xml"


@pytest.fixture
def map_of():
    """Make the knowledge map of a library."""

    def made(library):
        frame = pages.frame(library.registers, "", "")
        return {v.url: v for v in pages.all_views(library, frame)}["videnskort/"]

    return made


def test_the_knowledge_map_counts_what_has_both_and_links_to_a_list_of_that_length(library, views):
    shown = {v.url: v for v in views}
    seen = 0
    for row in shown["videnskort/"].rows:
        for cell in row.cells:
            assert bool(cell.url) == bool(cell.number) == bool(cell.shade)
            if cell.url:
                assert shown[cell.url].pages.total == cell.number
                seen += cell.number
    both = sum(len(f.work_areas) * len(f.competence_areas) for f in library.facts)
    assert seen == both


def test_the_sums_of_the_map_are_the_lengths_of_the_areas_own_lists(library, views):
    shown = {v.url: v for v in views}
    table = shown["videnskort/"]

    assert [c.number for c in table.columns] == [shown[c.url].pages.total for c in table.columns]
    assert [r.total for r in table.rows] == [shown[r.area.url].pages.total for r in table.rows]
    assert table.total == len(library.facts)


def test_the_map_says_what_each_work_area_has_and_lacks(build, map_of):
    posts = [
        build.tagged("a", areas=("ledelse", "+etik")),
        build.tagged("b", areas=("ledelse", "+etik", "+innovation")),
    ]

    lines = [
        (c.area.text, [(h.text, h.number) for h in c.has], [x.text for x in c.lacks])
        for c in map_of(build.library(*posts)).coverages
    ]

    assert lines == [
        ("Ledelse", [("Dataetik og jura", 2), ("Innovation", 1)], []),
        ("Børn, unge og skole", [], ["Innovation", "Dataetik og jura"]),
    ]


@pytest.mark.parametrize(
    ("number", "most", "expected"),
    [(0, 8, 0), (1, 8, 1), (2, 8, 1), (3, 8, 2), (6, 8, 3), (7, 8, 4), (8, 8, 4), (1, 1, 4)],
)
def test_a_shade_is_the_quarter_of_the_most_that_a_number_lies_in(number, most, expected):
    assert shade(number, most) == expected


def test_the_timeline_ends_with_the_newest_post_and_links_to_months_with_posts(build, map_of):
    posts = [
        build.tagged("ny", "2026-02-28 23:30", areas=("ledelse", "skole")),
        build.tagged("gammel", "2025-03-01 00:30", areas=("ledelse",)),
        build.tagged("for-gammel", "2025-02-01 08:00", areas=("ledelse",)),
    ]

    line = map_of(build.library(*posts)).timeline

    assert [c.text for c in line.columns][:1] + [c.text for c in line.columns][-1:] == ["marts 2025", "februar 2026"]
    assert [c.url for c in line.columns if c.url] == ["arkiv/2025/03/", "arkiv/2026/02/"]
    assert [(r.area.text, [c.number for c in r.cells], r.total) for r in line.rows] == [
        ("Ledelse", [1, *[0] * 10, 1], 2),
        ("Børn, unge og skole", [0] * 11 + [1], 1),
    ]
    assert ([c.number for c in line.totals], line.total) == ([1, *[0] * 10, 1], 2)
    assert line.summary == "Flest kom i februar 2026: 1 indlæg."


def test_a_site_without_posts_has_a_map_that_says_so(build, map_of):
    empty = map_of(build.library())

    assert empty.timeline is None
    assert [(len(c.has), len(c.lacks)) for c in empty.coverages] == [(0, 2), (0, 2)]


def test_the_same_content_in_any_order_gives_the_same_views(build, library):
    shuffled = pages.library(tuple(reversed(library.tagged)), library.registers, library.moment)
    frame = pages.frame(library.registers, "", "")

    assert pages.all_views(shuffled, frame) == pages.all_views(library, frame)
    assert pages.shown_posts(shuffled) == pages.shown_posts(library)


def test_a_page_of_a_very_long_list_links_to_its_ends_and_its_neighbours(build):
    facts = build.library(*(build.tagged(f"p{n:04d}") for n in range(400))).facts

    places = [place for _, place, _ in paged(facts, "arkiv/")]

    assert [link.number for link in places[9].links] == [1, 9, 10, 11, 20]
    assert (places[9].previous.url, places[9].next.url) == ("arkiv/side/9/", "arkiv/side/11/")
    assert (places[0].previous, places[-1].next) == (None, None)
    assert [link.url for link in places[0].links] == ["arkiv/", "arkiv/side/2/", "arkiv/side/20/"]
