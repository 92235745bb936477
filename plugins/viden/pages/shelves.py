"""The library sorted onto shelves, once per build, so that no list walks through all posts again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..addresses import slug
from ..dates import COPENHAGEN
from ..model import Event, Facts, Library, Registers

Shelf = Mapping[str, tuple[Facts, ...]]
"""Key → posts, newest first."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The posts of a library by what they have in common; a key without posts is absent."""

    areas: Shelf
    people: Shelf
    publishers: Shelf
    blogs: Shelf
    series: Shelf
    events: Shelf
    topics: Shelf
    """By the slug of the keyword."""
    months: Shelf
    """By "2026-04"."""


def shelve(library: Library) -> Shelves:
    """Return the shelves of the library."""

    def by(keys: Callable[[Facts], Iterable[str]]) -> Shelf:
        shelf: dict[str, list[Facts]] = {}
        for facts in library.facts:
            for key in dict.fromkeys(k for k in keys(facts) if k):
                shelf.setdefault(key, []).append(facts)
        return {key: tuple(shelf[key]) for key in sorted(shelf)}

    return Shelves(
        areas=by(lambda f: f.competence_areas + f.work_areas),
        people=by(lambda f: (a.id for a in f.authors)),
        publishers=by(lambda f: (f.publisher,)),
        blogs=by(lambda f: (f.blog,)),
        series=by(lambda f: (f.series,)),
        events=by(lambda f: (f.event,)),
        topics=by(lambda f: (slug(t) for t in f.tags if library.registers.is_topic(t))),
        months=by(lambda f: (f.published.astimezone(COPENHAGEN).strftime("%Y-%m"),)),
    )


def organises(event: Event, registers: Registers, publisher: str) -> bool:
    """Whether the publisher stands behind the event, by id or by name."""
    series = registers.series_of(event.series)
    organiser = event.organiser or (series.organiser if series else "")
    return bool(organiser) and registers.publisher_named(organiser) == publisher
