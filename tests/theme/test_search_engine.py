"""Guards the browser's engine: it reads words, understands queries and ranks exactly as Python does, and fetches little."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
from pathlib import Path

import pytest
from viden.language import key, loose_key, tokens
from viden.language.folding import nfc
from viden.language.stopwords import STOP_WORDS
from viden.model import Library
from viden.search import Wish, answer, browser_index, documents, index, scorer
from viden.search.whoosh_index import LocalStore, build
from viden.search.wording import form_of, parse

from tests.viden.search import node, toy
from tests.viden.search.test_answers import HOSTILE, queries

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåÆØÅABCÉéüß"
MARKS = " -@+'’.,\u00ad\"»« 0123456789§/:_\n"


@pytest.fixture(scope="module")
def library() -> Library:
    return toy.library()


@pytest.fixture(scope="module")
def store(library: Library) -> LocalStore:
    return LocalStore(build(index(documents(library)), library.registers))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = browser_index(documents(library), library.registers)
    return node.write(files, tmp_path_factory.mktemp("site"))


def utf16(text: str, at: int) -> int:
    """Return the offset as JavaScript counts it."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def texts() -> list[str]:
    cases = (toy.CASES / "words.md").read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines()
    posts = [line for _, body in toy.rows() for line in body.split("\n")]
    dice = random.Random(20261125)
    noise = ["".join(dice.choice(LETTERS * 4 + MARKS) for _ in range(dice.randint(1, 60))) for _ in range(1500)]
    return [nfc(text) for text in (*cases, *posts, *noise)]


def test_words_are_the_same_in_python_and_javascript():
    given = texts()

    found = node.run([["words", text] for text in given])["answers"]

    for text, rows in zip(given, found):
        assert rows == [
            [t.text, utf16(text, t.start), utf16(text, t.end), form_of(t.text), key(t.text), loose_key(t.text)]
            for t in tokens(text)
        ], text


def test_queries_are_read_the_same_in_python_and_javascript():
    given = [text for text in (*texts()[:400], *(q for q, _ in queries()), *HOSTILE) if "\ud800" not in text]

    found = node.run([["parse", text, sorted(STOP_WORDS)] for text in given])["answers"]

    for text, row in zip(given, found):
        expected = parse(text)
        assert row["text"] == expected.text
        assert [(w["form"], w["loose"], w["phrase"], w["excluded"], w["unfinished"]) for w in row["words"]] == [
            (w.form, w.loose, w.phrase, w.is_excluded, w.is_unfinished) for w in expected.words
        ], text


def shown_by_python(store: LocalStore, query: str, wish: Wish) -> dict[str, object]:
    found = answer(store, query, wish)
    return {
        "total": found.total,
        "didYouMean": found.did_you_mean or None,
        "unknown": list(found.unknown),
        "near": list(found.near),
        "hits": [(h.article.id, h.score, h.is_near, h.title.text, h.snippet.text) for h in found.hits],
        "marks": [[h.snippet.text[a:b] for a, b in h.snippet.marks] for h in found.hits],
        "pointers": [
            [(p.url, p.heading.text, [p.heading.text[a:b] for a, b in p.heading.marks]) for p in h.pointers]
            for h in found.hits
        ],
        "facets": {n: [(c.value, c.label, c.count) for c in rows] for n, rows in found.facets.items()},
    }


def shown_by_browser(found: dict[str, object]) -> dict[str, object]:
    hits = found["hits"]
    return {
        **{name: found[name] for name in ("total", "didYouMean", "unknown", "near")},
        "hits": [(h["id"], h["score"], h["near"], h["title"], h["snippet"]) for h in hits],
        "marks": [[h["snippet"][a:b] for a, b in h["marks"]["snippet"]] for h in hits],
        "pointers": [
            [(p["url"], p["title"], [p["title"][a:b] for a, b in p["marks"]]) for p in h["pointers"]] for h in hits
        ],
        "facets": {n: [(c["value"], c["label"], c["count"]) for c in rows] for n, rows in found["facets"].items()},
    }


def site_words(library: Library) -> list[str]:
    """Return words of the site, whole, cut and misspelt, alone and two together."""
    dice = random.Random(11)
    words = sorted({w for _, body in toy.rows() for w in re.findall(r"\w{3,}", body)})
    slips = []
    for word in dice.sample(words, 60):
        at = dice.randrange(len(word))
        slips += [word[:at] + word[at + 1 :], word[: at + 1], word + " " + dice.choice(words), word + "s "]
    return slips


def test_the_browser_gives_the_same_answer_as_the_local_index(store, site, library):
    given = [q for q in (*(q for q, _ in queries()), *HOSTILE, *site_words(library)) if "\ud800" not in q]

    found = node.run([["search", q, {"limit": 20}] for q in given], site)["answers"]

    for query, row in zip(given, found):
        assert shown_by_browser(row) == shown_by_python(store, query, Wish(limit=20)), query


FILTERS = [
    {"kind": ["article"]},
    {"kind": ["article", "tool"], "publisher": ["aavig"]},
    {"workArea": ["kultur"], "competenceArea": ["samarbejde"]},
    {"author": ["karen holm"]},
    {"year": ["2026"]},
    {"series": ["digital-stafet"]},
    {"kind": ["nonsens"]},
    {"farve": ["blå"]},
    {"kind": []},
]


@pytest.mark.parametrize("query", ["", "kommune", "skov sti"])
def test_filters_and_counts_are_the_same(store, site, query):
    found = node.run([["search", query, {"filters": filters, "limit": 20}] for filters in FILTERS], site)["answers"]

    for filters, row in zip(FILTERS, found):
        wish = Wish(limit=20, filters={name: tuple(values) for name, values in filters.items()})
        assert shown_by_browser(row) == shown_by_python(store, query, wish), filters


def test_a_filter_may_be_one_value_and_nonsense_is_no_filter(site):
    options = [
        {"filters": {"kind": "tool"}},
        {"filters": {"kind": ["tool"]}},
        {"filters": None},
        {"filters": "x"},
        {"filters": {"kind": None}},
        None,
    ]

    one, listed, *free = node.run([["search", "skabelon", o] for o in options], site)["answers"]

    assert one == listed
    assert all(row == free[0] for row in free)


def test_limits_and_offsets_of_any_sort_are_borne(site):
    options = [{"limit": n} for n in (0, 3, -1, 1.5, "2", "mange", None, 1e9)] + [
        {"limit": 2, "offset": 2},
        {"limit": 4},
    ]

    found = node.run([["search", "kommune", o] for o in options], site)["answers"]

    assert [len(row["hits"]) for row in found] == [0, 3, 0, 1, 2, 10, 0, 12, 2, 4]
    assert found[-2]["hits"] == found[-1]["hits"][2:]
    assert len({row["total"] for row in found}) == 1


def test_a_hit_holds_what_a_page_shows(site):
    (found,) = node.run([["search", "solceller"]], site)["answers"]
    hit = found["hits"][0]

    assert {
        name: hit[name] for name in ("id", "url", "title", "date", "kind", "kindLabel", "authors", "publisher")
    } == {
        "id": "solceller",
        "url": "artikler/solceller/",
        "title": "Solceller på skolens tag",
        "date": "2026-04-14",
        "kind": "article",
        "kindLabel": "Artikel",
        "authors": ["Mette Krogh"],
        "publisher": "Fjordby Kommune",
    }


def test_opening_reads_the_contents_alone_and_no_file_is_read_twice(site):
    nothing = node.run([], site)["fetched"]
    twice = node.run([["search", "mur"], ["search", "mur"], ["search", "muren kirkegård"]], site)["fetched"]

    assert [url.rpartition("/")[2] for url in nothing] == ["toc.json"]
    assert len(twice) == len(set(twice))


def test_a_query_reads_a_few_small_files(site):
    files = {url.rpartition("/")[2] for url in node.run([["search", "mur"]], site)["fetched"]}
    everything = sum(p.stat().st_size for p in site.rglob("*") if p.is_file())
    read = sum((site / "soeg" / "indeks" / name).stat().st_size for name in files)

    assert read < everything / 2


def test_a_missing_shard_makes_the_engine_read_the_contents_again(site, tmp_path):
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    toc = json.loads((broken / "soeg" / "indeks" / "toc.json").read_text(encoding="utf-8"))
    for _, name in toc["postings"]:
        (broken / "soeg" / "indeks" / f"{name}.txt").unlink()
    program = tmp_path / "again.mjs"
    program.write_text(AGAIN, encoding="utf-8")

    fetched = json.loads(node.output([str(program), node.ENGINE.as_uri(), str(broken), str(site)]))

    assert fetched["total"] == 1
    assert fetched["options"] == [{"cache": "reload"}]


AGAIN = """
import { readFile } from "node:fs/promises";
const [, , engine, broken, whole] = process.argv;
const { open } = await import(engine);
let root = broken;
const options = [];
const fetch = async (url, given) => {
  if (given) { options.push(given); root = whole; }
  try {
    const text = await readFile(root + new URL(url).pathname, "utf8");
    return { ok: true, status: 200, text: async () => text };
  } catch {
    return { ok: false, status: 404, text: async () => "" };
  }
};
const made = await open("http://x/", { fetch });
const { total } = await made.search("mur");
console.log(JSON.stringify({ total, options }));
"""


def test_a_site_below_a_folder_and_slow_answers_out_of_order_work(site, tmp_path):
    program = tmp_path / "slow.mjs"
    program.write_text(SLOW, encoding="utf-8")

    found = json.loads(node.output([str(program), node.ENGINE.as_uri(), str(site)]))

    assert found == {"totals": [1, 12, 1], "roots": ["http://x/under/"]}


SLOW = """
import { readFile } from "node:fs/promises";
const [, , engine, root] = process.argv;
const { open } = await import(engine);
let turn = 0;
const seen = new Set();
const fetch = async (url) => {
  await new Promise((done) => setTimeout(done, (turn++ * 7) % 23));
  seen.add(url.slice(0, url.indexOf("soeg/")));
  const text = await readFile(root + new URL(url).pathname.replace("/under", ""), "utf8");
  return { ok: true, status: 200, text: async () => text };
};
const made = await open("http://x/under", { fetch });
const found = await Promise.all(["mur", "kommune", "mur"].map((query) => made.search(query)));
console.log(JSON.stringify({ totals: found.map((row) => row.total), roots: [...seen] }));
"""


def test_a_site_without_posts_answers_nothing(tmp_path):
    empty = node.write(browser_index((), toy.registers()), tmp_path)

    (found,) = node.run([["search", "kommune", {"filters": {"kind": "tool"}}]], empty)["answers"]

    assert (found["total"], found["hits"], found["unknown"]) == (0, [], ["kommune"])


def test_the_numbers_of_scoring_are_the_same_in_both_languages():
    text = node.ENGINE.read_text(encoding="utf-8")
    written = {name: json.loads(value) for name, value in re.findall(r"^const ([A-Z_]+) = ([\d.]+);$", text, re.M)}
    shared = (
        "DIRECT",
        "TOP",
        "SPLIT_WEIGHT",
        "LOOSELY",
        "OTHER_WORD",
        "PREFIX",
        "PREFIX_OF_KNOWN",
        "REPAIRED",
        "JOINED",
    )

    assert {name: written[name] for name in shared} == {name: getattr(scorer, name) for name in shared}


def test_the_engine_is_small_and_knows_no_page():
    text = node.ENGINE.read_text(encoding="utf-8")

    assert len(gzip.compress(text.encode(), 9)) <= 12 * 1024
    for word in ("document.", "window.", "eval(", "innerHTML", "import ", "localStorage", "new Function"):
        assert word not in text, word


def test_the_page_builds_nodes_and_stores_nothing():
    text = (node.ENGINE.parent / "search.js").read_text(encoding="utf-8")

    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "localStorage",
        "cookie",
        ".style",
    ):
        assert word not in text, word
