"""All published content for other programs: one JSON file, a Markdown copy of each post, and a table of contents.

`llms.txt` follows https://llmstxt.org: a heading, a summary and lists of links.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from .. import addresses
from ..dates import iso, plain_date
from ..model import Artefact, Facts, Library, TaggedPost
from .bylines import kind_of
from .expanding import expanded, names
from .frame import Frame
from .pictures import POSTS, resolved
from .texts import ended, together
from .videos import named

NAMED = re.compile(r"\{(?:filename|static|attach)\}([^\s)\"'<>]*)")
"""A link of the content folder in Markdown, as far as its address goes."""


def exports(library: Library, frame: Frame) -> tuple[Artefact, ...]:
    """Return `data/artikler.json`, `llms.txt` and `artikler/<slug>/index.md` for each post."""
    pairs = tuple(zip(library.facts, library.tagged))
    urls = {facts.path: facts.url for facts in library.facts}
    boxes, posts = {box.id: box for box in library.registers.boxes}, names(library.facts)
    whole = {f.id: expanded(t.post.markdown.strip(), f.path, boxes, posts) for f, t in pairs}
    rows = [_row(facts, tagged, library, frame) for facts, tagged in pairs]
    data = json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    copies = (Artefact(addresses.markdown_url(f.slug), _copy(f, whole[f.id], urls, frame).encode()) for f, t in pairs)
    return (
        Artefact(addresses.ARTICLES_JSON, data.encode("utf-8")),
        Artefact(addresses.LLMS, _contents(library, frame).encode("utf-8")),
        *copies,
    )


def _row(facts: Facts, tagged: TaggedPost, library: Library, frame: Frame) -> dict[str, Any]:
    publisher = library.registers.publisher(facts.publisher)
    return {
        "id": facts.id,
        "url": frame.absolute(facts.url),
        "kind": facts.kind,
        "title": facts.title,
        "summary": facts.summary,
        "published": iso(facts.published),
        "updated": iso(facts.updated) if facts.updated else None,
        "authors": [a.name for a in facts.authors],
        "publisher": publisher.name if publisher else None,
        "blog": facts.blog or None,
        "series": facts.series or None,
        "event": facts.event or None,
        "competence_areas": list(facts.competence_areas),
        "work_areas": list(facts.work_areas),
        "tags": list(facts.tags),
        "language": facts.lang,
        "pointers": [{"number": p.number, "heading": p.heading, "text": p.text} for p in facts.pointers],
        "text": tagged.body.text,
    }


def _copy(facts: Facts, markdown: str, urls: dict[str, str], frame: Frame) -> str:
    """Return a post as Markdown that stands alone: title, lead, sender, body, where it comes from."""
    writers = f"Af {together([a.name for a in facts.authors])}, " if facts.authors else ""
    body = NAMED.sub(lambda found: _address(found[1], facts.path, urls, frame), named(markdown))
    parts = (f"# {facts.title}", facts.summary, f"{writers}{plain_date(facts.published)}", body)
    return "\n\n".join((*filter(None, parts), f"Kilde: {frame.absolute(facts.url)}")) + "\n"


def _address(written: str, path: str, urls: dict[str, str], frame: Frame) -> str:
    name, mark, fragment = written.partition("#")
    target = resolved(name, path)
    page = addresses.page_url(addresses.provisional_id(target)) if target.endswith(POSTS) else target
    return frame.absolute(urls.get(target, page)) + mark + fragment


def _contents(library: Library, frame: Frame) -> str:
    site = library.registers.site
    about = " ".join(ended(t) for t in (site.tagline, site.description) if t) or site.name
    return "\n".join((f"# {site.name}", "", f"> {about}", "", *_sections(library, frame)))


def _sections(library: Library, frame: Frame) -> Iterator[str]:
    yield "## Indlæg"
    yield ""
    for facts in library.facts:
        note = f": {facts.teaser}" if facts.teaser else ""
        yield f"- [{facts.title}]({frame.absolute(addresses.markdown_url(facts.slug))}) ({kind_of(facts).singular}){note}"
    yield ""
    yield "## Data"
    yield ""
    yield f"- [Alle indlæg som JSON]({frame.absolute(addresses.ARTICLES_JSON)})"
    yield f"- [Alle feeds som OPML]({frame.absolute(addresses.OPML)})"
    yield ""
