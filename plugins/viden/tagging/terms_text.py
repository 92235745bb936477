"""What `terms` prints: Danish text for editors, and the same as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Area
from .impact import Move
from .impact_text import move_json, move_text
from .proposing import WEIGHT, Candidate
from .terms import GREEDY, Caught, Survey, Use

KINDS = ("navn", "rolle", "ting", "handling", "skjuler")
SHOWN_FORMS = 8
"""Forms of the archive that are shown of one term."""


def survey_text(known: Survey, areas: Sequence[Area], has_dead: bool) -> str:
    """Return the survey for an editor; the dead terms by name only where `has_dead`, else counted."""
    width = max(len(a.id) for a in areas)
    head = f"{'':<{width}}  {'  '.join(f'{k:>8}' for k in KINDS)}  {'i alt':>8}  {'uden fund':>9}"
    lines = [f"{len(known.uses)} ord over {known.posts} indlæg.", "", head]
    for area in areas:
        counts, dead = known.kinds(area.id), sum(u.area == area.id for u in known.dead)
        row = "  ".join(f"{counts[k]:>8}" for k in KINDS)
        lines.append(f"{area.id:<{width}}  {row}  {counts.total():>8}  {dead:>9}")
    lines += _part(
        f"Grådige: i mere end {GREEDY} procent af indlæggene",
        [f"{u.text}  ({u.area}, v {u.weight})  {u.posts} af {known.posts}" for u in known.greedy],
    )
    lines += _part(
        "Deles af flere områder",
        [f"{s.text}:  {', '.join(f'{u.area} (v {u.weight})' for u in s.uses)}" for s in known.shared],
    )
    lines += _part("Skjuler (v 0)", [f"{u.text}  ({u.area})  {_places(u.hits)}" for u in known.masks])
    lines += _part("Uden fund", [f"{u.text}  ({u.area}, v {u.weight})" for u in known.dead] if has_dead else [])
    return "\n".join(lines) + "\n"


def survey_json(known: Survey) -> str:
    shape = {
        "posts": known.posts,
        "terms": [_use_json(u) | {"forms": dict(u.forms)} for u in known.uses],
        "dead": [_name_json(u) for u in known.dead],
        "greedy": [_name_json(u) for u in known.greedy],
        "masked": [_name_json(u) for u in known.masks],
        "shared": [{"term": s.text, "areas": [_name_json(u) for u in s.uses]} for s in known.shared],
    }
    return _json(shape)


def forms_text(area: Area, caught: Iterable[Caught]) -> str:
    """Return for an editor what each term of an area catches."""
    lines = [f"{area.id}  {area.label}"]
    for term in caught:
        lines.append(f"  {_title(term.use)}")
        lines += [f"    {line}" for line in _words(term)]
        if term.use.forms:
            shown = [f"{form} {times}" for form, times in term.use.forms[:SHOWN_FORMS]]
            more = len(term.use.forms) - len(shown)
            lines.append(f"    i indlæggene: {', '.join(shown)}" + (f" og {more} former mere" if more else ""))
    return "\n".join(lines) + "\n"


def forms_json(area: Area, caught: Iterable[Caught]) -> str:
    rows = [
        _use_json(c.use)
        | {
            "seen": dict(c.use.forms),
            "ways": [[[{"form": f.text, "known": f.is_known} for f in slot] for slot in way] for way in c.ways],
        }
        for c in caught
    ]
    return _json({"area": area.id, "terms": rows})


def proposals_text(candidates: Mapping[str, Sequence[Candidate]]) -> str:
    """Return the candidates of each area, each with what it would change."""
    lines = [
        "Ord, som er hyppigere i områdets indlæg end i de andre. De er kun forslag: Et ord kan også høre til ét projekt",
        f"eller én skribent. Under hvert står det, der ville ændre sig, hvis ordet fik vægten {WEIGHT}.",
    ]
    for area, found in candidates.items():
        lines += ["", area]
        lines += [line for candidate in found for line in _candidate(candidate)] or ["  Ingen ord skiller sig ud."]
    return "\n".join(lines) + "\n"


def proposals_json(candidates: Mapping[str, Sequence[Candidate]]) -> str:
    rows = [
        {
            "area": c.area,
            "term": c.term.text,
            "compound": c.term.compound,
            "z": c.z,
            "posts_with_area": c.with_area,
            "other_posts": c.others,
            "forms": list(c.forms),
            "moves": [move_json(m) for m in c.moves],
        }
        for found in candidates.values()
        for c in found
    ]
    return _json(rows)


def _part(heading: str, rows: list[str]) -> list[str]:
    return ["", f"{heading} ({len(rows)})", *(f"  {row}" for row in rows)] if rows else []


def _places(number: int) -> str:
    return "1 sted" if number == 1 else f"{number} steder"


def _title(use: Use) -> str:
    place = "" if use.compound == "nej" else f", sammensat: {use.compound}"
    return f"{use.text}  (v {use.weight}, {use.kind}{place})  {_places(use.hits)} i {use.posts} indlæg"


def _words(caught: Caught) -> Iterable[str]:
    """Yield a line for each word of a term: its forms, those that no dictionary knows last."""
    by_base: dict[str, dict[str, bool]] = {}
    for form in (form for way in caught.ways for slot in way for form in slot):
        by_base.setdefault(form.base, {})[form.text] = form.is_known
    for base, forms in by_base.items():
        known, unknown = ([f for f, is_known in forms.items() if is_known is wanted] for wanted in (True, False))
        strange = f"  (ikke i ordbogen: {', '.join(unknown)})" if unknown else ""
        yield f"{base}: {', '.join(known) or '–'}{strange}"


def _candidate(c: Candidate) -> list[str]:
    place = "" if c.term.compound == "nej" else f", sammensat: {c.term.compound}"
    head = f"  {c.term.text}{place}  i {c.with_area} af områdets indlæg og {c.others} andre  ({', '.join(c.forms[:SHOWN_FORMS])})"
    return [head, *([_moved(m) for m in c.moves] or ["    Ændrer intet."])]


def _moved(move: Move) -> str:
    return f"    {move.path}: {move_text(move)}"


def _name_json(use: Use) -> dict[str, Any]:
    return {"area": use.area, "term": use.text, "weight": use.weight, "posts": use.posts, "hits": use.hits}


def _use_json(use: Use) -> dict[str, Any]:
    return _name_json(use) | {"facet": use.facet, "kind": use.kind, "compound": use.compound}


def _json(shape: Any) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
