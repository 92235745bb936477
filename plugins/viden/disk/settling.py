"""The staging tree: made beside the live one, sealed with marker and manifest, put on the disk."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

from .files import read_bytes, replace_bytes
from .manifests import MANIFEST, MARK, MARKER, manifest
from .trees import files_of, folders_of, prefix, remove_tree


def staging_for(output: Path) -> Path:
    """Make and return an empty folder beside `output`, on the same file system."""
    staged = output.with_name(f"{prefix(output)}ny-{os.getpid()}")
    if staged.exists():
        remove_tree(staged)
    staged.mkdir(parents=True)
    return staged


def settle(staged: Path, live: Path) -> None:
    """Seal a staging tree: modes, times, marker, manifest.

    A file whose bytes are those of the live one keeps the live one's time, so
    that readers are told it has not changed; a changed one is at least a second
    later than before. Raises `InternalError` for anything but files and folders.
    """
    replace_bytes(staged / MARKER, MARK)
    digests: dict[str, str] = {}
    for name in files_of(staged):
        data = read_bytes(staged / name)
        digests[name] = hashlib.sha256(data).hexdigest()
        _date(staged / name, live / name, data)
        _set_mode(staged / name, 0o644)
    digests.pop(MANIFEST, None)
    for folder in (staged, *(staged / name for name in folders_of(digests))):
        _set_mode(folder, 0o755)
    listing = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
    replace_bytes(staged / MANIFEST, listing)
    _date(staged / MANIFEST, live / MANIFEST, listing)


def differences(tree: Path) -> tuple[str, ...]:
    """Return each path on which a tree and its manifest disagree; empty for a whole site."""
    listed = manifest(tree)
    found = {name: hashlib.sha256(read_bytes(tree / name)).hexdigest() for name in files_of(tree) if name != MANIFEST}
    wrong = {name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name)}
    return tuple(sorted(wrong)) if listed else (MANIFEST,)


def flush(tree: Path) -> None:
    """Ask the system to put every file and folder of a tree on the disk now."""
    names = files_of(tree)
    for path in [*(tree / name for name in (*names, *folders_of(names))), tree]:
        with contextlib.suppress(PermissionError, IsADirectoryError):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _set_mode(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def _date(fresh: Path, old: Path, data: bytes) -> None:
    """Give a file the time that its bytes deserve beside the live one."""
    try:
        look = old.lstat()
        is_equal = look.st_size == len(data) and read_bytes(old) == data
    except OSError:
        return
    now = fresh.stat().st_mtime_ns
    then = look.st_mtime_ns if is_equal else max(now, look.st_mtime_ns + 10**9)
    os.utime(fresh, ns=(then, then))
