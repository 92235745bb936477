"""Every feed that the site has: those of all posts and of areas always, others once a post belongs there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from .. import addresses
from ..addresses import ALL_POSTS, RHYTHMS, area_feed, area_url, edition_feed, pair_feed, pair_url, subscribe_url
from ..model import COMPETENCE, WORK, Area, Channel, Facts, Library, Registers

_FACET_WORD = {WORK: "arbejdsområde", COMPETENCE: "kompetenceområde"}
"""Tells two areas of one name apart."""


def channels(registers: Registers) -> tuple[Channel, ...]:
    """Return the channels that always are, kind by kind: all posts, work areas, competence areas, newsletters."""
    areas = registers.work_areas + registers.competence_areas
    shared = {label for label, times in Counter(a.label for a in areas).items() if times > 1}
    return (
        _everything(registers),
        *(_of_area(a, registers, a.label in shared) for a in areas),
        *_weekly(registers),
    )


def channels_with_posts(library: Library) -> tuple[Channel, ...]:
    """Return the channels that are there because a published post is, kind by kind, in the registers' order.

    They are the pairs of a work area and a competence area, the blogs, the
    publishers, the people of the register and the series.
    """
    registers = library.registers
    held = {key for f in library.facts if not f.is_draft for key in keys_of(f)}
    every = (*_pairs(registers), *_groups(registers))
    return tuple(c for c in every if (c.kind, c.id) in held)


def keys_of(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return (kind, id) of every channel that the post belongs to, each once."""
    keys = [("all", ALL_POSTS), *((WORK, w) for w in facts.work_areas)]
    keys += ((COMPETENCE, k) for k in facts.competence_areas)
    keys += (("pair", f"{w}+{k}") for w in facts.work_areas for k in facts.competence_areas)
    keys += (("blog", facts.blog), ("publisher", facts.publisher), ("series", facts.series))
    keys += (("person", author.id) for author in facts.authors)
    return tuple(dict.fromkeys(keys))


def _pairs(registers: Registers) -> Iterator[Channel]:
    for work in registers.work_areas:
        for skill in registers.competence_areas:
            yield _of_pair(work, skill, registers)


def _groups(registers: Registers) -> Iterator[Channel]:
    site = registers.site.name
    for kind, word, about, rows, path, url in (
        ("blog", "blog", "på bloggen", registers.blogs, addresses.blog_feed, addresses.blog_url),
        ("publisher", "udgiver", "udgivet af", registers.publishers, addresses.publisher_feed, addresses.publisher_url),
        ("person", "forfatter", "skrevet af", registers.people, addresses.person_feed, addresses.person_url),
        ("series", "serie", "i serien", registers.series, addresses.series_feed, addresses.series_url),
    ):
        for row in rows:
            name = registers.told_apart(row.id, row.name) if kind == "person" else row.name
            title, described = f"{site} – {word}: {name}", f"Indlæg fra {site}, {about} {name}."
            yield Channel(row.id, kind, name, title, path(row.id), url(row.id), described)


def _of_pair(work: Area, skill: Area, registers: Registers) -> Channel:
    site = registers.site
    name = f"{work.label} + {skill.label}"
    return Channel(
        id=f"{work.id}+{skill.id}",
        kind="pair",
        name=name,
        title=f"{site.name} – {name}",
        path=pair_feed(work.id, skill.id),
        url=pair_url(work.id, skill.id),
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
