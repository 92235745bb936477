"""Every address of the site with its title, so that the page for what is missing can say which one was likely meant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from .. import addresses
from ..model import Artefact, Library, TaggedPost
from .views import View


def known_addresses(library: Library, views: Iterable[View], pages: Iterable[TaggedPost]) -> Artefact:
    """Return `data/adresser.json`: a list of {address, title}, and of {address, now, title} for former addresses.

    Only the first page of a list is named. The page for what is missing alone
    asks for the file.
    """
    rows = sorted((*_now(library, views), *_before(library, pages)))
    told = ({"address": address, "title": title} | ({"now": now} if now else {}) for address, now, title in rows)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for row in told)
    return Artefact(addresses.ADDRESSES_JSON, f"[\n{lines}\n]\n".encode())


def _now(library: Library, views: Iterable[View]) -> Iterator[tuple[str, str, str]]:
    listed = (v for v in views if v.is_indexed and v.url != addresses.STATEMENT and "/side/" not in v.url)
    yield from ((v.url, "", v.title) for v in listed)
    yield from ((facts.url, "", facts.title) for facts in library.facts)


def _before(library: Library, pages: Iterable[TaggedPost]) -> Iterator[tuple[str, str, str]]:
    """Yield the former addresses of posts and pages, and where the pages of `sider/` are."""
    for post in (t.post for t in (*library.tagged, *pages)):
        url = addresses.article_url(post.slug) if post.is_article else addresses.page_url(post.slug)
        if not post.is_article:
            yield url, "", post.title
        yield from ((old.lstrip("/"), url, post.title) for old in post.old_urls)
