"""Where a compound may be taken apart, and into what.

A hyphen and a capital inside a word show the seam. Else the row of the fewest
parts is looked for, from the end: the last part a form of a word that ends
compounds, each earlier part a word with the link that it takes (*kirkegårds-mur*,
*børne-have*). The link tells the depth: *kirkegårds* is a part, *gårdsmur* none.
A word of the dictionary is taken apart in its dictionary form and only where it
is inflected as its last part is; a word of no dictionary that has a long known
word at its end is that word with something before it. See
docs/decisions/0037-the-link-tells-the-seam.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from . import lexicon, seams
from .compound_parts import NEVER_FIRST, OPENED, PLACE_ELEMENTS, PLACES
from .folding import nfc

_SEAM = re.compile(r"[-\u2010\u2011\u2013]")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SHORTEST_CAMEL = 3
_SHORTEST = 4
"""Letters of a compound."""
_SHORTEST_HEAD = 5
_SHORTEST_REST = 3
"""Letters on either side of the seam of a half known word."""
_VOWEL = re.compile("[aeiouyæøåé]")
_ABSTRACT = re.compile("(?:ing|hed|tion|sion|skab|dom|else|itet)s$")
"""A part that joins by `s` whenever it is first, so that it shows a seam and nothing of the depth."""

Row = tuple[float, int, tuple[int, ...]]
"""(cost, letters of the last part, borders): the least is the best."""


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
    low = written.lower()
    cuts = borders(low)
    if not cuts or _is_name(written, low[cuts[-1] :]):
        return ()
    firsts = (low[start:end] for start, end in zip((0, *cuts[:-1]), cuts, strict=True))
    return (*(_dictionary_form(first) for first in firsts), low[cuts[-1] :])


def _is_name(written: str, last: str) -> bool:
    """Say whether a word in capitals that no dictionary has ends as the names of places do."""
    if not written[0].isupper() or written.isupper() or lexicon.is_form(written.lower()):
        return False
    return last in PLACE_ELEMENTS or last.removesuffix("s") in PLACE_ELEMENTS


def _dictionary_form(shape: str) -> str:
    found = seams.first_part(shape)
    return found[1] if found else shape


@lru_cache(maxsize=65536)
def borders(word: str) -> tuple[int, ...]:
    """Return where the second and each later part of a word begins; `word` is in lower case and one piece.

    The link belongs to the part before it. Empty for a word that is whole.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in PLACES or word.removesuffix("s") in PLACES:
        return ()
    headwords = lexicon.headwords_of(word)
    if headwords:
        found = [_borders_of(headword) for headword in headwords]
        return found[0] if all(found) else ()
    cuts = _cheapest(word, lambda start: seams.last_part(word[start:]))
    return _deeper(word, cuts) if cuts else _before_a_head(word)


@lru_cache(maxsize=65536)
def _borders_of(headword: str) -> tuple[int, ...]:
    if headword in OPENED:
        return (OPENED[headword],)
    base = seams.derived_from(headword)
    if seams.is_whole(headword) or (base and not _borders_of(base)):
        return ()
    return _cheapest(headword, lambda start: seams.last_part_of(headword, start))


def _cheapest(word: str, last: Callable[[int], float]) -> tuple[int, ...]:
    """Return the borders of the cheapest row of parts; `last` gives the cost of what begins there as last part."""
    rows: dict[int, Row | None] = {}
    row = _best(word, 0, last, rows)
    return row[2][1:] if row else ()


def _best(word: str, start: int, last: Callable[[int], float], rows: dict[int, Row | None]) -> Row | None:
    if start in rows:
        return rows[start]
    length = len(word)
    cost = last(start) if start else 0.0
    best: Row | None = (cost, length - start, (start,)) if cost else None
    for end, price in seams.first_parts(word, start):
        if rest := _best(word, end, last, rows):
            row = (price + rest[0], rest[1], (start, *rest[2]))
            best = row if best is None or row < best else best
    rows[start] = best
    return best


def _deeper(word: str, cuts: tuple[int, ...]) -> tuple[int, ...]:
    """Return the borders with those inside the last part, if an abstract noun shows a seam there.

    *Informations-sikkerhedspolitik* has the politics of a safety, not a
    politics of its own; *kampagne-tidspunkt* stays, for *tids* is one word with *punkt*.
    """
    inner = borders(word[cuts[-1] :])
    if inner and _ABSTRACT.search(word[: cuts[-1] + inner[-1]]):
        return (*cuts, *(cuts[-1] + cut for cut in inner))
    return cuts


def _before_a_head(word: str) -> tuple[int, ...]:
    """Return the border before the longest known noun at the end of a word that no row of parts makes."""
    for cut in range(_SHORTEST_REST, len(word) - _SHORTEST_HEAD + 1):
        heads = lexicon.heads_of(word[cut:])
        if any("n" in lexicon.kinds(head) and len(head) >= _SHORTEST_HEAD for head in heads) and seams.last_part(
            word[cut:]
        ):
            rest = word[:cut]
            return (cut,) if _VOWEL.search(rest) and rest not in NEVER_FIRST else ()
    return ()
