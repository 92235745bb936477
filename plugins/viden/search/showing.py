"""An answer as people and programs read it: Danish lines, or the contract's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..dates import plain_date
from ..model import KINDS
from .answers import Answer, Hit, Reason
from .excerpts import Marked

BOLD, DIM, PLAIN = "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
FACET_NAMES = {"workArea": "work_area", "competenceArea": "competence_area"}
"""Facet names that JSON for programs writes otherwise than the browser."""
KIND_WORDS = {"x": "som skrevet", "l": "ordet", "p": "del af ord", "s": "ordstamme"}


def as_json(answer: Answer) -> str:
    """Return the answer as the contract's JSON, with a final newline."""
    value = {
        "query": answer.query,
        "total": answer.total,
        "did_you_mean": answer.did_you_mean or None,
        "unknown": list(answer.unknown),
        "near": list(answer.near),
        "hits": [_hit(hit) for hit in answer.hits],
        "facets": {
            FACET_NAMES.get(name, name): [{"value": c.value, "label": c.label, "count": c.count} for c in rows]
            for name, rows in answer.facets.items()
        },
    }
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _hit(hit: Hit) -> dict[str, Any]:
    article = hit.article
    value: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "score": hit.score,
        "near": hit.is_near,
        "snippet": hit.snippet.text,
        "marks": {"title": hit.title.marks, "snippet": hit.snippet.marks},
        "pointers": [{"url": p.url, "title": p.heading.text, "marks": p.heading.marks} for p in hit.pointers],
        "date": article.date.date().isoformat(),
        "kind": article.kind,
        "authors": article.authors,
        "publisher": article.publisher,
        "series": article.series,
        "work_areas": article.work_areas,
        "competence_areas": article.competence_areas,
    }
    if hit.reasons:
        value["explain"] = [_reason(r) for r in hit.reasons]
    return value


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "word": reason.word,
        "kind": reason.kind,
        "term": reason.term,
        "weight": reason.weight,
        "df": reason.frequency,
        "idf": round(reason.idf, 4),
        "impact": reason.impact,
        "value": round(reason.value, 4),
    }


def as_text(answer: Answer, colour: bool = False) -> str:
    """Return the answer in Danish lines; an answer without hits says what was searched and what to try."""
    lines = [*_heading(answer)]
    for place, hit in enumerate(answer.hits, 1):
        lines += ["", *_lines(place, hit, colour)]
    return "\n".join(lines) + "\n"


def _heading(answer: Answer) -> Iterable[str]:
    if answer.did_you_mean:
        yield f"Viser resultater for »{answer.did_you_mean}«; »{answer.query}« findes ikke."
    if answer.unknown:
        words = " og ".join(f"»{word}«" for word in answer.unknown)
        yield f"Intet indlæg bruger {words}" + ("; her er indlæg om resten." if answer.total else ".")
    asked = f" for »{answer.query}«" if answer.query.strip() else ""
    yield f"{answer.total} {'resultat' if answer.total == 1 else 'resultater'}{asked}."
    if answer.near and not answer.total:
        yield "Ord, der ligner: " + ", ".join(answer.near) + "."
    if not answer.total:
        yield "Prøv et kortere ord, et andet ord for det samme, eller færre filtre."


def _lines(place: int, hit: Hit, colour: bool) -> Iterable[str]:
    article = hit.article
    kind = next((k.singular for k in KINDS if k.id == article.kind), article.kind)
    yield f"{place:>2}. {coloured(hit.title, colour)}" + (" (nær)" if hit.is_near else "")
    yield "    " + " · ".join([kind, plain_date(article.date), *article.authors])
    if hit.snippet.text:
        yield f"    {coloured(hit.snippet, colour)}"
    yield from (f"    › {coloured(p.heading, colour)}" for p in hit.pointers)
    yield f"    {DIM if colour else ''}{article.path}{PLAIN if colour else ''}"
    yield from (f"      {_explained(r)}" for r in hit.reasons)
    if hit.reasons:
        yield f"      i alt {_decimal(hit.score)} efter dækning"


def _explained(reason: Reason) -> str:
    return (
        f"{reason.word}: {KIND_WORDS[reason.kind]} »{reason.term}« i {reason.frequency} indlæg, "
        f"idf {_decimal(reason.idf)} · vægt {_decimal(reason.weight)} · styrke {reason.impact}/15 = {_decimal(reason.value)}"
    )


def coloured(marked: Marked, colour: bool) -> str:
    """Return the text, its marked spans in colour if wanted; characters that steer a terminal are taken out."""
    shown, at = [], 0
    for start, end in marked.marks if colour else ():
        shown += [marked.text[at:start], "\0", marked.text[start:end], "\1"]
        at = end
    text = "".join(c for c in "".join([*shown, marked.text[at:]]) if c.isprintable() or c in "\0\1")
    return text.replace("\0", BOLD).replace("\1", PLAIN)


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
