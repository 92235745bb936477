"""Zones: what stands where in a rendered body, how much it counts, and where each word is written.

A zone of kind `none` keeps its text but no places: nothing in it counts.
"""

from __future__ import annotations

from bs4.element import Tag

from ..model import Place, Post, Zone
from .aligning import WORD, positions
from .layout import scan
from .masking import Masked, masked
from .runs import runs_of
from .trees import tree


def zones_of(root: Tag, source: Masked | None) -> tuple[Zone, ...]:
    """Return the zones below `root`, with places where a source is given."""
    runs = runs_of(root)
    if source is None:
        return tuple(Zone(run.kind, run.text) for run in runs)
    counted = [(i, m) for i, run in enumerate(runs) if run.kind != "none" for m in WORD.finditer(run.text)]
    offsets = positions([m.group() for _, m in counted], source)
    places: list[list[tuple[int, int, int]]] = [[] for _ in runs]
    for (i, match), offset in zip(counted, offsets, strict=True):
        if offset is not None:
            places[i].append((match.start(), *source.position(offset)))
    return tuple(Zone(run.kind, run.text, tuple(row)) for run, row in zip(runs, places, strict=True))


def zones(html: str, markdown: str = "", first_line: int = 1) -> tuple[Zone, ...]:
    """Return the zones of rendered HTML, also of a post that is not ours.

    With the Markdown it was made from, each word that counts has its line and
    column in the file whose body begins on `first_line`.
    """
    source = masked(scan(markdown.split("\n"), "", first_line)) if markdown else None
    return zones_of(tree(html)[1], source)


def header_zones(post: Post) -> tuple[Zone, ...]:
    """Return the zones of a post's title and summary, with places where it has a header."""
    fields = {f.key: f.place for f in post.header.fields} if post.header else {}
    pairs = (("title", post.title), ("summary", post.summary))
    return tuple(text_zone(kind, text, fields.get(kind)) for kind, text in pairs if text)


def text_zone(kind: str, text: str, place: Place | None) -> Zone:
    """Return a zone of one line of plain text that begins at `place`."""
    if place is None:
        return Zone(kind, text)
    return Zone(kind, text, tuple((m.start(), place.line, place.column + m.start()) for m in WORD.finditer(text)))
