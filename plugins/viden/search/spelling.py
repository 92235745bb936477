"""The word that a misspelt one was meant to be: among the site's words, within a small edit distance."""

from __future__ import annotations

from ..language import loose_key
from .lexicon import Entry, Lexicon

SHORTEST = 4
"""Shorter words are never repaired: too many others are near."""
LONG = 8
"""From this length two slips are allowed, below it one."""


def repair(key: str, words: Lexicon) -> Entry | None:
    """Return the nearest word of the site, the more common of equals, then by the alphabet.

    Words with the same first letter are tried first, then those that begin
    with the second one, where the first two may have been swapped.
    """
    if len(key) < SHORTEST or any(c.isdigit() for c in key):
        return None
    limit = 2 if len(key) >= LONG else 1
    for letter in dict.fromkeys(key[:2]):
        ranked = [
            (away, -entry.frequency, entry.form, entry)
            for entry in words.spellings.get(letter, ())
            if (away := distance(key, loose_key(entry.form), limit)) <= limit
        ]
        if ranked:
            return min(ranked, key=lambda row: row[:3])[3]
    return None


def lookalikes(key: str, words: Lexicon) -> tuple[str, ...]:
    """Return up to three of the site's words that look most like one it lacks."""
    limit = max(2, len(key) // 2)
    rows = [(distance(key, loose_key(e.form), limit), -e.frequency, e.form) for e in words.spellings.get(key[:1], ())]
    return tuple(form for away, _, form in sorted(rows) if away <= limit)[:3]


def distance(a: str, b: str, limit: int) -> int:
    """Return how many letters were missed, added, changed or swapped with their neighbour, or more than `limit`.

    Optimal string alignment (Damerau 1964, restricted).
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]
