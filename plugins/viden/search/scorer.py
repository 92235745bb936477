"""The one description of scoring, used by the browser's index and by the local one.

BM25F (Robertson, Zaragoza, Taylor 2004) without idf: the weighted, length
normalised frequencies of all fields are added, saturated and rounded to 4
bits, the *impact*. The idf comes from the document frequencies at query time,
so that a new article changes few stored bytes. Field weights are flat on
purpose: on a judged collection they mattered less than any kind of term.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FIELD_WEIGHTS = (3.0, 2.0, 2.0, 1.5, 1.0)
"""Title, names, summary, headings, body (see `documents.FIELDS`)."""
LENGTH_SHARE = (0.3, 0.2, 0.3, 0.3, 0.6)
"""BM25's b for each field: how far a long field lowers its words."""
SATURATION = 1.6
"""BM25's k1."""
TOP = 15
"""Greatest impact: 4 bits."""
COVERAGE_POWER = 1.0
DIRECT = 0.4
"""A concept met below this weight is met only from near by (one part of a compound, a class)."""

EXACT, LEMMA, PART, STEM = "x", "l", "p", "s"
"""Kinds of terms: the form as written, its lemma, a part of a compound, its stem class."""

WEIGHTS = {EXACT: 0.25, LEMMA: 1.0, PART: 0.45, STEM: 0.3}
"""What a query word's own form, lemmas and class count for; `PART`: compounds that hold the word as a part."""
SPLIT_WEIGHT = 0.3
"""What the parts of a compound in the query count for, one by one."""
LOOSELY, OTHER_WORD = 0.8, 0.2
"""A word found by its coarse key alone: where there is none with the same key, and where there is one."""
PREFIX, PREFIX_OF_KNOWN = 0.5, 0.15
"""Forms that begin as the last word does: where it is unfinished, and where it is a word already."""
REPAIRED = 0.9
JOINED = 0.8
"""Two neighbouring words that the site writes as one."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Mean number of words in each field, rounded so that one article seldom moves them."""

    means: tuple[float, ...]


def mean_lengths(rows: Iterable[Sequence[int]]) -> Lengths:
    """Return the mean field lengths of a collection, to two significant digits, at least 1."""
    counts = list(rows)
    sums = [sum(column) for column in zip(*counts)] or [0] * len(FIELD_WEIGHTS)
    return Lengths(tuple(max(1.0, float(f"{total / max(1, len(counts)):.2g}")) for total in sums))


def impact(frequencies: Sequence[int], lengths: Sequence[int], means: Lengths) -> int:
    """Return the impact, 1 to 15, of a term that stands `frequencies` times in fields of those lengths."""
    total = 0.0
    for weight, share, count, length, mean in zip(FIELD_WEIGHTS, LENGTH_SHARE, frequencies, lengths, means.means):
        if count:
            total += weight * count / (1 - share + share * length / mean)
    return max(1, min(TOP, round(TOP * total / (SATURATION + total))))


def idf(frequency: int, articles: int) -> float:
    """Return how telling a term is that stands in `frequency` of so many articles; never below 0."""
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def rounded(value: float) -> float:
    """Return `value` to 6 decimals, halves up as JavaScript's `Math.round` has it."""
    return math.floor(value * 1e6 + 0.5) / 1e6


Term = tuple[str, str]
"""(kind, text) of an index term."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of a query with all that may stand for it."""

    word: str
    """As typed."""
    alternatives: tuple[tuple[Term, float], ...]
    """Index terms and their weights, heaviest first, equal weights by term."""


@dataclass(frozen=True, slots=True)
class Score:
    article: int
    value: float
    """At least 0, rounded to 6 decimals so that equal scores are equal in every engine."""
    is_near: bool
    """Whether no concept is met directly."""


Postings = Mapping[Term, Sequence[tuple[int, int]]]
"""(article, impact) of each term, by article number."""


def score(concepts: Sequence[Concept], postings: Postings, articles: int) -> tuple[Score, ...]:
    """Return the score of every article that meets at least one concept, by article number.

        coverage · Σ concepts Σ alternatives  idf · weight · impact / 15

    Coverage is the share of the query's idf that the article meets, each
    concept to the weight of its best alternative there.
    """
    sums: dict[int, float] = {}
    covered: dict[int, float] = {}
    direct: set[int] = set()
    whole = 0.0
    for concept in concepts:
        met, importance = _met(concept, postings, articles, sums)
        whole += importance
        for article, weight in met.items():
            covered[article] = covered.get(article, 0.0) + importance * weight
            if weight >= DIRECT:
                direct.add(article)
    return tuple(
        Score(article, rounded(sums[article] * (covered[article] / whole) ** COVERAGE_POWER), article not in direct)
        for article in sorted(sums)
    )


def importance(concept: Concept, postings: Postings, articles: int) -> float:
    """Return how telling a query word is: the greatest idf of what meets it directly, else of what is near it.

    No alternative counts for more than this. A rare ending or compound of a
    common word is rare by accident, and would else outweigh the word itself.
    """
    met = [(w >= DIRECT, idf(len(postings[t]), articles)) for t, w in concept.alternatives if postings.get(t)]
    direct = max((telling for is_direct, telling in met if is_direct), default=0.0)
    return direct or max((telling for _, telling in met), default=0.0)


def _met(concept: Concept, postings: Postings, articles: int, sums: dict[int, float]) -> tuple[dict[int, float], float]:
    """Add the concept's part to `sums`; return how far each article meets it, and its importance."""
    met: dict[int, float] = {}
    most = importance(concept, postings, articles)
    for term, weight in concept.alternatives:
        rows = postings.get(term, ())
        if not rows:
            continue
        telling = min(most, idf(len(rows), articles))
        for article, strength in rows:
            sums[article] = sums.get(article, 0.0) + telling * weight * strength / TOP
            met[article] = max(met.get(article, 0.0), min(1.0, weight))
    return met, most
