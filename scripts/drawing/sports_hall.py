"""The hall that stood empty on the other side of the border."""

from __future__ import annotations

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Point, Sheet


def sports_hall() -> Sheet:
    """An empty sports hall with a ball, a hoop and wall bars."""
    sheet = Sheet(SAND)
    sheet.box(0, 0, WIDTH, 540, mixed(SAND, SHELL, 0.35))
    _windows(sheet)
    sheet.box(0, 236, WIDTH, 304, TEAL)
    sheet.box(0, 228, WIDTH, 14, DEEP)
    for x in (110, 320, 1100, 1310):
        _wall_bars(sheet, x, 262, 170, 262)
    _hoop(sheet)
    _floor(sheet)
    sheet.oval(1180, 816, 104, 14, NIGHT, 0.35)
    _ball(sheet, 1180, 740, 78)
    _bench(sheet)
    return sheet


def _windows(sheet: Sheet) -> None:
    for x in range(60, WIDTH, 250):
        sheet.box(x, 52, 210, 130, SHELL, 6)
        sheet.box(x + 10, 62, 190, 110, mixed(MIST, SHELL, 0.25), 3)
        sheet.shape([(x + 60, 172), (x + 130, 62), (x + 176, 62), (x + 106, 172)], SHELL, 0.55)
        sheet.box(x + 101, 58, 8, 118, SHELL)
    sheet.box(0, 0, WIDTH, 26, PETROL)
    for x in range(40, WIDTH, 310):
        sheet.box(x, 26, 12, 202, mixed(PETROL, SAND, 0.35))


def _wall_bars(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    for i in range(9):
        sheet.box(x, y + 10 + i * (height - 24) / 8, width, 9, DUNE, 4)
    for post in (x, x + width / 2 - 6, x + width - 12):
        sheet.box(post, y, 12, height, CLAY, 4)


def _hoop(sheet: Sheet) -> None:
    sheet.box(790, 26, 20, 200, NIGHT)
    sheet.box(646, 150, 308, 210, SHELL, 10)
    sheet.box(656, 160, 288, 190, mixed(SHELL, "#ffffff", 0.5), 6)
    sheet.box(736, 236, 128, 96, CORAL, 4)
    sheet.box(746, 246, 108, 76, mixed(SHELL, "#ffffff", 0.5), 2)
    for i in range(7):
        x = 752 + i * 16
        sheet.stroke([(x, 346), (800 + (x - 800) * 0.6, 430)], SHELL, 3)
    for y, half in ((370, 42), (398, 35)):
        sheet.stroke([(800 - half, y), (800 + half, y)], SHELL, 3)
    sheet.stroke([(744, 344), (856, 344)], BRICK, 11)


def _floor(sheet: Sheet) -> None:
    sheet.shade(mixed(DUNE, SHELL, 0.15), mixed(CLAY, DUNE, 0.5), 540, HEIGHT)
    sheet.box(0, 532, WIDTH, 12, PETROL)

    def at(x: float, depth: float) -> Point:
        """A point on the floor; `depth` 0 is the near edge, 1 the wall."""
        y = 544 + 356 * (1 - depth) ** 1.5
        return 800 + (x - 800) * (0.42 + 0.58 * (y - 544) / 356), y

    for x in range(-800, 2500, 150):
        sheet.stroke([at(x, 0), at(x, 1)], mixed(CLAY, DUNE, 0.35), 2)
    sheet.shape([at(420, 1), at(1180, 1), at(1180, 0.36), at(420, 0.36)], LAGOON, 0.55)
    for start, end in (((420, 1), (420, 0.36)), ((1180, 1), (1180, 0.36)), ((420, 0.36), (1180, 0.36))):
        sheet.stroke([at(*start), at(*end)], SHELL, 7)
    arc = [at(800 + (i - 30) / 30 * 900, 0.06 + 0.94 * (abs(i - 30) / 30) ** 3) for i in range(61)]
    sheet.stroke(arc, CORAL, 9)
    sheet.stroke([at(-700, 0.2), at(-250, 1)], HONEY, 8)
    sheet.stroke([at(2300, 0.2), at(1850, 1)], HONEY, 8)


def _ball(sheet: Sheet, x: float, y: float, radius: float) -> None:
    sheet.disc(x, y, radius, CORAL)
    sheet.oval(x - radius * 0.3, y - radius * 0.36, radius * 0.42, radius * 0.32, mixed(CORAL, SHELL, 0.35), 0.6)
    sheet.stroke([(x - radius + 3, y), (x + radius - 3, y)], BRICK, 5)
    sheet.stroke([(x, y - radius + 3), (x, y + radius - 3)], BRICK, 5)
    for side in (-1, 1):
        bow = [
            (x + side * radius * (0.72 - 0.42 * (1 - (i / 10) ** 2)), y + radius * 0.68 * i / 10)
            for i in range(-10, 11)
        ]
        sheet.stroke(bow, BRICK, 5)


def _bench(sheet: Sheet) -> None:
    sheet.oval(330, 812, 250, 14, NIGHT, 0.3)
    for x in (150, 480):
        sheet.box(x, 730, 22, 80, PETROL, 5)
    sheet.box(100, 706, 452, 30, SHELL, 10)
    sheet.box(100, 726, 452, 10, DUNE, 5)
    sheet.shape([(214, 706), (226, 640), (330, 640), (346, 706)], PETROL)
    sheet.stroke([(244, 642), (262, 612), (296, 612), (314, 642)], NIGHT, 8)
    sheet.box(392, 636, 34, 70, MIST, 10)
    sheet.box(400, 624, 18, 16, CORAL, 4)
