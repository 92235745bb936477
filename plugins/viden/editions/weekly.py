"""Weekly editions, computed from the published posts and the instant of the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time

from ..dates import COPENHAGEN, iso_week, week_bounds
from ..model import KINDS, Facts, Library, WeeklyEdition

SECTIONS = ("Videndeling", "Nyheder", "Inspiration", "Debat")
"""The newsletter's order: first what others can use, last what someone means."""

_SECTION_OF = {kind.id: kind.section for kind in KINDS}


def weekly(library: Library) -> tuple[WeeklyEdition, ...]:
    """Return one edition for each work area and week that is over and had posts.

    Editions follow the register's order of work areas, within an area newest
    first. A week is over when its closing instant is not after
    `library.moment`. A post with several work areas stands in an edition of
    each. Drafts, which only a preview's library holds, are in none.
    """
    weeks = _weeks_that_are_over(library)
    editions = (
        tuple(
            _edition(area.id, year, week, closes, posts)
            for (year, week), (closes, all_posts) in weeks.items()
            if (posts := tuple(f for f in all_posts if area.id in f.work_areas))
        )
        for area in library.registers.work_areas
    )
    return tuple(e for of_area in editions for e in _with_corrections(of_area, library))


def _with_corrections(editions: tuple[WeeklyEdition, ...], library: Library) -> Iterator[WeeklyEdition]:
    """Yield the editions of one area, newest first, each with the corrections since the one before it.

    What an edition itself brings is corrected when it is read, and needs no mention.
    """
    for at, edition in enumerate(editions):
        before = editions[at + 1].closes if at + 1 < len(editions) else None
        posts = (f for f in library.facts if edition.area in f.work_areas and f not in edition.items)
        rows = [(f, c) for f in posts for c in f.corrections if _falls(c.day, before, edition.closes)]
        yield replace(edition, corrections=tuple(sorted(rows, key=lambda row: (row[1].day, row[0].id))))


def _falls(day: date, after: datetime | None, until: datetime) -> bool:
    """Whether a day lies between two closing instants, which are midnights."""
    begins = datetime.combine(day, time(), COPENHAGEN)
    return (after is None or begins >= after) and begins < until


def _weeks_that_are_over(library: Library) -> dict[tuple[int, int], tuple[datetime, tuple[Facts, ...]]]:
    """Return (ISO year, week) → (closing instant, posts), newest week first, posts as in the library."""
    found: dict[tuple[int, int], list[Facts]] = {}
    for facts in library.facts:
        if not facts.is_draft:
            found.setdefault(iso_week(facts.published.astimezone(COPENHAGEN)), []).append(facts)
    closing = {key: week_bounds(*key)[1] for key in found}
    return {
        key: (closing[key], tuple(found[key])) for key in sorted(found, reverse=True) if closing[key] <= library.moment
    }


def _edition(area: str, year: int, week: int, closes: datetime, posts: Iterable[Facts]) -> WeeklyEdition:
    by_section: dict[str, list[Facts]] = {name: [] for name in SECTIONS}
    for facts in posts:
        by_section[_SECTION_OF[facts.kind]].append(facts)
    sections = tuple((name, tuple(held)) for name, held in by_section.items() if held)
    return WeeklyEdition(area, year, week, closes, sections)
