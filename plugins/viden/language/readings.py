"""Which dictionary forms a form can come from, the likelier first, by what the dictionary says of them.

Nobody counted how often each reading is meant; what decides is the way the
form is made. A vowel that changes is a mark of the commonest words (*stod* is
from *stå*), a definite noun is commoner than a verb made a noun (*skatten* is
not from *skatte*), a present tense commoner than the person who does it
(*skriver*). The order of the ways was checked against hand-made lemmas of
running text, see docs/decisions/0038-lemmas-from-the-dictionary-alone.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from functools import lru_cache

from .irregular import IN_E, PLURALS, RARE
from .lexicon import entry, headwords_of


class Way(IntEnum):
    """How a form is made of a headword, the likelier way first."""

    CHANGED = 0
    """The stem's vowel changes; or the passive, which looks like a genitive."""
    ITSELF = 1
    INFLECTED = 2
    """A form of a noun or an adjective."""
    PRESENT = 3
    PAST = 4
    """The past of a weak verb, or its participle."""
    DERIVED = 5
    """A word of its own, but made of another reading: the person who does it, a participle used as adjective."""
    NEVER = 6
    """Counts only where there is no other reading: imperatives, infinitives made nouns, plurals listed twice."""


_PAST_IS_STEM = ("løbe", "komme", "sove", "hedde")
"""Verbs whose past looks like the imperative."""


@lru_cache(maxsize=65536)
def readings(form: str) -> tuple[str, ...]:
    """Return the headwords of which `form`, in lower case, is a form; empty where the dictionary has none."""
    words = headwords_of(form)
    if len(words) > 1:
        ways = {word: way(form, word, words) for word in words}
        best = min(ways.values())
        words = tuple(sorted((w for w in words if ways[w] < Way.NEVER or best == Way.NEVER), key=ways.__getitem__))
    return tuple(dict.fromkeys(_singular(word) for word in words))


def is_verb(word: str) -> bool:
    """Whether the dictionary has a verb of that infinitive; it has some strong ones without a word class."""
    known = entry(word)
    if known is None:
        return False
    signs = {word + "nde", word + "ende"} if known.kinds else {word + "nde", word + "ende", word + "r"}
    return "v" in known.kinds or not signs.isdisjoint(known.forms)


def way(form: str, word: str, words: Iterable[str]) -> Way:
    """Return how `form` is made of `word`, beside the other words of which it may be a form."""
    if word in RARE:
        return Way.DERIVED
    if word == form:
        return _way_of_headword(word, [other for other in words if other != word])
    if form.endswith("s") and word in headwords_of(form[:-1]):
        if is_verb(word) and form == word + "s":
            return Way.CHANGED
        return max(way(form[:-1], word, headwords_of(form[:-1])), Way.INFLECTED)
    return _way_of_verb(form, word) if is_verb(word) else _way_of_noun(form, word, words)


def _way_of_headword(word: str, others: list[str]) -> Way:
    if _is_listed_twice(word, others):
        return Way.NEVER
    if word.endswith("e"):
        is_usual = word in IN_E or (len(word) > 6 and word.endswith("ere"))
        return Way.ITSELF if is_usual or not any(map(_bears_e(word), others)) else Way.DERIVED
    verbs = [other for other in others if is_verb(other)]
    if _is_doer(word) and not {word[:-1], word[:-2]}.difference(RARE).isdisjoint(others):
        return Way.DERIVED  # *skriver* beside *skrive*, *farver* beside *farve*
    if "a" in _kinds(word) and not word.endswith("nde"):
        made = any(_is_participle(word, verb) for verb in verbs)
        if made or any(word in (other + "et", other + "t") for other in others):
            return Way.DERIVED  # *behandlet* beside *behandle*, *kødet* beside *kød*
    return Way.ITSELF


def _is_doer(word: str) -> bool:
    """Whether a noun in *-er* is inflected as those who do something are (*skrivere*); *filter* and *kvarter* are not."""
    known = entry(word)
    return known is not None and word.endswith("er") and (known.kinds == "p" or word + "e" in known.forms)


def _is_listed_twice(word: str, others: list[str]) -> bool:
    """Whether the headword is a form of another that the dictionary lists as a word too."""
    kinds = _kinds(word)
    if kinds == "p":
        return any("n" in _kinds(other) for other in others)  # *bønder* beside *bonde*
    if kinds:
        return False
    known = entry(word)
    # *talen* beside *tale*, but not *næsten* beside *næste*
    if known and word + "s" in known.forms and any(word == other + "n" for other in others):
        return True
    # *trygt* beside *tryg*, *højere* beside *høj*
    return word.endswith(("t", "ere", "st")) and any(not is_verb(other) and _kinds(other) != "n" for other in others)


def _bears_e(form: str) -> Callable[[str], bool]:
    """Return whether a word has `form` as its plural: *syge* is commoner as a form of *syg*, *ture* as one of *tur*."""

    def bears(word: str) -> bool:
        if is_verb(word) or form not in (word + "e", word + word[-1] + "e", word[:-2] + word[-1] + "e"):
            return False
        return "n" not in _kinds(word) or "a" in _kinds(word) or is_verb(form)

    return bears


def _way_of_noun(form: str, word: str, words: Iterable[str]) -> Way:
    others = [other for other in words if other != word]
    if _kinds(word) == "p" and others:
        return Way.NEVER  # *bønderne* beside *bonde*
    if any(word in (other + "st", other + "est") for other in others):
        return Way.NEVER  # *højeste* beside *høj*
    if "a" in _kinds(word) and any(is_verb(other) and _is_participle(word, other) for other in others):
        return Way.DERIVED  # *behandlede* of *behandlet* beside *behandle*
    return Way.CHANGED if _is_changed(form, word) else Way.INFLECTED


def _is_participle(word: str, verb: str) -> bool:
    """Whether an adjective is the verb's participle: *behandlet*, *vedtagen*; but *vågen* is not that of *våge*."""
    if word.endswith("t"):
        return not verb.startswith(word)
    known = entry(verb)
    return word.endswith("en") and known is not None and verb + "de" not in known.forms


def _way_of_verb(form: str, word: str) -> Way:
    if _is_changed(form, word) and not form.endswith("en"):
        return Way.CHANGED
    if word.startswith(form):
        return Way.PAST if word.endswith(_PAST_IS_STEM) else Way.NEVER
    if form == word + "n" and "n" not in _kinds(word):
        return Way.NEVER  # the imperative; *skatten* of *skatte*
    if form == word + "r" or ("n" in _kinds(word) and form in (word + "n", word + "rne")):
        return Way.PRESENT
    return Way.PAST


def _is_changed(form: str, word: str) -> bool:
    """Whether the stem is another one, and not only the ending."""
    if form[0] != word[0] and len(form) < len(word):
        return False
    stem = word[:-2] if len(word) > 3 else word.removesuffix("e")
    return not form.startswith(stem)


def _singular(word: str) -> str:
    """Return the singular of a plural that the dictionary does not join to it."""
    if _kinds(word) == "p":
        for plural, singular in PLURALS.items():
            if word.endswith(plural):
                return word.removesuffix(plural) + singular
    return word


def _kinds(word: str) -> str:
    known = entry(word)
    return known.kinds if known else ""
