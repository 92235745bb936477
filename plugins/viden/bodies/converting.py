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

import markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from .correcting import CORRECTION
from .layout import NAMES, Aside, Layout, scan
from .patterns import ATTRIBUTES, TAG, Emphasis, Foreign, Found, Image, ImageReference, Recorded
from .videos import figure

EXTENSIONS = (
    "markdown.extensions.abbr",
    "markdown.extensions.tables",
    "markdown.extensions.def_list",
    "markdown.extensions.sane_lists",
)
MARKER = re.compile("\x02viden-box:(\\d+)\x03$")
LANGUAGE_NAME = re.compile(r"[\w+#.-]+")


@dataclass(slots=True)
class _State:
    """What one conversion needs and finds; emptied before each."""

    layout: Layout | None = None
    asides: list[Aside] = field(default_factory=list)
    found: Found = field(default_factory=list)


def to_html(layout: Layout) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the HTML of a source, unsanitised, and (rule, source words) of each fault met."""
    converter, state = _converter()
    converter.reset()
    state.layout, state.asides = layout, []
    state.found.clear()
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
    patterns, found = made.inlinePatterns, state.found
    patterns.deregister("html")
    patterns.register(Recorded(TAG, made, found, "html-raw"), "viden-html", 90)
    patterns.register(Recorded(ATTRIBUTES, made, found, "attributes-unknown"), "viden-attributes", 85)
    patterns.register(Recorded(r"\[\^[^\]\n]+\]", made, found, "footnote-unknown"), "viden-footnote", 174)
    patterns.register(Foreign(r"(?<!\!)\[", made, found), "viden-foreign", 172)
    emphasis = Emphasis(made, found)
    emphasis.add("_", "strong,em", smart=True)
    patterns.register(emphasis, "em_strong", 60)
    patterns.register(Image(r"\!\[", made), "image_link", 150)
    patterns.register(ImageReference(r"\!\[", made), "image_reference", 140)
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
        for film in layout.films:
            result[film.start : film.end + 1] = [""] * (film.end - film.start + 1)
            shown = figure(film.video) if film.video else ""
            result[film.start] = f"\n\n{self.md.htmlStash.store(shown)}\n\n" if shown else ""
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
        suffix, usual = f"{suffix} box--rettelse", "Rettelse"
    element = etree.SubElement(parent, "aside", {"class": f"box box--{suffix}"})
    etree.SubElement(element, "h2", {"class": "box__heading"}).text = aside.heading or usual
    parser.parseBlocks(element, blocks)


def _quote(parser: BlockParser, parent: etree.Element, aside: Aside, blocks: list[str]) -> None:
    figure = etree.SubElement(parent, "figure", {"class": "box box--citat"})
    parser.parseBlocks(etree.SubElement(figure, "blockquote"), blocks)
    if aside.heading:
        etree.SubElement(figure, "figcaption").text = aside.heading
