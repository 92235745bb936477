""" "Kort fortalt": a fact box that tells the text in at most three lines, and therefore stands first."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import Tag

from ..model import Place, Problem
from .boxes import boxes_of, content_of, heading_of, place_of
from .masking import Masked
from .rules import fault

HEADING = "kort fortalt"
MOST = 3
"""Lines, prescribed by the features page."""


def mark_briefs(root: Tag, source: Masked) -> tuple[Problem, ...]:
    """Give each brief its class; return what is wrong with where it stands and how long it is."""
    first = next((c for c in root.children if isinstance(c, Tag)), None)
    problems: list[Problem] = []
    for node, aside in boxes_of(root, source):
        if _is_brief(node):
            node["class"] = f"{node['class']} box--kort"
            problems += _faults(node, node is first, place_of(aside, source))
    return tuple(problems)


def _is_brief(node: Tag) -> bool:
    return "box--fakta" in str(node.get("class")) and heading_of(node).casefold().rstrip(":") == HEADING


def _faults(node: Tag, is_first: bool, place: Place) -> Iterator[Problem]:
    if not is_first:
        message = 'Boksen "Kort fortalt" står ikke først i teksten.'
        yield fault("brief-place", place, message, "Flyt den op lige under hovedet.", "warning")
    count = _lines(node)
    if count > MOST:
        message = f'Boksen "Kort fortalt" har {count} linjer; {MOST} er grænsen.'
        yield fault("brief-long", place, message, "Behold det vigtigste.", "warning")


def _lines(node: Tag) -> int:
    """Return the number of items and paragraphs."""
    return sum(len(c.find_all("li")) or 1 for c in content_of(node))
