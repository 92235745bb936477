"""The stem class of a word: a weak extra key, never a judgement.

Snowball's Danish stem, with the abstract endings off it, brings *styre* and
*styring* together. It also brings *ledelse* and *ledig* together, which is why
the tagger does not use it and the search lets it count little. A stem is never
stemmed again: 600 of the 23,832 stems in Snowball's own vocabulary change when
it is done twice. All 23,832 are as published (snowball-data, commit ba91f32);
`test_stems` holds the library to what it did on that day.
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
def _danish() -> _Stemmer:
    """Return Snowball's Danish stemmer, loaded at the first call: the tagger never needs it.

    The class itself and not `snowballstemmer.stemmer`, which takes PyStemmer
    where that happens to be installed: its version is not locked here.
    """
    from snowballstemmer.danish_stemmer import DanishStemmer

    stemmer: _Stemmer = DanishStemmer()
    return stemmer


@lru_cache(maxsize=65536)
def snowball(word: str) -> str:
    """Return Snowball's Danish stem of a word, in lower case, exactly as the published algorithm has it."""
    return _danish().stemWord(nfc(word).casefold())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem class of a word in lower case; at least three letters, else Snowball's stem."""
    cut = snowball(word)
    for ending in _ENDINGS:
        if cut.endswith(ending) and len(cut) - len(ending) >= _SHORTEST:
            return cut[: -len(ending)]
    return cut
