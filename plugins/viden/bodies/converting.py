"""Python-Markdown with a fixed set of extensions, and our own syntax in its seams.

Ours: boxes and fenced code as the layout found them, `[text]{lang=en}`,
`{: .dekorativ }` after an image. Raw HTML is never HTML here: the pattern that
would pass it on records it instead, so that exactly what Markdown would have
taken for a tag is a fault, and code is not.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import Any

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import (
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
)
from markdown.preprocessors import Preprocessor

from .layout import NAMES, Aside, Layout, scan

EXTENSIONS = (
    "markdown.extensions.abbr",
    "markdown.extensions.tables",
    "markdown.extensions.def_list",
    "markdown.extensions.sane_lists",
)
TAG = r"<(?:[/!?]?[A-Za-z][\w:-]*|!--|!\[|[?!/])"
ATTRIBUTES = r"\{:[^{}\n]*\}|\{[ ]?[.#][A-Za-z][^{}\n]*\}"
LANGUAGE = re.compile(r"\{[ ]?lang=[\"']?([\w-]*)[\"']?[ ]?\}")
LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DECORATIVE = re.compile(r"[ ]?\{:?[ ]*\.dekorativ[ ]*\}")
MARKER = re.compile("\x02viden-box:(\\d+)\x03$")
LANGUAGE_NAME = re.compile(r"[\w+#.-]+")
CORRECTION = re.compile(r"\W*Rettet den\b")

_Made = tuple[etree.Element | None, int | None, int | None]
"""What an inline pattern gives: the element, and where its source begins and ends."""


@dataclass(slots=True)
class _State:
    """What one conversion needs and finds; emptied before each."""

    layout: Layout | None = None
    asides: list[Aside] = field(default_factory=list)
    found: list[tuple[str, str]] = field(default_factory=list)
    """(rule, the words in the source) in the order Markdown met them."""


def to_html(layout: Layout) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the HTML of a source, unsanitised, and (rule, source words) of each fault met."""
    converter, state = _converter()
    converter.reset()
    state.layout, state.asides, state.found = layout, [], []
    html = converter.convert("\n".join(layout.lines))
    return html, tuple(state.found)


@cache
def _converter() -> tuple[markdown.Markdown, _State]:
    """Return the one converter: making it costs more than converting a post."""
    state = _State()
    footnotes = {"BACKLINK_TITLE": "Tilbage til henvisning {} i teksten"}
    made = markdown.Markdown(
        extensions=[*EXTENSIONS, "markdown.extensions.footnotes"],
        extension_configs={"markdown.extensions.footnotes": footnotes},
        output_format="html",
        tab_length=4,
    )
    made.ESCAPED_CHARS = [*made.ESCAPED_CHARS, "<", "|", "~", ":"]
    made.preprocessors.deregister("html_block")
    made.preprocessors.register(_Blocks(made, state), "viden-blocks", 25)
    made.parser.blockprocessors.register(_Boxes(made.parser, state), "viden-boxes", 110)
    patterns = made.inlinePatterns
    patterns.deregister("html")
    patterns.register(_Recorded(TAG, made, state, "html-raw"), "viden-html", 90)
    patterns.register(_Recorded(ATTRIBUTES, made, state, "attributes-unknown"), "viden-attributes", 85)
    patterns.register(_Recorded(r"\[\^[^\]\n]+\]", made, state, "footnote-unknown"), "viden-footnote", 174)
    patterns.register(_Foreign(r"(?<!\!)\[", made, state), "viden-foreign", 172)
    emphasis = _Emphasis(made, state)
    emphasis.add("_", "strong,em", smart=True)
    patterns.register(emphasis, "em_strong", 60)
    patterns.register(_Image(r"\!\[", made), "image_link", 150)
    patterns.register(_ImageReference(r"\!\[", made), "image_reference", 140)
    return made, state


class _Blocks(Preprocessor):
    """Puts the layout's code and boxes in the place of their lines."""

    def __init__(self, md: markdown.Markdown, state: _State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, lines: list[str]) -> list[str]:
        layout = self.state.layout
        assert layout is not None
        return self.replaced(layout, lines)

    def replaced(self, layout: Layout, lines: list[str]) -> list[str]:
        """Return `lines` with markers; the normalised lines stand one for one with the layout's."""
        result = list(lines)
        for code in layout.codes:
            result[code.start : code.end + 1] = [""] * (code.end - code.start + 1)
            result[code.start] = f"\n\n{self.stashed(code.language, code.text)}\n\n"
        for aside in layout.asides:
            number = len(self.state.asides)
            self.state.asides.append(aside)
            marker = f"\x02viden-box:{number}\x03"
            inner = self.reusable(aside, layout) if aside.box else ""
            result[aside.start] = f"\n\n{marker}\n\n{inner}"
            end = f"\n\n{marker}\n\n"
            if aside.end < len(result):
                result[aside.end] = end
            else:
                result.append(end)
        return "\n".join(result).split("\n")

    def reusable(self, aside: Aside, layout: Layout) -> str:
        assert aside.box is not None
        lines = aside.box.markdown.expandtabs(4).split("\n")
        inner = scan(lines, layout.path, 1)
        codes_only = Layout(inner.path, 1, inner.lines, inner.codes, (), ())
        return "\n".join(self.replaced(codes_only, lines))

    def stashed(self, language: str, text: str) -> str:
        name = LANGUAGE_NAME.search(language.strip("{}. "))
        attribute = f' class="language-{escape(name.group().lower())}"' if name else ""
        return self.md.htmlStash.store(f"<pre><code{attribute}>{escape(text, quote=False)}\n</code></pre>")


class _Boxes(BlockProcessor):
    """Makes an element of all blocks between two equal markers."""

    def __init__(self, parser: BlockParser, state: _State) -> None:
        super().__init__(parser)
        self.state = state

    def test(self, parent: etree.Element, block: str) -> bool:
        return MARKER.match(block.strip()) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        marker = blocks.pop(0).strip()
        inner: list[str] = []
        while blocks and (block := blocks.pop(0)).strip() != marker:
            inner.append(block)
        match = MARKER.match(marker)
        assert match is not None
        aside = self.state.asides[int(match.group(1))]
        make = _quote if aside.name == "citat" else _aside
        make(self.parser, parent, aside, inner)


def _aside(parser: BlockParser, parent: etree.Element, aside: Aside, blocks: list[str]) -> None:
    suffix, usual = NAMES[aside.name]
    if aside.name == "redaktør" and blocks and CORRECTION.match(blocks[0]):
        usual = "Rettelse"
    element = etree.SubElement(parent, "aside", {"class": f"box box--{suffix}"})
    etree.SubElement(element, "h2", {"class": "box__heading"}).text = aside.heading or usual
    parser.parseBlocks(element, blocks)


def _quote(parser: BlockParser, parent: etree.Element, aside: Aside, blocks: list[str]) -> None:
    figure = etree.SubElement(parent, "figure", {"class": "box box--citat"})
    parser.parseBlocks(etree.SubElement(figure, "blockquote"), blocks)
    if aside.heading:
        etree.SubElement(figure, "figcaption").text = aside.heading


class _Recorded(InlineProcessor):
    """Changes nothing, but notes that the pattern was met."""

    def __init__(self, pattern: str, md: markdown.Markdown, state: _State, rule: str) -> None:
        super().__init__(pattern, md)
        self.state, self.rule = state, rule

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, int, int]:  # type: ignore[override]
        self.state.found.append((self.rule, m.group()))
        return None, m.start(), m.end()


class _Foreign(LinkInlineProcessor):
    """`[text]{lang=en}` → `<span lang="en">`."""

    def __init__(self, pattern: str, md: markdown.Markdown, state: _State) -> None:
        super().__init__(pattern, md)
        self.state = state

    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        text, index, is_closed = self.getText(data, m.end())
        match = LANGUAGE.match(data, index) if is_closed else None
        if match is None:
            return None, None, None
        if not LANGUAGE_CODE.fullmatch(match.group(1)):
            self.state.found.append(("lang-unknown", match.group()))
        element = etree.Element("span", {"lang": match.group(1)})
        element.text = text
        return element, m.start(), match.end()


class _Emphasis(DelimiterProcessor):
    """Markdown's own, watched.

    Markdown 3.11.3 closes `**` with a single `*` in some texts and takes the next
    character with it (`*a **b c*, d` loses its comma). Such text is a fault;
    `test_markdown_still_loses_a_character` tells when this can go.
    """

    def __init__(self, md: markdown.Markdown, state: _State) -> None:
        super().__init__("*", "strong,em", md)
        self.state = state
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
                self.state.found.append(("emphasis-unmatched", words.group().strip() if words else data[a]))
        return made


class _Image(ImageInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Made:  # type: ignore[override]
        return _decorated(super().handleMatch(m, data), data)


class _ImageReference(ImageReferenceInlineProcessor):
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
