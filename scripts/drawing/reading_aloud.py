"""A school where one may read with one's ears."""

from __future__ import annotations

import math

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, ROSE, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve


def reading_aloud() -> Sheet:
    """A computer with waves of sound on its screen, headphones and an open book on a desk."""
    sheet = Sheet(SAND)
    sheet.shade(mixed(MIST, SHELL, 0.55), mixed(MIST, SHELL, 0.8), 0, 560)
    sheet.box(90, 70, 620, 290, DEEP, 8)
    sheet.box(104, 84, 592, 262, mixed(DEEP, NIGHT, 0.35), 4)
    sheet.stroke(curve((160, 250), (260, 60), (330, 330), (430, 170)), mixed(SHELL, DEEP, 0.2), 7)
    for i, length in enumerate((180, 130, 160)):
        sheet.box(480, 140 + i * 54, length, 9, mixed(SHELL, DEEP, 0.3), 4)
    _letters(sheet)
    sheet.shade(DUNE, mixed(CLAY, DUNE, 0.35), 556, HEIGHT)
    sheet.box(0, 548, WIDTH, 14, mixed(DUNE, SHELL, 0.5))
    _computer(sheet, 520, 250)
    _book(sheet, 150, 700)
    headphones(sheet, 1310, 660, 1.0)
    sheet.stroke(curve((1196, 742), (1120, 860), (1040, 800), (1000, 700)), NIGHT, 7)
    return sheet


def headphones_on_a_peg() -> Sheet:
    """Two pairs of headphones on pegs beside the day's timetable."""
    sheet = Sheet(MIST)
    sheet.shade(mixed(MIST, SHELL, 0.6), mixed(MIST, SHELL, 0.35), 0, HEIGHT)
    sheet.box(0, 760, WIDTH, HEIGHT - 760, mixed(LAGOON, MIST, 0.3))
    sheet.box(0, 752, WIDTH, 14, SHELL)
    sheet.box(90, 190, 880, 76, mixed(CLAY, SAND, 0.35), 14)
    for i, x in enumerate((300, 740)):
        headphones(sheet, x, 420, 1.25, (TEAL, CORAL)[i])
        sheet.box(x - 14, 214, 28, 62, mixed(CLAY, NIGHT, 0.35), 12)
        sheet.disc(x, 262, 24, mixed(CLAY, NIGHT, 0.25))
    sheet.box(1090, 130, 400, 560, "#ffffff", 12)
    sheet.box(1090, 130, 400, 84, DEEP, 12)
    sheet.box(1090, 190, 400, 24, DEEP)
    for i, colour in enumerate((HONEY, LAGOON, CORAL, MIST, ROSE, TEAL)):
        top = 240 + i * 72
        sheet.box(1120, top, 64, 50, colour, 8)
        sheet.box(1210, top + 8, 190 + (i * 37) % 60, 12, mixed(PETROL, SHELL, 0.4), 6)
        sheet.box(1210, top + 30, 120 + (i * 53) % 70, 8, mixed(PETROL, SHELL, 0.7), 4)
    return sheet


def headphones(sheet: Sheet, x: float, y: float, size: float, colour: str = CORAL) -> None:
    """Draw headphones whose middle is `x`, `y`; at size 1 they are 260 wide."""
    turns = [math.pi + math.pi * i / 60 for i in range(61)]
    bow = [(x + 108 * size * math.cos(t), y + 20 * size + 128 * size * math.sin(t)) for t in turns]
    sheet.stroke(bow, NIGHT, 24 * size)
    sheet.stroke(bow[14:47], mixed(colour, NIGHT, 0.2), 12 * size)
    for side in (-1, 1):
        left = x + side * 108 * size - 34 * size
        sheet.box(left, y + 10 * size, 68 * size, 128 * size, colour, 32 * size)
        sheet.box(left + (44 if side < 0 else -6) * size, y + 20 * size, 30 * size, 108 * size, NIGHT, 14 * size)


def _letters(sheet: Sheet) -> None:
    """Sheets on the wall; on the first two the words have come loose."""
    for i, x in enumerate((860, 1080, 1300)):
        sheet.box(x, 90 + (i % 2) * 16, 170, 220, "#ffffff", 6)
        sheet.disc(x + 85, 92 + (i % 2) * 16, 9, CORAL)
        for row in range(5):
            slip = ((row * 29 + i * 17) % 26 - 13) * (2 - i) / 2
            sheet.box(
                x + 26 + slip, 128 + row * 32 + (i % 2) * 16, 70 + (row * 31) % 46, 10, (TEAL, LAGOON)[row % 2], 5
            )


def _computer(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 260, y + 452, 400, 26, mixed(CLAY, NIGHT, 0.5), 0.35)
    sheet.box(x, y, 520, 340, NIGHT, 20)
    sheet.box(x + 18, y + 18, 484, 300, mixed(SHELL, "#ffffff", 0.5), 8)
    for i in range(23):
        tall = 26 + 88 * abs(math.sin(i * 0.62)) * math.sin(math.pi * (i + 1) / 24)
        sheet.box(x + 50 + i * 18, y + 118 - tall / 2, 10, tall, CORAL if i == 8 else TEAL, 5)
    for i, length in enumerate((380, 420, 300)):
        sheet.box(x + 52, y + 208 + i * 32, length, 12, mixed(MIST, PETROL, 0.15), 6)
    sheet.box(x + 200, y + 204, 96, 20, HONEY, 6)
    sheet.shape(
        [(x - 20, y + 340), (x + 540, y + 340), (x + 620, y + 446), (x - 100, y + 446)], mixed(PETROL, MIST, 0.3)
    )
    for row in range(3):
        spread = row * 22
        top = y + 358 + row * 22
        sheet.shape(
            [
                (x + 20 - spread, top),
                (x + 500 + spread, top),
                (x + 508 + spread, top + 14),
                (x + 12 - spread, top + 14),
            ],
            PETROL,
        )
    sheet.shape(
        [(x + 180, y + 426), (x + 340, y + 426), (x + 348, y + 442), (x + 172, y + 442)], mixed(PETROL, MIST, 0.5)
    )


def _book(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 150, y + 84, 210, 20, mixed(CLAY, NIGHT, 0.5), 0.35)
    sheet.shape([(x - 40, y + 70), (x + 10, y - 50), (x + 300, y - 50), (x + 350, y + 70)], BRICK)
    sheet.shape(
        [*curve((x + 20, y - 56), (x + 90, y - 78), (x + 155, y - 50)), (x + 155, y + 60), (x - 24, y + 60)], SHELL
    )
    sheet.shape(
        [*curve((x + 155, y - 50), (x + 220, y - 78), (x + 290, y - 56)), (x + 334, y + 60), (x + 155, y + 60)],
        "#ffffff",
    )
    for i in range(4):
        top = y - 30 + i * 22
        sheet.stroke([(x + 30 - i * 8, top), (x + 132, top + 2)], mixed(MIST, TEAL, 0.3), 6)
        sheet.stroke([(x + 178, top + 2), (x + 272 + i * 8, top)], mixed(MIST, TEAL, 0.3), 6)
