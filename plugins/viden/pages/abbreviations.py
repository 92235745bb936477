"""Abbreviations in words: the list below a post, the way to it from the text, and the page of them all.

A `title` alone is for those who point with a mouse; the words must be there for
all. See docs/decisions/0027-abbreviations-in-a-list.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from .. import addresses
from ..language import sort_key
from ..model import Abbreviation, Library
from .links import Link
from .parts import site_feed, trail
from .texts import describe
from .views import AbbreviationLine, AbbreviationsView

_MARK = re.compile(r'<abbr title="[^"]*">(?P<short>[^<]*)</abbr>')


def explained(abbreviations: Iterable[Abbreviation], opening: str) -> tuple[AbbreviationLine, ...]:
    """Return the abbreviations with anchors that begin with `opening`, no two alike."""
    lines: dict[str, AbbreviationLine] = {}
    for abbreviation in abbreviations:
        base = anchor = f"{opening}{addresses.slug(abbreviation.short)}"
        while anchor in lines:
            anchor = f"{base}-{len(lines)}"
        lines[anchor] = AbbreviationLine(abbreviation, anchor)
    return tuple(lines.values())


def referring(html: str, lines: Iterable[AbbreviationLine]) -> str:
    """Return the body with the first of each abbreviation leading to its line below the text, and back again."""
    waiting = {line.abbreviation.short: line for line in lines}

    def linked(found: re.Match[str]) -> str:
        line = waiting.pop(unescape(found["short"]), None)
        if line is None:
            return found.group()
        return f'<a class="abbreviation" id="{line.anchor}-i-teksten" href="#{line.anchor}">{found.group()}</a>'

    return _MARK.sub(linked, html) if waiting else html


def abbreviation_views(library: Library) -> Iterator[AbbreviationsView]:
    """Yield the page of all abbreviations, where the register has any."""
    known = library.registers.abbreviations
    if known:
        title = "Forkortelser"
        yield AbbreviationsView(
            template="forkortelser.html",
            url=addresses.ABBREVIATIONS,
            title=title,
            heading=title,
            description=describe(f"De forkortelser, der bruges på {library.registers.site.name}, og hvad de betyder."),
            breadcrumbs=trail(Link(title, addresses.ABBREVIATIONS)),
            feeds=(site_feed(library),),
            entries=explained(sorted(known, key=lambda a: (sort_key(a.short), a.short)), ""),
        )
