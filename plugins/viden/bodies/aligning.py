"""Where each word of a rendered body is written: two rows of words, walked side by side.

Python-Markdown keeps no lines. The words of the page and those of the masked
source come in the same order, so both rows are walked together; where they
part, the nearest point where three words agree again is sought. A word that
only markup keeps apart (`for*ta*lelse`) is one word on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import unescape

from .masking import Masked

WORD = re.compile(r"[^\W_]+")
_WRITTEN = re.compile(r"(?:[^\W_]|&\#?[0-9A-Za-z]{1,31};|(?<=[^\W_])\*{1,3}(?=[^\W_])|(?<=[^\W_])\\(?=[^\w\s]))+")
_PIECE = re.compile(r"&#?[0-9A-Za-z]{1,31};|[\s\S]")
_LOOK_AHEAD = 400
"""Words of the page that are skipped at most before the rest is sought one by one (chosen)."""
_NEAR = 2_000
"""Characters in which a word that was passed over is sought (chosen)."""


def positions(words: list[str], source: Masked) -> list[int | None]:
    """Return the offset in the source of each word, in order; None where it is not found."""
    written = _written(source.prose)
    found = _walk(words, written)
    return _filled(words, found, source)


def _written(prose: str) -> list[tuple[str, int]]:
    """Return (word as the page shows it, offset) of each word of the source."""
    result = []
    for match in _WRITTEN.finditer(prose):
        if match.group().isalnum():
            result.append((match.group(), match.start()))
            continue
        shown, offsets = _shown(match.group(), match.start())
        result.extend((word.group(), offsets[word.start()]) for word in WORD.finditer(shown))
    return result


def _shown(text: str, start: int) -> tuple[str, list[int]]:
    """Return what the page makes of a run of letters and markup, and the offset of each of its characters."""
    letters, offsets = "", list[int]()
    for piece in _PIECE.finditer(text):
        shown = "" if piece.group() in ("*", "\\") else unescape(piece.group())
        letters += shown
        offsets.extend([start + piece.start()] * len(shown))
    return letters, offsets


def _walk(words: list[str], written: list[tuple[str, int]]) -> list[int | None]:
    index = _threes([w for w, _ in written])
    found: list[int | None] = [None] * len(words)
    here, there = 0, 0
    while here < len(words) and there < len(written):
        if words[here] == written[there][0]:
            found[here] = written[there][1]
            here, there = here + 1, there + 1
            continue
        meeting = _meeting(words, here, there, index)
        if meeting is None:
            break
        here, there = meeting
    return found


def _threes(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Return where each row of three words begins; the end of the text counts as words."""
    padded = [*words, "", ""]
    index: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(words)):
        index.setdefault(tuple(padded[i : i + 3]), []).append(i)
    return index


def _meeting(
    words: list[str], here: int, there: int, index: dict[tuple[str, ...], list[int]]
) -> tuple[int, int] | None:
    """Return the nearest pair of positions at which three words agree again."""
    best: tuple[int, int] | None = None
    cost = _LOOK_AHEAD
    for skipped in range(min(_LOOK_AHEAD, len(words) - here)):
        if skipped >= cost:
            break
        three = (*words[here + skipped : here + skipped + 3], "", "")[:3]
        row = index.get(three, [])
        k = bisect_left(row, there)
        if k < len(row) and skipped + row[k] - there < cost + (0 if best else 100_000):
            best, cost = (here + skipped, row[k]), skipped + row[k] - there
    return best


def _filled(words: list[str], found: list[int | None], source: Masked) -> list[int | None]:
    """Seek each word that was passed over between its found neighbours, in the prose and then in the whole text."""
    result = list(found)
    after: list[int] = [len(source.text)] * (len(words) + 1)
    for i in range(len(words) - 1, -1, -1):
        offset = found[i]
        after[i] = after[i + 1] if offset is None else offset
    start = 0
    for i, word in enumerate(words):
        if (offset := result[i]) is None:
            end = min(after[i], start + _NEAR)
            offset = _sought(word, source.prose, start, end)
            offset = result[i] = _sought(word, source.text, start, end) if offset is None else offset
        start = start if offset is None else offset + 1
    return result


def _sought(word: str, text: str, start: int, end: int) -> int | None:
    """Return where `word` is written, or else where a part that markup cut from it begins it."""
    written = [(m.group(), m.start()) for m in WORD.finditer(text, start, end)]
    whole = next((offset for found, offset in written if found == word), None)
    return whole if whole is not None else next((o for found, o in written if word.startswith(found)), None)
