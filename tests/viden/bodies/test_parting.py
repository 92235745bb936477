"""Guards how a body is parted for its own page: corrections out, the call in; and what of it other rooms are told."""

from datetime import date

from viden import bodies
from viden.model import Correction, Place

SOURCE = """Vi talte 40 huller.

## Asfalt

::: redaktør
Rettet den 4. september 2026: Der var 14 huller, som [listen](liste.md) viser.
:::

::: redaktør
Vejen er lukket på mandag.
:::

::: nyhedsbrev | Mere om veje
Skrevet af vejfolk.
:::

Sidste linje.
"""


def rendered(source, **options):
    return bodies.render(source, "artikler/vej.md", 8, **options)[0]


def test_a_correction_is_told_with_its_day_and_text():
    assert rendered(SOURCE).corrections == (Correction(date(2026, 9, 4), "Der var 14 huller, som listen viser."),)
    assert rendered("Ingen rettelser.").corrections == ()


def test_a_page_has_its_corrections_apart_and_once():
    html = rendered(SOURCE).html
    notice, rest = bodies.corrections(html), bodies.without_corrections(html)

    assert "Der var 14 huller" in notice
    assert '<h2 class="box__heading" id="boks-1">Rettelse</h2>' in notice
    assert "14 huller" not in rest
    assert "Vejen er lukket" in rest and "Vejen er lukket" not in notice
    assert bodies.corrections(rest) == ""


def test_the_call_comes_where_its_box_stands_and_nowhere_else():
    body, plain = rendered(SOURCE), rendered("Ingen boks.")
    html = bodies.with_call(body.html, "<p>Abonnér</p>")

    assert (body.places_call, plain.places_call) == (True, False)
    assert html.index("Skrevet af vejfolk.") < html.index("<p>Abonnér</p>") < html.index("Sidste linje.")
    assert bodies.with_call(plain.html, "<p>Abonnér</p>") == plain.html


def test_corrections_travel_with_the_text_and_the_call_stays_at_home():
    travelling = bodies.portable(rendered(SOURCE).html, "https://x.example/artikler/vej/")

    assert "Der var 14 huller" in travelling
    assert "Vejen er lukket" not in travelling and "Skrevet af vejfolk" not in travelling


def test_a_post_that_a_box_names_is_linked_at_the_place_where_it_stands():
    titles = {"hul-17": ("artikler/hul-17.md", "Hul nummer 17")}
    link = rendered("Tekst.\n\n::: læs også\n- hul-17\n:::\n", titles=titles).targets[0]

    assert (link.address, link.text) == ("{filename}/artikler/hul-17.md", "Hul nummer 17")
    assert link.place == Place("artikler/vej.md", 11, 3)


def test_a_caption_is_no_prose():
    body = rendered('Tekst.\n\n![Et hul](hul.jpg "Hullet i Storegade")\n')

    assert (body.text, body.words) == ("Tekst.", 1)
