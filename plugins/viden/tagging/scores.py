"""The numbers of the tagger, and the sum that a tag is: whole numbers only.

A score is in thousandths. An editor can add it up by hand from the evidence;
see `docs/redaktoer.md`. Weights are chosen, thresholds measured; they
stand here so that one place shows them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isqrt
from typing import NamedTuple

from ..model import COMPETENCE, WORK, Tag
from .saturation import SATURATION

ZONE_WEIGHTS = {"title": 300, "summary": 200, "heading": 200, "lead": 150, "body": 100, "list": 25, "none": 0}
"""What a word counts by where it stands, in hundredths of a word in the running text."""

DENIED = 25
"""What a word counts after a phrase that says the text is not about it, in hundredths."""

ENUMERATION = 3
"""From so many areas in one sentence, each word counts one part in so many."""

SURE = {COMPETENCE: 4500, WORK: 5000}
SUGGESTION = {COMPETENCE: 2500, WORK: 3250}
"""Thresholds by facet, measured on judged texts; see docs/decisions/0034-the-tagger-is-measured-on-judged-texts.md."""


class Limits(NamedTuple):
    """The thresholds of one area."""

    sure: int
    suggestion: int


MOST = {COMPETENCE: 3, WORK: 2}
"""Most areas a post gets in each facet."""

OF_TOP = {COMPETENCE: 50, WORK: 90}
"""Per cent of the facet's top score below which an area falls away.

A post treats several competences side by side; the work it tells of mostly
belongs to one part of the house, and what a second one gets is scenery.
"""


def is_near_top(facet: str, score: int, top: int) -> bool:
    return 100 * score >= OF_TOP[facet] * top


def length_factor(words: int) -> int:
    """Return 1000 up to 160 words, then less and less: long posts hold more words by chance."""
    return min(1000, isqrt(160_000_000 // max(1, words)))


def points(weight: int, hits: int, length: int, sharing: int) -> int:
    """Return what one term gives an area, in thousandths.

    `weight` is 1 to 3, `hits` the sum of its hits, `length` the factor above,
    `sharing` the number of the facet's areas that have the term.
    """
    return weight * SATURATION[min(len(SATURATION) - 1, hits)] * length // (1000 * sharing)


def tier(limits: Limits, score: int, terms: int, is_named: bool) -> str:
    """Return `sure`, `suggestion` or an empty text.

    `terms` is the number of distinct terms found, `is_named` whether one of
    weight 3 stands in the title or a heading.
    """
    if score >= limits.sure and (terms >= 2 or is_named):
        return "sure"
    return "suggestion" if score >= limits.suggestion else ""


def sure_limit(tag: Tag) -> int:
    """Return the score from which the tag's area is sure."""
    return tag.limit or SURE[tag.facet]


def shares(weight: int, hits: Iterable[int], length: int, sharing: int) -> tuple[int, ...]:
    """Return what each hit, in reading order, adds to its term's points."""
    found, total, before = [], 0, 0
    for hit in hits:
        total += hit
        now = points(weight, total, length, sharing)
        found.append(now - before)
        before = now
    return tuple(found)
