"""Paths inside the content folder, and the nearest one to a path that is not there."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from ..errors import quoted
from ..model import Place, Problem
from ..nearest import nearest

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


def missing_file(file: str, place: Place, files: Iterable[str], rule: str, noun: str, is_link: bool = True) -> Problem:
    """Return the problem of a file that is not there, with the nearest that is."""
    near = nearest_file(file, files)
    guess = f'; mente du "{near}"?' if near else "."
    hint = f"Skriv {braced(near) if is_link else near}" if near else "Ret stien, eller læg filen i mappen"
    return Problem(place, "error", rule, f'{noun} "{quoted(file)}" findes ikke{guess}', hint)


def nearest_file(file: str, files: Iterable[str]) -> str | None:
    """Return the file whose path, or else whose name alone, is nearest."""
    paths = sorted(files)
    near = nearest(file, paths) or next((path for path in paths if posixpath.splitext(path)[0] == file), None)
    if near:
        return near
    by_name: dict[str, str] = {}
    for path in paths:
        by_name.setdefault(posixpath.basename(path), path)
    name = nearest(posixpath.basename(file), by_name)
    return by_name[name] if name else None


def braced(path: str) -> str:
    """Return the path as a link that Pelican resolves."""
    return f"{{{'filename' if is_post_name(path) else 'static'}}}/{path}"


def is_post_name(path: str) -> bool:
    """Whether a file is a post or a page by its name."""
    return path.endswith(MARKDOWN)
