"""What a body links to and shows, each with the place where its address is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bs4.element import Tag

from ..errors import quoted
from ..model import Place, Problem, Target
from .layout import Aside
from .linking import fault_of, normalised
from .masking import Masked, addresses
from .rules import fault
from .texts import is_box


def targets_of(
    root: Tag, source: Masked, made: Mapping[int, Place] = MappingProxyType({})
) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """Write the addresses below `root` in their one form; return the targets, and a problem for each that is refused.

    A refused address is taken away, so that nothing else judges it again. `made` are
    the places of links that stand in no brackets in the source.
    """
    found: list[Target] = []
    problems: list[Problem] = []
    written = addresses(source)
    known = {**made, **_reusable_places(root, source), **_video_places(root, source)}
    path = source.layout.path
    last = source.layout.place(0)
    for node in root.find_all(["a", "img"]):
        attribute = "src" if node.name == "img" else "href"
        address = str(node.get(attribute) or "")
        if _is_own(node):
            continue
        last = known.get(id(node)) or _next_place(written, address, source, last)
        if refused := fault_of(address, path, node.name == "img") or _empty(node, address):
            rule, message, hint = refused
            problems.append(fault(rule, last, message, hint))
            del node[attribute]
            continue
        node[attribute] = normalised(address, path, node.name == "img")
        found.append(_target(node, attribute, last))
    return tuple(found), tuple(problems)


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


def _video_places(root: Tag, source: Masked) -> dict[int, Place]:
    """Return the place of the line that gives each link and picture of a video."""
    films = (f for f in source.layout.films if f.video is not None)
    places: dict[int, Place] = {}
    for node, film in zip(root.find_all("figure", class_="video"), films):
        links = zip(node.find_all("a"), (film.address, film.transcript))
        places |= {id(link): place for link, place in links}
        places |= {id(image): film.picture for image in node.find_all("img")}
    return places
