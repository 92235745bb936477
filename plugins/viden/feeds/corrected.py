"""feedgen 1.0.0 with its faults mended; each mend has a test that fails the day upstream mends it too.

Only what the constructor asks for can be forgotten nowhere: dates and addresses
that feedgen would otherwise fill in from the clock or from the last call.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement

from ..dates import iso, rfc822
from .cleaning import clean

DC = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"
HISTORY = "http://purl.org/syndication/history/1.0"
ATOM = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_LINK_ATTRIBUTES = ("rel", "type", "hreflang", "title", "length")


class CorrectedEntry(FeedEntry):  # type: ignore[misc]  # feedgen is untyped
    """An entry whose dates are given, and whose text can always be written."""

    def __init__(self, published: datetime, updated: datetime) -> None:
        """Both dates are required: feedgen takes the clock where `updated` is missing."""
        super().__init__()
        self.published(published)
        self.updated(updated)

    def title(self, title: str | None = None) -> Any:
        return super().title(None if title is None else clean(title))

    def summary(self, summary: str | None = None, type: str | None = None) -> Any:
        return super().summary(None if summary is None else clean(summary), type)

    def content(self, content: str | None = None, src: str | None = None, type: str | None = "html") -> Any:
        """Set HTML. Another type raises ValueError: feedgen writes `type="CDATA"`, which Atom does not know."""
        if src is not None or type != "html":
            raise ValueError(f"only HTML that stands in the entry, not src={src!r}, type={type!r}")
        return super().content(None if content is None else clean(content), type=type)

    def published(self, published: datetime | None = None) -> Any:
        value = super().published(published)
        # Left to feedgen, writing the date would call setlocale twice; `rss_entry` writes it.
        self._FeedEntry__rss_pubDate = None
        return value

    def atom_entry(self, extensions: bool = True) -> Any:
        """Return the element, with the link attributes that feedgen's loop variable overwrites (#135).

        Dates are written as everywhere else, whatever zone and fraction the given ones carry.
        """
        entry = super().atom_entry(extensions)
        entry.find("updated").text = iso(self.updated())
        entry.find("published").text = iso(self.published())
        for element, link in zip(entry.findall("link"), self.link() or (), strict=True):
            for name in _LINK_ATTRIBUTES:
                if link.get(name):
                    element.set(name, str(link[name]))
        return entry

    def rss_entry(self, extensions: bool = True) -> Any:
        """Return the element, with every author by name and the full text where full text belongs."""
        item = super().rss_entry(extensions)
        if self.content() and item.find(f"{{{CONTENT}}}encoded") is None:
            item.find("description").tag = f"{{{CONTENT}}}encoded"
        for author in item.findall("author"):
            item.remove(author)
        for author in self.author() or ():
            SubElement(item, f"{{{DC}}}creator").text = author["name"]
        SubElement(item, "pubDate").text = rfc822(self.published())
        return item


class Paging(BaseExtension):  # type: ignore[misc]
    """RFC 5005: a document says whether it is all of its feed, or an archive of it."""

    mark = ""
    """`complete`, `archive` or empty."""

    def extend_ns(self) -> dict[str, str]:
        return {"fh": HISTORY}

    def extend_atom(self, feed: Any) -> Any:
        if self.mark:
            SubElement(feed, f"{{{HISTORY}}}{self.mark}")
        return feed

    def extend_rss(self, feed: Any) -> Any:
        self.extend_atom(feed.find("channel"))
        return feed


class CorrectedFeed(FeedGenerator):  # type: ignore[misc]
    """A feed that knows its page, its own address and its media type from the start."""

    def __init__(self, updated: datetime, page: str, address: str, media_type: str) -> None:
        super().__init__()
        self.updated(updated)
        self._page = page
        self.link(href=page, rel="alternate", type="text/html")
        self.link(href=address, rel="self", type=media_type)
        self.register_extension("paging", Paging)

    def updated(self, updated: datetime | None = None) -> Any:
        value = super().updated(updated)
        # As with an entry's date: `_create_rss` writes it without setlocale.
        self._FeedGenerator__rss_lastBuildDate = None
        return value

    def add_entry(self, feedEntry: Any = None, order: str = "append") -> Any:
        """Add an entry last; feedgen would put it first. Entries without dates are refused."""
        if not isinstance(feedEntry, CorrectedEntry):
            raise TypeError("an entry must be given, and be a CorrectedEntry")
        return super().add_entry(feedEntry, order)

    def _create_atom(self, extensions: bool = True) -> Any:
        root, tree = super()._create_atom(extensions)
        root.find("updated").text = iso(self.updated())
        return root, tree

    def _create_rss(self, extensions: bool = True) -> Any:
        """Return root and tree.

        The channel's link is the page, where feedgen takes the last link set;
        links to other documents of the feed are written, where feedgen knows
        `self` alone.
        """
        root, tree = super()._create_rss(extensions)
        channel = root.find("channel")
        channel.find("link").text = self._page
        for link in self.link():
            if link["rel"] not in ("self", "alternate"):
                SubElement(channel, f"{{{ATOM}}}link", {name: link[name] for name in sorted(link)})
        built = SubElement(channel, "lastBuildDate")
        built.text = rfc822(self.updated())
        channel.find("description").addnext(built)
        return root, tree
