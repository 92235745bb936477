"""The vocabulary as the two files that the site publishes."""

from __future__ import annotations

from .. import addresses
from ..model import Artefact, Registers
from .concepts import statements
from .jsonld import jsonld
from .turtle import turtle


def base_of(registers: Registers, site_url: str = "") -> str:
    """Return the address under which the areas have their names: that of the published file.

    `site_url` is the site's public address; without it that of `site.yaml`
    counts. A site that has none names them by its authority.
    """
    root = site_url or registers.site.url
    return f"{root}/{addresses.TAXONOMY_TURTLE}" if root else f"tag:{registers.site.authority}:taksonomi"


def files(registers: Registers, site_url: str = "") -> tuple[Artefact, ...]:
    """Return `data/taksonomi.ttl` and `data/taksonomi.jsonld`: the same graph in two forms."""
    base = base_of(registers, site_url)
    graph = statements((*registers.competence_areas, *registers.work_areas), base)
    return (
        Artefact(addresses.TAXONOMY_TURTLE, turtle(graph, base).encode()),
        Artefact(addresses.TAXONOMY_JSONLD, jsonld(graph, base).encode()),
    )
