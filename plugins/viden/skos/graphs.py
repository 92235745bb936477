"""A graph as plain values: statements with names, texts and lists, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A thing that has an address of its own (IRI)."""

    iri: str


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text in a language, or a plain value (`language` empty)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Number:
    value: int


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """Texts whose order matters."""

    texts: tuple[Text, ...]


Value = Name | Text | Number | Row
_RANK = {Name: 0, Text: 1, Number: 2, Row: 3}


@dataclass(frozen=True, slots=True)
class Statement:
    subject: str
    """IRI."""
    predicate: str
    """IRI."""
    value: Value


Grouped = dict[str, dict[str, tuple[Value, ...]]]
"""Subject → predicate → values, each in order."""


def grouped(statements: Iterable[Statement]) -> Grouped:
    """Return the statements by subject and predicate, sorted, each once."""
    found: dict[str, dict[str, set[Value]]] = {}
    for s in statements:
        found.setdefault(s.subject, {}).setdefault(s.predicate, set()).add(s.value)
    return {
        subject: {
            predicate: tuple(sorted(values, key=lambda v: (_RANK[type(v)], v)))
            for predicate, values in sorted(rows.items())
        }
        for subject, rows in sorted(found.items())
    }
