"""The folder of the local index: whole or not there, brought up to date when it is asked.

    CURRENT             which folder holds, from what it was made, until when it is true
    index-<letters>/    the index's files, and FILES with the SHA-256 of each

A new index is written into a new folder; then `CURRENT` is renamed into place.
A killed run leaves the old index whole, and the next one clears what it left.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from .. import disk
from ..errors import UsageError
from ..language import VERSION
from ..model import Source
from .whoosh_index import FORMAT, LocalStore, Unusable

CURRENT = "CURRENT"
FILES = "FILES"
WAIT_SECONDS = 120
BUILT = "Søgeindekset er bygget."
UPDATED = "Søgeindekset er opdateret."
REPLACED = "Søgeindekset var beskadiget eller fremmed og er bygget igen."
UNKEPT = "Søgeindekset er bygget, men kunne ikke gemmes i cache-mappen."
_FOLDER = re.compile(r"index-[0-9a-f]{16}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """An index, newly made."""

    files: Mapping[str, bytes]
    due: datetime | None
    """The next instant at which the same content gives another index."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which index is asked for, and how to make it where there is none."""

    key: str
    """Of the content it is made from; see `key_of`."""
    moment: datetime
    make: Callable[[], Made]


def key_of(sources: Iterable[Source]) -> str:
    """Return what names an index made from those files with this analysis."""
    digest = hashlib.sha256(f"{FORMAT} {VERSION}\n".encode())
    for source in sorted(sources, key=lambda s: s.path):
        digest.update(f"{source.digest} {source.path}\n".encode())
    return digest.hexdigest()


def ask(folder: Path, wanted: Wanted, question: Callable[[LocalStore], T]) -> tuple[T, str]:
    """Return the answer to `question`, and a line in Danish where the index had to be made, else an empty string.

    An index that turns out to be broken while it is asked is made again, once.
    """
    try:
        store = _current(folder, wanted)
        if store:
            return question(store), ""
        message = UPDATED if (folder / CURRENT).exists() else BUILT
    except Unusable:
        message = REPLACED
    made = wanted.make()
    is_kept = _kept(folder, wanted, made)
    return question(LocalStore(made.files)), message if is_kept else UNKEPT


def _current(folder: Path, wanted: Wanted) -> LocalStore | None:
    """Return the index in the folder, or None where it is missing or made from something else."""
    try:
        state = _state(folder)
        if not state or state["key"] != wanted.key or not _holds(state, wanted.moment):
            return None
        return LocalStore(_read(folder / state["folder"], state["files"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Unusable(str(fault)) from fault


def _state(folder: Path) -> dict[str, Any]:
    try:
        state: dict[str, Any] = json.loads(disk.read_bytes(folder / CURRENT))
    except FileNotFoundError:
        return {}
    if not _FOLDER.fullmatch(state["folder"]):
        raise ValueError("not a folder of ours")
    return state


def _holds(state: Mapping[str, Any], moment: datetime) -> bool:
    due = state["due"]
    return datetime.fromisoformat(state["from"]) <= moment and (not due or moment < datetime.fromisoformat(due))


def _read(folder: Path, digest: str) -> dict[str, bytes]:
    """Return the files of an index; `ValueError` where one is not as it was written."""
    listed: dict[str, str] = json.loads(_checked(folder / FILES, digest))
    return {name: _checked(folder / _plain(name), digest) for name, digest in listed.items()}


def _checked(path: Path, digest: str) -> bytes:
    data = disk.read_bytes(path)
    if hashlib.sha256(data).hexdigest() != digest:
        raise ValueError(f"{path.name} has changed")
    return data


def _kept(folder: Path, wanted: Wanted, made: Made) -> bool:
    """Write the index into the folder, and tell whether that could be done; a search needs no disk."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        with disk.lock(folder / "LOCK", WAIT_SECONDS):
            _write(folder, wanted, made)
    except (OSError, UsageError):
        return False
    return True


def _write(folder: Path, wanted: Wanted, made: Made) -> None:
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in made.files.items()}
    index = json.dumps(listed, sort_keys=True, indent=1).encode() + b"\n"
    state = {
        "files": hashlib.sha256(index).hexdigest(),
        "key": wanted.key,
        "from": wanted.moment.isoformat(),
        "due": made.due.isoformat() if made.due else "",
    }
    name = f"index-{hashlib.sha256(_json(state)).hexdigest()[:16]}"
    shutil.rmtree(folder / name, ignore_errors=True)
    (folder / name).mkdir()
    for file, data in made.files.items():
        disk.replace_bytes(folder / name / _plain(file), data)
    disk.replace_bytes(folder / name / FILES, index)
    disk.flush(folder / name)
    disk.replace_bytes(folder / CURRENT, _json(state | {"folder": name}))
    for old in sorted(folder.iterdir()):
        if old.name != name and _FOLDER.fullmatch(old.name):
            shutil.rmtree(old, ignore_errors=True)


def _json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True).encode() + b"\n"


def _plain(name: str) -> str:
    """Return the name of a file of the index inside its folder; never a path that leads elsewhere."""
    flat = name.replace("/", ".")
    if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_.]*", flat):
        raise ValueError(f"{name} is no name of ours")
    return flat
