"""HTML of a mail to plain text: words and paragraphs, and nothing that a tag could do.

A scanner that only moves forward, so that no text can make it slow. What it
misreads is shown as text all the same: the page escapes it.
"""

from __future__ import annotations

import html
import re

SILENT = frozenset(["script", "style", "head", "title", "template", "noscript", "svg", "math", "blockquote"])
"""Elements whose text is left out: code, and what the mail quotes."""
BLOCKS = frozenset(["address", "article", "div", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"])  # fmt: skip
PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"])
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")


def plain(markup: str) -> str:
    """Return the text of an HTML part; an unclosed tag or comment ends it."""
    lowered = markup.lower()
    if len(lowered) != len(markup):  # a few capitals of other alphabets grow when lowered
        lowered = re.sub("[A-Z]", lambda m: m[0].lower(), markup)
    pieces: list[str] = []
    at = 0
    while (sign := markup.find("<", at)) >= 0:
        pieces.append(_words(markup[at:sign]))
        tag = _TAG.match(markup, sign)
        if markup.startswith("<!--", sign):
            at = _after("-->", lowered, sign)
        elif tag is None and not markup.startswith(("<!", "<?", "</"), sign):
            pieces.append("<")
            at = sign + 1
        else:
            name = tag[2].lower() if tag else ""
            at = _after(f"</{name}", lowered, sign) if name in SILENT and tag and not tag[1] else sign
            at = _after(">", lowered, at)
            pieces.append(_break(name, bool(tag and tag[1])))
    pieces.append(_words(markup[at:]))
    return re.sub(r" *\n *", "\n", re.sub(r"[ \t]+", " ", "".join(pieces))).strip()


def _after(sign: str, text: str, start: int) -> int:
    found = text.find(sign, start)
    return len(text) if found < 0 else found + len(sign)


def _words(text: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", text))


def _break(name: str, is_end: bool) -> str:
    if name in PARAGRAPHS:
        return "\n\n"
    if name == "br" or (name in BLOCKS and is_end):
        return "\n"
    return ""
