"""What machines read of the site: sitemap, robots.txt, calendars, exports and the way from old addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

from .. import addresses
from ..dates import iso
from ..model import Artefact, Library, TaggedPost
from .calendars import calendars
from .citing import citations
from .exports import exports
from .frame import Frame
from .likely import known_addresses
from .redirects import redirects
from .views import View

SITEMAP_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
"""Sitemaps 0.9, https://www.sitemaps.org/protocol.html."""


def machine_files(
    library: Library, views: Iterable[View], pages: Iterable[TaggedPost], frame: Frame
) -> tuple[Artefact, ...]:
    """Return `sitemap.xml`, `robots.txt`, the calendar files, the exports, the references and what leads on from old addresses.

    The sitemap protocol wants absolute addresses; a site without a public
    address gets them from its root, which no search engine will ever ask for.
    """
    pages, views = tuple(pages), tuple(views)
    rows = {addresses.HOME: _newest(library)}
    rows |= {view.url: None for view in views if view.is_indexed and view.url != addresses.STATEMENT}
    rows |= {addresses.page_url(t.post.slug): t.post.updated for t in pages}
    rows |= {facts.url: facts.updated or facts.published for facts in library.facts}
    sitemap = SITEMAP_HEAD + "".join(_row(frame.absolute(url), rows[url]) for url in sorted(rows)) + "</urlset>\n"
    robots = f"User-agent: *\nAllow: /\nSitemap: {frame.absolute(addresses.SITEMAP)}\n"
    made = (
        Artefact(addresses.SITEMAP, sitemap.encode()),
        Artefact(addresses.ROBOTS, robots.encode()),
        known_addresses(library, views, pages),
    )
    exported = (*calendars(library, frame), *exports(library, frame), *citations(library, frame.absolute))
    return (*made, *exported, *redirects(library, pages, frame))


def _newest(library: Library) -> datetime | None:
    return max((facts.updated or facts.published for facts in library.facts), default=None)


def _row(address: str, changed: datetime | None) -> str:
    stamp = f"<lastmod>{iso(changed)}</lastmod>" if changed else ""
    return f"  <url><loc>{escape(address)}</loc>{stamp}</url>\n"
