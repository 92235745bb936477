"""Guards the local index: what goes in comes out, and nothing from a planted file is ever run."""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import subprocess
import sys

import pytest
from viden.search import Wish, answer, index
from viden.search.whoosh_index import KINDS, LocalStore, Unusable, _Guard, build


class Bomb:
    """A pickle that would leave a trace if it were run."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, (f"touch '{self.path}'",)


def test_every_posting_comes_back_as_it_was(indexed, store):
    wanted = [row.term for row in indexed.rows]

    found = store.postings(wanted)

    assert found == {row.term: row.postings for row in indexed.rows}


def test_a_term_that_nobody_has_has_no_postings(store):
    assert store.postings([("l", "findesikke")]) == {}


def test_articles_come_back_whole(made, store):
    for number, document in enumerate(made):
        article = store.article(number)

        assert (article.id, article.title, article.date, article.text) == (
            document.id, document.title, document.date, document.text,
        )  # fmt: skip


@pytest.mark.parametrize(
    "name", ["os.system", "builtins.eval", "subprocess.Popen", "functools.partial", "viden.model.Post"]
)
def test_the_guard_names_no_foreign_thing(name):
    module, _, attribute = name.rpartition(".")

    with pytest.raises(pickle.UnpicklingError):
        _Guard(io.BytesIO()).find_class(module, attribute)


def test_a_bomb_in_the_segment_list_is_refused_and_not_run(files, tmp_path):
    trace = tmp_path / "trace"
    name = next(n for n in files if n.endswith(".toc"))
    start = files[name].rindex(b"\x80")
    poisoned = {**files, name: files[name][:start] + pickle.dumps(Bomb(trace), 2)}

    with pytest.raises(Unusable):
        LocalStore(poisoned)

    assert not trace.exists()


def test_a_bomb_in_place_of_the_schema_is_never_read(files, tmp_path):
    trace = tmp_path / "trace"
    name = next(n for n in files if n.endswith(".toc"))
    schema = files[name].index(b"\x80\x02")
    bomb = pickle.dumps(Bomb(trace), 2)
    poisoned = {**files, name: files[name][:schema] + bomb + files[name][schema + len(bomb) :]}

    with contextlib.suppress(Unusable):
        LocalStore(poisoned)

    assert not trace.exists()


@pytest.mark.parametrize("seed", range(8))
def test_bombs_anywhere_in_the_segment_are_not_run(files, tmp_path, seed):
    trace = tmp_path / "trace"
    name = next(n for n in files if n.endswith(".seg"))
    data = bytearray(files[name])
    bomb = pickle.dumps(Bomb(trace), 2)
    places = [i for i in range(len(data) - len(bomb)) if data[i : i + 2] == b"\x80\x02"][seed::8]
    for place in places:
        data[place : place + len(bomb)] = bomb

    with contextlib.suppress(Unusable):
        poisoned = LocalStore({**files, name: bytes(data)})
        answer(poisoned, "kommune ledelse skov den", Wish(limit=20))

    assert places
    assert not trace.exists()


def test_opening_and_asking_loads_no_name_beyond_the_guard(indexed, library):
    """The audit event of pickle tells every name that is looked up."""
    program = """
import sys
names = set()
sys.addaudithook(lambda event, args: names.add(args) if event == "pickle.find_class" else None)
from tests.viden.search import toy
from viden.search import answer, documents, index
from viden.search.whoosh_index import LocalStore, build, _Guard
library = toy.library()
files = build(index(documents(library)), library.registers)
names.clear()
store = LocalStore(files)
assert answer(store, "kommunernes skov").total
foreign = {pair for pair in names if (pair[0].replace("__builtin__", "builtins"), pair[1]) not in _Guard.ALLOWED}
assert names and not foreign, foreign
"""
    root = toy_root()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "plugins"), str(root)])}

    done = subprocess.run([sys.executable, "-c", program], cwd=root, env=environment, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


def toy_root():
    from tests.viden.search import node

    return node.ROOT


def test_a_truncated_segment_never_gives_a_wrong_answer(files, store):
    name = next(n for n in files if n.endswith(".seg"))
    expected = [h.article.id for h in answer(store, "kommune").hits]
    for kept in range(0, len(files[name]), len(files[name]) // 60):
        try:
            found = answer(LocalStore({**files, name: files[name][:kept]}), "kommune")
        except Unusable:
            continue
        assert [h.article.id for h in found.hits] == expected


def test_an_index_of_nothing_answers_nothing(library):
    empty = LocalStore(build(index(()), library.registers))

    assert answer(empty, "kommune").total == 0


def test_each_kind_of_term_has_a_field():
    assert set(KINDS) == set("xlps")
