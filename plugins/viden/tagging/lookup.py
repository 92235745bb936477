"""From a written word to the entries it may stand for, quickly.

The tables are built once for a vocabulary. What a written word means is worked
out at its first occurrence and remembered, since a post repeats its words and
posts repeat each other's; the memory changes the speed and never the answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from ..language import bare, is_stop_word, key, parts, scan

WHOLE = 100
TAIL = 100
HEAD = 50
"""What a term counts as the word itself, as the last part of a compound, and as an earlier part, in hundredths."""

MEMORY_LIMIT = 200_000
"""Words remembered before the memory is emptied (chosen: about 30 MB)."""

SHORTEST_TAIL = 3
"""Letters that a cut word must at least borrow from its partner."""

HYPHENS = "-\u2010\u2011\u2013"

LONG = 6
"""Letters from which a word is seldom (chosen: only the speed depends on it)."""

T = TypeVar("T")
Slot = tuple[str, ...]
Pattern = tuple[Slot, ...]
Patterns = tuple[Pattern, ...]


class Row(NamedTuple):
    """What the tables need to know of an entry."""

    area: str
    facet: str
    patterns: Patterns
    place: str
    """In compounds: `begge`, `foerste`, `sidste` or `nej`."""
    gap: int
    claims: bool
    """Whether a compound that is this term is no hint of another area of the facet."""


class Single(NamedTuple):
    entry: int
    part: int
    """`WHOLE`, `TAIL` or `HEAD`."""
    offset: int
    """Where the matching part begins in the written word, for the test of capitals."""


class Phrase(NamedTuple):
    number: int
    """Of the entry or, below zero, of the context: context `c` is -1 - c."""
    slots: tuple[frozenset[str], ...]
    gap: int
    anchor: int
    """The slot by whose words the phrase is looked for: the rarest, so that *gøre* and *i* start no search."""
    second: int
    """The rarest of the others: one of its words must stand near before the phrase is looked at."""

    @property
    def distances(self) -> range:
        """Return how many words after the anchor the second may stand; below zero: before it."""
        nearest = self.second - self.anchor
        furthest = nearest * (1 + self.gap)
        return range(nearest, furthest + 1) if nearest > 0 else range(furthest, nearest + 1)


class Meaning(NamedTuple):
    """What one written word can be a match of."""

    word: str
    """As written."""
    key: str
    """By which the word is compared inside a phrase."""
    singles: tuple[Single, ...]
    phrases: tuple[tuple[int, dict[str, tuple[Phrase, ...]]], ...]
    """Phrases whose anchor the word may be: how far off their second may stand, and by each key that it may have."""
    contexts: tuple[int, ...]
    is_cut: bool
    """Whether the word leans on another, as *top-* and *-kældre* do."""
    is_idle: bool
    """Whether no match can begin with the word or be looked for by it."""


class Lookup:
    """Tables by key; see `meaning` and `completed`."""

    __slots__ = ("areas", "chunks", "claims", "contexts", "facets", "memory", "never", "phrases", "places", "singles")

    def __init__(self) -> None:
        self.singles: dict[str, tuple[int, ...]] = {}
        self.phrases: dict[str, tuple[Phrase, ...]] = {}
        self.contexts: dict[str, tuple[int, ...]] = {}
        self.areas: tuple[str, ...] = ()
        self.facets: tuple[str, ...] = ()
        self.claims: tuple[bool, ...] = ()
        self.places: tuple[str, ...] = ()
        self.never: dict[str, frozenset[str]] = {}
        self.memory: dict[str, Meaning] = {}
        self.chunks: dict[str, tuple[Meaning, ...]] = {}

    @classmethod
    def build(
        cls,
        rows: Iterable[Row],
        contexts: Iterable[Patterns],
        never: Iterable[tuple[str, tuple[str, ...]]],
    ) -> Lookup:
        """Return the tables, entry by entry."""
        table, listed = cls(), list(rows)
        table.areas = tuple(row.area for row in listed)
        table.facets = tuple(row.facet for row in listed)
        table.claims = tuple(row.claims for row in listed)
        table.places = tuple(row.place for row in listed)
        table.never = {area: frozenset(keys) for area, keys in never}
        gaps = [row.gap for row in listed]
        numbered = [*enumerate(row.patterns for row in listed), *((-1 - n, row) for n, row in enumerate(contexts))]
        pairs = [(number, pattern) for number, patterns in numbered for pattern in patterns]
        held = Counter(slot for _, pattern in pairs if len(pattern) > 1 for slot in pattern)
        sets = {slot: frozenset(slot) for slot in held}
        # A function word is common, and so are a short word and one of many phrases; only the speed depends on it.
        common = {
            slot: (sum(map(is_stop_word, slot)), -min(LONG, *map(len, slot)), number) for slot, number in held.items()
        }
        by_anchor: dict[Slot, list[Phrase]] = {}
        for number, pattern in pairs:
            if len(pattern) == 1:
                words = table.singles if number >= 0 else table.contexts
                _add(words, pattern[0], (number,))
            else:
                # By the rarest two slots; of equals the last.
                anchor, second = sorted(range(len(pattern)), key=lambda i: (common[pattern[i]], -i))[:2]
                slots = tuple(sets[slot] for slot in pattern)
                phrase = Phrase(number, slots, gaps[number] if number >= 0 else 0, anchor, second)
                by_anchor.setdefault(pattern[anchor], []).append(phrase)
        for slot, phrases in by_anchor.items():
            _add(table.phrases, slot, tuple(phrases))
        return table

    def read(self, text: str) -> list[Meaning]:
        """Return what each word of `text` (NFC) may match, in reading order.

        Words are looked for between spaces, and what stands between two spaces
        is remembered whole. Only a paragraph sign binds words over a space.
        """
        if "§" in text:
            return [self.meaning(row[0]) for row in scan(text)]
        known, found = self.chunks, list[Meaning]()
        for chunk in text.split():
            there = known.get(chunk)
            found += self._chunk(chunk) if there is None else there
        return found

    def _chunk(self, chunk: str) -> tuple[Meaning, ...]:
        if len(self.chunks) >= MEMORY_LIMIT:
            self.chunks.clear()
        made = self.chunks[chunk] = tuple(self.meaning(row[0]) for row in scan(chunk))
        return made

    def meaning(self, word: str) -> Meaning:
        """Return what `word`, as written, may match."""
        known = self.memory.get(word)
        if known is None:
            if len(self.memory) >= MEMORY_LIMIT:
                self.memory.clear()
            known = self.memory[word] = self._meaning(word)
        return known

    def _meaning(self, word: str) -> Meaning:
        plain = bare(word)
        written = dict.fromkeys((key(word), key(plain)))
        pieces = tuple(parts(plain))
        phrases = tuple(dict.fromkeys(p for form in written for p in self.phrases.get(form, ())))
        asked = (*written, *(key(piece) for piece in pieces))
        contexts = tuple(dict.fromkeys(-1 - c for form in asked for c in self.contexts.get(form, ())))
        whole = self._whole(written)
        # A compound that is itself a term is not taken apart: nowhere in its facet, and a mask not in its area.
        areas = {self.areas[single.entry] for single in whole}
        facets = {self.facets[single.entry] for single in whole if self.claims[single.entry]}
        inner = (
            single
            for single in self._pieces(tuple(written), plain, pieces)
            if self.areas[single.entry] not in areas and self.facets[single.entry] not in facets
        )
        singles = (*whole, *inner)
        is_cut = word[0] in HYPHENS or word[-1] in HYPHENS
        is_idle = not (singles or phrases or is_cut)
        return Meaning(word, key(plain), singles, _by_second(phrases), contexts, is_cut, is_idle)

    def _whole(self, written: Iterable[str]) -> tuple[Single, ...]:
        numbers = dict.fromkeys(n for form in written for n in self.singles.get(form, ()))
        forbidden = frozenset(written)
        return tuple(Single(n, WHOLE, 0) for n in numbers if not self._is_forbidden(n, forbidden))

    def _pieces(self, written: tuple[str, ...], plain: str, pieces: tuple[str, ...]) -> tuple[Single, ...]:
        found, offset = [], 0
        for index, piece in enumerate(pieces):
            at = plain.lower().find(piece, offset)
            offset = at if at >= 0 else offset
            is_last = index == len(pieces) - 1
            place, part = ("sidste", TAIL) if is_last else ("foerste", HEAD)
            numbers = self.singles.get(key(piece), ())
            fitting = (n for n in numbers if self.places[n] in ("begge", place))
            found += [Single(n, part, offset) for n in fitting if not self._is_forbidden(n, frozenset(written))]
            offset += len(piece)
        return tuple(found)

    def _is_forbidden(self, number: int, written: frozenset[str]) -> bool:
        return not written.isdisjoint(self.never.get(self.areas[number], frozenset()))

    def completed(self, word: str, partner: str) -> tuple[Single, ...]:
        """Return what a cut word means when it borrows from its partner: *top-* of *mellemledere* is *topledere*.

        The longest loan that gives a known word counts; without one the cut word
        stands as the first part of a compound.
        """
        stump = word.strip(HYPHENS)
        ends_cut = word[-1] in HYPHENS
        for length in range(len(partner) - 1, SHORTEST_TAIL - 1, -1):
            whole = stump + partner[-length:] if ends_cut else partner[:length] + stump
            if found := self._whole((key(whole),)):
                return found
        if not ends_cut:
            return ()
        numbers = self.singles.get(key(stump), ())
        return tuple(Single(n, HEAD, 0) for n in numbers if self.places[n] in ("begge", "foerste"))


def _add(table: dict[str, tuple[T, ...]], forms: Iterable[str], values: tuple[T, ...]) -> None:
    """Add the values to each form; forms that have only these share them, which is most of the memory."""
    for form in forms:
        there = table.get(form)
        table[form] = values if there is None else there + values


def _by_second(phrases: Iterable[Phrase]) -> tuple[tuple[int, dict[str, tuple[Phrase, ...]]], ...]:
    table: dict[int, dict[str, tuple[Phrase, ...]]] = {}
    for phrase in phrases:
        for distance in phrase.distances:
            _add(table.setdefault(distance, {}), phrase.slots[phrase.second], (phrase,))
    return tuple(sorted(table.items(), key=lambda item: item[0]))
