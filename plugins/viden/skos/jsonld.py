"""Statements as JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), with a context of its own and nothing to fetch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from . import names
from .graphs import Name, Number, Row, Statement, Text, Value, grouped


def jsonld(statements: Iterable[Statement], base: str = "") -> str:
    """Return the graph as JSON: sorted keys, one space, a final newline. Names under `base` are written as their fragments."""
    # Readers built on urljoin resolve fragments under http addresses alone.
    base = base if base.startswith("http") else ""
    nodes = [
        {
            "@id": _name(subject, base),
            **{_key(predicate): [_value(v, predicate, base) for v in values] for predicate, values in rows.items()},
        }
        for subject, rows in grouped(statements).items()
    ]
    context = {**names.PREFIXES, "@base": base} if base else names.PREFIXES
    shape = {"@context": context, "@graph": nodes}
    return json.dumps(shape, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _key(iri: str) -> str:
    return "@type" if iri == names.TYPE else _short(iri)


def _short(iri: str) -> str:
    found = next((prefix for prefix, start in names.PREFIXES.items() if iri.startswith(start)), None)
    return f"{found}:{iri[len(names.PREFIXES[found]) :]}" if found else iri


def _name(iri: str, base: str) -> str:
    return iri[len(base) :] if base and iri.startswith(f"{base}#") else iri


def _value(value: Value, predicate: str, base: str) -> Any:
    match value:
        case Name(iri):
            return _short(iri) if predicate == names.TYPE else {"@id": _name(iri, base)}
        case Number(number):
            return {"@value": number}
        case Row(texts):
            return {"@list": [_value(text, predicate, base) for text in texts]}
        case Text(text, language):
            return {"@value": text, "@language": language} if language else {"@value": text}
