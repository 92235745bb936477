"""Each fault of feedgen 1.0.0 that we mend: the stock library still has it, and ours has not.

A test of the stock library that fails says that upstream has mended the fault: then our mend can go.
"""

import locale
from datetime import datetime, timedelta, timezone

import feedgen.entry
import feedgen.feed
import feedgen.util
import pytest
from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree
from viden.feeds.corrected import CONTENT, DC, CorrectedEntry, CorrectedFeed

CREATED = datetime(2026, 10, 24, 8, 0, tzinfo=timezone(timedelta(hours=2)))
CHANGED = datetime(2026, 10, 26, 9, 30, tzinfo=timezone(timedelta(hours=1)))
ICS = {"href": "https://x.dk/1.ics", "rel": "related", "type": "text/calendar", "title": "Kalender", "hreflang": "da"}


def filled(entry):
    entry.id("tag:x.dk,2026:artikel/1")
    entry.title("Titel")
    entry.link(href="https://x.dk/1/", rel="alternate", type="text/html")
    return entry


def stock_entry():
    return filled(FeedEntry())


def our_entry():
    return filled(CorrectedEntry(CREATED, CHANGED))


def described(feed):
    feed.id("tag:x.dk,2026:feed/alle")
    feed.title("Feed")
    feed.description("Om feedet")
    return feed


def our_feed():
    return described(CorrectedFeed(CHANGED, "https://x.dk/", "https://x.dk/feeds/alle.rss.xml", "application/rss+xml"))


def channel(feed):
    return etree.fromstring(feed.rss_str()).find("channel")


# --- links of entries (#135, #143) -------------------------------------------


def test_stock_entry_links_lose_their_attributes_in_atom():
    entry = stock_entry()
    entry.link(dict(ICS))

    assert all(set(link.attrib) == {"href"} for link in entry.atom_entry().findall("link"))


def test_our_entry_links_keep_their_attributes_in_atom():
    entry = our_entry()
    entry.link(dict(ICS))

    links = [dict(link.attrib) for link in entry.atom_entry().findall("link")]

    assert links == [{"href": "https://x.dk/1/", "rel": "alternate", "type": "text/html"}, ICS]


# --- the channel's link ----------------------------------------------------------


def test_the_stock_channel_links_to_whatever_was_set_last():
    feed = described(FeedGenerator())
    feed.link(href="https://x.dk/", rel="alternate")
    feed.link(href="https://x.dk/feeds/alle.rss.xml", rel="self")

    assert channel(feed).findtext("link") == "https://x.dk/feeds/alle.rss.xml"


def test_our_channel_links_to_its_page_whatever_was_set_last():
    feed = our_feed()
    feed.link(href="https://x.dk/feeds/arkiv/alle-2025.rss.xml", rel="prev-archive")

    assert channel(feed).findtext("link") == "https://x.dk/"


def test_a_stock_self_link_has_no_type_of_its_own():
    feed = described(FeedGenerator())
    feed.link(href="https://x.dk/feeds/alle.rss.xml", rel="self")

    assert channel(feed).find("{*}link[@rel='self']").get("type") is None


def test_our_self_link_has_a_type():
    assert channel(our_feed()).find("{*}link[@rel='self']").get("type") == "application/rss+xml"


def test_stock_rss_knows_no_link_but_self():
    feed = described(FeedGenerator())
    feed.link(href="https://x.dk/feeds/arkiv/alle-2025.rss.xml", rel="prev-archive")
    feed.link(href="https://x.dk/feeds/alle.rss.xml", rel="self")

    assert [k.get("rel") for k in channel(feed).findall("{http://www.w3.org/2005/Atom}link")] == ["self"]


def test_our_rss_has_the_links_to_the_archives():
    feed = our_feed()
    feed.link(href="https://x.dk/feeds/arkiv/alle-2025.rss.xml", rel="prev-archive", type="application/rss+xml")

    found = {k.get("rel"): k.get("href") for k in channel(feed).findall("{http://www.w3.org/2005/Atom}link")}

    assert found == {
        "self": "https://x.dk/feeds/alle.rss.xml",
        "prev-archive": "https://x.dk/feeds/arkiv/alle-2025.rss.xml",
    }


# --- content ---------------------------------------------------------------------


def test_the_stock_content_type_cdata_reaches_atom():
    entry = stock_entry()
    entry.content("<p>x</p>", type="CDATA")

    assert entry.atom_entry().find("content").get("type") == "CDATA"


def test_our_content_is_html_and_refuses_other_types():
    entry = our_entry()
    entry.content("<p>x</p>")

    assert entry.atom_entry().find("content").get("type") == "html"
    with pytest.raises(ValueError):
        entry.content("<p>x</p>", type="CDATA")
    with pytest.raises(ValueError):
        entry.content(src="https://x.dk/1/")


def test_stock_content_without_summary_lands_in_the_description():
    entry = stock_entry()
    entry.content("<p>x</p>", type="html")

    item = entry.rss_entry()

    assert item.findtext("description") == "<p>x</p>"
    assert item.find(f"{{{CONTENT}}}encoded") is None


def test_our_content_without_summary_is_full_text():
    entry = our_entry()
    entry.content("<p>x</p>")

    item = entry.rss_entry()

    assert item.find("description") is None
    assert item.findtext(f"{{{CONTENT}}}encoded") == "<p>x</p>"


# --- authors -----------------------------------------------------------------------


def test_a_stock_author_with_a_name_only_is_dropped_in_rss():
    entry = stock_entry()
    entry.author(name="Åse Bjørn")

    assert "Åse Bjørn" not in etree.tostring(entry.rss_entry(), encoding="unicode")


def test_our_authors_are_creators_in_rss_with_and_without_an_address():
    entry = our_entry()
    entry.author(name="Åse Bjørn")
    entry.author(name="Bo Holm", email="bo@x.dk")

    item = entry.rss_entry()

    assert [c.text for c in item.findall(f"{{{DC}}}creator")] == ["Åse Bjørn", "Bo Holm"]
    assert item.find("author") is None


# --- the clock -----------------------------------------------------------------------


class AnyDatetime(type):
    def __instancecheck__(cls, value):
        return isinstance(value, datetime)


class StoppedClock(datetime, metaclass=AnyDatetime):
    @classmethod
    def now(cls, tz=None):
        return cls(1999, 12, 31, 23, 59, tzinfo=tz)


@pytest.fixture
def stopped_clock(monkeypatch):
    monkeypatch.setattr(feedgen.entry, "datetime", StoppedClock)
    monkeypatch.setattr(feedgen.feed, "datetime", StoppedClock)


def test_stock_entries_and_feeds_take_the_clock(stopped_clock):
    feed = described(FeedGenerator())
    feed.link(href="https://x.dk/")

    assert stock_entry().atom_entry().findtext("updated").startswith("1999-12-31")
    assert "1999" in channel(feed).findtext("lastBuildDate")


def test_our_entries_and_feeds_carry_the_dates_they_were_given(stopped_clock):
    feed = our_feed()

    assert our_entry().atom_entry().findtext("updated") == "2026-10-26T09:30:00+01:00"
    assert our_entry().atom_entry().findtext("published") == "2026-10-24T08:00:00+02:00"
    assert our_entry().rss_entry().findtext("pubDate") == "Sat, 24 Oct 2026 08:00:00 +0200"
    assert channel(feed).findtext("lastBuildDate") == "Mon, 26 Oct 2026 09:30:00 +0100"
    assert b"1999" not in feed.atom_str() + feed.rss_str()


def test_our_entries_and_feeds_cannot_be_made_without_dates():
    with pytest.raises(TypeError):
        CorrectedEntry()
    with pytest.raises(TypeError):
        CorrectedFeed()


# --- order ---------------------------------------------------------------------------


def titled(entry, id):
    entry.id(id)
    entry.title(id)
    entry.link(href=f"https://x.dk/{id}/")
    return entry


def test_stock_feeds_put_new_entries_first():
    feed = described(FeedGenerator())
    feed.link(href="https://x.dk/")
    for id in "abc":
        feed.add_entry(titled(FeedEntry(), id))

    assert [i.findtext("title") for i in channel(feed).findall("item")] == ["c", "b", "a"]


def test_our_feeds_keep_the_order_given():
    feed = our_feed()
    for id in "abc":
        feed.add_entry(titled(CorrectedEntry(CREATED, CHANGED), id))

    assert [i.findtext("title") for i in channel(feed).findall("item")] == ["a", "b", "c"]


def test_our_feeds_refuse_an_entry_without_dates():
    with pytest.raises(TypeError):
        our_feed().add_entry(FeedEntry())
    with pytest.raises(TypeError):
        our_feed().add_entry()


# --- the locale ------------------------------------------------------------------------


@pytest.fixture
def locale_calls(monkeypatch):
    calls = []
    monkeypatch.setattr(locale, "setlocale", lambda *given: calls.append(given) or "C")
    return calls


def test_stock_rss_dates_set_the_locale_of_the_whole_process(locale_calls):
    entry = stock_entry()
    entry.published(CREATED)
    entry.rss_entry()

    assert locale_calls


def test_our_rss_dates_leave_the_locale_alone(locale_calls):
    our_entry().rss_entry()
    our_feed().rss_str()

    assert locale_calls == []


# --- characters ----------------------------------------------------------------------------

UNFIT = ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800", "\udfff"]


@pytest.mark.parametrize("character", UNFIT)
def test_one_stock_character_costs_the_whole_feed(character):
    entry = stock_entry()
    entry.title(f"pas{character} på")

    with pytest.raises(ValueError):
        entry.rss_entry()


@pytest.mark.parametrize("character", [*UNFIT, "\x7f", "\x85", "\x9f", "\ufdd0", "\ufffd", "\U0001fffe"])
def test_our_entries_are_cleaned(character):
    entry = our_entry()
    entry.title(f"pas{character} på")
    entry.summary(f"kort{character}")
    entry.content(f"<p>hel{character}</p>")

    item = entry.rss_entry()

    assert item.findtext("title") == "pas på"
    assert item.findtext("description") == "kort"
    assert item.findtext(f"{{{CONTENT}}}encoded") == "<p>hel</p>"
    assert entry.atom_entry().findtext("summary") == "kort"
