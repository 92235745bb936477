"""Finding the terms of a vocabulary in the zones of a post.

In each area the longest match wins and a word counts once. A match knows its
sentence, so that denials and enumerations can be told.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..language import nfc, partner, scan, sentence_spans
from ..model import Zone
from .lookup import HYPHENS, Meaning, Phrase
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


class _Reading(NamedTuple):
    zone: Zone
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
    lookup, rows = vocabulary.lookup, scan(zone.text)
    memory, meaning = lookup.memory, lookup.meaning
    meanings = [memory.get(row[0]) or meaning(row[0]) for row in rows]
    found: list[_Match] = []
    contexts: set[int] = set()
    sentences: list[int] = []
    for index, known in enumerate(meanings):
        if known.is_idle:
            continue
        contexts.update(known.contexts)
        found += _singles(known, rows, index, vocabulary)
        for phrase in _phrases(known, meanings, index):
            sentences = sentences or [span[1] for span in sentence_spans(zone.text)]
            if words := _phrase_words(phrase, meanings, index):
                if phrase.number < 0:
                    contexts.add(-1 - phrase.number)
                elif _is_phrase(words, rows, sentences, vocabulary.entries[phrase.number]):
                    found.append(_Match(phrase.number, rows[index][1], rows[words[-1]][2], words, 100))
    return _Reading(zone, _longest(found, vocabulary), contexts)


def _singles(known: Meaning, rows: list[Row], index: int, vocabulary: Vocabulary) -> Iterator[_Match]:
    word, start, end = rows[index]
    singles = known.singles
    if not singles and (word[-1] in HYPHENS or word[0] in HYPHENS):
        singles = vocabulary.lookup.completed(word, partner(rows, index))
    for entry, part, offset in singles:
        if _has_capitals(vocabulary.entries[entry], word, offset):
            yield _Match(entry, start, end, (index,), part)


def _phrases(known: Meaning, meanings: list[Meaning], first: int) -> Iterator[Phrase]:
    """Yield the phrases that begin at `first` and whose second word stands near enough."""
    if known.phrases:
        near = meanings[first + 1 : first + 1 + known.reach]
        yield from dict.fromkeys(p for other in near for p in known.phrases.get(other.key, ()))


def _phrase_words(phrase: Phrase, meanings: list[Meaning], first: int) -> tuple[int, ...]:
    """Return the numbers of the words of the phrase that begins at `first`; empty without one."""
    words = [first]
    for slot in phrase.slots[1:]:
        near = range(words[-1] + 1, min(words[-1] + 2 + phrase.gap, len(meanings)))
        index = next((i for i in near if meanings[i].key in slot), None)
        if index is None:
            return ()
        words.append(index)
    return tuple(words)


def _is_phrase(words: tuple[int, ...], rows: list[Row], sentences: list[int], entry: Entry) -> bool:
    """Whether the words stand in one sentence, with the capitals asked for."""
    last = sentences[min(bisect_right(sentences, rows[words[0]][1]), len(sentences) - 1)]
    return rows[words[-1]][2] <= last and _has_capitals(entry, rows[words[0]][0], 0)


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
    spans = sentence_spans(zone.text) if counted else ()
    starts = [start for start, _ in spans]
    sentence = [max(0, bisect_right(starts, m.start) - 1) for m, _ in counted]
    areas: dict[tuple[int, str], set[str]] = {}
    for (_, entry), number in zip(counted, sentence):
        areas.setdefault((number, entry.facet), set()).add(entry.area)
    denied = {n: tuple(_denied(zone.text, *spans[n])) for n in set(sentence)}
    for (match, entry), number in zip(counted, sentence):
        context = 100
        if any(start <= match.start < end for start, end in denied.get(number, ())):
            context = DENIED
        elif len(areas[number, entry.facet]) >= ENUMERATION:
            context = 100 // len(areas[number, entry.facet])
        value = ZONE_WEIGHTS[zone.kind] * match.part // 100 * context // 100
        line, column = _place(zone, match.start)
        yield Hit(match.entry, zone.text[match.start : match.end], zone.kind, line, column, value)


def _denied(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the sentence that say what the text is not about: up to its turn, or its end."""
    if "ikke" not in text and "intet" not in text:
        return
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
