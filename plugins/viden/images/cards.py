"""The picture that shows a post where its link is shared: title, kind and site on the poster of its kind.

1200 × 630 pixels, the size that the Open Graph protocol's readers show whole.
The font comes in as bytes, so that every machine draws the same letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
LEFT, TOP, TEXT_WIDTH = 72, 150, 780
TITLE_HEIGHT = 340
TITLE_SIZES = (84, 76, 68, 60, 52, 46, 40, 34)
"""In pixels, tried from the largest; on a telephone the card is shown at about a third."""
NOTE_SIZE = 32
LINE = 1.14
MARGIN = 8
"""Room for what a letter reaches beyond its advance; the sun begins further right."""
SHAPE_COLOURS, STEPS = 96, 32
"""Of the palette: the field and the shapes with their soft edges; the steps of the letters' edges."""
INK_STEPS = [SHAPE_COLOURS + round(v * (STEPS - 1) / 255) for v in range(256)]
ANY = [0] + [255] * 255
EDGE = 4
"""How many times larger the shapes are drawn, so that their edges are soft."""


@dataclass(frozen=True, slots=True)
class Poster:
    """Colours of a kind, as the theme has them in light."""

    field: str
    ink: str
    round: str
    stick: str


PAPER, INK = "#ffffff", "#13211f"
POSTERS: Mapping[str, Poster] = {
    "blog": Poster("#0d5257", PAPER, "#f2b82d", "#cfdcd8"),
    "pointer": Poster("#f2b82d", INK, "#e6dcc9", "#0d5257"),
    "article": Poster("#cfdcd8", INK, "#0d5257", "#f2b82d"),
    "debate": Poster("#e8b9a5", INK, "#b9502f", "#1d3040"),
    "press": Poster("#e6dcc9", INK, "#1d3040", "#b9502f"),
    "case": Poster("#6f9579", INK, "#cfdcd8", "#1d3040"),
    "event": Poster("#1d3040", PAPER, "#b9502f", "#f2b82d"),
    "tool": Poster("#e6dcc9", INK, "#6f9579", "#0d5257"),
}
"""Of `tokens.css` and `field.css`; a test holds them together."""


def card(title: str, kind: str, kind_label: str, site: str, font: bytes) -> bytes:
    """Return the card as PNG: the same words and the same font give the same bytes with the same Pillow.

    Of a title in letters that the font lacks, such as Arabic, only the rest is drawn, or else the site's name.
    """
    poster = POSTERS.get(kind, POSTERS["article"])
    words = _words(drawable(title, font) or site, kind_label, site, font)
    image = _background(poster).copy()
    image.paste(words.point(INK_STEPS), (LEFT, 0), words.point(ANY))
    output = BytesIO()
    image.save(output, format="PNG", compress_level=6)
    return output.getvalue()


def _words(title: str, kind_label: str, site: str, font: bytes) -> Image.Image:
    """Return how much of each pixel of the text's column is ink, 0 to 255."""
    column = Image.new("L", (TEXT_WIDTH + MARGIN, HEIGHT))
    pen = ImageDraw.Draw(column)
    pen.text((0, 72), kind_label, fill=255, font=_font(font, NOTE_SIZE))
    pen.text((0, HEIGHT - 72), site, fill=255, font=_font(font, NOTE_SIZE), anchor="ls")
    size, lines = fitted(title, font)
    for number, line in enumerate(lines):
        pen.text((0, TOP + round(number * size * LINE)), line, fill=255, font=_font(font, size))
    return column


def drawable(title: str, font: bytes) -> str:
    """Return the words of `title` that the font has all letters of, or nothing where these hold no letter."""
    face = _font(font, NOTE_SIZE)
    absent = bytes(face.getmask("\uffff"))
    lacking = {c for c in set(title) if not c.isspace() and bytes(face.getmask(c)) == absent}
    kept = " ".join(word for word in title.split() if not lacking & set(word))
    return kept if any(c.isalnum() for c in kept) else ""


def fitted(title: str, font: bytes) -> tuple[int, tuple[str, ...]]:
    """Return the largest size in pixels at which the title fits, and its lines.

    A word that is wider than the card at the smallest size is broken with a hyphen;
    a title that is too long ends in "…".
    """
    words = title.split()
    for size in TITLE_SIZES:
        face = _font(font, size)
        lines = tuple(_lines(words, face))
        if len(lines) <= _room(size) and all(face.getlength(word) <= TEXT_WIDTH for word in words):
            return size, lines
    size = TITLE_SIZES[-1]
    face = _font(font, size)
    lines = tuple(_lines([part for word in words for part in _broken(word, face)], face))
    return size, lines if len(lines) <= _room(size) else (*lines[: _room(size) - 1], f"{lines[_room(size) - 1]} …")


def _room(size: int) -> int:
    """Return how many lines of that size there is room for."""
    return int(TITLE_HEIGHT / (size * LINE))


def _lines(words: list[str], face: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and face.getlength(longer) > TEXT_WIDTH:
            yield line
            line = word
        else:
            line = longer
    yield line


def _broken(word: str, face: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Give the word in pieces that each fit on a line, all but the last ending in a hyphen."""
    piece = ""
    for letter in word:
        if piece and face.getlength(f"{piece}{letter}-") > TEXT_WIDTH:
            yield f"{piece}-"
            piece = ""
        piece += letter
    yield piece


@cache
def _font(font: bytes, size: int) -> ImageFont.FreeTypeFont:
    # The plain layout engine: the other one needs libraries that a machine may lack, and then draws otherwise.
    return ImageFont.truetype(BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _background(poster: Poster) -> Image.Image:
    """Return the field with its sun and its baton, as on the theme's cards; the steps to the ink end its palette."""
    image = Image.new("RGB", (WIDTH * EDGE, HEIGHT * EDGE), poster.field)
    pen = ImageDraw.Draw(image)
    pen.circle((1090 * EDGE, 150 * EDGE), 230 * EDGE, fill=poster.round)
    start, end = (1130 * EDGE, 210 * EDGE), (800 * EDGE, 632 * EDGE)
    pen.line((start, end), fill=poster.stick, width=92 * EDGE)
    pen.circle(start, 46 * EDGE, fill=poster.stick)
    pen.circle(end, 46 * EDGE, fill=poster.stick)
    image = image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    image = image.quantize(SHAPE_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    shapes = (image.getpalette() or [])[: SHAPE_COLOURS * 3]
    image.putpalette([*shapes, *([0] * (SHAPE_COLOURS * 3 - len(shapes))), *_steps(poster)])
    return image


def _steps(poster: Poster) -> Iterator[int]:
    """Give red, green and blue of each step from field to ink."""
    field, ink = ImageColor.getrgb(poster.field), ImageColor.getrgb(poster.ink)
    for step in range(STEPS):
        yield from (round(f + (i - f) * step / (STEPS - 1)) for f, i in zip(field[:3], ink[:3]))
