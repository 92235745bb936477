"""From a query to concepts: what each of its words may stand for in the index.

`theme/static/js/search-engine.js` does the same with the same word map; a
test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..language import key, loose_key
from .compounds import seams
from .lexicon import Entry, Lexicon
from .scorer import (
    EXACT,
    JOINED,
    LEMMA,
    LOOSELY,
    OTHER_WORD,
    PART,
    PREFIX,
    PREFIX_OF_KNOWN,
    REPAIRED,
    SPLIT_WEIGHT,
    STEM,
    WEIGHTS,
    Concept,
    Term,
)
from .spelling import lookalikes, repair
from .wording import Asked, Query

SHORTEST_PREFIX = 3
MOST_ENDINGS = 24
"""Forms that one unfinished word may stand for; the more common first."""
LINKS = ("", "s", "e")

Weighed = dict[Term, float]


@dataclass(frozen=True, slots=True)
class Understood:
    """A query, ready to be looked up."""

    concepts: tuple[Concept, ...]
    """Any of them may be missing from an article."""
    required: tuple[Concept, ...]
    """Words of quoted phrases: an article without one of them is no hit."""
    excluded: tuple[Concept, ...]
    phrases: tuple[tuple[str, ...], ...]
    """Keys of the words of each phrase, to be found side by side."""
    did_you_mean: str
    """The query with its repaired words in place, or empty."""
    unknown: tuple[str, ...]
    """Words that no article uses and nothing stands for."""
    near: tuple[str, ...]
    """The site's words that look most like the unknown ones."""


def understand(query: Query, words: Lexicon) -> Understood:
    """Return what the query asks for, word by word."""
    joined = _joined(query, words)
    concepts: list[Concept] = []
    repaired: list[tuple[Asked, str]] = []
    unknown: list[Asked] = []
    for place, asked in enumerate(query.words):
        if asked.phrase or asked.is_excluded:
            continue
        found = _merged(known(asked, words), joined.get(place, {}), _endings(asked, words))
        if found:
            concepts.append(_concept(asked.form, found))
        elif meant := repair(asked.loose, words):
            repaired.append((asked, meant.form))
            concepts.append(_concept(asked.form, weighed(meant, REPAIRED)))
        else:
            split = _split(asked, words)
            concepts += split
            unknown += [] if split else [asked]
    quoted = [w for w in query.words if w.phrase]
    return Understood(
        concepts=tuple(concepts),
        required=tuple(_concept(w.form, _spellings(w, words)) for w in quoted),
        excluded=tuple(_concept(w.form, _own(w, words)) for w in query.words if w.is_excluded),
        phrases=tuple(tuple(w.key for w in quoted if w.phrase == n) for n in sorted({w.phrase for w in quoted})),
        did_you_mean=_corrected(query.text, repaired),
        unknown=tuple(query.text[w.start : w.end] for w in unknown),
        near=tuple(dict.fromkeys(form for w in unknown for form in lookalikes(w.loose, words))),
    )


def known(asked: Asked, words: Lexicon) -> Weighed:
    """Return the terms of every form that the word may be.

    Forms with the same key are the same word (Aarhus and Århus); those that
    share the coarse key alone count little where there is a better one (kor
    is not kør).
    """
    entries = words.lookup(asked.loose)
    has_better = any(key(e.form) == asked.key for e in entries)
    other = OTHER_WORD if has_better else LOOSELY
    return _merged(*(weighed(e, 1.0 if key(e.form) == asked.key else other) for e in entries))


def weighed(entry: Entry, share: float) -> Weighed:
    """Return the terms that a form stands for in a query, with their weights."""
    if not entry.lemmas:
        return {(EXACT, entry.form): share}
    return _merged(
        {(EXACT, entry.form): WEIGHTS[EXACT] * share},
        {(LEMMA, lemma): WEIGHTS[LEMMA] * share for lemma in entry.lemmas},
        {(PART, lemma): WEIGHTS[PART] * share for lemma in entry.lemmas},
        {(STEM, entry.stem): WEIGHTS[STEM] * share} if entry.stem else {},
        {(kind, part): SPLIT_WEIGHT * share for kind in (LEMMA, PART) for part in entry.parts},
    )


def _endings(asked: Asked, words: Lexicon) -> Weighed:
    """Return the forms that the word, still being typed, may become."""
    if not asked.is_unfinished or len(asked.loose) < SHORTEST_PREFIX:
        return {}
    share = PREFIX_OF_KNOWN if words.lookup(asked.loose) else PREFIX
    found = sorted(words.beginning(asked.loose), key=lambda e: (-e.frequency, e.form))[:MOST_ENDINGS]
    return {(EXACT, e.form): share for e in found}


def _joined(query: Query, words: Lexicon) -> dict[int, Weighed]:
    """Return, for each word by its place, what it and its neighbour are when written as one."""
    found: dict[int, Weighed] = {}
    for place, (a, b) in enumerate(zip(query.words, query.words[1:])):
        if a.phrase or b.phrase or a.is_excluded or b.is_excluded or query.text[a.end : b.start].strip():
            continue
        for link in LINKS:
            for entry in words.lookup(loose_key(a.form + link + b.form)):
                if entry.frequency and entry.lemmas:
                    terms = {(LEMMA, lemma): JOINED for lemma in entry.lemmas}
                    found[place] = _merged(found.get(place, {}), terms)
                    found[place + 1] = _merged(found.get(place + 1, {}), terms)
    return found


def _split(asked: Asked, words: Lexicon) -> list[Concept]:
    """Return the two parts of a compound that the site lacks, as concepts of their own; else nothing."""
    pairs = seams(asked.form, lambda part: any(e.lemmas for e in words.lookup(loose_key(part))))
    pair = max(pairs, key=lambda row: min(map(len, row)), default=())
    return [_concept(part, _merged(*(weighed(e, 1.0) for e in words.lookup(loose_key(part))))) for part in pair]


def _spellings(asked: Asked, words: Lexicon) -> Weighed:
    """Return the forms that are the same word inside quotes: case, hyphen and å/aa do not count."""
    return {(EXACT, e.form): 1.0 for e in words.lookup(asked.loose) if key(e.form) == asked.key}


def _own(asked: Asked, words: Lexicon) -> Weighed:
    """Return the terms that an excluded word shuts out: itself and its inflections, not its look-alikes."""
    return {term: weight for term, weight in known(asked, words).items() if term[0] == LEMMA and weight >= LOOSELY}


def _merged(*parts: Weighed) -> Weighed:
    """Return all terms of the parts, each with its greatest weight."""
    found: Weighed = {}
    for part in parts:
        for term, weight in part.items():
            found[term] = max(weight, found.get(term, 0.0))
    return found


def _concept(word: str, terms: Weighed) -> Concept:
    return Concept(word, tuple(sorted(terms.items(), key=lambda row: (-row[1], row[0]))))


def _corrected(text: str, repaired: Iterable[tuple[Asked, str]]) -> str:
    """Return the query with the repaired words put in, last first, or an empty string."""
    rows = list(repaired)
    for asked, form in reversed(rows):
        text = text[: asked.start] + form + text[asked.end :]
    return " ".join(text.split()) if rows else ""
