"""The forms of a Danish word, made by rule.

The tagger needs to know what a term catches before any text is read, and an
editor must be able to read the list; so the forms are made here from endings,
doubled consonants and lost vowels. Word class is guessed from the ending. A
form that does not exist does no harm; a form that is another word does, and
stands in `irregular.CLASHES`. What stands in a phrase has the forms of the
dictionary, `dictionary_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from . import lexicon
from .folding import nfc
from .irregular import (
    ADJECTIVES,
    CLASHES,
    DOUBLING,
    EXTRA,
    NEVER_DOUBLING,
    NOUNS,
    SINGULARS,
    UNINFLECTED,
    VERBS,
)
from .stopwords import is_stop_word

VOWELS = "aeiouyæøåéü"

NOUN_ENDINGS = (
    "ing", "hed", "skab", "tion", "sion", "itet", "isme", "ment", "dom", "ist", "eri", "ur", "log", "graf", "krat",
    "ør", "tor", "sor", "ologi", "ik", "else", "inde",
)  # fmt: skip
"""A word that ends so is a noun and nothing else."""

ADJECTIVE_ENDINGS = ("lig", "isk", "som", "bar", "løs", "fuld", "agtig", "iv", "ær")
"""A word that ends so is mostly an adjective; nouns among them get their forms from `irregular.EXTRA`."""

NOUNS_THOUGH = ("bolig", "liv", "arkiv", "initiativ", "alternativ", "direktiv", "sekretær", "kollektiv", "motiv", "perspektiv",
    "giv", "skriv", "stativ", "militær")  # fmt: skip
"""Nouns whose ending looks like an adjective's."""

_ONLY_NAME = re.compile(r".*\d$|[^a-zæøå]*$|[^aeiouyæøå]{1,3}$|.{1,2}$")
_SHORT_NOUN = re.compile(r"[^aeiouyæøå][aeiouyæøå]$")


@lru_cache(maxsize=16384)
def forms(lemma: str) -> tuple[str, ...]:
    """Return the lemma and its inflected forms in lower case, the lemma first, the others sorted.

    The genitive is among them. An abbreviation, a number or a word of two
    letters stands alone: its endings come after an apostrophe, which
    `words.bare` takes off.
    """
    word = nfc(lemma).strip().lower()
    head, hyphen, last = word.rpartition("-")
    made = {head + hyphen + form for form in _forms(last)} if last else {word}
    made -= set(CLASHES.get(word, "").split())
    return (word, *sorted(made - {word}))


@lru_cache(maxsize=16384)
def dictionary_forms(word: str) -> tuple[str, ...] | None:
    """Return the word and what the dictionary makes of it, the word first; None if it does not know the word.

    A word that is inflected already has only its genitive, a function word
    only itself.
    """
    written = nfc(word).strip().lower()
    known = lexicon.entry(written)
    if known and known.kinds and (not is_stop_word(written) or "v" in known.kinds):
        made = {*known.forms, *EXTRA.get(written, "").split()} - set(CLASHES.get(written, "").split())
    elif is_stop_word(written):
        made = set()
    elif known or lexicon.is_form(written):
        made = set() if written.endswith(("s", "x", "z")) else {written + "s"}
    else:
        return None
    return (written, *sorted(made - {written}))


def _forms(word: str) -> frozenset[str]:
    if _ONLY_NAME.match(word) and not _SHORT_NOUN.match(word):
        return frozenset((word,))
    bare = frozenset(_without_genitive(word)) - set(CLASHES.get(word, "").split())
    return bare | {form + "s" for form in bare if not form.endswith(("s", "x", "z"))}


def _without_genitive(word: str) -> Iterator[str]:
    yield word
    yield from EXTRA.get(word, "").split()
    if word in UNINFLECTED:
        return
    if word in ADJECTIVES:
        yield from ADJECTIVES[word].split()
        return
    if noun := _tail(word, NOUNS):
        yield from _irregular_noun(word, noun)
    if verb := _tail(word, VERBS):
        yield from _irregular_verb(word, verb)
    # *Senat* only looks like a compound of *nat*: it gets the regular forms too.
    if word in (noun, verb):
        return
    if word.endswith("e"):
        yield from _ending_in_e(word)
    elif word[-1] in VOWELS:
        yield from (word + ending for ending in ("en", "et", "n", "t", "er", "erne", "e", "ene"))
    else:
        yield from _ending_in_consonant(word)


def _tail(word: str, table: Container[str]) -> str:
    """Return the longest entry that the word is, or ends with after two letters or more."""
    if word in table:
        return word
    return next((word[cut:] for cut in range(2, len(word) - 2) if word[cut:] in table), "")


def _irregular_noun(word: str, noun: str) -> Iterator[str]:
    head = word[: len(word) - len(noun)]
    plural = head + NOUNS[noun]
    yield head + SINGULARS[noun]
    yield plural
    yield plural + ("ne" if plural.endswith(("r", "e")) else "ene")


def _irregular_verb(word: str, verb: str) -> Iterator[str]:
    head = word[: len(word) - len(verb)]
    yield from (head + form for form in VERBS[verb].split())
    if word.endswith("e"):
        yield word + "r"
        yield word + "nde"


def _ending_in_e(word: str) -> Iterator[str]:
    stem = word[:-1]
    yield from (word + ending for ending in ("n", "r", "rne", "ne"))
    if word.endswith(("else", "inde", "isme")):
        return
    yield from (stem + ending for ending in ("et", "ede", "ende", "te"))
    # *Sende* has *sendt*, but *gode* has no *godt*.
    if not stem.endswith(("t", "d")) or (stem.endswith("d") and word in lexicon.headwords_of(stem + "t")):
        yield stem + "t"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield from (stem[:-1] + ending for ending in ("t", "te"))
    if word.endswith("ere") and len(word) > 6:
        yield stem


def _ending_in_consonant(word: str) -> Iterator[str]:
    if _is_adjective(word):
        yield from _adjective(word)
        return
    stems = _stems(word)
    yield from (stem + ending for stem in stems for ending in ("en", "et", "er", "erne", "e", "ene"))
    yield from _shortened(word)
    if not word.endswith(NOUN_ENDINGS):
        yield from _adjective(word)


def _is_adjective(word: str) -> bool:
    return word.endswith(ADJECTIVE_ENDINGS) and not word.endswith(NOUNS_THOUGH)


def _adjective(word: str) -> Iterator[str]:
    if not word.endswith(("t", "isk", "s")):
        yield word + "t"
    if word.endswith("løs"):
        yield word + "t"
    if word.endswith("et"):
        yield word[:-1] + "de"
    yield from (stem + "e" for stem in _stems(word))
    if word.endswith("ig"):
        yield from (word + ending for ending in ("ere", "st", "ste", "est", "este"))
    elif word.endswith(("som", "fuld")):
        yield from (_stems(word)[-1] + ending for ending in ("ere", "est", "este"))


def _stems(word: str) -> tuple[str, ...]:
    """Return what the endings are put on: the word, or the word with its last consonant doubled, or both.

    Spelling does not tell whether a vowel is short, so a word unknown to the
    tables gets both.
    """
    doubled = word + word[-1]
    if len(word) < 3 or word[-1] not in "bdfgklmnprstz" or word[-2] not in VOWELS or word.endswith(NEVER_DOUBLING):
        return (word,)
    if word[-3] in VOWELS and not word.endswith(("uel", "iel")):
        return (word,)
    return (doubled,) if word.endswith(DOUBLING) else (word, doubled)


def _shortened(word: str) -> Iterator[str]:
    """Yield forms that lose a vowel: *regel → regler*, *center → centre*, *museum → museer*, *våben → våbnene*."""
    if len(word) < 5:
        return
    stem, liquid = word[:-2], word[-1]
    if word.endswith(("el", "er", "en")):
        if stem[-1] == stem[-2]:
            stem = stem[:-1]
        yield from (stem + liquid + ending for ending in ("e", "en", "et", "er", "ene", "erne"))
        if liquid == "r":
            yield word + "ne"
    elif word.endswith(("ium", "eum")):
        yield from (stem + ending for ending in ("er", "et", "erne"))
