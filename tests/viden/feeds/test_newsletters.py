"""Guards the edition feeds: what an RSS-to-mail service gets must be whole, fixed and never in the future."""

import re
from datetime import date, datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree, html
from viden.dates import COPENHAGEN
from viden.editions import weekly
from viden.feeds import newsletters
from viden.feeds.newsletters import LIMIT
from viden.model import Byline, Correction

SITE = "https://viden.example/sub"
GOLDEN = Path(__file__).parent / "golden"
ELDERLY = "feeds/nyhedsbrev/aeldre-sundhed-uge"


@pytest.fixture
def built(bodies):
    def build(library, site_url=SITE, bodies=bodies):
        return {a.path: a.body for a in newsletters(weekly(library), bodies, site_url, library.registers)}

    return build


@pytest.fixture
def autumn(post, library):
    """Three posts in two weeks, one of them a guest's."""
    return library(
        post("velkommen", "2026-10-21 08:00", kind="blog", authors=(Byline("bo-holm", "Bo Holm", "chef, Byen"),)),
        post("robot", "2026-10-22 08:00", title="Robotten & <os>", kind="pointer"),
        post("moede", "2026-11-10 08:00", kind="event", publisher="skoven", work_areas=("aeldre-sundhed", "ledelse")),
    )


# --- files ------------------------------------------------------------------------


def test_each_work_area_has_a_valid_edition_feed_in_two_formats(built, autumn, problems):
    files = built(autumn)

    assert sorted(files) == [
        f"feeds/nyhedsbrev/{area}-uge.{format}.xml"
        for area in ("aeldre-sundhed", "ledelse")
        for format in ("atom", "rss")
    ]
    for path, data in files.items():
        assert problems(path, data) == ()
        assert not feedparser.parse(data).bozo


def test_an_area_without_editions_has_an_empty_feed_dated_by_the_founding(built, library, problems):
    files = built(library())

    for path, data in files.items():
        assert problems(path, data) == ()
    channel = etree.fromstring(files[f"{ELDERLY}.rss.xml"]).find("channel")
    assert channel.find("item") is None
    assert channel.findtext("lastBuildDate") == "Sun, 01 Mar 2026 00:00:00 +0100"


def test_the_feed_of_a_small_autumn_reads_as_reviewed(built, autumn):
    expected = (GOLDEN / "ugebrev.rss.xml").read_text(encoding="utf-8")

    assert built(autumn)[f"{ELDERLY}.rss.xml"].decode() == expected


def test_an_edition_tells_what_was_corrected_since_the_one_before(built, post, library):
    corrections = (Correction(date(2026, 11, 11), "Der var 14 <huller>."),)
    files = built(
        library(
            post("velkommen", "2026-10-21 08:00", corrections=corrections),
            post("moede", "2026-11-10 08:00"),
        )
    )
    newest, older = (e.findtext("{*}content") for e in etree.fromstring(files[f"{ELDERLY}.atom.xml"]).iter("{*}entry"))

    assert "<h2>Rettelser</h2>" in newest and "Rettelser" not in older
    assert 'velkommen/">Om velkommen</a>: Rettet den 11. november 2026: Der var 14 &lt;huller&gt;.</li>' in newest


# --- items -------------------------------------------------------------------------


def test_there_is_one_item_per_edition_with_a_fixed_id_title_and_instant(built, autumn, read_items):
    for format in ("rss.xml", "atom.xml"):
        found = read_items(f"x.{format}", built(autumn)[f"{ELDERLY}.{format}"])
        assert [(id, title, when) for id, _, title, _, when in found] == [
            (
                "tag:viden.example,2026:udgave/aeldre-sundhed/uge/2026-W46",
                "Ældre og sundhed: uge 46, 2026 – Om moede",
                datetime(2026, 11, 16, tzinfo=COPENHAGEN),
            ),
            (
                "tag:viden.example,2026:udgave/aeldre-sundhed/uge/2026-W43",
                "Ældre og sundhed: uge 43, 2026 – Robotten & <os>",
                datetime(2026, 10, 26, tzinfo=COPENHAGEN),
            ),
        ]


def test_the_same_week_of_two_areas_is_two_items(built, autumn, read_items):
    files = built(autumn)

    first = read_items("x.rss.xml", files[f"{ELDERLY}.rss.xml"])[0]
    other = read_items("x.rss.xml", files["feeds/nyhedsbrev/ledelse-uge.rss.xml"])[0]

    assert first[0] != other[0]
    assert first[4] == other[4]


def body_of(files, index):
    items = etree.fromstring(files[f"{ELDERLY}.rss.xml"]).findall("channel/item")
    return html.fragment_fromstring(items[index].findtext("{*}encoded"), create_parent="div")


def test_the_body_has_sections_titles_bylines_and_the_whole_texts(built, autumn):
    body = body_of(built(autumn), 1)

    assert [(e.tag, e.text_content()) for e in body] == [
        ("h2", "Videndeling"),
        ("h3", "Robotten & <os>"),
        ("p", "Af Foreningen Åben Viden · 22. oktober 2026"),
        ("p", "Hele teksten om robot på dansk."),
        ("h2", "Debat"),
        ("h3", "Om velkommen"),
        ("p", "Af Bo Holm, chef, Byen · 21. oktober 2026"),
        ("p", "Hele teksten om velkommen på dansk."),
        ("p", "Om nyhedsbrevet, og hvordan du til- og afmelder det"),
    ]
    assert [a.get("href") for a in body.iter("a")] == [
        f"{SITE}/artikler/robot/",
        f"{SITE}/artikler/velkommen/",
        f"{SITE}/abonner/aeldre-sundhed/",
    ]


def test_a_posts_own_headings_stand_below_its_title(built, library, post):
    text = "<h2 id='a'>Først</h2><p>h2</p><h3>Så</h3><h6>Dybt</h6><hr>"
    body = body_of(built(library(post("a")), bodies={"a": text}), 0)

    found = [(e.tag, e.text) for e in body.iter() if re.fullmatch("h[1-6r]", e.tag)]
    assert found[2:] == [("h4", "Først"), ("h5", "Så"), ("h6", "Dybt"), ("hr", None)]


def test_hostile_titles_are_text_in_the_body(built, library, post):
    hostile = post("a", title="<script>x</script> ]]> &amp;", authors=(Byline("", "<b>Bo</b>"),))
    body = body_of(built(library(hostile)), 0)

    assert body.findtext("h3/a") == "<script>x</script> ]]> &amp;"
    assert "Af <b>Bo</b> · " in body.text_content()
    assert next(body.iter("script"), None) is None


# --- dates --------------------------------------------------------------------------


def test_no_edition_is_in_the_future_or_shown_before_its_week_is_over(built, library, post, read_items):
    a = post("a", "2026-11-18 08:00")

    before = built(library(a, moment="2026-11-22 23:59"))
    after = built(library(a, moment="2026-11-23 00:00"))

    assert read_items("x.rss.xml", before[f"{ELDERLY}.rss.xml"]) == ()
    assert [i[4] for i in read_items("x.rss.xml", after[f"{ELDERLY}.rss.xml"])] == [
        datetime(2026, 11, 23, tzinfo=COPENHAGEN)
    ]


def test_instants_fall_strictly_through_the_feed(built, library, row, read_items):
    found = read_items("x.rss.xml", built(library(*row(1000)))[f"{ELDERLY}.rss.xml"])

    instants = [i[4] for i in found]
    assert len(instants) == 7
    assert instants == sorted(set(instants), reverse=True)


def test_later_builds_leave_an_edition_as_it_was(built, library, post):
    a, b = post("a", "2026-11-10 08:00"), post("b", "2026-11-18 08:00")
    first = built(library(a, moment="2026-11-16 00:00"))[f"{ELDERLY}.rss.xml"]
    later = built(library(a, b, moment="2027-02-01 00:00"))[f"{ELDERLY}.rss.xml"]

    item = first[first.index(b"<item>") : first.index(b"</item>")]
    assert item in later


def test_the_newest_editions_are_kept_and_older_ones_leave(built, library, post):
    posts = [post(f"p{n:02d}", f"2026-{n // 4 + 1:02d}-{n % 4 * 7 + 1:02d} 12:00") for n in range(LIMIT + 5)]
    root = etree.fromstring(built(library(*posts))[f"{ELDERLY}.rss.xml"])

    assert len(root.findall("channel/item")) == LIMIT
    assert root.find(".//{http://purl.org/syndication/history/1.0}complete") is None


# --- how services decide what is new -----------------------------------------------------


def by_guid(seen, item):
    return item[0] not in seen["ids"]


def by_date_window(seen, item):
    return item[4] > seen["last"]


def by_date_title_and_address(seen, item):
    return item[1:3] + item[4:] not in seen["triples"]


@pytest.mark.parametrize("rule", [by_guid, by_date_window, by_date_title_and_address])
def test_a_service_that_looks_daily_sends_each_edition_once(built, library, post, read_items, rule):
    days = ("2026-10-05", "2026-10-07", "2026-10-20", "2026-10-25", "2026-11-10")
    posts = [post(f"p{n}", f"{day} 08:00") for n, day in enumerate(days)]
    seen = {"ids": set(), "triples": set(), "last": datetime(2026, 10, 1, tzinfo=COPENHAGEN)}
    sent = []

    for day in range(1, 50):
        month, date = (10, day) if day <= 31 else (11, day - 31)
        now = f"2026-{month:02d}-{date:02d} 06:00"
        there = [p for p in posts if p.published <= datetime.fromisoformat(now).replace(tzinfo=COPENHAGEN)]
        items = read_items("x.rss.xml", built(library(*there, moment=now))[f"{ELDERLY}.rss.xml"])
        new = [i for i in items if rule(seen, i)]
        sent += [i[0][-8:] for i in new]
        seen["ids"] |= {i[0] for i in new}
        seen["triples"] |= {i[1:3] + i[4:] for i in new}
        seen["last"] = datetime.fromisoformat(now).replace(tzinfo=COPENHAGEN)

    assert sent == ["2026-W41", "2026-W43", "2026-W46"]
