"""Guards the reader's index: same bytes, only published words, files named by their bytes, cuts that stay."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import replace

from viden.model import Registers, SiteInfo
from viden.search import browser_index, documents
from viden.search.writing import LARGEST, gaps, name_of, number, postings, shards

from tests.viden.search import toy


def by_name(artefacts):
    return {a.path.removeprefix("soeg/indeks/"): a.body for a in artefacts}


def test_the_same_documents_give_the_same_bytes_in_any_order(library, made):
    shuffled = list(zip(library.facts, library.tagged))
    random.Random(3).shuffle(shuffled)
    other = replace(library, facts=tuple(f for f, _ in shuffled), tagged=tuple(t for _, t in shuffled))

    assert browser_index(documents(other), library.registers) == browser_index(made, library.registers)


def test_only_toc_and_the_licence_have_fixed_names_and_every_file_is_named_in_it_or_in_a_block(made, library):
    files = by_name(browser_index(made, library.registers))
    toc, notice = json.loads(files.pop("toc.json")), files.pop("licens.txt").decode("utf-8")
    texts = [row["text"] for name in toc["blocks"] for row in json.loads(files[f"{name}.json"])]
    texts += [*toc["spellings"].values(), *(name for _, name in (*toc["words"], *toc["postings"]))]
    named = [f"{name}.txt" for name in texts] + [f"{name}.json" for name in (*toc["blocks"], *toc["facets"].values())]

    assert "Stavekontrolden" in notice and "Mozilla Public License 1.1" in notice
    assert set(named) == set(files)
    assert all(name.partition(".")[0] == name_of(body) for name, body in files.items())


def test_words_of_drafts_and_of_posts_to_come_are_in_no_file(made, library):
    everything = b"\n".join(by_name(browser_index(made, library.registers)).values()).lower()

    assert "zebrakanin" in (toy.CASES / "artikler.md").read_text(encoding="utf-8")
    for secret in ("zebrakanin", "hemmelig", "fremtidsgiraf", "kladde"):
        assert secret.encode() not in everything
    assert b"solcelle" in everything


def test_files_hold_no_clock_no_path_and_end_with_a_newline(made, library):
    for name, body in by_name(browser_index(made, library.registers)).items():
        assert body.endswith(b"\n"), name
        assert b"artikler/solceller.md" not in body, "source paths are the editors' own"


def test_one_more_article_keeps_the_files_of_the_others(library):
    rows = [row for row in toy.rows() if row[0].get("status") != "draft"]
    before = by_name(browser_index(documents(toy.of_rows(rows[:-1])), library.registers))
    after = by_name(browser_index(documents(toy.of_rows(rows)), library.registers))
    first_block = json.loads(before["toc.json"])["blocks"][0]

    assert f"{first_block}.json" in after


def test_a_site_without_posts_has_an_index_too():
    files = by_name(browser_index((), Registers(SiteInfo("Tom"))))
    toc = json.loads(files["toc.json"])

    assert (toc["articles"], toc["blocks"], toc["words"], toc["postings"]) == (0, [], [], [])


def test_shards_cut_where_keys_say_so_and_keep_a_key_together():
    lines = [(f"{key:05d}", f"{'x' * 40} {i}") for key in range(2000) for i in range(2)]
    made = cut(lines)
    more = cut(sorted([*lines, ("00777a", "ny")]))

    assert "".join(s.text for s in made) == "".join(f"{key} {text}\n" for key, text in lines)
    assert all(len(s.text) <= LARGEST + 200 for s in made)
    assert len({s.text for s in made} - {s.text for s in more}) <= 2
    assert len(made) > 4


def test_the_first_key_of_a_shard_tells_it_from_the_one_before():
    lines = [(f"{key:05d}", "x" * 90) for key in range(3000)]
    made = cut(lines)

    for before, shard in itertools.pairwise(made):
        assert before.text.splitlines()[-1][:5] < shard.first <= shard.text[:5]


def cut(lines):
    return shards(lines, lambda row: row[0], lambda row, before: " ".join(row))


def test_numbers_are_written_in_five_bits_each():
    assert [number(n) for n in (0, 31, 32, 1000)] == ["A", "f", "gB", "of"]
    assert postings([(0, 1), (3, 15)]) == "BvB"
    assert gaps([0, 1, 40]) == "AAmB"
