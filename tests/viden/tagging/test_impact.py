"""Guards what an editor is told of a change of vocabulary: every post that moves, the term that did it, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import pytest
from viden.dates import COPENHAGEN
from viden.model import Area, Place, Post, Term, Zone
from viden.tagging import Text, compile
from viden.tagging.impact import impact

WORDS = ("kaj", "skib", "bøje", "ko", "plov", "mark", "torv", "bod", "grønthandler", "regn")


def text(id, body, title="", **changes):
    when = datetime(2026, 11, 1, tzinfo=COPENHAGEN)
    post = Post(id, "article", title or id, id, when, False, "", Place(f"artikler/{id}.md"), **changes)
    return Text(post, (Zone("title", title), Zone("body", body)), len(body.split()))


def area(id, *terms, facet="work", **changes):
    """An area with thresholds of its own, so that no case leans on the measured ones."""
    return Area(id, facet, id, "", "", terms=terms, sure=4000, suggestion=2000, **changes)


def vocabulary(*areas):
    made, problems = compile(areas)
    assert problems == ()
    return made


def moved(texts, old, new):
    return [(m.id, m.area, m.before, m.after, m.way) for m in impact(texts, vocabulary(*old), vocabulary(*new)).moves]


PIER = area("havn", Term("kaj", 3), Term("skib", 2))


def test_the_same_vocabulary_moves_nothing():
    found = impact([text("a", "Kajen og skibet.", "Kaj")], vocabulary(PIER), vocabulary(PIER))

    assert (found.posts, found.moved, found.moves, found.sums()) == (1, 0, (), ())


def test_a_new_term_is_named_as_what_gave_the_area():
    found = impact(
        [text("a", "Bøjen lå dér. En bøje til."), text("b", "Regn.")],
        vocabulary(PIER),
        vocabulary(replace(PIER, terms=(*PIER.terms, Term("bøje", 3)))),
    )

    (move,) = found.moves
    assert (move.id, move.area, move.before, move.after, move.way) == ("a", "havn", "", "sure" if move.after == "sure" else "suggestion", "added")  # fmt: skip
    assert (move.score_before, move.score_after, move.terms) == (0, move.score_after, (("bøje", move.score_after),))
    assert (found.posts, found.moved) == (2, 1)


def test_a_term_that_is_taken_away_is_named_as_what_lost_the_area():
    texts = [text("a", "Kajen og skibet lå stille.", "Kaj og skib")]
    found = impact(texts, vocabulary(PIER), vocabulary(area("havn", Term("regn", 1))))

    (move,) = found.moves
    assert (move.way, move.before) == ("lost", "sure")
    assert move.terms[0][0] == "kaj" and all(gain < 0 for _, gain in move.terms)


def test_a_tier_that_moves_is_told_apart_from_an_area_that_comes_or_goes():
    weak, strong = area("havn", Term("kaj", 1)), PIER
    texts = [text("a", "Kajen.", "Kaj")]

    assert moved(texts, [weak], [strong]) == [("a", "havn", "suggestion", "sure", "up")]
    assert moved(texts, [strong], [weak]) == [("a", "havn", "sure", "suggestion", "down")]


def test_an_area_that_another_pushed_out_names_no_word_of_its_own():
    farm, loud = area("gård", Term("ko", 1)), area("gård", Term("ko", 3), Term("mark", 3), Term("plov", 3))
    texts = [text("a", "Skibet lå der.", "Ko på mark med plov og skib")]

    moves = {m.area: m for m in impact(texts, vocabulary(area("havn", Term("skib", 1)), farm), vocabulary(area("havn", Term("skib", 1)), loud)).moves}  # fmt: skip

    assert moves["havn"].way == "lost"
    assert (moves["havn"].terms, moves["havn"].reason) == ((), "Et andet område fik flere point.")


def test_what_an_editor_decided_never_moves():
    texts = [text("a", "Kajen og skibet.", "Kaj", work_areas=("gård",)), text("b", "Kajen.", "Kaj", reject_areas=("havn",))]  # fmt: skip

    assert moved(texts, [area("havn", Term("regn", 1))], [PIER]) == []


def test_a_text_that_no_longer_looks_like_a_list_says_so():
    zones = (Zone("title", "Nyt"), Zone("list", "Kaj, kaj og kaj."), Zone("body", "Skibet og bøjen lå på marken."))
    texts = [Text(text("a", "").post, zones, 10)]
    new = area("havn", *(Term(word, 3) for word in ("kaj", "skib", "bøje")))

    (there,) = impact(texts, vocabulary(area("havn", Term("kaj", 3))), vocabulary(new)).moves
    (back,) = impact(texts, vocabulary(new), vocabulary(area("havn", Term("kaj", 3)))).moves

    assert (there.terms, there.reason) == ((), "Teksten ligner ikke længere et opslag eller en liste.")
    assert (back.terms, back.way) == ((), "lost") and back.reason.startswith("De fleste point kommer fra lister")


@pytest.mark.parametrize("seed", range(20))
def test_there_and_back_are_each_other_s_mirror_and_order_changes_nothing(seed):
    dice = random.Random(seed)
    old, new = ([area(id, *(Term(w, dice.randint(1, 3)) for w in dice.sample(WORDS, 5))) for id in ("x", "y", "z")] for _ in range(2))  # fmt: skip
    texts = [text(f"t{n}", " ".join(dice.choices(WORDS, k=8)) + ".", " ".join(dice.choices(WORDS, k=2))) for n in range(8)]  # fmt: skip

    there, back = impact(texts, vocabulary(*old), vocabulary(*new)), impact(texts, vocabulary(*new), vocabulary(*old))

    assert [(m.id, m.area, m.before, m.after) for m in there.moves] == [(m.id, m.area, m.after, m.before) for m in back.moves]  # fmt: skip
    assert all(m.before != m.after and (m.terms or m.reason) for m in there.moves)
    assert impact(list(reversed(texts)), vocabulary(*reversed(old)), vocabulary(*new)) == there
    assert sum(sum(counts.values()) for _, _, counts in there.sums()) == len(there.moves)
    gone = {(t.post.id, tag.area, tag.tier) for t in texts for tag in t.tags(vocabulary(*old))} ^ {(t.post.id, tag.area, tag.tier) for t in texts for tag in t.tags(vocabulary(*new))}  # fmt: skip
    assert {(id, area) for id, area, _ in gone} == {(m.id, m.area) for m in there.moves}
