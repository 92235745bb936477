"""Our inline patterns: what Markdown would pass on or lose is recorded, what it lacks is added."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import Any

import markdown
from markdown.inlinepatterns import (
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
)

from .directions import is_from_right

TAG = r"<(?:[/!?]?[A-Za-z][\w:-]*|!--|!\[|[?!/])"
ATTRIBUTES = r"\{:[^{}\n]*\}|\{[ ]?[.#][A-Za-z][^{}\n]*\}"
LANGUAGE = re.compile(r"\{[ ]?lang=[\"']?([\w-]*)[\"']?[ ]?\}")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DECORATIVE = re.compile(r"[ ]?\{:?[ ]*\.dekorativ[ ]*\}")

Found = list[tuple[str, str]]
"""(rule, the words in the source) in the order Markdown met them."""
_Made = tuple[etree.Element | None, int | None, int | None]
"""What an inline pattern gives: the element, and where its source begins and ends."""


class Recorded(InlineProcessor):
    """Changes nothing, but notes that the pattern was met."""

    def __init__(self, pattern: str, md: markdown.Markdown, found: Found, rule: str) -> None:
        super().__init__(pattern, md)
        self.found, self.rule = found, rule

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, int, int]:  # type: ignore[override]
        self.found.append((self.rule, m.group()))
        return None, m.start(), m.end()


class Foreign(LinkInlineProcessor):
    """`[text]{lang=en}` → `<span lang="en">`, with `dir="rtl"` for a language that is written from the right."""

    def __init__(self, pattern: str, md: markdown.Markdown, found: Found) -> None:
        super().__init__(pattern, md)
        self.found = found

    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        text, index, is_closed = self.getText(data, m.end())
        match = LANGUAGE.match(data, index) if is_closed else None
        if match is None:
            return None, None, None
        if not LANGUAGE_CODE.fullmatch(match.group(1)):
            self.found.append(("lang-unknown", match.group()))
        element = etree.Element("span", {"lang": match.group(1)})
        if is_from_right(match.group(1)):
            element.set("dir", "rtl")
        element.text = text
        return element, m.start(), match.end()


class Emphasis(DelimiterProcessor):
    """Markdown's own, watched.

    Markdown 3.11.3 closes `**` with a single `*` in some texts and takes the next
    character with it (`*a **b c*, d` loses its comma). Such text is a fault;
    `test_markdown_still_loses_a_character` tells when this can go.
    """

    def __init__(self, md: markdown.Markdown, found: Found) -> None:
        super().__init__("*", "strong,em", md)
        self.found = found
        self.fresh: list[tuple[int, int, int, int]] = []

    def add_region(self, delim: Any, a: int, b: int, c: int, d: int, size: int) -> None:
        self.fresh.append((a, b, c, d))
        super().add_region(delim, a, b, c, d, size)

    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        self.fresh = []
        made = super().handleMatch(m, data)
        for a, b, c, d in self.fresh:
            if (data[a:b] + data[c:d]).strip(data[a]):
                words = re.match(r"[*_]+[^*_\x02\n]{0,30}", data[a:])
                self.found.append(("emphasis-unmatched", words.group().strip() if words else data[a]))
        return made


class Image(ImageInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        return _decorated(super().handleMatch(m, data), data)


class ImageReference(ImageReferenceInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        return _decorated(super().handleMatch(m, data), data)


def _decorated(made: tuple[Any, int | None, int | None], data: str) -> _Made:
    """Take a `{: .dekorativ }` that follows the image into the image."""
    element, start, end = made
    match = DECORATIVE.match(data, end) if element is not None and end is not None else None
    if element is None or match is None:
        return made
    element.set("class", "dekorativ")
    return element, start, match.end()
