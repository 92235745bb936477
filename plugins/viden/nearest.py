"""The known word that an author most likely meant, or none.

Distance is the restricted Damerau-Levenshtein distance (optimal string
alignment): insertions, deletions, substitutions and swaps of neighbours cost
one each. Words that differ only in case, aa/å, ae/æ, oe/ø, hyphens, spaces or
underscores are the same word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

SHORT = 4
"""Words of at most this many characters may differ by one edit only (chosen: two edits turn `Foto` into `Titel`)."""

_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "-": "", " ": "", "_": "", "\xa0": ""})
_ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def nearest(word: str, known: Iterable[str], limit: int = 2) -> str | None:
    """Return the known word within `limit` edits of `word`, or None.

    The least distance wins, equal distances by the Danish alphabet; the order
    of `known` does not matter.
    """
    plain, folded = _plain(word), fold(word)
    allowed = min(limit, 1) if len(plain) <= SHORT else limit
    best: tuple[int, str, str] | None = None
    for candidate in known:
        found = _difference(plain, folded, candidate, allowed if best is None else min(allowed, best[0]))
        if found is not None:
            ranked = (found, _plain(candidate).translate(_ALPHABET), candidate)
            best = ranked if best is None else min(best, ranked)
    return best[2] if best else None


def fold(word: str) -> str:
    """Return the form in which words that only differ in habit of spelling are equal."""
    return _plain(word).translate(_FOLDED)


def distance(one: str, other: str, limit: int) -> int | None:
    """Return the number of edits between two words, or None if it is above `limit`."""
    if abs(len(one) - len(other)) > limit:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(before) > limit:
            return None
    return row[-1] if row[-1] <= limit else None


def _difference(plain: str, folded: str, candidate: str, limit: int) -> int | None:
    """Return the lesser of the distances as written and as folded."""
    if fold(candidate) == folded and folded:
        return 0
    found = [distance(plain, _plain(candidate), limit), distance(folded, fold(candidate), limit)]
    return min((d for d in found if d is not None), default=None)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
