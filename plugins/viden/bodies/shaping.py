"""The converted body takes its form: headings with anchors, pointers, tables, boxes and links.

Works on the tree that BeautifulSoup reads; the sanitiser comes after.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Tag

from ..addresses import slug
from ..errors import quoted
from ..model import Correction, Heading, Place, Pointer, Problem, Target
from .aligning import WORD
from .briefs import mark_briefs
from .correcting import corrections_of
from .figures import make_figures
from .masking import Masked
from .pointers import is_pointer, pointers_of
from .relating import Titles, relate
from .rules import fault
from .targets import targets_of
from .texts import is_box

RESERVED = frozenset(
    [
        "indhold",
        "top",
        "soeg",
        "soegefelt",
        "menu",
        "hovedmenu",
        "navigation",
        "sidefod",
        "kommentarer",
        "kommentarer-svar",
        "kilder",
        "filer",
        "forkortelser",
        "abonner-her",
        "arrangement",
        "del",
        "gaelder-det-stadig",
        "indhold-i-artiklen",
        "laes-videre",
        "udgiver",
    ]
)
"""Ids that the pages around a body use."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAKEN = re.compile(r"(?:pointer|boks|fn|fnref|kommentar)-?\d*|forkortelse-.*")
_ALIGN = re.compile(r"text-align:\s*(left|center|right);?")


@dataclass(slots=True)
class Shape:
    """What shaping found, beside the tree it changed."""

    headings: list[Heading] = field(default_factory=list)
    targets: tuple[Target, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    corrections: tuple[Correction, ...] = ()
    places_call: bool = False
    problems: list[Problem] = field(default_factory=list)


def shaped(soup: BeautifulSoup, root: Tag, source: Masked, kind: str, titles: Titles) -> Shape:
    """Give the tree below `root` its form and return what was found on the way."""
    shape = Shape()
    made, unrelated = relate(soup, root, source, titles)
    shape.targets, refused = targets_of(root, source, made)
    shape.corrections, undated = corrections_of(root, source)
    places = _heading_places(root, source)
    shape.problems.extend((*refused, *unrelated, *undated, *mark_briefs(root, source)))
    _levels(root, places, shape)
    if kind == "pointer":
        shape.pointers, misnumbered = pointers_of(soup, root, places)
        shape.problems.extend(misnumbered)
        if not shape.pointers:
            message = "Indlægget er af typen pointer, men har ingen nummererede pointer."
            place = source.layout.place(0)
            shape.problems.append(fault("pointer-none", place, message, "Skriv ## 1) foran overskrifterne.", "warning"))
    _anchors(root, places, shape)
    _boxes(root)
    shape.places_call = _place_call(soup, root)
    make_figures(soup, root)
    _tables(soup, root)
    _backlinks(root)
    return shape


def _heading_places(root: Tag, source: Masked) -> dict[int, Place]:
    """Return the place of each heading of the author's, found by its words among the lines that may hold one."""
    lines = source.text.split("\n")
    candidates = [(i, _key(line)) for i, line in enumerate(lines) if _opens(lines, i)]
    places, cursor = {}, 0
    for node in root.find_all(HEADINGS):
        if node.get("class") == "box__heading":
            continue
        key = _key(node.get_text())
        found = next((k for k in range(cursor, len(candidates)) if candidates[k][1].startswith(key)), None)
        at = found if found is not None else min(cursor, len(candidates) - 1)
        places[id(node)] = source.layout.place(candidates[at][0] if candidates else 0)
        cursor = cursor if found is None else found + 1
    return places


def _opens(lines: list[str], index: int) -> bool:
    """Whether a heading may stand on the line."""
    under = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return lines[index].lstrip(" >").startswith("#") or (bool(under) and not under.strip("=-"))


def _key(text: str) -> str:
    return "".join(WORD.findall(text.split("](")[0]))


def _levels(root: Tag, places: dict[int, Place], shape: Shape) -> None:
    for node in root.find_all(HEADINGS):
        if node.get("class") == "box__heading":
            continue
        words = node.get_text().strip()
        if node.name == "h1":
            node.name = "h2"
            message = f'Overskriften "{quoted(words)}" har ét #, men det niveau er titlens; den vises som ##.'
            shape.problems.append(fault("heading-title", places[id(node)], message, "Skriv ## foran.", "warning"))
        if not words and not node.find("img"):
            hint = "Skriv en tekst, eller slet linjen."
            shape.problems.append(fault("heading-empty", places[id(node)], "Overskriften er tom.", hint))


def _anchors(root: Tag, places: dict[int, Place], shape: Shape) -> None:
    taken: set[str] = set()
    for node in root.find_all(HEADINGS):
        if node.find_parent(is_box) is not None:
            continue
        text = " ".join(node.get_text().split())
        item = node.parent if node.parent is not None and node.parent.name == "li" else None
        anchor = str(item["id"]) if item is not None and item.get("value") else _free(slug(text), taken)
        if item is None or not item.get("value"):
            node["id"] = anchor
        shape.headings.append(Heading(int(node.name[1]), text, anchor, places[id(node)]))


def _free(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or the first of `wanted-2`, `wanted-3` … that is free, and take it."""
    base = f"afsnit-{wanted}" if wanted in RESERVED or _TAKEN.fullmatch(wanted) else wanted
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name


def _boxes(root: Tag) -> None:
    """Set a box's heading one level below the section it stands in, and let it name the box.

    A named box is a landmark, and landmarks of one name cannot be told apart in
    a list of them: a second box with the same heading is called "Læs også (2)".
    """
    level = 1
    number = 0
    pointer: Tag | None = None
    names: Counter[str] = Counter()
    for node in root.find_all(HEADINGS):
        if node.get("class") != "box__heading":
            level = int(node.name[1]) if node.find_parent(is_box) is None else level
            pointer = node.find_parent(is_pointer)
            continue
        if pointer is not None and pointer not in node.parents:
            level, pointer = 1, None
        number += 1
        node.name = f"h{min(level + 1, 6)}" if level > 1 else "h2"
        node["id"] = f"boks-{number}"
        name = " ".join(node.get_text().split())
        names[name] += 1
        if node.parent is not None and names[name] == 1:
            node.parent["aria-labelledby"] = f"boks-{number}"
        elif node.parent is not None:
            node.parent["aria-label"] = f"{name} ({names[name]})"


def _place_call(soup: BeautifulSoup, root: Tag) -> bool:
    """Keep a place for the call to subscribe in the first box that asks for one; return whether there is one."""
    boxes = (node for node in root.find_all("aside") if "box--nyhedsbrev" in str(node.get("class")))
    box = next(boxes, None)
    if box is None:
        return False
    box.append(soup.new_tag("p", attrs={"class": "box__call"}))
    return True


def _tables(soup: BeautifulSoup, root: Tag) -> None:
    """Write alignment as a class, for the site's policy forbids styles, and let wide tables scroll."""
    for cell in root.find_all(["th", "td"]):
        if match := _ALIGN.fullmatch(str(cell.attrs.pop("style", ""))):
            cell["class"] = f"align-{match.group(1)}"
    for table in root.find_all("table"):
        scroll = {"class": "table-scroll", "role": "group", "aria-label": "Tabel", "tabindex": "0"}
        table.wrap(soup.new_tag("div", attrs=scroll))


def _backlinks(root: Tag) -> None:
    """Drop the way back from a note to which nothing refers: Markdown writes it all the same."""
    ids = {str(node["id"]) for node in root.find_all("sup", id=True)}
    for link in root.find_all("a", class_="footnote-backref"):
        if str(link.get("href"))[1:] not in ids:
            link.extract()
