"""Guards publishing: a fault at each write, rename and removal leaves the old or the new site, and the next build heals."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from viden import disk
from viden.disk import swapping
from viden.disk.trees import remove_tree
from viden.errors import InternalError, UsageError

OLD = {"index.html": b"old front", "a/index.html": b"old page", "same.css": b"body{}", "a/gone.html": b"withdrawn"}
NEW = {"index.html": b"new front, longer", "a/index.html": b"new page", "same.css": b"body{}", "b/c/d.html": b"added"}

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
COUNTED = {"os.rename", "os.link", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime"}
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a child that is to be killed")


def build(files, live):
    """Do what a build does, in its order."""
    disk.recover(live)
    staged = disk.staging_for(live)
    for name, data in files.items():
        disk.write_if_changed(staged / name, data)
    disk.settle(staged, live)
    return disk.swap(staged, live)


def contents(live):
    own = {disk.MARKER, disk.MANIFEST}
    found = (p for p in live.rglob("*") if p.is_file())
    return {name: p.read_bytes() for p in found if (name := p.relative_to(live).as_posix()) not in own}


def only_renames(monkeypatch):
    monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)


# --- faults


def fail_at(k, how):
    """Let the k-th change to the disk kill this process or raise, as an audit hook sees them; return the counter."""
    seen = [0]

    def hook(event, arguments):
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES
        if not (writes or event in COUNTED or event == "ctypes.dlsym"):
            return
        seen[0] += 1
        if seen[0] == k:
            if how == "kill":
                os._exit(9)
            raise OSError(28, "No space left on device")

    sys.addaudithook(hook)
    return seen


def build_with_fault(live, k, how):
    """Build the new site in a child whose k-th change fails; return its exit status: 0 when k was never reached."""
    child = os.fork()
    if child == 0:
        code = 7
        try:
            seen = fail_at(k, how)
            build(NEW, live)
            code = 0 if seen[0] < k else 5  # 5: the fault was met and the build is whole all the same
        except OSError:
            code = 6
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def prepare(folder, layout):
    """Return the name of a live tree that holds the old site, laid out as asked."""
    folder.mkdir()
    live = folder / "output"
    if layout == "missing":
        return live
    build(OLD, live)
    if layout == "link":
        live.rename(folder / ".output.side-0")
        live.symlink_to(".output.side-0", target_is_directory=True)
    return live


@needs_fork
@pytest.mark.parametrize("how", ["kill", "raise"])
@pytest.mark.parametrize("layout", ["folder", "renames", "link", "missing"])
def test_a_fault_at_each_change_leaves_the_old_or_the_new_site_whole(tmp_path, monkeypatch, layout, how):
    if layout == "renames":
        only_renames(monkeypatch)
    outcomes = []
    for k in range(1, 500):
        live = prepare(tmp_path / str(k), layout)

        status = build_with_fault(live, k, how)
        assert status in ((9, 0) if how == "kill" else (6, 5, 0)), (k, status)

        if layout == "renames" and not live.exists():
            disk.recover(live)  # the weaker form: the next start finishes it before anything else
        if live.exists():
            assert disk.differences(live) == (), (k, status)
            outcomes.append("new" if contents(live) == NEW else "old" if contents(live) == OLD else "mixed")
            assert status not in (5, 0) or outcomes[-1] == "new", k
        else:
            outcomes.append("old" if layout == "missing" else "lost")

        build(NEW, live)

        assert contents(live) == NEW and disk.differences(live) == (), k
        beside = sorted(p.name for p in live.parent.iterdir())
        assert beside == ["output"] or (layout == "link" and len(beside) == 2), (k, beside)
        shutil.rmtree(tmp_path / str(k))
        if status == 0:
            break
    assert status == 0, "the build must end when no fault is left"
    assert set(outcomes) == {"old", "new"}
    if how == "kill":
        assert outcomes == sorted(outcomes, reverse=True), "old until the swap, new ever after"
    assert len(outcomes) > 20


@needs_fork
def test_a_disk_that_is_full_within_a_file_leaves_the_old_site(tmp_path):
    resource = pytest.importorskip("resource")
    live = prepare(tmp_path / "x", "folder")
    child = os.fork()
    if child == 0:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
        try:
            build({**NEW, "big.html": b"x" * 1000}, live)
        except OSError:
            os._exit(6)
        os._exit(0)

    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    assert status == 6
    assert contents(live) == OLD and disk.differences(live) == ()


def test_the_check_sees_a_mixture(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    (live / "index.html").write_bytes(b"new front")
    (live / "a" / "gone.html").unlink()
    (live / "stray.html").write_bytes(b"")

    assert disk.differences(live) == ("a/gone.html", "index.html", "stray.html")


# --- what a swap does


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_swap_brings_the_new_site_and_takes_the_withdrawn_page(tmp_path, monkeypatch, way):
    if way == "renames":
        only_renames(monkeypatch)
    live = prepare(tmp_path / "x", "folder")

    assert build(NEW, live)

    assert contents(live) == NEW
    assert [p.name for p in live.parent.iterdir()] == ["output"]


def test_this_system_can_exchange_two_folders(tmp_path):
    if sys.platform not in ("linux", "darwin"):
        pytest.skip("the journal of names is used here")
    (tmp_path / "a" / "one").mkdir(parents=True)
    (tmp_path / "b" / "two").mkdir(parents=True)

    if not swapping._exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange names")

    assert (tmp_path / "a" / "two").is_dir() and (tmp_path / "b" / "one").is_dir()


def test_the_same_site_is_left_alone(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    before = live.stat().st_ino

    assert not build(OLD, live)

    assert live.stat().st_ino == before
    assert [p.name for p in live.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("harm", ["altered", "removed", "same size"])
def test_a_live_file_that_was_changed_by_hand_is_mended(tmp_path, harm):
    live = prepare(tmp_path / "x", "folder")
    page = live / "index.html"
    if harm == "removed":
        page.unlink()
    else:
        page.write_bytes(b"hand-made, longer" if harm == "altered" else b"odl front")

    assert build(OLD, live)
    assert contents(live) == OLD


@pytest.mark.parametrize("name", ["CNAME", "a/notes.txt", "mit arkiv/x.txt"])
def test_a_foreign_file_stops_the_swap_and_stays(tmp_path, name):
    live = prepare(tmp_path / "x", "folder")
    (live / name).parent.mkdir(exist_ok=True)
    (live / name).write_bytes(b"mine")

    with pytest.raises(UsageError, match=name.split("/")[0]):
        build(NEW, live)

    assert (live / name).read_bytes() == b"mine"
    assert (live / "index.html").read_bytes() == OLD["index.html"]


def test_a_file_managers_leftovers_stop_nothing(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    (live / "a" / ".DS_Store").write_bytes(b"x")

    assert build(NEW, live)


def test_an_empty_live_folder_is_filled(tmp_path):
    live = tmp_path / "output"
    live.mkdir()
    (live / ".DS_Store").write_bytes(b"")

    assert build(NEW, live)
    assert contents(live) == NEW


def test_a_live_link_is_led_to_the_new_tree(tmp_path):
    live = prepare(tmp_path / "x", "link")

    assert build(NEW, live)
    assert not build(NEW, live)

    assert live.is_symlink() and not os.readlink(live).startswith("/")
    assert contents(live) == NEW
    assert len(list(live.parent.iterdir())) == 2


def test_a_tree_that_was_not_settled_is_not_swapped_in(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    staged = disk.staging_for(live)
    (staged / "index.html").write_bytes(b"half")

    with pytest.raises(InternalError):
        disk.swap(staged, live)
    assert contents(live) == OLD


def test_recovering_touches_nothing_but_our_own_leftovers(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    for name in (".output.ny-1", ".output.env", ".outputs.ny-1", "output.bak"):
        (live.parent / name).mkdir()

    disk.recover(live)

    assert sorted(p.name for p in live.parent.iterdir()) == [".output.env", ".outputs.ny-1", "output", "output.bak"]


# --- manifest, modes, times


def test_the_manifest_lists_all_files_but_itself_in_order(tmp_path):
    live = prepare(tmp_path / "x", "folder")

    lines = (live / disk.MANIFEST).read_text().splitlines()

    names = [line.split("  ", 1)[1] for line in lines]
    assert names == sorted([*OLD, disk.MARKER])
    assert lines[names.index("same.css")].split()[0] == hashlib.sha256(OLD["same.css"]).hexdigest()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_anyone_can_check_a_site_with_sha256sum(tmp_path):
    live = tmp_path / "output"
    build({**NEW, "med mellemrum/æøå.html": b"x"}, live)

    ran = subprocess.run(["sha256sum", "-c", "--strict", disk.MANIFEST], cwd=live, capture_output=True)
    (live / "index.html").write_bytes(b"harmed")
    harmed = subprocess.run(["sha256sum", "-c", "--strict", disk.MANIFEST], cwd=live, capture_output=True)

    assert ran.returncode == 0, ran.stderr
    assert harmed.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions here")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_follow_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        build(NEW, tmp_path / "output")
    finally:
        os.umask(before)

    modes = {p.is_dir(): p.stat().st_mode & 0o777 for p in [tmp_path / "output", *(tmp_path / "output").rglob("*")]}
    assert modes == {True: 0o755, False: 0o644}


def test_an_untouched_file_keeps_its_time_and_a_changed_one_is_later(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    far = 4_000_000_000 * 10**9
    for name in ("same.css", "index.html"):
        os.utime(live / name, ns=(far, far))

    build(NEW, live)

    assert (live / "same.css").stat().st_mtime_ns == far
    assert (live / "index.html").stat().st_mtime_ns >= far + 10**9


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_special_file_in_the_new_site_is_an_internal_fault(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    staged = disk.staging_for(live)
    os.mkfifo(staged / "pipe")

    with pytest.raises(InternalError):
        disk.settle(staged, live)
    assert contents(live) == OLD


def test_a_link_in_a_tree_that_is_cleared_is_not_followed(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "keep.txt").write_bytes(b"mine")
    left = live.parent / ".output.ny-1"
    left.mkdir()
    (left / "folder").symlink_to(tmp_path / "mine", target_is_directory=True)

    disk.recover(live)

    assert not left.exists()
    assert (tmp_path / "mine" / "keep.txt").read_bytes() == b"mine"


# --- readers


def test_a_reader_never_misses_a_page_while_fifty_sites_are_published(tmp_path):
    live = tmp_path / "output"
    build({"index.html": b"0", "a/b.html": b"0"}, live)
    probe = tmp_path / "p"
    (probe / "x").mkdir(parents=True)
    (probe / "y").mkdir()
    if not swapping._exchange(probe / "x", probe / "y"):
        pytest.skip("this file system cannot exchange names")
    seen, missed, done = set(), [], threading.Event()

    def read():
        while not done.is_set():
            try:
                seen.add((live / "a" / "b.html").read_bytes())
            except OSError as fault:
                missed.append(fault)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 51):
        build({"index.html": b"%d" % number, "a/b.html": b"%d" % number}, live)
    done.set()
    reader.join()

    assert missed == []
    assert len(seen) > 1
    assert seen <= {b"%d" % n for n in range(51)}


# --- what a kill at one point leaves


def test_a_swap_that_was_killed_between_its_renames_is_finished(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    staged = disk.staging_for(live)
    disk.write_if_changed(staged / "index.html", NEW["index.html"])
    disk.settle(staged, live)
    live.rename(staged.with_name(staged.name.replace(".ny-", ".gl-")))

    disk.recover(live)

    assert contents(live) == {"index.html": NEW["index.html"]}
    assert [p.name for p in live.parent.iterdir()] == ["output"]


def test_a_parked_site_comes_back_where_the_new_one_was_not_whole(tmp_path):
    live = prepare(tmp_path / "x", "folder")
    staged = disk.staging_for(live)
    disk.write_if_changed(staged / "index.html", b"half")
    live.rename(staged.with_name(staged.name.replace(".ny-", ".gl-")))

    disk.recover(live)

    assert contents(live) == OLD
    assert [p.name for p in live.parent.iterdir()] == ["output"]


def test_a_tree_that_is_half_removed_no_longer_looks_whole(tmp_path, monkeypatch):
    live = prepare(tmp_path / "x", "folder")
    real = Path.unlink

    def fail_later(path, missing_ok=False):
        if path.name == "gone.html":
            raise OSError(5, "Input/output error")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", fail_later)

    with pytest.raises(OSError):
        remove_tree(live)
    assert disk.manifest(live) == {}
