"""The Danish letters of a word typed without them: *soelvsmed* is *sølvsmed*.

Only the dictionary can tell: *poesi*, *aerosol* and *koefficient* are words as
they stand. A name that it lacks (*Aabenraa*) stays as it is; its key is that of
*Åbenrå* all the same.
"""

from __future__ import annotations

import re
from itertools import product

from .compounds import parts
from .lexicon import is_form

_TYPED = {"ae": "æ", "oe": "ø", "aa": "å"}
_PAIR = re.compile("(ae|oe|aa)")
_SHORTEST = 3
_MOST = 5
"""Pairs in a word, so that a hostile one costs no more than 32 questions."""


def unfolded(word: str) -> str:
    """Return a word in lower case with the æ, ø and å that the dictionary has it with, else the word itself."""
    pieces = _PAIR.split(word)
    pairs = pieces[1::2]
    if not pairs or len(pairs) > _MOST or len(word) < _SHORTEST or is_form(word):
        return word
    made = [_joined(pieces, chosen) for chosen in product(*((_TYPED[pair], pair) for pair in pairs))][:-1]
    return next((w for w in made if is_form(w)), None) or next((w for w in made if _is_known_compound(w)), word)


def _is_known_compound(word: str) -> bool:
    """Whether every part is a word; *gade* alone must not turn *michaelsgade* into another name."""
    found = parts(word)
    return bool(found) and all(map(is_form, found))


def _joined(pieces: list[str], chosen: tuple[str, ...]) -> str:
    return "".join((*(a + b for a, b in zip(pieces[::2], chosen, strict=False)), pieces[-1]))
