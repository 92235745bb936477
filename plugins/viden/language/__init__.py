"""Danish: what a word is, where it stands, and which other spellings are the same word.

Tagging, feeds, both searches and the excerpts ask this room and nothing else,
so that they cannot come to differ. It is pure: no clock, no locale, no files.
`VERSION` belongs to the key of everything that was computed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .collation import first_letter, sort_key
from .compounds import parts
from .ellipsis import filled
from .folding import key, loose_key, nfc
from .inflection import dictionary_forms, forms
from .lemmas import lemmas
from .sentences import is_abbreviation, sentence_spans, sentences
from .stems import stem
from .stopwords import is_stop_word
from .unfolding import unfolded
from .words import Token, address_parts, bare, located, partner, scan, tokens

VERSION = "11"
"""Changes whenever a word may get another key, lemma, part or stem."""

__all__ = [
    "VERSION",
    "Token",
    "Word",
    "analyse",
    "bare",
    "dictionary_forms",
    "filled",
    "first_letter",
    "forms",
    "is_abbreviation",
    "is_stop_word",
    "key",
    "lemmas",
    "located",
    "loose_key",
    "nfc",
    "partner",
    "parts",
    "scan",
    "sentence_spans",
    "sentences",
    "sort_key",
    "stem",
    "terms",
    "tokens",
    "unfolded",
]


@dataclass(frozen=True, slots=True)
class Word:
    """All that the room knows of a word."""

    form: str
    """As written, NFC."""
    key: str
    """See `folding.key`; of the form without an ending after an apostrophe."""
    lemmas: tuple[str, ...]
    """Dictionary forms, the likelier first."""
    parts: tuple[str, ...]
    """The parts of a compound in lower case, the head of it last; the words of an address; empty for a simple word."""
    stem: str
    """Stem class: weak, see `stems`."""


@lru_cache(maxsize=65536)
def analyse(word: str) -> Word:
    """Return what `word` is; loads the lexicon at the first call."""
    form = nfc(word)
    plain = bare(form)
    meant = unfolded(plain.lower())
    found = address_parts(plain) or parts(plain if meant == plain.lower() else meant)
    return Word(form, key(plain), lemmas(form), found, stem(meant))


def terms(text: str) -> tuple[str, ...]:
    """Return the keys by which `text` is found, in reading order and with repetitions.

    For each word that is no stop word: the keys of its lemmas, then of the
    lemmas of its parts. A cut word counts as the whole word it stands for:
    *top-* in *top- og mellemledere* is *topledere*.
    """
    words = (filled(token.text, token.partner) or token.text for token in tokens(text))
    return tuple(term for word in words if not is_stop_word(word) for term in _terms(word))


@lru_cache(maxsize=65536)
def _terms(word: str) -> tuple[str, ...]:
    known = analyse(word)
    found = (*known.lemmas, *(lemma for part in known.parts for lemma in lemmas(part)))
    return tuple(dict.fromkeys(key(lemma) for lemma in found))
