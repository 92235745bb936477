"""OPML 2.0: the ready list of all feeds, to be taken into a feed reader in one step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from lxml import etree

from ..addresses import OPML, feed_path
from ..dates import rfc822
from ..model import Artefact, Channel, Registers
from .cleaning import clean_line

_GROUPS = {
    "work": "Arbejdsområder",
    "competence": "Kompetenceområder",
    "newsletter": "Nyhedsbreve",
    "pair": "Arbejdsområde og kompetenceområde sammen",
    "blog": "Blogs",
    "publisher": "Udgivere",
    "person": "Forfattere",
    "series": "Serier",
}
"""Kind of channel → folder; a kind that is missing stands outside folders."""


def opml(channels: Iterable[Channel], registers: Registers, updated: datetime, site_url: str) -> Artefact:
    """Return the list of `channels`, one format each, in one folder per kind.

    `channels` stand kind by kind; `updated` is the newest change on the site; `site_url` has no final `/`.
    """
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = clean_line(f"{registers.site.name} – alle feeds")
    etree.SubElement(head, "dateModified").text = rfc822(updated)
    body = etree.SubElement(root, "body")
    for kind, group in groupby(channels, key=lambda c: c.kind):
        parent = etree.SubElement(body, "outline", text=_GROUPS[kind]) if kind in _GROUPS else body
        for channel in group:
            etree.SubElement(parent, "outline", _outline(channel, site_url))
    text: bytes = etree.tostring(root, encoding="utf-8", pretty_print=True)
    return Artefact(OPML, b'<?xml version="1.0" encoding="utf-8"?>\n' + text)


def _outline(channel: Channel, site_url: str) -> dict[str, str]:
    title = clean_line(channel.title)
    return {
        "type": "rss",
        "text": title,
        "title": title,
        "description": clean_line(channel.description),
        "xmlUrl": f"{site_url}/{feed_path(channel.path, 'rss')}",
        "htmlUrl": f"{site_url}/{channel.url}",
        "language": "da",
    }
