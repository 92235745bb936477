"""Pointers: the numbered sections of a post of kind `pointer` as one ordered list.

<ol class="pointers"><li id="pointer-1" value="1">
  <h2><span class="pointer__number">1)</span> Words<a class="pointer__link" href="#pointer-1" aria-label="…"></a></h2> …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ..model import Place, Pointer, Problem
from .rules import fault
from .texts import is_box, prose

NUMBERED = re.compile(r"(\d{1,3})\)\s+(?=\S)")


def pointers_of(
    soup: BeautifulSoup, root: Tag, places: dict[int, Place]
) -> tuple[tuple[Pointer, ...], tuple[Problem, ...]]:
    """Make `<ol class="pointers">` of the numbered sections; return them, and what is wrong with their numbers.

    A pointer runs to the next heading of its level, a rule or the footnotes;
    boxes after the last one stand behind the list.
    """
    item: Tag | None = None
    list_: Tag | None = None
    items: list[Tag] = []
    problems: list[Problem] = []
    for node in list(root.children):
        number = _number(node)
        if number is not None and isinstance(node, Tag):
            if list_ is None:
                list_ = soup.new_tag("ol", attrs={"class": "pointers"})
                node.insert_before(list_)
            item = _item(soup, node, number)
            list_.append(item)
            items.append(item)
            problems.extend(_order_fault(number, len(items), places[id(node)]))
        elif isinstance(node, Tag) and (node.name in ("h2", "hr") or "footnote" in str(node.get("class"))):
            item = list_ = None
        elif item is not None:
            item.append(node.extract())
    for ordered in root.find_all("ol", class_="pointers"):
        _free_boxes(ordered)
    return tuple(_pointer(i) for i in items), tuple(problems)


def is_pointer(node: Tag) -> bool:
    return node.name == "li" and str(node.get("id")).startswith("pointer-")


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


def _order_fault(number: int, expected: int, place: Place) -> Iterator[Problem]:
    if number != expected:
        message = f"Pointen har nummer {number}, men er nr. {expected} i rækken."
        yield fault("pointer-order", place, message, f"Skriv ## {expected}) her, eller ret rækkefølgen.")


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
