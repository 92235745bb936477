"""Every address of the site with its title, so that the page for what is missing can say which one was likely meant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from .. import addresses
from ..model import Artefact, Library, TaggedPost
from .views import View


def known_addresses(library: Library, views: Iterable[View], pages: Iterable[TaggedPost]) -> Artefact:
    """Return `data/adresser.json`: a list of [address, title], and of [former address, title, address now].

    Only the first page of a list is named. The page for what is missing alone
    asks for the file.
    """
    rows = sorted((*_now(library, views), *_before(library, pages)))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return Artefact(addresses.ADDRESSES_JSON, f"[\n{lines}\n]\n".encode())


def _now(library: Library, views: Iterable[View]) -> Iterator[tuple[str, ...]]:
    yield from (
        (v.url, v.title) for v in views if v.is_indexed and v.url != addresses.STATEMENT and "/side/" not in v.url
    )
    yield from ((facts.url, facts.title) for facts in library.facts)


def _before(library: Library, pages: Iterable[TaggedPost]) -> Iterator[tuple[str, ...]]:
    for post in (t.post for t in (*library.tagged, *pages)):
        url = addresses.article_url(post.slug) if post.is_article else addresses.page_url(post.slug)
        if not post.is_article:
            yield url, post.title
        yield from ((old.lstrip("/"), post.title, url) for old in post.old_urls)
