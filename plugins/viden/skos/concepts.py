"""From areas to statements: concept schemes, concepts, their labels, and each term as a SKOS-XL label."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from .. import addresses
from ..model import Area, Term
from . import names
from .graphs import Name, Number, Row, Statement, Text, Value

DANISH, ENGLISH = "da", "en"
STRONGEST = 3
"""The weight of a term that names its area: a label of its own right."""
_CHOICE = re.compile(r"\(([^()]*)\)")
_MOST_VARIANTS = 64
"""As many as a phrase may have in the vocabulary."""


def statements(areas: Iterable[Area], base: str, schemes: Mapping[str, str] | None = None) -> tuple[Statement, ...]:
    """Return what the areas are, as statements about names under `base` (an absolute address without fragment).

    `schemes` gives, where it is known, the address before the codes of a
    foreign scheme (`{"kle": "https://…/"}`): a mapping to it then becomes a
    SKOS match, beside the plain code that it always is.
    """
    listed = tuple(areas)
    made: list[Statement] = []
    for facet in names.SCHEMES:
        own = tuple(a for a in listed if a.facet == facet)
        if own:
            made += _scheme(facet, base)
            for number, area in enumerate(own, 1):
                made += _concept(area, number, base, schemes or {})
    return tuple(made)


def scheme_name(facet: str, base: str) -> str:
    return f"{base}#{names.SCHEMES[facet]}"


def concept_name(area: Area, base: str) -> str:
    return f"{base}#{names.FOLDERS[area.facet]}/{quote(area.id)}"


def variants(text: str) -> tuple[str, ...]:
    """Return the wordings of a phrase with choices: two for `hente (gevinst|nytte)`."""
    pieces = _CHOICE.split(text)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    rows = itertools.islice(itertools.product(*choices), _MOST_VARIANTS)
    return tuple(dict.fromkeys(" ".join("".join(row).split()) for row in rows))


def _scheme(facet: str, base: str) -> Iterator[Statement]:
    name = scheme_name(facet, base)
    yield Statement(name, names.TYPE, Name(names.SKOS + "ConceptScheme"))
    yield Statement(name, names.DCTERMS + "title", Text(names.TITLES[facet], DANISH))
    yield Statement(name, names.OWN + "facet", Text(facet))


def _concept(area: Area, number: int, base: str, schemes: Mapping[str, str]) -> Iterator[Statement]:
    name, scheme = concept_name(area, base), Name(scheme_name(area.facet, base))

    def about(predicate: str, *values: Value) -> Iterator[Statement]:
        return (Statement(name, predicate, value) for value in values)

    yield from about(names.TYPE, Name(names.SKOS + "Concept"))
    yield from about(names.SKOS + "inScheme", scheme)
    yield from about(names.SKOS + "topConceptOf", scheme)
    yield Statement(scheme.iri, names.SKOS + "hasTopConcept", Name(name))
    yield from about(names.SKOS + "notation", Text(area.id))
    yield from about(names.OWN + "number", Number(number))
    if page := _page(area, base):
        yield from about(names.FOAF + "page", Name(page))
    yield from about(names.PREF_LABEL, Text(area.label, DANISH), *_texts(area.label_en, ENGLISH))
    yield from about(names.SKOS + "definition", *_texts(area.definition, DANISH))
    yield from about(names.SKOS + "scopeNote", *_texts(area.not_here, DANISH))
    if area.never:
        yield from about(names.OWN + "never", _row(area.never))
    for limit, number_of_points in (("sure", area.sure), ("suggestion", area.suggestion)):
        if number_of_points:
            yield from about(names.OWN + limit, Number(number_of_points))
    yield from _mappings(name, area, schemes)
    yield from _labels(name, area)


def _texts(text: str, language: str) -> tuple[Text, ...]:
    return (Text(text, language),) if text else ()


def _page(area: Area, base: str) -> str:
    root = base.removesuffix(addresses.TAXONOMY_TURTLE)
    return root + addresses.area_url(area.facet, area.id) if root != base else ""


def _mappings(name: str, area: Area, schemes: Mapping[str, str]) -> Iterator[Statement]:
    for number, (scheme, code, relation) in enumerate(area.mappings, 1):
        node = f"{name}/svarer-til/{number}"
        yield Statement(name, names.OWN + "mapping", Name(node))
        yield Statement(node, names.OWN + "number", Number(number))
        yield Statement(node, names.OWN + "scheme", Text(scheme))
        yield Statement(node, names.SKOS + "notation", Text(code))
        yield Statement(node, names.OWN + "relation", Text(relation))
        if scheme in schemes:
            yield Statement(name, names.MATCHES[relation], Name(schemes[scheme] + quote(code, safe="")))


def _labels(name: str, area: Area) -> Iterator[Statement]:
    """Yield the labels. Of kinds that share a wording the strongest has it: they may not overlap (SKOS S13)."""
    kinds = {area.label: names.PREF_LABEL}
    for term in sorted(area.terms, key=lambda t: -t.weight):
        kind = names.ALT_LABEL if term.weight == STRONGEST else names.HIDDEN_LABEL
        for wording in variants(term.text) if term.weight else ():
            if kinds.setdefault(wording, kind) == kind:
                yield Statement(name, kind, Text(wording, DANISH))
    taken: set[str] = set()
    for number, term in enumerate(area.terms, 1):
        node = _node(name, term, taken)
        wording = variants(term.text)[0]
        kind = kinds[wording].replace(names.SKOS, names.SKOS_XL) if term.weight else names.OWN + "mask"
        yield Statement(name, kind, Name(node))
        yield from _term(node, term, number, wording)


def _node(name: str, term: Term, taken: set[str]) -> str:
    """Return a name for a term that depends on its wording, not on its place in the list."""
    plain = f"{name}/ord/{addresses.slug(term.text)}"
    node = next(n for n in itertools.chain([plain], (f"{plain}-{k}" for k in itertools.count(2))) if n not in taken)
    taken.add(node)
    return node


def _term(node: str, term: Term, number: int, wording: str) -> Iterator[Statement]:
    """Yield what a term is; what is as it mostly is goes without saying."""
    plain = Term(wording, term.weight)
    own: dict[str, tuple[object, object, Value]] = {
        "pattern": (term.text, plain.text, Text(term.text, DANISH)),
        "kind": (term.kind, plain.kind, Text(term.kind)),
        "compound": (term.compound, plain.compound, Text(term.compound)),
        "gap": (term.gap, plain.gap, Number(term.gap)),
        "capitals": (term.capitals, plain.capitals, Number(int(term.capitals))),
        "onlyWith": (term.only_with, plain.only_with, _row(term.only_with)),
        "forms": (term.forms, plain.forms, _row(term.forms)),
    }
    yield Statement(node, names.TYPE, Name(names.SKOS_XL + "Label"))
    yield Statement(node, names.LITERAL_FORM, Text(wording, DANISH))
    yield Statement(node, names.OWN + "number", Number(number))
    yield Statement(node, names.OWN + "weight", Number(term.weight))
    for key, (value, usual, written) in own.items():
        if value != usual:
            yield Statement(node, names.OWN + key, written)


def _row(texts: Iterable[str]) -> Row:
    return Row(tuple(Text(text, DANISH) for text in texts))
