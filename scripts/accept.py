"""Write down that a post has an area: `python3 tasks.py accept ID AREA …`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run, spoken_area, spoken_path
from viden import disk, headers, pipeline
from viden.errors import ContentError, UsageError, as_line, quoted
from viden.headers import Decided
from viden.model import COMPETENCE, WORK, Area, Registers, Source, TaggedPost
from viden.nearest import nearest

NAMES = {COMPETENCE: "Kompetenceområder", WORK: "Arbejdsområder"}
REGISTERS = ("data/kompetenceomraader.yaml", "data/arbejdsomraader.yaml")

Decision = Callable[[Source, Registers, Mapping[str, tuple[str, ...]], tuple[Area, ...]], Decided]


def main(argv: list[str] | None = None) -> int:
    """Write the areas accepted into the post's header and print the whole resulting set."""
    line = options_of(
        "python3 tasks.py accept tre-ting-vi-laerte aeldre-sundhed",
        "Skriver i indlæggets hoved, at det har et område. De områder, som indlægget har i forvejen, skrives med; "
        "alt andet i filen er urørt.",
    )
    options = line.parse_args(argv)
    return run(lambda: decide(options.content, options.post, options.areas, headers.accept), options.debug)


def options_of(example: str, description: str) -> argparse.ArgumentParser:
    """Return the options that `accept` and `reject` share."""
    line = parser(example, description)
    line.add_argument("post", metavar="INDLÆG", help="indlæggets Id eller filens sti")
    line.add_argument("areas", nargs="+", metavar="OMRÅDE", help="områdets id eller navn; navne i anførselstegn")
    return line


def decide(prefix: str, written: str, words: list[str], decision: Decision) -> int:
    """Let `decision` change one post's file, and say what it says now."""
    content = content_folder(prefix)
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    faults = [p for p in reading.errors if p.place.path in REGISTERS]
    if faults:
        print(*(as_line(p, prefix) for p in faults), sep="\n", file=sys.stderr)
        return 1
    known = reading.registers.competence_areas + reading.registers.work_areas
    areas = tuple(spoken_area(word, known) for word in words)
    try:
        source, tagged = _post(written, reading, content)
        standing = {facet: tagged.areas(facet) for facet in NAMES}
        decided = decision(source, reading.registers, standing, areas)
    except ContentError as fault:
        print(*(as_line(p, prefix) for p in fault.problems), sep="\n", file=sys.stderr)
        return fault.exitcode
    if decided.lines:
        disk.replace_bytes(content / source.path, decided.data)
    print(told(f"{prefix.rstrip('/')}/{source.path}", decided, reading.registers, {a.facet for a in areas}))
    return 0


def told(path: str, decided: Decided, registers: Registers, facets: set[str]) -> str:
    """Return in Danish what was written, and which areas of `facets` the post has now."""
    lines = [f"Rettet: {path}" if decided.lines else f"Intet at ændre: {path}"]
    lines += [f"  {line}" for line in decided.lines]
    for facet, ids in decided.standing:
        if facet in facets:
            labels = [area.label for id in ids if (area := registers.area(id))]
            lines.append(f"{NAMES[facet]} nu: {'; '.join(labels) or 'ingen'}.")
    return "\n".join(lines)


def _post(written: str, reading: pipeline.Reading, content: Path) -> tuple[Source, TaggedPost]:
    """Return the file and the post that are named by path or `Id`.

    Raises `ContentError` for a post that cannot be read, `UsageError` for anything else.
    """
    posts = [t for t in reading.tagged if t.post.is_article]
    path = _path(written, content)
    found = [t for t in posts if t.post.place.path == path] or [t for t in posts if t.post.id == written]
    if len(found) > 1:
        paths = ", ".join(t.post.place.path for t in found)
        raise UsageError(f'Flere indlæg har Id "{written}": {paths}. Skriv filens sti i stedet.')
    if found:
        return next(s for s in reading.sources if s.path == found[0].post.place.path), found[0]
    faults = [p for p in reading.problems if p.place.path == path]
    if pipeline.is_post(path) and not pipeline.is_page(path) and faults:
        raise ContentError(faults)
    words = {w: t.post.id for t in posts for w in (t.post.slug, Path(t.post.place.path).stem, t.post.id)}
    near = nearest(written, [*words, *(t.post.place.path for t in posts)])
    guess = f'; mente du "{words.get(near, near)}"?' if near else ". Skriv indlæggets Id eller filens sti."
    raise UsageError(f'Indlægget "{quoted(written)}" kendes ikke{guess}')


def _path(written: str, content: Path) -> str:
    """Return the path inside the content folder, or an empty text where there is no such file."""
    try:
        return spoken_path(written, content)
    except UsageError:
        return ""


if __name__ == "__main__":
    raise SystemExit(main())
