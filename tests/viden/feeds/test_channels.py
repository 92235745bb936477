"""Guards the list of all feeds and its form as OPML: nothing missing, nothing dead, no two alike."""

import feedparser
import pytest
from lxml import etree
from viden import editions
from viden.addresses import feed_path
from viden.feeds import channels, channels_with_posts, feeds, newsletters
from viden.model import Area, Byline

SITE = "https://viden.example/sub"


def test_channels_are_all_posts_then_work_areas_then_competence_areas_then_newsletters(registers):
    found = [(c.kind, c.id, c.path, c.url) for c in channels(registers())]

    assert found == [
        ("all", "alle", "alle", ""),
        ("work", "aeldre-sundhed", "arbejdsomraade/aeldre-sundhed", "arbejdsomraader/aeldre-sundhed/"),
        ("work", "ledelse", "arbejdsomraade/ledelse", "arbejdsomraader/ledelse/"),
        ("competence", "innovation", "kompetence/innovation", "kompetencer/innovation/"),
        ("competence", "dataetik", "kompetence/dataetik", "kompetencer/dataetik/"),
        ("newsletter", "aeldre-sundhed", "nyhedsbrev/aeldre-sundhed-uge", "abonner/aeldre-sundhed/"),
        ("newsletter", "ledelse", "nyhedsbrev/ledelse-uge", "abonner/ledelse/"),
    ]


def test_titles_name_the_site_and_the_area(registers):
    titles = [c.title for c in channels(registers())]

    assert titles[:2] == ["Videnstafet", "Videnstafet – Ældre og sundhed"]
    assert titles[-1] == "Videnstafet – nyhedsbrev: Ledelse"


def test_no_two_channels_share_a_title_or_a_path_even_where_labels_are_shared(registers):
    same = registers(competence_areas=(Area("lede", "competence", "Ledelse", "", ""),))

    found = channels(same)

    assert len({c.title for c in found}) == len({c.path for c in found}) == len(found)
    assert "Videnstafet – Ledelse (kompetenceområde)" in {c.title for c in found}


def test_pairs_come_in_the_registers_order_and_only_where_a_post_is_published(library, post):
    posts = (
        post("a", work_areas=("ledelse", "aeldre-sundhed"), competence_areas=("dataetik", "innovation")),
        post("b", work_areas=("ukendt",), competence_areas=("innovation",)),
    )

    assert [(c.kind, c.id, c.title) for c in channels_with_posts(library(*posts))] == [
        ("pair", "aeldre-sundhed+innovation", "Videnstafet – Ældre og sundhed + Innovation & nye arbejdsformer"),
        ("pair", "aeldre-sundhed+dataetik", "Videnstafet – Ældre og sundhed + Dataetik, jura og regulering"),
        ("pair", "ledelse+innovation", "Videnstafet – Ledelse + Innovation & nye arbejdsformer"),
        ("pair", "ledelse+dataetik", "Videnstafet – Ledelse + Dataetik, jura og regulering"),
    ]
    assert channels_with_posts(library(post("a", is_draft=True))) == ()


def test_blogs_publishers_people_of_the_register_and_series_have_channels_once_they_have_posts(library, grouped):
    found = [(c.path, c.url, c.title) for c in channels_with_posts(library(grouped)) if c.kind != "pair"]

    assert found == [
        ("blog/bag-om", "blogs/bag-om/", "Videnstafet – blog: Bag om byen"),
        ("udgiver/skoven", "udgivere/skoven/", "Videnstafet – udgiver: Skov & Strand Kommune"),
        ("person/bo-holm", "personer/bo-holm/", "Videnstafet – forfatter: Bo Holm"),
        ("serie/stafet", "serier/stafet/", "Videnstafet – serie: Stafetten"),
    ]


@pytest.fixture
def grouped(post):
    """A post that belongs to a channel of every kind."""
    by = (Byline("bo-holm", "Bo Holm"), Byline("gaest", "En gæst"))
    return post("a", blog="bag-om", publisher="skoven", series="stafet", authors=by)


@pytest.fixture
def site_files(library, grouped, bodies):
    made = library(grouped)
    found = (
        *feeds(made, bodies, SITE),
        *newsletters(editions.weekly(made), bodies, SITE, made.registers),
    )
    return {a.path: a.body for a in found}


@pytest.fixture
def every(registers, library, grouped):
    return (*channels(registers()), *channels_with_posts(library(grouped)))


def test_every_channel_is_written_and_every_file_has_a_channel(every, site_files):
    announced = {feed_path(c.path, f) for c in every for f in c.formats}

    assert announced | {"feeds/abonner.opml"} == set(site_files)


def test_feeds_carry_the_titles_of_their_channels(every, site_files):
    for channel in every:
        for format in {"rss", "atom"}:
            read = feedparser.parse(site_files[feed_path(channel.path, format)])
            assert read.feed.title == channel.title


def outlines(files):
    return etree.fromstring(files["feeds/abonner.opml"]).findall(".//outline[@type='rss']")


def test_the_opml_lists_every_channel_once_and_no_dead_address(every, site_files):
    found = outlines(site_files)

    assert [o.get("title") for o in found] == [c.title for c in every]
    for outline in found:
        assert outline.get("xmlUrl").removeprefix(f"{SITE}/") in site_files
        assert outline.get("text") == outline.get("title")
        assert outline.get("htmlUrl").startswith(f"{SITE}/")


def test_the_opml_has_what_version_2_asks_for(site_files):
    root = etree.fromstring(site_files["feeds/abonner.opml"])

    assert (root.tag, root.get("version"), [c.tag for c in root]) == ("opml", "2.0", ["head", "body"])
    assert root.findtext("head/dateModified") == "Mon, 16 Nov 2026 08:00:00 +0100"
    assert [o.get("text") for o in root.findall("body/outline")][1:] == [
        "Arbejdsområder",
        "Kompetenceområder",
        "Nyhedsbreve",
        "Arbejdsområde og kompetenceområde sammen",
        "Blogs",
        "Udgivere",
        "Forfattere",
        "Serier",
    ]
