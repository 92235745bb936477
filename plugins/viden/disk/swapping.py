"""The step that brings a settled tree into force, and what heals after a kill."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import sys
from pathlib import Path

from ..errors import InternalError, UsageError
from .files import read_bytes
from .manifests import MANIFEST, manifest
from .names import SYSTEM_FILES
from .refusing import is_empty
from .trees import folders_of, prefix, remove_tree


def swap(staged: Path, live: Path) -> bool:
    """Bring a settled tree into force in one step; tell whether the site changed.

    A site that is the same already is left alone. Raises `UsageError`, and
    leaves the live tree as it was, where that holds a file that no build of
    ours put there.
    """
    if not manifest(staged):
        raise InternalError("Den nye side er ikke gjort færdig. Den udgivne side er ikke ændret.")
    if live.is_symlink():
        return _swap_link(staged, live)
    if live.is_dir() and not is_empty(live):
        _refuse_foreign(live)
        if _is_equal(staged, live):
            remove_tree(staged)
            return False
        if not _exchange(staged, live):
            _exchange_by_renaming(staged, live)
        _discard(staged)
        return True
    if live.exists():
        remove_tree(live)
    live.parent.mkdir(parents=True, exist_ok=True)
    staged.rename(live)
    return True


def recover(live: Path) -> None:
    """Finish or clear what a killed build left beside the live tree; call it under the lock."""
    if not live.parent.is_dir():
        return
    mine = sorted(p for p in live.parent.iterdir() if p.name.startswith(prefix(live)))
    parked = [p for p in mine if _kind(p, live) == "gl"]
    if parked and not os.path.lexists(live):
        fresh = parked[-1].with_name(parked[-1].name.replace(f"{prefix(live)}gl-", f"{prefix(live)}ny-", 1))
        (fresh if manifest(fresh) else parked[-1]).rename(live)
    current = live.resolve().name if live.is_symlink() else ""
    for path in mine:
        if _kind(path, live) in ("ny", "gl", "led", "side") and path.name != current and os.path.lexists(path):
            remove_tree(path)


def _swap_link(staged: Path, live: Path) -> bool:
    """Point a link at the new tree; the old one goes if it lay beside the link under a name of ours."""
    old = live.resolve()
    _refuse_foreign(old)
    if _is_equal(staged, old):
        remove_tree(staged)
        return False
    digest = hashlib.sha256(read_bytes(staged / MANIFEST)).hexdigest()[:16]
    home = live.with_name(f"{prefix(live)}side-{digest}")
    if home.exists():
        remove_tree(home)
    staged.rename(home)
    fresh = live.with_name(f"{prefix(live)}led-{os.getpid()}")
    fresh.symlink_to(home.name, target_is_directory=True)
    fresh.replace(live)
    if old.parent == home.parent and _kind(old, live) == "side":
        _discard(old)
    return True


def _refuse_foreign(live: Path) -> None:
    listed = manifest(live)
    known = {MANIFEST, *listed, *folders_of(listed)}
    for folder, folders, files in os.walk(live):
        for name in sorted((*folders, *files)):
            path = Path(folder, name)
            relative = path.relative_to(live).as_posix()
            if relative not in known and name.casefold() not in SYSTEM_FILES:
                message = f'"{path}" er ikke lavet af programmet, og siden er ikke ændret. '
                raise UsageError(message + "Flyt den ud af mappen; hvad der skal udgives, hører til i content/.")


def _is_equal(staged: Path, live: Path) -> bool:
    """Tell whether two trees are the same site; `settle` gave equal files equal times."""
    if manifest(staged) != manifest(live):
        return False
    try:
        return all(_look(staged / name) == _look(live / name) for name in (*manifest(staged), MANIFEST))
    except OSError:
        return False


def _look(path: Path) -> tuple[int, int, int]:
    look = path.lstat()
    return look.st_mode, look.st_size, look.st_mtime_ns


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one system call; False where the system cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        # Linux 3.15, glibc 2.28: AT_FDCWD is -100, RENAME_EXCHANGE is 2.
        failed = library.renameat2(-100, names[0], -100, names[1], 2)
    elif hasattr(library, "renamex_np"):
        # macOS 10.12: RENAME_SWAP is 2.
        failed = library.renamex_np(*names, 2)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _exchange_by_renaming(staged: Path, live: Path) -> None:
    """Exchange two names in three renames; the names alone tell `recover` how far it came.

    For an instant there is no live folder; a kill just then is mended at the next start.
    """
    parked = staged.with_name(staged.name.replace(f"{prefix(live)}ny-", f"{prefix(live)}gl-", 1))
    live.rename(parked)
    try:
        staged.rename(live)
    except OSError:
        parked.rename(live)
        raise
    parked.rename(staged)


def _kind(path: Path, live: Path) -> str:
    """Return `ny` (staging), `gl` (parked), `led` (a link), `side` (a linked tree), or another word."""
    return path.name.removeprefix(prefix(live)).split("-", 1)[0]


def _discard(tree: Path) -> None:
    """Remove the tree that was live until now; what cannot be removed is left to `recover`.

    The new site is in force, so that a fault here must not be told as a failed build.
    """
    with contextlib.suppress(OSError):
        remove_tree(tree)
