"""Guards pictures inside a body: their size, widths and late fetching, while all else in the body stays as it was."""

from bs4 import BeautifulSoup
from viden import images
from viden.model import Picture

HARBOUR = Picture(
    "billeder/åen ved & havn.jpg",
    1600,
    900,
    (
        ("image/webp", ((320, "billeder/bredde-320/åen ved & havn.jpg.webp"),)),
        ("image/jpeg", ((320, "billeder/bredde-320/åen ved & havn.jpg"), (1600, "billeder/åen ved & havn.jpg"))),
    ),
)
KNOWN = {HARBOUR.path: HARBOUR}
ADDRESS = "billeder/%C3%A5en%20ved%20%26%20havn.jpg"


def test_a_known_picture_gets_size_widths_and_late_fetching():
    html = images.embedded(f'<p><img alt="En havn > en å" src="/{ADDRESS}" class="dekorativ"></p>', KNOWN, "")

    image = BeautifulSoup(html, "html.parser").img
    assert image["alt"] == "En havn > en å"
    assert image["class"] == ["dekorativ"]
    assert (image["width"], image["height"], image["loading"]) == ("1600", "900", "lazy")
    assert image["srcset"].split(", ")[1] == f"/{ADDRESS} 1600w"
    source = image.find_previous_sibling("source")
    assert source["type"] == "image/webp" and source["srcset"].endswith("havn.jpg.webp 320w")
    assert source["sizes"] == image["sizes"]


def test_addresses_below_a_folder_and_unencoded_ones_are_known_too():
    below = images.embedded(f'<img src="/viden/{ADDRESS}" alt="">', KNOWN, "/viden")
    plain = images.embedded('<img src="/billeder/åen ved &amp; havn.jpg" alt="">', KNOWN, "")

    assert 'srcset="/viden/billeder/bredde-320' in below
    assert "<picture>" in plain


def test_what_is_no_known_picture_stays_as_it_was():
    for html in (
        '<img src="/billeder/anden.jpg" alt="x">',
        f'<img src="https://viden.example/{ADDRESS}" alt="x">',
        f'<img src="/{ADDRESS}" alt="x">'.replace("<", "&lt;"),
        "<p>Ingen billeder &amp; intet andet</p>",
    ):
        assert images.embedded(html, KNOWN, "") == html
    assert images.embedded(f'<img src="/{ADDRESS}" alt="">', KNOWN, "/viden") == f'<img src="/{ADDRESS}" alt="">'


def test_a_picture_of_one_width_needs_no_choice():
    small = Picture("a.webp", 200, 100, (("image/webp", ((200, "a.webp"),)),))

    html = images.embedded('<img src="/a.webp" alt="x">', {"a.webp": small}, "")

    assert html == '<img src="/a.webp" alt="x" width="200" height="100" loading="lazy" decoding="async">'
