"""Guards what an editor is told of the terms: dead, greedy, shared, masked, what each catches, and candidates with their effect."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import datetime

import pytest
from viden.dates import COPENHAGEN
from viden.model import Area, Place, Post, Term, Zone
from viden.tagging import Text, compile
from viden.tagging.impact import impact
from viden.tagging.impact_text import impact_json, impact_text
from viden.tagging.proposing import propose
from viden.tagging.terms import caught, survey
from viden.tagging.terms_text import forms_json, forms_text, proposals_json, proposals_text, survey_json, survey_text


def text(id, body, title="", **changes):
    when = datetime(2026, 11, 1, tzinfo=COPENHAGEN)
    post = Post(id, "article", title or id, id, when, False, "", Place(f"artikler/{id}.md"), **changes)
    return Text(post, (Zone("title", title), Zone("body", body)), len(body.split()))


def area(id, *terms, facet="work", **changes):
    """An area with thresholds of its own, so that no case leans on the measured ones."""
    return Area(id, facet, id.capitalize(), "", "", terms=terms, sure=4000, suggestion=2000, **changes)


PIER = area(
    "havn", Term("kaj", 3), Term("skib", 2, compound="begge"), Term("skibakke", 0), Term("bøje", 2, kind="ting")
)
FARM = area("gård", Term("ko", 3), Term("skib", 1), Term("pløje", 2, kind="handling"))
AREAS = (PIER, FARM)
TEXTS = (
    text("a", "Skibet lå ved kajen. Et skib mere, og et fiskeskib."),
    text("b", "Koen stod på skibakken."),
    text("c", "Køerne stod."),
    text("d", "Det regnede."),
)


def use(known, area, term):
    return next(u for u in known.uses if (u.area, u.text) == (area, term))


# --- the survey


def test_hits_are_counted_by_post_and_by_written_form():
    known = survey(TEXTS, AREAS)

    ship, cow = use(known, "havn", "skib"), use(known, "gård", "ko")
    assert (ship.posts, ship.hits, ship.forms) == (1, 3, (("fiskeskib", 1), ("skib", 1), ("skibet", 1)))
    assert (cow.posts, cow.hits, cow.forms) == (2, 2, (("koen", 1), ("køerne", 1)))
    assert use(known, "gård", "skib").hits == 2


def test_a_term_without_a_hit_is_dead_and_one_in_many_posts_is_greedy():
    known = survey(TEXTS, AREAS)

    assert [(u.area, u.text) for u in known.dead] == [("gård", "pløje"), ("havn", "bøje")]
    assert [(u.text, u.posts) for u in known.greedy] == [("ko", 2)]
    assert survey((*TEXTS, *[text(f"x{n}", "Regn.") for n in range(4)]), AREAS).greedy == ()


def test_a_mask_is_told_with_the_places_it_hid_and_is_neither_dead_nor_shared():
    known = survey(TEXTS, (*AREAS, area("by", Term("skibakke", 2))))

    assert [(u.text, u.hits, u.posts) for u in known.masks] == [("skibakke", 1, 1)]
    assert [(s.text, [u.area for u in s.uses]) for s in known.shared] == [("skib", ["gård", "havn"])]
    assert use(known, "havn", "skib").hits == 3, "what the mask hid is no hit of another term"


def test_terms_are_counted_by_kind_and_a_survey_of_one_area_keeps_what_it_shares():
    known = survey(TEXTS, AREAS).of(["havn"])

    assert known.kinds("havn") == {"navn": 2, "ting": 1, "skjuler": 1}
    assert {u.area for u in known.uses} == {"havn"}
    assert [u.area for u in known.shared[0].uses] == ["gård", "havn"]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_posts_areas_and_terms_changes_nothing(seed):
    dice = random.Random(seed)
    texts, areas = list(TEXTS), [replace(a, terms=tuple(dice.sample(a.terms, len(a.terms)))) for a in AREAS]
    dice.shuffle(texts)
    dice.shuffle(areas)

    assert survey(texts, areas) == survey(TEXTS, AREAS)
    assert propose(texts, areas, "gård", 9) == propose(TEXTS, AREAS, "gård", 9)


def test_an_archive_without_posts_has_only_dead_terms():
    known = survey((), AREAS)

    assert len(known.dead) == 6 and known.greedy == ()
    assert "6" not in survey_text(known, AREAS, False).split("\n")[0]


# --- what a term catches


def test_each_term_is_shown_with_its_forms_and_those_no_dictionary_knows():
    known = survey(TEXTS, AREAS)
    rows = {c.use.text: c for c in caught(PIER, known)}

    forms = {f.text: f.is_known for f in rows["bøje"].ways[0][0]}
    assert forms["bøje"] and forms["bøjerne"]
    assert all(any(c in "æøåbcdefghijklmnoprstuvxyz" for c in f) for f in forms)
    assert not all(f.is_known for f in rows["skib"].ways[0][0])
    assert rows["skib"].use.posts == 1


def test_a_phrase_shows_each_word_by_itself_and_a_choice_each_way():
    (row,) = caught(area("by", Term("hente (post|brev)", 2, kind="handling")), survey((), ()))

    bases = [[f.base for f in slot] for way in row.ways for slot in way]
    assert {base for slot in bases for base in slot} == {"hente", "post", "brev"}
    assert "hentede" in {f.text for way in row.ways for f in way[0]}
    shown = forms_text(area("by"), [row])
    assert "    hente: " in shown and "    brev: " in shown


def test_an_irregular_form_stands_under_its_term():
    (row,) = caught(area("by", Term("mus", 2, forms=("musefælden",))), survey((), ()))

    assert "musefælden" in {f.text for way in row.ways for f in way[0]}


# --- candidates


MARKET = area("torv", Term("torv", 3), facet="work")
STALLS = (
    *(
        text(f"t{n}", "På torvet stod en vogn med fisk. Grønthandleren råbte, og Kaj lo.", work_areas=("torv",))
        for n in range(4)
    ),
    text("u", "Grønthandleren råbte over vognen. Vognene stod tæt, og en grønthandler kom til."),
    *(text(f"v{n}", "Regnen faldt, og vinden tog til over marken.") for n in range(5)),
)


def test_words_of_the_area_s_posts_are_proposed_with_what_they_would_change():
    found = propose(STALLS, (MARKET,), "torv", 20)

    words = [c.term.text for c in found]
    assert "grønthandler" in words and "vogn" in words
    assert "torv" not in words, "the area has it"
    assert not {"kaj", "Kaj"} & set(words), "a name is no term"
    assert not {"regn", "vind", "stå", "og"} & set(words)
    stall = next(c for c in found if c.term.text == "vogn")
    assert (stall.with_area, stall.others, stall.forms) == (4, 1, ("vogn", "vognen", "vognene"))
    assert [(m.id, m.area, m.before, m.after) for m in stall.moves] == [("u", "torv", "", "suggestion")]
    assert stall.moves[0].terms[0][0] == "vogn"


def test_candidates_come_by_how_typical_they_are_and_never_more_than_asked():
    found = propose(STALLS, (MARKET,), "torv", 20)

    assert [c.z for c in found] == sorted((c.z for c in found), reverse=True)
    assert propose(STALLS, (MARKET,), "torv", 2) == found[:2]


def test_a_word_of_every_post_and_an_area_without_posts_give_nothing():
    everywhere = [text(f"t{n}", "Skoven suser.", work_areas=("torv",) if n else ()) for n in range(5)]

    assert [c for c in propose(everywhere, (MARKET,), "torv", 9) if c.term.text == "skov"] == []
    assert propose(STALLS[5:], (MARKET,), "torv", 9) == ()


# --- what is printed


def test_everything_is_told_as_text_and_as_json_with_sorted_keys():
    known, found = survey(TEXTS, AREAS), {"torv": propose(STALLS, (MARKET,), "torv", 3)}
    moved = impact(TEXTS, compile(AREAS)[0], compile(AREAS[:1])[0])
    for made in (
        survey_json(known), forms_json(PIER, caught(PIER, known)), proposals_json(found), impact_json(moved, "a", "b", {"work": (None, 0.5)}),
    ):  # fmt: skip
        assert made == json.dumps(json.loads(made), ensure_ascii=False, indent=2, sort_keys=True) + "\n"

    assert "Grådige: i mere end 25 procent af indlæggene (1)" in survey_text(known, AREAS, True)
    assert "Uden fund (2)" in survey_text(known, AREAS, True) and "Uden fund (" not in survey_text(known, AREAS, False)
    assert "torv: intet → FORSLAG" in proposals_text(found)
    assert "F1 for arbejdsområder på de bedømte tekster: – → 0,500" in impact_text(moved, "a", "b", {"work": (None, 0.5)})  # fmt: skip
