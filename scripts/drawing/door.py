"""A door that belongs to somebody."""

from __future__ import annotations

from .palette import CLAY, CORAL, DEEP, HONEY, LAGOON, MIST, NIGHT, PETROL, ROSE, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet


def door() -> Sheet:
    """A door with a small lamp and a button, and parked cars outside the window at night."""
    sheet = Sheet(PETROL)
    sheet.shade(PETROL, DEEP, 0, 730)
    sheet.box(0, 700, WIDTH, 36, mixed(NIGHT, PETROL, 0.4))
    sheet.shade(mixed(TEAL, NIGHT, 0.35), mixed(TEAL, NIGHT, 0.6), 736, HEIGHT)
    _window(sheet, 860, 130, 620, 430)
    _leaf(sheet, 240, 110)
    _lamp(sheet, 640, 330)
    sheet.shape([(250, 736), (560, 736), (720, HEIGHT), (150, HEIGHT)], HONEY, 0.32)
    sheet.shape([(290, 736), (520, 736), (600, HEIGHT), (250, HEIGHT)], mixed(HONEY, SHELL, 0.5), 0.3)
    sheet.shape([(280, 766), (530, 766), (566, 820), (250, 820)], mixed(CORAL, PETROL, 0.15))
    sheet.shape([(300, 774), (510, 774), (538, 812), (276, 812)], mixed(CORAL, PETROL, 0.35))
    return sheet


def _leaf(sheet: Sheet, x: float, y: float) -> None:
    """The door itself, with its frame, light along its foot, a name and a drawing."""
    sheet.box(x - 34, y - 30, 388, 656, mixed(CLAY, SHELL, 0.35), 8)
    sheet.box(x - 8, y - 4, 336, 630, HONEY)
    sheet.box(x, y + 4, 320, 612, mixed(TEAL, LAGOON, 0.35), 3)
    for top, height in ((46, 230), (316, 250)):
        sheet.box(x + 40, y + top, 240, height, mixed(TEAL, LAGOON, 0.1), 8)
    sheet.box(x + 92, y + 74, 136, 172, SHELL, 4)
    sheet.disc(x + 196, y + 108, 16, HONEY)
    sheet.box(x + 106, y + 196, 108, 26, CORAL, 10)
    sheet.shape([(x + 126, y + 198), (x + 142, y + 170), (x + 180, y + 170), (x + 198, y + 198)], CORAL)
    sheet.shape([(x + 136, y + 196), (x + 147, y + 178), (x + 176, y + 178), (x + 188, y + 196)], MIST)
    for wheel in (x + 132, x + 190):
        sheet.disc(wheel, y + 222, 12, NIGHT)
    sheet.disc(x + 282, y + 330, 20, mixed(CLAY, NIGHT, 0.3))
    sheet.stroke([(x + 282, y + 328), (x + 234, y + 328)], mixed(HONEY, SHELL, 0.3), 15)


def _lamp(sheet: Sheet, x: float, y: float) -> None:
    for radius, strength in ((120, 0.08), (84, 0.12), (54, 0.2)):
        sheet.disc(x + 40, y + 38, radius, ROSE, strength)
    sheet.box(x, y, 80, 160, SHELL, 18)
    sheet.disc(x + 40, y + 42, 22, CORAL)
    sheet.disc(x + 34, y + 36, 7, mixed(CORAL, SHELL, 0.6))
    sheet.disc(x + 40, y + 112, 25, mixed(SHELL, CLAY, 0.35))
    sheet.disc(x + 40, y + 110, 21, MIST)


def _window(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    sheet.box(x - 22, y - 22, width + 44, height + 44, mixed(CLAY, SHELL, 0.35), 8)
    sheet.box(x, y, width, height, NIGHT)
    sheet.disc(x + 480, y + 86, 44, SHELL)
    sheet.disc(x + 462, y + 76, 40, NIGHT)
    for dx, dy in ((60, 60), (150, 110), (250, 46), (350, 140), (400, 62), (570, 170), (90, 170)):
        sheet.disc(x + dx, y + dy, 3, MIST)
    sheet.box(x, y + 238, width, 60, mixed(NIGHT, DEEP, 0.6))
    for dx, high in ((20, 70), (130, 110), (230, 60), (420, 90), (520, 60)):
        sheet.box(x + dx, y + 238 - high + 30, 84, high, mixed(NIGHT, DEEP, 0.6))
        sheet.box(x + dx + 20, y + 238 - high + 46, 16, 20, HONEY if dx in (130, 420) else mixed(NIGHT, TEAL, 0.5))
    sheet.box(x, y + 268, width, height - 268, mixed(DEEP, NIGHT, 0.4))
    sheet.shape([(x + 306, y + 120), (x + 330, y + 120), (x + 560, y + height), (x + 90, y + height)], HONEY, 0.16)
    sheet.box(x + 312, y + 120, 10, 200, mixed(LAGOON, NIGHT, 0.5))
    sheet.box(x + 296, y + 108, 42, 16, HONEY, 8)
    for i, colour in enumerate((CORAL, LAGOON, SHELL, HONEY, TEAL)):
        _car(sheet, x + 18 + i * 119, y + 372, colour)
    sheet.box(x, y + 402, width, 5, mixed(MIST, NIGHT, 0.4))
    sheet.box(x + width / 2 - 6, y, 12, height, mixed(CLAY, SHELL, 0.35))
    sheet.box(x - 44, y + height + 14, width + 88, 24, mixed(CLAY, SHELL, 0.55), 6)


def _car(sheet: Sheet, x: float, foot: float, colour: str) -> None:
    sheet.shape([(x + 18, foot - 26), (x + 32, foot - 50), (x + 70, foot - 50), (x + 86, foot - 26)], colour)
    sheet.shape([(x + 27, foot - 27), (x + 36, foot - 43), (x + 66, foot - 43), (x + 77, foot - 27)], PETROL)
    sheet.box(x, foot - 30, 104, 26, colour, 9)
    for wheel in (x + 24, x + 80):
        sheet.disc(wheel, foot - 5, 11, mixed(NIGHT, "#000000", 0.4))
        sheet.disc(wheel, foot - 5, 4, MIST)
