"""Guards what a post gives to search: published posts only, all their prose, and passages to show."""

from __future__ import annotations

import random
from dataclasses import replace

from viden.model import Blog, Person
from viden.search import documents
from viden.search.documents import PASSAGE_LIMIT, facet_values

from tests.viden.search import toy


def test_documents_run_oldest_first_whatever_the_order_of_the_library(library):
    pairs = list(zip(library.facts, library.tagged))
    random.Random(7).shuffle(pairs)
    shuffled = replace(library, facts=tuple(f for f, _ in pairs), tagged=tuple(t for _, t in pairs))

    made = documents(shuffled)

    assert made == documents(library)
    assert [d.date for d in made] == sorted(d.date for d in made)


def test_drafts_and_posts_to_come_are_no_documents(made):
    assert len(made) == 12
    assert {"kladde", "fremtid"}.isdisjoint(d.id for d in made)


def test_each_field_holds_its_own_text(made):
    title, names, summary, headings, body = next(d for d in made if d.id == "udvikling").fields

    assert title == "Fem pointer om kompetenceudvikling"
    assert names.split("\n") == ["Ida Aabenby", "Aavig Kommune", "Digital stafet"]
    assert summary == "Det vigtigste fra årets første stafet."
    assert headings == "1) Læring tager tid\n2) Lederne går forrest"
    assert "når chefen selv lærer noget nyt" in body


def test_the_blogs_owner_who_stands_on_the_page_is_found_too(library):
    facts, tagged = library.facts[0], library.tagged[0]
    registers = replace(
        library.registers,
        people=(*library.registers.people, Person("karl", "Karl Ø. Owner")),
        blogs=(Blog("gangen", "Ude på gangen", "karl"),),
    )

    (document,) = documents(
        replace(library, facts=(replace(facts, blog="gangen"),), tagged=(tagged,), registers=registers)
    )

    assert "Karl Ø. Owner" in document.fields[1].split("\n")


def test_passages_begin_with_the_summary_and_keep_to_the_limit(made):
    long = replace(toy.library().tagged[0].body, zones=(), text="Et ord mere her. " * 400)
    facts, tagged = toy.library().facts[0], toy.library().tagged[0]
    library = replace(toy.library(), facts=(facts,), tagged=(replace(tagged, body=long),))

    for document in (*made, *documents(library)):
        assert sum(map(len, document.passages[:-1])) <= PASSAGE_LIMIT
        assert document.passages[0] == document.fields[2] or not document.fields[2]


def test_a_post_without_summary_or_body_is_still_a_document(library):
    facts, tagged = library.facts[0], library.tagged[0]
    bare = replace(
        library,
        facts=(replace(facts, summary=""),),
        tagged=(replace(tagged, body=replace(tagged.body, zones=(), text="")),),
    )

    (document,) = documents(bare)

    assert document.passages == ()
    assert document.text == ""


def test_facets_carry_the_labels_that_readers_see(made, library):
    values = facet_values(next(d for d in made if d.id == "udvikling"), library.registers)

    assert {name: [v.label for v in found] for name, found in values.items()} == {
        "kind": ["Pointer"],
        "workArea": ["HR og økonomi"],
        "competenceArea": ["Ledelse"],
        "author": ["Ida Aabenby"],
        "publisher": ["Aavig Kommune"],
        "series": ["Digital stafet"],
        "year": ["2026"],
    }
