"""Unbroken stretches of text in a body, each with its standing: the structure decides, never a pattern over HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import NavigableString, PreformattedString, Tag

from .aligning import WORD

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "textarea",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "option",
        "button",
        "head",
        "title",
    ]
)
"""Elements whose content is no text of the post."""
UNCOUNTED = frozenset(["aside", "footer", "nav", "form", "figcaption", "pre", "address"])
UNCOUNTED_CLASSES = frozenset(["byline", "kicker", "footnote", "footnotes", "box", "tags", "meta", "share", "related"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

_FURNITURE = re.compile(r"(?:læs også|læs mere|emneord|emner|nøgleord|tags|foto|fotograf|billede)\s*:", re.IGNORECASE)
_BYLINE = re.compile(r"(?:(?:Blog|Debat)indlæg af|Skrevet af|Af) [A-ZÆØÅ]\w+ [A-ZÆØÅ]")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s*\S")
_DAY = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_EVENT = re.compile(
    rf"(?:(?:{_DAY})\b[^:]{{0,20}}?)?(?:den )?\d{{1,2}}(?:\.\s?(?:{_MONTH})|[/.-]\d{{1,2}}\b|[.:]\d\d\b)|(?:{_DAY}|{_MONTH})\b|kl\. ?\d",
    re.IGNORECASE,
)
BYLINE_WORDS = 25
"""A first line that opens like a byline is one up to this length in words (chosen)."""


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken stretch of text in one block."""

    kind: str
    block: str
    text: str


def runs_of(root: Tag) -> list[Run]:
    """Return the runs below `root` that hold text, in document order."""
    return _with_lead([run for run in _runs(root, "body", "p") if run.text])


def _with_lead(runs: list[Run]) -> list[Run]:
    """Name furniture and bylines as such, and the first paragraph as the lead."""
    result, has_lead = [], False
    for run in runs:
        kind = run.kind
        if kind == "body" and run.block == "p":
            if _FURNITURE.match(run.text) or (not has_lead and _is_byline(run.text)):
                kind = "none"
            elif not has_lead and WORD.search(run.text):
                kind, has_lead = "lead", True
        result.append(Run(kind, run.block, run.text))
    return result


def _is_byline(text: str) -> bool:
    return _BYLINE.match(text) is not None and len(text.split()) <= BYLINE_WORDS


def _runs(node: Tag, kind: str, block: str) -> Iterator[Run]:
    """Yield the runs of `node` in document order; inline elements belong to the run around them."""
    pieces: list[str] = []
    for child in node.children:
        if not isinstance(child, Tag) or not _breaks(child):
            pieces.append(_inline(child))
            continue
        yield Run(kind, block, _collapsed(pieces))
        pieces = []
        if child.name not in SILENT:
            yield from _block(child, kind, block)
    yield Run(kind, block, _collapsed(pieces))


def _block(node: Tag, kind: str, block: str) -> Iterator[Run]:
    name = node.name
    inner = "li" if name in ("ul", "ol", "dl", "table") else block
    if str(node.get("class") or "") == "video__title":
        yield from _runs(node, "body", "figcaption")
    elif kind == "none" or _is_uncounted(node):
        yield from _runs(node, "none", inner)
    elif name in HEADINGS:
        yield from _runs(node, "heading", name)
    elif name == "p" and (point := _bold_point(node)):
        yield from point
    elif name in ("ul", "ol", "table") and _is_listing(node):
        yield from _runs(node, "list", inner)
    else:
        yield from _runs(node, kind, inner)


def _breaks(node: Tag) -> bool:
    return node.name in BLOCKS or (node.name not in SILENT and holds_block(node))


def holds_block(node: Tag) -> bool:
    """Whether a block lies somewhere below `node`."""
    return any(isinstance(d, Tag) and d.name in BLOCKS for d in node.descendants)


def _is_uncounted(node: Tag) -> bool:
    classes = str(node.get("class") or "").split()
    return node.name in UNCOUNTED or any(c in UNCOUNTED_CLASSES for c in classes)


def _bold_point(node: Tag) -> list[Run] | None:
    """Return heading and rest of a paragraph that opens with a bold numbered point or is wholly bold."""
    children = [c for c in node.children if isinstance(c, Tag) or str(c).strip()]
    first = children[0] if children else None
    if not isinstance(first, Tag) or first.name not in ("strong", "b"):
        return None
    title, rest = _collapsed([_inline(first)]), _collapsed([_inline(c) for c in children[1:]])
    if not _NUMBERED.match(title) and (rest or len(title.split()) > 12):
        return None
    return [Run("heading", "h", title), Run("body", "li", rest)]


def _is_listing(node: Tag) -> bool:
    """Whether two thirds of the items are links or events."""
    items = node.find_all("tr" if node.name == "table" else "li", recursive=node.name == "table")
    texts = [(i, _collapsed([_inline(i)])) for i in items if isinstance(i, Tag) and not i.find("th")]
    listed = sum(1 for item, text in texts if _EVENT.match(text) or _is_link(item, text))
    return bool(texts) and 3 * listed >= 2 * len(texts)


def _is_link(item: Tag, text: str) -> bool:
    linked = sum(len(_inline(a).split()) for a in item.find_all("a"))
    return bool(item.find("a")) and 2 * linked >= len(text.split())


def _inline(node: object) -> str:
    """Return the text of an inline node that counts: no code, no footnote marks, no address shown as text."""
    if isinstance(node, NavigableString):
        return "" if isinstance(node, PreformattedString) else str(node)
    if not isinstance(node, Tag) or node.name in SILENT:
        return ""
    if node.name in ("br", "code", "kbd", "samp", "img") or _is_mark(node):
        return " "
    return "".join(_inline(c) for c in node.children)


def _is_mark(node: Tag) -> bool:
    if node.name == "sup":
        return node.find("a", class_="footnote-ref") is not None
    if node.name != "a":
        return False
    text = node.get_text().strip()
    return bool(re.match(r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$", text)) or "footnote-backref" in str(
        node.get("class")
    )


def _collapsed(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
