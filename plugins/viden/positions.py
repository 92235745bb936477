"""YAML with places: text only, and nothing that acts at a distance.

Values are text (no dates, booleans or base-60 numbers); tags, anchors,
aliases, merge keys, doubled keys, directives and a second document are faults.
The tree is built from PyYAML's events, since its nodes no longer show anchors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from .errors import ContentError, ordered, quoted
from .model import Place, Problem

DEPTH_LIMIT = 20
"""Deepest nesting (chosen: the registers need six)."""


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    place: Place
    is_quoted: bool = False
    """Whether it stood in quotes or as a block, so that an empty text is meant."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    items: tuple[tuple[Scalar, Node], ...]
    """In the author's order; each key once."""
    place: Place

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((value for name, value in self.items if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """Return the key itself, for its place."""
        return next((name for name, _ in self.items if name.text == key), None)

    def text(self, key: str, default: str = "") -> str:
        """Return the text of a key; `default` where it is missing or no text."""
        value = self.get(key)
        return value.text if isinstance(value, Scalar) else default

    def keys(self) -> tuple[str, ...]:
        return tuple(name.text for name, _ in self.items)


Node: TypeAlias = Scalar | Sequence | Mapping

QUICK = getattr(yaml, "CSafeLoader", None)
"""libyaml's parser where PyYAML was built with it: about eight times as fast (measured on the area registers)."""


def load(text: str, path: str, first_line: int = 1) -> Node:
    """Return the tree of a YAML text; an empty text is an empty mapping.

    `first_line` is the line of the file on which `text` begins. Raises
    `ContentError` with every fault up to the first that ends all reading.
    """
    text = text.removeprefix("\ufeff")
    if QUICK is not None:
        builder = _Builder(path, first_line)
        # What the C parser finds wrong it words and places in its own way; then the other one reads again.
        with suppress(yaml.YAMLError, ContentError):
            node = builder.document(yaml.parse(text, Loader=QUICK))
            if not builder.problems:
                return node
    builder = _Builder(path, first_line)
    try:
        node = builder.document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as fault:
        builder.problems.append(_syntax(fault, text, path, first_line))
    if builder.problems:
        raise ContentError(ordered(builder.problems))
    return node


class _Builder:
    """Turns events into nodes and collects what is refused."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Event]) -> Node:
        node: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._check_document(event, is_second=node is not None)
            elif isinstance(event, NodeEvent):
                found = self._node(event, events, 1)
                node = found if node is None else node
        return node or Mapping((), Place(self.path, self.first_line, 1))

    def _check_document(self, event: DocumentStartEvent, is_second: bool) -> None:
        if is_second:
            self._refuse(
                event, "yaml-second-document", 'Filen har et dokument mere efter "---".', "Skriv alt i ét dokument"
            )
        if event.version or event.tags:
            self._refuse(event, "yaml-directive", 'En linje må ikke begynde med "%".', "Slet linjen")

    def _node(self, event: NodeEvent, events: Iterator[Event], depth: int) -> Node:
        self._check_node(event)
        place = self._place(event)
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, place, bool(event.style))
        if isinstance(event, AliasEvent):
            return Scalar("", place)
        if depth > DEPTH_LIMIT:
            raise ContentError(
                [
                    *self.problems,
                    self._problem(
                        event,
                        "yaml-depth",
                        f"Indholdet er lagt mere end {DEPTH_LIMIT} trin ind i hinanden.",
                        "Gør det fladere",
                    ),
                ]
            )
        children = self._children(events, depth + 1)
        if isinstance(event, MappingStartEvent):
            return Mapping(self._pairs(children), place)
        return Sequence(tuple(child for child, _ in children), place)

    def _children(self, events: Iterator[Event], depth: int) -> list[tuple[Node, Event]]:
        children: list[tuple[Node, Event]] = []
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            if isinstance(event, NodeEvent):
                children.append((self._node(event, events, depth), event))
        return children

    def _pairs(self, children: list[tuple[Node, Event]]) -> tuple[tuple[Scalar, Node], ...]:
        """Return keys with their values, each key once."""
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for (key, event), (value, _) in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._refuse(event, "yaml-key", "En nøgle skal være et ord, ikke en liste.", 'Skriv "nøgle: værdi"')
            elif key.text == "<<" and not key.is_quoted:
                self._refuse(event, "yaml-merge", 'Fletning med "<<" kan ikke bruges.', "Skriv nøglerne helt ud")
            elif key.text in pairs:
                message = (
                    f'Nøglen "{quoted(key.text)}" står to gange; første gang i linje {pairs[key.text][0].place.line}.'
                )
                self._refuse(event, "yaml-duplicate-key", message, "Slet den ene")
            else:
                pairs[key.text] = (key, value)
        return tuple(pairs.values())

    def _check_node(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            message = f'Henvisningen "*{quoted(event.anchor or "")}" kan ikke bruges.'
            self._refuse(event, "yaml-alias", message, "Skriv værdien helt ud, eller sæt den i anførselstegn")
            return
        if event.anchor is not None:
            message = f'Ankeret "&{quoted(event.anchor)}" kan ikke bruges.'
            self._refuse(event, "yaml-anchor", message, "Slet det, eller sæt værdien i anførselstegn")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            message = f'Typemærket "{quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))}" kan ikke bruges; alle værdier er tekst.'
            self._refuse(event, "yaml-tag", message, "Slet det, eller sæt værdien i anførselstegn")

    def _refuse(self, event: Event, rule: str, message: str, hint: str) -> None:
        self.problems.append(self._problem(event, rule, message, hint))

    def _problem(self, event: Event, rule: str, message: str, hint: str) -> Problem:
        return Problem(self._place(event), "error", rule, message, hint)

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.path, self.first_line + line, column + 1)


# --- syntax ------------------------------------------------------------------

_QUOTES = "Sæt værdien i anførselstegn"

_SYNTAX = (
    ("mapping values are not allowed", "Her står et kolon midt i en værdi, eller indrykningen passer ikke", _QUOTES),
    ("'\\t' that cannot start", "Her står et tabulatortegn", "Brug mellemrum til indrykning"),
    ("that cannot start any token", "En værdi kan ikke begynde med dette tegn", _QUOTES),
    ("could not find expected ':'", "Her mangler et kolon efter nøglen", 'Skriv "nøgle: værdi"'),
    ("found unexpected end of stream", "Et anførselstegn bliver ikke lukket", "Luk anførselstegnet"),
    ("found unexpected document separator", "Et anførselstegn bliver ikke lukket", "Luk anførselstegnet"),
    (
        "expected <block end>",
        "Indrykningen passer ikke med linjerne ovenfor",
        "Lad punkter på samme trin begynde lige langt inde",
    ),
    ("expected ',' or ']'", "En liste bliver ikke lukket", 'Afslut listen med "]", og sæt komma mellem punkterne'),
    ("expected ',' or '}'", "En samling bliver ikke lukket", 'Afslut samlingen med "}", og sæt komma mellem delene'),
    (
        "unknown escape character",
        "Her står en omvendt skråstreg, som ikke kan læses",
        "Brug enkelte anførselstegn om værdien",
    ),
    ("sequence entries are not allowed", "Her kan en liste ikke begynde", "Begynd listen på en ny linje"),
    ("block sequence entries are not allowed", "Her kan en liste ikke begynde", "Begynd listen på en ny linje"),
    ("expected the node content", "Her mangler en værdi", _QUOTES),
    ("expected alphabetic or numeric character", "Et tegn som & eller * kan ikke indlede en værdi", _QUOTES),
)
"""PyYAML's words (6.0) for the faults that editors make, with ours."""


def _syntax(fault: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    """Return a fault of PyYAML's in Danish, at the place where it was noticed."""
    if isinstance(fault, yaml.reader.ReaderError):
        before = text.removeprefix("\ufeff")[: fault.position]
        place = Place(path, first_line + before.count("\n"), len(before) - (before.rfind("\n") + 1) + 1)
        message = f"Tegnet U+{ord(text.removeprefix(chr(0xFEFF))[fault.position]):04X} kan ikke bruges."
        return Problem(place, "error", "yaml-character", message, "Slet tegnet")
    said = str(getattr(fault, "problem", "") or "")
    known = next(((message, hint) for words, message, hint in _SYNTAX if words in said), None)
    message, hint = known or ("Linjen kan ikke læses som YAML", _QUOTES)
    marks = [getattr(fault, name, None) for name in ("problem_mark", "context_mark")]
    if "bliver ikke lukket" in message:
        marks.reverse()
    mark = next((m for m in marks if m), None)
    place = Place(path, first_line + (mark.line if mark else 0), (mark.column if mark else 0) + 1)
    return Problem(place, "error", "yaml-syntax", f"{message}.", hint)
