"""What `suggest` prints: JSON for programs, Danish text for editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..model import COMPETENCE, WORK, Evidence, Place, Tag, TaggedPost
from .explaining import MOST_LOST, Counterfactual
from .judging import Judgement
from .scores import ZONE_WEIGHTS, sure_limit

ZONE_NAMES = {
    "title": "titel",
    "summary": "manchet",
    "heading": "overskrift",
    "lead": "indledning",
    "body": "brødtekst",
    "list": "liste",
    "none": "uden vægt",
}
TIER_NAMES = {"sure": "SIKKER", "suggestion": "FORSLAG"}
SHOWN_LOST = 4
"""Places that the sentence of what would change an area names; the rest is counted."""
_IN_ZONE = {
    "title": "i titlen",
    "summary": "i manchetten",
    "heading": "i overskriften",
    "lead": "i indledningen",
    "body": "i brødteksten",
    "list": "i listen",
    "none": "",
}


def suggestions_json(
    tagged: Iterable[TaggedPost], prefix: str = "", judgements: Mapping[str, Judgement] | None = None
) -> str:
    """Return the contract's JSON list, by path. `prefix` is the content folder as the user typed it.

    `judgements` by post id add why a post got nothing.
    """
    known = judgements or {}
    rows = [_row(t, prefix, known.get(t.post.id)) for t in sorted(tagged, key=lambda t: t.post.place)]
    return json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _row(tagged: TaggedPost, prefix: str, judgement: Judgement | None) -> dict[str, Any]:
    return {
        "path": _path(tagged, prefix),
        "id": tagged.post.id,
        "title": tagged.post.title,
        "guard": judgement.guard if judgement else "",
        "competence_areas": [_area(t) for t in tagged.tags if t.facet == COMPETENCE],
        "work_areas": [_area(t) for t in tagged.tags if t.facet == WORK],
    }


def _area(tag: Tag) -> dict[str, Any]:
    return {
        "id": tag.area,
        "tier": tag.tier,
        "score": tag.score,
        "origin": tag.origin,
        "limit": sure_limit(tag),
        "evidence": [_evidence(e) for e in tag.evidence],
    }


def _evidence(e: Evidence) -> dict[str, Any]:
    return {
        "term": e.term,
        "form": e.form,
        "zone": e.zone,
        "line": e.line,
        "column": e.column,
        "share": e.share,
        "weight": ZONE_WEIGHTS.get(e.zone, 0),
    }


def suggestions_text(
    tagged: Iterable[TaggedPost], prefix: str = "", judgements: Mapping[str, Judgement] | None = None
) -> str:
    """Return the same for an editor, the most uncertain post first.

    `judgements` by post id add what would change each area, and why a post got nothing.
    """
    known = judgements or {}
    ordered = sorted(tagged, key=by_uncertainty)
    return "\n".join(_post(t, prefix, known.get(t.post.id)) for t in ordered)


def margin(tagged: TaggedPost) -> int | None:
    """Return how far the most uncertain of the tagger's areas is from its sure threshold, in thousandths; None without one."""
    return min((abs(t.score - sure_limit(t)) for t in tagged.tags if t.origin == "tagger"), default=None)


def by_uncertainty(tagged: TaggedPost) -> tuple[int, Place]:
    """Return what sorts posts so that the most uncertain comes first."""
    gap = margin(tagged)
    return (1 << 30 if gap is None else gap), tagged.post.place


def _post(tagged: TaggedPost, prefix: str, judgement: Judgement | None) -> str:
    lines = [f"{_path(tagged, prefix)}  {tagged.post.title}"]
    reasons = {c.area: c for c in judgement.counterfactuals} if judgement else {}
    width = max((len(t.area) for t in tagged.tags), default=0)
    for tag in tagged.tags:
        lines += [_heading(tag, width), *_table(tag)]
        if tag.origin == "tagger" and tag.area in reasons:
            lines.append("  " + loss_text(reasons[tag.area]))
    if not tagged.tags:
        lines.append("  " + (judgement.guard if judgement and judgement.guard else "Ingen områder."))
    return "\n".join(lines) + "\n"


def _heading(tag: Tag, width: int) -> str:
    if tag.origin == "editor":
        return f"  {tag.area:<{width}}  REDAKTØR  {tag.score}"
    limit = sure_limit(tag)
    gap = tag.score - limit
    # A suggestion may have points enough and lack a second word.
    rest = f"margin {gap}" if gap >= 0 else f"mangler {-gap}"
    needs = ", mangler et ord mere" if gap >= 0 and tag.tier != "sure" else ""
    return f"  {tag.area:<{width}}  {TIER_NAMES[tag.tier]}  {tag.score}  (grænse {limit}, {rest}{needs})"


def _table(tag: Tag) -> list[str]:
    """Return the evidence in aligned columns, the greatest share first, equal ones in reading order."""
    rows = [
        (str(e.share), e.term, f"»{e.form}«", ZONE_NAMES[e.zone], f"linje {e.line}")
        for e in sorted(tag.evidence, key=lambda e: -e.share)
    ]
    widths = [max((len(row[i]) for row in rows), default=0) for i in range(5)]
    return [
        "    " + "  ".join((row[0].rjust(widths[0]), *(c.ljust(w) for c, w in zip(row[1:], widths[1:])))).rstrip()
        for row in rows
    ]


def loss_text(c: Counterfactual) -> str:
    """Return in Danish what would change the area, as one sentence."""
    if not c.lost:
        return f"Området står fast: mere end {MOST_LOST} steder måtte væk, før det ændrede sig."
    named = [f"»{e.form}« {_IN_ZONE[e.zone]}".rstrip() for e in c.lost]
    if len(named) > SHOWN_LOST:
        named = [*named[: SHOWN_LOST - 1], f"{len(named) - SHOWN_LOST + 1} steder mere"]
    lost = named[0] if len(named) == 1 else ", ".join(named[:-1]) + " og " + named[-1]
    then = "kun FORSLAG" if c.tier == "suggestion" else "intet forslag"
    return f"Uden {lost}: {c.score}, altså {then}."


def _path(tagged: TaggedPost, prefix: str) -> str:
    path = tagged.post.place.path
    return f"{prefix.rstrip('/')}/{path}" if prefix else path
