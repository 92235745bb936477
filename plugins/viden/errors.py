"""The tree of exceptions, and a Problem as a line, as JSON and as an annotation.

VidenError
├── ContentError      the content has faults: carries Problems, exit status 1
├── UsageError        a command was given wrongly: exit status 2
└── InternalError     a fault of ours or of the machine: exit status 3
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from .model import Problem

QUOTE_LIMIT = 60
"""Longest quoted value in a message, in characters (prescribed by the quality page)."""


class VidenError(Exception):
    """The root of the tree; `exitcode` is the contract's exit status."""

    exitcode = 3


class ContentError(VidenError):
    """The content has faults that stop publishing."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(as_line(p) for p in self.problems))


class UsageError(VidenError):
    exitcode = 2


class InternalError(VidenError):
    exitcode = 3


def quoted(value: str) -> str:
    """Return `value` safe to show between quotes: cut, with control characters escaped."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value)
    return shown if len(shown) <= QUOTE_LIMIT else shown[: QUOTE_LIMIT - 1] + "…"


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by path, line, column, severity, rule; doubles once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.severity, p.rule, p.message)))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(p.severity == "error" for p in problems)


def as_line(problem: Problem, prefix: str = "") -> str:
    """Return `path:line:column: severity: message hint (rule)`, never wrapped.

    `prefix` is the content folder as the user typed it.
    """
    place = problem.place
    text = f"{problem.message} {problem.hint}".strip()
    return f"{_path(place.path, prefix)}:{place.line}:{place.column}: {problem.severity}: {text} ({problem.rule})"


def as_json(problems: Iterable[Problem], prefix: str = "") -> str:
    """Return the contract's JSON list of problems, with a final newline."""
    rows = [
        {
            "path": _path(p.place.path, prefix),
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "rule": p.rule,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def as_annotation(problem: Problem, prefix: str = "") -> str:
    """Return a GitHub workflow command that marks the line."""
    place = problem.place
    text = _escaped(f"{problem.message} {problem.hint}".strip())
    path = _escaped(_path(place.path, prefix)).replace(":", "%3A").replace(",", "%2C")
    return f"::{problem.severity} file={path},line={place.line},col={place.column},title={problem.rule}::{text}"


def _path(path: str, prefix: str) -> str:
    return f"{prefix.rstrip('/')}/{path}" if prefix else path


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
