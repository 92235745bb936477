"""SKOS: the two area registers as a standard vocabulary that other programs can read, and back.

Concepts, labels, notes and mappings are SKOS (https://www.w3.org/TR/skos-reference/); what SKOS has no
word for (weights, kinds, rules) stands on SKOS-XL labels in our own namespace. Areas → SKOS → areas loses
nothing, and the same areas give the same bytes.
"""

from __future__ import annotations

from .concepts import statements
from .files import base_of, files
from .graphs import Statement
from .jsonld import jsonld
from .reading import areas, parsed
from .register_yaml import register_yaml
from .turtle import turtle

__all__ = ["Statement", "areas", "base_of", "files", "jsonld", "parsed", "register_yaml", "statements", "turtle"]
