"""Rows of a register, checked against their table of keys and read by type.

Problems are collected; what is wrong reads as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from ..addresses import SLUG_LIMIT, slug
from ..dates import DateFault, DateValue, parse, parse_month
from ..errors import quoted
from ..model import Place, Problem
from ..nearest import fold, nearest
from ..positions import Mapping as MappingNode
from ..positions import Node, Scalar, Sequence
from .schemas import Key, Schema

FLAGS = {"ja": True, "nej": False}

_ID = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")
_CLOCK = re.compile(r"(?:kl\.?\s*)?([01]?[0-9]|2[0-3])[.:]([0-5][0-9])")

T = TypeVar("T")
Text = tuple[str, Place]
Value = str | int | bool | DateValue | tuple["Text", ...] | tuple[tuple[str, str], ...] | tuple["Row", ...] | None


@dataclass(frozen=True, slots=True)
class Row:
    """A checked row; a getter gives the type that the schema promises, or what stands for nothing."""

    values: Mapping[str, object]
    places: Mapping[str, Place]
    place: Place

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else default

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(text for text, _ in self.placed(name))

    def placed(self, name: str) -> tuple[Text, ...]:
        """Return the texts of a list, each with its place."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def rows(self, name: str) -> tuple[Row, ...]:
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def row(self, name: str) -> Row:
        value = self.values.get(name)
        return value if isinstance(value, Row) else Row({}, {}, self.place)

    def number(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        return self.values.get(name) is True

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value.moment.date() if isinstance(value, DateValue) else None

    def month(self, name: str) -> date | None:
        """Return the first day of a month."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def moment(self, name: str) -> datetime | date | None:
        """Return an instant where a clock time was given, else a day."""
        value = self.values.get(name)
        if not isinstance(value, DateValue):
            return None
        return value.moment if value.has_time else value.moment.date()

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def at(self, name: str) -> Place:
        """Return the place of a value, of the row where it is missing."""
        return self.places.get(name, self.place)


def read_row(node: Node, schema: Schema, found: list[Problem]) -> Row | None:
    """Return the row, None where a required key is missing or it is no row at all."""
    if not isinstance(node, MappingNode):
        found.append(
            _error(node.place, "register-type", "Her skal stå en række med nøgler.", "Skriv - id: og de øvrige nøgler")
        )
        return None
    known = {key.name: key for key in schema}
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    for name, value in node.items:
        key = known.get(name.text)
        if key is None:
            found.append(_unknown_key(name, known))
            continue
        places[key.name] = value.place
        read = FORMS[key.form](value, key, found)
        if read is not None:
            values[key.name] = read
    written = {name.text for name, _ in node.items}
    lacking = [k for k in schema if k.required and k.name not in values]
    found += [_missing(k, node, places) for k in lacking if k.name not in written or values.get(k.name) == ""]
    return None if lacking else Row(values, places, node.place)


def read_rows(node: Node, schema: Schema, found: list[Problem]) -> tuple[Row, ...]:
    """Return the rows of a list that can be read."""
    if not isinstance(node, Sequence):
        if not _is_empty(node):
            found.append(_error(node.place, "register-type", "Her skal stå en liste.", "Begynd hver række med - id:"))
        return ()
    rows = (read_row(item, schema, found) for item in node.items)
    return tuple(row for row in rows if row is not None)


# --- one value -------------------------------------------------------------------


def _text(node: Node, key: Key, found: list[Problem]) -> str | None:
    if not isinstance(node, Scalar):
        found.append(_type(node, key, "en tekst"))
        return None
    text = node.text.strip()
    if not text and key.required:
        found.append(_error(node.place, "register-missing", f"{key.name} er tom.", "Udfyld den"))
        return None
    return text


def _texts(node: Node, key: Key, found: list[Problem]) -> tuple[Text, ...] | None:
    if _is_empty(node):
        return ()
    if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) for item in node.items):
        found.append(_type(node, key, "en liste af tekster", f"Skriv {key.name}: [første, anden]"))
        return None
    return tuple(
        (item.text.strip(), item.place) for item in node.items if isinstance(item, Scalar) and item.text.strip()
    )


def _id(node: Node, key: Key, found: list[Problem]) -> str | None:
    text = _text(node, key, found)
    if text and not (_ID.fullmatch(text) and len(text) <= SLUG_LIMIT):
        message = f'Id "{quoted(text)}" må kun have små bogstaver a-z, tal og enkelte bindestreger.'
        found.append(_error(node.place, "register-id", message, f"Skriv fx {slug(text)}"))
        return None
    return text


def _date(node: Node, key: Key, found: list[Problem]) -> DateValue | None:
    return _parsed(parse, node, key, found)


def _month(node: Node, key: Key, found: list[Problem]) -> date | None:
    day = _parsed(parse_month, node, key, found)
    return day.replace(day=1) if day else None


def _parsed(reads: Callable[[str], T], node: Node, key: Key, found: list[Problem]) -> T | None:
    """Return what `reads` makes of a text, or None and the problem at its place in it."""
    text = _text(node, key, found)
    if not text:
        return None
    try:
        return reads(text)
    except DateFault as fault:
        start = node.place.column + fault.offset + (isinstance(node, Scalar) and node.is_quoted)
        place = Place(node.place.path, node.place.line, start)
        found.append(_error(place, fault.rule, fault.message, fault.hint))
        return None


def _flag(node: Node, key: Key, found: list[Problem]) -> bool | None:
    text = _text(node, key, found)
    if text and fold(text) not in FLAGS:
        message = f'{key.name} skal være ja eller nej, ikke "{quoted(text)}".'
        found.append(_error(node.place, "register-type", message, "Skriv ja eller nej"))
    return FLAGS.get(fold(text)) if text else None


def _number(node: Node, key: Key, found: list[Problem]) -> int | None:
    text = _text(node, key, found)
    if not text:
        return None
    if re.fullmatch(r"[0-9]{1,6}", text) and key.least <= int(text) <= key.most:
        return int(text)
    message = f'{key.name} skal være et helt tal fra {key.least} til {key.most}, ikke "{quoted(text)}".'
    found.append(_error(node.place, "register-type", message, "Ret tallet"))
    return None


def _clock(node: Node, key: Key, found: list[Problem]) -> tuple[Text, ...] | None:
    """Return hour and minute as two texts."""
    text = _text(node, key, found)
    match = _CLOCK.fullmatch(text) if text else None
    if text and match is None:
        found.append(
            _error(node.place, "register-type", f'"{quoted(text)}" er ikke et klokkeslæt.', 'Skriv fx "06.00"')
        )
    return tuple((part, node.place) for part in match.groups()) if match else None


def _word(node: Node, key: Key, found: list[Problem]) -> str | None:
    text = _text(node, key, found)
    return _one_of(text, node.place, key, found) if text else text


def _words(node: Node, key: Key, found: list[Problem]) -> tuple[Text, ...] | None:
    texts = _texts(node, key, found)
    if texts is None:
        return None
    read = ((_one_of(text, place, key, found), place) for text, place in texts)
    return tuple((word, place) for word, place in read if word is not None)


def _pairs(node: Node, key: Key, found: list[Problem]) -> tuple[tuple[str, str], ...] | None:
    if _is_empty(node):
        return ()
    if not isinstance(node, MappingNode):
        found.append(_type(node, key, "nøgler med værdier"))
        return None
    read = ((name.text, _word(value, key, found)) for name, value in node.items)
    return tuple((name, word) for name, word in read if word)


def _row(node: Node, key: Key, found: list[Problem]) -> Row | None:
    return None if _is_empty(node) else read_row(node, key.schema or (), found)


def _rows(node: Node, key: Key, found: list[Problem]) -> tuple[Row, ...]:
    return read_rows(node, key.schema or (), found)


FORMS: Mapping[str, Callable[[Node, Key, list[Problem]], object]] = {
    "text": _text,
    "texts": _texts,
    "id": _id,
    "ids": _texts,
    "date": _date,
    "month": _month,
    "flag": _flag,
    "number": _number,
    "clock": _clock,
    "word": _word,
    "words": _words,
    "pairs": _pairs,
    "row": _row,
    "rows": _rows,
}


# --- problems --------------------------------------------------------------------


def _one_of(text: str, place: Place, key: Key, found: list[Problem]) -> str | None:
    """Return the word as the schema writes it; case and æøå written otherwise do not matter."""
    for word in key.words:
        if fold(word) == fold(text):
            return word
    near = nearest(text, key.words)
    guess = f'; mente du "{near}"?' if near else "."
    message = f'{key.name} kan ikke være "{quoted(text)}"{guess}'
    found.append(_error(place, "register-word", message, f"Vælg {_either(key.words)}"))
    return None


def _either(words: tuple[str, ...]) -> str:
    shown = words if len(words) <= 8 else (*words[:3], words[-1])
    return f"{', '.join(shown[:-1])} eller {shown[-1]}"


def _unknown_key(name: Scalar, known: Iterable[str]) -> Problem:
    near = nearest(name.text, known)
    guess = f' Mente du "{near}"?' if near else ""
    hint = f"Skriv {near}:" if near else f"Vælg mellem {', '.join(sorted(known))}"
    return _error(name.place, "register-key", f'Nøglen "{quoted(name.text)}" kendes ikke her.{guess}', hint)


def _missing(key: Key, node: MappingNode, places: Mapping[str, Place]) -> Problem:
    place = places.get(key.name, node.place)
    return _error(place, "register-missing", f"Rækken mangler {key.name}.", f"Tilføj {key.name}:")


def _type(node: Node, key: Key, what: str, hint: str = "") -> Problem:
    return _error(node.place, "register-type", f"{key.name} skal være {what}.", hint or f"Skriv {key.name}: og værdien")


def _is_empty(node: Node) -> bool:
    is_blank = isinstance(node, Scalar) and not node.text.strip()
    return is_blank or (isinstance(node, MappingNode) and not node.items)


def _error(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "error", rule, message, hint)
