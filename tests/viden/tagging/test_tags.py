"""Guards what a tag is: a sum in whole numbers, with every word that gave it at its place."""

import random
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import nfc, scan
from viden.model import COMPETENCE, WORK, Area, Tag, Term, Zone
from viden.tagging import Vocabulary, compile, judge, ranking, tags


def area(id: str, *terms: Term, facet: str = COMPETENCE, never: tuple[str, ...] = ()) -> Area:
    return Area(id, facet, id, id, "", terms=terms, never=never)


def vocabulary(*areas: Area) -> Vocabulary:
    made, problems = compile(areas)
    assert not problems
    return made


def placed(kind: str, text: str, line: int = 1) -> Zone:
    starts = [i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace())]
    return Zone(kind, text, tuple((i, line, i + 1) for i in starts))


BENEFITS = area(
    "gevinstrealisering",
    Term("gevinst", 2, compound="begge"),
    Term("tidsbesparelse", 2),
    Term("gevinstrealisering", 3),
    Term("hente (gevinst|nytte)", 2, kind="handling", gap=3),
    Term("effekt", 1, only_with=("gevinst", "business case")),
    Term("personlige effekter", 0),
    never=("effektiv",),
)
LEADING = area("ledelse", Term("leder", 2), Term("ledelse", 3), Term("topleder", 3, kind="rolle"), facet=WORK)
JOBS = area("beskaeftigelse", Term("ledig", 2), Term("jobcenter", 3), facet=WORK)
OLD_AGE = area("aeldre-sundhed", Term("ældreområde", 3), Term("plejehjem", 3), facet=WORK)
LAW = area("etik-regulering", Term("jura", 3), Term("etik", 3))
LEARNING = area("kompetenceudvikling", Term("kursus", 3), Term("læring", 2))
TECH = area("it-arkitektur", Term("Teams", 2, capitals=True), Term("snitflade", 2), Term("api", 3))
ALL = vocabulary(BENEFITS, LEADING, JOBS, OLD_AGE, LAW, LEARNING, TECH)


def scores(*zones: Zone, words: int = 100) -> dict[str, int]:
    return {tag.area: tag.score for tag in tags(zones, words, ALL)}


def test_the_sum_is_the_one_of_the_handbook() -> None:
    zones = (
        placed("title", "Tre gevinster ved ny booking"),
        placed("heading", "Tidsbesparelse", 14),
        placed("body", "Vi ser gevinsten", 17),
    )

    (tag,) = tags(zones, 240, ALL)

    assert (tag.area, tag.tier, tag.score) == ("gevinstrealisering", "sure", 6375)
    assert [(e.term, e.form, e.zone, e.line, e.share) for e in tag.evidence] == [
        ("gevinst", "gevinster", "title", 1, 3264),
        ("tidsbesparelse", "Tidsbesparelse", "heading", 14, 2586),
        ("gevinst", "gevinsten", "body", 17, 525),
    ]


def test_the_counterfactual_is_the_one_of_the_handbook() -> None:
    zones = (
        placed("title", "Tre gevinster ved ny booking"),
        placed("heading", "Tidsbesparelse", 14),
        placed("body", "Vi ser gevinsten", 17),
    )

    (reason,) = judge(zones, 240, ALL).counterfactuals

    assert ([e.form for e in reason.lost], reason.score, reason.tier) == (["gevinster"], 4218, "suggestion")


def test_the_counterfactual_holds_when_the_words_are_taken_out_of_the_text() -> None:
    zones = (
        placed("title", "Tre ting ved ny booking"),
        placed("heading", "Tidsbesparelse", 14),
        placed("body", "Vi ser gevinsten", 17),
    )

    (tag,) = tags(zones, 240, ALL)

    assert (tag.score, tag.tier) == (4218, "suggestion")


WORDS = st.sampled_from(
    [
        "gevinst",
        "gevinster",
        "hente",
        "den",
        "store",
        "nytte",
        "effekt",
        "personlige",
        "effekter",
        "leder",
        "lederne",
        "ledelse",
        "ledige",
        "jobcenter",
        "plejehjem",
        "ældreområdet",
        "etik",
        "jura",
        "kursus",
        "kurser",
        "læring",
        "Teams",
        "teams",
        "snitflader",
        "og",
        "i",
        "på",
        "kommunen",
        ".",
        "IT-gevinster",
        "top-",
        "mellemledere",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
ZONES = st.lists(
    st.builds(placed, st.sampled_from(["title", "summary", "heading", "lead", "body", "list"]), TEXTS), max_size=5
)


@given(ZONES, st.integers(0, 5000))
def test_shares_add_up_to_the_score(zones: list[Zone], words: int) -> None:
    found = tags(zones, words, ALL)

    assert all(sum(e.share for e in tag.evidence) == tag.score for tag in found)


@given(ZONES)
def test_evidence_stands_where_it_says(zones: list[Zone]) -> None:
    lined = [replace(z, places=tuple((o, n, c) for o, _, c in z.places)) for n, z in enumerate(zones, 1)]

    for tag in tags(lined, 100, ALL):
        for e in tag.evidence:
            assert lined[e.line - 1].text[e.column - 1 :].startswith(e.form)


@given(ZONES)
def test_no_facet_gets_more_than_its_number_or_an_area_under_half_the_top(zones: list[Zone]) -> None:
    found = tags(zones, 100, ALL)

    for facet, most in ((COMPETENCE, 3), (WORK, 2)):
        own = [tag.score for tag in found if tag.facet == facet]
        assert len(own) <= most
        assert all(2 * score >= own[0] for score in own)
        assert own == sorted(own, reverse=True)


@given(ZONES)
def test_losing_what_the_counterfactual_names_changes_the_tier(zones: list[Zone]) -> None:
    verdict = judge(zones, 100, ALL)

    for tag, reason in zip(verdict.tags, verdict.counterfactuals):
        assert reason.area == tag.area
        assert reason.lost
        assert reason.tier != tag.tier
        assert reason.score <= tag.score


@given(st.text(max_size=100) | st.text("ab9 .-_'§\n\u00a0\u00ad\u200bø", max_size=40))
def test_words_between_spaces_are_the_words_of_the_text(text: str) -> None:
    written = nfc(text)

    assert [known.word for known in ALL.lookup.read(written)] == [word for word, _, _ in scan(written)]


@given(ZONES)
def test_a_judgement_has_the_same_tags(zones: list[Zone]) -> None:
    assert judge(zones, 100, ALL).tags == tags(zones, 100, ALL)


def test_a_ranking_cuts_nothing_away() -> None:
    zones = (placed("title", "Gevinst"), placed("body", "Vi fik en leder og en tidsbesparelse.", 3))

    found = [(r.area, r.can_be_sure) for r in ranking(zones, 100, vocabulary(BENEFITS, JOBS, LEADING))]

    assert found == [("gevinstrealisering", True), ("ledelse", False)]


@given(ZONES)
def test_what_is_listed_stands_in_the_ranking_in_the_same_order(zones: list[Zone]) -> None:
    listed, rows = {(t.facet, t.area): t for t in tags(zones, 100, ALL)}, ranking(zones, 100, ALL)

    kept = [r for r in rows if (r.facet, r.area) in listed]

    assert [(r.facet, r.area, r.score) for r in kept] == [(*key, tag.score) for key, tag in listed.items()]
    assert all(r.can_be_sure for r in kept if listed[r.facet, r.area].tier == "sure")


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_areas_and_terms_does_not_matter(seed: int) -> None:
    areas = [BENEFITS, LEADING, JOBS, OLD_AGE, LAW, LEARNING, TECH]
    shuffled = [replace(a, terms=tuple(random.Random(seed).sample(a.terms, len(a.terms)))) for a in areas]
    random.Random(seed).shuffle(shuffled)

    assert compile(shuffled)[0] == ALL


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("gevinsternes", "gevinst"),
        ("kurserne", "kursus"),
        ("lederes", "leder"),
        ("jobcentrene", "jobcenter"),
        ("snitflader", "snitflade"),
    ],
)
def test_an_inflected_form_scores_as_its_lemma(form: str, lemma: str) -> None:
    assert scores(placed("title", f"Om {form} igen")) == scores(placed("title", f"Om {lemma} igen")) != {}


@pytest.mark.parametrize(
    "form", ["ældreområdet", "aeldreomraadet", "ÆLDREOMRÅDET", unicodedata.normalize("NFD", "ældreområdet")]
)
def test_each_spelling_of_a_word_scores_alike(form: str) -> None:
    assert scores(placed("title", f"Nyt fra {form}")) == scores(placed("title", "Nyt fra ældreområde"))


def test_a_decomposed_letter_moves_no_column() -> None:
    text = unicodedata.normalize("NFD", "Går på kursus")
    zone = placed("title", text)

    (tag,) = tags([zone], 3, ALL)

    assert tag.evidence[0].column == text.index("kursus") + 1


def test_unemployed_people_are_not_leaders() -> None:
    found = scores(placed("title", "Ledige og ledighed"), placed("body", "De ledige får job. Den ledige søger."))

    assert set(found) == {"beskaeftigelse"}


@pytest.mark.parametrize("zones", [(), (placed("body", ""),), (placed("title", "Kursus"),), (placed("body", "x"),)])
def test_an_empty_or_tiny_post_works(zones: tuple[Zone, ...]) -> None:
    assert isinstance(tags(zones, 0, ALL), tuple)


def test_a_post_of_twenty_thousand_words_works() -> None:
    zone = placed("body", "Der er gevinster og kurser i kommunen. " * 2900)

    found = tags([zone], 20_000, ALL)

    assert all(sum(e.share for e in tag.evidence) == tag.score for tag in found)


def test_a_footer_changes_nothing() -> None:
    zones = (placed("title", "Gevinster og tidsbesparelse"), placed("body", "Vi ser gevinsten"))

    assert tags((*zones, placed("none", "Læs også om kursus, jura, etik og ledelse")), 100, ALL) == tags(
        zones, 100, ALL
    )


def test_the_longest_match_wins_and_a_mask_counts_nothing() -> None:
    masked = scores(placed("title", "Gevinst af personlige effekter"))

    assert masked == scores(placed("title", "Gevinst af personlige ting"))


def test_a_forbidden_form_never_matches() -> None:
    made = vocabulary(area("a", Term("ret", 3), never=("retten",)))

    assert not tags([placed("title", "retten")], 10, made)
    assert tags([placed("title", "rettens")], 10, made)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("Effekt alene", False), ("Effekt og gevinst", True), ("Effekten i vores business case", True)],
)
def test_a_word_with_a_condition_needs_its_company(text: str, is_found: bool) -> None:
    made = vocabulary(area("a", Term("effekt", 3, only_with=("gevinst", "business case"))))

    assert bool(tags([placed("title", text)], 10, made)) is is_found


def test_the_company_may_stand_in_another_zone() -> None:
    made = vocabulary(area("a", Term("effekt", 3, only_with=("gevinst",))))

    assert tags([placed("title", "Effekt"), placed("body", "Der er gevinster")], 10, made)


@pytest.mark.parametrize(
    ("text", "is_found"), [("Mødet er på Teams nu", True), ("Alle teams skal med", False), ("TEAMS igen", True)]
)
def test_a_name_needs_its_capitals(text: str, is_found: bool) -> None:
    made = vocabulary(area("a", Term("Teams", 3, capitals=True)))

    assert bool(tags([placed("title", text)], 10, made)) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Vi vil hente den store gevinst", True),
        ("henter nytten", True),
        ("hente vand i den lange varme tid til gevinst", False),
        ("Vi skal hente. Gevinst er der nok af", False),
    ],
)
def test_a_phrase_takes_any_form_a_gap_and_one_sentence(text: str, is_found: bool) -> None:
    made = vocabulary(area("a", Term("hente (gevinst|nytte)", 3, gap=3)))

    assert bool(tags([placed("title", text)], 10, made)) is is_found


@pytest.mark.parametrize(
    ("place", "text", "is_found"),
    [
        ("begge", "it-gevinst", True),
        ("begge", "gevinst-plan", True),
        ("sidste", "it-gevinst", True),
        ("sidste", "gevinst-plan", False),
        ("foerste", "it-gevinst", False),
        ("nej", "it-gevinst", False),
        ("begge", "overgevinstmager", False),
    ],
)
def test_a_compound_counts_only_where_the_editor_allows(place: str, text: str, is_found: bool) -> None:
    made = vocabulary(area("a", Term("gevinst", 3, compound=place)))

    assert bool(tags([placed("title", f"Om {text} her")], 10, made)) is is_found


def test_the_head_of_a_compound_counts_full_and_the_rest_half() -> None:
    made = vocabulary(area("a", Term("gevinst", 3, compound="begge")))

    tail = tags([placed("title", "it-gevinst")], 10, made)[0].score
    head = tags([placed("title", "gevinst-plan gevinst-plan")], 10, made)[0].score

    assert tail == head


def test_a_compound_that_is_a_term_itself_is_not_taken_apart() -> None:
    terms = (Term("ledelse", 3, compound="begge"), Term("skoleledelse", 3), Term("projektledelse", 0))
    made = vocabulary(area("a", *terms))

    (tag,) = tags([placed("title", "Skoleledelsen og projektledelsen")], 10, made)

    assert [(e.term, e.form) for e in tag.evidence] == [("skoleledelse", "Skoleledelsen")]


@pytest.mark.parametrize(
    ("whole", "facet", "is_counted"),
    [
        (Term("skoleledelse", 2), WORK, False),
        (Term("skoleledelse", 2), COMPETENCE, True),
        (Term("skoleledelse", 0), WORK, True),
        (Term("skoleledelse", 2, only_with=("elev",)), WORK, True),
        (Term("Skoleledelse", 2, capitals=True), WORK, True),
    ],
)
def test_a_word_that_is_a_term_hints_at_no_other_area_of_its_facet(whole: Term, facet: str, is_counted: bool) -> None:
    made = vocabulary(area("a", whole, facet=facet), area("b", Term("ledelse", 3, compound="begge"), facet=WORK))

    found = tags([placed("title", "Skoleledelsen")], 10, made)

    assert ("b" in {tag.area for tag in found}) is is_counted


def test_an_editor_lets_a_word_count_in_a_second_area_by_writing_it_there() -> None:
    terms = (Term("ledelse", 3, compound="begge"), Term("skoleledelse", 3))
    made = vocabulary(area("a", Term("skoleledelse", 3), facet=WORK), area("b", *terms, facet=WORK))

    assert {tag.area for tag in tags([placed("title", "Skoleledelsen")] * 3, 10, made)} == {"a", "b"}


def test_a_cut_word_is_filled_in() -> None:
    (tag,) = tags([placed("title", "Top- og mellemledere")], 10, ALL)

    assert [(e.term, e.form) for e in tag.evidence] == [("topleder", "Top-")]


def test_a_denied_word_counts_a_quarter_until_the_turn() -> None:
    made = vocabulary(area("a", Term("jura", 3)), area("b", Term("kursus", 3)))
    found = tags([placed("title", "Det handler ikke om jura, men om kurser")] * 2, 10, made)
    plain = tags([placed("title", "Det handler mest om jura, men om kurser")] * 2, 10, made)

    assert [t.area for t in found] == ["b"]
    assert {t.area: t.score for t in plain}["b"] == found[0].score


def test_a_list_of_many_areas_in_one_sentence_counts_less() -> None:
    made = vocabulary(*(area(name, Term(name, 3)) for name in ("jura", "etik", "kursus", "snitflade")))

    together = judge([placed("body", "Her er jura, etik, kursus og snitflade.")], 10, made)
    apart = judge([placed("body", "Her er jura. Her er etik. Her er kursus. Her er snitflade.")], 10, made)

    assert not together.tags
    assert len(apart.tags) == 3


def test_one_word_is_a_suggestion_unless_it_names_the_area_in_a_heading() -> None:
    def tiers(text: str) -> list[str]:
        return [t.tier for t in tags([placed("title", text), placed("body", text)], 10, ALL)]

    assert tiers("jobcenter") == ["sure"]
    assert tiers("ledig") == ["suggestion"]


def test_an_area_has_its_own_thresholds_where_an_editor_says_so() -> None:
    zones = [placed("title", "jura")] * 2
    plain, shy = area("a", Term("jura", 3)), replace(area("a", Term("jura", 3)), sure=9000, suggestion=8000)
    score = tags(zones, 10, vocabulary(plain))[0].score

    assert tags(zones, 10, vocabulary(replace(shy, sure=score)))[0].tier == "sure"
    assert tags(zones, 10, vocabulary(replace(shy, sure=score + 1, suggestion=score)))[0].tier == "suggestion"
    assert tags(zones, 10, vocabulary(replace(shy, sure=score + 2, suggestion=score + 1))) == ()
    assert tags(zones, 10, vocabulary(replace(shy, sure=score, suggestion=0)))[0].limit == score


def test_a_term_of_two_areas_is_shared() -> None:
    both = vocabulary(area("a", Term("kursus", 3)), area("b", Term("kursus", 3)))
    alone = vocabulary(area("a", Term("kursus", 3)))
    zones = [placed("title", "kursus")] * 2

    assert tags(zones, 10, both)[0].score == tags(zones, 10, alone)[0].score // 2


def test_a_mask_in_another_area_does_not_share_the_term() -> None:
    masked = vocabulary(area("a", Term("musikskole", 3)), area("b", Term("musikskole", 0), Term("skole", 2)))
    alone = vocabulary(area("a", Term("musikskole", 3)))
    zones = [placed("title", "musikskole")] * 2

    assert tags(zones, 10, masked)[0].score == tags(zones, 10, alone)[0].score


JOB_ADVERT = (
    placed("title", "Er du vores nye leder af jobcenteret?"),
    placed("body", "Du får ledelse og lederne med. Løn efter forhandling. Tiltrædelse den 1. marts."),
    placed("body", "Ansøgningsfrist den 1. februar."),
)
CALENDAR = (
    placed("title", "Kalender"),
    *(
        placed("list", f"Kl. {hour}.00 {word} i salen")
        for hour, word in enumerate(("jura", "etik", "kursus", "læring", "ledelse", "jobcenter"), 8)
    ),
)
ARTICLE = (
    placed("title", "Sådan henter vi gevinster"),
    placed("lead", "Gevinstrealisering begynder med en tidsbesparelse, som alle kan se."),
    *(
        placed("list", f"Kl. {hour}.00 {word}")
        for hour, word in enumerate(("jura", "etik", "kursus", "læring", "snitflade"), 8)
    ),
    placed("body", "Vi måler gevinsten hver uge."),
)


@pytest.mark.parametrize(("zones", "word"), [(JOB_ADVERT, "stillingsopslag"), (CALENDAR, "kalender")])
def test_an_advert_or_a_calendar_gets_nothing_and_a_reason(zones: tuple[Zone, ...], word: str) -> None:
    verdict = judge(zones, 100, ALL)

    assert verdict.tags == ()
    assert word in verdict.guard


def test_a_good_article_with_one_list_passes() -> None:
    found: tuple[Tag, ...] = tags(ARTICLE, 100, ALL)

    assert [t.area for t in found if t.tier == "sure"] == ["gevinstrealisering"]
