"""Guards how an image's credit is read and printed."""

import pytest
from viden.model import Image
from viden.pages.credits import Credit, credit
from viden.pages.structured import structured


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Bolette Krag på Pixelhavn.dk", Credit("Foto", "Bolette Krag", "Pixelhavn.dk", "på")),
        ("Foto: Bolette Krag på Pixelhavn.dk", Credit("Foto", "Bolette Krag", "Pixelhavn.dk", "på")),
        ("Foto: Bolette Krag / Fjordnet", Credit("Foto", "Bolette Krag", "Fjordnet", "/")),
        ("foto: Bolette Krag, Fjordnet", Credit("Foto", "Bolette Krag", "Fjordnet", ",")),
        ("Illustration: Fjordnet", Credit("Illustration", "Fjordnet")),
        ("Fjordnet", Credit("Foto", "Fjordnet")),
        ("© Bolette Krag", Credit("Foto", "Bolette Krag")),
    ],
)
def test_a_credit_is_read_as_what_who_and_where_from(written, expected):
    assert credit(written) == expected


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Bolette Krag på Pixelhavn.dk", "Foto: Bolette Krag på Pixelhavn.dk"),
        ("Foto: Bolette Krag / Fjordnet", "Foto: Bolette Krag / Fjordnet"),
        ("Tegning: Bolette Krag, Fjordnet", "Tegning: Bolette Krag, Fjordnet"),
        ("Fjordnet", "Foto: Fjordnet"),
    ],
)
def test_a_credit_is_printed_with_what_it_is(written, printed):
    assert credit(written).text == printed


def test_a_post_shows_the_credit_of_its_image(build):
    image = Image("billeder/bro.jpg", "En bro", "Bolette Krag på Pixelhavn.dk")
    view = build.shown(build.tagged("a", image=image))

    assert view.credit.text == "Foto: Bolette Krag på Pixelhavn.dk"
    assert build.shown(build.tagged("b", image=Image("billeder/bro.jpg", "En bro"))).credit is None


def test_machines_are_told_who_made_the_image(build):
    image = Image("billeder/bro.jpg", "En bro", "Bolette Krag på Pixelhavn.dk")
    view = build.shown(build.tagged("a", image=image))
    told = next(t for t in structured(view, "Prøven", "https://x.example/{}".format)["@graph"] if "headline" in t)

    assert told["image"]["creditText"] == "Foto: Bolette Krag på Pixelhavn.dk"
    assert told["image"]["creator"] == {"@type": "Person", "name": "Bolette Krag"}
    assert told["image"]["url"] == "https://x.example/billeder/bro.jpg"
