"""Guards what a search gives: the right first hit, filters, counts, excerpts, and a sensible answer to anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from viden.search import Wish, answer

from tests.viden.search import toy


def queries() -> list[tuple[str, str]]:
    lines = (toy.CASES / "queries.md").read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines()
    rows = [line.partition(" → ") for line in lines if line]
    return [(query, after.split()[0]) for query, _, after in rows]


@pytest.mark.parametrize(("query", "expected"), queries())
def test_the_first_hit_is_the_one_that_answers(store, query, expected):
    found = answer(store, query)
    first = found.hits[0].article.id if found.hits else "-"

    assert first == expected or (expected == "*" and found.hits)


def ids(found):
    return {h.article.id for h in found.hits}


def test_ascii_capitals_and_danish_letters_are_one_spelling(store):
    hits = [answer(store, q).hits for q in ("aeldreomraadet", "ældreområdet", "ÆLDREOMRÅDET", "Ældreområdet")]

    assert all([(h.article.id, h.score) for h in row] == [(h.article.id, h.score) for h in hits[0]] for row in hits)


def test_aarhus_is_aarhus(store):
    assert ids(answer(store, "Aarhus")) == ids(answer(store, "Århus")) == {"digitalisering", "aarhus"}


def test_an_inflected_form_finds_the_others(store):
    assert {"svoemning", "aarhus"} <= ids(answer(store, "fjordbys kommuner", Wish(limit=20))) | ids(
        answer(store, "rådhusene")
    )
    assert ids(answer(store, "skabeloner ")) == {"vaerktoej"}


def test_a_word_that_holds_the_query_by_chance_is_no_hit(store):
    assert "kirkegaard" not in ids(answer(store, "ur "))


def test_a_repair_is_announced(store):
    found = answer(store, "digitaliserng")

    assert found.did_you_mean == "digitalisering"
    assert ids(found) == {"digitalisering"}


def test_an_unknown_word_is_named_and_the_rest_is_answered(store):
    found = answer(store, "xylofonfestival skovsti ")

    assert found.unknown == ("xylofonfestival",)
    assert found.hits[0].article.id == "skovsti"


def test_filters_are_or_inside_a_facet_and_and_between(store):
    one = ids(answer(store, "", Wish(filters={"workArea": ("kultur",)})))
    two = ids(answer(store, "", Wish(filters={"workArea": ("kultur", "digitalisering")}, limit=20)))
    both = ids(answer(store, "", Wish(filters={"workArea": ("kultur",), "competenceArea": ("samarbejde",)})))

    assert one == {"kirkegaard", "skovsti", "aarhus"}
    assert two == {*one, "digitalisering", "stafet"}
    assert both == {"kirkegaard", "skovsti"}


def test_a_filter_may_name_the_label_in_any_case(store):
    assert ids(answer(store, "", Wish(filters={"author": ("karen holm",)}))) == {"haandvask", "kirkegaard", "svoemning"}


def test_an_unknown_facet_is_no_filter_and_an_unknown_value_lets_nothing_through(store):
    assert answer(store, "mur", Wish(filters={"farve": ("blå",)})).total == answer(store, "mur").total
    assert answer(store, "mur", Wish(filters={"kind": ("blå",)})).total == 0


def test_counts_are_those_the_reader_would_get_by_choosing(store):
    free = answer(store, "kommune")
    chosen = answer(store, "kommune", Wish(filters={"kind": ("article",)}))

    assert chosen.facets["kind"] == free.facets["kind"]
    for row in free.facets["workArea"]:
        assert answer(store, "kommune", Wish(filters={"workArea": (row.value,)})).total == row.count
    for row in chosen.facets["publisher"]:
        wish = Wish(filters={"kind": ("article",), "publisher": (row.value,)})
        assert answer(store, "kommune", wish).total == row.count


def test_since_keeps_the_day_itself(store):
    assert ids(answer(store, "", Wish(filters={"year": ("2026",)}, since=date(2026, 8, 24), limit=20))) == {
        "stafet",
        "vaerktoej",
    }


def test_a_list_without_words_runs_newest_first(store):
    found = answer(store, " ", Wish(filters={"year": ("2026",)}, limit=20))

    assert [h.article.date for h in found.hits] == sorted((h.article.date for h in found.hits), reverse=True)
    assert found.total == 12


def test_a_hit_shows_its_words_in_the_excerpt(store):
    (hit, *_) = answer(store, "aflæser anlægget").hits

    assert hit.article.id == "solceller"
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["aflæser", "anlægget"]


def test_of_a_compound_only_the_part_is_marked(store):
    (hit, *_) = answer(store, "mur").hits

    assert [hit.title.text[a:b] for a, b in hit.title.marks] == ["mur"]
    assert hit.title.text == "Kirkegårdsmuren blev rejst igen"


def test_excerpts_are_short_and_marks_are_apart(store):
    for word in ("den og i at som", "kommune", "skole", "stien muren"):
        for hit in answer(store, word, Wish(limit=20)).hits:
            ends = [0, *(n for span in hit.snippet.marks for n in span), len(hit.snippet.text)]

            assert len(hit.snippet.text) <= 222
            assert ends == sorted(ends)


def test_markup_in_a_post_is_text_in_an_excerpt(store):
    (hit, *_) = answer(store, '"som gerne deler"').hits or answer(store, "gerne erfaringer").hits

    assert "<b>gerne</b>" in hit.snippet.text


def test_an_explanation_adds_up(store):
    (hit, *_) = answer(store, "skovsti ", Wish(explain=True)).hits

    assert sum(r.value for r in hit.reasons) == pytest.approx(hit.score, abs=1e-4)
    assert answer(store, "skovsti ").hits[0].reasons == ()


HOSTILE = [
    "", " ", "…", "?!", "😀", "🏴‍☠️ 😀", "<script>alert(1)</script>", '"', '"""', '"uafsluttet', "-", "- - -", "-skov", "a" * 10_000,
    "skov " * 2_000, "\0\x1b[31m", "' OR 1=1 --", "../../etc/passwd", "%s%n{}", "\u202eskov", "\ud800", "__proto__", "constructor",
    "toString", "§", "§ 54", "1", "a", "og " * 500, "\n\t skov \n", "null", "https://example.dk/?q=skov&x=1",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_any_query_gets_an_answer(store, query):
    found = answer(store, query)

    assert found.total >= len(found.hits)
    assert answer(store, query) == found


def pointers(found):
    return [(p.url, [p.heading.text[a:b] for a, b in p.heading.marks]) for h in found.hits for p in h.pointers]


def test_a_hit_leads_to_the_pointers_that_answer_by_heading_or_text(store):
    assert pointers(answer(store, "lederne")) == [("artikler/udvikling/#pointer-2", ["Lederne"])]
    assert pointers(answer(store, "vaner ")) == [("artikler/udvikling/#pointer-1", [])]


def test_the_pointer_that_answers_most_comes_first_and_one_that_answers_nothing_not_at_all(store):
    assert [url for url, _ in pointers(answer(store, "chefen lærer noget nyt"))][:1] == [
        "artikler/udvikling/#pointer-2"
    ]
    assert pointers(answer(store, "Fem pointer om kompetenceudvikling", Wish(limit=1))) == [
        ("artikler/udvikling/#pointer-2", [])
    ]


def test_a_hit_shows_three_pointers_at_most(store):
    article = replace(store.article(0), url="a/", pointers=tuple((f"pointer-{n}", "Lederne", "") for n in range(1, 6)))

    class Other:
        articles, words, facets = store.articles, store.words, store.facets
        postings, date = store.postings, store.date

        def article(self, number):
            return article

    found = answer(Other(), "lederne", Wish(limit=1))

    assert [url for url, _ in pointers(found)] == ["a/#pointer-1", "a/#pointer-2", "a/#pointer-3"]
