"""Old addresses lead on: a page at each, and lists for hosts that answer with a redirect themselves.

A page of HTML is what works on every host; `_redirects` is read by several
static hosts and spares the reader the page in between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from .. import addresses
from ..model import Artefact, Library, TaggedPost
from .frame import Frame
from .hosting import hosting
from .policy import META_POLICY

PAGE = """<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Flyttet: {title}</title>
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<h1>Siden er flyttet</h1>
<p>Du bliver sendt videre til <a href="{address}">{title}</a>.</p>
</body>
</html>
"""


def redirects(library: Library, pages: Iterable[TaggedPost], frame: Frame) -> tuple[Artefact, ...]:
    """Return a page for each old address of a published post or page, and the files that tell hosts the same.

    Where two posts claim an address the first one in the library has it; that
    they do is a fault for the checks to name. `/was/` leads to the statement.
    """
    rows = dict(reversed(tuple(_rows(library, pages))))
    made = tuple(_page(path, url, title, frame) for path, (_, url, title) in sorted(rows.items()))
    lines = sorted(f"{frame.to(old.lstrip('/'))} {frame.to(url)} 301\n" for old, url, _ in rows.values())
    statement = library.registers.site.was_url
    lines += [f"{frame.to(addresses.STATEMENT)} {statement} 302\n"] if statement else []
    lines += [
        f"{frame.to(quote(path.removesuffix('index.html')))} {frame.to(addresses.GONE)} 410\n"
        for path in _withdrawn(library)
    ]
    listed = (Artefact("_redirects", "".join(lines).encode()),) if lines else ()
    ways = ((path, url) for path, (_, url, _) in rows.items())
    return (*made, *listed, *hosting(ways, _withdrawn(library), statement, frame))


def _withdrawn(library: Library) -> tuple[str, ...]:
    """Return the output file at each withdrawn address."""
    paths = (addresses.redirect_path(row.address) for row in library.registers.withdrawn)
    return tuple(sorted(path for path in paths if path))


def _rows(library: Library, pages: Iterable[TaggedPost]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield (output file, (old address, new address, title)); each leads straight to where the text now is."""
    for tagged in (*library.tagged, *pages):
        post = tagged.post
        url = addresses.article_url(post.slug) if post.is_article else addresses.page_url(post.slug)
        for old in post.old_urls:
            path = addresses.redirect_path(old)
            if path is not None and path != addresses.save_as(url):
                yield path, (old, url, post.title)


def _page(path: str, url: str, title: str, frame: Frame) -> Artefact:
    to, canonical = frame.to(url), frame.absolute(url)
    html = PAGE.format(policy=META_POLICY, title=escape(title), address=escape(to), canonical=escape(canonical))
    return Artefact(path, html.encode("utf-8"))
