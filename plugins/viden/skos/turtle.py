"""Statements as sorted Turtle (https://www.w3.org/TR/turtle/)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import names
from .graphs import Name, Number, Row, Statement, Text, Value, grouped

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(statements: Iterable[Statement], base: str = "") -> str:
    """Return the graph as Turtle: prefixes, subjects, predicates and values by name; equal graphs give equal text.

    Each value has a line of its own, so that a change shows as what it is.
    Names under `base` are written as their fragments.
    """
    lines = [f"@base <{base}> ."] if base else []
    lines += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in names.PREFIXES.items()]
    for subject, rows in grouped(statements).items():
        own = [_row(predicate, values, base) for predicate, values in rows.items()]
        lines += ["", f"{_iri(subject, base)}\n  " + " ;\n  ".join(own) + " ."]
    return "\n".join(lines) + "\n"


def _row(predicate: str, values: tuple[Value, ...], base: str) -> str:
    name = "a" if predicate == names.TYPE else _iri(predicate)
    between = " " if len(values) == 1 else "\n    "
    return name + between + ",\n    ".join(_value(value, base) for value in values)


def _iri(iri: str, base: str = "") -> str:
    if base and iri.startswith(f"{base}#"):
        iri = iri[len(base) :]
    for prefix, start in names.PREFIXES.items():
        if iri.startswith(start) and _LOCAL.fullmatch(iri[len(start) :]):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{_UNSAFE.sub(lambda m: f'%{ord(m[0]):02X}', iri)}>"


def _value(value: Value, base: str) -> str:
    match value:
        case Name(iri):
            return _iri(iri, base)
        case Number(number):
            return str(number)
        case Row(texts):
            return f"({' '.join(_value(text, base) for text in texts)})"
        case Text(text, language):
            quoted = "".join(_ESCAPES.get(c, c if c >= " " else f"\\u{ord(c):04X}") for c in text)
            return f'"{quoted}"' + (f"@{language}" if language else "")
