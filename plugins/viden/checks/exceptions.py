"""Reasoned exceptions from rules: `data/undtagelser.yaml`, each with an end.

An exception never hides a problem: it stays in the list as a warning that
gives the reason. Only rules whose breach still leaves a right page can be
excepted (`rules.EXCUSABLE`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from ..dates import DateFault, parse_month, plain_date
from ..errors import ContentError, ordered, quoted
from ..model import Place, Problem, Source
from ..nearest import nearest
from ..positions import Mapping, Node, Scalar, Sequence, load
from .privacy import masked
from .rules import EXCUSABLE, RULES

PATH = "data/undtagelser.yaml"
KEYS = {
    "path": "path",
    "sti": "path",
    "rule": "rule",
    "regel": "rule",
    "reason": "reason",
    "grund": "reason",
    "until": "until",
    "indtil": "until",
}
"""The contract's keys and their Danish names."""


@dataclass(frozen=True, slots=True)
class Exemption:
    path: str
    rule: str
    reason: str
    until: date
    """The last day on which it holds."""
    place: Place


def excepted(problems: Iterable[Problem], sources: Iterable[Source], moment: datetime) -> tuple[Problem, ...]:
    """Return the problems in order, excepted ones as warnings that say why, and what is wrong with the exceptions."""
    found: list[Problem] = []
    source = next((s for s in sources if s.path == PATH), None)
    exemptions = tuple(_exemptions(source, found)) if source else ()
    held = [e for e in exemptions if e.until >= moment.date()]
    shown = [_excused(problem, held) for problem in problems]
    met = {(p.place.path, p.rule) for p in shown}
    for exemption in exemptions:
        found += _state(exemption, exemption in held, met)
    return ordered(masked([*shown, *found]))


def _excused(problem: Problem, held: Iterable[Exemption]) -> Problem:
    key = (problem.place.path, problem.rule)
    match = next((e for e in held if (e.path, e.rule) == key and e.rule in EXCUSABLE), None)
    if match is None:
        return problem
    message = f"(undtaget til {plain_date(match.until)}: {quoted(match.reason)}) {problem.message}"
    return replace(problem, severity="warning", message=message)


def _state(exemption: Exemption, is_held: bool, met: set[tuple[str, str]]) -> Iterator[Problem]:
    if exemption.rule not in EXCUSABLE:
        message = f'Reglen "{exemption.rule}" kan ikke fraviges.'
        yield Problem(exemption.place, "error", "exception-refused", message, "Ret fejlen, og slet rækken")
    elif not is_held:
        message = f"Undtagelsen udløb {plain_date(exemption.until)}."
        yield Problem(exemption.place, "warning", "exception-expired", message, "Ret fejlen, eller forny undtagelsen")
    elif (exemption.path, exemption.rule) not in met:
        message = f'Undtagelsen fra "{exemption.rule}" i {quoted(exemption.path)} er der ikke længere brug for.'
        yield Problem(exemption.place, "warning", "exception-unused", message, "Slet rækken")


def _exemptions(source: Source, found: list[Problem]) -> Iterator[Exemption]:
    try:
        node = load(source.data.decode("utf-8", "replace"), source.path)
    except ContentError as fault:
        found += fault.problems
        return
    for row in node.items if isinstance(node, Sequence) else ():
        exemption = _exemption(row, found)
        if exemption is not None:
            yield exemption
    if not isinstance(node, Sequence) and not (isinstance(node, Mapping) and not node.items):
        found.append(_form(node.place, "Her skal stå en liste af undtagelser."))


def _exemption(row: Node, found: list[Problem]) -> Exemption | None:
    if not isinstance(row, Mapping):
        found.append(_form(row.place, "En undtagelse er en række med path, rule, reason og until."))
        return None
    values: dict[str, Scalar] = {}
    for key, value in row.items:
        name = KEYS.get(key.text)
        if name is None:
            near = nearest(key.text, KEYS)
            guess = f' Mente du "{near}"?' if near else ""
            found.append(_form(key.place, f'Nøglen "{quoted(key.text)}" kendes ikke.{guess}'))
        elif isinstance(value, Scalar) and value.text.strip():
            values[name] = value
    missing = [name for name in ("path", "rule", "reason", "until") if name not in values]
    if missing:
        found.append(_form(row.place, f"Undtagelsen mangler {', '.join(missing)}."))
        return None
    return _dated(values, row.place, found)


def _dated(values: dict[str, Scalar], place: Place, found: list[Problem]) -> Exemption | None:
    rule = values["rule"]
    if rule.text not in RULES and rule.text not in EXCUSABLE:
        near = nearest(rule.text, RULES)
        guess = f'; mente du "{near}"?' if near else "."
        found.append(_form(rule.place, f'Reglen "{quoted(rule.text)}" kendes ikke{guess}'))
        return None
    try:
        until = parse_month(values["until"].text)
    except DateFault as fault:
        found.append(Problem(values["until"].place, "error", fault.rule, fault.message, fault.hint))
        return None
    return Exemption(values["path"].text, rule.text, values["reason"].text, until, place)


def _form(place: Place, message: str) -> Problem:
    hint = "Skriv - {path: artikler/x.md, rule: link-vague, reason: hvorfor, until: 2027-01-01}"
    return Problem(place, "error", "exception-form", message, hint)
