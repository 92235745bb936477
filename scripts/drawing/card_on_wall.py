"""A card with five fields on a kitchen wall, the last of them just filled in."""

from __future__ import annotations

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import WIDTH, Sheet, curve

ROWS = (230, 330, 390, 300, 0)
"""How long the writing in each field is; the last is drawn by hand."""


def card_on_wall() -> Sheet:
    """Draw the wall with its tiles, the card on two pins, a pen on a string, a shelf with cups and a clock."""
    sheet = Sheet(MIST)
    sheet.shade(mixed(MIST, SHELL, 0.55), mixed(MIST, SHELL, 0.2), 0, 700)
    for row in range(4):
        for column in range(14):
            x = column * 126 - (63 if row % 2 else 0)
            sheet.box(x, 700 + row * 52, 118, 44, mixed(LAGOON, SHELL, 0.35 + 0.1 * ((row + column) % 3)), 4)
    _card(sheet, 520, 70)
    _shelf(sheet)
    _clock(sheet, 290, 210)
    return sheet


def _card(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x + 14, y + 18, 560, 660, mixed(DEEP, MIST, 0.45), 8)
    sheet.box(x, y, 560, 660, SHELL, 8)
    sheet.box(x, y, 560, 104, HONEY, 8)
    sheet.box(x + 40, y + 40, 300, 26, PETROL, 6)
    for number, width in enumerate(ROWS):
        top = y + 130 + number * 104
        sheet.disc(x + 66, top + 42, 24, TEAL if number < 4 else CORAL)
        sheet.box(x + 116, top + 14, 130, 16, mixed(PETROL, SHELL, 0.35), 5)
        if width:
            sheet.box(x + 116, top + 46, width, 14, mixed(NIGHT, SHELL, 0.6), 5)
        sheet.box(x + 40, top + 90, 480, 3, DUNE)
    _handwriting(sheet, x + 116, y + 130 + 4 * 104 + 52)
    for pin in (x + 60, x + 500):
        sheet.disc(pin, y + 14, 15, BRICK)
        sheet.disc(pin - 4, y + 10, 5, mixed(BRICK, SHELL, 0.6))


def _handwriting(sheet: Sheet, x: float, y: float) -> None:
    for i in range(7):
        left = x + i * 36
        sheet.stroke(curve((left, y + 6), (left + 10, y - 26), (left + 22, y + 28), (left + 36, y + 4)), CORAL, 6)
    sheet.stroke(
        curve((x + 700, 0), (x + 640, y - 60), (x + 480, y + 160), (x + 340, y - 96)), mixed(CLAY, SHELL, 0.2), 5
    )
    sheet.stroke([(x + 262, y + 2), (x + 340, y - 96)], NIGHT, 20)
    sheet.stroke([(x + 262, y + 2), (x + 272, y - 10)], SAND, 12)


def _shelf(sheet: Sheet) -> None:
    sheet.box(1180, 470, WIDTH - 1180, 26, CLAY)
    sheet.box(1180, 496, WIDTH - 1180, 12, mixed(CLAY, NIGHT, 0.35))
    for number, colour in enumerate((CORAL, SHELL, TEAL)):
        x = 1220 + number * 126
        sheet.stroke(curve((x + 80, 402), (x + 118, 396), (x + 112, 446), (x + 78, 440)), colour, 12)
        sheet.shape([(x, 376), (x + 88, 376), (x + 80, 470), (x + 8, 470)], colour)
        sheet.oval(x + 44, 378, 44, 9, mixed(colour, NIGHT, 0.3))


def _clock(sheet: Sheet, x: float, y: float) -> None:
    sheet.disc(x + 8, y + 12, 128, mixed(DEEP, MIST, 0.45))
    sheet.disc(x, y, 128, PETROL)
    sheet.disc(x, y, 108, SHELL)
    sheet.stroke([(x, y), (x, y - 72)], NIGHT, 11)
    sheet.stroke([(x, y), (x + 54, y + 30)], NIGHT, 11)
    sheet.disc(x, y, 12, CORAL)
