"""An entry as bytes, once per format; every feed that has the item holds exactly these bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from feedgen.ext.media import MediaEntryExtension
from lxml import etree

from ..dates import iso
from .cleaning import as_html, clean, clean_line
from .corrected import ATOM, CONTENT, DC, LANG, MEDIA, CorrectedEntry
from .entries import Entry

RSS_PREFIXES = {"atom": ATOM, "content": CONTENT, "dc": DC, "media": MEDIA}
"""Declared on the root of every RSS document, so that items need not."""

_IMAGE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    rss: bytes
    atom: bytes
    json: bytes


def render(entry: Entry, default_lang: str = "da") -> Item:
    """Return the item in all formats; an entry in another language than the feed's says so."""
    return Item(
        id=entry.id,
        rss=_between_tags(_built(entry, for_rss=True).rss_entry(), RSS_PREFIXES),
        atom=_between_tags(_atom_element(entry, default_lang), {}),
        json=json_text(_json_value(entry)).encode(),
    )


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)


def _built(entry: Entry, for_rss: bool) -> CorrectedEntry:
    title = clean_line(entry.title)
    # A feed without a summary would show the full text in lists, or nothing: the title stands in.
    summary = clean_line(entry.summary) or title
    built = CorrectedEntry(entry.published, entry.updated)
    built.id(entry.id)
    built.title(title)
    built.link(href=entry.url, rel="alternate", type="text/html")
    built.summary(as_html(summary) if for_rss else summary)
    built.content(entry.html)
    for author in entry.authors:
        built.author(name=clean_line(author.name), uri=author.url)
    for category in entry.categories:
        given = {"term": category.term, "label": category.label, "scheme": category.scheme}
        built.category({key: clean_line(value) for key, value in given.items() if value})
    if for_rss and entry.image:
        _add_image(built, entry.image)
    return built


def _add_image(built: CorrectedEntry, url: str) -> None:
    built.register_extension("media", MediaEntryExtension, atom=False)
    kind = _IMAGE_TYPES.get(PurePosixPath(url).suffix.lower(), "")
    # Media RSS, not `enclosure`: that one demands the file's length, which a feed cannot promise.
    built.media.content({"url": url, "medium": "image", "type": kind, "group": None})


def _atom_element(entry: Entry, default_lang: str) -> Any:
    element = _built(entry, for_rss=False).atom_entry()
    if entry.lang != default_lang:
        element.set(LANG, entry.lang)
    return element


def _between_tags(element: Any, prefixes: dict[str, str]) -> bytes:
    """Return the element as it stands inside a root that declares `prefixes`."""
    root = etree.Element("root", nsmap=prefixes)
    root.append(element)
    text: bytes = etree.tostring(root, encoding="utf-8", pretty_print=True)
    return text[text.index(b">") + 1 : text.rindex(b"</")].strip(b"\n")


def _json_value(entry: Entry) -> dict[str, Any]:
    title = clean_line(entry.title)
    value = {
        "id": entry.id,
        "url": entry.url,
        "title": title,
        "summary": clean_line(entry.summary) or title,
        "content_html": clean(entry.html),
        "image": entry.image,
        "date_published": iso(entry.published),
        "date_modified": iso(entry.updated),
        "authors": [_json_author(clean_line(a.name), a.url) for a in entry.authors],
        "tags": list(dict.fromkeys(clean_line(c.label) for c in entry.categories)),
        "language": entry.lang,
    }
    return {key: held for key, held in value.items() if held or key == "content_html"}


def _json_author(name: str, url: str) -> dict[str, str]:
    return {"name": name, "url": url} if url else {"name": name}
