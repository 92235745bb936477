"""Statements as sorted Turtle (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import names
from .graphs import Name, Number, Row, Statement, Text, Value, grouped

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(statements: Iterable[Statement]) -> str:
    """Return the graph as Turtle: prefixes, subjects, predicates and values by name; equal graphs give equal text."""
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in names.PREFIXES.items()]
    for subject, rows in grouped(statements).items():
        own = [f"{_predicate(predicate)} {', '.join(map(_value, values))}" for predicate, values in rows.items()]
        lines += ["", f"{_iri(subject)}\n  " + " ;\n  ".join(own) + " ."]
    return "\n".join(lines) + "\n"


def _predicate(iri: str) -> str:
    return "a" if iri == names.TYPE else _iri(iri)


def _iri(iri: str) -> str:
    for prefix, start in names.PREFIXES.items():
        if iri.startswith(start) and _LOCAL.fullmatch(iri[len(start) :]):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{_UNSAFE.sub(lambda m: f'%{ord(m[0]):02X}', iri)}>"


def _value(value: Value) -> str:
    match value:
        case Name(iri):
            return _iri(iri)
        case Number(number):
            return str(number)
        case Row(texts):
            return f"({' '.join(map(_value, texts))})"
        case Text(text, language):
            quoted = "".join(_ESCAPES.get(c, c if c >= " " else f"\\u{ord(c):04X}") for c in text)
            return f'"{quoted}"' + (f"@{language}" if language else "")
