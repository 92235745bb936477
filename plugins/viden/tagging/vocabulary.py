"""The vocabulary as the tagger uses it: every form written out, ready to be stored.

A `Vocabulary` is a plain value. `as_json` and `from_json` give an equal one, so
that it can be kept in a cache under the hash of the registers; no pickle.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from ..errors import InternalError
from ..language import VERSION
from .lookup import Lookup, Row
from .scores import SUGGESTION, SURE, Limits

FORMAT = 3
"""Changes with the meaning of the stored fields."""

Slot = tuple[str, ...]
Pattern = tuple[Slot, ...]
"""One slot for each word of a phrase; a slot holds the keys that fit, sorted. A single word has one slot."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of one area, compiled."""

    area: str
    facet: str
    text: str
    """As the editor wrote it: the name shown in evidence."""
    weight: int
    """0 masks, 1 hints, 2 is strong, 3 names the area."""
    kind: str
    patterns: tuple[Pattern, ...]
    compound: str = "nej"
    gap: int = 0
    capitals: bool = False
    contexts: tuple[int, ...] = ()
    """Numbers of `Vocabulary.contexts`; empty: counts anywhere."""
    sharing: int = 1
    """How many areas of the facet have this term: `areas(t)` of the score."""

    @property
    def claims(self) -> bool:
        """Whether a compound that is this term counts for the facet as it stands, and its parts do not."""
        return self.weight > 0 and not self.contexts and not self.capitals


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries in the order of area id and term, whatever order the registers had."""

    entries: tuple[Entry, ...] = ()
    contexts: tuple[tuple[Pattern, ...], ...] = ()
    """What `kun_med` asks for: each has patterns of which one must be in the post."""
    never: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(area, keys that must not match there), sorted."""
    own_limits: tuple[tuple[str, str, int, int], ...] = ()
    """(area, facet, sure, suggestion) of the areas that have thresholds of their own, sorted; 0: the facet's."""
    lookup: Lookup = field(init=False, repr=False, compare=False)
    """Built from the fields above; remembers each word that it has met."""
    _limits: dict[tuple[str, str], tuple[int, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows = [Row(e.area, e.facet, e.patterns, e.compound, e.gap, e.claims) for e in self.entries]
        object.__setattr__(self, "_limits", {(a, f): (sure, low) for a, f, sure, low in self.own_limits})
        object.__setattr__(self, "lookup", Lookup.build(rows, self.contexts, self.never))

    def limits(self, area: str, facet: str) -> Limits:
        """Return the thresholds of the area, its own or the facet's."""
        return limits_of(facet, *self._limits.get((area, facet), (0, 0)))


def limits_of(facet: str, sure: int = 0, suggestion: int = 0) -> Limits:
    """Return the thresholds of an area of the facet that has these of its own."""
    return Limits(sure or SURE[facet], suggestion or SUGGESTION[facet])


def as_json(vocabulary: Vocabulary) -> str:
    """Return the vocabulary as JSON with sorted keys and a final newline."""
    numbers: dict[Slot, int] = {}
    entries = [_row(entry, numbers) for entry in vocabulary.entries]
    contexts = [_numbered(patterns, numbers) for patterns in vocabulary.contexts]
    shape = {
        "format": FORMAT,
        "language": VERSION,
        "slots": list(numbers),
        "entries": entries,
        "contexts": contexts,
        "never": vocabulary.never,
        "limits": vocabulary.own_limits,
    }
    return json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def from_json(text: str) -> Vocabulary:
    """Return the vocabulary that `as_json` wrote; another format or language version raises `InternalError`."""
    try:
        shape = json.loads(text)
        if (shape["format"], shape["language"]) != (FORMAT, VERSION):
            raise InternalError("Den gemte ordliste er fra en anden version.")
        slots: list[Slot] = [tuple(slot) for slot in shape["slots"]]
        entries = tuple(_entry(row, slots) for row in shape["entries"])
        contexts = tuple(_patterns(row, slots) for row in shape["contexts"])
        return Vocabulary(entries, contexts, _frozen(shape["never"]), _frozen(shape["limits"]))
    except (ValueError, KeyError, TypeError, IndexError) as fault:
        raise InternalError("Den gemte ordliste kan ikke læses.") from fault


def _row(entry: Entry, numbers: dict[Slot, int]) -> list[Any]:
    """Return the entry's fields, its slots by number: the forms of a word are stored once."""
    return [_numbered(entry.patterns, numbers) if name == "patterns" else getattr(entry, name) for name in _FIELDS]


def _numbered(patterns: tuple[Pattern, ...], numbers: dict[Slot, int]) -> list[list[int]]:
    return [[numbers.setdefault(slot, len(numbers)) for slot in pattern] for pattern in patterns]


def _entry(row: list[Any], slots: list[Slot]) -> Entry:
    fields = dict(zip(_FIELDS, row, strict=True))
    return Entry(**fields | {"patterns": _patterns(fields["patterns"], slots), "contexts": tuple(fields["contexts"])})


def _patterns(rows: list[list[int]], slots: list[Slot]) -> tuple[Pattern, ...]:
    return tuple([tuple([slots[number] for number in row]) for row in rows])


_FIELDS = tuple(Entry.__dataclass_fields__)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value
