"""The vocabulary as the two files that the site publishes."""

from __future__ import annotations

from .. import addresses
from ..model import Artefact, Registers
from .concepts import statements
from .jsonld import jsonld
from .turtle import turtle


def base_of(registers: Registers) -> str:
    """Return the address under which the areas have their names.

    It is that of the published file, after the public address in `site.yaml`
    and never after the address of a preview. A site without one names them by
    its authority.
    """
    site = registers.site
    return f"{site.url}/{addresses.TAXONOMY_TURTLE}" if site.url else f"tag:{site.authority}:taksonomi"


def files(registers: Registers) -> tuple[Artefact, ...]:
    """Return `data/taksonomi.ttl` and `data/taksonomi.jsonld`: the same graph in two forms."""
    base = base_of(registers)
    graph = statements((*registers.competence_areas, *registers.work_areas), base)
    return (
        Artefact(addresses.TAXONOMY_TURTLE, turtle(graph, base).encode()),
        Artefact(addresses.TAXONOMY_JSONLD, jsonld(graph, base).encode()),
    )
