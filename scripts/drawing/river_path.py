"""A talk that is easier side by side."""

from __future__ import annotations

from itertools import pairwise

from .palette import (
    BRICK,
    CLAY,
    CORAL,
    DEEP,
    DUNE,
    HONEY,
    LAGOON,
    MIST,
    NIGHT,
    PETROL,
    ROSE,
    SAND,
    SHELL,
    SKINS,
    TEAL,
    mixed,
)
from .sheet import Sheet, curve
from .things import hill, tree


def river_path() -> Sheet:
    """Two people seen from behind on a path along a river; one carries an umbrella."""
    sheet = Sheet(SHELL)
    sheet.shade(mixed(MIST, LAGOON, 0.25), mixed(MIST, SHELL, 0.6), 0, 420)
    for x, y, across in ((260, 110, 190), (420, 150, 150), (1180, 96, 210), (1390, 140, 170), (820, 180, 120)):
        sheet.oval(x, y, across, 34, mixed(MIST, SHELL, 0.65), 0.8)
    hill(sheet, [(0, 400), (400, 300), (900, 400), (1600, 310)], mixed(LAGOON, MIST, 0.45))
    hill(sheet, [(0, 430), (500, 400), (1100, 330), (1600, 400)], mixed(LAGOON, TEAL, 0.3))
    for x, size in ((60, 190), (170, 150), (270, 110), (1340, 120), (1440, 170), (1550, 220)):
        tree(sheet, x, 460, size, (DEEP, TEAL)[size % 4 == 0])
    hill(sheet, [(0, 440), (800, 430), (1600, 450)], mixed(TEAL, LAGOON, 0.35))
    _river(sheet)
    _path(sheet)
    for x, y in ((120, 690), (230, 780), (70, 850), (1480, 560), (1560, 640), (330, 640)):
        _reeds(sheet, x, y)
    _bench(sheet, 1290, 600)
    sheet.oval(700, 792, 150, 14, NIGHT, 0.3)
    _umbrella_stick(sheet)
    _walker(sheet, 620, 780, SKINS[0], HONEY, PETROL)
    _walker(sheet, 786, 786, SKINS[1], NIGHT, BRICK)
    _umbrella(sheet, 700, 316)
    for i in range(34):
        x, y = (i * 277) % 1560 + 20, (i * 139) % 620 + 20
        if not (430 < x < 970 and y > 150):  # nobody is rained on under the umbrella
            sheet.stroke([(x, y), (x - 7, y + 30)], mixed(SHELL, MIST, 0.2), 3)
    return sheet


def _river(sheet: Sheet) -> None:
    left = curve((1010, 438), (1060, 520), (1500, 560), (1180, 900))
    right = curve((1060, 438), (1160, 520), (1800, 560), (1900, 900))
    sheet.shape([*left, *reversed(right)], mixed(LAGOON, MIST, 0.3))
    for x, y, across in (
        (1100, 500, 50),
        (1330, 606, 70),
        (1380, 700, 110),
        (1420, 780, 150),
        (1320, 846, 120),
        (1540, 860, 90),
    ):
        sheet.box(x, y, across, 6, SHELL, 3)


def _path(sheet: Sheet) -> None:
    left = curve((930, 438), (820, 520), (640, 600), (300, 900))
    right = curve((948, 438), (900, 520), (1160, 620), (1090, 900))
    sheet.shape([*left, *reversed(right)], mixed(DUNE, SAND, 0.5))
    for x, y, across in ((560, 850, 60), (820, 866, 80), (640, 700, 40), (900, 720, 50), (800, 610, 30)):
        sheet.oval(x, y, across, 7, DUNE)


def _reeds(sheet: Sheet, x: float, y: float) -> None:
    for lean, size in ((-26, 70), (-8, 96), (12, 84), (30, 60)):
        sheet.stroke(curve((x, y), (x + lean * 0.4, y - size * 0.6), (x + lean, y - size), steps=12), DEEP, 6)
        if size > 80:
            sheet.stroke([(x + lean, y - size), (x + lean + 1, y - size - 20)], BRICK, 11)


def _bench(sheet: Sheet, x: float, y: float) -> None:
    for leg in (0, 150):
        sheet.box(x - 250 + leg, y, 12, 64, NIGHT, 4)
    sheet.box(x - 276, y - 8, 214, 16, CLAY, 5)
    sheet.box(x - 276, y - 48, 214, 14, CLAY, 5)
    sheet.box(x - 276, y - 74, 214, 14, CLAY, 5)
    for post in (0, 150):
        sheet.box(x - 250 + post, y - 78, 9, 80, NIGHT, 3)


def _walker(sheet: Sheet, x: float, foot: float, skin: str, hair: str, coat: str) -> None:
    """A person seen from behind, mid-step."""
    for side, back in ((-1, 0), (1, 26)):
        sheet.stroke([(x + side * 22, foot - 180), (x + side * 26, foot - 14 - back)], NIGHT, 34)
        sheet.box(x + side * 26 - 22, foot - 22 - back, 44, 24, mixed(NIGHT, CLAY, 0.3), 10)
    sheet.shape(
        [
            *curve((x - 66, foot - 140), (x - 72, foot - 330), (x - 44, foot - 356), (x, foot - 358)),
            *curve((x, foot - 358), (x + 44, foot - 356), (x + 72, foot - 330), (x + 66, foot - 140)),
        ],
        coat,
    )
    sheet.box(x - 2, foot - 300, 4, 158, mixed(coat, NIGHT, 0.35))
    for side in (-1, 1):
        sheet.stroke(
            [(x + side * 54, foot - 322), (x + side * 74, foot - 240), (x + side * 62, foot - 180)],
            mixed(coat, NIGHT, 0.2),
            30,
        )
        sheet.disc(x + side * 62, foot - 166, 14, skin)
    sheet.box(x - 14, foot - 386, 28, 40, mixed(skin, CLAY, 0.3), 10)
    sheet.oval(x, foot - 412, 38, 44, skin)
    sheet.oval(x, foot - 420, 41, 42, hair)
    sheet.box(x - 50, foot - 362, 100, 22, ROSE if coat == PETROL else MIST, 10)


def _umbrella_stick(sheet: Sheet) -> None:
    sheet.stroke([(702, 300), (702, 610)], NIGHT, 8)


def _umbrella(sheet: Sheet, x: float, y: float) -> None:
    top = y - 128
    edge = [(x - 250, y), (x - 125, y), (x, y), (x + 125, y), (x + 250, y)]
    sheet.shape(
        [*curve(edge[0], (x - 240, top), (x, top - 20)), *curve((x, top - 20), (x + 240, top), edge[-1])], CORAL
    )
    sheet.shape(
        [*curve(edge[1], (x - 110, top + 20), (x, top - 10)), *curve((x, top - 10), (x + 110, top + 20), edge[3])],
        mixed(CORAL, BRICK, 0.35),
    )
    for start, end in pairwise(edge):
        sheet.shape(curve(start, ((start[0] + end[0]) / 2, y - 44), end), mixed(BRICK, NIGHT, 0.3))
    sheet.stroke([(x, top - 20), (x, top - 8)], NIGHT, 9)
