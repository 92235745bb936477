"""What would change a tag: the smallest set of hits whose loss gives the area another tier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..model import Evidence
from .scores import length_factor, points
from .summing import NAMING, Sum, evidence, sum_of
from .vocabulary import Vocabulary

MOST_LOST = 60
"""Hits beyond which no set is looked for (chosen: an area that stands on so many stands firmly)."""

Loss = tuple[int, tuple[int, ...]]
"""Thousandths lost, and the numbers of the hits lost, in reading order."""


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """The fewest hits whose loss would change an area's tier, and what would be left."""

    area: str
    lost: tuple[Evidence, ...]
    """In reading order; empty if more than `MOST_LOST` hits would have to go."""
    score: int
    tier: str
    """What the area would be: `suggestion`, or empty for nothing."""


def counterfactual(found: Sum, words: int, vocabulary: Vocabulary) -> Counterfactual:
    """Return the smallest loss. Of several single hits it is the first in reading order.

    Of larger sets it is the one that costs most points. `words` is the number
    of prose words, as for the sum.
    """

    def left(lost: tuple[int, ...]) -> Sum:
        kept = tuple(hit for number, hit in enumerate(found.hits) if number not in lost)
        return sum_of(found.area, found.facet, kept, words, vocabulary)

    single = next(((n,) for n in range(len(found.hits)) if left((n,)).tier != found.tier), ())
    lost = single or _fewest(found, words, vocabulary, left)
    rest = left(lost)
    shown = evidence(found, vocabulary)
    return Counterfactual(found.area, tuple(shown[n] for n in lost), rest.score, rest.tier)


def _fewest(found: Sum, words: int, vocabulary: Vocabulary, left: Callable[[tuple[int, ...]], Sum]) -> tuple[int, ...]:
    """Return the smallest set of two hits or more, by points or by the rule of two terms; empty if too large."""
    heaviest = _heaviest(found, words, vocabulary)
    by_points = next((lost for _, lost in heaviest if left(lost).tier != found.tier), ())
    by_rule = _lonely(found, vocabulary) if found.tier == "sure" else ()
    fitting = [lost for lost in (by_points, by_rule) if lost and len(lost) <= MOST_LOST]
    return min(fitting, key=len, default=())


def _heaviest(found: Sum, words: int, vocabulary: Vocabulary) -> list[Loss]:
    """Return for 0, 1, 2 … hits the set of that size that costs most points.

    The points of a term fall with the sum of its hits alone, so its largest
    hits go first; how many of each term is a knapsack.
    """
    best: list[Loss] = [(0, ())]
    for losses in _losses(found, words, vocabulary):
        size = min(MOST_LOST, len(best) - 1 + len(losses) - 1)
        best = [
            max(
                (
                    (best[n - k][0] + losses[k][0], tuple(sorted(best[n - k][1] + losses[k][1])))
                    for k in range(max(0, n - len(best) + 1), min(n, len(losses) - 1) + 1)
                ),
                key=lambda loss: (loss[0], tuple(-i for i in loss[1])),
            )
            for n in range(size + 1)
        ]
    return best


def _losses(found: Sum, words: int, vocabulary: Vocabulary) -> list[list[Loss]]:
    """Return for each term what losing 0, 1, 2 … of its largest hits costs."""
    length, rows = length_factor(words), []
    for number in dict.fromkeys(hit.entry for hit in found.hits):
        entry = vocabulary.entries[number]
        own = [n for n, hit in enumerate(found.hits) if hit.entry == number]
        falling = sorted(own, key=lambda n: (-found.hits[n].value, n))[:MOST_LOST]
        total = sum(found.hits[n].value for n in own)
        full = points(entry.weight, total, length, entry.sharing)
        row: list[Loss] = [(0, ())]
        for k, n in enumerate(falling, 1):
            total -= found.hits[n].value
            row.append((full - points(entry.weight, total, length, entry.sharing), tuple(sorted(falling[:k]))))
        rows.append(row)
    return rows


def _lonely(found: Sum, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the fewest hits whose loss leaves one term, and that not naming the area in a title or heading."""
    sets = []
    for number in dict.fromkeys(hit.entry for hit in found.hits):
        is_heavy = vocabulary.entries[number].weight == 3
        sets.append(
            tuple(n for n, hit in enumerate(found.hits) if hit.entry != number or (is_heavy and hit.zone in NAMING))
        )
    return min(sets, key=lambda lost: (len(lost), lost), default=())
