"""Structural limits, judged before Markdown runs.

Patterns of Markdown are quadratic in places; a limit on structure gives one
verdict on every machine, where a clock would not. The numbers are prescribed
by the quality page, except MARKS (chosen: emphasis may nest as deep as half
of them, and readers of HTML stop at 256 levels).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Problem
from .layout import Layout
from .rules import fault

BYTES, WORDS = 1_000_000, 50_000
LINE, RUN, NESTING = 20_000, 200, 12
BRACKETS, MARKS = 500, 300
FOOTNOTES, LINKS, HEADINGS = 300, 1_000, 500

_RUN = re.compile(r"([^\w\n])\1{200,}")
_LEVEL = re.compile(r"[ \t]{0,3}>[ ]?|[ ]{4}|\t|[ ]{0,3}(?:[*+:-]|\d{1,9}\.)[ \t]+")
_RULE = re.compile(r"[ ]{0,3}([*_-])(?:[ ]*\1)*[ ]*$")
_WORD = re.compile(r"\w+")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]*\]:", re.MULTILINE)
_LINK = re.compile(
    r"\](?=[(\[])|<(?=[A-Za-z][A-Za-z0-9+.-]{0,30}:|[^<>\s@]{1,200}@)|^[ ]{0,3}\[[^\]\n]*\]:", re.MULTILINE
)
_HEADING = re.compile(r"^#{1,6}|^(?:=+|-+)[ ]*$", re.MULTILINE)
_ITEM = re.compile(r"[ \t>]*(?:[*+:|-]|\d{1,9}\.)[ \t]")
_MARK = re.compile(r"[*_]+")


def over_limit(layout: Layout) -> tuple[Problem, ...]:
    """Return an error for each limit that the source breaks, at its place."""
    return (*_of_the_whole(layout), *_of_lines(layout), *_of_paragraphs(layout))


def _of_the_whole(layout: Layout) -> Iterator[Problem]:
    text = "\n".join(layout.lines)
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > BYTES:
        yield _over(layout, 0, 1, "limit-body", f"Teksten fylder {size} byte", BYTES, "Del den i flere indlæg.")
    counts = (
        ("limit-body", "ord", len(_WORD.findall(text)), WORDS, "Del teksten i flere indlæg."),
        ("limit-footnotes", "fodnoter", len(_FOOTNOTE.findall(text)), FOOTNOTES, "Saml dem, eller del teksten."),
        ("limit-links", "links", len(_LINK.findall(text)), LINKS, "Del teksten i flere indlæg."),
        ("limit-headings", "overskrifter", len(_HEADING.findall(text)), HEADINGS, "Del teksten i flere indlæg."),
    )
    for rule, what, count, limit, hint in counts:
        if count > limit:
            yield _over(layout, 0, 1, rule, f"Teksten har {count} {what}", limit, hint)


def _of_lines(layout: Layout) -> Iterator[Problem]:
    code = layout.code_lines()
    for index, line in enumerate(layout.lines):
        if len(line) > LINE:
            yield _over(layout, index, 1, "limit-line", f"Linjen har {len(line)} tegn", LINE, "Del den i flere afsnit.")
        elif index in code:
            continue
        elif run := _RUN.search(line):
            found = f'Tegnet "{run.group(1)}" gentages {len(run.group())} gange'
            yield _over(layout, index, run.start() + 1, "limit-run", found, RUN, "Slet de overflødige tegn.")
        elif (depth := _depth(line)) > NESTING:
            found = f"Listen eller citatet ligger {depth} niveauer inde"
            yield _over(layout, index, 1, "limit-nesting", found, NESTING, "Gør den fladere.")


def _depth(line: str) -> int:
    """Return how many quotes and lists the line may open: markers, and indents before a marker."""
    position, depth, marked = 0, 0, 0
    if _RULE.match(line):
        return 0
    while match := _LEVEL.match(line, position):
        depth += 1
        position = match.end()
        if match.group().strip():
            marked = depth
    return marked


def _of_paragraphs(layout: Layout) -> Iterator[Problem]:
    for index, text in _paragraphs(layout):
        if (count := text.count("[")) > BRACKETS:
            found = f"Afsnittet har {count} kantede parenteser"
            yield _over(layout, index, 1, "limit-brackets", found, BRACKETS, "Del det i flere afsnit.")
        if (count := len(_MARK.findall(text))) > MARKS:
            found = f"Afsnittet har {count} stjerner og understreger"
            yield _over(layout, index, 1, "limit-marks", found, MARKS, "Del det i flere afsnit.")


def _paragraphs(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield (index of the first line, text) of each run of lines that Markdown reads as one; list items part runs."""
    code, start, lines = layout.code_lines(), 0, list[str]()
    for index, line in enumerate((*layout.lines, "")):
        if lines and _ITEM.match(line):
            yield start, "\n".join(lines)
            lines = []
        if line.strip() and index not in code:
            start = start if lines else index
            lines.append(line)
        elif lines:
            yield start, "\n".join(lines)
            lines = []


def _over(layout: Layout, index: int, column: int, rule: str, found: str, limit: int, hint: str) -> Problem:
    return fault(rule, layout.place(index, column), f"{found}; grænsen er {limit}.", hint)
