"""From a post's Markdown to its Body, with every fault at its place."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from ..errors import has_errors, ordered
from ..model import Body, Box, Problem
from .aligning import WORD
from .converting import to_html
from .directions import mark_directions
from .finding import ENTITY, entity_faults, footnote_faults, met_faults, shown_entity
from .layout import scan
from .limits import over_limit
from .masking import Masked, masked
from .relating import Titles
from .rules import fault
from .sanitising import FORBIDDEN, removes_something, sanitised
from .shaping import shaped
from .texts import prose
from .trees import tree
from .zoning import zones_of


def render(
    markdown: str,
    path: str,
    first_line: int = 1,
    kind: str = "article",
    boxes: tuple[Box, ...] = (),
    titles: Titles = MappingProxyType({}),
) -> tuple[Body, tuple[Problem, ...]]:
    """Return the body of a post and what is wrong with it.

    `path` is the post's own, inside the content folder; `first_line` is the
    line of the file on which `markdown` begins; `titles` are the posts that a
    box "læs også" may name. Where a structural limit is
    broken the body is empty. Problems are sorted by place.
    """
    text = FORBIDDEN.sub(" ", markdown.replace("\r\n", "\n").replace("\r", "\n"))
    layout = scan(text.split("\n"), path, first_line, tuple(_plain_box(box) for box in boxes))
    if broken := over_limit(layout):
        return Body("", ""), ordered((*layout.problems, *broken))
    source = masked(layout)
    html, met = to_html(layout)
    problems = [*layout.problems, *entity_faults(source), *met_faults(met, source), *footnote_faults(html, source)]
    body, found = _body(html, source, kind, titles, has_errors(problems))
    return body, ordered((*problems, *found))


def _body(html: str, source: Masked, kind: str, titles: Titles, is_faulty: bool) -> tuple[Body, tuple[Problem, ...]]:
    soup, root = tree(ENTITY.sub(shown_entity, html))
    shape = shaped(soup, root, source, kind, titles)
    mark_directions(root)
    before = root.decode_contents(formatter="minimal")
    after = sanitised(before)
    problems = [*shape.problems]
    if not is_faulty and not has_errors(problems) and removes_something(before, after):
        message = "Teksten indeholder noget, der ikke kan vises sikkert."
        problems.append(fault("body-unsafe", source.layout.place(0), message, "Skriv den som almindelig Markdown."))
    zones, text = zones_of(root, source), prose(root)
    body = Body(
        after,
        text,
        zones,
        tuple(shape.headings),
        shape.targets,
        shape.pointers,
        sum(WORD.search(word) is not None for word in text.split()),
        tuple(film.video for film in source.layout.films if film.video is not None),
        corrections=shape.corrections,
        places_call=shape.places_call,
    )
    return body, tuple(problems)


def _plain_box(box: Box) -> Box:
    return replace(box, heading=FORBIDDEN.sub(" ", box.heading), markdown=FORBIDDEN.sub(" ", box.markdown))
