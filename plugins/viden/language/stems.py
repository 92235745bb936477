"""The stem class of a word: a weak extra key, never a judgement.

Snowball's Danish stem, with the abstract endings off it, brings *styre* and
*styring* together. It also brings *ledelse* and *ledig* together, which is why
the tagger does not use it and the search lets it count little. A stem is never
stemmed again: many of Snowball's stems change when it is done twice.
"""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

from .folding import nfc

_ENDINGS = ("hed", "else", "ning", "ing", "er")
_SHORTEST = 3

_snowball = snowballstemmer.stemmer("danish")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem class of a word in lower case; at least three letters, else the word itself."""
    form = nfc(word).casefold()
    cut: str = _snowball.stemWord(form)
    for ending in _ENDINGS:
        if cut.endswith(ending) and len(cut) - len(ending) >= _SHORTEST:
            return cut[: -len(ending)]
    return cut
