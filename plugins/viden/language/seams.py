"""What may stand on either side of a seam in a compound, and how likely it is to be one.

The dictionary states for each word what it looks like before another part
(`lexicon.modifiers`); `compound_parts` says what is no part although it could
be. Costs are in parts: a row of fewer parts is the better one, and a doubtful
part weighs as much as some more.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from . import lexicon
from .compound_parts import (
    DOUBTFUL_LAST,
    ENDINGS_OF_KNOWN,
    ENDINGS_OF_NEW,
    NEVER_FIRST,
    NEVER_LAST,
    SHORT_FIRST,
    SHORT_LAST,
    UNLISTED_FIRST,
    WHOLE,
)

First = tuple[float, str]
"""(cost, dictionary form)"""

PART = 1.0
"""Cost of a part."""
_UNLISTED = 0.6
"""A word before a seam with no link, where the dictionary wants one or names none."""
_UNLISTED_S = 0.8
_SHORT = {1: 0.5, 2: 0.4}
"""By letters."""
_DOUBTFUL = 0.1
_FORM = 0.3
"""A form at the end of a dictionary form, where a dictionary form is the rule."""
_LONG = 4
_KEY = 3


def first_parts(word: str, start: int) -> list[tuple[int, float]]:
    """Return (border, cost) of each part that may begin at `start` and be followed by another."""
    shapes = _shapes(word[start : start + _KEY])
    found = []
    for end in range(start + 1, len(word) - 1):
        shape = word[start:end]
        is_there = shape in shapes if end - start > _KEY else shape in shapes or shape in _short()
        if (is_there or (word[end - 1] == "s" and shape[:-1] in shapes)) and (first := first_part(shape)):
            found.append((end, first[0]))
    return found


@cache
def _shapes(beginning: str) -> frozenset[str]:
    """Return what is worth asking `first_part` for: headwords and their shapes before a seam."""
    return frozenset((*lexicon.modifiers(beginning), *lexicon.beginning_with(beginning)))


@cache
def _short() -> frozenset[str]:
    return frozenset((*lexicon.modifiers(""), *UNLISTED_FIRST))


@lru_cache(maxsize=65536)
def first_part(shape: str) -> First | None:
    """Return cost and dictionary form of what stands before a seam, link included; None if it is no part."""
    heads = lexicon.modifiers(shape).get(shape) or lexicon.modifiers("").get(shape) or ()
    if kept := _allowed(heads):
        return _first(shape, kept)
    if shape in UNLISTED_FIRST:
        return PART + _SHORT[2], UNLISTED_FIRST[shape]
    return _unlisted(shape)


def _allowed(heads: Iterable[str]) -> list[str]:
    return [head for head in heads if head.rstrip("-") not in NEVER_FIRST and _is_long_or_named(head.rstrip("-"))]


def _is_long_or_named(word: str) -> bool:
    return len(word) >= _LONG or word in SHORT_FIRST


def _first(shape: str, heads: list[str]) -> First:
    head = max(heads, key=lambda word: (_rank(word), word == shape))
    return PART + _SHORT.get(len(shape), 0.0), _singular(head)


def _rank(word: str) -> int:
    """Return how likely the word is to be meant: a noun rather than another word, a word rather than a prefix."""
    kinds = lexicon.kinds(word)
    return 3 if "n" in kinds or "p" in kinds else 2 if "a" in kinds else 0 if word.endswith("-") else 1


def _singular(word: str) -> str:
    """Return the dictionary form: of a plural with an entry of its own (*børn*) that of its singular."""
    if "p" not in lexicon.kinds(word):
        return word.rstrip("-")
    return next((other for other in lexicon.headwords_of(word) if "n" in lexicon.kinds(other)), word)


def _unlisted(shape: str) -> First | None:
    """Return a noun, an adjective or an infinitive for which the dictionary names another link or none."""
    if shape in NEVER_FIRST or shape.endswith("-"):
        return None
    kinds = lexicon.kinds(shape)
    if _is_long_or_named(shape) and (set(kinds) & set("nap") or ("v" in kinds and shape.endswith("e"))):
        return PART + _UNLISTED, _singular(shape)
    noun = shape[:-1]
    if (
        len(noun) >= _LONG
        and shape[-1] == "s"
        and noun[-1] != "s"
        and "n" in lexicon.kinds(noun)
        and noun not in NEVER_FIRST
    ):
        return PART + _UNLISTED_S, noun
    return None


@lru_cache(maxsize=65536)
def last_part(form: str) -> float:
    """Return the cost of a form as last part; 0 if it can be none."""
    return _price(form) if any(map(_may_end_new, lexicon.heads_of(form))) else 0.0


def _price(last: str) -> float:
    return PART + _SHORT.get(len(last), 0.0) + (_DOUBTFUL if last in DOUBTFUL_LAST else 0.0)


def _may_end_new(head: str) -> bool:
    return head not in ENDINGS_OF_NEW and _may_end(head)


@cache
def _may_end(head: str) -> bool:
    return head not in NEVER_LAST and (len(head) >= _LONG or head in SHORT_LAST)


def last_part_of(word: str, start: int) -> float:
    """Return the cost of the rest from `start` as last part of a dictionary form; 0 if it can be none.

    A compound is inflected as its last part is: *solist* is no *list*, since
    that has other forms.
    """
    rest = word[start:]
    can = rest not in ENDINGS_OF_KNOWN and lexicon.headword_ends_compound(rest) and _may_end(rest)
    fits = can and _is_inflected_alike(word, rest)
    if fits or _is_made_of_a_form(word, rest):
        return _price(rest) + (0.0 if fits else _FORM)
    return 0.0


def _is_inflected_alike(word: str, head: str) -> bool:
    cut = len(word) - len(head)
    own = {form[cut:] for form in lexicon.compound_forms(word) if form[:cut] == word[:cut]}
    others = lexicon.compound_forms(head)
    if head in ENDINGS_OF_NEW:
        return others <= own
    return 2 * len(own & others) >= min(len(own), len(others))


def _is_made_of_a_form(word: str, rest: str) -> bool:
    """Say whether the rest is a form, as in *kaffedrikkende*, *benklæder*, *vindrikker*."""
    is_participle = rest[-1] in "te" and lexicon.kinds(word) == "a" and len(rest) >= _LONG
    if not is_participle and (len(rest) <= _LONG or lexicon.is_headword(rest)):
        return False
    heads = lexicon.heads_of(rest)
    if is_participle and any("v" in lexicon.kinds(head) for head in heads if head != rest):
        return True
    return len(rest) > _LONG and not lexicon.is_headword(rest) and any(map(_may_end, heads))


def is_whole(headword: str) -> bool:
    """Say whether a dictionary form, or the one it is derived from, is known to be whole."""
    return headword in WHOLE


def derived_from(headword: str) -> str:
    """Return the dictionary form that this one is derived from by an ending; empty if there is none."""
    for ending, instead, kind in (
        ("hed", "", "a"),
        ("ing", "e", "v"),
        ("ning", "e", "v"),
        ("else", "e", "v"),
        ("er", "e", "v"),
    ):
        base = headword.removesuffix(ending) + instead
        if headword.endswith(ending) and kind in lexicon.kinds(base):
            return base
    return ""
