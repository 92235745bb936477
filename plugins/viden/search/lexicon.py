"""The word map: every form a query may use, and the index terms that it leads to.

It holds the site's words and the inflections of their lemmas, so that a query
needs no dictionary: neither the browser nor the shell analyses anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..language import loose_key


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
    """Whether a slip of the finger may be read as that word: one that the site uses, or its dictionary form."""
    is_used = entry.frequency > 0 or entry.form in entry.lemmas
    return is_used and entry.form.isalpha() and len(loose_key(entry.form)) >= 3


def order(text: str) -> tuple[bytes, bytes]:
    """Return the sort key of a form or term: coarse key first, both as JavaScript compares strings."""
    return script_order(loose_key(text)), script_order(text)


def script_order(text: str) -> bytes:
    """Return bytes that sort as JavaScript sorts strings, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


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
