"""The excerpt of a hit, and the spans in it that show why it is one. Text and numbers, never HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..language import tokens
from .scorer import PART, Term
from .wording import form_of

LONGEST = 220
"""Of an excerpt, in characters (chosen: two lines on a wide screen)."""
BEFORE_LIMIT = 70
"""Greatest distance from the excerpt's start to the first mark."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """Plain text, and the spans in it to mark: ascending, apart, in code points."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What to mark of one form: all of it, or only `part`."""

    concepts: frozenset[int]
    """Which words of the query it answers."""
    part: str = ""


Marks = Callable[[str], Mark | None]


def marked(text: str, marks: Marks) -> Marked:
    """Return the text with every word marked that answers the query."""
    return Marked(text, tuple(span for span, _ in _hits(text, marks)))


def excerpt(passages: Sequence[str], marks: Marks) -> Marked | None:
    """Return the stretch that answers most words of the query, the earlier of equals; None if none does."""
    best, most = "", 0
    for passage in passages:
        found = met(passage, marks)
        if found > most:
            best, most = passage, found
    return _window(best, marks) if most else None


def met(text: str, marks: Marks) -> int:
    """Return how many words of the query the text answers."""
    return len(frozenset[int]().union(*(mark.concepts for _, mark in _hits(text, marks))))


def opening(passages: Sequence[str]) -> Marked:
    """Return the beginning of the first passage, for a hit whose words stand elsewhere."""
    first = next(iter(passages), "")
    return _cut(first, 0, ())


def mark_of(form: str, terms: Iterable[Term], wanted: dict[Term, frozenset[int]]) -> Mark | None:
    """Return what to mark of a form that carries those terms: all of it, or the longest part to be seen in it."""
    found = [(kind, text, wanted[kind, text]) for kind, text in terms if (kind, text) in wanted]
    if not found:
        return None
    concepts = frozenset[int]().union(*(row[2] for row in found))
    if any(kind != PART for kind, _, _ in found):
        return Mark(concepts)
    seen = sorted((text for _, text, _ in found if text in form), key=lambda text: (-len(text), text))
    return Mark(concepts, seen[0] if seen else "")


def _hits(text: str, marks: Marks) -> list[tuple[Span, Mark]]:
    found = []
    for token in tokens(text):
        form = form_of(token.text)
        mark = marks(form)
        if mark:
            found.append((_span(text, token.start, token.end, mark), mark))
    return found


def _span(text: str, start: int, end: int, mark: Mark) -> Span:
    """Return the span of the part in the word where it can be seen there, else of the word."""
    at = text[start:end].lower().rfind(mark.part) if mark.part else -1
    return (start + at, start + at + len(mark.part)) if at >= 0 else (start, end)


def _window(text: str, marks: Marks) -> Marked:
    spans = [span for span, _ in _hits(text, marks)]
    return _cut(text, _start(text, spans[0][0]), spans)


def _start(text: str, first: int) -> int:
    """Return where the excerpt begins: at a sentence if one begins near enough, else at a word."""
    if first <= BEFORE_LIMIT or len(text) <= LONGEST:
        return 0
    sentence = text.rfind(". ", first - BEFORE_LIMIT, first)
    if sentence >= 0:
        return sentence + 2
    return text.find(" ", first - BEFORE_LIMIT, first) + 1 or first


def _cut(text: str, start: int, spans: Iterable[Span]) -> Marked:
    """Return the excerpt from `start` on, cut at a word, with dots where text is left out."""
    end = len(text)
    if end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = space if space > 0 else start + LONGEST
    shown = ("…" if start else "") + text[start:end].rstrip() + ("…" if end < len(text) else "")
    shift = (1 if start else 0) - start
    kept = tuple((a + shift, b + shift) for a, b in spans if a >= start and b <= end)
    return Marked(shown, kept)
