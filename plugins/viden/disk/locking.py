"""One build at a time: a lock that the system frees when its process dies."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..errors import UsageError
from .files import NO_FOLLOW


@contextlib.contextmanager
def lock(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock file for the length of a `with`.

    The system frees it when its process dies. Raises `UsageError` that names
    the holder when it was not free within `wait_seconds`.
    """
    end = time.monotonic() + wait_seconds
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _locked(path)
    while descriptor is None:
        if time.monotonic() >= end:
            raise UsageError(f"Siden bygges allerede af {_holder(path)}. Vent, til den er færdig, og prøv igen.")
        time.sleep(0.05)
        descriptor = _locked(path)
    try:
        yield
    finally:
        _free(path, descriptor)


def _locked(path: Path) -> int | None:
    """Return an open descriptor that holds the lock, or None if another process does."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | NO_FOLLOW, 0o644)
    except OSError as fault:
        raise UsageError(f'Der kan ikke skrives i mappen "{path.parent}": {fault.strerror}.') from fault
    try:
        _take(descriptor)
        # A holder removes the file before it lets go: a lock on a removed file is no lock.
        if os.fstat(descriptor).st_ino != path.lstat().st_ino:
            raise BlockingIOError
    except (BlockingIOError, PermissionError, FileNotFoundError):
        os.close(descriptor)
        return None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())
    return descriptor


def _free(path: Path, descriptor: int) -> None:
    if sys.platform == "win32":
        os.close(descriptor)
        return
    with contextlib.suppress(OSError):
        path.unlink()
    os.close(descriptor)


def _holder(path: Path) -> str:
    try:
        return f"proces {int(path.read_text(encoding='ascii'))}"
    except (OSError, ValueError):
        return "en anden proces"


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        # Byte 2^30 lies behind the text, so that others may still read who holds the lock.
        os.lseek(descriptor, 2**30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
