"""Folding: many spellings of one word, one key.

A Dane without Danish keys types `aeldreomraadet`, and Aarhus and Århus are
one town. The key therefore writes æ, ø, å as ae, oe, aa, and not the other
way: unfolding would need to know that *poesi* has no ø.
"""

from __future__ import annotations

import unicodedata

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width characters and byte order mark: never part of a word."""

_DROPPED = INVISIBLE + "-\u2010\u2011'\u2019\u02bc`\u00b4 \u00a0"
_LETTERS = {
    "æ": "ae", "ä": "ae", "ǽ": "ae", "ø": "oe", "ö": "oe", "ǿ": "oe", "å": "aa", "ü": "u",
    "ð": "d", "þ": "th", "ł": "l", "đ": "d", "œ": "oe", "ß": "ss",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS | dict.fromkeys(_DROPPED, ""))


def nfc(text: str) -> str:
    """Return `text` in Unicode normal form C; the same object where it already is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def key(word: str) -> str:
    """Return the word's key: lower case, æ ø å as ae oe aa, other accents gone, hyphens and apostrophes gone.

    `e-mail` and `email`, `Århus` and `AARHUS` have one key. Letters of other
    alphabets stay as they are.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    folded = nfc(word).casefold().translate(_TABLE)
    if folded.isascii():
        return folded
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def loose_key(word: str) -> str:
    """Return a coarser key, where *sølvsmed*, *soelvsmed* and *solvsmed* are one.

    It also makes *kor* and *kør* one, so it is a second choice, never the first.
    """
    return key(word).replace("ae", "a").replace("oe", "o").replace("aa", "a")
