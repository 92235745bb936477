"""Plain text of a body: prose in paragraphs, boxes and code blocks left out."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import NavigableString, PreformattedString, Tag

from .runs import BLOCKS, SILENT, holds_block
from .trees import tree

LEFT_OUT = frozenset({"aside", "pre", "nav", "form"})
ELLIPSIS = "…"


def plain(html: str) -> str:
    """Return the prose of `html`, paragraphs apart by a newline."""
    return prose(tree(html)[1])


def prose(root: Tag) -> str:
    """Return the prose below `root`, paragraphs apart by a newline."""
    return "\n".join(text for text in (" ".join(p.split()) for p in _paragraphs(root)) if text)


def excerpt(text: str, limit: int = 160) -> str:
    """Return `text` on one line of at most `limit` characters, cut between words and ended with "…"."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit]
    cut = head.rpartition(" ")[0] if " " in head else head[:-1]
    return cut.rstrip(" ,;:–-.…") + ELLIPSIS


def is_box(node: Tag) -> bool:
    return "box" in str(node.get("class") or "").split()


def is_figure(node: Tag) -> bool:
    """Whether the node is a picture with its caption."""
    return node.name == "figure" and node.get("class") == "figure"


def _paragraphs(node: Tag) -> Iterator[str]:
    pieces: list[str] = []
    for child in node.children:
        if not isinstance(child, Tag) or (child.name not in BLOCKS and not holds_block(child)):
            pieces.append(_inline(child))
            continue
        yield "".join(pieces)
        pieces = []
        if child.name not in SILENT and child.name not in LEFT_OUT and not is_box(child) and not is_figure(child):
            yield from _paragraphs(child)
    yield "".join(pieces)


def _inline(node: object) -> str:
    if isinstance(node, NavigableString):
        return "" if isinstance(node, PreformattedString) else str(node)
    if not isinstance(node, Tag) or node.name in SILENT or _is_backlink(node):
        return ""
    return " " if node.name == "br" else "".join(_inline(c) for c in node.children)


def _is_backlink(node: Tag) -> bool:
    classes = str(node.get("class") or "")
    return "footnote-backref" in classes or (node.name == "sup" and node.find("a", class_="footnote-ref") is not None)
