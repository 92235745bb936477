"""A baton between two hands."""

from __future__ import annotations

from .palette import BRICK, CLAY, CORAL, DEEP, HONEY, LAGOON, MIST, NIGHT, PETROL, ROSE, SHELL, SKINS, TEAL, mixed
from .sheet import Point, Sheet
from .things import hill, tree


def relay() -> Sheet:
    """Two hands with a baton between them above the lanes of a running track."""
    sheet = Sheet(TEAL)
    sheet.shade(mixed(MIST, SHELL, 0.25), SHELL, 0, 420)
    sheet.disc(420, 214, 104, HONEY, 0.8)
    hill(sheet, [(0, 360), (420, 250), (900, 420), (1600, 300)], mixed(LAGOON, MIST, 0.4))
    hill(sheet, [(0, 420), (600, 420), (1100, 300), (1600, 420)], LAGOON)
    for x, size in ((90, 130), (190, 100), (1420, 120), (1510, 150)):
        tree(sheet, x, 440, size, TEAL)
    hill(sheet, [(0, 440), (800, 380), (1600, 440)], TEAL)
    for i in range(7):
        # Lanes grow wider towards the viewer; the grass inside them is the last.
        top = 470 + i * 26 + i * i * 7
        hill(sheet, [(0, top + 110), (800, top - 120), (1600, top + 110)], SHELL)
        hill(
            sheet,
            [(0, top + 115 + i), (800, top - 115 + i), (1600, top + 115 + i)],
            mixed(CORAL, BRICK, i / 6) if i < 6 else DEEP,
        )
    _arms(sheet)
    return sheet


def _arms(sheet: Sheet) -> None:
    along, across = (0.974, -0.225), (0.225, 0.974)

    def at(x: float, y: float) -> Point:
        """A point `x` along the baton from its middle, `y` across it, downwards."""
        return 800 + along[0] * x + across[0] * y, 430 + along[1] * x + across[1] * y

    giver, taker = SKINS
    sheet.shape([at(-1000, 40), at(-360, -62), at(-340, 70), at(-1000, 330)], PETROL)
    sheet.shape([at(-372, -66), at(-332, -66), at(-314, 72), at(-356, 76)], HONEY)
    sheet.shape([at(-330, -56), at(-196, -74), at(-150, 78), at(-318, 62)], giver)
    sheet.stroke([at(-196, -14), at(-120, -14), at(-120, 26), at(-196, 26)], giver, 84)
    sheet.shape([at(1000, -330), at(360, -78), at(340, 60), at(1000, 20)], NIGHT)
    sheet.shape([at(372, -84), at(330, -72), at(312, 62), at(356, 64)], MIST)
    sheet.shape([at(326, -62), at(196, -80), at(150, 64), at(314, 54)], taker)
    sheet.stroke([at(200, -22), at(128, -22), at(128, 22), at(200, 22)], taker, 84)
    sheet.stroke([at(-268, 0), at(268, 0)], NIGHT, 62)
    sheet.stroke([at(-268, 0), at(268, 0)], CORAL, 54)
    sheet.stroke([at(-262, -13), at(262, -13)], ROSE, 9)
    for x in (-262, 262):
        sheet.stroke([at(x, -22), at(x, 22)], SHELL, 14)
    for x in (-30, 0, 30):
        sheet.stroke([at(x, -24), at(x, 24)], SHELL, 8)
    for x in (-222, -180, -138, -96):
        sheet.stroke([at(x, -52), at(x + 6, 34)], mixed(giver, CLAY, 0.45), 42)
        sheet.stroke([at(x, -52), at(x + 6, 34)], giver, 37)
    sheet.stroke([at(-228, 62), at(-120, 54), at(-62, 36)], mixed(giver, CLAY, 0.45), 44)
    sheet.stroke([at(-228, 62), at(-120, 54), at(-62, 36)], giver, 39)
    for x in (222, 180, 138, 96):
        sheet.stroke([at(x, 52), at(x - 6, -34)], mixed(taker, NIGHT, 0.4), 42)
        sheet.stroke([at(x, 52), at(x - 6, -34)], taker, 37)
    sheet.stroke([at(228, -66), at(120, -56), at(62, -38)], mixed(taker, NIGHT, 0.4), 44)
    sheet.stroke([at(228, -66), at(120, -56), at(62, -38)], taker, 39)
