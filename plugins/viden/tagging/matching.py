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

from ..language import nfc, partner, scan, sentence_spans
from ..model import Zone
from .lookup import Lookup, Phrase
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


@dataclass(frozen=True, slots=True)
class _Match:
    entry: int
    start: int
    """In code points of the zone's text."""
    end: int
    words: tuple[int, ...]
    """Numbers of the words matched, gaps left out."""
    part: int


def hits(zones: Iterable[Zone], vocabulary: Vocabulary) -> tuple[Hit, ...]:
    """Return every hit that counts something, in reading order."""
    shown = tuple(_composed(zone) for zone in zones if ZONE_WEIGHTS[zone.kind])
    read = tuple((zone, *_matches(zone.text, vocabulary)) for zone in shown)
    present = frozenset(number for _, _, contexts in read for number in contexts)
    return tuple(hit for zone, matches, _ in read if matches for hit in _hits(zone, matches, present, vocabulary))


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


def _matches(text: str, vocabulary: Vocabulary) -> tuple[list[_Match], set[int]]:
    """Return the winning matches in reading order, and the contexts that the text gives."""
    lookup, rows = vocabulary.lookup, list(scan(text))
    found: list[_Match] = []
    contexts: set[int] = set()
    ends: list[int] = []
    for index, (word, start, end) in enumerate(rows):
        meaning = lookup.meaning(word)
        singles = meaning.singles
        if word[-1] in "-\u2010\u2011\u2013" or word[0] in "-\u2010\u2011\u2013":
            singles = singles or lookup.completed(word, partner(rows, index))
        elif not meaning.phrases and not singles and not meaning.contexts:
            continue
        contexts.update(meaning.contexts)
        found += [
            _Match(s.entry, start, end, (index,), s.part)
            for s in singles
            if _has_capitals(vocabulary.entries[s.entry], word, s.offset)
        ]
        for phrase in meaning.phrases:
            ends = ends or [span[1] for span in sentence_spans(text)]
            last = ends[min(bisect_right(ends, start), len(ends) - 1)]
            if words := _phrase_words(phrase, rows, index, last):
                _note(phrase, rows, words, vocabulary, found, contexts)
    return _longest(found, vocabulary), contexts


def _note(
    phrase: Phrase,
    rows: list[Row],
    words: tuple[int, ...],
    vocabulary: Vocabulary,
    found: list[_Match],
    contexts: set[int],
) -> None:
    if phrase.number < 0:
        contexts.add(-1 - phrase.number)
    elif _has_capitals(vocabulary.entries[phrase.number], rows[words[0]][0], 0):
        found.append(_Match(phrase.number, rows[words[0]][1], rows[words[-1]][2], words, 100))


def _phrase_words(phrase: Phrase, rows: list[Row], first: int, last: int) -> tuple[int, ...]:
    """Return the words of the phrase that begins at `first` and ends by the offset `last`; empty without one."""
    words, at = [first], first
    for slot in phrase.slots[1:]:
        for index in range(at + 1, min(at + 2 + phrase.gap, len(rows))):
            word, _, end = rows[index]
            if end > last:
                return ()
            if Lookup.key_of(word) in slot:
                words.append(index)
                at = index
                break
        else:
            return ()
    return tuple(words)


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


def _hits(zone: Zone, matches: list[_Match], present: frozenset[int], vocabulary: Vocabulary) -> Iterator[Hit]:
    entries = vocabulary.entries
    counted = [m for m in matches if not entries[m.entry].contexts or not present.isdisjoint(entries[m.entry].contexts)]
    if not counted:
        return
    spans = sentence_spans(zone.text)
    starts = [start for start, _ in spans]
    sentence = [max(0, bisect_right(starts, m.start) - 1) for m in counted]
    areas: dict[tuple[int, str], set[str]] = {}
    for match, number in zip(counted, sentence):
        entry = entries[match.entry]
        areas.setdefault((number, entry.facet), set()).add(entry.area)
    for match, number in zip(counted, sentence):
        context = _context(zone.text, spans[number], match.start, len(areas[number, entries[match.entry].facet]))
        line, column = _place(zone, match.start)
        value = ZONE_WEIGHTS[zone.kind] * match.part // 100 * context // 100
        yield Hit(match.entry, zone.text[match.start : match.end], zone.kind, line, column, value)


def _context(text: str, span: tuple[int, int], at: int, areas: int) -> int:
    """Return in hundredths what the sentence leaves of a hit at offset `at`."""
    denials = [denial.end() for denial in DENIALS.finditer(text, span[0], at)]
    if denials and not _TURN.search(text, denials[-1], at):
        return DENIED
    return 100 // areas if areas >= ENUMERATION else 100


def _place(zone: Zone, offset: int) -> tuple[int, int]:
    """Return (line, column) in the source file; a zone without places begins at line 1, column 1."""
    index = bisect_right(zone.places, (offset, 1 << 60, 1 << 60)) - 1
    if index < 0:
        return 1, 1
    at, line, column = zone.places[index]
    return line, column + offset - at
