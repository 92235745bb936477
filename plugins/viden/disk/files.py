"""One file: read as it is, written anew and renamed."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from pathlib import Path

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""How every file is opened: a link is an error, bytes are bytes, no child inherits it."""
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; anything else raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY | NO_FOLLOW | _NO_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        return file.read()


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write `data` unless the file already holds it, and tell whether it was written."""
    with contextlib.suppress(OSError):
        if path.lstat().st_size == len(data) and read_bytes(path) == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(path, data)
    return True


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a new file beside `path` and rename it into place; a file's permissions are kept."""
    # One fixed name: what a killed process left is written over by the next.
    short = path.name if len(path.name.encode()) < 200 else hashlib.sha256(path.name.encode()).hexdigest()
    fresh = path.with_name(f".{short}.ny~")
    mode = 0o644
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_FOLLOW, 0o644), "wb") as file:
            file.write(data)
        fresh.chmod(mode)
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def is_link(look: os.stat_result) -> bool:
    """Tell whether this is a symbolic link or, on Windows, any reparse point."""
    return stat.S_ISLNK(look.st_mode) or bool(getattr(look, "st_file_attributes", 0) & 0x400)
