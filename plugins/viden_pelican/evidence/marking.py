"""The file of a post line by line, with the words that counted marked where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from viden.model import Evidence, Tag

_WORD = re.compile(r"[\w'’-]+")


class Marks:
    """The places of all evidence, each with an id and what it gave."""

    def __init__(self, tags: Iterable[Tag]) -> None:
        found: dict[tuple[int, int], list[tuple[Evidence, str]]] = {}
        for tag in tags:
            for e in tag.evidence:
                found.setdefault((e.line, e.column), []).append((e, tag.area))
        self.by_line: dict[int, list[tuple[int, list[tuple[Evidence, str]]]]] = {}
        for (line, column), row in sorted(found.items(), key=lambda item: item[0]):
            self.by_line.setdefault(line, []).append((column, row))

    def id_of(self, e: Evidence) -> str:
        """Return the id of the mark at the evidence's place."""
        return f"sted-{e.line}-{e.column}"


def marked_source(text: str, marks: Marks) -> str:
    """Return the lines of `text` that hold something as a numbered list, the evidence marked."""
    lines = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    rows = "".join(f'<li value="{n}">{_marked(n, line, marks)}</li>' for n, line in lines)
    return f'<ol class="why__source">{rows}</ol>'


def _marked(number: int, line: str, marks: Marks) -> str:
    pieces, at = [], 0
    for column, row in marks.by_line.get(number, ()):
        start = column - 1
        if start < at:  # a phrase and a word in it may begin in one another
            pieces.append(f'<span id="sted-{number}-{column}"></span>{_shares(row)}')
            continue
        end = start + _length(line, start, row[0][0].form)
        pieces += [
            escape(line[at:start]),
            f'<mark id="sted-{number}-{column}">{escape(line[start:end])}</mark>',
            _shares(row),
        ]
        at = end
    return "".join((*pieces, escape(line[at:])))


def _shares(row: list[tuple[Evidence, str]]) -> str:
    return "".join(f' <span class="why__share">{e.share} {escape(area)}</span>' for e, area in row)


def _length(line: str, start: int, form: str) -> int:
    """Return how much to mark: the form as written, or its first word where markup stands in between."""
    if line.startswith(form, start):
        return len(form)
    word = _WORD.match(line, start)
    return len(word.group()) if word else 1
