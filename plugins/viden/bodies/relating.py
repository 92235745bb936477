"""What a box "læs også" leads to: posts named by file, by address or by `Id`, under their own titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..errors import quoted
from ..model import Place, Problem
from ..nearest import nearest
from .boxes import boxes_of, place_of
from .layout import Aside
from .linking import normalised
from .masking import Masked
from .rules import fault

Titles = Mapping[str, tuple[str, str]]
"""A post's path, its name in the address or its `Id` → (path, title)."""
_NAME = re.compile(r"\S+")
_LINK = "{filename}/"


def relate(
    soup: BeautifulSoup, root: Tag, source: Masked, titles: Titles
) -> tuple[dict[int, Place], tuple[Problem, ...]]:
    """Make links of the posts that "læs også" boxes name, and give links without words the title of their post.

    Returns the place of each link made, and a problem for each line that leads nowhere.
    """
    places: dict[int, Place] = {}
    problems: list[Problem] = []
    for node, aside in boxes_of(root, source):
        if "box--laes-ogsaa" not in str(node.get("class")):
            continue
        for link in node.find_all("a"):
            _entitle(link, source.layout.path, titles)
        for item in node.find_all("li"):
            problems += _item(soup, item, aside, source, titles, places)
        if not node.find("a") and not node.find("li"):
            message = 'Boksen "læs også" har intet link.'
            problems.append(fault("related-link", place_of(aside, source), message, "Skriv fx - [](mit-indlaeg.md)"))
    return places, tuple(problems)


def _entitle(link: Tag, path: str, titles: Titles) -> None:
    """Give a link without words the title of the post that it leads to."""
    if link.get_text().strip() or link.find("img"):
        return
    address = normalised(str(link.get("href") or ""), path, False).partition("#")[0]
    known = titles.get(address.removeprefix(_LINK)) if address.startswith(_LINK) else None
    if known is not None:
        link.string = known[1]


def _item(
    soup: BeautifulSoup, item: Tag, aside: Aside, source: Masked, titles: Titles, places: dict[int, Place]
) -> Iterator[Problem]:
    if item.find("a"):
        return
    words = " ".join(item.get_text().split())
    place = _place(words, aside, source)
    known = titles.get(words)
    if known is not None:
        link = soup.new_tag("a", attrs={"href": f"{_LINK}{known[0]}"})
        link.string = known[1]
        item.clear()
        item.append(link)
        places[id(link)] = place
        return
    near = nearest(words, titles) if _NAME.fullmatch(words) else None
    guess = f'; mente du "{near}"?' if near else "."
    message = f'"{quoted(words)}" er ikke et link og ikke navnet på et indlæg{guess}'
    yield fault("related-link", place, message, f"Skriv {near}" if near else "Skriv fx - [](mit-indlaeg.md)")


def _place(words: str, aside: Aside, source: Masked) -> Place:
    """Return the place of the words in the box's own lines, else of its opening."""
    lines = source.layout.lines
    for index in range(aside.start + 1, min(aside.end, len(lines))):
        if words in lines[index]:
            return source.layout.place(index, lines[index].index(words) + 1)
    return place_of(aside, source)
