"""Guards how the page of publishers says how one becomes one of them."""

import pytest
from viden.pages.groups import become_line
from viden.pages.views import Piece


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ()),
        ("Kom til mødet i marts.", (Piece("Kom til mødet i marts."),)),
        ("post@vej.example", (Piece("Skriv til "), Piece("post@vej.example", "mailto:post@vej.example"), Piece("."))),
        ("https://vej.example/nye/", (Piece("Sådan bliver din organisation udgiver", "https://vej.example/nye/"),)),
        (
            "Skriver I også om veje? https://vej.example/nye/",
            (
                Piece("Skriver I også om veje? "),
                Piece("Sådan bliver din organisation udgiver", "https://vej.example/nye/"),
            ),
        ),
    ],
)
def test_the_address_becomes_a_link_that_says_where_it_leads(written, expected):
    assert become_line(written) == expected
