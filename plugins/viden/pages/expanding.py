"""A post's Markdown made whole: what it takes from registers and from other posts is written into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..model import Box, Facts
from ..nearest import fold
from .pictures import resolved

_FENCE = re.compile(r"(`{3,}|~{3,})")
_OPEN = re.compile(r"[ ]{0,3}:{3,}\s*(?:@(?P<id>\S+)|(?P<name>[^|:]+?))\s*(?:\|.*)?$")
_CLOSE = re.compile(r"[ ]{0,3}:{3,}\s*$")
_ITEM = re.compile(r"(?P<mark>\s*[-*+]\s+)(?:\[\]\((?P<address>[^)\s]+)\)|(?P<name>\S+))\s*$")
_RELATED = fold("læs også")


def names(facts: Iterable[Facts]) -> dict[str, Facts]:
    """Return the names by which a text may lead to a post: path, `Id`, name in the address, the file's name."""
    posts = tuple(facts)
    told: dict[str, Facts] = {}
    for name_of in (lambda f: f.path, lambda f: f.id, lambda f: f.slug, _stem):
        for post in posts:
            told.setdefault(name_of(post), post)
    return told


def expanded(markdown: str, path: str, boxes: Mapping[str, Box], posts: Mapping[str, Facts]) -> str:
    """Return the text with the words of its reusable boxes, and with a title for each post that a box only names."""
    return "\n".join(_lines(markdown.split("\n"), path, boxes, posts))


def _lines(lines: list[str], path: str, boxes: Mapping[str, Box], posts: Mapping[str, Facts]) -> Iterator[str]:
    fence, box = "", ""
    for line in lines:
        if fence or (not box and _FENCE.match(line)):
            fence = _fence(line, fence)
            yield line
        elif box:
            box = "" if _CLOSE.match(line) else box
            yield _item(line, path, posts) if box == _RELATED else line
        elif opened := _OPEN.match(line):
            known = boxes.get(opened["id"] or "")
            box = fold(known.name if known else opened["name"] or "@")
            yield from _opening(known) if known else (line,)
        else:
            yield line


def _fence(line: str, open_with: str) -> str:
    """Return the marks of the code block that is open after the line."""
    if not open_with:
        match = _FENCE.match(line)
        return match[1] if match else ""
    return "" if line.rstrip() == open_with else open_with


def _opening(box: Box) -> Iterator[str]:
    yield f"::: {box.name} | {box.heading}" if box.heading else f"::: {box.name}"
    yield from box.markdown.strip().split("\n")


def _item(line: str, path: str, posts: Mapping[str, Facts]) -> str:
    found = _ITEM.match(line)
    if found is None:
        return line
    named = found["name"] or resolved(found["address"].removeprefix("{filename}"), path)
    post = posts.get(named)
    return f"{found['mark']}[{post.title}]({{filename}}/{post.path})" if post else line


def _stem(facts: Facts) -> str:
    return facts.path.rpartition("/")[2].rpartition(".")[0]
