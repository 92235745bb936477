"""Guards addresses: the slug rule, every address of the contract, and that no output leaves its folder."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from viden import addresses, disk
from viden.addresses import SLUG, old_url_fault, redirect_path, save_as, slug, slug_fault
from viden.errors import InternalError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Æblegrød på øen", "aeblegroed-paa-oeen"),
        ("ÆBLEGRØD PÅ ØEN", "aeblegroed-paa-oeen"),
        ("A\u030arhus og Århus", "aarhus-og-aarhus"),
        ("pc'en og e-mailen", "pcen-og-e-mailen"),
        ("Börn, elé & señor", "born-ele-senor"),
        ("Straße i Łódź", "strasse-i-lodz"),
        ("  1) Hvad nu? – 2026 ", "1-hvad-nu-2026"),
        ("ǿ ǻ ǽ", "oe-aa-ae"),
        ("½ time", "1-2-time"),
        ("a/b\\c..d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-1"),
        ("lpt1", "lpt1-1"),
    ],
)
def test_the_slug_rule(text, expected):
    assert slug(text) == expected


@settings(max_examples=1000)
@given(st.text(max_size=200))
def test_any_text_becomes_a_slug_that_stays_inside_the_output(text):
    made = slug(text)

    assert SLUG.fullmatch(made) and 1 <= len(made) <= 80
    assert made == slug(unicodedata.normalize("NFD", text)) == slug(made)
    assert slug_fault(made) is None
    for url in (addresses.article_url(made), addresses.topic_url(made), addresses.person_url(made)):
        path = PurePosixPath("out", save_as(url))
        assert ".." not in path.parts and path.is_relative_to("out")


def test_a_long_title_is_cut_between_words():
    made = slug("digitalisering " * 20)

    assert made == "-".join(["digitalisering"] * 5)
    assert len(slug("x" * 500)) == 80


def test_texts_without_latin_letters_get_names_of_their_own():
    assert slug("日本") != slug("中国")
    assert slug("日本") == slug("日本")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("artikler/2020/Øen i søen.md", "oeen-i-soeen"),
        ("Øen i søen.md", "oeen-i-soeen"),
        ("artikler/v1.2-noter.md", "v1-2-noter"),
    ],
)
def test_a_provisional_id_comes_from_the_file_name_alone(path, expected):
    assert addresses.provisional_id(path) == expected


def test_the_addresses_of_the_contract():
    a = addresses
    assert a.article_url("x") == "artikler/x/"
    assert a.markdown_url("x") == "artikler/x/index.md"
    assert (a.area_url("competence"), a.area_url("work", "ledelse")) == ("kompetencer/", "arbejdsomraader/ledelse/")
    assert (a.topic_url(), a.topic_url("x")) == ("emner/", "emner/x/")
    assert (a.person_url("x"), a.publisher_url("x"), a.blog_url("x")) == ("personer/x/", "udgivere/x/", "blogs/x/")
    assert (a.series_url("x"), a.pointers_url("x")) == ("serier/x/", "stafetter/x/pointer/")
    assert (a.archive_url(), a.archive_url(2020), a.archive_url(2020, 4)) == ("arkiv/", "arkiv/2020/", "arkiv/2020/04/")
    assert (a.subscribe_url(), a.subscribe_url("x")) == ("abonner/", "abonner/x/")
    assert a.newsletter_url("ledelse", "2020-uge-18") == "nyhedsbreve/ledelse/2020-uge-18/"
    assert a.calendar_path("alle") == "kalender/alle.ics"
    assert (a.page_of("emner/x/", 1), a.page_of("emner/x/", 2)) == ("emner/x/", "emner/x/side/2/")
    assert (a.SEARCH, a.CALENDAR, a.KNOWLEDGE_MAP, a.NOT_FOUND) == ("soeg/", "kalender/", "videnskort/", "404.html")
    assert addresses.MANIFEST == disk.MANIFEST


def test_the_feeds_of_the_contract():
    a = addresses
    assert a.feed_path(a.ALL_POSTS, "rss") == "feeds/alle.rss.xml"
    assert a.feed_path(a.area_feed("work", "ledelse"), "atom") == "feeds/arbejdsomraade/ledelse.atom.xml"
    assert a.feed_path(a.area_feed("competence", "data-ai"), "json") == "feeds/kompetence/data-ai.json"
    assert a.pair_feed("ledelse", "data-ai") == "arbejdsomraade/ledelse/kompetence/data-ai"
    assert [a.blog_feed("x"), a.publisher_feed("x"), a.person_feed("x"), a.series_feed("x"), a.list_feed("x")] == [
        "blog/x", "udgiver/x", "person/x", "serie/x", "liste/x",
    ]  # fmt: skip
    assert a.feed_path(a.archive_feed("blog/x", 2020), "rss") == "feeds/arkiv/blog/x-2020.rss.xml"
    assert a.feed_path(a.edition_feed("ledelse", "uge"), "atom") == "feeds/nyhedsbrev/ledelse-uge.atom.xml"


def test_a_tag_uri_holds_the_authority_and_the_id_alone():
    assert addresses.tag_uri("example.dk,2026", "artikel", "x-1") == "tag:example.dk,2026:artikel/x-1"
    assert addresses.tag_uri("example.dk,2026", "artikel", "ø 1") == "tag:example.dk,2026:artikel/%C3%B8%201"


@pytest.mark.parametrize(("url", "path"), [("", "index.html"), ("a/b/", "a/b/index.html"), ("404.html", "404.html")])
def test_an_address_has_its_file(url, path):
    assert save_as(url) == path


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "../x",
        "a/../../x",
        "a//b",
        "./a",
        "a\\..\\b",
        "C:/x",
        "a\x00b",
        "con/",
        "a/nul.txt",
        "x./",
        "a/" + "x" * 256,
    ],
)
def test_an_address_that_would_leave_the_output_is_refused(url):
    with pytest.raises(InternalError):
        save_as(url)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Børn", "slug-form"),
        ("a--b", "slug-form"),
        ("-a", "slug-form"),
        ("a/b", "slug-form"),
        ("a\n", "slug-form"),
        ("", "slug-form"),
        ("x" * 81, "slug-length"),
        ("con", "slug-reserved"),
    ],
)
def test_a_slug_that_breaks_the_rule_is_named(text, rule):
    fault = slug_fault(text)

    assert fault is not None and fault.rule == rule


def test_a_page_may_not_take_an_address_of_the_site():
    assert slug_fault("feeds", is_article=False).rule == "slug-reserved"
    assert slug_fault("feeds") is None
    assert slug_fault("om-os", is_article=False) is None


# --- old addresses


@pytest.mark.parametrize(
    ("old", "path"),
    [
        ("/nyheder/gammel-titel/", "nyheder/gammel-titel/index.html"),
        ("/nyheder/gammel-titel", "nyheder/gammel-titel/index.html"),
        ("/2018/05/Gammel_titel.html", "2018/05/Gammel_titel.html"),
        ("/n%C3%B8gle/", "nøgle/index.html"),
        ("/nøgle/", "nøgle/index.html"),
        ("/side.php", "side.php/index.html"),
    ],
)
def test_an_old_address_has_the_file_that_answers_there(old, path):
    assert old_url_fault(old) is None
    assert redirect_path(old) == path


@pytest.mark.parametrize(
    "old",
    [
        "", "nyheder/x/", "https://example.dk/x/", "//example.dk/x/", "/", "/x?id=2", "/x#y", "/a/../b", "/%2e%2e/b", "/a%2Fb",
        "/a b", "/a\\b", "/%ff", "/a//b", "/%00", "javascript:alert(1)", "/con/", "/a\n", "/a\u2028b",
    ],
)  # fmt: skip
def test_an_old_address_that_no_file_can_answer_is_named(old):
    fault = old_url_fault(old)

    assert fault is not None
    assert fault.rule == "old-url-form" and fault.message.isprintable() and fault.hint


@given(st.text(max_size=60).map("/".__add__))
def test_any_old_address_is_refused_or_stays_inside(old):
    if old_url_fault(old) is None:
        path = redirect_path(old)
        assert path and ".." not in PurePosixPath(path).parts and not path.startswith("/")
