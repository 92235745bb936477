"""The citizens' assembly on where the water is to go."""

from __future__ import annotations

import math

from .palette import BRICK, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve
from .things import hill, tree


def assembly() -> Sheet:
    """A ring of chairs on a dike, with water on one side and houses on the other."""
    sheet = Sheet(MIST)
    sheet.shade(mixed(LAGOON, SHELL, 0.55), mixed(MIST, SHELL, 0.6), 0, 420)
    for x, y, wide in ((260, 110, 150), (420, 90, 110), (1180, 130, 170), (1040, 150, 120)):
        sheet.oval(x, y, wide, wide * 0.28, SHELL, 0.85)
    sheet.shade(TEAL, DEEP, 400, HEIGHT)
    for i in range(14):
        x, y = 20 + (i * 137) % 520, 440 + i * 32
        sheet.stroke(curve((x, y), (x + 34, y - 14), (x + 68, y)), mixed(LAGOON, MIST, 0.3), 6)
    hill(sheet, [(820, 420), (1100, 380), (1380, 400), (WIDTH, 370)], LAGOON)
    _houses(sheet)
    dike = [*curve((470, 410), (600, 560), (300, 900)), *curve((1500, 900), (1240, 620), (900, 410))]
    sheet.shape(dike, mixed(LAGOON, HONEY, 0.3))
    sheet.shape(
        [*curve((560, 410), (700, 560), (520, 900)), *curve((1300, 900), (1100, 640), (840, 410))],
        mixed(SAND, LAGOON, 0.2),
    )
    sheet.oval(880, 700, 330, 130, mixed(DUNE, SHELL, 0.4))
    _ring(sheet, 880, 690)
    return sheet


def _houses(sheet: Sheet) -> None:
    for i, (x, y, wide) in enumerate(
        ((1130, 420, 110), (1270, 402, 130), (1440, 430, 140), (1330, 540, 150), (1500, 590, 150))
    ):
        wall, roof = ((SHELL, CORAL), (SAND, DEEP), (SHELL, BRICK), (SAND, CORAL), (SHELL, DEEP))[i]
        sheet.box(x, y, wide, wide * 0.62, wall)
        sheet.shape(
            [(x - 12, y), (x + wide * 0.2, y - wide * 0.42), (x + wide * 0.8, y - wide * 0.42), (x + wide + 12, y)],
            roof,
        )
        for column in (0.18, 0.6):
            sheet.box(x + wide * column, y + wide * 0.16, wide * 0.2, wide * 0.22, mixed(MIST, PETROL, 0.4), 3)
    tree(sheet, 1260, 560, 170, DEEP)
    tree(sheet, 1080, 500, 130, TEAL)


def _ring(sheet: Sheet, x: float, y: float) -> None:
    """Twelve chairs around a tub of water, the far ones first."""
    turns = sorted((2 * math.pi * (i + 0.5) / 12 for i in range(12)), key=math.sin)
    is_set = False
    for number, turn in enumerate(turns):
        if math.sin(turn) > 0 and not is_set:
            _tub(sheet, x, y)
            is_set = True
        near = 0.74 + 0.26 * math.sin(turn)
        colour = CORAL if number == 7 else (DEEP, TEAL, PETROL)[number % 3]
        _chair(sheet, x + 290 * math.cos(turn), y + 106 * math.sin(turn), near, colour)


def _chair(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    for leg in (-34, 26):
        sheet.box(x + leg * size, y, 8 * size, 62 * size, NIGHT, 3)
    sheet.box(x - 42 * size, y - 6 * size, 84 * size, 20 * size, mixed(colour, NIGHT, 0.35), 8 * size)
    sheet.box(x - 40 * size, y - 84 * size, 80 * size, 72 * size, colour, 18 * size)
    sheet.box(x - 26 * size, y - 66 * size, 52 * size, 6 * size, mixed(colour, SHELL, 0.3), 3)


def _tub(sheet: Sheet, x: float, y: float) -> None:
    sheet.shape(
        [
            *curve((x - 120, y - 14), (x - 104, y + 74), (x, y + 72)),
            *curve((x, y + 72), (x + 104, y + 74), (x + 120, y - 14)),
        ],
        SHELL,
    )
    sheet.oval(x, y - 14, 124, 32, "#ffffff")
    sheet.oval(x, y - 12, 108, 24, LAGOON)
    for dx, wide in ((-50, 34), (10, 40)):
        sheet.box(x + dx, y - 34, wide, 22, HONEY)
        sheet.shape([(x + dx - 6, y - 34), (x + dx + wide / 2, y - 54), (x + dx + wide + 6, y - 34)], BRICK)
