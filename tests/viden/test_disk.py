"""Guards the one door to the disk: what is read, what is refused, how files are written and who may build."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from viden import disk
from viden.disk import locking
from viden.errors import UsageError

PLUGINS = Path(disk.__file__).resolve().parent.parent.parent


def rules(problems):
    return {p.place.path: p.rule for p in problems}


# --- reading


def test_a_tree_is_read_once_sorted_by_path_with_digests(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "æ.md").write_bytes(b"two")
    (tmp_path / "a.md").write_bytes(b"one")

    sources, problems = disk.read_tree(tmp_path)

    assert [(s.path, s.data) for s in sources] == [("a.md", b"one"), ("b/æ.md", b"two")]
    assert sources[0].digest == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    assert problems == ()


def test_a_decomposed_name_is_read_as_nfc(tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "å.md")).write_bytes(b"")

    sources, problems = disk.read_tree(tmp_path)

    assert [s.path for s in sources] == [unicodedata.normalize("NFC", "å.md")]
    assert problems == ()


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "a.md~", ".a.md.swp", ".#a.md", ".git/config", "desktop.ini"]
)
def test_leftovers_are_passed_over(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")

    assert disk.read_tree(tmp_path) == ((), ())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_fifo_is_named_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "good.md").write_bytes(b"x")

    sources, problems = disk.read_tree(tmp_path)

    assert [s.path for s in sources] == ["good.md"]
    assert rules(problems) == {"pipe.md": "file-special"}


def test_a_socket_and_links_to_files_and_folders_are_named(tmp_path):
    other = tmp_path / "outside"
    other.mkdir()
    (other / "secret.md").write_bytes(b"secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "file.md").symlink_to(other / "secret.md")
    (root / "folder").symlink_to(other, target_is_directory=True)
    (root / "gone.md").symlink_to("nowhere")
    (root / "loop").symlink_to(root, target_is_directory=True)
    with socket.socket(socket.AF_UNIX) as listener:
        here = os.getcwd()
        os.chdir(root)  # the address of a socket has room for some 100 bytes
        listener.bind("sock.md")
        os.chdir(here)

        sources, problems = disk.read_tree(root)

    assert sources == ()
    assert rules(problems) == {
        "file.md": "file-link",
        "folder": "file-link",
        "gone.md": "file-link",
        "loop": "file-link",
        "sock.md": "file-special",
    }


def test_an_unreadable_file_is_named_and_the_others_are_read(tmp_path, monkeypatch):
    (tmp_path / "shut.md").write_bytes(b"x")
    (tmp_path / "open.md").write_bytes(b"y")
    real = os.open

    def refuse(path, *rest, **names):
        if str(path).endswith("shut.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **names)

    monkeypatch.setattr(os, "open", refuse)  # a mode of 000 does not stop root

    sources, problems = disk.read_tree(tmp_path)

    assert [s.path for s in sources] == ["open.md"]
    assert rules(problems) == {"shut.md": "file-unreadable"}
    assert "adgang nægtet" in problems[0].message


def test_a_file_over_the_limit_is_named_and_not_read(tmp_path):
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(disk.SIZE_LIMIT_BYTES + 1)

    sources, problems = disk.read_tree(tmp_path)

    assert sources == ()
    assert rules(problems) == {"huge.pdf": "file-size"}


@pytest.mark.parametrize("pair", [("Excel.md", "excel.md"), ("å.md", "a\u030a.md")])
def test_names_that_some_systems_cannot_keep_apart_are_named(tmp_path, pair):
    for name in pair:
        (tmp_path / name).write_bytes(b"x")
    if len(list(tmp_path.iterdir())) == 1:
        pytest.skip("this file system does not keep the two names apart itself")

    _, problems = disk.read_tree(tmp_path)

    assert [p.rule for p in problems] == ["file-name-clash"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system refuses such names itself")
@pytest.mark.parametrize("name", [b"a:b.md", b"a\nb.md", b"dot.", b"\xe6.md", b"back\\slash.md"])
def test_names_that_some_systems_cannot_hold_are_named(tmp_path, name):
    with open(os.path.join(os.fsencode(tmp_path), name), "wb"):
        pass

    sources, problems = disk.read_tree(tmp_path)

    assert sources == ()
    assert [p.rule for p in problems] == ["file-name"]
    assert problems[0].message.isprintable()


def test_a_missing_content_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="findes ikke"):
        disk.read_tree(tmp_path / "nix")


# --- writing


def test_equal_bytes_leave_a_file_untouched(tmp_path):
    path = tmp_path / "a" / "b.html"
    assert disk.write_if_changed(path, b"one")
    os.utime(path, ns=(10**18, 10**18))

    assert not disk.write_if_changed(path, b"one")
    assert path.stat().st_mtime_ns == 10**18
    assert disk.write_if_changed(path, b"two")
    assert path.read_bytes() == b"two"


def test_writing_never_changes_another_name_of_the_file(tmp_path):
    (tmp_path / "live.html").write_bytes(b"old")
    os.link(tmp_path / "live.html", tmp_path / "spare.html")

    disk.replace_bytes(tmp_path / "spare.html", b"new")

    assert (tmp_path / "live.html").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["live.html", "spare.html"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "post.md"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError):
        disk.replace_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["post.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions here")
def test_an_edit_keeps_the_permissions_of_the_file(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    path.chmod(0o664)

    disk.replace_bytes(path, b"new")

    assert path.stat().st_mode & 0o777 == 0o664


def test_a_long_name_can_be_written(tmp_path):
    path = tmp_path / ("x" * 255)

    disk.replace_bytes(path, b"x")

    assert path.read_bytes() == b"x"


# --- one at a time

HOLDER = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from viden import disk
with disk.lock(pathlib.Path(sys.argv[2]), 5):
    print("held", flush=True)
    sys.stdin.readline()
"""


def start_holder(path):
    command = [sys.executable, "-c", HOLDER, str(PLUGINS), str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_is_told_who_holds_the_lock(tmp_path):
    path = tmp_path / ".output.lock"
    holder = start_holder(path)

    with pytest.raises(UsageError, match=f"proces {holder.pid}"), disk.lock(path, 0.1):
        pass

    holder.communicate("\n")
    with disk.lock(path, 0):
        pass


def test_the_lock_of_a_killed_build_is_free(tmp_path):
    path = tmp_path / ".output.lock"
    holder = start_holder(path)
    holder.kill()
    holder.communicate()

    with disk.lock(path, 1):
        assert path.read_text().strip() == str(os.getpid())


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed here")
def test_the_lock_leaves_no_file_and_is_freed_by_an_exception(tmp_path):
    path = tmp_path / "deep" / ".output.lock"

    with pytest.raises(ZeroDivisionError), disk.lock(path, 0):
        raise ZeroDivisionError

    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed here")
def test_a_lock_on_a_file_that_its_holder_has_removed_is_no_lock(tmp_path, monkeypatch):
    path = tmp_path / ".output.lock"
    real = locking._take

    def take_late(descriptor):
        path.unlink()
        path.touch()  # another build has come in between
        real(descriptor)

    monkeypatch.setattr(locking, "_take", take_late)

    assert locking._locked(path) is None


# --- which folder may be ours


@pytest.fixture
def checkout(tmp_path):
    project = tmp_path / "projekt"
    (project / "content" / "artikler").mkdir(parents=True)
    return project


@pytest.mark.parametrize("output", ["content", "content/artikler/ud", ".", "..", "../..", "/"])
def test_dangerous_folders_are_refused(checkout, output):
    with pytest.raises(UsageError, match="kan ikke udgives"):
        disk.refuse_output(checkout / output, checkout / "content", checkout)


def test_the_home_folder_is_refused(checkout, monkeypatch):
    home = checkout.parent / "hjem"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))

    with pytest.raises(UsageError, match="hjemmemappe"):
        disk.refuse_output(home, checkout / "content", checkout)


def test_a_folder_with_files_of_others_is_refused_and_untouched(checkout):
    output = checkout / "output"
    output.mkdir()
    (output / "thesis.odt").write_bytes(b"years of work")

    with pytest.raises(UsageError, match="ikke har lavet"):
        disk.refuse_output(output, checkout / "content", checkout)
    assert (output / "thesis.odt").read_bytes() == b"years of work"


@pytest.mark.parametrize("name", [disk.MARKER, disk.MANIFEST, ".env"])
def test_marker_or_manifest_alone_does_not_make_a_folder_ours(checkout, name):
    output = checkout / "output"
    output.mkdir()
    (output / name).write_bytes(disk.MARK)

    with pytest.raises(UsageError):
        disk.refuse_output(output, checkout / "content", checkout)


def test_a_link_that_leads_elsewhere_and_a_file_are_refused(checkout, tmp_path):
    (tmp_path / "www").mkdir()
    (checkout / "output").symlink_to(tmp_path / "www", target_is_directory=True)
    (checkout / "site").write_bytes(b"")

    for name in ("output", "site"):
        with pytest.raises(UsageError):
            disk.refuse_output(checkout / name, checkout / "content", checkout)


def test_missing_and_empty_folders_and_our_own_are_good(checkout):
    output = checkout / "output"
    disk.refuse_output(output, checkout / "content", checkout)
    output.mkdir()
    disk.refuse_output(output, checkout / "content", checkout)
    (output / ".DS_Store").write_bytes(b"")
    disk.refuse_output(output, checkout / "content", checkout)
    staged = disk.staging_for(output)
    disk.settle(staged, output)
    disk.swap(staged, output)

    disk.refuse_output(output, checkout / "content", checkout)
    disk.refuse_output(checkout.parent / "ø med mellemrum", checkout / "content", checkout)
