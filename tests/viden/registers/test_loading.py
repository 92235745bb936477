"""Guards the registers: each row becomes a typed record with a place, and what a site lacks is lent or empty."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.dates import COPENHAGEN
from viden.model import Problem, Registers, Role, Source, Speaker
from viden.registers import load

SITE = "navn: Prøven\nautoritet: example.dk,2026\n"


def read(**files: str) -> tuple[Registers, tuple[Problem, ...]]:
    named = {"site": SITE, **files}
    return load(Source(f"data/{name}.yaml", text.encode(), "") for name, text in named.items())


def loaded(**files: str) -> Registers:
    registers, problems = read(**files)
    assert problems == ()
    return registers


def test_a_person_has_roles_with_dates_and_organisations() -> None:
    registers = loaded(
        personer=(
            "- id: ida-holm\n  navn: Ida Holm\n  mail: ida@example.dk\n  portraet: billeder/ida.png\n"
            "  roller:\n  - {titel: lektor, forholdsord: på, organisationer: [Skolen, Seminariet], fra: 01/08/2020, tidligere: ja}\n"
            "  links: [{tekst: Hjem, adresse: 'https://example.dk/'}]\n"
        )
    )

    (person,) = registers.people
    assert (person.id, person.name, person.email, person.portrait) == (
        "ida-holm",
        "Ida Holm",
        "ida@example.dk",
        "billeder/ida.png",
    )
    assert person.roles == (Role("lektor", "på", ("Skolen", "Seminariet"), date(2020, 8, 1), None, True),)
    assert person.links == (("Hjem", "https://example.dk/"),)
    assert person.place is not None
    assert (person.place.path, person.place.line) == ("data/personer.yaml", 1)


def test_events_know_their_series_number_and_organiser() -> None:
    registers = loaded(
        personer="- {id: ida-holm, navn: Ida Holm}\n",
        stafetter=(
            "- id: stafet\n  navn: Stafetten\n  arrangoer: Haven\n  arrangementer:\n"
            "  - {id: a, navn: Første, start: 06/11/2026, andre_navne: [Stafet 1]}\n"
            "  - id: b\n    navn: Andet\n    start: 2026-12-06 09.00\n    arrangoer: Parken\n"
            "    oplaegsholdere: [{navn: Ida Holm, person: ida-holm}, {navn: Bo, rolle: gartner}]\n"
        ),
    )

    first, second = registers.events
    assert (first.series, first.number, first.organiser, first.aliases) == ("stafet", 1, "Haven", ("Stafet 1",))
    assert (second.series, second.number, second.organiser) == ("stafet", 2, "Parken")
    assert first.start == date(2026, 11, 6)
    assert second.start == datetime(2026, 12, 6, 9, tzinfo=COPENHAGEN)
    assert second.speakers == (Speaker("Ida Holm", "", "ida-holm"), Speaker("Bo", "gartner", ""))


def test_areas_read_plain_indicators_and_weighed_terms() -> None:
    registers = loaded(
        kompetenceomraader=(
            "- id: gevinst\n  da: Gevinster\n  en: Benefits\n  definition: Om nytte.\n  ikke: Om penge.\n"
            "  digcomp: [{kode: '4.1', relation: close}]\n  kle: ['29']\n  indikatorer: [udbytte, gevinst]\n"
            "  termer:\n  - {t: gevinst, v: 3, sammensat: begge}\n"
            "  - {t: effekt, v: 1, art: ting, gab: 2, kun_med: [gevinst], former: [effekters], versal: ja}\n"
            "  undgaa: [effektiv]\n"
        )
    )

    (area,) = registers.competence_areas
    assert (area.facet, area.label, area.label_en, area.not_here, area.never) == (
        "competence",
        "Gevinster",
        "Benefits",
        "Om penge.",
        ("effektiv",),
    )
    assert [(t.text, t.weight, t.compound) for t in area.terms] == [
        ("gevinst", 3, "begge"),
        ("effekt", 1, "nej"),
        ("udbytte", 2, "nej"),
    ]
    effect = area.terms[1]
    assert (effect.kind, effect.gap, effect.only_with, effect.forms, effect.capitals) == (
        "ting",
        2,
        ("gevinst",),
        ("effekters",),
        True,
    )
    assert area.mappings == (("digcomp", "4.1", "close"), ("kle", "29", "related"))


def test_an_area_register_may_be_wrapped_in_its_own_name() -> None:
    plain = loaded(arbejdsomraader="- {id: a, da: A}\n")
    wrapped = loaded(arbejdsomraader="skema: x\nsprog: da\narbejdsomraader:\n- {id: a, da: A}\n")

    assert [a.id for a in plain.work_areas] == [a.id for a in wrapped.work_areas] == ["a"]


def test_synonyms_go_both_ways_or_one() -> None:
    both, one = loaded(synonymer="- {ord: [have, park], vaegt: 30}\n- {fra: [sosu], til: [hjælper]}\n").synonyms

    assert (both.words, both.finds, both.weight) == (("have", "park"), ("have", "park"), 30)
    assert (one.words, one.finds, one.weight) == (("sosu",), ("hjælper",), 45)


def test_newsletters_have_rhythms_with_a_closing_time() -> None:
    registers = loaded(
        arbejdsomraader="- {id: ledelse, da: Ledelse}\n",
        nyhedsbreve=(
            "rytmer:\n  dag: {kl: 'kl. 06.00'}\n  uge: {ugedag: torsdag, kl: '7:30'}\n  maaned: {dag: sidste, kl: '06.00'}\n"
            "lister:\n- {id: ledelse, navn: Ledelse, arbejdsomraader: [ledelse], rytmer: [dag, uge], begynder: 2026-12-01,\n"
            "   typer: [blog], afsnit: {tool: Nyheder}}\n"
        ),
    )

    assert [(r.id, r.hour, r.minute, r.weekday, r.day) for r in registers.rhythms] == [
        ("dag", 6, 0, 4, 0),
        ("uge", 7, 30, 3, 0),
        ("maaned", 6, 0, 4, 0),
    ]
    (letter,) = registers.newsletters
    assert (letter.rhythms, letter.kinds, letter.sections, letter.begins) == (
        ("dag", "uge"),
        ("blog",),
        (("tool", "Nyheder"),),
        date(2026, 12, 1),
    )


def test_the_site_says_who_answers_for_it() -> None:
    site = loaded(
        site=SITE
        + "grundlagt: 2026-09-01\nbyline: kort\nfoto: Arkivet\nforside: [a, b]\nkontakt: {mail: a@example.dk, cvr: '1'}\n"
        + "tilgaengelighed: {adresse: 'https://was.digst.dk/x', dato: 01/09/2026}\n"
    ).site

    assert (site.name, site.authority, site.byline, site.credit, site.featured) == (
        "Prøven",
        "example.dk,2026",
        "short",
        "Arkivet",
        ("a", "b"),
    )
    assert (site.founded, site.statement_date) == (date(2026, 9, 1), date(2026, 9, 1))
    assert (site.contact_email, site.cvr, site.was_url) == ("a@example.dk", "1", "https://was.digst.dk/x")


def test_areas_and_site_are_lent_and_every_other_register_is_empty() -> None:
    lent = [
        Source("data/site.yaml", SITE.encode(), ""),
        Source("data/arbejdsomraader.yaml", b"- {id: a, da: A}\n", ""),
        Source("data/kompetenceomraader.yaml", b"- {id: k, da: K}\n", ""),
        Source("data/personer.yaml", b"- {id: ida, navn: Ida}\n", ""),
    ]

    registers, problems = load([Source("data/arbejdsomraader.yaml", b"- {id: b, da: B}\n", "")], lent)

    assert problems == ()
    assert registers.site.name == "Prøven"
    assert [a.id for a in registers.work_areas] == ["b"]
    assert [a.id for a in registers.competence_areas] == ["k"]
    assert registers.people == ()


def test_a_broken_row_does_not_hide_the_others() -> None:
    registers, problems = read(
        personer="- {id: X Y, navn: A}\n- {navn: B}\n- {id: c, navn: C, rolle: x}\n- {id: d, navn: D}\n"
    )

    assert [p.id for p in registers.people] == ["c", "d"]
    assert [(p.rule, p.place.line) for p in problems] == [
        ("register-id", 1),
        ("register-missing", 2),
        ("register-key", 3),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("- {id: a, navn: A, navn: B}\n", "yaml-duplicate-key"),
        ("- &x {id: a, navn: A}\n- *x\n", "yaml-anchor"),
        ("- !!python/object:os.system {id: a}\n", "yaml-tag"),
        ("- {id: a, navn: A\n", "yaml-syntax"),
    ],
)
def test_yaml_that_does_more_than_state_is_refused(text: str, rule: str) -> None:
    registers, problems = read(personer=text)

    assert rule in {p.rule for p in problems}
    assert registers.people == ()


def test_text_is_composed_from_the_door_inwards() -> None:
    assert loaded(personer="- {id: aa, navn: A\u030ase}\n").people[0].name == "Åse"


WORDS = st.sampled_from(
    ["id", "navn", "roller", "a", "[", "]", "{", "}", ":", "- ", "\n", "  ", ",", '"', "'", "#", "å", "2020-13-01"]
)


@given(
    pieces=st.lists(WORDS, max_size=25),
    name=st.sampled_from(["personer", "stafetter", "nyhedsbreve", "site", "synonymer"]),
)
def test_any_register_at_all_never_raises(pieces: list[str], name: str) -> None:
    _, problems = read(**{name: "".join(pieces)})

    assert all(p.place.path == f"data/{name}.yaml" for p in problems if p.rule != "site-missing")


def test_a_lent_site_chooses_no_posts_for_the_front_page() -> None:
    own = Source("data/site.yaml", (SITE + "forside: [bro1]\n").encode(), "")

    lent, _ = load((), (own,))
    kept, _ = load((own,))

    assert (lent.site.name, lent.site.featured) == ("Prøven", ())
    assert kept.site.featured == ("bro1",)


def test_comments_are_asked_for_by_the_site_and_a_blog_may_have_its_own_time_and_words() -> None:
    registers = loaded(
        site=f"{SITE}kommentarer: {{mail: red@example.dk, maaneder: 6, overskrift: Skriv til os}}\n",
        personer="- {id: bo, navn: Bo}\n",
        blogs=(
            "- {id: a, navn: A, ejer: bo, kommentarer_maaneder: 0, kommentarer_overskrift: Send din erfaring}\n"
            "- {id: b, navn: B, ejer: bo}\n"
        ),
    )

    site, (first, second) = registers.site, registers.blogs
    assert (site.comment_email, site.comment_months, site.comment_call) == ("red@example.dk", 6, "Skriv til os")
    assert (first.comment_months, first.comment_call) == (0, "Send din erfaring")
    assert (second.comment_months, second.comment_call) == (None, "")


def test_without_a_word_about_comments_nobody_is_asked_and_nothing_closes() -> None:
    site = loaded().site

    assert (site.comment_email, site.comment_months, site.comment_call) == ("", None, "")


@pytest.mark.parametrize(
    ("written", "rule", "column"),
    [
        ("{mail: red at example.dk}", "register-type", 21),
        ("{mail: 'red@example.dk?bcc=x@y.dk'}", "register-type", 21),
        ("{maaneder: 6}", "register-missing", 14),
        ("{mail: red@example.dk, maaneder: -1}", "register-type", 47),
        ("{mail: red@example.dk, maaneder: 241}", "register-type", 47),
        ("{mail: red@example.dk, maned: 6}", "register-key", 37),
    ],
)
def test_a_faulty_word_about_comments_is_told_at_its_place(written: str, rule: str, column: int) -> None:
    _, problems = read(site=f"{SITE}kommentarer: {written}\n")

    assert [(p.rule, p.place.line, p.place.column) for p in problems] == [(rule, 3, column)]
