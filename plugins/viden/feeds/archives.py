"""A feed as several documents: the newest items, and one document per year with every item once.

RFC 5005, section 4. Years, because a closed year's document changes only when
a post in it does; pages of fifty would all change with each new post.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from ..addresses import archive_feed, feed_path
from ..dates import COPENHAGEN
from ..model import COMPETENCE, WORK, Channel, Facts, Registers
from .documents import Document
from .entries import newest_change
from .items import Item

LIMIT = 50
"""Most items of a current document (prescribed by the feeds page: 50 posts of 6 kB stay under 512 KiB)."""

_FORMATS = ("rss", "atom")
"""Of archives (prescribed by the contract)."""


_ARCHIVED = ("all", WORK, COMPETENCE)
"""Kinds of channels: every post of another channel is in one of theirs (prescribed by the feeds page)."""


def has_archives(channel: Channel, facts: tuple[Facts, ...]) -> bool:
    """Whether there are older items, and the channel is one of those that archive them."""
    return channel.kind in _ARCHIVED and len(facts) > LIMIT


def shown(channel: Channel, facts: tuple[Facts, ...]) -> tuple[Facts, ...]:
    """Return those of a channel's posts that stand in any of its documents."""
    return facts if has_archives(channel, facts) else facts[:LIMIT]


def documents(
    channel: Channel, facts: tuple[Facts, ...], items: Mapping[str, Item], registers: Registers, address: str
) -> Iterator[Document]:
    """Yield the current document and the archives of a channel, newest year first.

    `facts` stand newest first; `items` maps their ids to items.
    """
    years = _by_year(facts) if has_archives(channel, facts) else {}
    paths = [archive_feed(channel.path, year) for year in years]
    mark = "complete" if len(facts) <= LIMIT else ""
    older = tuple(("prev-archive", path) for path in paths[:1])
    newest = tuple(items[f.id] for f in facts[:LIMIT])
    updated = newest_change(facts, registers)
    yield Document(channel, channel.path, channel.formats, newest, updated, mark, older, registers, address)
    for index, held in enumerate(years.values()):
        own = tuple(items[f.id] for f in held)
        links = _neighbours(channel, paths, index)
        updated = newest_change(held, registers)
        yield Document(channel, paths[index], _FORMATS, own, updated, "archive", links, registers, address)


def files(channel: Channel, facts: tuple[Facts, ...]) -> Iterator[str]:
    """Yield the file of each of these documents, from the site's root."""
    stems = [(channel.path, channel.formats)]
    if has_archives(channel, facts):
        stems += ((archive_feed(channel.path, year), _FORMATS) for year in _by_year(facts))
    yield from (feed_path(stem, format) for stem, formats in stems for format in formats)


def _by_year(facts: tuple[Facts, ...]) -> dict[int, tuple[Facts, ...]]:
    """Return the posts of each year, by Copenhagen's calendar, newest first."""
    return {year: tuple(held) for year, held in groupby(facts, lambda f: f.published.astimezone(COPENHAGEN).year)}


def _neighbours(channel: Channel, paths: list[str], index: int) -> tuple[tuple[str, str], ...]:
    newer = (("next-archive", paths[index - 1]),) if index else ()
    older = (("prev-archive", path) for path in paths[index + 1 : index + 2])
    return (("current", channel.path), *older, *newer)
