"""Guards the cards of shared links: their size, Danish letters, long words that fit, the theme's colours, equal bytes."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor, ImageFont
from viden import images
from viden.images import cards

ROOT = Path(__file__).resolve().parents[3]
FONT = (ROOT / "theme/fonts/SourceSerif4-SemiBold.ttf").read_bytes()
LONG = "speciallægepraksisplanlægningsstabiliseringsperiodeforlængelsesansøgningsformularudfyldelsesvejledning"


def drawn(title: str = "Åen løber over sine bredder", kind: str = "article") -> bytes:
    return images.card(title, kind, "Artikel", "Prøven", FONT)


def test_a_card_is_a_png_of_the_open_graph_size_without_words_about_itself():
    with Image.open(BytesIO(drawn())) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        assert not image.info.keys() & {"exif", "Software", "Creation Time"} and not image.text


def test_equal_words_give_equal_bytes_and_other_words_others():
    assert drawn() == drawn()
    assert len({drawn(), drawn("Åen løber over sine brædder"), drawn(kind="blog")}) == 3


@pytest.mark.parametrize("letter", "æøåÆØÅéüöäßñłšžčğışœþðąę–—“”»«…’·§€½×®ΩЖ")
def test_the_font_holds_the_letters_of_danish_and_of_names(letter):
    face = ImageFont.truetype(BytesIO(FONT), 60, layout_engine=ImageFont.Layout.BASIC)

    assert bytes(face.getmask(letter)) != bytes(face.getmask("\uffff"))


@given(st.lists(st.text("abcæøå-", min_size=1, max_size=120), min_size=1, max_size=30))
@settings(max_examples=60)
def test_every_title_fits_and_a_title_of_200_characters_loses_nothing(words):
    title = " ".join(words)

    size, lines = cards.fitted(title, FONT)

    face = ImageFont.truetype(BytesIO(FONT), size, layout_engine=ImageFont.Layout.BASIC)
    assert all(face.getlength(line.removesuffix(" …")) <= cards.TEXT_WIDTH for line in lines)
    assert len(lines) * size * cards.LINE <= cards.TITLE_HEIGHT
    if len(title) <= 200:
        assert re.sub("[- ]", "", "".join(lines)) == re.sub("[- ]", "", title)


def test_a_short_title_is_large_and_a_word_too_long_for_the_card_is_broken_with_hyphens():
    assert cards.fitted("Kort", FONT) == (cards.TITLE_SIZES[0], ("Kort",))
    size, lines = cards.fitted(LONG, FONT)

    assert size == cards.TITLE_SIZES[-1]
    assert len(lines) > 1 and all(line.endswith("-") for line in lines[:-1])


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("أهلاً وسهلاً", ""),
        ("Velkommen: أهلاً وسهلاً på biblioteket", "Velkommen: på biblioteket"),
        ("שלום – !", ""),
        ("Åen løber over sine bredder", "Åen løber over sine bredder"),
        ("", ""),
    ],
)
def test_words_in_letters_that_the_font_lacks_are_left_out_and_the_site_stands_in(title, shown):
    assert cards.drawable(title, FONT) == shown
    assert drawn(title) == drawn(shown or "Prøven")


def test_the_colours_are_the_themes():
    tokens = (ROOT / "theme/static/css/tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    names = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", tokens))
    fields = (ROOT / "theme/static/css/components/field.css").read_text(encoding="utf-8")

    for kind, poster in cards.POSTERS.items():
        rule = re.search(rf"\.card--{kind}, .*?{{(.*?)}}", fields)[1]
        told = [names[name] for name in re.findall(r"--(?:field|round|stick): var\(--([a-z]+)\)", rule)]
        assert told == [poster.field, poster.round, poster.stick], kind


@pytest.mark.parametrize("kind", cards.POSTERS)
def test_field_shapes_and_ink_have_their_exact_colours(kind):
    poster = cards.POSTERS[kind]
    with Image.open(BytesIO(drawn("████", kind))) as image:
        full = image.convert("RGB")
        found = [full.getpixel(at) for at in ((5, 5), (1180, 40), (1130, 210))]

        assert found == [ImageColor.getrgb(c) for c in (poster.field, poster.round, poster.stick)]
        assert ImageColor.getrgb(poster.ink) in {colour for _, colour in full.getcolors(256)}


def test_the_title_stands_out_from_its_field():
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for kind, poster in cards.POSTERS.items():
        low, high = sorted((luminance(poster.field), luminance(poster.ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, kind
