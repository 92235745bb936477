"""Guards typed posts: words are resolved against the registers, and foreign headers get one clear message for each thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.dates import COPENHAGEN
from viden.headers import STATUSES, post, status_of, write
from viden.headers.reading import parse
from viden.model import Area, Blog, Event, Person, Post, Problem, Publisher, Registers, Series, SiteInfo, Source

IDA = Person("ida-holm", "Ida Holm")
REGISTERS = Registers(
    SiteInfo("Prøven", founded=date(2026, 1, 1), credit="Prøven"),
    competence_areas=(Area("innovation", "competence", "Innovation", "", ""),),
    work_areas=(
        Area("ledelse", "work", "Ledelse, styring og økonomi", "", ""),
        Area("boern-skole", "work", "Børn og skole", "", ""),
    ),
    people=(IDA,),
    publishers=(Publisher("fjordnet", "Fjordnet"),),
    blogs=(Blog("paa-kanten", "På kanten"),),
    series=(Series("stafet", "Stafetten", events=(Event("stafet-1", "Første", date(2026, 11, 6), series="stafet"),)),),
)


def read(
    header: str, body: str = "Tekst.\n", path: str = "artikler/dag.md", is_article: bool = True
) -> tuple[Post, list[Problem]]:
    typed, problems, _ = post(Source(path, f"{header}\n{body}".encode(), ""), REGISTERS, is_article)
    assert typed is not None, problems
    return typed, list(problems)


def test_every_key_reaches_its_place_in_the_post() -> None:
    typed, problems = read(
        "Title: En dag\nDate: tirsdag den 28. april 2020 kl. 08.00\nModified: 29/04/2020\nId: d1\nKind: debate\n"
        "Authors: Ida Holm\nCategory: blandet\nPublisher: Fjordnet\nBlog: paa-kanten\nCompetence_areas: Innovation\n"
        "Work_areas: Ledelse, styring og økonomi; boern-skole\nReject_areas:\nTags: haver; æbler\nSeries: Stafetten\n"
        "Part: 2\nEvent: stafet-1\nImage: billeder/x.png\nImage_alt: En have\nImage_credit: Bo\nReview_by: 2027-03\n"
        "Old_urls: /a/; /b/\nStatus: publiceret\nSlug: dagen\nLang: en\n"
        "Summary: En manchet, der er lang nok til, at den ikke giver en advarsel, og som siger det hele.\n"
    )

    assert problems == []
    assert (typed.title, typed.id, typed.kind, typed.slug, typed.lang) == ("En dag", "d1", "debate", "dagen", "en")
    assert typed.published == datetime(2020, 4, 28, 8, tzinfo=COPENHAGEN)
    assert typed.has_time
    assert typed.updated == datetime(2020, 4, 29, tzinfo=COPENHAGEN)
    assert typed.authors == (IDA,)
    assert (typed.publisher, typed.blog, typed.series, typed.part, typed.event) == (
        "fjordnet",
        "paa-kanten",
        "stafet",
        2,
        "stafet-1",
    )
    assert (typed.competence_areas, typed.work_areas) == (("innovation",), ("ledelse", "boern-skole"))
    assert typed.tags == ("haver", "æbler")
    assert typed.image is not None
    assert (typed.image.path, typed.image.alt, typed.image.credit) == ("billeder/x.png", "En have", "Bo")
    assert typed.review_by == date(2027, 3, 1)
    assert typed.old_urls == ("/a/", "/b/")
    assert typed.category == "blandet"
    assert typed.status == "published"


def test_areas_left_out_and_areas_left_empty_differ() -> None:
    assert read("Title: x\nDate: 28/04/2020\n")[0].work_areas is None
    assert read("Title: x\nDate: 28/04/2020\nWork_areas:\n")[0].work_areas == ()
    assert read("---\nTitle: x\nDate: 28/04/2020\nWork_areas: []\n---")[0].work_areas == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("05/11/2020", (2020, 11, 5)),
        ("27. maj 2019", (2019, 5, 27)),
        ("11 oktober, 2018", (2018, 10, 11)),
        ("tirsdag den 28. april 2020 kl. 08.00", (2020, 4, 28)),
        ("2020-04-28 08.00", (2020, 4, 28)),
    ],
)
def test_dates_that_stock_pelican_drops_or_turns_round_are_read_day_first(
    written: str, day: tuple[int, int, int]
) -> None:
    typed, problems = read(f"Title: x\nDate: {written}\nId: x\n")

    assert problems == []
    assert (typed.published.year, typed.published.month, typed.published.day) == day


def test_a_year_alone_is_not_filled_up_with_today() -> None:
    _, problems = read("Title: x\nDate: 2020\nId: x\n")

    assert [p.severity for p in problems] == ["error"]


def test_stock_headers_with_danish_keys_are_read_and_near_misses_named() -> None:
    typed, problems = read("Titel: x\nDato: 28/04/2020\nId: x\nStatus: kladde\nTag: haver\nCategorie: blog\n")

    assert typed.status == "draft"
    assert [(p.rule, p.place.line) for p in problems] == [("key-unknown", 5), ("key-unknown", 6)]
    assert '"Tags"' in problems[0].message
    assert '"Category"' in problems[1].message or '"Kategori"' in problems[1].message


def test_a_stock_header_gives_one_message_for_each_thing() -> None:
    _, problems = read(
        "Title: My post\nDate: 2020-04-28 10:20\nModified: 2020-05-01 10:20\nCategory: Python\nTags: pelican, publishing\n"
        "Slug: my-post\nAuthors: Ada Stone, Ben Wood\nSummary: Short version\n"
    )

    assert [p.rule for p in problems] == [
        "id-missing",
        "summary-length",
        "author-comma",
        "author-guest",
        "author-guest",
    ]
    assert {p.severity for p in problems} == {"warning"}


def test_a_slug_is_made_with_two_letters_for_each_danish_one() -> None:
    assert read("Title: Æblegrød på øen\nDate: 28/04/2020\n")[0].slug == "aeblegroed-paa-oeen"


def test_yaml_lists_and_quotes_are_read_as_yaml() -> None:
    typed, _ = read('---\nTitle: "En: dag"\nDate: 28/04/2020\nTags: [haver, "æbler; pærer"]\n---')

    assert typed.title == "En: dag"
    assert typed.tags == ("haver", "æbler", "pærer")


def test_a_post_with_faulty_values_still_comes_back_for_the_check_of_its_body() -> None:
    typed, problems = read("Date: 31/11/2020\nKind: ting\nImage: ../x\n")

    assert typed.markdown == "Tekst.\n"
    assert typed.title == "dag"
    assert typed.published == datetime(2026, 1, 1, tzinfo=COPENHAGEN)
    assert {p.rule for p in problems} >= {"title-missing", "date-impossible", "kind-unknown", "image-path"}


def test_the_provisional_id_follows_the_file_and_not_the_folder() -> None:
    one = read("Title: x\nDate: 28/04/2020\n", path="artikler/På åen.md")[0]
    two = read("Title: y\nDate: 28/04/2021\n", path="artikler/2021/På åen.md")[0]

    assert one.id == two.id == "paa-aaen"
    assert one.id_is_provisional


def test_a_page_needs_neither_date_nor_id() -> None:
    _, problems = read("Title: Om os\n", path="sider/om.md", is_article=False)

    assert problems == []


def test_a_guest_never_takes_the_id_of_a_person_in_the_register() -> None:
    known = Registers(SiteInfo("x"), people=(Person("bo-proeve", "Bodil Prøvesen"),))
    data = "Title: x\nDate: 28/04/2020\nId: x\nAuthors: Bo Prøve\n\nx".encode()

    typed, _, _ = post(Source("artikler/x.md", data, ""), known)

    assert typed is not None
    assert typed.authors[0].id == "bo-proeve-gaest"


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("Title: x\nStatus: draft\nVrøvl: x\n", "draft"),
        ("Title: x\nStatus: Skjult\n", "hidden"),
        ("Title: x\nStatus: klade\n", "published"),
        ("Title: x\nStats: draft\n", "published"),
        ("Title: x\n", "published"),
    ],
)
def test_the_status_is_known_whatever_else_is_wrong_and_never_guessed(header: str, status: str) -> None:
    parsed, _, _ = parse(f"{header}\nTekst.\n", "x.md")

    assert parsed is not None
    assert status_of(parsed) == status


def test_a_draft_whose_yaml_cannot_be_read_is_still_known_as_a_draft() -> None:
    data = b"---\nTitle: a: b\nStatus: draft\n---\nTekst.\n"

    typed, problems, status = post(Source("artikler/x.md", data, ""), REGISTERS)

    assert typed is None
    assert [p.rule for p in problems] == ["yaml-syntax"]
    assert status == "draft"


@given(data=st.binary(max_size=300))
def test_any_bytes_at_all_never_raise(data: bytes) -> None:
    typed, problems, status = post(Source("artikler/x.md", data, ""), REGISTERS)

    assert typed is not None or any(p.severity == "error" for p in problems)
    assert status in STATUSES


GOOD = b"Title: En dag\nDate: 28/04/2020\nAuthors: Ida Holm\nWork_areas: ledelse\nTags: a; b\nStatus: draft\n\nTekst.\n"


@given(edits=st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 9), st.binary(max_size=5)), max_size=5))
def test_random_bytes_in_a_good_post_never_raise(edits: list[tuple[int, int, bytes]]) -> None:
    data = GOOD
    for start, length, added in edits:
        data = data[:start] + added + data[start + length :]

    typed, problems, _ = post(Source("artikler/x.md", data, ""), REGISTERS)

    assert typed is not None or any(p.severity == "error" for p in problems)


@pytest.mark.parametrize(
    "text",
    [
        "x: y\n" * 200_000,
        "---\n" + "x: [" * 200_000 + "\n---\n",
        "Title: " + "a" * 900_000 + "\n\n",
        "Title: x\nAuthors: " + "Ida Hol; " * 90_000 + "\n\n",
        "Title: x\n" + " " * 900_000 + "x\n\n",
        " : " * 300_000,
    ],
    ids=["lines", "yaml", "title", "authors", "spaces", "colons"],
)
def test_a_hostile_header_is_refused_by_a_limit_and_not_by_patience(text: str) -> None:
    _, problems, _ = post(Source("artikler/x.md", text.encode(), ""), REGISTERS)

    assert any(p.severity == "error" for p in problems)
    assert len(problems) < 200


FIELDS = (
    ("Title", "En dag: på biblioteket"),
    ("Date", "tirsdag den 28. april 2020 kl. 08.00"),
    ("Id", "dag"),
    ("Kind", "debate"),
    ("Authors", "Ida Holm; Søren Gæst"),
    ("Work_areas", "Ledelse, styring og økonomi; boern-skole"),
    ("Competence_areas", ""),
    ("Tags", "haver; #1 æbler"),
    ("Summary", "[Ikke en liste] men en manchet, der er lang nok til, at der ikke kommer en advarsel om den."),
)


def test_both_forms_give_the_same_post_and_the_same_problems() -> None:
    lines, lines_problems = read(write(FIELDS, "lines").rstrip("\n") + "\n")
    yaml, yaml_problems = read(write(FIELDS, "yaml").rstrip("\n"))

    def bare(typed: Post) -> Post:
        return replace(typed, header=None, body_line=0)

    assert bare(lines) == bare(yaml)
    assert [(p.rule, p.message) for p in lines_problems] == [(p.rule, p.message) for p in yaml_problems]
