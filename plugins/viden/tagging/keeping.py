"""The compiled vocabulary between two runs: JSON in the program's cache folder, named by all that it depends on.

A file holds the SHA-256 of the rest on its first line. What is damaged, of
another version or not there is compiled anew, so whoever deletes the folder
loses time alone. The folder is the program's own; nothing is loaded from content.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import astuple, replace
from functools import cache
from pathlib import Path

from .. import disk, language
from ..errors import InternalError
from ..model import Area, Problem
from .compiling import compile
from .vocabulary import Vocabulary, as_json, from_json

_OURS = re.compile(r"[0-9a-f]{64}\.json")


def kept(areas: Iterable[Area], folder: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Return what `compile` returns, from `folder` where it is there; a vocabulary with faults is never kept."""
    listed = tuple(areas)
    path = folder / f"{_key(listed)}.json"
    found = _read(path)
    if found is not None:
        return found, ()
    made, problems = compile(listed)
    if not problems:
        _write(path, as_json(made))
    return made, problems


def _key(areas: tuple[Area, ...]) -> str:
    plain = [replace(area, place=None, terms=tuple(replace(term, place=None) for term in area.terms)) for area in areas]
    rows = sorted(astuple(area) for area in plain)
    return hashlib.sha256(json.dumps([_engine(), rows]).encode()).hexdigest()


@cache
def _engine() -> str:
    """Return a digest of the code that compiles, so that a change of a rule of inflection is a change of the key."""
    folders = (Path(__file__).parent, Path(language.__file__).parent)
    files = sorted(path for folder in folders for path in folder.glob("*.py"))
    return hashlib.sha256(b"\0".join(disk.read_bytes(path) for path in files)).hexdigest()


def _read(path: Path) -> Vocabulary | None:
    with contextlib.suppress(OSError, ValueError, InternalError):
        digest, _, text = disk.read_bytes(path).decode("utf-8").partition("\n")
        if hashlib.sha256(text.encode()).hexdigest() == digest:
            return from_json(text)
    return None


def _write(path: Path, text: str) -> None:
    """Keep the vocabulary in the place of the one before; a machine that cannot write compiles each time."""
    with contextlib.suppress(OSError):
        disk.write_if_changed(path, f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}".encode())
        for other in path.parent.iterdir():
            if other != path and _OURS.fullmatch(other.name):
                other.unlink()
