"""The converted body takes its form: headings with anchors, pointers, tables, boxes and links.

Works on the tree that BeautifulSoup reads; the sanitiser comes after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..addresses import slug
from ..errors import quoted
from ..model import Heading, Place, Pointer, Problem, Target
from .aligning import WORD
from .layout import Aside
from .linking import fault_of, normalised
from .masking import Masked, addresses
from .rules import fault
from .texts import is_box, prose

RESERVED = frozenset(
    ["indhold", "top", "soeg", "soegefelt", "menu", "hovedmenu", "navigation", "sidefod", "kommentarer", "kilder"]
)
"""Ids that the pages around a body use."""
NUMBERED = re.compile(r"(\d{1,3})\)\s+(?=\S)")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAKEN = re.compile(r"(?:pointer|boks|fn|fnref)-?\d*")
_ALIGN = re.compile(r"text-align:\s*(left|center|right);?")


@dataclass(slots=True)
class Shape:
    """What shaping found, beside the tree it changed."""

    headings: list[Heading] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    pointers: list[Pointer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def shaped(soup: BeautifulSoup, root: Tag, source: Masked, kind: str) -> Shape:
    """Give the tree below `root` its form and return what was found on the way."""
    shape = Shape()
    _targets(root, source, shape)
    places = _heading_places(root, source)
    _levels(root, places, shape)
    if kind == "pointer":
        _pointers(soup, root, places, shape)
        if not shape.pointers:
            message = "Indlægget er af typen pointer, men har ingen nummererede pointer."
            place = source.layout.place(0)
            shape.problems.append(fault("pointer-none", place, message, "Skriv ## 1) foran overskrifterne.", "warning"))
    _anchors(root, places, shape)
    _boxes(root)
    _tables(soup, root)
    _backlinks(root)
    return shape


# --- links and images --------------------------------------------------------


def _targets(root: Tag, source: Masked, shape: Shape) -> None:
    written = addresses(source)
    reusable = _reusable_places(root, source)
    path = source.layout.path
    last = source.layout.place(0)
    for node in root.find_all(["a", "img"]):
        attribute = "src" if node.name == "img" else "href"
        address = str(node.get(attribute) or "")
        if _is_own(node):
            continue
        last = reusable.get(id(node)) or _next_place(written, address, source, last)
        if found := fault_of(address, path, node.name == "img") or _empty(node, address):
            rule, message, hint = found
            shape.problems.append(fault(rule, last, message, hint))
            del node[attribute]
            continue
        node[attribute] = normalised(address, path, node.name == "img")
        shape.targets.append(_target(node, attribute, last))


def _empty(node: Tag, address: str) -> tuple[str, str, str] | None:
    if node.name == "img" or node.get_text().strip() or node.find("img") is not None:
        return None
    return (
        "link-empty",
        f'Linket til "{quoted(address)}" har ingen tekst.',
        "Skriv i de kantede parenteser, hvad det fører til.",
    )


def _target(node: Tag, attribute: str, place: Place) -> Target:
    if node.name == "img":
        is_decorative = node.get("class") == "dekorativ"
        return Target("image", str(node[attribute]), str(node.get("alt") or ""), place, is_decorative)
    images = " ".join(str(i.get("alt") or "") for i in node.find_all("img"))
    text = " ".join(f"{node.get_text()} {images}".split())
    return Target("link", str(node[attribute]), text, place)


def _is_own(node: Tag) -> bool:
    """Whether Markdown made the link itself, for a footnote."""
    return str(node.get("class") or "").startswith("footnote-")


def _next_place(written: dict[str, list[int]], address: str, source: Masked, last: Place) -> Place:
    row = written.get(address) or written.get(address.removeprefix("mailto:")) or []
    if not row:
        return last
    return source.place(row.pop(0) if len(row) > 1 else row[0])


def _reusable_places(root: Tag, source: Masked) -> dict[int, Place]:
    """Return the place of the box for each link whose text comes from a register."""
    nodes = [n for n in root.find_all(["aside", "figure"]) if is_box(n)]
    pairs: Iterator[tuple[Tag, Aside]] = zip(nodes, source.layout.asides)
    return {
        id(link): source.layout.place(aside.start)
        for node, aside in pairs
        if aside.box is not None
        for link in node.find_all(["a", "img"])
    }


# --- headings ----------------------------------------------------------------


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


# --- pointers ----------------------------------------------------------------


def _pointers(soup: BeautifulSoup, root: Tag, places: dict[int, Place], shape: Shape) -> None:
    """Make `<ol class="pointers">` of the numbered sections.

    A pointer runs to the next heading of its level, a rule or the footnotes;
    boxes after the last one stand behind the list.
    """
    item: Tag | None = None
    list_: Tag | None = None
    items: list[Tag] = []
    for node in list(root.children):
        number = _number(node)
        if number is not None and isinstance(node, Tag):
            if list_ is None:
                list_ = soup.new_tag("ol", attrs={"class": "pointers"})
                node.insert_before(list_)
            item = _item(soup, node, number)
            list_.append(item)
            items.append(item)
            _judge_number(number, len(items), places[id(node)], shape)
        elif isinstance(node, Tag) and (node.name in ("h2", "hr") or "footnote" in str(node.get("class"))):
            item = list_ = None
        elif item is not None:
            item.append(node.extract())
    for ordered in root.find_all("ol", class_="pointers"):
        _free_boxes(ordered)
    shape.pointers.extend(_pointer(i) for i in items)


def _number(node: object) -> int | None:
    if not isinstance(node, Tag) or node.name != "h2":
        return None
    first = next((s for s in node.strings), "")
    match = NUMBERED.match(str(first)) or (
        re.fullmatch(r"(\d{1,3})\)\s*", str(first)) if len(list(node.strings)) > 1 else None
    )
    return int(match.group(1)) if match else None


def _item(soup: BeautifulSoup, heading: Tag, number: int) -> Tag:
    item = soup.new_tag("li", attrs={"id": f"pointer-{number}", "value": str(number)})
    first = next(s for s in heading.strings)
    first.replace_with(NavigableString(re.sub(r"^\d{1,3}\)\s*", "", str(first))))
    words = " ".join(heading.get_text().split())
    sign = soup.new_tag("span", attrs={"class": "pointer__number"})
    sign.string = f"{number})"
    heading.insert(0, NavigableString(" "))
    heading.insert(0, sign)
    link = soup.new_tag("a", attrs={"class": "pointer__link", "href": f"#pointer-{number}"})
    link["aria-label"] = f"Link til pointe {number}: {words}"
    item.append(heading.extract())
    heading.append(link)
    return item


def _judge_number(number: int, expected: int, place: Place, shape: Shape) -> None:
    if number != expected:
        message = f"Pointen har nummer {number}, men er nr. {expected} i rækken."
        shape.problems.append(
            fault("pointer-order", place, message, f"Skriv ## {expected}) her, eller ret rækkefølgen.")
        )


def _free_boxes(ordered: Tag) -> None:
    """Move boxes that end the last pointer out behind the list."""
    items = ordered.find_all("li", recursive=False)
    while last := [c for c in items[-1].children if isinstance(c, Tag) or str(c).strip()]:
        node = last[-1]
        if not isinstance(node, Tag) or not is_box(node):
            return
        ordered.insert_after(node.extract())


def _pointer(item: Tag) -> Pointer:
    heading = item.find("h2")
    assert isinstance(heading, Tag)
    words = re.sub(r"^\d{1,3}\)\s*", "", " ".join(heading.get_text().split()))
    text = prose(item).partition("\n")[2]
    return Pointer(int(str(item["value"])), words, text, str(item["id"]))


# --- boxes and tables --------------------------------------------------------


def _boxes(root: Tag) -> None:
    """Set a box's heading one level below the section it stands in, and let it name the box."""
    level = 1
    number = 0
    for node in root.find_all(HEADINGS):
        if node.get("class") != "box__heading":
            level = int(node.name[1]) if node.find_parent(is_box) is None else level
            continue
        number += 1
        node.name = f"h{min(level + 1, 6)}" if level > 1 else "h2"
        node["id"] = f"boks-{number}"
        if node.parent is not None:
            node.parent["aria-labelledby"] = f"boks-{number}"


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
