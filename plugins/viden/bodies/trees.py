"""The one reader of rendered bodies: BeautifulSoup with lxml."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

DEPTH = 100
"""Levels of elements that are kept (chosen: a body of ours has at most some 40, and Python's stack holds 1,000 calls)."""


def tree(html: str) -> tuple[BeautifulSoup, Tag]:
    """Return the document and the element that holds the body; elements below `DEPTH` leave their text to their parents."""
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    root = soup.body or soup
    depths = {id(root): 0}
    too_deep = []
    for node in root.descendants:
        if isinstance(node, Tag):
            depth = depths[id(node.parent)] + 1
            depths[id(node)] = depth
            if depth > DEPTH:
                too_deep.append(node)
    for node in too_deep:
        node.unwrap()
    return soup, root
