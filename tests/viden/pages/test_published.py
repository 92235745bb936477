"""Guards which posts exist: one function decides, and the library holds them in one order."""

import itertools
from dataclasses import replace
from datetime import date

from viden import pages


def test_a_post_is_out_from_its_own_instant(build):
    post = build.post("a", "2026-11-25 12:00")

    assert pages.is_published(post, build.at("2026-11-25 12:00"))
    assert not pages.is_published(post, build.at("2026-11-25 11:59"))


def test_drafts_and_hidden_posts_are_never_out(build):
    for status in ("draft", "hidden"):
        assert not pages.is_published(build.post("a", status=status), build.moment)


def test_the_library_holds_what_is_out_newest_first_equal_times_by_id(build):
    posts = [
        build.tagged("b", "2026-11-01"),
        build.tagged("a", "2026-11-01"),
        build.tagged("ny", "2026-11-20"),
        build.tagged("kladde", "2026-11-02", status="draft"),
        build.tagged("skjult", "2026-11-02", status="hidden"),
        build.tagged("fremtid", "2027-01-01"),
        build.tagged("side", "2026-11-02", is_article=False),
    ]

    for order in itertools.islice(itertools.permutations(posts), 0, None, 500):
        library = build.library(*order)
        assert [f.id for f in library.facts] == ["ny", "a", "b"]
        assert [t.post.id for t in library.tagged] == ["ny", "a", "b"]


def test_equal_times_in_different_zones_are_equal(build):
    later = build.tagged("a", "2026-11-01 12:00")
    other = build.tagged("b", "2026-11-01 12:00")
    utc = replace(other, post=replace(other.post, published=other.post.published.astimezone(tz=None)))

    assert [f.id for f in build.library(utc, later).facts] == ["a", "b"]


def test_what_is_left_out_is_treated_as_a_draft(build):
    library = build.library(build.tagged("a"), build.tagged("b"), leave_out=("artikler/b.md",))

    assert [f.id for f in library.facts] == ["a"]


def test_a_preview_shows_drafts_and_coming_posts_marked_as_drafts_but_nothing_hidden(build):
    posts = [
        build.tagged("ude"),
        build.tagged("kladde", status="draft"),
        build.tagged("skjult", status="hidden"),
        build.tagged("fremtid", "2027-01-01"),
    ]

    library = build.library(*posts, with_drafts=True)

    assert {f.id: f.is_draft for f in library.facts} == {"fremtid": True, "kladde": True, "ude": False}


def test_the_next_due_instant_is_the_first_of_posts_events_and_reviews(build):
    coming = build.tagged("fremtid", "2026-12-24 08:00")
    due_for_review = build.tagged("gammel", review_by=date(2026, 12, 1))

    assert build.library(coming).due == build.at("2026-12-24 08:00")
    assert build.library(coming, due_for_review).due == build.at("2026-12-01 00:00")
    assert build.library().due == build.at("2027-01-14 09:00"), "the end of the coming event"


def test_a_draft_is_no_reason_to_build_again(build):
    drafted = build.tagged("kladde", "2026-12-01", status="draft")

    assert build.library(drafted, registers=build.registers(series=())).due is None
