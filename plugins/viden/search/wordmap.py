"""Making the word map of a site: analysis of its words, their inflections, and what its compounds show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..language import analyse, forms, is_stop_word
from .compounds import seams
from .lexicon import Entry, Lexicon, order

SHORTEST_INFLECTED = 3

Entries = dict[str, Entry]


def lexicon(articles_by_word: Mapping[str, int]) -> Lexicon:
    """Return the word map of a site whose forms stand in so many articles each."""
    entries = {form: entry(form, count) for form, count in articles_by_word.items()}
    for part in sorted({part for e in entries.values() for part in e.parts}):
        entries.setdefault(part, entry(part))
    known = dict(entries)
    _inflect(known)
    for form, found in entries.items():
        if found.lemmas and not found.parts:
            entries[form] = _shown(found, known)
    _inflect(entries)
    return Lexicon(tuple(sorted(entries.values(), key=lambda e: order(e.form))))


def entry(form: str, articles: int = 0) -> Entry:
    """Return the entry of a form that stands in so many articles."""
    frequency = articles.bit_length()
    if is_stop_word(form):
        return Entry(form, frequency=frequency)
    word = analyse(form)
    lemmas = tuple(dict.fromkeys(lemma.lower() for lemma in word.lemmas))
    if word.parts and lemmas == (form,):
        lemmas = _as_its_head(form, word.parts[-1], analyse(word.parts[-1]).lemmas)
    return Entry(form, lemmas, parts_of(form), word.stem, frequency)


def parts_of(form: str) -> tuple[str, ...]:
    """Return the lemmas of the parts of a compound; of a word with hyphens, those of its pieces."""
    parts = analyse(form).parts
    if not parts and "-" in form:
        parts = tuple(piece for piece in form.split("-") if len(piece) > 1 and not is_stop_word(piece))
    return tuple(dict.fromkeys(lemma.lower() for part in parts for lemma in analyse(part).lemmas))


def _shown(found: Entry, entries: Mapping[str, Entry]) -> Entry:
    """Return the entry with the parts that the site's own words show in it."""
    pairs = list(seams(found.form, lambda part: bool(part in entries and entries[part].lemmas)))
    parts = (lemma for pair in pairs for part in pair for lemma in entries[part].lemmas)
    lemmas = found.lemmas
    if pairs and lemmas == (found.form,):
        lemmas = _as_its_head(found.form, pairs[0][1], entries[pairs[0][1]].lemmas)
    return replace(found, lemmas=lemmas, parts=tuple(dict.fromkeys(p for p in parts if p not in lemmas)))


def _as_its_head(form: str, head: str, lemmas: Iterable[str]) -> tuple[str, ...]:
    """Return the lemmas of a compound that no dictionary knows: it is inflected as its head is."""
    if not form.endswith(head):
        return (form,)
    return tuple(form.removesuffix(head) + lemma.lower() for lemma in lemmas)


def _inflect(entries: Entries) -> None:
    """Add the forms of all lemmas that the site does not use; a form of two lemmas gets both."""
    for lemma in sorted({lemma for e in entries.values() for lemma in e.lemmas}):
        if lemma.isalpha() and len(lemma) >= SHORTEST_INFLECTED:
            _add_forms(entries, lemma)


def _add_forms(entries: Entries, lemma: str) -> None:
    base = entries.get(lemma) or entry(lemma)
    for form in forms(lemma):
        known = entries.get(form)
        if known is None:
            entries[form] = replace(base, form=form, lemmas=(lemma,), frequency=0)
        elif not known.frequency and lemma not in known.lemmas:
            entries[form] = replace(known, lemmas=tuple(sorted((*known.lemmas, lemma))))
