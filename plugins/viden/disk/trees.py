"""A tree that a build of ours made: its files and folders, its name, its removal."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from ..errors import InternalError
from .files import is_link
from .manifests import MANIFEST
from .names import FORBIDDEN


def prefix(live: Path) -> str:
    """Return how the names of all that belongs to `live` and lies beside it begin."""
    return f".{live.name}."


def files_of(tree: Path) -> tuple[str, ...]:
    """Return every file below a tree of ours, with `/`, sorted; special files raise."""
    names: list[str] = []
    for folder, folders, files in os.walk(tree):
        base = Path(folder)
        for name in (*folders, *files):
            look = (base / name).lstat()
            is_plain = stat.S_ISREG(look.st_mode) or stat.S_ISDIR(look.st_mode)
            if is_link(look) or not is_plain or FORBIDDEN.intersection(name):
                raise InternalError(f'"{base / name}" kan ikke udgives. Den udgivne side er ikke ændret.')
        names.extend((base / name).relative_to(tree).as_posix() for name in files)
    return tuple(sorted(names))


def folders_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return each folder that holds one of the files, the deepest last."""
    return tuple(sorted({str(p) for name in names for p in Path(name).parents if p.parts}))


def remove_tree(tree: Path) -> None:
    """Remove a tree of ours; links in it are removed, never followed.

    The manifest goes first: a half-removed tree never looks like a whole one.
    """
    if tree.is_symlink() or not tree.is_dir():
        tree.unlink()
        return
    (tree / MANIFEST).unlink(missing_ok=True)
    for folder, folders, files in os.walk(tree, topdown=False):
        for name in files:
            Path(folder, name).unlink()
        for name in folders:
            path = Path(folder, name)
            path.unlink() if path.is_symlink() else path.rmdir()
    tree.rmdir()
