"""The room where the council meets."""

from __future__ import annotations

import math

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve


def meeting_room() -> Sheet:
    """An oval table, seven chairs and a window over the roofs of a town."""
    sheet = Sheet(SAND)
    sheet.shade(mixed(SAND, SHELL, 0.6), SAND, 0, 600)
    _town(sheet, 330, 90, 940, 380)
    sheet.box(60, 150, 200, 250, SHELL, 6)
    sheet.box(72, 162, 176, 226, "#ffffff", 4)
    for i, (y, across) in enumerate(((204, 118), (240, 132), (276, 92), (312, 124), (348, 74))):
        sheet.box(108, y, across * 0.9, 8, mixed(LAGOON, SHELL, 0.35), 4)
        sheet.disc(92, y + 4, 7, CORAL if i == 4 else TEAL)
    for turn, colour in ((-1.0, DEEP), (-0.45, TEAL), (0.1, DEEP), (0.65, TEAL), (1.15, LAGOON)):
        tip = 1440 + 130 * math.sin(turn), 452 - 190 * math.cos(turn)
        sheet.shape(
            [*curve((1440, 500), (1400 + 90 * turn, 400), tip), *curve(tip, (1490 + 90 * turn, 420), (1440, 500))],
            colour,
        )
    sheet.shape([(1388, 486), (1492, 486), (1476, 588), (1404, 588)], CORAL)
    sheet.shade(DUNE, mixed(CLAY, DUNE, 0.3), 560, HEIGHT)
    sheet.box(0, 552, WIDTH, 14, SHELL)
    sheet.shape(
        [*curve((320, 566), (560, 700), (200, 900)), (1400, 900), *curve((1400, 900), (1040, 700), (1220, 566))],
        SHELL,
        0.3,
    )
    sheet.oval(800, 812, 640, 62, mixed(CLAY, NIGHT, 0.5), 0.45)
    for x in (560, 800, 1040):
        _chair(sheet, x, 500, 0.86, DEEP)
    _chair(sheet, 216, 566, 0.98, CORAL)
    _chair(sheet, 1384, 566, 0.98, DEEP)
    sheet.box(740, 690, 120, 130, NIGHT, 10)
    sheet.oval(800, 822, 170, 26, NIGHT)
    sheet.oval(800, 664, 590, 104, mixed(CLAY, NIGHT, 0.45))
    sheet.oval(800, 646, 590, 104, mixed(CLAY, SAND, 0.25))
    sheet.oval(760, 628, 380, 56, SHELL, 0.16)
    _on_the_table(sheet)
    for x in (590, 1010):
        _chair(sheet, x, 672, 1.22, PETROL)
    for x, y in ((560, 178), (800, 148), (1040, 178)):
        sheet.box(x - 2, 0, 4, y, NIGHT)
        sheet.shape(
            [
                *curve((x - 74, y + 62), (x - 66, y - 8), (x, y - 6)),
                *curve((x, y - 6), (x + 66, y - 8), (x + 74, y + 62)),
            ],
            PETROL,
        )
        sheet.oval(x, y + 62, 74, 10, HONEY)
    return sheet


def _town(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """A wide window with gables, chimneys and a church behind it."""
    sheet.box(x - 18, y - 18, width + 36, height + 36, SHELL, 8)
    sheet.box(x, y, width, height, mixed(MIST, SHELL, 0.2))
    sheet.disc(x + 700, y + 116, 62, "#ffffff", 0.7)
    foot = y + height
    sheet.shape(
        [(x + 176, foot), (x + 176, foot - 200), (x + 206, foot - 318), (x + 236, foot - 200), (x + 236, foot)],
        mixed(LAGOON, MIST, 0.3),
    )
    for i in range(9):
        left, tall = x + i * 108 - 20, 84 + (i * 53) % 90
        wide = min(128, x + width - left)
        wall, roof = ((MIST, TEAL), (SAND, BRICK), (LAGOON, DEEP), (SHELL, CORAL))[i % 4]
        edge = max(left, x)
        sheet.box(edge, foot - tall, left + wide - edge, tall, wall)
        sheet.shape(
            [
                (edge, foot - tall),
                (max(left + 30, x), foot - tall - 62),
                (left + wide - 26, foot - tall - 62),
                (left + wide, foot - tall),
            ],
            roof,
        )
        sheet.box(max(left + 60, x), foot - tall - 92, 20, 44, roof)
        for column in range(2):
            sheet.box(max(left + 26, x) + column * 46, foot - tall + 22, 24, 32, mixed(wall, PETROL, 0.6), 2)
    for share in (1 / 3, 2 / 3):
        sheet.box(x + width * share - 6, y, 12, height, SHELL)
    sheet.box(x - 40, foot + 14, width + 80, 20, mixed(SHELL, DUNE, 0.3), 6)


def _chair(sheet: Sheet, x: float, top: float, size: float, colour: str) -> None:
    """A chair seen from behind or from in front; its back is what shows."""
    for leg in (-62, 50):
        sheet.box(x + leg * size, top + 120 * size, 12 * size, 150 * size, NIGHT, 5)
    sheet.box(x - 70 * size, top + 134 * size, 140 * size, 30 * size, mixed(colour, NIGHT, 0.4), 12 * size)
    sheet.box(x - 72 * size, top, 144 * size, 124 * size, colour, 34 * size)
    sheet.box(x - 50 * size, top + 22 * size, 100 * size, 9 * size, mixed(colour, SHELL, 0.22), 4)
    sheet.box(x - 8 * size, top + 118 * size, 16 * size, 24 * size, NIGHT)


def _on_the_table(sheet: Sheet) -> None:
    for x, y, lean in ((480, 610, -16), (690, 590, -6), (880, 590, 6), (1110, 610, 16)):
        sheet.shape(
            [(x - 44 - lean, y), (x + 40 - lean, y), (x + 54 + lean, y + 28), (x - 52 + lean, y + 28)], "#ffffff"
        )
        sheet.box(x - 26, y + 8, 46, 4, MIST, 2)
        sheet.box(x - 28, y + 17, 34, 4, MIST, 2)
    sheet.box(776, 604, 30, 66, mixed(LAGOON, SHELL, 0.35), 8)
    sheet.box(776, 632, 30, 38, mixed(LAGOON, TEAL, 0.3), 8)
    sheet.box(826, 646, 22, 26, SHELL, 5)
    sheet.box(738, 648, 22, 26, SHELL, 5)
