"""Guards the guards: every fault sown into a good feed is found by the judge of its format."""

import pytest
from viden.feeds import feeds


@pytest.fixture
def good(library, post, bodies):
    made = library(post("a"), post("b", "2026-11-17 08:00"))
    return {a.path.removeprefix("feeds/alle."): a.body for a in feeds(made, bodies, "https://viden.example")}


ATOM_FAULTS = [
    ("<id>tag:viden.example,2026:feed/alle</id>", ""),
    ("<id>tag:viden.example,2026:artikel/a</id>", "<id>a</id>"),
    ("artikel/a</id>", "artikel/b</id>"),
    ("<title>Om a</title>", ""),
    ("<title>Om a</title>", "<title>Om a</title><title>Om a</title>"),
    ("<title>Om a</title>", '<title type="CDATA">Om a</title>'),
    ("<updated>2026-11-16T08:00:00+01:00</updated>", "<updated>2026-11-16</updated>"),
    ("<updated>2026-11-16T08:00:00+01:00</updated>", "<updated>2026-11-16T08:00:00</updated>"),
    ("<name>Foreningen Åben Viden</name>", "<name> </name>"),
    ('rel="self"', 'rel="related"'),
    ('href="https://viden.example/artikler/a/"', 'href="artikler/a/"'),
    ('<content type="html">', '<content type="CDATA">'),
    ('term="innovation"', 'term=""'),
    ("<summary>", '<link href="https://x.dk/" type="text/html"/><summary>'),
    ("<summary>", "<pubDate>x</pubDate><summary>"),
]

RSS_FAULTS = [
    ('version="2.0"', 'version="0.91"'),
    ("<description>Alle indlæg fra Videnstafet, de nyeste først.</description>", ""),
    ("<link>https://viden.example/</link>", "<link>https://viden.example/feeds/alle.rss.xml</link>"),
    ('type="application/rss+xml"', ""),
    ("<language>da</language>", ""),
    ("<language>da</language>", "<language>dansk</language>"),
    ("Tue, 17 Nov 2026", "Mon, 17 Nov 2026"),
    ("Tue, 17 Nov 2026", "tir, 17 nov 2026"),
    ("Tue, 17 Nov 2026", "Tue, 17 Nov 26"),
    ("+0100</pubDate>", "-0000</pubDate>"),
    ('isPermaLink="false"', ""),
    ("artikel/a</guid>", "artikel/b</guid>"),
    ("<dc:creator>Foreningen Åben Viden", "<dc:creator> "),
    ("<dc:creator>Foreningen Åben Viden</dc:creator>", "<author>Foreningen</author>"),
    ("<link>https://viden.example/artikler/a/</link>", "<link>/artikler/a/</link>"),
    ("<title>Om a</title>", "<title>Om <b>a</b></title>"),
    ("<title>Om a</title>", "<title>Om a</title><updated>x</updated>"),
    ("<title>Om a</title>", "<title>Om a</title><title>Om a</title>"),
]

JSON_FAULTS = [
    ("version/1.1", "version/1"),
    ('"feed_url"', '"feed_uri"'),
    ('"id": "tag:viden.example,2026:artikel/a"', '"id": 7'),
    ("artikel/a", "artikel/b"),
    ('"url": "https://viden.example/artikler/a/"', '"url": "artikler/a/"'),
    ("2026-11-16T08:00:00+01:00", "2026-11-16"),
    ('"authors"', '"author"'),
    ('"content_html"', '"content"'),
    ('"Ældre og sundhed"', "3"),
]


@pytest.mark.parametrize(
    ("ending", "right", "wrong"),
    [
        (ending, *fault)
        for ending, faults in (("atom.xml", ATOM_FAULTS), ("rss.xml", RSS_FAULTS), ("json", JSON_FAULTS))
        for fault in faults
    ],
)
def test_a_sown_fault_is_found(good, problems, ending, right, wrong):
    text = good[ending].decode()
    assert right in text
    assert problems(f"x.{ending}", good[ending]) == ()

    assert problems(f"x.{ending}", text.replace(right, wrong).encode()) != ()
