"""The road at four in the morning."""

from __future__ import annotations

from .palette import CLAY, CORAL, DEEP, HONEY, LAGOON, MIST, NIGHT, PETROL, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve
from .things import hill


def snow_road() -> Sheet:
    """A snowplough with its lamps lit on a dark road with snow along the edge and a bridge ahead."""
    sheet = Sheet(NIGHT)
    sheet.shade(NIGHT, mixed(DEEP, NIGHT, 0.2), 0, 520)
    for i in range(46):
        sheet.disc((i * 397) % WIDTH, (i * 211) % 470, 2 + i % 3, MIST, 0.8)
    hill(sheet, [(0, 430), (420, 330), (900, 470), (WIDTH, 370)], mixed(PETROL, LAGOON, 0.25), 700)
    hill(sheet, [(0, 520), (500, 430), (1000, 520), (WIDTH, 470)], mixed(MIST, PETROL, 0.35))
    _bridge(sheet, 1010, 400)
    hill(sheet, [(0, 600), (600, 520), (1100, 560), (WIDTH, 540)], mixed(SHELL, MIST, 0.55))
    road = [*curve((-40, 860), (500, 640), (1180, 520)), *curve((1230, 524), (1240, 660), (1180, 960)), (-40, 960)]
    sheet.shape(road, mixed(NIGHT, PETROL, 0.55))
    for i in range(5):
        x, y = 1090 - i * 150, 580 + i * 66
        sheet.shape(
            [(x, y), (x + 20 + i * 6, y - 4), (x - 40 - i * 16, y + 34 + i * 6), (x - 66 - i * 20, y + 36 + i * 6)],
            SHELL,
            0.75,
        )
    _sensor(sheet, 930, 780)
    _plough(sheet, 330, 420)
    for i in range(38):
        sheet.disc((i * 463 + 90) % WIDTH, (i * 173 + 40) % HEIGHT, 4 + i % 4, "#ffffff", 0.7)
    return sheet


def _bridge(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x, y + 60, 500, 26, mixed(LAGOON, PETROL, 0.3))
    for i in range(9):
        sheet.box(x + 12 + i * 58, y + 16, 8, 48, mixed(LAGOON, PETROL, 0.3))
    sheet.box(x, y + 10, 500, 10, mixed(LAGOON, PETROL, 0.15))
    for left in (x + 90, x + 370):
        sheet.box(left, y + 80, 44, 80, mixed(LAGOON, PETROL, 0.5))


def _sensor(sheet: Sheet, x: float, y: float) -> None:
    for radius, strength in ((96, 0.1), (66, 0.16), (38, 0.25)):
        sheet.oval(x, y, radius, radius * 0.42, CORAL, strength)
    sheet.oval(x, y, 20, 9, CORAL)
    sheet.oval(x, y - 2, 10, 4, mixed(CORAL, SHELL, 0.6))


def _plough(sheet: Sheet, x: float, y: float) -> None:
    """A lorry seen from the side, driving to the right with its blade in front."""
    foot = y + 320
    sheet.oval(x + 220, foot + 14, 360, 26, "#000000", 0.35)
    for reach, strength in ((560, 0.1), (430, 0.12), (300, 0.14)):
        tip = x + 476 + reach
        sheet.shape(
            [(x + 476, y + 226), *curve((tip, y + 190), (tip + 70, y + 262), (tip, y + 350)), (x + 476, y + 256)],
            HONEY,
            strength,
        )
    sheet.shape([(x - 70, y + 60), (x + 236, y + 60), (x + 206, y + 250), (x - 40, y + 250)], TEAL)
    for i in range(4):
        sheet.shape(
            [
                (x - 36 + i * 66, y + 60),
                (x - 20 + i * 66, y + 60),
                (x - 16 + i * 60, y + 250),
                (x - 28 + i * 60, y + 250),
            ],
            DEEP,
        )
    sheet.shape([*curve((x - 64, y + 60), (x + 80, y - 40), (x + 230, y + 60))], SHELL)
    sheet.box(x - 80, y + 246, 590, 34, PETROL, 6)
    sheet.box(x + 252, y + 10, 230, 250, CORAL, 22)
    sheet.box(x + 352, y + 40, 112, 104, mixed(MIST, SHELL, 0.3), 12)
    sheet.box(x + 274, y + 40, 56, 104, mixed(MIST, SHELL, 0.15), 12)
    sheet.disc(x + 400, y + 104, 24, mixed(CLAY, NIGHT, 0.35))
    sheet.box(x + 376, y + 120, 56, 24, DEEP, 8)
    sheet.box(x + 320, y - 20, 90, 26, HONEY, 10)
    for radius, strength in ((90, 0.12), (56, 0.2)):
        sheet.disc(x + 364, y - 8, radius, HONEY, strength)
    sheet.box(x + 464, y + 222, 26, 38, mixed(HONEY, "#ffffff", 0.5), 8)
    for wheel in (x + 20, x + 150, x + 390):
        sheet.disc(wheel, foot - 40, 56, mixed(NIGHT, "#000000", 0.4))
        sheet.disc(wheel, foot - 40, 24, MIST)
    sheet.box(x + 486, y + 276, 70, 18, PETROL, 6)
    sheet.shape(
        [
            *curve((x + 560, y + 170), (x + 522, y + 250), (x + 580, y + 334)),
            (x + 640, y + 334),
            *curve((x + 606, y + 330), (x + 560, y + 250), (x + 590, y + 170)),
        ],
        HONEY,
    )
    sheet.shape([*curve((x + 596, y + 340), (x + 660, y + 220), (x + 760, y + 340))], "#ffffff")
