"""Writing index files: numbers as letters, cuts that stay where they are, names from bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SMALLEST, LARGEST = 6_000, 24_000
"""A shard is cut between these sizes, in characters (chosen: one packet or two when compressed)."""
CUT_EVERY = 24
"""One key in so many may end a shard. The key's own hash says so, so that a new word moves one shard and not all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a shard; lines with one key stay together."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Shard:
    first: str
    """The key of its first line."""
    text: str


def number(value: int) -> str:
    """Return a whole number ≥ 0 in groups of 5 bits, low ones first, as in source maps."""
    text = ""
    while value > 31:
        text += DIGITS[32 | (value & 31)]
        value >>= 5
    return text + DIGITS[value]


def postings(rows: Iterable[tuple[int, int]]) -> str:
    """Return (article, impact) pairs as letters: gap · 16 + impact, one after another."""
    text, last = [], -1
    for article, impact in rows:
        text.append(number((article - last - 1) * 16 + impact))
        last = article
    return "".join(text)


def gaps(articles: Iterable[int]) -> str:
    """Return ascending article numbers as letters."""
    text, last = [], -1
    for article in articles:
        text.append(number(article - last - 1))
        last = article
    return "".join(text)


def shards(lines: Sequence[Line]) -> tuple[Shard, ...]:
    """Return the lines, already in order, cut into shards at keys that their own hash chooses."""
    made: list[Shard] = []
    kept: list[Line] = []
    size = 0
    for i, line in enumerate(lines):
        kept.append(line)
        size += len(line.text) + 1
        is_last = i + 1 == len(lines)
        if is_last or (lines[i + 1].key != line.key and _ends(line.key, size)):
            made.append(Shard(kept[0].key, "".join(f"{row.text}\n" for row in kept)))
            kept, size = [], 0
    return tuple(made)


def name_of(data: bytes) -> str:
    """Return 12 letters that stand for the bytes: 60 bits of their SHA-256."""
    return base64.b32encode(hashlib.sha256(data).digest()).decode("ascii")[:12].lower()


def _ends(key: str, size: int) -> bool:
    chosen = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:4], "big") % CUT_EVERY == 0
    return size >= LARGEST or (size >= SMALLEST and chosen)
