"""A whole tree, read once; what is no plain file is named and never opened."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..errors import UsageError, ordered, quoted
from ..model import Place, Problem, Source
from .files import is_link, read_bytes
from .names import is_leftover, is_portable

SIZE_LIMIT_BYTES = 25 * 1024 * 1024
"""Largest file that is read (the quality page's limit for attachments)."""


def read_tree(root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return every regular file below `root`, sorted by path, and what could not be read.

    Each entry is looked at before it is opened, so links, pipes and devices are
    named and never followed. Raises `UsageError` where `root` is no folder.
    """
    if not root.is_dir():
        raise UsageError(f'Mappen "{root}" findes ikke.')
    sources: list[Source] = []
    problems: list[Problem] = []
    for path, name in _entries(root, problems):
        data = _read_entry(path, name, problems)
        if data is not None:
            sources.append(Source(name, data, hashlib.sha256(data).hexdigest()))
    problems.extend(_clashes([source.path for source in sources]))
    return tuple(sorted(sources, key=lambda s: s.path)), ordered(problems)


def _entries(root: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield each path that is no folder, with its name in NFC relative to `root`."""
    folders = [(root, "")]
    while folders:
        folder, prefix = folders.pop()
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda e: e.name)
        except OSError as fault:
            problems.append(_unreadable(prefix.rstrip("/") or ".", fault))
            continue
        for entry in entries:
            if is_leftover(entry.name):
                continue
            name = prefix + unicodedata.normalize("NFC", entry.name)
            if not is_portable(entry.name):
                shown = quoted(name.encode("utf-8", "backslashreplace").decode())
                message = f'Navnet "{shown}" kan ikke bruges på alle systemer.'
                problems.append(_fault(shown, "file-name", message, "Brug bogstaver, tal, bindestreg og punktum"))
            elif entry.is_dir(follow_symlinks=False) and not is_link(entry.stat(follow_symlinks=False)):
                folders.append((Path(entry.path), f"{name}/"))
            else:
                yield Path(entry.path), name


def _read_entry(path: Path, name: str, problems: list[Problem]) -> bytes | None:
    """Return the bytes of a file, or None with a Problem added."""
    try:
        look = path.lstat()
        if is_link(look):
            problems.append(_fault(name, "file-link", f'"{quoted(name)}" er en henvisning.', "Læg selve filen her"))
        elif not stat.S_ISREG(look.st_mode):
            message = f'"{quoted(name)}" er ikke en almindelig fil.'
            problems.append(_fault(name, "file-special", message, "Flyt den ud af mappen"))
        elif look.st_size > SIZE_LIMIT_BYTES:
            message = f'"{quoted(name)}" fylder {look.st_size // 2**20} MB; højst {SIZE_LIMIT_BYTES // 2**20} MB læses.'
            problems.append(_fault(name, "file-size", message, "Gør filen mindre, eller læg den et andet sted"))
        else:
            return read_bytes(path)
    except OSError as fault:
        problems.append(_unreadable(name, fault))
    return None


def _clashes(names: list[str]) -> Iterator[Problem]:
    """Yield a Problem for each name that differs from an earlier one only by case or accents' encoding."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        first = seen.setdefault(unicodedata.normalize("NFC", name.casefold()), name)
        if first is not name:
            message = f'"{quoted(name)}" og "{quoted(first)}" er ét navn på nogle systemer.'
            yield _fault(name, "file-name-clash", message, "Giv den ene et andet navn")


def _fault(name: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(Place(name), "error", rule, message, hint)


def _unreadable(name: str, fault: OSError) -> Problem:
    why = {errno.EACCES: "adgang nægtet", errno.EPERM: "adgang nægtet", errno.ENOENT: "den er væk"}
    message = f'"{quoted(name)}" kan ikke læses: {why.get(fault.errno or 0, "disken melder fejl")}.'
    return _fault(name, "file-unreadable", message, "Giv læseadgang, eller flyt filen")
