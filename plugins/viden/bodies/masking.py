"""A Markdown source with what is not prose blanked out, character for character.

Masks keep every offset, so that a place in the masked text is a place in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

from ..model import Place
from .layout import Layout

_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)([^`\n]+)\1(?!`)")
_NOT_PROSE = re.compile(
    r"!\[[^\]\n]{0,500}\]|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]*\]|\[\^[^\]\n]+\]"
    r"|(?<=\])\{[^{}\n]*\}|\{:[^{}\n]*\}|<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>|<[^<>\s@]+@[^<>\s@]+>"
    r"|^[ \t]*(?:(?:[*+>-]|\d{1,9}\.)[ \t]+)+",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"[ ]{0,3}\*?\[[^\]\n]+\]:[ ]*\S+")
"""A link's address or an abbreviation's meaning, which Markdown takes out of the text."""
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^([^\]\n]*)\]:")
_ADDRESS = re.compile(
    r"\]\(\s*<?(?P<inline>[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[^\s<>]+)"
    r"|<(?P<auto>[^<>\s]+)>",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\([^\w\s])")


@dataclass(frozen=True, slots=True)
class Masked:
    """The source as one text, twice: without code, and without all that is not prose."""

    layout: Layout
    text: str
    """Code is blank."""
    prose: str
    """Code, boxes, footnotes, references and addresses are blank too."""
    starts: tuple[int, ...]
    """Offset of each line."""

    def place(self, offset: int) -> Place:
        """Return the place in the file of an offset in the text."""
        line, column = self.position(offset)
        return Place(self.layout.path, line, column)

    def position(self, offset: int) -> tuple[int, int]:
        """Return (line of the file, column) of an offset."""
        index = _line_of(self.starts, offset)
        return self.layout.first_line + index, offset - self.starts[index] + 1


def masked(layout: Layout) -> Masked:
    code = layout.code_lines()
    lines = [_blank(line) if i in code else line for i, line in enumerate(layout.lines)]
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    text = _CODE_SPAN.sub(_blank_match, "\n".join(lines))
    prose = _NOT_PROSE.sub(_blank_match, "\n".join(_prose_lines(layout, text.split("\n"))))
    return Masked(layout, text, prose, tuple(starts))


def addresses(source: Masked) -> dict[str, list[int]]:
    """Return the offsets at which each address is written, in order, by the address that is meant."""
    found: dict[str, list[int]] = {}
    for match in _ADDRESS.finditer(source.text):
        group = match.lastgroup or "inline"
        written = unescape(_ESCAPE.sub(r"\1", match.group(group)))
        found.setdefault(written, []).append(match.start(group))
    return found


def footnotes(source: Masked) -> list[tuple[str, int]]:
    """Return (label, offset) of each footnote's text, in order."""
    found = []
    for line, start in zip(source.text.split("\n"), source.starts, strict=True):
        if match := _FOOTNOTE.match(line):
            found.append((match.group(1), start + match.start(1) - 2))
    return found


def _prose_lines(layout: Layout, lines: list[str]) -> list[str]:
    boxes = layout.box_lines()
    result, in_footnote = [], False
    for index, line in enumerate(lines):
        if _FOOTNOTE.match(line):
            in_footnote = True
        elif line.strip() and not line.startswith("    ") and not (index and lines[index - 1].strip()):
            in_footnote = False
        is_prose = not in_footnote and index not in boxes and not _REFERENCE.match(line)
        result.append(line if is_prose else _blank(line))
    return result


def _blank(text: str) -> str:
    return " " * len(text)


def _blank_match(match: re.Match[str]) -> str:
    return "".join(c if c == "\n" else " " for c in match.group())


def _line_of(starts: tuple[int, ...], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
