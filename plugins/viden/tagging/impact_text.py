"""What `impact` prints: Danish text for editors, and the same as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from .impact import Impact, Move
from .suggestions import TIER_NAMES

WAYS = {"added": "fik", "lost": "mistede", "up": "steg", "down": "faldt"}
FACET_NAMES = {"competence": "kompetenceområder", "work": "arbejdsområder"}

Scores = Mapping[str, tuple[float | None, float | None]]
"""Facet → F1 on judged texts before and after."""


def move_text(move: Move) -> str:
    """Return "ledelse: intet → SIKKER (0 → 5200) ved »leder« +3264"."""
    tiers = " → ".join(TIER_NAMES.get(tier, "intet") for tier in (move.before, move.after))
    terms = ", ".join(f"»{term}« {'+' if gain > 0 else '−'}{abs(gain)}" for term, gain in move.terms)
    cause = f" ved {terms}" if terms else ""
    return f"{move.area}: {tiers} ({move.score_before} → {move.score_after}){cause}" + (
        f". {move.reason}" if move.reason else ""
    )


def impact_text(found: Impact, old: str, new: str, scores: Scores | None = None) -> str:
    """Return the moves post by post, the sums per area, and both F1 where texts were judged."""
    lines = [f"Fra {old} til {new}: {found.moved} af {found.posts} indlæg får andre områder."]
    path = ""
    for move in found.moves:
        if move.path != path:
            path = move.path
            lines += ["", f"{path}  {move.title}"]
        lines.append(f"  {move_text(move)}")
    if found.moves:
        lines += ["", *_sums(found)]
    if scores:
        lines += ["", *(_score(facet, pair) for facet, pair in scores.items())]
    return "\n".join(lines) + "\n"


def impact_json(found: Impact, old: str, new: str, scores: Scores | None = None) -> str:
    shape: dict[str, Any] = {
        "from": old,
        "to": new,
        "posts": found.posts,
        "moved": found.moved,
        "moves": [move_json(m) for m in found.moves],
        "areas": [
            {"id": area, "facet": facet} | {way: counts.get(way, 0) for way in WAYS}
            for facet, area, counts in found.sums()
        ],
    }
    if scores is not None:
        shape["f1"] = {facet: {"from": _rounded(a), "to": _rounded(b)} for facet, (a, b) in scores.items()}
    return json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def move_json(move: Move) -> dict[str, Any]:
    return {
        "id": move.id,
        "path": move.path,
        "title": move.title,
        "area": move.area,
        "facet": move.facet,
        "from": move.before,
        "to": move.after,
        "score_from": move.score_before,
        "score_to": move.score_after,
        "way": move.way,
        "terms": [{"term": term, "share": gain} for term, gain in move.terms],
        "reason": move.reason,
    }


def _sums(found: Impact) -> Sequence[str]:
    rows = found.sums()
    width = max(len(area) for _, area, _ in rows)
    head = f"{'':<{width}}  " + "  ".join(f"{word:>7}" for word in WAYS.values())
    return [
        head,
        *(f"{area:<{width}}  " + "  ".join(f"{counts.get(way, 0):>7}" for way in WAYS) for _, area, counts in rows),
    ]


def _score(facet: str, pair: tuple[float | None, float | None]) -> str:
    before, after = ("–" if value is None else f"{value:.3f}".replace(".", ",") for value in pair)
    return f"F1 for {FACET_NAMES[facet]} på de bedømte tekster: {before} → {after}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
