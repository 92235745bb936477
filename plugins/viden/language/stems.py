"""The stem class of a word: a weak extra key, never a judgement.

Snowball's Danish stem, with the abstract endings off it, brings *styre* and
*styring* together. It also brings *ledelse* and *ledig* together, which is why
the tagger does not use it and the search lets it count little. A stem is never
stemmed again: many of Snowball's stems change when it is done twice.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol

from .folding import nfc

_ENDINGS = ("hed", "else", "ning", "ing", "er")
_SHORTEST = 3


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@cache
def _snowball() -> _Stemmer:
    """Return Snowball's Danish stemmer, loaded at the first call: the tagger never needs it."""
    import snowballstemmer

    danish: _Stemmer = snowballstemmer.stemmer("danish")
    return danish


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem class of a word in lower case; at least three letters, else the word itself."""
    form = nfc(word).casefold()
    cut = _snowball().stemWord(form)
    for ending in _ENDINGS:
        if cut.endswith(ending) and len(cut) - len(ending) >= _SHORTEST:
            return cut[: -len(ending)]
    return cut
