"""From the terms of the registers to a vocabulary of written-out forms."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from ..language import bare, dictionary_forms, forms, key, nfc, tokens
from ..model import Area, Place, Problem, Term
from .vocabulary import Entry, Pattern, Vocabulary, limits_of

MOST_PATTERNS = 64
"""Alternatives of one phrase, multiplied out (chosen: more is a slip of the pen)."""

_CHOICE = re.compile(r"\(([^()]*)\)")

Placed = tuple[Entry, Term]


def compile(areas: Iterable[Area]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Return the vocabulary of the areas, and what is wrong with their terms.

    The vocabulary does not depend on the order of areas or terms. A faulty term
    is named and left out.
    """
    ordered = sorted(areas, key=lambda a: (a.facet, a.id))
    asked = {text: n for n, text in enumerate(sorted({c for a in ordered for t in a.terms for c in t.only_with}))}
    sharing = Counter((a.facet, name) for a in ordered for name in {_name(t) for t in a.terms if t.weight})
    entries: list[Entry] = []
    problems: list[Problem] = []
    for area in ordered:
        placed = [(_entry(area, term, asked, sharing), term) for term in sorted(area.terms, key=_order)]
        problems += [_unreadable(area, term) for entry, term in placed if not entry.patterns]
        kept = [(entry, term) for entry, term in placed if entry.patterns]
        own, slips = _shared_out(area, kept)
        entries += own
        problems += slips
    never = tuple((a.id, tuple(sorted({key(w) for w in a.never}))) for a in ordered if a.never)
    limits = tuple((a.id, a.facet, a.sure, a.suggestion) for a in ordered if a.sure or a.suggestion)
    problems += [_upside_down(a) for a in ordered if _is_upside_down(a)]
    return Vocabulary(tuple(entries), tuple(_patterns(text) for text in asked), never, limits), tuple(problems)


def _is_upside_down(area: Area) -> bool:
    limits = limits_of(area.facet, area.sure, area.suggestion)
    return limits.suggestion > limits.sure


def _upside_down(area: Area) -> Problem:
    limits = limits_of(area.facet, area.sure, area.suggestion)
    return Problem(
        area.place or Place(""),
        "error",
        "area-limits",
        f"Grænsen for forslag ({limits.suggestion}) er højere end grænsen for sikker ({limits.sure}) i {area.id}.",
        f"Skriv begge, og den for forslag lavest: graense: {{sikker: {limits.suggestion}, forslag: {limits.sure}}}.",
    )


def _name(term: Term) -> str:
    return " ".join(key(word) for word in term.text.split())


def _order(term: Term) -> tuple[str, str, int, Place]:
    return _name(term), term.text, term.weight, term.place or Place("")


def _entry(area: Area, term: Term, asked: dict[str, int], sharing: Counter[tuple[str, str]]) -> Entry:
    extra = tuple(_fixed(form) for form in sorted(term.forms))
    return Entry(
        area=area.id,
        facet=area.facet,
        text=nfc(term.text),
        weight=term.weight,
        kind=term.kind,
        patterns=tuple(dict.fromkeys((*_patterns(term.text), *(p for p in extra if p)))),
        compound=term.compound,
        gap=term.gap,
        capitals=term.capitals,
        contexts=tuple(asked[text] for text in sorted(set(term.only_with))),
        sharing=max(1, sharing[area.facet, _name(term)]),
    )


@lru_cache(maxsize=16384)
def _patterns(text: str) -> tuple[Pattern, ...]:
    """Return the patterns of a term; none if its brackets do not fit or it has no word."""
    variants = list(itertools.islice(_variants(text), MOST_PATTERNS + 1))
    if len(variants) > MOST_PATTERNS or any(c in variant for variant in variants for c in "()|"):
        return ()
    words = [[t.text for t in tokens(variant)] for variant in variants]
    if not all(words):
        return ()
    return _joined(tuple((_slot if len(row) == 1 else _slot_in_phrase)(word) for word in row) for row in words)


def _joined(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return fewer patterns that fit the same: those that differ in one word become one."""
    kept = list(dict.fromkeys(patterns))
    if len(kept) == 1:
        return tuple(kept)
    for index in range(max(map(len, kept))):
        groups: dict[tuple[Pattern, Pattern], set[str]] = {}
        for pattern in kept:
            slot = pattern[index : index + 1]
            groups.setdefault((pattern[:index], pattern[index + 1 :]), set()).update(*slot)
        kept = [(*before, tuple(sorted(slot)), *after) if slot else before for (before, after), slot in groups.items()]
    return tuple(sorted(kept))


def _variants(text: str) -> Iterator[str]:
    """Yield `hente gevinst` and `hente nytte` for `hente (gevinst|nytte)`."""
    pieces = _CHOICE.split(text)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    return ("".join(row) for row in itertools.product(*choices))


@lru_cache(maxsize=16384)
def _slot(word: str) -> tuple[str, ...]:
    if word[-1] in "-\u2010\u2011\u2013":
        return (key(word),)
    return tuple(sorted({key(form) for form in (*forms(word), bare(word))}))


@lru_cache(maxsize=16384)
def _slot_in_phrase(word: str) -> tuple[str, ...]:
    """Return the keys of a word that stands among others.

    A phrase is written as it is said: its function words and what stands there
    inflected keep their form, and only a dictionary form is inflected.
    """
    known = dictionary_forms(word)
    return _slot(word) if known is None else tuple(sorted({key(form) for form in known}))


def _fixed(form: str) -> Pattern:
    """Return the pattern of an irregular form: it and its genitive, nothing else."""
    words = [t.text for t in tokens(form)]
    slots: list[tuple[str, ...]] = [(key(word),) for word in words]
    if slots and not words[-1].endswith(("s", "x", "z")):
        slots[-1] = (key(words[-1]), key(words[-1] + "s"))
    return tuple(slots)


def _unreadable(area: Area, term: Term) -> Problem:
    return Problem(
        term.place or area.place or Place(""),
        "error",
        "term-pattern",
        f"Ordet »{term.text}« i {area.id} kan ikke læses.",
        "Skriv et eller flere ord; valg står i parentes med streg imellem: hente (gevinst|nytte).",
    )


def _shared_out(area: Area, placed: list[Placed]) -> tuple[list[Entry], list[Problem]]:
    """Return the entries with each single form at one of them, and the pairs of terms that are a slip.

    A role and an action may well meet in a form (*hjemmehjælper*, *hacker*): it
    goes to the term that writes it, then to the heavier, then by alphabet. Where
    one of two terms of the same kind is written as a form of the other, an editor
    wrote one term twice; a form that the rules made of both is no one's slip.
    """
    holders: dict[tuple[str, bool], int] = {}
    problems: dict[tuple[int, int], Problem] = {}
    for number in sorted(range(len(placed)), key=lambda n: (-placed[n][0].weight, n)):
        for form in _singles(placed[number][0]):
            slot = (form, placed[number][0].capitals)
            first = holders.setdefault(slot, number)
            if first == number:
                continue
            writers = [n for n in (first, number) if form == key(placed[n][0].text)]
            if writers and placed[first][0].kind == placed[number][0].kind:
                pair = (min(first, number), max(first, number))
                problems.setdefault(pair, _twice(area, form, placed[pair[0]][1], placed[pair[1]][1]))
            if writers == [number]:
                holders[slot] = number
    kept = [_without_lost(entry, number, holders) for number, (entry, _) in enumerate(placed)]
    return kept, list(problems.values())


def _singles(entry: Entry) -> Iterator[str]:
    return (form for pattern in entry.patterns if len(pattern) == 1 for form in pattern[0])


def _without_lost(entry: Entry, number: int, holders: dict[tuple[str, bool], int]) -> Entry:
    """Return the entry without the single forms that another term got."""
    patterns: list[Pattern] = []
    for pattern in entry.patterns:
        if len(pattern) == 1:
            own = tuple(form for form in pattern[0] if holders[form, entry.capitals] == number)
            patterns += [(own,)] if own else []
        else:
            patterns.append(pattern)
    return replace(entry, patterns=tuple(patterns))


def _twice(area: Area, form: str, one: Term, other: Term) -> Problem:
    first, second = sorted((one, other), key=lambda t: (t.place or Place(""), t.text))
    where = f" (linje {first.place.line})" if first.place else ""
    shown = next((f for f in (*forms(first.text), *forms(second.text)) if key(f) == form), form)
    return Problem(
        second.place or area.place or Place(""),
        "error",
        "term-form-twice",
        f"Formen »{shown}« i {area.id} hører både til »{first.text}«{where} og til »{second.text}«.",
        "Slet det ene ord. Er det to forskellige ord, så giv dem hver sin art.",
    )
