"""The pay office, where a robot met a coffee stain."""

from __future__ import annotations

import math

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet


def pay_office() -> Sheet:
    """A desk with a high pile of slips, a screen, and a cup that has left its ring on the topmost slip."""
    sheet = Sheet(MIST)
    sheet.shade(mixed(LAGOON, SHELL, 0.6), mixed(LAGOON, SHELL, 0.78), 0, 600)
    _binders(sheet, 940, 130)
    sheet.shade(DUNE, mixed(CLAY, DUNE, 0.4), 596, HEIGHT)
    sheet.box(0, 588, WIDTH, 14, mixed(DUNE, SHELL, 0.5))
    _screen(sheet, 900, 330)
    _pile(sheet)
    _cup(sheet, 690, 640)
    return sheet


def _binders(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 30, y + 150, 600, 18, mixed(CLAY, SAND, 0.3), 5)
    for i, colour in enumerate((DEEP, TEAL, TEAL, CORAL, LAGOON, DEEP, HONEY, TEAL, BRICK)):
        left = x + i * 58
        sheet.box(left, y, 50, 150, colour, 4)
        sheet.box(left + 10, y + 24, 30, 48, SHELL, 3)
        sheet.disc(left + 25, y + 116, 9, mixed(colour, NIGHT, 0.5))


def _screen(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 260, y + 420, 330, 24, mixed(CLAY, NIGHT, 0.5), 0.35)
    sheet.shape([(x + 220, y + 330), (x + 300, y + 330), (x + 316, y + 410), (x + 204, y + 410)], PETROL)
    sheet.oval(x + 260, y + 412, 150, 20, PETROL)
    sheet.box(x, y, 520, 340, NIGHT, 20)
    sheet.box(x + 18, y + 18, 484, 304, mixed(SHELL, "#ffffff", 0.4), 8)
    sheet.box(x + 18, y + 18, 484, 50, TEAL, 8)
    for row in range(6):
        top = y + 88 + row * 38
        sheet.box(x + 46, top, 150 + (row * 41) % 60, 14, mixed(MIST, PETROL, 0.2), 6)
        sheet.box(x + 290, top, 74, 14, mixed(MIST, PETROL, 0.35), 6)
        sheet.box(x + 404, top - 4, 66, 22, CORAL if row == 3 else mixed(MIST, SHELL, 0.3), 6)


def _pile(sheet: Sheet) -> None:
    """Slips in a pile that leans a little; the topmost has a ring and a figure one cannot read."""
    sheet.oval(400, 800, 330, 40, mixed(CLAY, NIGHT, 0.5), 0.4)
    for i in range(34):
        slip = 10 * math.sin(i * 1.7) + 5 * math.sin(i * 0.6)
        shade = (SHELL, "#ffffff", mixed(SHELL, DUNE, 0.35), mixed(MIST, SHELL, 0.5))[i % 4]
        sheet.box(150 + slip, 780 - i * 12, 480, 12, mixed(shade, CLAY, 0.22), 2)
        sheet.box(150 + slip, 780 - i * 12, 480, 9, shade, 2)
    sheet.shape([(150, 382), (230, 300), (690, 300), (634, 382)], "#ffffff")
    for i, length in enumerate((210, 150, 180)):
        sheet.shape(
            [
                (240 - i * 18, 318 + i * 20),
                (240 - i * 18 + length, 318 + i * 20),
                (232 - i * 18 + length, 325 + i * 20),
                (232 - i * 18, 325 + i * 20),
            ],
            mixed(MIST, TEAL, 0.3),
        )
    turns = [2 * math.pi * i / 80 for i in range(76)]
    sheet.stroke([(540 + 66 * math.cos(t), 340 + 22 * math.sin(t)) for t in turns], mixed(CLAY, BRICK, 0.25), 9)
    sheet.disc(628, 356, 6, mixed(CLAY, BRICK, 0.25))


def _cup(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 60, y + 118, 110, 16, mixed(CLAY, NIGHT, 0.5), 0.4)
    sheet.stroke([(x + 108, y + 26), (x + 150, y + 34), (x + 148, y + 78), (x + 104, y + 86)], CORAL, 16)
    sheet.box(x, y, 116, 116, CORAL, 16)
    sheet.oval(x + 58, y + 4, 58, 13, mixed(CORAL, NIGHT, 0.25))
    sheet.oval(x + 58, y + 6, 48, 9, mixed(CLAY, NIGHT, 0.6))
    sheet.stroke([(x + 36, y + 10), (x + 32, y + 58)], mixed(CLAY, NIGHT, 0.5), 7)
    for i in range(2):
        left = x + 36 + i * 40
        sheet.stroke(
            [(left + 10 * math.sin(k * 0.7 + i), y - 18 - k * 10) for k in range(8)], mixed(SHELL, MIST, 0.3), 7
        )
