"""Compounds that the site's own words give away.

A word that is two of the site's words with a linking -s-, -e- or nothing
between them is most likely a compound of the two. No dictionary is needed, so
the browser can do the same with a word that it has never met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

SHORTEST_PART = 3
SHORTEST_WHOLE = 7
LINKS = ("", "s", "e")
NO_HEADS = frozenset(
    ("else", "hed", "ning", "isme", "ist", "eri", "lig", "isk", "løs", "bar", "inde", "ere", "ene", "erne")
)
"""Endings that look like words and never are the head of a compound."""


def seams(form: str, knows: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield (modifier, head) of every way to take the form apart in two known words, longest head first."""
    if len(form) < SHORTEST_WHOLE or not form.isalpha():
        return
    for at in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
        head = form[at:]
        if head in NO_HEADS or not knows(head):
            continue
        modifier = next((m for m in modifiers(form[:at]) if knows(m)), "")
        if modifier:
            yield modifier, head


def modifiers(start: str) -> Iterator[str]:
    """Yield what the first part of a compound may be as a word of its own: with and without its linking letter."""
    for link in LINKS:
        if start.endswith(link) and len(start) - len(link) >= SHORTEST_PART:
            yield start[: len(start) - len(link)]
