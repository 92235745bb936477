"""Feeds of posts: each channel's documents, and the list of all channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..addresses import OPML
from ..model import Artefact, Channel, Facts, Library
from .archives import documents, files, shown
from .channels import channels, channels_with_posts, keys_of
from .documents import write
from .entries import newest_change, post_entry
from .items import render
from .opml import opml


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
    every = (*channels(registers), *channels_with_posts(library))
    chosen = dict(_chosen(every, published))
    needed = {f.id: f for channel, facts in chosen.items() for f in shown(channel, facts)}
    items = {id: render(post_entry(f, bodies[id], registers, address)) for id, f in needed.items()}
    found = [
        artefact
        for channel, facts in chosen.items()
        for document in documents(channel, facts, items, registers, address)
        for artefact in write(document)
    ]
    found.append(opml(every, registers, newest_change(published, registers), address))
    return tuple(sorted(found, key=lambda a: a.path))


def feed_files(library: Library) -> frozenset[str]:
    """Return the address of every feed, and of the list of them, without making any; a link may lead there."""
    published = tuple(f for f in library.facts if not f.is_draft)
    always = channels(library.registers)
    chosen = _chosen((*always, *channels_with_posts(library)), published)
    letters = ((c, ()) for c in always if c.kind == "newsletter")
    return frozenset(file for channel, facts in (*chosen, *letters) for file in files(channel, facts)) | {OPML}


def _chosen(every: tuple[Channel, ...], published: tuple[Facts, ...]) -> Iterator[tuple[Channel, tuple[Facts, ...]]]:
    """Yield the channels of posts, each with its posts in the library's order."""
    shelves = _shelves(published)
    for channel in every:
        if channel.kind != "newsletter":
            yield channel, tuple(shelves.get((channel.kind, channel.id), ()))


def _shelves(published: tuple[Facts, ...]) -> dict[tuple[str, str], list[Facts]]:
    """Return (kind, id) of a channel → its posts."""
    found: dict[tuple[str, str], list[Facts]] = {}
    for facts in published:
        for key in keys_of(facts):
            found.setdefault(key, []).append(facts)
    return found
