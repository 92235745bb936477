"""What `bench` says of the tagger: its time beside a naive matcher of substrings over the same terms, and how right both are."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import evaluate
from command_line import PROJECT, defaults_folder, moment
from viden import language, pipeline, tagging
from viden.model import COMPETENCE, WORK, Area, Registers, Tag, TaggedPost
from viden.tagging import evaluation
from viden.tagging.scores import MOST

GOLD = PROJECT / "tests" / "gold" / "gold.tsv"
PART = "tune"
"""The part that may be looked at while one works."""
POST_WORDS = 800
NAIVE_HITS = 2
"""So many places where a term is found somewhere, also inside a word, give the naive matcher an area."""
COMPILE = """
import json, sys, time
from pathlib import Path
sys.path.insert(0, {plugins!r})
from viden import disk, registers, tagging
sources, _ = disk.read_tree(Path({content!r}))
known, _ = registers.load(tuple(s for s in sources if s.path.startswith("data/")))
areas = known.competence_areas + known.work_areas
before = time.process_time()
tagging.kept(areas, Path({cache!r}))
print(time.process_time() - before)
"""
"""Run twice in a fresh process each time: compiled, then taken from the cache."""

Words = tuple[tuple[str, str, tuple[str, ...]], ...]
"""(area, facet, terms in lower case)."""


@dataclass(frozen=True, slots=True)
class Measured:
    terms: int
    posts: int
    warm_ms: float
    """For a post of 800 words, its words known from other posts."""
    new_ms: float
    """The same, every word met for the first time."""
    naive_ms: float
    compile_ms: float
    cached_ms: float
    f1: dict[str, tuple[float, float]]
    """Facet → F1 of the tagger and of the naive matcher; empty without judged texts."""


def measure(content: Path, rounds: int) -> Measured:
    """Return the figures, the least of several rounds in CPU time."""
    compiled, cached = _compiling(content)
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    posts = [t for t in reading.tagged if t.post.is_article]
    zones = [(pipeline.zones(t), t.body.words) for t in posts]
    scale = 1000 * POST_WORDS / max(1, sum(words for _, words in zones))
    words = naive_words(reading.registers)
    texts = [plain(t) for t in posts]

    def tag(vocabulary: tagging.Vocabulary) -> None:
        for read, number in zones:
            tagging.tags(read, number, vocabulary)

    return Measured(
        terms=len(reading.vocabulary.entries),
        posts=len(posts),
        warm_ms=scale * _least(lambda: tag(reading.vocabulary), rounds + 1),
        new_ms=scale * _least(tag, rounds, lambda: _forgetful(reading.vocabulary)),
        naive_ms=scale * _least(lambda: [naive(text, words) for text in texts], rounds),
        compile_ms=1000 * compiled,
        cached_ms=1000 * cached,
        f1=_rightness(content, words) if GOLD.is_file() else {},
    )


def _least(work: Callable[..., Any], rounds: int, given: Callable[[], Any] | None = None) -> float:
    """Return the least CPU seconds of `work`; what `given` makes for it is not counted."""
    spent = []
    for _ in range(rounds):
        arguments = () if given is None else (given(),)
        before = time.process_time()
        work(*arguments)
        spent.append(time.process_time() - before)
    return min(spent)


def _forgetful(vocabulary: tagging.Vocabulary) -> tagging.Vocabulary:
    """Return an equal vocabulary that has met no word, in a language room that has met none."""
    for remembering in (language.parts, language.lemmas):
        if clear := getattr(remembering, "cache_clear", None):
            clear()
    return tagging.from_json(tagging.as_json(vocabulary))


def _compiling(content: Path) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as cache:
        program = COMPILE.format(plugins=str(PROJECT / "plugins"), content=str(content), cache=cache)
        runs = [
            subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True) for _ in "12"
        ]
    return float(runs[0].stdout), float(runs[1].stdout)


# --- the peer -----------------------------------------------------------------


def naive_words(known: Registers) -> Words:
    areas = known.competence_areas + known.work_areas
    return tuple((a.id, a.facet, tuple(sorted(_variants(a)))) for a in areas)


def _variants(area: Area) -> Iterable[str]:
    """Yield the terms of an area; of a phrase with choices each of their words that is long enough to say something."""
    for term in area.terms:
        if term.weight and "(" not in term.text:
            yield term.text.lower()
        elif term.weight:
            yield from (word for word in re.findall(r"\w{5,}", term.text.lower()))


def plain(tagged: TaggedPost) -> str:
    return "\n".join((tagged.post.title, tagged.post.summary, tagged.post.markdown)).lower()


def naive(text: str, words: Words) -> tuple[Tag, ...]:
    """Return the areas of which so many terms are found in the text as letters, the most first, as many as the tagger may give."""
    found = [(sum(text.count(term) for term in terms), area, facet) for area, facet, terms in words]
    kept = sorted((row for row in found if row[0] >= NAIVE_HITS), key=lambda row: (-row[0], row[1]))
    by_facet = {facet: [row for row in kept if row[2] == facet][: MOST[facet]] for facet in MOST}
    return tuple(
        Tag(area, facet, "suggestion", hits, "tagger") for rows in by_facet.values() for hits, area, facet in rows
    )


def _rightness(content: Path, words: Words) -> dict[str, tuple[float, float]]:
    """Return F1 of both on the judged texts that may be looked at."""
    cases, _ = evaluate.judged(GOLD, content)
    ours = [case for case in cases if case.row.part == PART]
    reading = pipeline.read_texts(GOLD.parent / "texts", content, defaults_folder(), moment())
    texts = {t.post.id: plain(t) for t in reading.tagged}
    theirs = [evaluation.Case(case.row, naive(texts[case.row.id], words), ()) for case in ours]
    return {facet: (_f1(ours, facet), _f1(theirs, facet)) for facet in (COMPETENCE, WORK)}


def _f1(cases: list[evaluation.Case], facet: str) -> float:
    return evaluation.figures(cases, facet).listed.f1 or 0.0


# --- telling ------------------------------------------------------------------


def as_row(m: Measured) -> dict[str, Any]:
    """Return the figures for JSON."""
    return {
        "terms": m.terms,
        "posts": m.posts,
        "warm_ms": round(m.warm_ms, 2),
        "new_ms": round(m.new_ms, 2),
        "naive_ms": round(m.naive_ms, 2),
        "ratio": round(m.warm_ms / m.naive_ms, 2),
        "compile_ms": round(m.compile_ms),
        "cached_ms": round(m.cached_ms),
        "f1": {facet: {"tagger": round(a, 3), "naive": round(b, 3)} for facet, (a, b) in m.f1.items()},
    }


def as_text(m: Measured) -> str:
    names = {COMPETENCE: "kompetenceområder", WORK: "arbejdsområder"}
    lines = [
        f"Områderne, {m.terms} ord på {m.posts} indlæg (CPU-millisekunder for et indlæg på {POST_WORDS} ord, mindste af flere):",
        f"  kendte ord       {m.warm_ms:6.2f}",
        f"  alle ord nye     {m.new_ms:6.2f}",
        f"  delstrenge       {m.naive_ms:6.2f}  (samme ord søgt som bogstaver i teksten; forhold {m.warm_ms / m.naive_ms:.2f})",
        f"  ordliste         {m.compile_ms:6.0f}  bygget, {m.cached_ms:.0f} hentet fra cachen",
    ]
    lines += [f"  F1, {names[facet]:<17} {a:.2f} mod delstrengenes {b:.2f}" for facet, (a, b) in m.f1.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(json.dumps(as_row(measure(PROJECT / "content", 3)), sort_keys=True))
