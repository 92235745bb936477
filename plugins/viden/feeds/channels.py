"""Every feed that the site has, known from the registers alone: also an empty area has its feeds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ..addresses import area_url, subscribe_url
from ..model import COMPETENCE, WORK, Area, Channel, Registers

_FACETS = {
    WORK: ("arbejdsomraade", "arbejdsområde"),
    COMPETENCE: ("kompetence", "kompetenceområde"),
}
"""Facet → (folder below `feeds/`, word that tells two areas of one name apart)."""


def channels(registers: Registers) -> tuple[Channel, ...]:
    """Return all channels: all posts, each work area, each competence area, each weekly newsletter."""
    areas = registers.work_areas + registers.competence_areas
    shared = {label for label, times in Counter(a.label for a in areas).items() if times > 1}
    return (
        _everything(registers),
        *(_of_area(a, registers, a.label in shared) for a in areas),
        *_weekly(registers),
    )


def _everything(registers: Registers) -> Channel:
    site = registers.site
    about = f"Alle indlæg fra {site.name}, de nyeste først."
    return Channel("alle", "all", "Alle indlæg", site.name, "alle", "", site.description or about)


def _of_area(area: Area, registers: Registers, is_shared: bool) -> Channel:
    folder, word = _FACETS[area.facet]
    site = registers.site
    name = f"{area.label} ({word})" if is_shared else area.label
    return Channel(
        id=area.id,
        kind=area.facet,
        name=name,
        title=f"{site.name} – {name}",
        path=f"{folder}/{area.id}",
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
            path=f"nyhedsbrev/{area.id}-uge",
            url=subscribe_url(area.id),
            description=f"Ugens indlæg om {area.label} fra {site.name}, samlet i ét nyhedsbrev. "
            "En uge uden indlæg giver intet nyhedsbrev.",
            formats=("rss", "atom"),
        )
