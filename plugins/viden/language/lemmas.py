"""The dictionary forms of a word: every reading, not the likeliest one.

Order: our own table of exceptions, readings that the rules of inflection make
and the lexicon confirms, the lexicon's own reading, the last part of a
hyphenated word, the word itself. simplemma's lexicon is read at the first call
(about half a second), so nothing that only starts a program may call this.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Protocol

from .folding import nfc
from .inflection import forms
from .words import bare

EXCEPTIONS: dict[str, tuple[str, ...]] = {
    # The lexicon gives the rarer reading alone.
    "leder": ("leder", "lede"),
    "ledere": ("leder",),
    "pas": ("pas", "passe"),
    "passet": ("pas", "passe"),
    "server": ("server", "servere"),
    "kurser": ("kursus", "kurs"),
    "kursers": ("kursus", "kurs"),
    "kurserne": ("kursus", "kurs"),
    "kursernes": ("kursus", "kurs"),
    "valgte": ("vælge", "valgt"),
    "valgt": ("vælge", "valgt"),
    "unge": ("ung", "unge"),
    "unges": ("ung", "unge"),
    "banket": ("banket", "banke"),
    "listen": ("liste", "list"),
    "ældre": ("ældre", "gammel"),
    "mål": ("mål", "måle"),
    "læring": ("læring",),
    "udsatte": ("udsat", "udsætte"),
    "udsattes": ("udsat", "udsætte"),
    "handicappede": ("handicappet", "handicappe"),
    "data": ("data",),
    "egne": ("egen", "egn"),
    "syge": ("syg", "syge"),
    "korte": ("kort", "korte"),
    "døve": ("døv", "døve"),
    "blinde": ("blind", "blinde"),
    "stram": ("stram", "stramme"),
    "værste": ("slem", "værst"),
    "lod": ("lade", "lod"),
    "steg": ("stige", "stege", "steg"),
    "så": ("så", "se"),
    "ved": ("ved", "vide"),
    # Function words that look like forms of something else.
    "den": ("den",), "dem": ("dem",), "de": ("de",), "der": ("der",), "for": ("for",), "om": ("om",), "en": ("en",),
    "et": ("et",), "men": ("men",), "var": ("være", "var"), "har": ("have",), "er": ("være",), "os": ("os",),
}  # fmt: skip
"""Form → lemmas, the likelier first."""

TRUSTED = (
    "leder",
    "kursus",
    "server",
    "pris",
    "bog",
    "maler",
    "center",
    "låner",
    "hal",
    "test",
    "måling",
    "udvalg",
    "tolk",
)
"""Words whose every form has them as its first reading: in this domain the lexicon's other reading is the rarer."""

_ENDINGS = (
    "ernes", "enes", "erne", "ene", "edes", "ede", "ende", "este", "ere", "ens", "ets", "ers", "est", "en", "et", "er",
    "nes", "ne", "te", "es", "de", "e", "n", "r", "t", "s",
)  # fmt: skip
_WITNESSES = 2
"""How many forms of a candidate the lexicon must trace back to it."""

_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 5
"""Letters of the parts of an unknown compound (chosen: shorter tails are found inside names)."""


class _Lexicon(Protocol):
    def get_lemma(self, token: str, lang: str) -> str | None: ...


@cache
def _lexicon() -> _Lexicon:
    from simplemma.strategies import DictionaryLookupStrategy

    lexicon: _Lexicon = DictionaryLookupStrategy()
    return lexicon


@lru_cache(maxsize=65536)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the dictionary forms of `word`, the likelier first; never empty."""
    form = bare(nfc(word))
    low = form.lower()
    if low in EXCEPTIONS:
        return EXCEPTIONS[low]
    if "-" in low:
        head, _, last = low.rpartition("-")
        return tuple(f"{head}-{lemma}" for lemma in lemmas(last))
    found = dict.fromkeys((*_trusted().get(low, ()), *_read(form), *_confirmed(low)))
    return tuple(found or dict.fromkeys(_tail(low))) or (low,)


@cache
def _trusted() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word in TRUSTED:
        for form in forms(word):
            table[form] = (*table.get(form, ()), word)
    return table


def _read(form: str) -> Iterator[str]:
    lemma = _lexicon().get_lemma(form.lower(), "da") or _lexicon().get_lemma(form, "da")
    if lemma or (form.lower().endswith("s") and (lemma := _lexicon().get_lemma(form.lower()[:-1], "da"))):
        yield lemma.lower()


def _confirmed(form: str) -> Iterator[str]:
    """Yield words of which `form` is an inflection by our rules, if the lexicon knows other forms of them."""
    for candidate in _candidates(form):
        family = forms(candidate)
        if form in family and _traced(candidate, family, form) >= _WITNESSES:
            yield candidate


def _tail(form: str) -> Iterator[str]:
    """Yield the reading of a compound that no lexicon has: its longest known last part, inflected back."""
    for cut in range(_SHORTEST_HEAD, len(form) - _SHORTEST_TAIL + 1):
        lemma = _lexicon().get_lemma(form[cut:], "da")
        if lemma and lemma.islower() and form[cut:] in forms(lemma):
            yield form[:cut] + lemma
            return


def _candidates(form: str) -> tuple[str, ...]:
    cut = [form[: -len(e)] for e in _ENDINGS if form.endswith(e) and len(form) - len(e) >= 3]
    undoubled = [c[:-1] for c in cut if len(c) > 3 and c[-1] == c[-2]]
    return tuple(dict.fromkeys((form, *cut, *(c + "e" for c in cut), *undoubled)))


def _traced(candidate: str, family: tuple[str, ...], without: str) -> int:
    lookup = _lexicon().get_lemma
    return sum(lookup(form, "da") == candidate for form in family if form not in (without, candidate))
