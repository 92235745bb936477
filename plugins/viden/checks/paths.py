"""Paths inside the content folder, and the nearest one to a path that is not there."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote

from ..errors import quoted
from ..model import Place, Problem
from ..nearest import fold, nearest

PELICAN = re.compile(r"[{|](\w+)[}|](.*)", re.DOTALL)
"""An address in Pelican's form: `{filename}/artikler/x.md#anchor`."""
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")


def inside(address: str, path: str) -> tuple[str, str | None, bool]:
    """Return the file inside the content folder, the anchor or None, and whether a file is named at all."""
    pelican = PELICAN.fullmatch(address)
    rest = pelican[2] if pelican else address
    before, sign, anchor = rest.partition("#")
    name = unicodedata.normalize("NFC", unquote(before.partition("?")[0]))
    folder = "" if name.startswith("/") else posixpath.dirname(path)
    file = posixpath.normpath(posixpath.join(folder, name.lstrip("/"))) if name else path
    return file, unquote(anchor) if sign else None, bool(name)


@dataclass(frozen=True, slots=True)
class Paths:
    """All paths of a content folder, folded once, so that many broken links cost little."""

    folded: tuple[tuple[str, str], ...]
    """(folded path, path), by path."""
    names: tuple[tuple[str, str], ...]
    """(folded file name, path), by path."""

    def nearest(self, file: str) -> str | None:
        """Return the path that is nearest, that lacks only a suffix, or whose name alone is nearest."""
        whole = nearest(file, _alike(file, self.folded))
        if whole:
            return whole
        forgotten = next((path for _, path in self.folded if posixpath.splitext(path)[0] == file), None)
        by_name = {posixpath.basename(p): p for p in reversed(_alike(posixpath.basename(file), self.names))}
        name = None if forgotten else nearest(posixpath.basename(file), by_name)
        return by_name[name] if name else forgotten


def paths_of(files: Iterable[str]) -> Paths:
    """Return the index of these paths."""
    ordered = sorted(files)
    return Paths(
        tuple((fold(path), path) for path in ordered),
        tuple((fold(posixpath.basename(path)), path) for path in ordered),
    )


def _alike(word: str, folded: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the paths that can be within two edits: one of five pieces of `word` must stand in them unchanged.

    An edit, a swap of neighbours too, touches at most two pieces.
    """
    key = fold(word)
    cuts = [len(key) * n // 5 for n in range(6)]
    pieces = [key[a:b] for a, b in pairwise(cuts)]
    return [path for form, path in folded if abs(len(form) - len(key)) <= 2 and any(p in form for p in pieces)]


def missing_file(file: str, place: Place, paths: Paths, rule: str, noun: str, is_link: bool = True) -> Problem:
    """Return the problem of a file that is not there, with the nearest that is."""
    near = paths.nearest(file)
    guess = f'; mente du "{near}"?' if near else "."
    shown = braced(near) if near and is_link else near
    hint = f"Skriv {shown}" if near else "Ret stien, eller læg filen i mappen"
    return Problem(place, "error", rule, f'{noun} "{quoted(file)}" findes ikke{guess}', hint)


def braced(path: str) -> str:
    """Return the path as a link that Pelican resolves."""
    return f"{{{'filename' if is_post_name(path) else 'static'}}}/{path}"


def is_post_name(path: str) -> bool:
    """Whether a file is a post or a page by its name."""
    return path.endswith(MARKDOWN)
