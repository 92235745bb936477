"""What may stand on either side of a seam in a compound, and how likely it is to be one.

The dictionary states for each word what it looks like before another part
(`lexicon.modifiers`); `compound_parts` says what is no part although it could
be. Costs are in parts: a row of fewer parts is the better one, and a doubtful
part weighs as much as some more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from . import lexicon
from .compound_parts import ENDINGS_OF_KNOWN, NEVER_FIRST, NEVER_LAST, SHORT_FIRST, SHORT_LAST, UNLISTED_FIRST, WHOLE

First = tuple[float, str]
"""(cost, dictionary form)"""

PART = 1.0
"""Cost of a part."""
_UNLISTED = 0.6
"""A word before a seam with no link, where the dictionary wants one or names none."""
_UNLISTED_S = 0.8
_SHORT = {1: 0.5, 2: 0.4}
"""By letters."""
_LONG = 4
_KEY = 3


@cache
def first_parts(beginning: str) -> Mapping[str, First]:
    """Return what may stand before a seam, link included → cost and dictionary form.

    `beginning` is three letters, which the answer shares, or empty: then the
    answer holds what has fewer letters, link included.
    """
    listed = {shape: heads for source in (beginning, "") for shape, heads in lexicon.modifiers(source).items()}
    fitting = {shape: heads for shape, heads in listed.items() if _belongs(shape, beginning)}
    found = {shape: _first(shape, kept) for shape, heads in fitting.items() if (kept := _allowed(heads))}
    if beginning:
        for shape, first in _unlisted(beginning):
            found.setdefault(shape, first)
        return found
    short = {shape: (PART + _SHORT[2], word) for shape, word in UNLISTED_FIRST.items()}
    return short | found


def _belongs(shape: str, beginning: str) -> bool:
    return shape.startswith(beginning) if beginning else len(shape) < _KEY


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


def _unlisted(beginning: str) -> Iterator[tuple[str, First]]:
    """Yield nouns, adjectives and infinitives for which the dictionary names another link or none."""
    for word in lexicon.beginning_with(beginning):
        kinds = lexicon.kinds(word)
        if word in NEVER_FIRST or not _is_long_or_named(word) or word.endswith("-"):
            continue
        if set(kinds) & set("nap") or ("v" in kinds and word.endswith("e")):
            yield word, (PART + _UNLISTED, _singular(word))
        if "n" in kinds and len(word) >= _LONG and not word.endswith("s"):
            yield word + "s", (PART + _UNLISTED_S, word)


@lru_cache(maxsize=65536)
def last_part(form: str) -> float:
    """Return the cost of a form as last part; 0 if it can be none."""
    return PART + _SHORT.get(len(form), 0.0) if any(map(_may_end, lexicon.heads_of(form))) else 0.0


@cache
def _may_end(head: str) -> bool:
    return head not in NEVER_LAST and (len(head) >= _LONG or head in SHORT_LAST)


def last_part_of(word: str, start: int) -> float:
    """Return the cost of the rest from `start` as last part of a dictionary form; 0 if it can be none.

    A compound is inflected as its last part is: *solist* is no *list*, since
    that has other forms.
    """
    rest = word[start:]
    if lexicon.is_headword(rest):
        fits = (
            rest not in ENDINGS_OF_KNOWN
            and _may_end(rest)
            and rest in lexicon.heads_of(rest)
            and _is_inflected_alike(word, rest)
        )
    else:
        fits = False
    if fits or _is_made_of_a_form(word, rest):
        return PART + _SHORT.get(len(rest), 0.0) + (0.0 if fits else 0.3)
    return 0.0


def _is_inflected_alike(word: str, head: str) -> bool:
    cut = len(word) - len(head)
    own = {form[cut:] for form in lexicon.compound_forms(word) if form[:cut] == word[:cut]}
    others = lexicon.compound_forms(head)
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
