"""A feed document: declaration, style sheet line, head, joined items, end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import urlsplit

from ..addresses import feed_path, tag_uri
from ..model import Artefact, Channel, Registers
from .cleaning import as_html, clean_line
from .corrected import CorrectedFeed
from .entries import publisher_name
from .items import Item, json_text

STYLE = "theme/css/feed.css"
"""Where the theme's style sheet for feeds lies in the output."""

LANGUAGE = "da"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a feed: the current one, or an archive."""

    channel: Channel
    path: str
    """Stem below `feeds/`; that of the channel, or of an archive."""
    formats: tuple[str, ...]
    items: tuple[Item, ...]
    updated: datetime
    mark: str
    """`complete` where no older items exist, `archive`, or empty (RFC 5005, sections 2 and 4)."""
    links: tuple[tuple[str, str], ...]
    """(rel, path stem) of the feed's other documents."""
    registers: Registers
    site_url: str
    """Absolute, without final `/`."""

    @property
    def page(self) -> str:
        return f"{self.site_url}/{self.channel.url}"

    def address(self, format: str, path: str = "") -> str:
        return f"{self.site_url}/{feed_path(path or self.path, format)}"


def write(document: Document) -> tuple[Artefact, ...]:
    """Return the document in each of its formats."""
    return tuple(Artefact(feed_path(document.path, format), _WRITERS[format](document)) for format in document.formats)


def _rss(document: Document) -> bytes:
    feed = _head(document, "rss", "application/rss+xml")
    feed.description(as_html(clean_line(document.channel.description)))
    feed.load_extension("dc", atom=False)
    feed.load_extension("media", atom=False)
    head = feed.rss_str(pretty=True, xml_declaration=False)
    return _joined(document, head, [i.rss for i in document.items], b"</channel>")


def _atom(document: Document) -> bytes:
    feed = _head(document, "atom", "application/atom+xml")
    feed.subtitle(clean_line(document.channel.description))
    head = feed.atom_str(pretty=True, xml_declaration=False)
    return _joined(document, head, [i.atom for i in document.items], b"</feed>")


def _head(document: Document, format: str, media_type: str) -> CorrectedFeed:
    site = document.registers.site
    feed = CorrectedFeed(document.updated, document.page, document.address(format), media_type)
    feed.id(tag_uri(site.authority, "feed", document.channel.path))
    feed.title(clean_line(document.channel.title))
    feed.language(LANGUAGE)
    feed.author(name=clean_line(publisher_name("", document.registers)))
    feed.generator("Videnstafet")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.paging.mark = document.mark
    for rel, path in document.links:
        feed.link(href=document.address(format, path), rel=rel, type=media_type)
    return feed


def _joined(document: Document, head: bytes, items: list[bytes], end: bytes) -> bytes:
    """Return the document with the items before the root's end."""
    at = head.rindex(end)
    root = urlsplit(document.site_url).path.rstrip("/")
    style = f'<?xml-stylesheet type="text/css" href="{escape(f"{root}/{STYLE}")}"?>'.encode()
    opening = b'<?xml version="1.0" encoding="utf-8"?>\n' + style + b"\n" + head[:at].rstrip()
    return b"\n".join((opening, *items, head[at:].strip(), b""))


def _json(document: Document) -> bytes:
    """Return JSON Feed 1.1 with sorted keys; the items keep their own bytes."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean_line(document.channel.title),
        "home_page_url": document.page,
        "feed_url": document.address("json"),
        "description": clean_line(document.channel.description),
        "language": LANGUAGE,
        "authors": [{"name": clean_line(publisher_name("", document.registers))}],
    }
    members = {key: json_text(value).encode() for key, value in head.items()}
    members["items"] = b"[" + b",\n".join(i.json for i in document.items) + b"]"
    lines = (b'"' + key.encode() + b'": ' + members[key] for key in sorted(members))
    return b"{\n" + b",\n".join(lines) + b"\n}\n"


_WRITERS: dict[str, Callable[[Document], bytes]] = {"rss": _rss, "atom": _atom, "json": _json}
