"""The night when the screens went dark."""

from __future__ import annotations

from .palette import CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SHELL, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve


def outage() -> Sheet:
    """A table in the dark with a lamp, a pen, a binder and a black screen."""
    sheet = Sheet(NIGHT)
    sheet.shade(mixed(NIGHT, "#000000", 0.25), mixed(NIGHT, PETROL, 0.7), 0, 600)
    _window(sheet, 130, 90)
    _board(sheet, 1130, 110)
    sheet.shade(mixed(CLAY, NIGHT, 0.55), mixed(CLAY, NIGHT, 0.78), 590, HEIGHT)
    sheet.box(0, 586, WIDTH, 12, mixed(CLAY, SHELL, 0.15))
    _screen(sheet, 560, 170)
    _beam(sheet)
    _binder(sheet, 900, 640)
    _pen(sheet)
    _torch(sheet, 210, 700)
    return sheet


def _window(sheet: Sheet, x: float, y: float) -> None:
    """A window over a town where no lamp is lit."""
    sheet.box(x - 16, y - 16, 322, 352, mixed(PETROL, LAGOON, 0.25), 6)
    sheet.box(x, y, 290, 320, mixed(NIGHT, DEEP, 0.75))
    sheet.disc(x + 212, y + 76, 36, mixed(SHELL, MIST, 0.4))
    sheet.disc(x + 196, y + 68, 33, mixed(NIGHT, DEEP, 0.75))
    for i, high in enumerate((90, 140, 110, 160, 96)):
        sheet.box(x + i * 58, y + 320 - high, 58, high, mixed(NIGHT, PETROL, 0.4 if i % 2 else 0.2))
    sheet.box(x + 139, y, 12, 320, mixed(PETROL, LAGOON, 0.25))
    sheet.box(x - 30, y + 334, 350, 18, mixed(PETROL, LAGOON, 0.35), 5)


def _board(sheet: Sheet, x: float, y: float) -> None:
    """Strips of tape with times and initials."""
    sheet.box(x, y, 340, 250, mixed(PETROL, TEAL, 0.5), 10)
    for i in range(6):
        left, top = x + 32 + (i % 2) * 148, y + 36 + (i // 2) * 68
        sheet.box(left, top, 128, 42, mixed(DUNE, NIGHT, 0.25 + 0.05 * i), 3)
        sheet.box(left + 14, top + 14, 58, 5, mixed(NIGHT, PETROL, 0.5), 2)
        sheet.box(left + 14, top + 26, 34, 5, mixed(NIGHT, PETROL, 0.5), 2)


def _screen(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x, y, 440, 300, mixed(PETROL, LAGOON, 0.4), 18)
    sheet.box(x + 16, y + 16, 408, 256, "#050f13", 8)
    sheet.shape([(x + 250, y + 16), (x + 330, y + 16), (x + 210, y + 272), (x + 130, y + 272)], LAGOON, 0.08)
    sheet.disc(x + 220, y + 286, 5, CORAL)
    sheet.shape([(x + 184, y + 300), (x + 256, y + 300), (x + 268, y + 410), (x + 172, y + 410)], PETROL)
    sheet.oval(x + 220, y + 424, 130, 22, mixed(PETROL, NIGHT, 0.3))


def _beam(sheet: Sheet) -> None:
    for spread, strength in ((1.0, 0.16), (0.78, 0.16), (0.54, 0.2)):
        far = [(1600, 690 - 180 * spread), (1600, 690 + 200 * spread)]
        sheet.shape([(414, 668), *far, (414, 744)], HONEY, strength)


def _binder(sheet: Sheet, x: float, y: float) -> None:
    """An open binder with a sheet that is being filled in by hand."""
    sheet.shape([(x - 40, y), (x + 470, y - 10), (x + 560, y + 184), (x - 84, y + 200)], CORAL)
    sheet.shape([(x - 18, y + 6), (x + 208, y + 2), (x + 222, y + 178), (x - 54, y + 184)], SHELL)
    sheet.shape([(x + 222, y + 2), (x + 450, y - 2), (x + 528, y + 170), (x + 238, y + 178)], "#ffffff")
    for i in range(5):
        top = y + 32 + i * 28
        sheet.stroke([(x - 2 - i * 6, top), (x + 176 + i * 2, top - 3)], mixed(MIST, TEAL, 0.3), 6)
        sheet.stroke([(x + 252 + i * 3, top - 2), (x + (420 if i < 3 else 330) + i * 10, top - 6)], DEEP, 6)
    for i in range(3):
        top = y + 30 + i * 56
        sheet.stroke([(x + 204 + i * 5, top), (x + 242 + i * 5, top)], mixed(NIGHT, LAGOON, 0.4), 9)


def _pen(sheet: Sheet) -> None:
    sheet.stroke([(1262, 782), (1420, 664)], mixed(TEAL, NIGHT, 0.1), 18)
    sheet.stroke([(1262, 782), (1244, 796)], HONEY, 9)
    sheet.stroke([(1384, 676), (1424, 646)], SHELL, 10)


def _torch(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 110, y + 62, 190, 18, mixed(NIGHT, "#000000", 0.4), 0.6)
    sheet.box(x - 60, y - 28, 210, 72, TEAL, 20)
    for i in range(5):
        sheet.box(x - 34 + i * 24, y - 28, 9, 72, DEEP, 3)
    sheet.box(x + 58, y - 20, 46, 16, CORAL, 8)
    sheet.shape(
        [*curve((x + 140, y - 26), (x + 176, y - 50), (x + 204, y - 50)), (x + 204, y + 66), (x + 140, y + 42)], TEAL
    )
    sheet.oval(x + 204, y + 8, 16, 58, SHELL)
    sheet.oval(x + 206, y + 8, 10, 44, mixed(HONEY, "#ffffff", 0.6))
