"""Every feed that the site has. The registers alone give them, so that an empty area has its feeds too;
only a pair of areas has none until a post belongs to both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..addresses import ALL_POSTS, RHYTHMS, area_feed, area_url, edition_feed, pair_feed, subscribe_url
from ..model import COMPETENCE, WORK, Area, Channel, Library, Registers

_FACET_WORD = {WORK: "arbejdsområde", COMPETENCE: "kompetenceområde"}
"""Tells two areas of one name apart."""


def channels(registers: Registers) -> tuple[Channel, ...]:
    """Return the channels that always are: all posts, each work area, each competence area, each weekly newsletter."""
    areas = registers.work_areas + registers.competence_areas
    shared = {label for label, times in Counter(a.label for a in areas).items() if times > 1}
    return (
        _everything(registers),
        *(_of_area(a, registers, a.label in shared) for a in areas),
        *_weekly(registers),
    )


def pairs(library: Library) -> tuple[Channel, ...]:
    """Return a channel for each work area and competence area that share a published post, in the registers' order."""
    registers = library.registers
    held = {
        (work, skill) for f in library.facts if not f.is_draft for work in f.work_areas for skill in f.competence_areas
    }
    return tuple(
        _of_pair(work, skill, registers)
        for work in registers.work_areas
        for skill in registers.competence_areas
        if (work.id, skill.id) in held
    )


def _of_pair(work: Area, skill: Area, registers: Registers) -> Channel:
    site = registers.site
    name = f"{work.label} + {skill.label}"
    return Channel(
        id=f"{work.id}+{skill.id}",
        kind="pair",
        name=name,
        title=f"{site.name} – {name}",
        path=pair_feed(work.id, skill.id),
        url=area_url(WORK, work.id),
        description=f"Indlæg fra {site.name}, der både handler om {work.label} og om {skill.label}.",
    )


def _everything(registers: Registers) -> Channel:
    site = registers.site
    about = f"Alle indlæg fra {site.name}, de nyeste først."
    return Channel(ALL_POSTS, "all", "Alle indlæg", site.name, ALL_POSTS, "", site.description or about)


def _of_area(area: Area, registers: Registers, is_shared: bool) -> Channel:
    site = registers.site
    name = f"{area.label} ({_FACET_WORD[area.facet]})" if is_shared else area.label
    return Channel(
        id=area.id,
        kind=area.facet,
        name=name,
        title=f"{site.name} – {name}",
        path=area_feed(area.facet, area.id),
        url=area_url(area.facet, area.id),
        description=f"Indlæg fra {site.name} om {area.label}. {area.definition}".strip(),
    )


def _weekly(registers: Registers) -> Iterator[Channel]:
    for area in registers.work_areas:
        site = registers.site
        yield replace(
            _of_area(area, registers, is_shared=False),
            kind="newsletter",
            title=f"{site.name} – nyhedsbrev: {area.label}",
            path=edition_feed(area.id, RHYTHMS["week"]),
            url=subscribe_url(area.id),
            description=f"Ugens indlæg om {area.label} fra {site.name}, samlet i ét nyhedsbrev. "
            "En uge uden indlæg giver intet nyhedsbrev.",
            formats=("rss", "atom"),
        )
