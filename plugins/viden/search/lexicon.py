"""The word map: every form a query may use, and the index terms that it leads to.

It holds the site's words and the inflections of their lemmas, so that a query
needs no dictionary: neither the browser nor the shell analyses anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ..language import analyse, forms, is_stop_word, loose_key
from .compounds import seams

SHORTEST_INFLECTED = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A form and what it stands for."""

    form: str
    """As written, in lower case."""
    lemmas: tuple[str, ...] = ()
    """All readings; none for a stop word."""
    parts: tuple[str, ...] = ()
    """Lemmas of the parts of a compound, in order."""
    stem: str = ""
    frequency: int = 0
    """How common it is on the site: 1 + log2 of the articles that use it; 0 for a form that none uses."""


@dataclass(frozen=True)
class Lexicon:
    """Entries by the coarse key of their forms."""

    entries: tuple[Entry, ...]
    """In the order of `order`."""

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(loose_key(entry.form), []).append(entry)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def by_form(self) -> Mapping[str, Entry]:
        return {entry.form: entry for entry in self.entries}

    @cached_property
    def spellings(self) -> Mapping[str, tuple[Entry, ...]]:
        """The words that a misspelt one may have meant, by the first letter of their key."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if may_be_meant(entry):
                found.setdefault(loose_key(entry.form)[0], []).append(entry)
        return {letter: tuple(rows) for letter, rows in found.items()}

    def lookup(self, key: str) -> tuple[Entry, ...]:
        """Return the entries whose coarse key that is."""
        return self.by_key.get(key, ())

    def beginning(self, key: str) -> tuple[Entry, ...]:
        """Return the site's words whose coarse key begins with `key` and is longer."""
        return tuple(
            e for k, rows in self.by_key.items() if k.startswith(key) and k != key for e in rows if e.frequency
        )


def may_be_meant(entry: Entry) -> bool:
    """Whether a slip of the finger may be read as that word."""
    return entry.frequency > 0 and entry.form.isalpha() and len(loose_key(entry.form)) >= 3


def order(text: str) -> tuple[bytes, bytes]:
    """Return the sort key of a form or term: coarse key first, both as JavaScript compares strings."""
    return script_order(loose_key(text)), script_order(text)


def script_order(text: str) -> bytes:
    """Return bytes that sort as JavaScript sorts strings, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def lexicon(articles_by_word: Mapping[str, int]) -> Lexicon:
    """Return the word map of a site whose forms stand in so many articles each."""
    entries = {form: entry(form, count) for form, count in articles_by_word.items()}
    for part in sorted({part for e in entries.values() for part in e.parts}):
        entries.setdefault(part, entry(part))
    for lemma in sorted({lemma for e in entries.values() for lemma in e.lemmas}):
        if lemma.isalpha() and len(lemma) >= SHORTEST_INFLECTED:
            _add_inflections(entries, lemma)
    for form, found in tuple(entries.items()):
        if found.lemmas and not found.parts:
            entries[form] = replace(found, parts=_shown_parts(form, entries))
    return Lexicon(tuple(sorted(entries.values(), key=lambda e: order(e.form))))


def entry(form: str, articles: int = 0) -> Entry:
    """Return the entry of a form that stands in so many articles."""
    frequency = articles.bit_length()
    if is_stop_word(form):
        return Entry(form, frequency=frequency)
    word = analyse(form)
    lemmas = tuple(dict.fromkeys(lemma.lower() for lemma in word.lemmas))
    return Entry(form, lemmas, parts_of(form), word.stem, frequency)


def parts_of(form: str) -> tuple[str, ...]:
    """Return the lemmas of the parts of a compound; of a word with hyphens, those of its pieces."""
    parts = analyse(form).parts
    if not parts and "-" in form:
        parts = tuple(piece for piece in form.split("-") if len(piece) > 1 and not is_stop_word(piece))
    return tuple(dict.fromkeys(lemma.lower() for part in parts for lemma in analyse(part).lemmas))


def _shown_parts(form: str, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Return the lemmas of the parts that the site's own words show in a form."""
    pairs = seams(form, lambda part: bool(part in entries and entries[part].lemmas))
    own = entries[form].lemmas
    found = (lemma for pair in pairs for part in pair for lemma in entries[part].lemmas)
    return tuple(dict.fromkeys(lemma for lemma in found if lemma not in own))


def _add_inflections(entries: dict[str, Entry], lemma: str) -> None:
    """Add the forms of the lemma that the site does not use; a form of two lemmas gets both."""
    base = entry(lemma)
    for form in forms(lemma):
        known = entries.get(form)
        if known is None:
            entries[form] = replace(base, form=form, lemmas=(lemma,))
        elif not known.frequency and lemma not in known.lemmas:
            entries[form] = replace(known, lemmas=tuple(sorted((*known.lemmas, lemma))))


def as_line(entry: Entry) -> str:
    """Return the entry as one line of the word map; a lemma equal to the form is written `=`."""
    lemmas = "|".join("=" if lemma == entry.form else lemma for lemma in entry.lemmas)
    frequency = str(entry.frequency) if entry.frequency else ""
    return "\t".join((entry.form, lemmas, "|".join(entry.parts), entry.stem, frequency)).rstrip("\t")


def from_lines(lines: Iterable[str]) -> Lexicon:
    """Return the word map that `as_line` wrote."""
    return Lexicon(tuple(_from_line(line) for line in lines if line))


def _from_line(line: str) -> Entry:
    form, lemmas, parts, stem, frequency = (line.split("\t") + [""] * 4)[:5]
    found = tuple(form if lemma == "=" else lemma for lemma in lemmas.split("|") if lemma)
    return Entry(form, found, tuple(parts.split("|")) if parts else (), stem, int(frequency or 0))
