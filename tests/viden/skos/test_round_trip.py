"""Guards the exchange with other programs: standard SKOS, nothing lost on the way there and back, the same bytes each time."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import RDF, SKOS
from viden import registers, skos
from viden.errors import ContentError
from viden.model import COMPETENCE, WORK, Area, Source, Term

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
ROOT = Path(__file__).resolve().parents[3]
BASE = "https://viden.example.dk/data/taksonomi.ttl"
XL = rdflib.Namespace("http://www.w3.org/2008/05/skos-xl#")
FILES = {COMPETENCE: "data/kompetenceomraader.yaml", WORK: "data/arbejdsomraader.yaml"}
SITE = {"data/site.yaml": "navn: Prøve\nautoritet: 'example.dk,2026'\n"}
WRITERS = {"ttl": lambda graph: skos.turtle(graph, BASE), "jsonld": lambda graph: skos.jsonld(graph, BASE)}


def read(texts):
    loaded, problems = registers.load([Source(path, text.encode(), "") for path, text in (SITE | texts).items()])
    assert [p for p in problems if p.severity == "error"] == []
    return (*loaded.competence_areas, *loaded.work_areas)


def own_areas():
    return read({path: (ROOT / "content" / path).read_text(encoding="utf-8") for path in FILES.values()})


def without_places(areas):
    return tuple(
        dataclasses.replace(a, place=None, terms=tuple(dataclasses.replace(t, place=None) for t in a.terms))
        for a in areas
    )


def graph(areas, form="ttl", schemes=None):
    found = rdflib.Graph()
    text = WRITERS[form](skos.statements(areas, BASE, schemes))
    return found.parse(data=text, format="turtle" if form == "ttl" else "json-ld")


def written(areas):
    return read(
        {path: skos.register_yaml([a for a in areas if a.facet == facet], "Prøve") for facet, path in FILES.items()}
    )


ONE = Area("gevinst", COMPETENCE, "Gevinster", "Benefits", "At nytte hentes hjem.", "Ikke drift.",
           (Term("gevinst", 3, compound="begge"), Term("hente (gevinst|nytte)", 2, "handling", gap=3),
            Term("effekt", 1, only_with=("gevinst", "business case")), Term("personlige effekter", 0),
            Term("HR", 2, "rolle", capitals=True), Term("mus", 1, "ting", forms=("mys", "mysene"))),
           ("effektiv",), mappings=(("digcomp", "1.2", "close"), ("kle", "29", "related")))  # fmt: skip


@pytest.mark.parametrize("form", WRITERS)
def test_our_own_registers_come_back_as_they_were(form):
    areas = own_areas()
    text = WRITERS[form](skos.statements(areas, BASE))

    back = skos.areas(skos.parsed(text, f"x.{form}"))

    assert back == without_places(areas)
    assert without_places(written(back)) == without_places(areas)
    assert WRITERS[form](skos.statements(back, BASE)) == text


LETTER = st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="()|")
WORD = (
    st.text(LETTER, min_size=1, max_size=12)
    .map(lambda t: unicodedata.normalize("NFC", t).strip())
    .filter(lambda t: any(c.isalnum() for c in t))
)
TERM = st.builds(
    Term,
    text=WORD | st.sampled_from(["hente (gevinst|nytte)", "nej", "1", "a: b", "# x", "æble"]),
    weight=st.integers(0, 3),
    kind=st.sampled_from(["navn", "rolle", "ting", "handling"]),
    compound=st.sampled_from(["begge", "foerste", "sidste", "nej"]),
    gap=st.integers(0, 9),
    only_with=st.lists(WORD, max_size=3).map(tuple),
    forms=st.lists(WORD, max_size=3).map(tuple),
    capitals=st.booleans(),
)
MAPPING = st.tuples(
    st.sampled_from(["digcomp", "entrecomp", "esco"]), WORD, st.sampled_from(["close", "related", "broad", "narrow"])
)
AREA = st.builds(
    Area,
    id=st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True),
    facet=st.sampled_from([COMPETENCE, WORK]),
    label=WORD,
    label_en=st.just("") | WORD,
    definition=st.just("") | WORD,
    not_here=st.just("") | WORD,
    terms=st.lists(TERM, max_size=5).map(tuple),
    never=st.lists(WORD, max_size=3).map(tuple),
    sure=st.sampled_from((0, 500, 6000)),
    suggestion=st.sampled_from((0, 500)),
    mappings=st.lists(MAPPING, max_size=3).map(lambda rows: tuple(sorted(rows, key=lambda r: ["digcomp", "entrecomp", "esco"].index(r[0])))),
)  # fmt: skip
AREAS = st.lists(AREA, max_size=4, unique_by=lambda a: (a.facet, a.id)).map(
    lambda rows: tuple(sorted(rows, key=lambda a: a.facet))
)


@settings(max_examples=60, deadline=None)
@given(AREAS, st.sampled_from(sorted(WRITERS)))
def test_any_areas_come_back_as_they_were(areas, form):
    text = WRITERS[form](skos.statements(areas, BASE))

    back = skos.areas(skos.parsed(text, f"x.{form}"))

    assert back == areas
    assert WRITERS[form](skos.statements(back, BASE)) == text


@settings(max_examples=60, deadline=None)
@given(AREAS)
def test_a_written_register_reads_as_the_areas_it_was_made_of(areas):
    for area in areas:
        text = skos.register_yaml([area], "Prøve\nto linjer")
        loaded, _ = registers.load([Source(FILES[area.facet], text.encode(), "")])
        found = loaded.competence_areas if area.facet == COMPETENCE else loaded.work_areas
        assert without_places(found) == (area,), text


def test_every_value_of_an_area_and_a_term_goes_along():
    assert {f.name for f in dataclasses.fields(Area)} == {
        "id", "facet", "label", "label_en", "definition", "not_here", "terms", "never", "sure", "suggestion", "mappings", "place",
    }  # fmt: skip
    assert {f.name for f in dataclasses.fields(Term)} == {
        "text", "weight", "kind", "compound", "gap", "only_with", "forms", "capitals", "place",
    }  # fmt: skip


def test_both_forms_hold_the_same_graph():
    made = skos.statements(own_areas(), BASE)
    read_back = [set(skos.parsed(write(made), f"x.{form}")) for form, write in WRITERS.items()]

    assert read_back == [set(made), set(made)]


def test_labels_are_of_one_kind_each():
    found = graph(own_areas())
    for concept in found.subjects(RDF.type, SKOS.Concept):
        kinds = [set(found.objects(concept, kind)) for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert not kinds[0] & kinds[1] and not kinds[0] & kinds[2] and not kinds[1] & kinds[2]
        assert len({label.language for label in kinds[0]}) == len(kinds[0])


def test_each_label_of_its_own_is_the_plain_label_too():
    found = graph(own_areas())
    for extended, plain in (
        (XL.prefLabel, SKOS.prefLabel),
        (XL.altLabel, SKOS.altLabel),
        (XL.hiddenLabel, SKOS.hiddenLabel),
    ):
        for concept, label in found.subject_objects(extended):
            assert (concept, plain, found.value(label, XL.literalForm)) in found


@pytest.mark.parametrize("base", ["", "https://viden.example.dk/data/taksonomi.ttl", "tag:example.dk,2026:taksonomi"])
def test_names_are_whole_whatever_they_stand_under(base):
    under = base or BASE
    made = skos.statements([ONE], under)

    assert set(skos.parsed(skos.turtle(made, base), "x.ttl")) == set(made)
    assert set(skos.parsed(skos.jsonld(made, base), "x.jsonld")) == set(made)
    assert {s.subject.partition("#")[0] for s in made} == {under}


def test_a_term_that_hides_is_no_label():
    labels = {str(o) for p in (SKOS.altLabel, SKOS.hiddenLabel) for o in graph([ONE]).objects(None, p)}

    assert labels == {"gevinst", "hente gevinst", "hente nytte", "effekt", "HR", "mus"}


def test_a_mapping_is_a_match_where_the_address_of_the_scheme_is_known():
    found = graph([ONE], schemes={"kle": "https://kle.example.dk/"})

    assert [str(o) for o in found.objects(None, SKOS.relatedMatch)] == ["https://kle.example.dk/29"]
    assert list(found.objects(None, SKOS.closeMatch)) == []


def test_a_foreign_file_gives_areas_with_weighted_terms():
    text = """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix x: <https://x.example/> .
      x:kirke a skos:Concept ; skos:prefLabel "Kirke og tro"@da, "Church"@en ; skos:altLabel "menighed"@da ;
        skos:hiddenLabel "præst"@da, "Menighed"@da ; skos:definition "Om kirken."@da .
    """

    assert skos.areas(skos.parsed(text, "kirke.ttl"), WORK) == (
        Area(
            "kirke-og-tro", WORK, "Kirke og tro", "Church", "Om kirken.", terms=(Term("menighed", 3), Term("præst", 2))
        ),
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("x.ttl", "@prefix skos: <http"),
        ("x.ttl", "a b c"),
        ("x.jsonld", "{"),
        ("x.jsonld", '{"@context": "https://evil.example/kontekst.jsonld", "@graph": []}'),
        ("x.jsonld", json.dumps({"@context": {"@import": "https://evil.example/kontekst.jsonld"}, "@graph": []})),
        ("x.jsonld", json.dumps({"@graph": [{"@context": ["https://evil.example/kontekst.jsonld"], "@id": "x:y"}]})),
    ],
)
def test_a_file_that_cannot_be_read_or_would_fetch_is_named(path, text):
    with pytest.raises(ContentError) as fault:
        skos.parsed(text, path)

    assert [p.rule for p in fault.value.problems] == ["skos-unreadable"]
    assert fault.value.problems[0].place.path == path
