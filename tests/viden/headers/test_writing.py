"""Guards edits of a header: one line changes, every other byte stays; a second repair changes nothing."""

from __future__ import annotations

import pytest
from viden.errors import ContentError
from viden.headers import fix, parse, with_field, write

LINES = "Title: En dag\nDate: 28/04/2020\n\nTekst.\n"
YAML = '---\nTitle: "En dag"\nDate: 28/04/2020\n---\nTekst.\n'


def test_a_new_key_comes_last() -> None:
    assert with_field(LINES, "id", "dag") == "Title: En dag\nDate: 28/04/2020\nId: dag\n\nTekst.\n"
    assert with_field(YAML, "Id", "dag") == '---\nTitle: "En dag"\nDate: 28/04/2020\nId: dag\n---\nTekst.\n'


def test_a_key_that_is_there_keeps_its_place_and_alias() -> None:
    text = "Titel: En dag\nArbejdsområder: ledelse\nDate: 28/04/2020\n\nTekst.\n"

    edited = with_field(text, "work_areas", "ledelse; boern-skole")

    assert edited == text.replace("områder: ledelse", "områder: ledelse; boern-skole")


def test_a_value_over_several_lines_is_replaced_whole() -> None:
    lines = "Title: En dag\nTags: haver\n    æbler\nId: dag\n\nTekst.\n"
    yaml = "---\nTags:\n- haver\n- æbler\n# en bemærkning\nId: dag\n---\nTekst.\n"

    assert with_field(lines, "tags", "pærer") == "Title: En dag\nTags: pærer\nId: dag\n\nTekst.\n"
    assert with_field(yaml, "tags", "pærer") == "---\nTags: pærer\n# en bemærkning\nId: dag\n---\nTekst.\n"


def test_a_value_that_yaml_would_misread_is_quoted() -> None:
    edited = with_field(YAML, "title", 'En "dag": # nej')

    header, _, problems = parse(edited, "x.md")

    assert problems == ()
    assert header is not None
    assert header.fields[0].value == 'En "dag": # nej'


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("text", [LINES, YAML])
def test_byte_order_mark_and_line_ends_stay(text: str, mark: str, ending: str) -> None:
    given = mark + text.replace("\n", ending)

    edited = with_field(given, "id", "dag")

    assert edited.replace(f"Id: dag{ending}", "", 1) == given


def test_decomposed_letters_elsewhere_stay_as_they_were() -> None:
    given = "Title: Pa\u030a a\u030aen\nDate: 28/04/2020\n\nA\u030ah.\n"

    edited = with_field(given, "id", "aa")

    assert edited == given.replace("2020\n", "2020\nId: aa\n")


def test_a_text_without_header_is_refused() -> None:
    with pytest.raises(ContentError):
        with_field("Bare tekst.\n", "id", "x")


def test_a_value_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="one line"):
        write([("Title", "En\ndag")], "lines")


@pytest.mark.parametrize(
    "text", [LINES, YAML, LINES.replace("\n", "\r\n"), "\ufeff" + LINES, "Title: x", "---\nTitle: x\n---"]
)
def test_fix_adds_the_provisional_id_once(text: str) -> None:
    data = text.encode()

    once, made = fix(data, "artikler/En dag på åen.md")

    assert b"Id: en-dag-paa-aaen" in once
    assert len(once) - len(data) <= len("Id: en-dag-paa-aaen\r\n")
    assert fix(once, "artikler/En dag på åen.md") == (once, ())
    assert made == ("fik et Id",)
    assert fix(once, "artikler/flyttet.md") == (once, ())


def test_fix_fills_in_an_id_that_is_empty() -> None:
    assert fix(b"Title: x\nId:\n\nTekst.\n", "artikler/dag.md")[0] == b"Title: x\nId: dag\n\nTekst.\n"


@pytest.mark.parametrize(
    "data", [b"Bare tekst.\n", b"", b"Title: bl\xe5\n\nx", b"+++\ntitle = 1\n+++\n", b"---\nTitle: x\n"]
)
def test_fix_leaves_what_it_cannot_read(data: bytes) -> None:
    assert fix(data, "artikler/x.md") == (data, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Title: Blog: Om salt\nId: s\n\nT.\n", "Title: Om salt\nId: s\nKind: blog\n\nT.\n"),
        ("Titel: Debatindlæg: Om salt\nId: s\n\nT.\n", "Titel: Om salt\nId: s\nKind: debate\n\nT.\n"),
        ("Type: case\nTitle: Case: Om salt\nId: s\n\nT.\n", "Type: case\nTitle: Om salt\nId: s\n\nT.\n"),
        ("Title: Blog: Om salt\nKind: case\nId: s\n\nT.\n", "Title: Blog: Om salt\nKind: case\nId: s\n\nT.\n"),
        ("Title: Salt: Om vinteren\nId: s\n\nT.\n", "Title: Salt: Om vinteren\nId: s\n\nT.\n"),
    ],
)
def test_a_kind_goes_out_of_the_title_unless_the_header_says_another(before, after):
    mended, made = fix(before.encode(), "artikler/s.md")

    assert mended.decode() == after
    assert made == (("fik typen ud af titlen",) if before != after else ())
    assert fix(mended, "artikler/s.md") == (mended, ())
