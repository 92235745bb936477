"""Where a compound may be taken apart, and into what.

A hyphen and a capital inside a word show the seam. Else both sides of a seam
must be known: the last part a form of a word that ends compounds, each earlier
part a word with the link that it takes (*kirkegårds-mur*, *børne-have*). A word
that is only half known stays whole: a wrong part costs more than a missing one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .compound_parts import ALTERED, ONLY_LAST, PLAIN, WHOLE, WITH_E, WITH_S
from .folding import nfc
from .inflection import forms

_SEAM = re.compile(r"[-\u2010\u2011\u2013]")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SHORTEST_CAMEL = 3
_SHORTEST = 4
"""Letters of a part that no table names as short."""
_MOST_PARTS = 4
_ABSTRACT = ("ing", "hed", "skab", "dom", "tion", "sion", "itet", "else")
"""Endings after which an `s` joins."""


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound in reading order, in lower case; empty for a word that is whole.

    Earlier parts are dictionary forms (*børnehaverne* gives barn and haverne);
    the last part keeps its inflection.
    """
    written = nfc(word)
    pieces = [piece for piece in _SEAM.split(written) if piece]
    if len(pieces) > 1:
        return tuple(part for piece in pieces for part in (parts(piece) or (piece.lower(),)))
    camel = _CAMEL.split(written)
    if len(camel) > 1 and min(map(len, camel)) >= _SHORTEST_CAMEL:
        return tuple(piece.lower() for piece in camel)
    return _split(written.lower()) if written.isalpha() and len(written) >= 2 * _SHORTEST - 2 else ()


def _split(word: str) -> tuple[str, ...]:
    return () if word in _whole_forms() else _joined(word, _MOST_PARTS)


def _from(word: str, most: int) -> tuple[str, ...]:
    """Return the fewest parts that make `word`; empty if it cannot be made."""
    if word in _last_parts():
        return (word,)
    return _joined(word, most) if most > 1 else ()


def _joined(word: str, most: int) -> tuple[str, ...]:
    """Return the fewest parts, two or more, that make `word`; of equal rows the one with the longest last part."""
    found: list[tuple[str, ...]] = []
    for cut in range(2, len(word) - 1):
        first = _first_parts().get(word[:cut])
        if first and (rest := _from(word[cut:], most - 1)):
            found.append((first, *rest))
    return min(found, key=lambda row: (len(row), -len(row[-1])), default=())


@cache
def _first_parts() -> dict[str, str]:
    """Return what may stand before a seam, link included, with the dictionary form of each."""
    table: dict[str, str] = {}
    for word in PLAIN:
        table[word + ("s" if word.endswith(_ABSTRACT) else "")] = word
    table |= {word + "s": word for word in (*WITH_S, *(w for w in ONLY_LAST if w.endswith(_ABSTRACT)))}
    table |= {word + "e": word for word in WITH_E}
    table |= ALTERED
    return table


@cache
def _last_parts() -> frozenset[str]:
    words = {*ONLY_LAST, *PLAIN, *WITH_S, *ALTERED.values()}
    made = {form for word in words for form in forms(word) if len(word) >= _SHORTEST or word in _SHORT_LAST}
    return frozenset(made - _NEVER_LAST)


_SHORT_LAST = frozenset(("by", "vej", "bil", "bus", "sag", "dag", "mål", "tal", "råd", "bog", "hus", "tid", "job", "fag", "hal", "app",
                         "sti", "kø", "år", "sø", "rør", "lov", "rum", "sal", "uge", "spil", "løn", "køb", "hjem", "mur", "gæst", "lån", "arm", "ord", "fad", "bad", "gas", "olie", "bane", "fest"))  # fmt: skip
"""Words of two or three letters that may end a compound."""


_NEVER_LAST = frozenset(("bar", "bars", "graf"))
"""Forms that as a last part are an ending: *målbar*, *fotograf*."""


@cache
def _whole_forms() -> frozenset[str]:
    return frozenset(form for word in WHOLE for form in forms(word))
