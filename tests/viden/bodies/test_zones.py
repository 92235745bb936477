"""Guards what stands where in a body, and that each word is found in the source at its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import bodies
from viden.model import Body, Box, Field, Header, Place, Zone


def rendered(markdown: str, first_line: int = 1, kind: str = "article", boxes: tuple[Box, ...] = ()) -> Body:
    body, problems = bodies.render(markdown, "artikler/a.md", first_line, kind, boxes)
    assert not [p for p in problems if p.severity == "error"]
    return body


def kinds(zones: tuple[Zone, ...]) -> list[tuple[str, str]]:
    return [(z.kind, z.text) for z in zones]


def words_at_places(zones: tuple[Zone, ...], markdown: str, first_line: int = 1) -> list[tuple[str, str]]:
    """Return (word of the zone, the source from its place on) of each word that counts."""
    lines = markdown.split("\n")
    pairs = []
    for zone in zones:
        places = {offset: (line, column) for offset, line, column in zone.places}
        for match in re.finditer(r"[^\W_]+", zone.text):
            if zone.kind != "none":
                line, column = places[match.start()]
                pairs.append((match.group(), lines[line - first_line][column - 1 :]))
    return pairs


def test_structure_gives_the_kind() -> None:
    markdown = "Manchetten her.\n\nMere tekst.\n\n## En overskrift\n\n- et punkt\n- to punkter\n\n> Et citat\n\n| a | b |\n|---|---|\n| c | d |\n"

    assert kinds(rendered(markdown).zones) == [
        ("lead", "Manchetten her."),
        ("body", "Mere tekst."),
        ("heading", "En overskrift"),
        ("body", "et punkt"),
        ("body", "to punkter"),
        ("body", "Et citat"),
        ("body", "a"),
        ("body", "b"),
        ("body", "c"),
        ("body", "d"),
    ]


def test_boxes_code_and_footnotes_do_not_count() -> None:
    markdown = "Tekst[^1] med `kode`.\n\n::: fakta | Boks\nI boksen\n:::\n\n```\nkode\n```\n\n[^1]: Noten\n"

    zones = rendered(markdown).zones

    assert [z.text for z in zones if z.kind != "none"] == ["Tekst med ."]
    assert {"Boks", "I boksen"} <= {z.text for z in zones if z.kind == "none"}


@pytest.mark.parametrize(
    "item",
    [
        "[Titel {}](x.md)",
        "[Titel {}](x.md), af Hanne",
        "{}. marts: Møde i Aarhus",
        "Tirsdag den {}. maj 2027",
        "kl. {} Kaffe",
        "{}/3 Årsmøde",
    ],
)
def test_lists_of_links_and_events_are_lists(item: str) -> None:
    markdown = "Først.\n\n" + "\n".join(f"- {item.format(i)}" for i in (1, 2, 3))

    assert [z.kind for z in rendered(markdown).zones] == ["lead", "list", "list", "list"]


def test_a_list_with_one_link_in_its_prose_is_body() -> None:
    markdown = "Først.\n\n- Vi læste [planen](x.md) og blev meget klogere af den\n- Vi spurgte borgerne om det samme\n"

    assert [z.kind for z in rendered(markdown).zones] == ["lead", "body", "body"]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Først.\n\n**1) Spørg borgerne** før planen.", [("heading", "1) Spørg borgerne"), ("body", "før planen.")]),
        ("Først.\n\n**Spørg borgerne**\n\nNu.", [("heading", "Spørg borgerne"), ("body", "Nu.")]),
        ("Først.\n\n**Spørg** borgerne.", [("body", "Spørg borgerne.")]),
    ],
)
def test_bold_numbered_points_are_headings(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(rendered(markdown).zones)[1:] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Læs også: Ny booking",
        "Emneord: ledelse, data",
        "Foto: Hanne Bak",
        "Af Ida Ahl Prøve, tirsdag den 28. april 2020",
    ],
)
def test_furniture_of_foreign_pages_does_not_count(line: str) -> None:
    zones = bodies.zones(f"<p>{line}</p><p>Rigtig tekst om ledelse.</p>")

    assert kinds(zones) == [("none", line), ("lead", "Rigtig tekst om ledelse.")]


def test_foreign_html_is_read_by_its_structure() -> None:
    html = (
        '<div><p class="byline">Af N</p><h1>Titel</h1>Løs tekst <b>her</b><div>I en blok<p>Afsnit</p></div>'
        "<script>x</script><nav>Menu</nav><footer>Bund</footer><svg><text>s</text></svg><ul><li>a<ul><li>b</li></ul></li></ul></div>"
    )

    assert kinds(bodies.zones(html)) == [
        ("none", "Af N"),
        ("heading", "Titel"),
        ("lead", "Løs tekst her"),
        ("body", "I en blok"),
        ("body", "Afsnit"),
        ("none", "Menu"),
        ("none", "Bund"),
        ("body", "a"),
        ("body", "b"),
    ]
    assert all(z.places == () for z in bodies.zones(html))


def test_an_address_shown_as_text_does_not_count() -> None:
    assert rendered("Se <https://ledelse.dk> og [ledelse](https://x.dk/data).").zones[0].text == "Se og ledelse."


def test_places_count_from_the_first_line_of_the_file() -> None:
    (zone,) = rendered("Én to\ntre", first_line=9).zones

    assert zone.places == ((0, 9, 1), (3, 9, 4), (6, 10, 1))


def test_a_word_twice_has_two_places() -> None:
    markdown = "data og data\n\n## data\n\ndata"

    places = [(line, column) for zone in rendered(markdown).zones for _, line, column in zone.places]

    assert places == [(1, 1), (1, 6), (1, 9), (3, 4), (5, 1)]


def test_a_reusable_box_moves_no_place() -> None:
    box = Box("fast", "fakta", "Om data", "Efter boksen er der data og mere data efter boksen.")
    markdown = "Før boksen.\n\n::: @fast\n:::\n\nEfter boksen er der data."

    pairs = words_at_places(rendered(markdown, boxes=(box,)).zones, markdown)

    assert all(source.startswith(word) for word, source in pairs)
    assert rendered(markdown, boxes=(box,)).zones[-1].places[0] == (0, 6, 1)


def test_a_footnote_in_the_middle_moves_no_place() -> None:
    markdown = "Et ord[^1] om data.\n\n[^1]: Noten om data og ord.\n    Mere om data.\n\nSiden om data igen."

    assert rendered(markdown).zones[1].places[0] == (0, 6, 1)


def test_markup_inside_words_keeps_the_place() -> None:
    markdown = "Et for*ord*et og r&oslash;dgr&oslash;d og \\*stjerne og **fed**skrift."

    pairs = words_at_places(rendered(markdown).zones, markdown)

    assert [w for w, _ in pairs] == ["Et", "forordet", "og", "rødgrød", "og", "stjerne", "og", "fedskrift"]
    assert [s[:4] for _, s in pairs] == ["Et f", "for*", "og r", "r&os", "og \\", "stje", "og *", "fed*"]


WORDS = st.sampled_from(
    [
        "data",
        "ledelse",
        "kommune",
        "og",
        "i",
        "at",
        "er",
        "det",
        "borger",
        "velfærd",
        "Århus",
        "æble",
        "2027",
        "it",
        "pc'en",
        "e-mail",
    ]
)
INLINE = st.one_of(
    WORDS,
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    st.tuples(WORDS, WORDS).map(lambda t: f"[{t[0]} {t[1]}](data-ledelse.md)"),
    WORDS.map(lambda w: f"[{w}]{{lang=en}}"),
    WORDS.map("`{}`".format),
    st.just("![data og ledelse](data.png)"),
    st.just("og[^1]"),
    st.just("&amp;"),
)
SENTENCE = st.lists(INLINE, min_size=1, max_size=14).map(" ".join)
BLOCK = st.one_of(
    SENTENCE,
    SENTENCE,
    SENTENCE.map("## {}".format),
    st.lists(SENTENCE, min_size=1, max_size=3).map(lambda s: "\n".join(f"- {x}" for x in s)),
    st.lists(SENTENCE, min_size=1, max_size=3).map(lambda s: "\n".join(f"{i}. {x}" for i, x in enumerate(s, 1))),
    SENTENCE.map("> {}".format),
    SENTENCE.map("::: fakta | Om data\n{}\n:::".format),
    st.just("::: @fast\n:::"),
    SENTENCE.map("```\n{}\n```".format),
    st.tuples(WORDS, WORDS).map(lambda t: f"| {t[0]} | {t[1]} |\n|---|---|\n| {t[1]} | {t[0]} |"),
    st.tuples(SENTENCE, SENTENCE).map("\n".join),
)
FAST = (Box("fast", "fakta", "Om data", "data og ledelse i det kommune"),)


@given(st.lists(BLOCK, min_size=1, max_size=10), st.integers(1, 40))
def test_every_word_of_a_zone_is_found_in_the_source_at_its_place(blocks: list[str], first_line: int) -> None:
    markdown = "\n\n".join([*blocks, "[^1]: data og ledelse"])
    body, _ = bodies.render(markdown, "artikler/a.md", first_line, "article", FAST)

    pairs = words_at_places(body.zones, markdown, first_line)
    places = [(line, column) for zone in body.zones for _, line, column in zone.places]

    assert [(w, s) for w, s in pairs if not s.startswith(w)] == []
    assert places == sorted(set(places))


@given(st.lists(BLOCK, min_size=1, max_size=6))
def test_zones_of_the_html_are_those_of_the_body(blocks: list[str]) -> None:
    markdown = "\n\n".join([*blocks, "[^1]: data og ledelse"])
    body, _ = bodies.render(markdown, "artikler/a.md", 3, "article", FAST)

    assert bodies.zones(body.html, markdown, 3) == body.zones


def test_header_zones_begin_where_the_values_stand() -> None:
    header = Header(
        (Field("title", "Ny data", Place("a.md", 1, 8)), Field("summary", "Om data", Place("a.md", 3, 10))),
        "lines",
        Place("a.md"),
        5,
    )

    zones = bodies.header_zones(FakePost("Ny data", "Om data", header))  # type: ignore[arg-type]

    assert zones == (
        Zone("title", "Ny data", ((0, 1, 8), (3, 1, 11))),
        Zone("summary", "Om data", ((0, 3, 10), (3, 3, 13))),
    )


class FakePost:
    def __init__(self, title: str, summary: str, header: Header | None) -> None:
        self.title, self.summary, self.header = title, summary, header


def test_header_zones_without_a_header_have_no_places() -> None:
    assert bodies.header_zones(FakePost("Titel", "", None)) == (Zone("title", "Titel"),)  # type: ignore[arg-type]


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<aside>"])
def test_nesting_without_end_is_read(opening: str) -> None:
    html = opening * 400 + "x"

    assert [z.text for z in bodies.zones(html)] in (["x"], [])
    assert bodies.plain(html) in ("x", "")
    assert bodies.portable(bodies.portable(html, "https://x.dk/"), "https://x.dk/") == bodies.portable(
        html, "https://x.dk/"
    )
