"""The counter that moved in among the novels."""

from __future__ import annotations

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
from .sheet import HEIGHT, WIDTH, Sheet
from .things import hill, sitter, tree


def library() -> Sheet:
    """High shelves, a low counter and two people at the same table."""
    sheet = Sheet(SAND)
    sheet.shade(SHELL, SAND, 0, 700)
    _shelves(sheet, -30, 90, 470, 560)
    _shelves(sheet, 1160, 90, 470, 560)
    # A tall window with a tree outside.
    sheet.box(530, 70, 540, 520, mixed(SHELL, HONEY, 0.12), 250)
    sheet.box(530, 330, 540, 262, mixed(SHELL, HONEY, 0.12))
    sheet.box(552, 92, 496, 476, mixed(MIST, SHELL, 0.45), 235)
    sheet.box(552, 330, 496, 238, mixed(MIST, SHELL, 0.45))
    hill(sheet, [(552, 500), (700, 420), (880, 520), (1048, 450)], LAGOON, 568)
    hill(sheet, [(552, 540), (760, 500), (900, 470), (1048, 540)], TEAL, 568)
    sheet.disc(966, 252, 50, HONEY, 0.8)
    tree(sheet, 796, 552, 250, DEEP)
    for x in (714, 878):
        sheet.box(x, 86, 9, 490, SHELL)
    sheet.box(540, 326, 520, 9, SHELL)
    sheet.box(510, 566, 580, 22, SHELL, 6)
    sheet.shade(DUNE, CLAY, 650, HEIGHT)
    sheet.shape([(0, 650), (WIDTH, 650), (WIDTH, 662), (0, 662)], CLAY)
    sheet.oval(800, 832, 560, 46, mixed(CLAY, NIGHT, 0.35), 0.5)
    sitter(sheet, 660, 520, SKINS[0], MIST, TEAL, 1)
    sitter(sheet, 930, 512, SKINS[1], NIGHT, CORAL, -1)
    _counter(sheet)
    return sheet


def _shelves(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    sheet.box(x, y, width, height + 10, PETROL, 8)
    colours = (CORAL, SAND, LAGOON, BRICK, HONEY, MIST, TEAL, ROSE, DUNE)
    for row in range(4):
        floor = y + 24 + (row + 1) * (height - 30) / 4 - 12
        sheet.box(x + 20, floor - 112, width - 40, 112, NIGHT)
        at, number = x + 28, row * 5 + int(x) % 7
        while at < x + width - 48:
            wide, tall = 16 + (number * 7) % 15, 74 + (number * 13) % 32
            if number % 11 == 4:
                sheet.shape(
                    [(at, floor - 6), (at + 34, floor - tall + 8), (at + 54, floor - tall + 18), (at + 22, floor)],
                    colours[number % 9],
                )
                at += 58
            elif number % 17 == 9:
                at += 40
            else:
                sheet.box(at, floor - tall, wide, tall, colours[number % 9], 2)
                sheet.box(at + 3, floor - tall * 0.78, wide - 6, 5, mixed(colours[number % 9], NIGHT, 0.35))
                at += wide + 3
            number += 1


def _counter(sheet: Sheet) -> None:
    sheet.box(430, 690, 740, 26, SHELL, 10)
    sheet.box(460, 716, 680, 112, TEAL)
    for x in range(478, 1130, 34):
        sheet.box(x, 730, 6, 98, DEEP, 3)
    sheet.box(446, 824, 708, 14, PETROL, 4)
    # A letter on the table, turned towards both, a cup and a lamp.
    sheet.shape([(748, 684), (842, 684), (856, 694), (734, 694)], MIST)
    sheet.shape([(738, 680), (836, 680), (850, 690), (726, 690)], "#ffffff")
    sheet.box(1040, 652, 40, 40, CORAL, 8)
    sheet.oval(1060, 653, 20, 5, BRICK)
    sheet.stroke([(508, 688), (508, 588), (560, 548)], NIGHT, 8)
    sheet.shape([(536, 556), (566, 528), (612, 572), (560, 592)], HONEY)
    sheet.box(478, 680, 60, 12, NIGHT, 6)
