"""Guards the folder of the local index: made once, kept while true, rebuilt when broken, old or foreign."""

from __future__ import annotations

import json
import os
import pickle
from datetime import timedelta

import pytest
from viden.model import Source
from viden.search import answer
from viden.search.local import BUILT, CURRENT, FILES, REPLACED, UNKEPT, UPDATED, Made, Wanted, ask, key_of
from viden.search.whoosh_index import Unusable

from tests.viden.search.toy import MOMENT


@pytest.fixture
def making(files):
    """Return (wanted(key, moment), list of the times it was made)."""
    calls = []

    def wanted(key="a", moment=MOMENT, due=None):
        def make():
            calls.append(key)
            return Made(files, due)

        return Wanted(key, moment, make)

    return wanted, calls


def total(store):
    return answer(store, "kommunernes").total


def test_an_index_is_made_once_and_then_read(tmp_path, making):
    wanted, calls = making

    first, again = ask(tmp_path / "i", wanted(), total), ask(tmp_path / "i", wanted(), total)

    assert first == (12, BUILT)
    assert again == (12, "")
    assert calls == ["a"]
    assert (tmp_path / "i").stat().st_mode & 0o777 == 0o700 or os.name == "nt"


def test_other_content_makes_it_anew_and_clears_the_old(tmp_path, making):
    wanted, calls = making
    ask(tmp_path, wanted("a"), total)

    assert ask(tmp_path, wanted("b"), total) == (12, UPDATED)

    assert calls == ["a", "b"]
    assert len([p for p in tmp_path.iterdir() if p.name.startswith("index-")]) == 1


def test_it_is_made_anew_when_a_post_becomes_due(tmp_path, making):
    wanted, calls = making
    due = MOMENT + timedelta(hours=1)
    ask(tmp_path, wanted(due=due), total)

    assert ask(tmp_path, wanted(moment=due - timedelta(seconds=1)), total)[1] == ""
    assert ask(tmp_path, wanted(moment=due), total)[1] == UPDATED
    assert ask(tmp_path, wanted(moment=MOMENT - timedelta(days=1)), total)[1] == UPDATED
    assert len(calls) == 3


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_any_truncated_file_is_found_and_made_good(tmp_path, making, share):
    wanted, _ = making
    ask(tmp_path, wanted(), total)
    folder = next(p for p in tmp_path.iterdir() if p.is_dir())
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * share)])

        assert ask(tmp_path, wanted(), total) == (12, REPLACED), path.name


def test_every_truncation_of_the_small_files_is_found(tmp_path, making):
    wanted, _ = making
    ask(tmp_path, wanted(), total)
    data = (tmp_path / CURRENT).read_bytes()
    for kept in range(len(data) - 1):
        (tmp_path / CURRENT).write_bytes(data[:kept])

        assert ask(tmp_path, wanted(), lambda store: store.articles) == (12, REPLACED)


def test_a_planted_pickle_with_right_digests_is_refused_and_replaced(tmp_path, making, files):
    wanted, _ = making
    trace = tmp_path / "trace"
    name = next(n for n in files if n.endswith(".toc"))
    poisoned = {**files, name: files[name][: files[name].rindex(b"\x80")] + pickle.dumps(Planted(trace), 2)}
    with pytest.raises(Unusable):
        ask(tmp_path / "i", Wanted("a", MOMENT, lambda: Made(poisoned, None)), total)
    assert (tmp_path / "i" / CURRENT).exists(), "the poison lies there, with digests that agree"

    assert ask(tmp_path / "i", wanted(), total) == (12, REPLACED)

    assert not trace.exists()
    assert ask(tmp_path / "i", wanted(), total) == (12, "")


class Planted:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch '{self.path}'",)


@pytest.mark.parametrize(
    "state", ['{"folder": "../../etc"}', "[]", "null", '{"folder": 7}', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_a_foreign_state_file_leads_nowhere_else(tmp_path, making, state):
    wanted, _ = making
    (tmp_path / CURRENT).write_bytes(state if isinstance(state, bytes) else state.encode())

    assert ask(tmp_path, wanted(), total)[0] == 12


def test_a_list_of_files_that_leads_out_of_the_folder_is_refused(tmp_path, making):
    wanted, _ = making
    ask(tmp_path, wanted(), total)
    folder = next(p for p in tmp_path.iterdir() if p.is_dir())
    (folder / FILES).write_text(json.dumps({"../CURRENT": "0"}), encoding="utf-8")

    assert ask(tmp_path, wanted(), total) == (12, REPLACED)


def test_a_killed_run_leaves_the_old_index_whole(tmp_path, making, monkeypatch):
    wanted, _ = making
    ask(tmp_path, wanted("a"), total)
    from viden import disk

    def dies(path, data):
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "replace_bytes", dies)
    with pytest.raises(KeyboardInterrupt):
        ask(tmp_path, wanted("b"), total)
    monkeypatch.undo()

    assert ask(tmp_path, wanted("a"), total) == (12, "")


def test_a_folder_that_cannot_be_written_does_not_stop_a_search(tmp_path, making):
    wanted, _ = making
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert ask(tmp_path / "file" / "below", wanted(), total) == (12, UNKEPT)


def test_paths_with_spaces_and_danish_letters_work(tmp_path, making):
    wanted, _ = making

    ask(tmp_path / "søge mappe å", wanted(), total)

    assert ask(tmp_path / "søge mappe å", wanted(), total) == (12, "")


def test_the_key_follows_content_and_names_and_not_the_order_of_files():
    a, b = Source("a.md", b"", "1"), Source("b.md", b"", "2")

    assert key_of((a, b)) == key_of((b, a))
    assert len({key_of((a, b)), key_of((a,)), key_of((Source("a.md", b"", "2"), b))}) == 3
