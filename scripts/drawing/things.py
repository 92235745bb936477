"""Things that stand in more than one picture."""

from __future__ import annotations

from collections.abc import Sequence

from .palette import CLAY, NIGHT, mixed
from .sheet import HEIGHT, Point, Sheet, curve


def hill(sheet: Sheet, points: Sequence[Point], colour: str, foot: float = HEIGHT) -> None:
    """Draw land below a soft line from edge to edge."""
    line = curve(*points)
    sheet.shape([*line, (line[-1][0], foot), (line[0][0], foot)], colour)


def tree(sheet: Sheet, x: float, foot: float, size: float, colour: str) -> None:
    sheet.box(x - size * 0.05, foot - size * 0.5, size * 0.1, size * 0.5, NIGHT)
    sheet.oval(x, foot - size * 0.78, size * 0.3, size * 0.42, colour)


def sitter(sheet: Sheet, x: float, y: float, skin: str, hair: str, clothes: str, turn: int) -> None:
    """Draw a person seen to the waist; `turn` is -1 for facing left and 1 for facing right."""
    sheet.shape(
        [
            *curve((x - 78, y + 190), (x - 88, y + 40), (x - 10, y + 46)),
            *curve((x + 10, y + 46), (x + 88, y + 40), (x + 78, y + 190)),
        ],
        clothes,
    )
    sheet.box(x - 15, y + 12, 30, 48, mixed(skin, CLAY, 0.35), 12)
    sheet.oval(x, y - 18, 42, 50, skin)
    sheet.shape(
        [
            *curve((x - turn * 46, y + 18), (x - turn * 64, y - 96), (x + turn * 30, y - 84), (x + turn * 40, y - 34)),
            *curve((x + turn * 40, y - 34), (x + turn * 6, y - 52), (x - turn * 22, y - 34), (x - turn * 24, y + 10)),
        ],
        hair,
    )
