"""Files that tell a host how to serve the site: headers, types, how long to keep, the 404 page, old addresses.

One table each; three hosts read them: `_headers` and `_redirects` (static
hosts), `.htaccess` (Apache 2.4) and `.nginx.conf` (nginx, by `include` in a
`server` block). The nginx file lies in the site so that it changes in the same
swap as the pages; it hides itself and every other file with a leading dot.
See docs/decisions/0020-one-table-of-headers.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from .. import addresses
from ..model import Artefact
from .frame import Frame
from .policy import HEADERS

HEADERS_FILE, APACHE_FILE, NGINX_FILE = "_headers", ".htaccess", ".nginx.conf"

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".rss.xml": "application/rss+xml; charset=utf-8",
    ".atom.xml": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".sha256": "text/plain; charset=utf-8",
    ".ttl": "text/turtle; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".woff2": "font/woff2",
}
"""The type of a file by its longest ending. Own table: the system's differs from machine to machine."""
PACKED = tuple(sorted({kind.partition(";")[0] for kind in TYPES.values() if "charset" in kind} | {"image/svg+xml"}))
"""Types that nginx and Apache pack on the way to readers; static hosts do so by themselves."""

MINUTES_10, DAY, YEAR = 600, 86_400, 31_536_000
KEPT: Mapping[int, tuple[str, ...]] = {
    MINUTES_10: (
        "theme/css/feed.css",
        ".json",
        ".jsonld",
        ".xml",
        ".opml",
        ".ics",
        ".md",
        ".txt",
        ".ttl",
        ".bib",
        ".ris",
        ".webmanifest",
    ),
    DAY: (".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".pdf", ".woff2"),
    YEAR: ("theme/css/videnstafet.css", ".js"),
}
"""Seconds → files by ending or path that a browser may keep so long (chosen: an error is corrected for everyone within a day).

What is kept for a year is asked for by an address that changes with the file (`pages.versioned`).

A page is asked for anew each time, so that a correction is seen at once.
"""


def hosting(
    ways: Iterable[tuple[str, str]], withdrawn: Iterable[str], statement: str, frame: Frame
) -> tuple[Artefact, ...]:
    """Return the files for hosts.

    `ways` are (output file at an old address, where it leads, from the root);
    `withdrawn` are the output files at addresses that are gone for good;
    `statement` is the absolute address of the accessibility statement, to
    which `/was/` leads, or empty.
    """
    moved = sorted((_asked_for(path), frame.to(url)) for path, url in ways)
    gone = sorted(map(_asked_for, withdrawn))
    made = ((HEADERS_FILE, _static(frame)), (APACHE_FILE, _apache(moved, gone, statement, frame)))
    files = (*made, (NGINX_FILE, _nginx(moved, gone, statement, frame)))
    return tuple(Artefact(path, "".join(f"{line}\n" for line in lines).encode()) for path, lines in files)


def _asked_for(path: str) -> str:
    """Return the decoded address, without a final `/`, that an output file answers to."""
    return "/" + path.removesuffix("index.html").removesuffix("/")


def _static(frame: Frame) -> list[str]:
    """Return `_headers`: a path, then its headers.

    Hosts of this kind join what two rules say of one path, so no file gets the
    same header twice; the common types, and that a page is asked for anew, they
    know themselves.
    """
    lines = [frame.to("*"), *(f"  {name}: {value}" for name, value in HEADERS)]
    lines += [line for end in RARE for line in (frame.to(f"*{end}"), f"  Content-Type: {TYPES[end]}")]
    kept = ((end, seconds) for seconds, endings in KEPT.items() for end in endings)
    lines += [line for end, s in kept for line in (frame.to(_any(end)), f"  Cache-Control: max-age={s}")]
    return lines


def _any(end: str) -> str:
    """Return a pattern of `_headers`: every file with an ending, or the one file at a path."""
    return f"*{end}" if end.startswith(".") else end


RARE = (".rss.xml", ".atom.xml", ".jsonld", ".opml", ".ics", ".md", ".ttl", ".bib", ".ris")
"""Endings whose type a static host is likely to get wrong."""


def _by_length() -> list[str]:
    """Return the endings, the shortest first: a later rule wins, and `.rss.xml` is an `.xml` too."""
    return sorted(TYPES, key=lambda end: (end.count("."), end))


# --- Apache ------------------------------------------------------------------------


def _apache(moved: Iterable[tuple[str, str]], gone: Iterable[str], statement: str, frame: Frame) -> list[str]:
    """Return `.htaccess`. It needs `AllowOverride FileInfo` and nothing more."""
    was = frame.to(addresses.STATEMENT).rstrip("/")
    ways = [f'RedirectMatch 301 "^{re.escape(frame.root + old)}/?$" "{to}"' for old, to in moved]
    ways += [
        f'RedirectMatch 410 "^{re.escape(frame.root + at)}{"(?:/.*)?" if _is_folder(at) else "/?"}$"' for at in gone
    ]
    ways += [f'RedirectMatch 302 "^{re.escape(was)}/?$" "{statement}"'] if _is_plain(statement) else []
    kept = [("", 0), *((end, seconds) for seconds, endings in KEPT.items() for end in endings)]
    return [
        f"ErrorDocument 404 {frame.to(addresses.NOT_FOUND)}",
        f"ErrorDocument 410 {frame.to(addresses.GONE)}",
        *(line for end in _by_length() for line in _for_ending(end, f'ForceType "{TYPES[end]}"')),
        "<IfModule mod_headers.c>",
        *(f'Header always set {name} "{value}"' for name, value in HEADERS),
        *(line for end, s in kept for line in _for_ending(end, f'Header set Cache-Control "max-age={s}"')),
        # Apache 2.4 marks the ETag of what it has packed, and does not know it again when asked whether it changed.
        """RequestHeader edit If-None-Match '-gzip"' '"'""",
        "</IfModule>",
        "<IfModule mod_deflate.c>",
        "<IfModule mod_filter.c>",
        f"AddOutputFilterByType DEFLATE {' '.join(PACKED)}",
        "</IfModule>",
        "</IfModule>",
        "<IfModule mod_alias.c>",
        rf'RedirectMatch 404 "^{re.escape(frame.root)}/(?:\.(?!well-known/)|_headers$|_redirects$)"',
        *ways,
        "</IfModule>",
    ]


def _for_ending(end: str, directive: str) -> list[str]:
    """Return a directive for files by ending or path; Apache matches their names alone."""
    if not end:
        return [directive]
    pattern = re.escape(end) if end.startswith(".") else "^" + re.escape(end.rpartition("/")[2])
    return [f'<FilesMatch "{pattern}$">', directive, "</FilesMatch>"]


# --- nginx ---------------------------------------------------------------------------


def _nginx(moved: Iterable[tuple[str, str]], gone: Iterable[str], statement: str, frame: Frame) -> list[str]:
    """Return what stands in a `server` block, all inside one `location`.

    No inner block has an `add_header`: one would cancel all outer ones.
    """
    plain = {end: kind.partition(";")[0] for end, kind in TYPES.items()}
    texts = sorted({plain[e] for e, kind in TYPES.items() if "charset" in kind} - {"text/html"})
    was = frame.to(addresses.STATEMENT)
    ways = [_exactly(at, 301, to) for old, to in moved for at in _both(f"{frame.root}{old}")]
    ways += [_exactly(at, 302, statement) for at in _both(was.rstrip("/")) if _is_plain(statement)]
    ways += [line for old in gone for line in _gone(old, frame)]
    types = " ".join(f"{kind} {end[1:]};" for end, kind in plain.items() if end.count(".") == 1)
    inner = [
        "index index.html;",
        f"error_page 404 {frame.to(addresses.NOT_FOUND)};",
        f"error_page 410 {frame.to(addresses.GONE)};",
        "absolute_redirect off;",
        "charset utf-8;",
        f"charset_types {' '.join(texts)};",
        f"types {{ {types} }}",
        "gzip on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        f"gzip_types {' '.join(kind for kind in PACKED if kind != 'text/html')};",
        "expires 0;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS),
        *ways,
        f"location = {frame.to(addresses.NOT_FOUND)} {{ internal; }}",
        f"location = {frame.to(addresses.GONE)} {{ internal; }}",
        rf'location ~ "^{re.escape(frame.root)}/(?:\.(?!well-known/)|_headers$|_redirects$)" {{ return 404; }}',
        *(
            f'location ~ "{re.escape(end)}$" {{ types {{ }} default_type {plain[end]}; expires {MINUTES_10}; }}'
            for end in plain
            if end.count(".") > 1
        ),
        *(f'location ~ "(?:{"|".join(map(re.escape, ends))})$" {{ expires {s}; }}' for s, ends in KEPT.items()),
    ]
    return [f"location {frame.root}/ {{", *(f"  {line}" for line in inner), "}"]


def _both(address: str) -> tuple[str, ...]:
    """Return an address as it is asked for: a page with and without its final `/`, a file as it is."""
    return (address,) if address.casefold().endswith((".html", ".htm")) else (address, f"{address}/")


def _is_folder(withdrawn: str) -> bool:
    """Whether all below a withdrawn address went with it: the folder of a post is the post's alone."""
    return withdrawn.startswith(f"/{addresses.ARTICLES}")


def _gone(withdrawn: str, frame: Frame) -> Iterator[str]:
    at = f"{frame.root}{withdrawn}"
    if _is_folder(withdrawn):
        yield f'location = "{at}" {{ return 410; }}'
        yield f'location ^~ "{at}/" {{ return 410; }}'
    else:
        yield from (f'location = "{each}" {{ return 410; }}' for each in _both(at))


def _exactly(address: str, status: int, to: str) -> str:
    return f'location = "{address}" {{ return {status} "{to}"; }}'


def _is_plain(address: str) -> bool:
    """Whether an address can stand in a host's file: nothing there may end its quotation or be a variable."""
    return re.fullmatch(r"https?://[A-Za-z0-9._~/?#&=+%,:@-]+", address) is not None
