"""Writing index files: numbers as letters, cuts that stay where they are, names from bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
SMALLEST, LARGEST = 6_000, 24_000
"""A shard is cut between these sizes, in characters (chosen: one packet or two when compressed)."""
CUT_EVERY = 24
"""One key in so many may end a shard. The key's own hash says so, so that a new word moves one shard and not all."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shard:
    first: str
    """The shortest text that sorts after the last key of the shard before and not after its own first key."""
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


def shards(items: Sequence[T], key: Callable[[T], str], line: Callable[[T, T | None], str]) -> tuple[Shard, ...]:
    """Return the items, already in order of their keys, as lines cut into shards at keys that their own hash chooses.

    `line` writes an item after another or as the first of a shard. Items with one key stay together.
    """
    made: list[Shard] = []
    start, size = 0, 0
    for at, item in enumerate(items):
        size += len(line(item, items[at - 1] if at > start else None)) + 1
        is_last = at + 1 == len(items)
        if is_last or (key(items[at + 1]) != key(item) and _ends(key(item), size)):
            rows = [line(items[i], items[i - 1] if i > start else None) for i in range(start, at + 1)]
            first = _telling(key(items[start]), key(items[start - 1]) if start else "")
            made.append(Shard(first, "".join(f"{row}\n" for row in rows)))
            start, size = at + 1, 0
    return tuple(made)


def _telling(key: str, before: str) -> str:
    """Return the shortest beginning of `key` that sorts after `before`."""
    length = next((i for i, (a, b) in enumerate(zip(key, before)) if a != b), len(before))
    return key[: length + 1]


def name_of(data: bytes) -> str:
    """Return 10 letters that stand for the bytes: 50 bits of their SHA-256."""
    return base64.b32encode(hashlib.sha256(data).digest()).decode("ascii")[:10].lower()


def _ends(key: str, size: int) -> bool:
    chosen = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:4], "big") % CUT_EVERY == 0
    return size >= LARGEST or (size >= SMALLEST and chosen)
