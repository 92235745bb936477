"""A conversation in which one of the two has switched the camera off."""

from __future__ import annotations

from .palette import CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, SAND, SHELL, SKINS, TEAL, mixed
from .sheet import HEIGHT, WIDTH, Sheet, curve
from .things import hill, sitter


def video_call() -> Sheet:
    """A screen on a table with one bright pane and one black, a plant and a cup."""
    sheet = Sheet(SAND)
    sheet.shade(mixed(SAND, SHELL, 0.7), mixed(SAND, SHELL, 0.2), 0, 640)
    _window(sheet, 1180, 80)
    sheet.shade(mixed(CLAY, DUNE, 0.3), mixed(CLAY, NIGHT, 0.15), 636, HEIGHT)
    sheet.box(0, 628, WIDTH, 14, mixed(DUNE, SHELL, 0.4))
    sheet.oval(720, 760, 520, 34, mixed(CLAY, NIGHT, 0.5), 0.4)
    sheet.shape([(660, 590), (780, 590), (800, 740), (640, 740)], mixed(PETROL, MIST, 0.2))
    sheet.oval(720, 746, 210, 28, PETROL)
    sheet.box(290, 110, 860, 500, NIGHT, 26)
    sheet.box(314, 134, 404, 440, mixed(MIST, SHELL, 0.3), 10)
    _talker(sheet)
    sheet.box(734, 134, 392, 440, mixed(NIGHT, "#000000", 0.5), 10)
    sheet.disc(930, 330, 66, mixed(PETROL, NIGHT, 0.2))
    sheet.shape(curve((830, 492), (850, 400), (930, 404), (1010, 400), (1030, 492)), mixed(PETROL, NIGHT, 0.2))
    sheet.box(886, 520, 88, 30, mixed(PETROL, NIGHT, 0.2), 15)
    sheet.stroke([(872, 268), (988, 392)], CORAL, 10)
    sheet.disc(720, 592, 7, LAGOON)
    _plant(sheet, 150, 640)
    _cup(sheet, 1230, 690)
    return sheet


def _talker(sheet: Sheet) -> None:
    sheet.box(340, 160, 120, 200, mixed(HONEY, SHELL, 0.4), 6)
    for row in range(3):
        sheet.box(346, 214 + row * 62, 108, 8, mixed(CLAY, SHELL, 0.2))
        for i in range(4):
            sheet.box(354 + i * 25, 176 + row * 62, 17, 38, (TEAL, CORAL, DEEP, LAGOON)[(i + row) % 4], 2)
    sitter(sheet, 560, 384, SKINS[0], mixed(CLAY, NIGHT, 0.4), TEAL, 1)
    sheet.box(314, 574, 404, 8, NIGHT)


def _window(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 16, y - 16, 352, 432, SHELL, 8)
    sheet.box(x, y, 320, 400, mixed(MIST, SHELL, 0.25))
    hill(sheet, [(x, y + 300), (x + 110, y + 220), (x + 220, y + 320), (x + 320, y + 260)], LAGOON, y + 400)
    sheet.box(x + 60, y + 296, 200, 60, CORAL, 12)
    for i in range(3):
        sheet.box(x + 76 + i * 58, y + 306, 44, 24, SHELL, 4)
    for wheel in (x + 106, x + 214):
        sheet.disc(wheel, y + 356, 15, NIGHT)
    sheet.box(x, y + 368, 320, 32, mixed(DEEP, MIST, 0.3))
    sheet.box(x + 155, y, 10, 400, SHELL)
    sheet.box(x - 34, y + 414, 388, 20, mixed(SHELL, DUNE, 0.4), 6)


def _plant(sheet: Sheet, x: float, foot: float) -> None:
    for lean, tall, colour in (
        (-110, 230, TEAL),
        (-50, 310, DEEP),
        (10, 350, LAGOON),
        (70, 300, DEEP),
        (120, 210, TEAL),
    ):
        tip = x + lean, foot - 60 - tall
        sheet.shape(
            [
                *curve((x - 14, foot), (x + lean - 60, foot - tall * 0.6), tip),
                *curve(tip, (x + lean + 40, foot - tall * 0.5), (x + 14, foot)),
            ],
            colour,
        )
    sheet.shape([(x - 70, foot - 20), (x + 70, foot - 20), (x + 52, foot + 110), (x - 52, foot + 110)], CORAL)
    sheet.box(x - 78, foot - 34, 156, 28, mixed(CORAL, NIGHT, 0.15), 8)


def _cup(sheet: Sheet, x: float, y: float) -> None:
    sheet.oval(x + 50, y + 100, 110, 14, mixed(CLAY, NIGHT, 0.5), 0.4)
    sheet.stroke(curve((x + 92, y + 22), (x + 150, y + 16), (x + 140, y + 84), (x + 88, y + 70)), SHELL, 14)
    sheet.shape([(x, y), (x + 100, y), (x + 90, y + 96), (x + 10, y + 96)], SHELL)
    sheet.oval(x + 50, y + 2, 50, 11, mixed(CLAY, NIGHT, 0.5))
