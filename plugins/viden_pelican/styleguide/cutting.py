"""Parts are cut out of finished pages and made to live together on one page."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

_POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
"""Attributes that name ids."""
LANDMARKS = "nav, aside, section, form[role]"


def cut(page: BeautifulSoup, select: str, most: int) -> list[Tag]:
    """Return copies of the parts that match, at most `most`; none is a `LookupError`."""
    found = page.select(select, limit=most)
    if not found:
        raise LookupError(select)
    return [BeautifulSoup(str(part), "html.parser").find(True) for part in found]  # type: ignore[misc]


def with_own_ids(part: Tag, mark: str) -> Tag:
    """Give the part ids of its own, and let what points at them follow."""
    tags = [part, *part.find_all(True)]
    ids = {str(tag["id"]) for tag in tags if tag.has_attr("id")}
    for tag in tags:
        if tag.has_attr("id"):
            tag["id"] = f"{mark}-{tag['id']}"
        for name in _POINTERS:
            if tag.has_attr(name):
                tag[name] = " ".join(f"{mark}-{id}" if id in ids else id for id in _words(tag[name]))
        if str(tag.get("href", ""))[:1] == "#" and str(tag["href"])[1:] in ids:
            tag["href"] = f"#{mark}-{str(tag['href'])[1:]}"
    return part


def with_own_names(page: BeautifulSoup) -> None:
    """Number the landmarks that would bear one name on the page, as pages apart may do."""
    seen: dict[tuple[str, str], int] = {}
    for tag in page.select(LANDMARKS):
        name = _name(page, tag)
        number = seen[tag.name, name] = seen.get((tag.name, name), 0) + 1
        if name and number > 1:
            tag["aria-label"] = f"{name} ({number})"
            del tag["aria-labelledby"]


def _name(page: BeautifulSoup, tag: Tag) -> str:
    if tag.has_attr("aria-label"):
        return str(tag["aria-label"])
    heading = page.find(id=str(tag.get("aria-labelledby", "")))
    return " ".join(heading.get_text().split()) if heading else ""


def _words(value: object) -> list[str]:
    return value if isinstance(value, list) else str(value).split()
