"""Documents: what a published post gives to search, once, for both engines.

The library holds published posts only, so nothing else can get in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ..language import sentences
from ..model import KINDS, Body, Facts, Library, Registers, TaggedPost

FIELDS = ("title", "names", "summary", "headings", "body")
"""Fields of a document, in the order of their weight; `names` is who, where and in which series."""

PASSAGE_LIMIT = 900
"""Longest stored passages of one article, in characters (chosen: three excerpts' worth)."""

READ_ZONES = frozenset(("heading", "lead", "body", "list"))
"""Zones of a body that are its own prose."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that a reader can filter by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A published post as search sees it."""

    id: str
    path: str
    """Source path inside the content folder."""
    url: str
    """From the site's root, without leading `/`."""
    title: str
    kind: str
    date: datetime
    authors: tuple[Facet, ...]
    publisher: str
    series: str
    year: str
    work_areas: tuple[str, ...]
    competence_areas: tuple[str, ...]
    fields: tuple[str, ...]
    """Plain text of each of `FIELDS`, in that order."""
    passages: tuple[str, ...]
    """Stretches to show as excerpts: summary, lead, first sentence below each heading."""
    pointers: tuple[tuple[str, str, str], ...] = ()
    """(anchor, heading, first two sentences) of each pointer, so that a hit can lead to the pointer itself."""

    @property
    def text(self) -> str:
        """The whole readable text: summary, then body with its headings, a line each."""
        return "\n".join(part for part in (self.fields[2], self.fields[4]) if part)


def documents(library: Library) -> tuple[Document, ...]:
    """Return one document for each post of the library, oldest first, equal times by id.

    The order is the numbering of the index: a new post comes last and moves no other.
    """
    made = (_document(facts, tagged, library.registers) for facts, tagged in zip(library.facts, library.tagged))
    return tuple(sorted(made, key=lambda d: (d.date, d.id)))


def facet_values(document: Document, registers: Registers) -> dict[str, tuple[Facet, ...]]:
    """Return the values of a document in each facet; facet names are the keys that filters use."""
    return {
        "kind": tuple(Facet(k.id, k.plural) for k in KINDS if k.id == document.kind),
        "workArea": _areas(document.work_areas, registers),
        "competenceArea": _areas(document.competence_areas, registers),
        "author": document.authors,
        "publisher": _named(document.publisher, registers.publisher(document.publisher)),
        "series": _named(document.series, registers.series_of(document.series)),
        "year": (Facet(document.year, document.year),),
    }


def _document(facts: Facts, tagged: TaggedPost, registers: Registers) -> Document:
    stretches = _stretches(tagged.body)
    body = "\n".join(text for _, text in stretches)
    headings = "\n".join(text for is_heading, text in stretches if is_heading)
    summary = _clean(facts.summary)
    texts = (_clean(facts.title), _names(facts, registers), summary, headings, body)
    return Document(
        id=facts.id,
        path=facts.path,
        url=facts.url,
        title=texts[0],
        kind=facts.kind,
        date=facts.published,
        authors=tuple(Facet(a.id or a.name, registers.told_apart(a.id, a.name)) for a in facts.authors),
        publisher=facts.publisher,
        series=facts.series,
        year=f"{facts.published.year:04d}",
        work_areas=facts.work_areas,
        competence_areas=facts.competence_areas,
        fields=texts,
        passages=tuple(_passages(summary, stretches)),
        pointers=tuple((p.anchor, _clean(p.heading), _opening(p.text)) for p in facts.pointers),
    )


def _opening(text: str) -> str:
    return " ".join(list(sentences(_clean(text)))[:2])


def _names(facts: Facts, registers: Registers) -> str:
    """Return who wrote it, who published it, its blog and whose that is, its series, its event and its free keywords, a line each."""
    blog, event = registers.blog(facts.blog), registers.event(facts.event)
    names = [part for a in facts.authors for part in (a.name, a.title)]
    for found in (
        registers.publisher(facts.publisher),
        blog,
        registers.series_of(facts.series),
        event,
    ):
        names.append(found.name if found else "")
    owner = registers.person(blog.owner) if blog else None
    names.append(owner.name if owner else "")
    names += [s.name for s in event.speakers] if event else []
    return "\n".join(dict.fromkeys(_clean(n) for n in (*names, *facts.tags) if n))


def _stretches(body: Body) -> tuple[tuple[bool, str], ...]:
    """Return (is a heading, text) of each stretch of prose in reading order; boxes are left out by `bodies`."""
    if body.zones:
        rows = [(z.kind == "heading", z.text) for z in body.zones if z.kind in READ_ZONES]
    else:
        rows = [(False, line) for line in body.text.split("\n")]
    return tuple((is_heading, shown) for is_heading, text in rows if (shown := _clean(text)))


def _passages(summary: str, stretches: Iterable[tuple[bool, str]]) -> Iterable[str]:
    """Yield summary, the first sentences, and the first two sentences below each heading, up to the limit."""
    chosen, wanted = [summary] if summary else [], 3
    for is_heading, text in stretches:
        if is_heading:
            wanted = 2
            continue
        chosen += list(sentences(text)[:wanted])
        wanted = 0
    left = PASSAGE_LIMIT
    for text in dict.fromkeys(chosen):
        if left <= 0:
            return
        yield text
        left -= len(text)


def _areas(ids: Iterable[str], registers: Registers) -> tuple[Facet, ...]:
    return tuple(Facet(id, area.label) for id in ids if (area := registers.area(id)))


def _named(id: str, found: object) -> tuple[Facet, ...]:
    return (Facet(id, str(getattr(found, "name", "")) or id),) if id else ()


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
