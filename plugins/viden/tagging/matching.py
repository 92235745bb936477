"""Finding the terms of a vocabulary in the zones of a post.

In each area the longest match wins and a word counts once. A match knows its
sentence, so that denials and enumerations can be told.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..language import located, nfc, partner, sentence_spans
from ..model import Zone
from .lookup import Meaning, Phrase
from .scores import DENIED, ENUMERATION, ZONE_WEIGHTS
from .vocabulary import Entry, Vocabulary

DENIALS = re.compile(
    r"""\b(?:
        (?:handler|drejer\s+sig|er|var|taler|skriver)\s+(?:her\s+|slet\s+|altså\s+|netop\s+)?ikke\s+om
      | (?:har\s+)?(?:intet|ikke\s+noget)\s+(?:at\s+gøre\s+)?med
      | (?:er\s+)?ikke\s+(?:et|noget)\s+spørgsmål\s+om
      | hører\s+ikke\s+(?:til\s+)?(?:her|under)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Phrases after which a word names what the text is not about (a closed list, chosen)."""

DENYING = ("ikke", "Ikke", "IKKE", "intet", "Intet", "INTET")
"""Words of which every such phrase has one."""
_MAY_DENY = re.compile(r"ikke\s+(?:om|noget|et|her|under|til)\b|intet\s")
"""What every such phrase has in lower case: quick to find, and seldom there."""
_MAY_END = re.compile(r"[.!?…\n]")
_TURN = re.compile(r"\bmen\b|\bderimod\b|\btværtimod\b|;", re.IGNORECASE)

Row = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One match that counts."""

    entry: int
    """Number in the vocabulary."""
    form: str
    zone: str
    line: int
    column: int
    value: int
    """Hundredths of a plain word in the running text."""


class _Match(NamedTuple):
    entry: int
    start: int
    """In code points of the zone's text."""
    end: int
    words: tuple[int, ...]
    """Numbers of the words matched, gaps left out."""
    part: int


class _Text:
    """A zone's text, with what costs time found when it is first asked for: most zones have no match."""

    __slots__ = ("_rows", "_spans", "keys", "meanings", "text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.meanings = vocabulary.lookup.read(text)
        self.keys = [known.key for known in self.meanings]
        self._rows: list[Row] | None = None
        self._spans: tuple[tuple[int, int], ...] | None = None

    @property
    def rows(self) -> list[Row]:
        """Return each word with the place where it begins and ends."""
        if self._rows is None:
            self._rows = located(self.text, [known.word for known in self.meanings])
        return self._rows

    @property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        if self._spans is None:
            self._spans = sentence_spans(self.text)
        return self._spans

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds `offset`."""
        return max(0, bisect_right(self.sentences, (offset, 1 << 60)) - 1)


class _Reading(NamedTuple):
    zone: Zone
    text: _Text
    matches: list[_Match]
    contexts: set[int]


def hits(zones: Iterable[Zone], vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """Return every hit that counts something, in reading order."""
    read = [_read(_composed(zone), vocabulary) for zone in zones if ZONE_WEIGHTS[zone.kind]]
    present = frozenset(number for reading in read for number in reading.contexts)
    return tuple(hit for reading in read if reading.matches for hit in _hits(reading, present, vocabulary))


def _composed(zone: Zone) -> Zone:
    """Return the zone with NFC text, its places moved along."""
    if unicodedata.is_normalized("NFC", zone.text):
        return zone
    starts = [0, *(offset for offset, _, _ in zone.places), len(zone.text)]
    lengths = [len(nfc(zone.text[a:b])) for a, b in pairwise(starts)]
    moved, offset = [], 0
    for length, (_, line, column) in zip(lengths, zone.places):
        offset += length
        moved.append((offset, line, column))
    return Zone(zone.kind, nfc(zone.text), tuple(moved))


def _read(zone: Zone, vocabulary: Vocabulary) -> _Reading:
    """Return the zone with its winning matches in reading order, and the contexts that it gives."""
    text = _Text(zone.text, vocabulary)
    found: list[_Match] = []
    contexts = {number for known in text.meanings if known.contexts for number in known.contexts}
    keys, count = text.keys, len(text.keys)
    for index, known in enumerate(text.meanings):
        if known.is_idle:
            continue
        if known.singles or known.is_cut:
            found += _singles(known, text, index, vocabulary)
        if known.phrases:
            looked_at: tuple[Phrase, ...] = ()
            for distance, by_key in known.phrases:
                at = index + distance
                if 0 <= at < count and keys[at] in by_key:
                    looked_at += by_key[keys[at]]
            if looked_at:
                found += _phrases(looked_at, text, index, vocabulary, contexts)
    return _Reading(zone, text, _longest(found, vocabulary) if found else found, contexts)


def _singles(known: Meaning, text: _Text, index: int, vocabulary: Vocabulary) -> Iterator[_Match]:
    word, start, end = text.rows[index]
    singles = known.singles
    if known.is_cut and not singles:
        singles = vocabulary.lookup.completed(word, partner(text.rows, index))
    for entry, part, offset in singles:
        if _has_capitals(vocabulary.entries[entry], word, offset):
            yield _Match(entry, start, end, (index,), part)


def _phrases(
    phrases: tuple[Phrase, ...], text: _Text, index: int, vocabulary: Vocabulary, contexts: set[int]
) -> Iterator[_Match]:
    """Yield those of the phrases that have their anchor at `index`.

    Those that are only asked for as company go into `contexts`.
    """
    for phrase in dict.fromkeys(phrases):
        for words in _phrase_words(phrase, text.keys, index):
            if phrase.number < 0:
                contexts.add(-1 - phrase.number)
            elif _is_phrase(words, text, vocabulary.entries[phrase.number]):
                yield _Match(phrase.number, text.rows[words[0]][1], text.rows[words[-1]][2], words, 100)


def _phrase_words(phrase: Phrase, keys: list[str], index: int) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of the words of each phrase that has its anchor at `index`."""
    furthest = index - phrase.anchor * (1 + phrase.gap)
    for first in range(max(0, furthest), index - phrase.anchor + 1):
        if keys[first] in phrase.slots[0]:
            words = _from_first(phrase, keys, first)
            if words and words[phrase.anchor] == index:
                yield words


def _from_first(phrase: Phrase, keys: list[str], first: int) -> tuple[int, ...]:
    """Return the numbers of the words of the phrase that begins at `first`; empty without one."""
    words = [first]
    for slot in phrase.slots[1:]:
        near = range(words[-1] + 1, min(words[-1] + 2 + phrase.gap, len(keys)))
        at = next((i for i in near if keys[i] in slot), None)
        if at is None:
            return ()
        words.append(at)
    return tuple(words)


def _is_phrase(words: tuple[int, ...], text: _Text, entry: Entry) -> bool:
    """Whether the words stand in one sentence, with the capitals asked for."""
    written, start, _ = text.rows[words[0]]
    end = text.rows[words[-1]][2]
    # Sentences are looked for only where one may end between the words.
    if _MAY_END.search(text.text, start, end) and end > text.sentences[text.sentence_at(start)][1]:
        return False
    return _has_capitals(entry, written, 0)


def _has_capitals(entry: Entry, word: str, offset: int) -> bool:
    """Whether the word has a capital wherever the term has one; always so for other terms."""
    if not entry.capitals:
        return True
    written = word[offset:]
    return all(w.isupper() for t, w in zip(entry.text, written) if t.isupper())


def _longest(found: list[_Match], vocabulary: Vocabulary) -> list[_Match]:
    """Return the matches that win in their areas: the longest, whole words before parts, heavier before lighter."""
    entries = vocabulary.entries

    def rank(m: _Match) -> tuple[int, int, int, bool, int, int, int]:
        entry = entries[m.entry]
        return (-len(m.words), -m.part, -(m.end - m.start), not entry.capitals, -entry.weight, m.start, m.entry)

    taken: set[tuple[str, int]] = set()
    kept = []
    # Mostly no two matches of an area want the same word; then all win, and need not be ranked.
    wanted = [(entries[match.entry].area, word) for match in found for word in match.words]
    if len(set(wanted)) == len(wanted):
        kept = found
    else:
        for match in sorted(found, key=rank):
            own = {(entries[match.entry].area, word) for word in match.words}
            if own.isdisjoint(taken):
                taken |= own
                kept.append(match)
    return sorted((m for m in kept if entries[m.entry].weight), key=lambda m: (m.start, m.end, m.entry))


def _hits(reading: _Reading, present: frozenset[int], vocabulary: Vocabulary) -> Iterator[Hit]:
    zone, entries = reading.zone, vocabulary.entries
    asked = ((m, entries[m.entry]) for m in reading.matches)
    counted = [(m, e) for m, e in asked if not e.contexts or not present.isdisjoint(e.contexts)]
    for (match, _), context in zip(counted, _contexts(reading.text, counted)):
        value = ZONE_WEIGHTS[zone.kind] * match.part // 100 * context // 100
        line, column = _place(zone, match.start)
        yield Hit(match.entry, zone.text[match.start : match.end], zone.kind, line, column, value)


def _contexts(text: _Text, counted: list[tuple[_Match, Entry]]) -> list[int]:
    """Return what its sentence makes of each match, in hundredths: denied, one of many, or plain.

    Sentences are looked for only where one of the two may be.
    """
    may_deny = any(word in text.text for word in DENYING) and bool(_MAY_DENY.search(text.text.lower()))
    by_facet = Counter(facet for facet, _ in {(e.facet, e.area) for _, e in counted})
    if not may_deny and max(by_facet.values(), default=0) < ENUMERATION:
        return [100] * len(counted)
    sentence = [text.sentence_at(m.start) for m, _ in counted]
    areas: dict[tuple[int, str], set[str]] = {}
    for (_, entry), number in zip(counted, sentence):
        areas.setdefault((number, entry.facet), set()).add(entry.area)
    denied = {n: tuple(_denied(text.text, *text.sentences[n])) for n in set(sentence)} if may_deny else {}
    return [
        _context(match.start, denied.get(number, ()), len(areas[number, entry.facet]))
        for (match, entry), number in zip(counted, sentence)
    ]


def _context(start: int, denied: Iterable[tuple[int, int]], areas: int) -> int:
    if any(first <= start < end for first, end in denied):
        return DENIED
    return 100 // areas if areas >= ENUMERATION else 100


def _denied(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the sentence that say what the text is not about: up to its turn, or its end."""
    for denial in DENIALS.finditer(text, start, end):
        turn = _TURN.search(text, denial.end(), end)
        yield denial.end(), turn.start() if turn else end


def _place(zone: Zone, offset: int) -> tuple[int, int]:
    """Return (line, column) in the source file; a zone without places begins at line 1, column 1."""
    index = bisect_right(zone.places, (offset, 1 << 60, 1 << 60)) - 1
    if index < 0:
        return 1, 1
    at, line, column = zone.places[index]
    return line, column + offset - at
