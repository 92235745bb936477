"""Boxes in the converted tree, each with the lines it was written on."""

from __future__ import annotations

from bs4.element import Tag

from ..model import Place
from .layout import Aside
from .masking import Masked
from .texts import is_box


def boxes_of(root: Tag, source: Masked) -> tuple[tuple[Tag, Aside], ...]:
    """Return each box below `root` with its lines, in document order; to be asked before anything moves."""
    nodes = (node for node in root.find_all(["aside", "figure"]) if is_box(node))
    return tuple(zip(nodes, source.layout.asides))


def place_of(aside: Aside, source: Masked) -> Place:
    """Return the place of the line that opens the box."""
    return source.layout.place(aside.start)


def heading_of(node: Tag) -> str:
    heading = node.find(class_="box__heading")
    return " ".join(heading.get_text().split()) if isinstance(heading, Tag) else ""


def content_of(node: Tag) -> list[Tag]:
    """Return the elements of a box without its heading."""
    return [c for c in node.children if isinstance(c, Tag) and c.get("class") != "box__heading"]
