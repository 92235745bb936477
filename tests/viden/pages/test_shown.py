"""Guards what a post's own page shows beside its body."""

from dataclasses import replace
from datetime import date

import pytest
from viden.model import Blog, Body, Correction, Evidence, Heading, Place, Tag, TaggedPost
from viden.pages import shown_posts
from viden.pages.structured import structured


def headings(*texts):
    return tuple(Heading(2, t, t.lower(), Place("a.md")) for t in texts)


def test_contents_begin_at_three_headings(build):
    two = build.tagged("a", body=Body("", "", headings=headings("En", "To")))
    three = build.tagged("a", body=Body("", "", headings=headings("En", "To", "Tre")))

    assert build.shown(two).contents == ()
    assert [h.text for h in build.shown(three).contents] == ["En", "To", "Tre"]


def test_a_change_is_told_only_on_a_later_day(build):
    same_day = build.tagged("a", "2026-11-16 08:00", updated=build.at("2026-11-16 20:00"))
    next_day = build.tagged("a", "2026-11-16 08:00", updated=build.at("2026-11-17 00:01"))

    assert build.shown(same_day).updated is None
    assert build.shown(next_day).updated == build.at("2026-11-17 00:01")


def test_a_correction_counts_as_a_change_of_its_day(build):
    body = Body("<p>Tekst.</p>", "Tekst.", corrections=(Correction(date(2026, 11, 20), "Der var 14 huller."),))
    later = build.tagged("b", body=body, updated=build.at("2026-11-22 09:00"))

    assert build.shown(build.tagged("a", body=body)).updated == build.at("2026-11-20 00:00")
    assert build.shown(later).updated == build.at("2026-11-22 09:00")
    assert [c.text for c in build.shown(later).corrections] == ["Der var 14 huller."]


def test_machines_are_told_of_a_correction(build):
    body = Body("<p>Tekst.</p>", "Tekst.", corrections=(Correction(date(2026, 11, 20), "Der var 14 huller."),))
    told = structured(build.shown(build.tagged("a", body=body)), "Prøven", str)["@graph"][1]

    assert told["correction"] == [
        {"@type": "CorrectionComment", "text": "Der var 14 huller.", "datePublished": "2026-11-20"}
    ]
    assert told["dateModified"].startswith("2026-11-20")


@pytest.mark.parametrize(("day", "expected"), [(24, True), (25, True), (26, False)])
def test_a_post_is_due_for_review_from_its_day(build, day, expected):
    due = date(2026, 11, day)

    assert build.shown(build.tagged("a", review_by=due)).review_by == (due if expected else None)


def test_a_post_without_work_area_is_told_so_in_preview_only(build):
    near = Tag("ledelse", "work", "suggestion", 2500, "tagger")
    post = replace(build.tagged("a"), tags=(near,))
    library = build.library(post, with_drafts=True)

    missing = shown_posts(library)["artikler/a.md"].missing_area

    assert missing is not None
    assert (missing.post, [a.id for a in missing.suggested]) == ("a", ["ledelse"])
    assert missing.choices == library.registers.work_areas
    assert shown_posts(build.library(post))["artikler/a.md"].missing_area is None


@pytest.mark.parametrize("changes", [{"areas": ("ledelse",)}, {"work_areas": ()}])
def test_a_post_with_a_work_area_or_an_editor_s_none_is_left_alone(build, changes):
    library = build.library(build.tagged("a", **changes), with_drafts=True)

    assert shown_posts(library)["artikler/a.md"].missing_area is None


def test_a_blog_names_its_keeper_where_its_own_line_does_not(build):
    blogs = (Blog("gangen", "Gangen", "ida-skov", "Ida Skov blogger"), Blog("taget", "Taget", "ida-skov"))
    registers = build.registers(blogs=blogs)
    named = build.shown(build.tagged("a", blog="gangen"), registers=registers)
    unnamed = build.shown(build.tagged("a", blog="taget"), registers=registers)

    assert named.blog_owner is None
    assert (unnamed.blog_owner.text, unnamed.blog_owner.url) == ("Ida Skov", "personer/ida-skov/")


@pytest.mark.parametrize(
    ("changes", "trail"),
    [
        ({}, ["Forside", "Artikler", "Om a"]),
        ({"blog": "gangen"}, ["Forside", "Ude på gangen", "Om a"]),
        ({"blog": "gangen", "series": "stafet"}, ["Forside", "Digital stafet", "Om a"]),
    ],
)
def test_the_breadcrumb_goes_by_series_else_blog_else_articles(build, changes, trail):
    assert [link.text for link in build.shown(build.tagged("a", **changes)).breadcrumbs] == trail


def test_an_area_says_what_speaks_for_it(build):
    evidence = tuple(
        Evidence("leder", form, "body", 1, 1, share) for form, share in (("Leder", 1), ("ledere", 5), ("LEDERE", 3))
    )
    tagged = build.tagged("a")
    tagged = TaggedPost(tagged.post, tagged.body, (Tag("ledelse", "work", "sure", 900, "tagger", evidence),))

    mark = build.shown(tagged).work_areas[0]

    assert (mark.label, mark.url, mark.is_editors) == ("Ledelse", "arbejdsomraader/ledelse/", False)
    assert mark.words == ("ledere", "leder")


def test_related_posts_say_why_nearest_first_and_never_more_than_four(build):
    first = build.tagged("a", areas=("ledelse", "+etik"), series="stafet")
    others = [
        build.tagged("serie", series="stafet"),
        build.tagged("emne", areas=("ledelse", "+etik")),
        build.tagged("arbejde", areas=("ledelse",)),
        build.tagged("kompetence", areas=("+etik",)),
        build.tagged("sjette", areas=("ledelse",)),
        build.tagged("fremmed", areas=("skole",)),
    ]

    related = build.shown(first, *others).related

    assert [(r.facts.id, r.reason) for r in related] == [
        ("serie", "samme serie: Digital stafet"),
        ("emne", "samme kompetenceområde: Dataetik og jura"),
        ("kompetence", "samme kompetenceområde: Dataetik og jura"),
        ("arbejde", "samme arbejdsområde: Ledelse"),
    ]


def test_neighbours_follow_the_parts_of_the_series_before_the_blog(build):
    one = build.tagged("en", "2026-11-03", series="stafet", part=1, blog="gangen")
    two = build.tagged("to", "2026-11-02", series="stafet", part=2, blog="gangen")
    three = build.tagged("tre", "2026-11-01", series="stafet", part=3)
    blogged = build.tagged("blog", "2026-11-04", blog="gangen")

    middle = build.shown(two, one, three, blogged)
    only_blog = build.shown(blogged, one, two, three)

    assert (middle.previous.text, middle.next.text, middle.row_name) == ("Om en", "Om tre", "serien")
    assert (only_blog.previous.text, only_blog.next, only_blog.row_name) == ("Om en", None, "bloggen")


def test_a_lone_post_has_no_neighbours(build):
    view = build.shown(build.tagged("a", blog="gangen"))

    assert (view.previous, view.next) == (None, None)


def test_a_part_without_a_post_is_plain_text_with_its_date(build):
    view = build.shown(build.tagged("a", event="stafet-2"), build.tagged("b", event="stafet-1"))

    assert view.series.label == "Del 2 af 3"
    assert [(p.title, p.url, p.is_current) for p in view.series.parts] == [
        ("Temadag 1", "artikler/b/", False),
        ("Temadag 2", "", True),
        ("Temadag 3", "", False),
    ]
    assert [p.note for p in view.series.parts] == [
        "blev holdt den 6. oktober 2026",
        "blev holdt den 6. november 2026",
        "holdes den 14. januar 2027",
    ]


def test_the_call_to_subscribe_is_preset_to_the_first_work_area(build):
    assert build.shown(build.tagged("a", areas=("skole", "ledelse", "+etik"))).call.url == "abonner/skole/"
    assert build.shown(build.tagged("a", areas=("+etik",))).call.url == "abonner/etik/"
    assert build.shown(build.tagged("a")).call.url == "abonner/"
