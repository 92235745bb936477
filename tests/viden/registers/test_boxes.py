"""Guards the boxes that come whole from a record: what a series is, and how one reaches somebody."""

from datetime import date

from viden import bodies
from viden.model import Box, Event, Person, Publisher, Registers, Role, Series, SiteInfo
from viden.registers import made_boxes

MEETINGS = (
    Event("grus-1", "Møde 1", date(2026, 2, 3), description="Om *grus* og salt."),
    Event("grus-2", "Møde 2", date(2026, 3, 3), description="Om regningen."),
)
GRUS = Series("grus", "Vejen <frem>", "Møder om veje.", "Vejlauget", "fra februar til marts 2026", MEETINGS)


def boxes(*series, own=()):
    return made_boxes(Registers(SiteInfo("Prøven"), series=series, boxes=own))


def shown(markdown, *series, own=()):
    body, problems = bodies.render(markdown, "artikler/vej.md", boxes=(*own, *boxes(*series, own=own)))
    assert problems == ()
    return body.html


def test_one_record_gives_heading_description_period_and_meetings():
    html = shown("::: @grus\n:::", GRUS)

    assert "Om »Vejen &lt;frem&gt;«</h2>" in html
    assert "<p>Møder om veje.</p>\n<p>Fra februar til marts 2026.</p>" in html
    assert (
        "<li><strong>Møde 1</strong><br>\n    Om *grus* og salt.</li>\n<li><strong>Møde 2</strong><br>\n    Om regningen.</li>"
        in html
    )


def test_a_description_that_opens_like_a_list_is_none():
    meetings = (Event("a", "A", date(2026, 2, 3), description="3. gang om salt."), Event("b", "B", date(2026, 3, 3), description="- og sne."))  # fmt: skip
    html = shown("::: @liste\n:::", Series("liste", "Liste", events=meetings))

    assert html.count("<li>") == 2
    assert "3. gang om salt." in html and "- og sne." in html


def test_its_own_text_stands_in_place_of_description_and_period():
    about = Series(
        "grus", "Vejen", "Møder.", "Vejlauget", "i år", MEETINGS, about="Vejlauget står bag:\n\n- Ét\n- To\n"
    )
    html = shown("::: @grus\n:::", about)

    assert "<p>Vejlauget står bag:</p>\n<ul>\n<li>Ét</li>" in html
    assert "Møder." not in html and "I år" not in html
    assert html.index("<li>To</li>\n</ul>") < html.index("<ol>\n<li><strong>Møde 1</strong>"), "two lists, not one"


def test_a_box_of_the_register_goes_before_the_series_of_its_id():
    html = shown("::: @grus\n:::", GRUS, own=(Box("grus", "fakta", "Om grus", "Grus er små sten."),))

    assert "Grus er små sten." in html
    assert "Møde 1" not in html


def test_a_series_without_words_gives_no_box():
    assert boxes(Series("tom", "Tom")) == ()


PEOPLE = (
    Person(
        "ida",
        "Ida *Skov*",
        (
            Role("direktør", "i", ("Grusværket",), end=date(2025, 1, 1)),
            Role("vejleder", "på", ("Vejskolen", "Fjordnet")),
        ),
        email="ida@vej.example",
        phone="00 00 00 00",
    ),
    Person("tavs", "Tavs Holm"),
)


def test_a_person_who_can_be_reached_has_a_contact_box_with_what_she_is_now():
    (box,) = made_boxes(Registers(SiteInfo("Prøven"), people=PEOPLE))
    body, problems = bodies.render("Skriv til os.\n\n::: @ida\n:::", "artikler/vej.md", boxes=(box,))

    assert problems == ()
    assert 'class="box box--kontakt"' in body.html and ">Kontakt</h2>" in body.html
    assert '<a href="/personer/ida/">Ida *Skov*</a>, vejleder på Vejskolen og Fjordnet' in body.html
    assert '<a href="mailto:ida@vej.example">ida@vej.example</a>' in body.html
    assert "<li>Telefon: 00 00 00 00</li>" in body.html
    assert body.text == "Skriv til os."


def test_a_publisher_can_be_reached_too_and_a_series_goes_before_it():
    publishers = (Publisher("grus", "Grus A/S", email="post@grus.example"), Publisher("vej", "Vejlauget", phone="11"))
    made = made_boxes(Registers(SiteInfo("Prøven"), series=(GRUS,), publishers=publishers))

    assert [(b.id, b.name) for b in made] == [("grus", "fakta"), ("vej", "kontakt")]
