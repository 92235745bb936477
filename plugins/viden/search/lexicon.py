"""The word map: every form a query may use, and the index terms that it leads to.

It holds the site's words and the inflections of their lemmas, so that a query
needs no dictionary: neither the browser nor the shell analyses anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..language import loose_key
from .writing import DIGITS


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


def as_line(entry: Entry, before: Entry | None) -> str:
    """Return the entry as a line of the word map, after the line of `before` or as the first.

    One letter for the length of the beginning it shares with the form before
    (in UTF-16 units, 63 at most), the rest of the form, then, apart by tabs,
    lemmas (one equal to the form is `=`), parts, stem and frequency. Where
    lemmas, parts and stem are those of the line before, only a frequency follows.
    """
    shared = _shared(entry.form, before.form) if before else 0
    start = DIGITS[len(script_order(entry.form[:shared])) // 2] + entry.form[shared:]
    frequency = [str(entry.frequency)] if entry.frequency else []
    if before and _meaning(entry) == _meaning(before):
        return "\t".join([start, *frequency])
    lemmas = "|".join("=" if lemma == entry.form else lemma for lemma in entry.lemmas)
    return "\t".join([start, lemmas, "|".join(entry.parts), entry.stem, *frequency])


def as_lines(entries: Iterable[Entry]) -> str:
    """Return entries, in order, as one text."""
    before, lines = None, []
    for entry in entries:
        lines.append(f"{as_line(entry, before)}\n")
        before = entry
    return "".join(lines)


def from_lines(text: str) -> Lexicon:
    """Return the word map that `as_lines` wrote."""
    entries: list[Entry] = []
    for line in text.split("\n"):
        if line:
            entries.append(_from_line(line, entries[-1] if entries else Entry("")))
    return Lexicon(tuple(entries))


def _from_line(line: str, before: Entry) -> Entry:
    start, *more = line.split("\t")
    units = script_order(before.form)[: DIGITS.index(start[0]) * 2]
    form = units.decode("utf-16-be", "surrogatepass") + start[1:]
    if len(more) < 3:
        return Entry(form, before.lemmas, before.parts, before.stem, int(more[0]) if more else 0)
    lemmas = tuple(form if lemma == "=" else lemma for lemma in more[0].split("|") if lemma)
    parts = tuple(part for part in more[1].split("|") if part)
    return Entry(form, lemmas, parts, more[2], int(more[3]) if len(more) > 3 else 0)


def _meaning(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    return entry.lemmas, entry.parts, entry.stem


def _shared(form: str, before: str) -> int:
    """Return how many characters two forms share at the beginning, at most 31."""
    pairs = zip(form[:31], before[:31])
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(31, len(form), len(before)))
