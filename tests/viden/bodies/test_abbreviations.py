"""Guards abbreviations: the first of each gets its meaning, as a word of its own, and the sentence stays the author's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import bodies
from viden.bodies.sanitising import sanitised
from viden.model import Abbreviation

KNOWN = (
    Abbreviation("KL", "Kommunernes Landsforening", "https://kl.dk"),
    Abbreviation("KLIK", "Kommunernes læring i klynger"),
    Abbreviation("ESDH", 'Elektronisk sags- og "dokumenthåndtering"'),
    Abbreviation("R&D", "forskning & udvikling"),
    Abbreviation("ØDC", "Økonomisk datacenter"),
)


def marked(text: str) -> str:
    """Return the paragraph with each meaning shown in curly braces."""
    body = bodies.abbreviated(bodies.render(text, "artikler/a.md")[0], KNOWN)
    for known in KNOWN:
        body_html = body.html.replace(f'<abbr title="{known.long}">', f"{{{known.short}:}}")
        body = bodies.abbreviated(type(body)(body_html, body.text), ())
    return body.html.replace("</abbr>", "").strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spørg KL i dag.", "Spørg {KL:}KL i dag."),
        ("KL og KL igen", "{KL:}KL og KL igen"),
        ("KL's, KLs og KL’s", "{KL:}KL's, KLs og KL’s"),
        ("I KLs hus", "I {KL:}KLs hus"),
        ("(KL) og »KLIK«", "({KL:}KL) og »{KLIK:}KLIK«"),
        ("En KL-direktør fra KLIK.", "En {KL:}KL-direktør fra {KLIK:}KLIK."),
        ("KLAR, KLÆ, ÅKL, xKL, KLss, kl. 9 og pre-KL", None),
        ("ØDC i ÆØDC", "{ØDC:}ØDC i ÆØDC"),
        ("Kom til KL", "Kom til {KL:}KL"),
        ("Regioner/KL", "Regioner/{KL:}KL"),
        ("Skriv til KL@example.dk eller www.example.dk/KL eller KL.dk", None),
        ("R&D er svært", "{R&amp;D:}R&amp;D er svært"),
        ("**KL** siger", "<strong>{KL:}KL</strong> siger"),
    ],
)
def test_an_abbreviation_is_a_word_of_its_own(text, expected):
    shown = marked(text).replace('<abbr title="forskning &amp; udvikling">', "{R&amp;D:}")

    assert shown == (expected or text)


@pytest.mark.parametrize(
    "source",
    ["## KL her", "`KL`", "```\nKL\n```", "[KL](https://kl.dk)", "![KL i ord](k.png)", "[the KL]{lang=en}", "# KL\n"],
)  # fmt: skip
def test_headings_code_links_and_foreign_words_are_left_alone(source):
    body = bodies.render(f"{source}\n\nSå siger KL det.", "artikler/a.md")[0]

    found = bodies.abbreviated(body, KNOWN)

    assert found.html == body.html.replace("siger KL", 'siger <abbr title="Kommunernes Landsforening">KL</abbr>')


def test_the_meaning_an_author_gives_wins_over_the_register():
    body = bodies.render("KL og ESDH.\n\n*[KL]: Kystens Laug", "artikler/a.md")[0]

    found = bodies.abbreviated(body, KNOWN)

    assert [(a.short, a.long) for a in found.abbreviations] == [("KL", "Kystens Laug"), ("ESDH", KNOWN[2].long)]
    assert "Landsforening" not in found.html


def test_they_are_told_in_the_order_of_the_text_with_their_links():
    body = bodies.render("ESDH, så KL, så ESDH.", "artikler/a.md")[0]

    assert bodies.abbreviated(body, KNOWN).abbreviations == (KNOWN[2], KNOWN[0])


WORDS = st.lists(st.sampled_from(["KL", "KL's", "KLIK", "og", "å", "`KL`", "**ESDH**", "[KL](b.md)", "R&D", "\n\n## KL\n\n", "<3"]))  # fmt: skip


@given(WORDS)
def test_nothing_but_marks_is_added_and_once_is_enough(words):
    body = bodies.render(" ".join(words), "artikler/a.md")[0]

    once = bodies.abbreviated(body, KNOWN)

    assert bodies.plain(once.html) == bodies.plain(body.html)
    assert sanitised(once.html) == once.html
    assert len(once.abbreviations) == once.html.count("<abbr ") == len({a.short for a in once.abbreviations})
    assert bodies.abbreviated(once, KNOWN) == once
