"""Filling in what a cut word leaves out: *top- og mellemledere* is *topledere* too.

The cut word borrows from the whole one what stands on the far side of its last
seam: a tail for *top-*, a beginning for *pladser og -kældre*. Where the whole
word has no seam that the room knows, the cut word stays cut.
"""

from __future__ import annotations

from .compounds import parts
from .lexicon import is_form
from .words import HYPHENS

_PARTICLES = (
    "tilbage", "gennem", "mellem", "efter", "under", "uden", "over", "frem", "bort", "hjem", "sam", "mod", "med", "ind",
    "for", "før", "fra", "ned", "til", "ud", "op", "om", "på", "af", "an",
)  # fmt: skip
"""What is no part of a compound but may be cut off all the same: *ud- og indflytning*."""
_SHORTEST_TAIL = 3


def filled(cut: str, whole: str) -> str:
    """Return the word that `cut` stands for beside `whole` (a `Token` has both); empty where that is not known."""
    stump = cut.strip(HYPHENS)
    tail = _tail(whole)
    if not tail or not stump:
        return ""
    if cut[-1] in HYPHENS:
        return stump + tail
    return whole[: len(whole) - len(tail.lstrip(HYPHENS))] + stump


def _tail(whole: str) -> str:
    """Return the last part of a word as written, with the hyphen before it if there is one."""
    head, hyphen, last = _cut_at_hyphen(whole)
    if seamed := parts(last):
        return last[-len(seamed[-1]) :]
    if head:
        return hyphen + last
    low = whole.lower()
    fitting = (low.removeprefix(p) for p in _PARTICLES if low.startswith(p) and len(low) - len(p) >= _SHORTEST_TAIL)
    return next((whole[-len(rest) :] for rest in fitting if is_form(rest)), "")


def _cut_at_hyphen(word: str) -> tuple[str, str, str]:
    at = max(word.rfind(sign) for sign in HYPHENS)
    return (word[:at], word[at], word[at + 1 :]) if at > 0 else ("", "", word)
