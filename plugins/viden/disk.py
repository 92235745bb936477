"""The one door to the disk: read a tree once, write anew and rename, publish in one step.

A build writes a staging tree beside the live one; `settle` seals it with a
marker and a manifest, `swap` brings it into force, `recover` clears what a
killed build left. At every instant the live tree is the old site or the new
one, whole. See docs/decisions/0009-two-trees-and-a-swap.md.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import json
import os
import stat
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .errors import InternalError, UsageError, ordered, quoted
from .model import Place, Problem, Source

MARKER = ".videnstafet"
MANIFEST = "manifest.sha256"
MARK = json.dumps({"format": 1, "product": "Videnstafet"}, sort_keys=True).encode() + b"\n"

SIZE_LIMIT_BYTES = 25 * 1024 * 1024
"""Largest file that is read (the quality page's limit for attachments)."""

SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"})
"""What file managers leave in any folder they show; nobody's work is in them."""
LEFTOVER_ENDINGS = ("~", ".swp", ".swo")
"""What text editors leave behind."""

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_FORBIDDEN = frozenset('\\:*?"<>|') | {chr(n) for n in range(32)} | {"\x7f"}
"""Characters that a name cannot have on every system."""

# --- reading -----------------------------------------------------------------


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


def is_leftover(name: str) -> bool:
    """Tell whether a file name is a system's or an editor's leftover, to be passed over."""
    return name.startswith(".") or name.casefold() in SYSTEM_FILES or name.endswith(LEFTOVER_ENDINGS)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; anything else raises `OSError`."""
    descriptor = os.open(path, os.O_RDONLY | _NO_FOLLOW | _NO_WAIT)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        return file.read()


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
            if not _is_portable(entry.name):
                shown = quoted(name.encode("utf-8", "backslashreplace").decode())
                message = f'Navnet "{shown}" kan ikke bruges på alle systemer.'
                problems.append(_fault(shown, "file-name", message, "Brug bogstaver, tal, bindestreg og punktum"))
            elif entry.is_dir(follow_symlinks=False) and not _is_link(entry.stat(follow_symlinks=False)):
                folders.append((Path(entry.path), f"{name}/"))
            else:
                yield Path(entry.path), name


def _read_entry(path: Path, name: str, problems: list[Problem]) -> bytes | None:
    """Return the bytes of a file, or None with a Problem added."""
    try:
        look = path.lstat()
        if _is_link(look):
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


def _is_link(look: os.stat_result) -> bool:
    """Tell whether this is a symbolic link or, on Windows, any reparse point."""
    return stat.S_ISLNK(look.st_mode) or bool(getattr(look, "st_file_attributes", 0) & 0x400)


def _is_portable(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not _FORBIDDEN.intersection(name) and name == name.rstrip(". ")


# --- writing -----------------------------------------------------------------


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
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_FOLLOW, 0o644), "wb") as file:
            file.write(data)
        fresh.chmod(mode)
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


# --- one at a time -----------------------------------------------------------


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
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o644)
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


# --- which folder may be ours ------------------------------------------------


def refuse_output(output: Path, content: Path, project: Path) -> None:
    """Raise `UsageError` unless `output` may be replaced by a site.

    Good are a folder that is missing or empty, and one that a build of ours
    made: it has our marker and a manifest.
    """
    _refuse_link(output)
    real, why = output.resolve(), ""
    if real == Path(real.anchor):
        why = "det er roden af disken"
    elif _is_same(real, Path.home()):
        why = "det er din hjemmemappe"
    elif _is_within(content, real):
        why = "indholdet ligger i den"
    elif _is_within(real, content):
        why = "den ligger i indholdet"
    elif _is_within(project, real):
        why = "projektet ligger i den"
    elif real.exists() and not real.is_dir():
        why = "det er en fil"
    elif real.is_dir() and not is_ours(real) and not _is_empty(real):
        why = "den har filer, som programmet ikke har lavet"
    if why:
        raise UsageError(f'Siden kan ikke udgives i "{output}": {why}. Vælg en tom mappe, fx output.')


def is_ours(folder: Path) -> bool:
    """Tell whether a build of ours made the folder."""
    try:
        mark = json.loads(read_bytes(folder / MARKER))
    except (OSError, ValueError):
        return False
    return isinstance(mark, dict) and mark.get("product") == "Videnstafet" and (folder / MANIFEST).is_file()


def _refuse_link(output: Path) -> None:
    if output.is_symlink() and not (output.is_dir() and _is_within(output.resolve(), output.parent)):
        raise UsageError(f'Siden kan ikke udgives i "{output}": det er en henvisning, som fører et andet sted hen.')


def _is_empty(folder: Path) -> bool:
    return all(path.name.casefold() in SYSTEM_FILES and path.is_file() for path in folder.iterdir())


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


def _is_within(inner: Path, outer: Path) -> bool:
    """Tell whether `inner` is `outer` or lies below it, whatever the spelling."""
    inner = inner.resolve()
    return any(_is_same(folder, outer) for folder in (inner, *inner.parents))


# --- staging and manifest ----------------------------------------------------


def staging_for(output: Path) -> Path:
    """Make and return an empty folder beside `output`, on the same file system."""
    staged = output.with_name(f"{_prefix(output)}ny-{os.getpid()}")
    if staged.exists():
        _remove_tree(staged)
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
    for name in _files(staged):
        data = read_bytes(staged / name)
        digests[name] = hashlib.sha256(data).hexdigest()
        _date(staged / name, live / name, data)
        _set_mode(staged / name, 0o644)
    digests.pop(MANIFEST, None)
    for folder in (staged, *(staged / name for name in _folders(digests))):
        _set_mode(folder, 0o755)
    manifest = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items())).encode()
    replace_bytes(staged / MANIFEST, manifest)
    _date(staged / MANIFEST, live / MANIFEST, manifest)


def manifest(tree: Path) -> dict[str, str]:
    """Return path → SHA-256 of a tree's manifest; empty where it has none that can be read."""
    try:
        lines = read_bytes(tree / MANIFEST).decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    return {line[66:]: line[:64] for line in lines if line[64:66] == "  "}


def differences(tree: Path) -> tuple[str, ...]:
    """Return each path on which a tree and its manifest disagree; empty for a whole site."""
    listed = manifest(tree)
    found = {name: hashlib.sha256(read_bytes(tree / name)).hexdigest() for name in _files(tree) if name != MANIFEST}
    wrong = {name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name)}
    return tuple(sorted(wrong)) if listed else (MANIFEST,)


def flush(tree: Path) -> None:
    """Ask the system to put every file and folder of a tree on the disk now."""
    names = _files(tree)
    for path in [*(tree / name for name in (*names, *_folders(names))), tree]:
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


def _files(tree: Path) -> tuple[str, ...]:
    """Return every file below a tree of ours, with `/`, sorted; special files raise."""
    names: list[str] = []
    for folder, folders, files in os.walk(tree):
        base = Path(folder)
        for name in (*folders, *files):
            look = (base / name).lstat()
            is_plain = stat.S_ISREG(look.st_mode) or stat.S_ISDIR(look.st_mode)
            if _is_link(look) or not is_plain or _FORBIDDEN.intersection(name):
                raise InternalError(f'"{base / name}" kan ikke udgives. Den levende side er ikke ændret.')
        names.extend((base / name).relative_to(tree).as_posix() for name in files)
    return tuple(sorted(names))


def _folders(names: tuple[str, ...] | dict[str, str]) -> tuple[str, ...]:
    """Return each folder that holds one of the files, the deepest last."""
    return tuple(sorted({str(p) for name in names for p in Path(name).parents if p.parts}))


# --- the swap ----------------------------------------------------------------


def swap(staged: Path, live: Path) -> bool:
    """Bring a settled tree into force in one step; tell whether the site changed.

    A site that is the same already is left alone. Raises `UsageError`, and
    leaves the live tree as it was, where that holds a file that no build of
    ours put there.
    """
    if not manifest(staged):
        raise InternalError("Den nye side er ikke gjort færdig. Den levende side er ikke ændret.")
    if live.is_symlink():
        return _swap_link(staged, live)
    if live.is_dir() and not _is_empty(live):
        _refuse_foreign(live)
        if _is_equal(staged, live):
            _remove_tree(staged)
            return False
        if not _exchange(staged, live):
            _exchange_by_renaming(staged, live)
        _discard(staged)
        return True
    if live.exists():
        _remove_tree(live)
    live.parent.mkdir(parents=True, exist_ok=True)
    staged.rename(live)
    return True


def recover(live: Path) -> None:
    """Finish or clear what a killed build left beside the live tree; call it under the lock."""
    if not live.parent.is_dir():
        return
    mine = sorted(p for p in live.parent.iterdir() if p.name.startswith(_prefix(live)))
    parked = [p for p in mine if _kind(p, live) == "gl"]
    if parked and not os.path.lexists(live):
        fresh = parked[-1].with_name(parked[-1].name.replace(f"{_prefix(live)}gl-", f"{_prefix(live)}ny-", 1))
        (fresh if manifest(fresh) else parked[-1]).rename(live)
    current = live.resolve().name if live.is_symlink() else ""
    for path in mine:
        if _kind(path, live) in ("ny", "gl", "led", "side") and path.name != current and os.path.lexists(path):
            _remove_tree(path)


def _swap_link(staged: Path, live: Path) -> bool:
    """Point a link at the new tree; the old one goes if it lay beside the link under a name of ours."""
    old = live.resolve()
    _refuse_foreign(old)
    if _is_equal(staged, old):
        _remove_tree(staged)
        return False
    digest = hashlib.sha256(read_bytes(staged / MANIFEST)).hexdigest()[:16]
    home = live.with_name(f"{_prefix(live)}side-{digest}")
    if home.exists():
        _remove_tree(home)
    staged.rename(home)
    fresh = live.with_name(f"{_prefix(live)}led-{os.getpid()}")
    fresh.symlink_to(home.name, target_is_directory=True)
    fresh.replace(live)
    if old.parent == home.parent and _kind(old, live) == "side":
        _discard(old)
    return True


def _refuse_foreign(live: Path) -> None:
    listed = manifest(live)
    known = {MANIFEST, *listed, *_folders(listed)}
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
    parked = staged.with_name(staged.name.replace(f"{_prefix(live)}ny-", f"{_prefix(live)}gl-", 1))
    live.rename(parked)
    try:
        staged.rename(live)
    except OSError:
        parked.rename(live)
        raise
    parked.rename(staged)


def _prefix(live: Path) -> str:
    """Return how the names of all that belongs to `live` and lies beside it begin."""
    return f".{live.name}."


def _kind(path: Path, live: Path) -> str:
    """Return `ny` (staging), `gl` (parked), `led` (a link), `side` (a linked tree), or another word."""
    return path.name.removeprefix(_prefix(live)).split("-", 1)[0]


def _discard(tree: Path) -> None:
    """Remove the tree that was live until now; what cannot be removed is left to `recover`.

    The new site is in force, so that a fault here must not be told as a failed build.
    """
    with contextlib.suppress(OSError):
        _remove_tree(tree)


def _remove_tree(tree: Path) -> None:
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
