"""The current feeds: the newest posts of all, of each work area and of each competence area."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ..dates import COPENHAGEN
from ..model import Artefact, Channel, Facts, Library, Registers
from .channels import channels
from .documents import Document, write
from .entries import areas_of, changed, post_entry
from .items import Item, render
from .opml import opml

LIMIT = 50
"""Most items of a current feed (prescribed by the feeds page: 50 posts of 6 kB stay under 512 KiB)."""


def feeds(library: Library, bodies: Mapping[str, str], site_url: str) -> tuple[Artefact, ...]:
    """Return every feed of posts, in all formats, and the OPML list of all feeds, by path.

    `bodies` maps a post's id to its portable HTML; a published post that it
    lacks raises KeyError. `site_url` is absolute; a final `/` is ignored. Items
    stand in the library's order, newest first. Drafts, which a preview's
    library holds, stay out.
    """
    address = site_url.rstrip("/")
    registers = library.registers
    published = tuple(f for f in library.facts if not f.is_draft)
    chosen = {c: _of_channel(c, published) for c in channels(registers) if c.kind != "newsletter"}
    needed = {f.id: f for facts in chosen.values() for f in facts[:LIMIT]}
    items = {id: render(post_entry(f, bodies[id], registers, address)) for id, f in needed.items()}
    found = [a for c, facts in chosen.items() for a in write(_document(c, facts, items, registers, address))]
    found.append(opml(registers, newest_change(published, registers), address))
    return tuple(sorted(found, key=lambda a: a.path))


def founded(registers: Registers) -> datetime:
    """Return the instant that dates a feed without items."""
    return datetime.combine(registers.site.founded, datetime.min.time(), COPENHAGEN)


def newest_change(facts: tuple[Facts, ...], registers: Registers) -> datetime:
    return max((changed(f) for f in facts), key=datetime.timestamp, default=founded(registers))


def _of_channel(channel: Channel, published: tuple[Facts, ...]) -> tuple[Facts, ...]:
    if channel.kind == "all":
        return published
    return tuple(f for f in published if channel.id in areas_of(f, channel.kind))


def _document(
    channel: Channel, facts: tuple[Facts, ...], items: Mapping[str, Item], registers: Registers, address: str
) -> Document:
    shown = tuple(items[f.id] for f in facts[:LIMIT])
    return Document(channel, shown, newest_change(facts, registers), len(facts) <= LIMIT, registers, address)
