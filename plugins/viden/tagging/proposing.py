"""Words that an editor may want as terms: those that posts with an area have and other posts have not.

The measure is the log-odds ratio with an informative Dirichlet prior (Monroe,
Colaresi and Quinn, "Fightin' Words", Political Analysis 16:4, 2008), over posts
and not over occurrences, so that one post that repeats a word proves nothing:

    y₁, y₂  posts with the word among the n₁ posts with the area, and the n₂ others
    a       prior: A × (y₁ + y₂) / (n₁ + n₂), where A is `PRIOR`
    δ       log((y₁ + a) / (n₁ + A − y₁ − a)) − log((y₂ + a) / (n₂ + A − y₂ − a))
    z       δ / √(1 / (y₁ + a) + 1 / (y₂ + a))

A high z says "typical of these posts", not "means this area": a word of one
project, place or writer scores as high as a word of the trade. Machine-chosen
terms made a tagger of work areas worse when they were tried, so nothing is
added here; each candidate comes with the posts that it would change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from ..language import is_stop_word, key, lemmas, parts, tokens
from ..model import Area, Term
from .archive import Text
from .compiling import compile
from .impact import Move, moves
from .terms import knows
from .vocabulary import Vocabulary

PRIOR = 2.0
"""Weight of the prior, in posts (chosen: two posts of one area are hardly evidence)."""
FEWEST_POSTS = 2
"""Posts with the area that must have the word."""
LEAST_Z = 1.0
SHORTEST = 4
"""Letters; shorter words come in only with capitals, as abbreviations."""
WEIGHT = 2
"""The weight under which a candidate is tried."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that the area does not have, and what it would do as a term of weight `WEIGHT`."""

    area: str
    term: Term
    z: float
    """How typical, rounded to hundredths; see the module."""
    with_area: int
    """Posts with the area that have the word."""
    others: int
    forms: tuple[str, ...]
    """As written, sorted."""
    moves: tuple[Move, ...]
    """What would change."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A dictionary form, or a part of compounds, over the archive."""

    word: str
    texts: frozenset[int]
    forms: frozenset[str]
    is_part: bool
    """Whether it also stands inside longer words."""


def propose(texts: Sequence[Text], areas: Iterable[Area], area: str, most: int) -> tuple[Candidate, ...]:
    """Return at most `most` candidates for one area, the most typical first, equal ones by alphabet.

    What counts as a post with the area is what it has today: an editor's word
    where there is one, else the tagger's sure areas, which repeat its terms.
    """
    known = tuple(areas)
    vocabulary, _ = compile(known)
    ordered = sorted(texts, key=lambda t: t.path)
    inside = frozenset(n for n, text in enumerate(ordered) if area in text.areas(vocabulary))
    # A word of every post is typical of none; it would also put a zero under the fraction.
    telling = (u for u in _units(ordered).values() if len(u.texts) < len(ordered))
    fresh = (u for u in telling if _is_fresh(u, vocabulary, area))
    ranked = sorted((-_z(u, inside, len(ordered)), u.word, u) for u in fresh if len(u.texts & inside) >= FEWEST_POSTS)
    chosen = [(-z, unit) for z, _, unit in ranked if -z >= LEAST_Z][:most]
    return tuple(_candidate(unit, z, ordered, inside, known, area, vocabulary) for z, unit in chosen)


def _units(texts: Sequence[Text]) -> Mapping[str, _Unit]:
    found: dict[str, tuple[set[int], set[str], list[bool]]] = {}
    for number, text in enumerate(texts):
        for word in {t.text for zone in text.zones if zone.kind != "none" for t in tokens(zone.text)}:
            for unit, is_part in _units_of(word):
                seen = found.setdefault(unit, (set(), set(), []))
                seen[0].add(number)
                seen[1].add(word)
                seen[2].append(is_part)
    return {
        unit: _Unit(unit, frozenset(numbers), frozenset(forms), any(inside))
        for unit, (numbers, forms, inside) in found.items()
    }


def _units_of(word: str) -> Iterable[tuple[str, bool]]:
    """Return the dictionary form of a word, and those of its parts, each with whether it is a part."""
    if is_stop_word(word) or not any(c.isalpha() for c in word):
        return ()
    whole = word if word.isupper() else lemmas(word)[0]
    inner = (lemmas(part)[0] for part in parts(word))
    return ((whole, False), *((part, True) for part in inner if not is_stop_word(part)))


def _is_fresh(unit: _Unit, vocabulary: Vocabulary, area: str) -> bool:
    """Whether a unit is a word that an editor could add: long enough, no name, and not there already."""
    is_short = len(unit.word) < SHORTEST and not unit.word.isupper()
    is_name = all(form[0].isupper() and not form.isupper() for form in unit.forms)
    return not (is_short or is_name or knows(vocabulary, area, unit.word))


def _z(unit: _Unit, inside: frozenset[int], posts: int) -> float:
    with_area, others = len(unit.texts & inside), len(unit.texts - inside)
    a = PRIOR * (with_area + others) / posts
    first = log((with_area + a) / (len(inside) + PRIOR - with_area - a))
    second = log((others + a) / (posts - len(inside) + PRIOR - others - a))
    return round((first - second) / sqrt(1 / (with_area + a) + 1 / (others + a)), 2)


def _candidate(
    unit: _Unit,
    z: float,
    texts: Sequence[Text],
    inside: frozenset[int],
    areas: tuple[Area, ...],
    area: str,
    vocabulary: Vocabulary,
) -> Candidate:
    term = Term(unit.word, WEIGHT, compound="begge" if unit.is_part else "nej", capitals=unit.word.isupper())
    tried, _ = compile(replace(a, terms=(*a.terms, term)) if a.id == area else a for a in areas)
    # Only what has the word can change: the term counts nowhere else.
    touched = [text for number, text in enumerate(texts) if number in unit.texts]
    moved = tuple(move for text in touched for move in moves(text, vocabulary, tried))
    forms = tuple(sorted({form.lower() for form in unit.forms}, key=lambda f: (key(f), f)))
    return Candidate(area, term, z, len(unit.texts & inside), len(unit.texts - inside), forms, moved)
