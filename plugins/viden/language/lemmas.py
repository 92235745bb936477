"""The dictionary forms of a word: every reading, not the likeliest one.

Order: our own table of exceptions; the readings of the dictionary; the last
part of a hyphenated word or of a compound, bent back; an ending that is put on
any new word; the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .compounds import parts
from .folding import nfc
from .inflection import forms
from .lexicon import ends_compound, entry, modifiers
from .readings import is_verb, readings
from .stopwords import HELPERS, is_stop_word
from .unfolding import unfolded
from .words import HYPHENS, bare

EXCEPTIONS: dict[str, tuple[str, ...]] = {
    # In this domain the rarer by its making is the commoner.
    "leder": ("leder", "lede"),
    "ledere": ("leder",),
    "pas": ("pas", "passe"),
    "passer": ("passe", "passer"),
    "passet": ("pas", "passe"),
    "server": ("server", "servere"),
    "servere": ("server", "servere"),
    "kurser": ("kursus", "kurs"),
    "kursers": ("kursus", "kurs"),
    "kurserne": ("kursus", "kurs"),
    "kursernes": ("kursus", "kurs"),
    "faren": ("fare", "far"),
    "runden": ("runde",),
    "runder": ("runde",),
    "hylden": ("hylde",),
    "medier": ("medie", "medium"),
    "mediet": ("medie", "medium"),
    "sparer": ("spare", "sparer"),
    "starter": ("starte", "start", "starter"),
    "pleje": ("pleje",),
    # An adjective used as a noun: both are asked for.
    "valgte": ("vælge", "valgt"),
    "valgt": ("vælge", "valgt"),
    "unge": ("ung", "unge"),
    "unges": ("ung", "unge"),
    "ældre": ("ældre", "gammel"),
    "ældres": ("ældre", "gammel"),
    "ansatte": ("ansat", "ansætte"),
    "ansattes": ("ansat", "ansætte"),
    "udsatte": ("udsat", "udsætte"),
    "udsattes": ("udsat", "udsætte"),
    "handicappede": ("handicappet", "handicappe"),
    "syge": ("syg", "syge"),
    "korte": ("kort", "korte"),
    "døve": ("døv", "døve"),
    "blinde": ("blind", "blinde"),
    # The imperative is as common as the noun of the same shape.
    "mål": ("mål", "måle"),
    "kort": ("kort", "korte"),
    "svar": ("svar", "svare"),
    "hjælp": ("hjælp", "hjælpe"),
    # Plurals that are words of their own to a reader, or forms older than their word.
    "data": ("data",),
    "fædrene": ("far",),
    "fædrenes": ("far",),
    "øjne": ("øje",),
    "øjnene": ("øje",),
    "navne": ("navn",),
    "lidt": ("lidt",),
    "mindst": ("mindst", "lille", "lidt"),
    "mindste": ("mindst", "lille"),
    "sidste": ("sidste", "sidst"),
    "første": ("første", "først"),
    "hed": ("hedde", "hed"),
    "gør": ("gøre",),
    "egne": ("egen", "egn"),
    "små": ("lille", "små"),
    "smås": ("lille", "små"),
    "mindre": ("mindre", "lille", "lidt"),
    # Comparatives of another root.
    "flere": ("mange", "flere"),
    "flest": ("mange", "flest"),
    "fleste": ("mange", "flest"),
    "mere": ("meget", "mere"),
    "mest": ("meget", "mest"),
    "meste": ("meget", "mest"),
    "værre": ("slem", "værre"),
    "værst": ("slem", "værst"),
    "værste": ("slem", "værst"),
    "alt": ("al", "alt"),
    "alle": ("alle", "al"),
    # Verbs of one syllable in the present, beside nouns that are rarer here.
    "får": ("få", "får"),
    "går": ("gå", "går"),
    "bor": ("bo", "bor"),
    "dør": ("dør", "dø"),
    "lod": ("lade", "lod"),
    "steg": ("stige", "stege", "steg"),
    "så": ("så", "se"),
    "set": ("se",),
    "ved": ("ved", "vide"),
    "fik": ("få",),
    "fået": ("få",),
    "lader": ("lade",),
    "bør": ("burde", "bør"),
    "måttet": ("måtte",),
    "haft": ("have",),
    "gjort": ("gøre",),
    "gjorde": ("gøre",),
    "kan": ("kunne",),
    "skal": ("skulle", "skal"),
    "vil": ("ville",),
    "må": ("måtte",),
    "synes": ("synes", "syne"),
    "mente": ("mene", "mente"),
    "holdt": ("holde",),
    "taget": ("tage", "tag"),
    # Function words that look like forms of something else.
    "den": ("den",), "dem": ("dem",), "de": ("de",), "der": ("der",), "for": ("for",), "om": ("om",), "en": ("en",),
    "et": ("et",), "men": ("men",), "var": ("være", "var"), "har": ("have",), "er": ("være",), "os": ("os",),
    "og": ("og",), "at": ("at",), "på": ("på",), "som": ("som",), "med": ("med",), "til": ("til",), "af": ("af",),
}  # fmt: skip
"""Form → lemmas, the likelier first."""

TRUSTED = (
    "leder",
    "lærer",
    "borger",
    "ansøger",
    "forsker",
    "låner",
    "maler",
    "medarbejder",
    "rådgiver",
    "vejleder",
    "kursus",
    "server",
    "lager",
)
"""Words whose every form has them as its first reading: in this domain the dictionary's other reading is the rarer."""

_HELPERS = frozenset(HELPERS.split())
"""The stop words that are inflected; of the others the word itself is the first reading."""
_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 5
"""Letters of the parts of an unknown compound (chosen: shorter tails are found inside names)."""

_PARTICIPLE = re.compile("(.+)(?:et|ets|ede|edes)")
_ENDINGS = ("ernes", "enes", "erne", "ene", "ens", "ets", "ers", "en", "et", "er", "s")
"""Endings that a noun may get beside those that the dictionary gives it: *appene*, *teamene*."""
_SAFE = {"ingen": "ing", "ingens": "ing", "inger": "ing", "ingerne": "ing", "ingernes": "ing", "ings": "ing"}
"""Ending of a word that nobody knows → the ending of its dictionary form."""


@lru_cache(maxsize=65536)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the dictionary forms of `word`, in lower case, the likelier first; never empty."""
    form = nfc(word)
    low = unfolded(bare(form).lower())
    if low in EXCEPTIONS:
        return EXCEPTIONS[low]
    if "-" in low:
        return tuple(_before(low, low.rpartition("-")[2]))
    if form[-1:] in HYPHENS and low in (cut := modifiers(low)):
        return tuple(dict.fromkeys(lemma for head in cut[low] for lemma in lemmas(head.rstrip("-"))))
    found = dict.fromkeys(
        (*((low,) if is_stop_word(low) and low not in _HELPERS else ()), *_trusted().get(low, ()), *readings(low))
    )
    return tuple(found or dict.fromkeys(_tail(low)) or dict.fromkeys(_bent(low))) or (low,)


@cache
def _trusted() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word in TRUSTED:
        for form in forms(word):
            table[form] = (*table.get(form, ()), word)
    return table


def _tail(form: str) -> Iterator[str]:
    """Yield the readings of a compound that the dictionary lacks: it is inflected as its last part.

    Without a seam that the room vouches for, the longest known last part serves.
    """
    if seamed := parts(form):
        yield from _before(form, seamed[-1])
        return
    for cut in range(_SHORTEST_HEAD, len(form) - _SHORTEST_TAIL + 1):
        if ends_compound(form[cut:]):
            yield from _before(form, form[cut:])
            return


def _before(form: str, last: str) -> Iterator[str]:
    """Yield the readings of the last part after what stands before it.

    A compound is a noun or an adjective where it can be, hardly a new verb:
    *markedsnoterede* is from *markedsnoteret*.
    """
    found = lemmas(last)
    head = form.removesuffix(last)
    named = [lemma for lemma in found if (known := entry(lemma)) and known.kinds not in ("", "v")]
    named.sort(key=is_verb)  # *drevet* is from *drive*, but *fællesdrevet* from *fællesdrev*
    if not named and (participle := _PARTICIPLE.fullmatch(last)) and is_verb(found[0]):
        named = [participle[1] + "et"]
    yield from (head + lemma for lemma in (named or found))


def _bent(form: str) -> Iterator[str]:
    """Yield a known noun with an ending that the dictionary does not give it, or a new word in *-ing*."""
    for ending in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form:
            for noun in (stem, stem[:-1] if stem[-2:-1] == stem[-1:] else ""):
                known = entry(noun) if len(noun) >= _SHORTEST_HEAD else None
                if known and "n" in known.kinds:
                    yield noun
                    return
    for ending, base in _SAFE.items():
        if form.endswith(ending) and len(form) > len(ending) + _SHORTEST_HEAD:
            yield form.removesuffix(ending) + base
            return
