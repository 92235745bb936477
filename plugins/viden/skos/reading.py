"""From a SKOS file to areas: our own files without loss, other people's as far as SKOS says.

rdflib reads the file: Turtle and JSON-LD have more forms than we write. It is
loaded at the first call, and nothing that a build does comes here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from .. import addresses
from ..errors import ContentError
from ..model import COMPETENCE, Area, Place, Problem, Term
from . import names
from .graphs import Name, Number, Row, Statement, Text, Value

FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "json": "json-ld"}
"""Suffix → format, for rdflib."""
FOREIGN_WEIGHTS = {names.ALT_LABEL: 3, names.HIDDEN_LABEL: 2}
"""What a label counts that has no weight of ours (chosen: another name of a concept names it)."""
_LANGUAGES = ("da", "", "en")
_OF_TERMS = (names.OWN + "mask", *(f"{names.SKOS_XL}{kind}Label" for kind in ("pref", "alt", "hidden")))
"""What leads from a concept to its terms."""
T = TypeVar("T")


def parsed(text: str, path: str) -> tuple[Statement, ...]:
    """Return the statements of a Turtle or JSON-LD file; raise `ContentError` where it cannot be read.

    A JSON-LD file that asks for a context at another address is refused:
    nothing is fetched.
    """
    form = FORMATS.get(path.rpartition(".")[2].lower(), "turtle")
    if form == "json-ld":
        _refuse_fetching(text, path)
    from rdflib import Graph
    from rdflib.exceptions import ParserError

    graph = Graph()
    try:
        graph.parse(data=text, format=form)
    except (ParserError, SyntaxError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise ContentError(_unreadable(path, f"Filen kan ikke læses som {form}.")) from fault
    lists = _lists(graph)
    inside = {node for rows in lists.values() for node in rows[0]}
    return tuple(Statement(str(s), str(p), _value(o, lists)) for s, p, o in graph if s not in inside)


def areas(statements: Iterable[Statement], facet: str = COMPETENCE) -> tuple[Area, ...]:
    """Return the areas that the concepts are, competence areas first, in the order of their numbers and names.

    `facet` is what the concepts of a scheme become that does not say. Of a
    foreign file each `altLabel` becomes a term of weight 3 and each
    `hiddenLabel` one of weight 2.
    """
    known = _Known(statements)
    facets = {s: str(known.text(s, names.OWN + "facet") or facet) for s in known.of_type("ConceptScheme")}
    made = []
    for name in known.of_type("Concept"):
        scheme = next((s for s in known.names(name, names.SKOS + "inScheme") if s in facets), "")
        order = known.number(name, names.OWN + "number")
        made.append((facets.get(scheme, facet), order, name, _area(known, name, facets.get(scheme, facet))))
    return tuple(row[3] for row in sorted(made, key=lambda row: row[:3]))


class _Known:
    """The statements by subject and predicate."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.rows: dict[tuple[str, str], list[Value]] = {}
        self.types: dict[str, list[str]] = {}
        for s in statements:
            self.rows.setdefault((s.subject, s.predicate), []).append(s.value)
            if s.predicate == names.TYPE and isinstance(s.value, Name):
                self.types.setdefault(s.value.iri, []).append(s.subject)

    def of_type(self, kind: str) -> list[str]:
        return sorted(self.types.get(names.SKOS + kind, []))

    def names(self, subject: str, predicate: str) -> list[str]:
        return sorted(v.iri for v in self.rows.get((subject, predicate), []) if isinstance(v, Name))

    def texts(self, subject: str, predicate: str, languages: Iterable[str] = _LANGUAGES) -> list[str]:
        """Return the texts in the first of the languages that has some, sorted."""
        found = [v for v in self.rows.get((subject, predicate), []) if isinstance(v, Text)]
        by_language = ([v.text for v in found if v.language == language] for language in languages)
        return sorted(next((row for row in by_language if row), []))

    def text(self, subject: str, predicate: str, languages: Iterable[str] = _LANGUAGES) -> str:
        return next(iter(self.texts(subject, predicate, languages)), "")

    def number(self, subject: str, predicate: str) -> int:
        return next((v.value for v in self.rows.get((subject, predicate), []) if isinstance(v, Number)), 0)

    def row(self, subject: str, predicate: str) -> tuple[str, ...]:
        found = next((v for v in self.rows.get((subject, predicate), []) if isinstance(v, Row)), Row(()))
        return tuple(text.text for text in found.texts)


def _area(known: _Known, name: str, facet: str) -> Area:
    label = known.text(name, names.PREF_LABEL)
    nodes = [node for predicate in _OF_TERMS for node in known.names(name, predicate)]
    return Area(
        id=known.text(name, names.SKOS + "notation") or addresses.slug(label or name),
        facet=facet,
        label=label,
        label_en=known.text(name, names.PREF_LABEL, ("en",)),
        definition=known.text(name, names.SKOS + "definition"),
        not_here=known.text(name, names.SKOS + "scopeNote"),
        terms=_numbered(known, nodes, _term) if nodes else tuple(_foreign(known, name)),
        never=known.row(name, names.OWN + "never"),
        sure=known.number(name, names.OWN + "sure"),
        suggestion=known.number(name, names.OWN + "suggestion"),
        mappings=_numbered(known, known.names(name, names.OWN + "mapping"), _mapping),
    )


def _numbered(known: _Known, nodes: Iterable[str], make: Callable[[_Known, str], T]) -> tuple[T, ...]:
    return tuple(make(known, node) for node in sorted(nodes, key=lambda n: (known.number(n, names.OWN + "number"), n)))


def _term(known: _Known, node: str) -> Term:
    plain = Term(known.text(node, names.LITERAL_FORM), known.number(node, names.OWN + "weight"))
    return Term(
        text=known.text(node, names.OWN + "pattern") or plain.text,
        weight=plain.weight,
        kind=known.text(node, names.OWN + "kind") or plain.kind,
        compound=known.text(node, names.OWN + "compound") or plain.compound,
        gap=known.number(node, names.OWN + "gap"),
        only_with=known.row(node, names.OWN + "onlyWith"),
        forms=known.row(node, names.OWN + "forms"),
        capitals=bool(known.number(node, names.OWN + "capitals")),
    )


def _mapping(known: _Known, node: str) -> tuple[str, str, str]:
    scheme, relation = known.text(node, names.OWN + "scheme"), known.text(node, names.OWN + "relation")
    return scheme, known.text(node, names.SKOS + "notation"), relation


def _foreign(known: _Known, name: str) -> Iterator[Term]:
    taken: set[str] = set()
    for predicate, weight in FOREIGN_WEIGHTS.items():
        for text in known.texts(name, predicate, _LANGUAGES[:2]):
            if text.casefold() not in taken:
                taken.add(text.casefold())
                yield Term(text, weight)


def _refuse_fetching(text: str, path: str) -> None:
    try:
        shape = json.loads(text)
    except ValueError as fault:
        raise ContentError(_unreadable(path, "Filen er ikke gyldig JSON.")) from fault
    contexts = [c for c in _contexts(shape) if isinstance(c, str)]
    if contexts:
        raise ContentError(
            _unreadable(path, f"Filen henter sin kontekst på {contexts[0]}; skriv konteksten i filen selv.")
        )


def _contexts(shape: Any) -> Iterator[Any]:
    if isinstance(shape, dict):
        for key, value in shape.items():
            if key in ("@context", "@import"):
                yield from value if isinstance(value, list) else [value]
            yield from _contexts(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from _contexts(value)


def _lists(graph: Any) -> dict[Any, tuple[tuple[Any, ...], tuple[Text, ...]]]:
    """Return head of each list → its nodes and its texts."""
    from rdflib import RDF

    links = dict(graph.subject_objects(RDF.rest))
    tails = set(links.values())
    found = {}
    for head in links.keys() - tails:
        nodes = [head]
        while links[nodes[-1]] in links and links[nodes[-1]] not in nodes:
            nodes.append(links[nodes[-1]])
        found[head] = tuple(nodes), tuple(_text(graph.value(node, RDF.first)) for node in nodes)
    return found


def _value(value: Any, lists: dict[Any, tuple[tuple[Any, ...], tuple[Text, ...]]]) -> Value:
    from rdflib import RDF, Literal

    if value in lists:
        return Row(lists[value][1])
    if value == RDF.nil:
        return Row(())
    if isinstance(value, Literal):
        number = value.toPython()
        return Number(number) if isinstance(number, int) and not isinstance(number, bool) else _text(value)
    return Name(str(value))


def _text(value: Any) -> Text:
    return Text(str(value), getattr(value, "language", None) or "")


def _unreadable(path: str, message: str) -> tuple[Problem, ...]:
    hint = "Gem filen som Turtle (.ttl) eller JSON-LD (.jsonld)."
    return (Problem(Place(path), "error", "skos-unreadable", message, hint),)
