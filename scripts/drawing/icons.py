"""The site's mark as browsers and telephones want it: small pictures of `theme/static/favicon.svg`."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

BATON, SUN, PAPER = "#0b4a4e", "#f2b82d", "#f6f7f3"
"""The colours of the mark, and of the page where nothing may shine through."""
FIELD = 40
"""Width of the mark's own field, in which `favicon.svg` draws too."""
FINE = 16
"""So many times larger it is drawn before it is made small, for smooth edges."""
TOUCH_PX, TOUCH_SHARE = 180, 0.62
"""What a telephone asks for; it cuts the corners, so the mark keeps its distance (Apple's template)."""
ICON_PX = (16, 32, 48)


def mark(size_px: int, share: float = 1.0, ground: str | None = None) -> Image.Image:
    """Return the mark in a square picture, `share` of its width, on a ground or on nothing."""
    picture = Image.new("RGBA", (size_px * FINE, size_px * FINE), ground or (0, 0, 0, 0))
    scale = picture.width * share / FIELD
    offset = picture.width * (1 - share) / 2
    draw = ImageDraw.Draw(picture)

    def disc(x: float, y: float, radius: float, colour: str) -> None:
        draw.ellipse([offset + (v + side * radius) * scale for side in (-1, 1) for v in (x, y)], fill=colour)

    disc(27, 13, 11, SUN)
    turn = math.radians(38)
    ends = [(20 + side * 16.5 * math.sin(turn), 20 - side * 16.5 * math.cos(turn)) for side in (-1, 1)]
    draw.line([(offset + x * scale, offset + y * scale) for x, y in ends], fill=BATON, width=round(9 * scale))
    for x, y in ends:
        disc(x, y, 4.5, BATON)
    return picture.resize((size_px, size_px), Image.Resampling.BOX)


def touch_icon() -> Image.Image:
    return mark(TOUCH_PX, TOUCH_SHARE, PAPER).convert("RGB").quantize(64)


def icons() -> list[Image.Image]:
    """Return the pictures of `favicon.ico`, the largest last."""
    return [mark(size) for size in ICON_PX]
