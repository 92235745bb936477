"""Short texts made from longer ones: teasers, descriptions, lists of names, number words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..language import is_abbreviation

TEASER_LIMIT = 160
"""Longest teaser and description, in characters (prescribed by the features and quality pages)."""
DESCRIPTION_LEAST = 50
"""Shortest description, in characters (prescribed by the quality page)."""
LOOSE_ENDS = " ,;:–—-(/«»\"'“”„"
"""Signs that make no sense before an ellipsis."""
NUMBER_WORDS = ("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


def cut(text: str, limit: int = TEASER_LIMIT) -> str:
    """Return `text` on one line, at most `limit` characters; what is cut is cut at a word and ends in "…"."""
    whole = " ".join(text.split())
    if len(whole) <= limit:
        return whole
    head = whole[:limit]
    at_word = head.rpartition(" ")[0] or head[: limit - 1]
    return _without_loose_end(at_word).rstrip(LOOSE_ENDS).removesuffix(".") + "…"


def _without_loose_end(text: str) -> str:
    """Return `text` without abbreviations and numbers at its end that belong to what was cut: "kl.", "f. eks.", "den 3."."""
    words = text.split(" ")
    while len(words) > 1 and (not (last := words[-1].rstrip(LOOSE_ENDS)) or is_abbreviation(last)):
        words.pop()
    return " ".join(words)


def describe(*sentences: str) -> str:
    """Return the first sentences that fit in a description of 50 to 160 characters.

    The first is always there, cut if it must be; the next follow while they
    fit, and the last one only where the rest is too short.
    """
    first, *rest = (" ".join(s.split()) for s in sentences if s.strip())
    text = cut(first)
    for sentence in rest:
        if len(text) >= DESCRIPTION_LEAST:
            break
        longer = f"{ended(text)} {sentence}"
        text = longer if len(longer) <= TEASER_LIMIT else cut(longer)
    return text


def ended(text: str) -> str:
    """Return `text` with a full stop where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def together(names: Sequence[str]) -> str:
    """Return "A", "A og B" or "A, B og C"."""
    return " og ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def capital(text: str) -> str:
    """Return `text` with a capital first letter, the rest as it was."""
    return text[:1].upper() + text[1:]


def number_word(n: int) -> str:
    """Return 3 as "tre", and figures above twelve."""
    return NUMBER_WORDS[n] if 0 <= n < len(NUMBER_WORDS) else str(n)


def counted(n: int, one: str, many: str) -> str:
    """Return "1 artikel" or "3 artikler", thousands set off by a full stop."""
    return f"{n:,}".replace(",", ".") + " " + (one if n == 1 else many)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Return each value once, in the order of its first place."""
    return tuple(dict.fromkeys(values))
