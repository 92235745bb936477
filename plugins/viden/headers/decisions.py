"""An editor's decision on areas, written into a header: one line changes, at most two, and all other bytes stay.

An explicit list replaces the tagger for its facet, so accepting an area writes
the facet's whole resulting set. Doing a thing twice is doing it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import ContentError
from ..model import COMPETENCE, WORK, Area, Header, Post, Problem, Registers, Source
from .areas import KEYS, items_of, named
from .characters import LINE_END
from .keys import folded, key_named, key_of
from .posts import post
from .reading import parse
from .writing import with_items, without_field

REJECTED = "Reject_areas"
FACETS = (COMPETENCE, WORK)
OURS = frozenset({KEYS[COMPETENCE].lower(), KEYS[WORK].lower(), REJECTED.lower()})
"""The keys that a decision may change, by id."""
ENGLISH_ALIASES = frozenset({"author"})
"""Aliases that do not tell that an editor writes Danish keys."""

Standing = Mapping[str, tuple[str, ...]]
"""Facet → the ids that the post has today, the editor's or the tagger's sure ones."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A file after a decision."""

    data: bytes
    lines: tuple[str, ...]
    """The header lines that are new, as they stand; a line that went, as its key and a colon in brackets."""
    standing: tuple[tuple[str, tuple[str, ...]], ...]
    """(facet, the ids that count now), both facets."""


def accept(source: Source, registers: Registers, standing: Standing, areas: Iterable[Area]) -> Decided:
    """Return the file with the areas accepted: each facet's whole set as an explicit list, no rejection of them.

    Raises `ContentError` where the header cannot be read or a line that would
    be changed has a fault of its own.
    """
    wanted = tuple(dict.fromkeys(areas))
    text, before, header = _read(source, registers)
    known = registers.competence_areas + registers.work_areas
    result = _today(before, standing)
    for facet in FACETS:
        own = [a.id for a in wanted if a.facet == facet]
        result[facet] = tuple(dict.fromkeys((*result[facet], *own)))
        if own and result[facet] != _given(before, facet):
            text = _with_areas(text, header, KEYS[facet], result[facet], known)
    items = _named_items(header, REJECTED, known)
    kept = tuple((word, area) for word, area in items if area not in wanted)
    if kept != items:
        words = tuple(word for word, _ in kept)
        text = with_items(text, REJECTED, words) if words else without_field(text, REJECTED)
    return _decided(source, text, registers, result, {area.id for _, area in kept if area is not None})


def reject(source: Source, registers: Registers, standing: Standing, areas: Iterable[Area]) -> Decided:
    """Return the file with the areas rejected.

    Where the header names a facet's areas, the area leaves that list, which may
    then be empty and means none; an area that is not in such a list has nothing
    to be rejected for. Else it joins the rejected. Errors as for `accept`.
    """
    wanted = tuple(dict.fromkeys(areas))
    text, before, header = _read(source, registers)
    known = registers.competence_areas + registers.work_areas
    result = _today(before, standing)
    rejected = tuple(a.id for _, a in _named_items(header, REJECTED, known) if a is not None)
    added: list[str] = []
    for facet in FACETS:
        ids = [a.id for a in wanted if a.facet == facet]
        given = _given(before, facet)
        result[facet] = tuple(id for id in result[facet] if id not in ids)
        if given is None:
            added += [id for id in ids if id not in rejected]
        elif result[facet] != given:
            text = _with_areas(text, header, KEYS[facet], result[facet], known)
    if added:
        text = _with_areas(text, header, REJECTED, (*rejected, *added), known)
    return _decided(source, text, registers, result, {*rejected, *added})


def _read(source: Source, registers: Registers) -> tuple[str, Post, Header]:
    """Return the text, the post and its header; `ContentError` where they cannot be worked on."""
    read, found, _ = post(source, registers)
    if read is None or read.header is None:
        raise ContentError(p for p in found if p.severity == "error")
    text = source.data.decode("utf-8")
    ours = _our_lines(text, read.header)
    wrong = [p for p in found if p.severity == "error" and _is_in_the_way(p) and p.place.line in ours]
    if wrong:
        raise ContentError(wrong)
    return text, read, read.header


def _is_in_the_way(problem: Problem) -> bool:
    """Whether a fault is of its line; an area both given and rejected is what a decision mends."""
    return problem.rule.startswith(("area-", "key-", "value-", "char-", "header-")) and problem.rule != "area-rejected"


def _our_lines(text: str, header: Header) -> frozenset[int]:
    """Return the lines of the header that a decision may change, those of a doubled key too."""
    places = [p for f in header.fields if f.key in OURS for p in (f.place, f.key_place) if p is not None]
    words = [line.partition(":")[0].strip(" \"'") for line in LINE_END.split(text)[: header.body_line - 1]]
    named_so = (n for n, word in enumerate(words, 1) if (key := key_of(word)) is not None and key.id in OURS)
    return frozenset((*(place.line for place in places), *named_so))


def _given(post: Post, facet: str) -> tuple[str, ...] | None:
    return post.competence_areas if facet == COMPETENCE else post.work_areas


def _today(post: Post, standing: Standing) -> dict[str, tuple[str, ...]]:
    """Return the ids that count today by facet: the editor's, or those that stand."""
    return {facet: standing.get(facet, ()) if (ids := _given(post, facet)) is None else ids for facet in FACETS}


def _named_items(header: Header, key: str, known: tuple[Area, ...]) -> tuple[tuple[str, Area | None], ...]:
    return tuple((text, named(text, known)) for text, _ in items_of(header, key.lower(), known))


def _with_areas(text: str, header: Header, key: str, ids: tuple[str, ...], known: tuple[Area, ...]) -> str:
    """Return the text with the areas under `key`: those that stand there as they are written, new ones alike."""
    there = {a.id: word for word, a in _named_items(header, key, known) if a is not None}
    by_label = bool(there) and not any(word == id for id, word in there.items())
    labels = {a.id: a.label for a in known if ";" not in a.label}
    words = tuple(there.get(id) or (labels.get(id, id) if by_label else id) for id in ids)
    return with_items(text, key, words, _own_name(header, key))


def _own_name(header: Header, key: str) -> str:
    """Return the name that a new key gets: its Danish one in a header whose keys are Danish."""
    written = [(folded(f.written), known) for f in header.fields if (known := key_of(f.written)) and known.aliases]
    danish = sum(word != known.id and word not in ENGLISH_ALIASES for word, known in written)
    own = key_named(key.lower())
    return own.aliases[0] if 2 * danish > len(written) else own.name


def _decided(source: Source, text: str, registers: Registers, result: Standing, rejected: set[str]) -> Decided:
    """Return the file as decided, once it is sure that it reads back as decided."""
    data = text.encode("utf-8")
    if data == source.data:
        return Decided(source.data, (), tuple(result.items()))
    told = _changes(source.data.decode("utf-8"), text)
    before, _, _ = post(source, registers)
    after, _, _ = post(Source(source.path, data, source.digest), registers)
    assert before is not None  # _read has read it
    if after is None or not (_says(after, result, rejected) and _rest(after) == _rest(before)):
        message = "Hovedet er skrevet sådan, at det ikke kan rettes sikkert."
        raise ContentError([Problem(before.place, "error", "header-line", message, f"Skriv selv {'; '.join(told)}")])
    return Decided(data, told, tuple(result.items()))


def _says(post: Post, result: Standing, rejected: set[str]) -> bool:
    given = {id for facet in FACETS for id in _given(post, facet) or ()}
    own = all(_given(post, facet) in (None, ids) for facet, ids in result.items())
    return own and set(post.reject_areas) == rejected - given


def _rest(post: Post) -> tuple[str, list[tuple[str, str]]]:
    """Return what no decision touches: the body, and the values of all other keys."""
    fields = post.header.fields if post.header else ()
    return post.markdown, [(f.key, f.value) for f in fields if f.key not in OURS]


def _changes(before: str, after: str) -> tuple[str, ...]:
    """Return the header's values that differ, as one line each; a key that went in brackets."""
    old, new = (_values(text) for text in (before, after))
    changed = [f"{name}: {value}".rstrip() for name, value in new.items() if old.get(name) != value]
    return (*changed, *(f"({name}:)" for name in old if name not in new))


def _values(text: str) -> dict[str, str]:
    header, _, _ = parse(text, "")
    found: dict[str, list[str]] = {}
    for field in header.fields if header else ():
        found.setdefault(field.written, []).append(field.value)
    return {name: "; ".join(values) for name, values in found.items()}
