"""A road along the coast."""

from __future__ import annotations

import math

from .palette import CORAL, DEEP, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import Sheet, curve
from .things import hill, tree


def road() -> Sheet:
    """A road and a cycle path winding towards the sea, and a refuse lorry on it."""
    sheet = Sheet(SHELL)
    sheet.shade(mixed(MIST, SHELL, 0.2), SHELL, 0, 420)
    sheet.disc(360, 220, 92, HONEY, 0.75)
    for x, y, across in ((900, 130, 120), (980, 112, 90), (640, 262, 130), (180, 320, 110)):
        sheet.oval(x, y, across, 22, "#ffffff", 0.75)
    sheet.shade(LAGOON, mixed(LAGOON, MIST, 0.5), 380, 460)
    for x, size in ((1180, 1.0), (1290, 0.85), (1392, 0.72)):
        _turbine(sheet, x, 392, size)
    hill(sheet, [(0, 420), (360, 340), (700, 450), (1100, 470), (1600, 470)], mixed(TEAL, MIST, 0.35), 600)
    hill(sheet, [(0, 520), (700, 480), (1180, 380), (1600, 420)], mixed(TEAL, MIST, 0.2), 600)
    hill(sheet, [(0, 520), (420, 430), (1000, 560), (1600, 470)], TEAL)
    hill(sheet, [(0, 640), (300, 520), (700, 640), (900, 900)], mixed(HONEY, SAND, 0.35))
    hill(sheet, [(900, 700), (1200, 500), (1420, 560), (1600, 540)], DEEP)
    _carriageway(sheet)
    for x, foot, size in ((96, 590, 150), (196, 566, 110), (1486, 600, 190), (1392, 580, 130), (1560, 640, 210)):
        tree(sheet, x, foot, size, PETROL if x > 900 else DEEP)
    _lorry(sheet, 700, 640)
    return sheet


def _carriageway(sheet: Sheet) -> None:
    left = curve((764, 468), (560, 520), (1180, 560), (180, 900))
    right = curve((786, 468), (660, 520), (1500, 590), (1010, 900))
    sheet.shape([*left, *reversed(right)], mixed(PETROL, NIGHT, 0.3))
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(left, right, strict=True)]
    for i in range(8, 58, 6):
        wide = 1 + (i / 60) ** 2 * 11
        sheet.shape(
            [
                (middle[i][0] - wide / 2, middle[i][1]),
                (middle[i][0] + wide / 2, middle[i][1]),
                (middle[i + 2][0] + wide * 0.6, middle[i + 2][1]),
                (middle[i + 2][0] - wide * 0.6, middle[i + 2][1]),
            ],
            SHELL,
        )
    # The cycle path lies to the right of the road, with a strip of grass between.
    inner = curve((794, 468), (684, 520), (1580, 596), (1120, 900))
    outer = curve((802, 468), (706, 520), (1690, 600), (1400, 900))
    sheet.shape([*inner, *reversed(outer)], CORAL)
    dots = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(inner, outer, strict=True)]
    for i in range(16, 58, 9):
        wide = (i / 60) ** 2 * 8
        sheet.shape(
            [
                (dots[i][0] - wide / 2, dots[i][1]),
                (dots[i][0] + wide / 2, dots[i][1]),
                (dots[i + 2][0] + wide * 0.6, dots[i + 2][1]),
                (dots[i + 2][0] - wide * 0.6, dots[i + 2][1]),
            ],
            SHELL,
        )


def _turbine(sheet: Sheet, x: float, foot: float, size: float) -> None:
    top = foot - 190 * size
    sheet.shape([(x - 4 * size, foot), (x - 2 * size, top), (x + 2 * size, top), (x + 4 * size, foot)], SHELL)
    for turn in (0.5, 0.5 + 2 * math.pi / 3, 0.5 + 4 * math.pi / 3):
        tip = x + 96 * size * math.sin(turn), top - 96 * size * math.cos(turn)
        sheet.stroke([(x, top), tip], SHELL, 4.5 * size)
    sheet.disc(x, top, 6 * size, SHELL)


def _lorry(sheet: Sheet, x: float, foot: float) -> None:
    """A refuse lorry that drives to the right, with a small camera behind the windscreen."""
    sheet.oval(x + 130, foot + 6, 190, 14, NIGHT, 0.4)
    sheet.shape(
        [(x - 40, foot - 24), (x - 56, foot - 150), (x - 8, foot - 186), (x + 176, foot - 186), (x + 176, foot - 24)],
        LAGOON,
    )
    sheet.shape(
        [(x - 56, foot - 150), (x - 8, foot - 186), (x + 4, foot - 186), (x - 28, foot - 24), (x - 40, foot - 24)],
        mixed(LAGOON, NIGHT, 0.35),
    )
    for stripe in (40, 84, 128):
        sheet.box(x + stripe, foot - 172, 7, 132, mixed(LAGOON, NIGHT, 0.25), 3)
    sheet.box(x - 30, foot - 72, 208, 16, SHELL)
    sheet.shape(
        [
            (x + 186, foot - 24),
            (x + 186, foot - 150),
            (x + 262, foot - 150),
            (x + 292, foot - 86),
            (x + 292, foot - 24),
        ],
        SHELL,
    )
    sheet.shape([(x + 206, foot - 136), (x + 254, foot - 136), (x + 276, foot - 88), (x + 206, foot - 88)], PETROL)
    sheet.box(x + 244, foot - 134, 14, 14, CORAL, 4)
    sheet.box(x + 210, foot - 164, 32, 14, HONEY, 6)
    sheet.box(x - 44, foot - 30, 340, 16, NIGHT, 4)
    sheet.disc(x + 288, foot - 44, 9, HONEY)
    for wheel in (x + 22, x + 92, x + 236):
        sheet.disc(wheel, foot - 14, 30, NIGHT)
        sheet.disc(wheel, foot - 14, 13, MIST)
