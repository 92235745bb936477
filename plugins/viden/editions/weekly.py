"""Weekly editions, computed from the published posts and the instant of the build."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

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
    return tuple(
        _edition(area.id, year, week, closes, posts)
        for area in library.registers.work_areas
        for (year, week), (closes, all_posts) in weeks.items()
        if (posts := tuple(f for f in all_posts if area.id in f.work_areas))
    )


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
