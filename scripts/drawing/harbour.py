"""Five dinghies at one jetty."""

from __future__ import annotations

from .palette import BRICK, CLAY, CORAL, DEEP, DUNE, HONEY, LAGOON, MIST, NIGHT, PETROL, ROSE, SAND, SHELL, TEAL, mixed
from .sheet import HEIGHT, Sheet, curve
from .things import hill


def harbour() -> Sheet:
    """Five dinghies at one jetty, warehouses and a low sun."""
    sheet = Sheet(SHELL)
    sheet.shade(mixed(MIST, SHELL, 0.35), ROSE, 0, 520)
    sheet.disc(1120, 420, 210, SHELL, 0.35)
    sheet.disc(1120, 420, 130, mixed(SHELL, HONEY, 0.35))
    hill(sheet, [(0, 470), (400, 400), (900, 500), (1600, 410)], mixed(LAGOON, ROSE, 0.45), 560)
    hill(sheet, [(500, 520), (900, 450), (1300, 470), (1600, 480)], mixed(TEAL, ROSE, 0.3), 560)
    sheet.shade(mixed(LAGOON, ROSE, 0.35), DEEP, 520, HEIGHT)
    for i, (across, y) in enumerate([(250, 540), (190, 562), (230, 586), (150, 612), (180, 642), (110, 678)]):
        sheet.box(1120 - across / 2 + (18 if i % 2 else -14), y, across, 7, mixed(HONEY, SHELL, 0.35), 3.5)
    _warehouses(sheet)
    for i in range(22):
        x, y = (i * 347) % 1500 + 20, 640 + (i * 71) % 230
        sheet.box(x, y, 60 + (i * 29) % 90, 4, mixed(TEAL, MIST, 0.25), 2)
    _jetty(sheet)
    return sheet


def _warehouses(sheet: Sheet) -> None:
    rows = [
        (-40, 190, 250, BRICK, PETROL),
        (150, 160, 200, SAND, BRICK),
        (310, 210, 290, PETROL, NIGHT),
        (520, 150, 180, CORAL, PETROL),
    ]
    for x, width, height, wall, roof in rows:
        top = 560 - height
        sheet.box(x, top, width, height, wall)
        sheet.shape([(x - 8, top), (x + width / 2, top - 82), (x + width + 8, top)], roof)
        sheet.box(x + width / 2 - 13, top - 40, 26, 30, mixed(wall, SHELL, 0.45), 13)
        glass = HONEY if wall == PETROL else mixed(wall, NIGHT, 0.45)
        for row in range(max(1, int((height - 90) // 62))):
            for column in range(3):
                sheet.box(x + width * (0.18 + 0.26 * column), top + 24 + row * 62, width * 0.13, 36, glass, 3)
        sheet.box(x + width / 2 - 22, 506, 44, 54, mixed(wall, NIGHT, 0.6), 4)
    sheet.box(0, 556, 700, 40, mixed(CLAY, NIGHT, 0.45))
    sheet.box(0, 552, 712, 12, DUNE, 4)
    for x in range(40, 700, 130):
        sheet.box(x, 562, 12, 64, NIGHT, 4)


def _jetty(sheet: Sheet) -> None:
    for x, hull in zip(range(420, 1500, 248), (CORAL, TEAL, HONEY, BRICK, MIST), strict=False):
        sheet.oval(x + 4, 767, 92, 9, NIGHT, 0.4)
        boat(sheet, x, 748, hull)
    sheet.box(260, 790, 1340, 22, DUNE, 3)
    sheet.box(260, 808, 1340, 14, CLAY)
    for x in range(300, 1600, 124):
        sheet.box(x, 776, 16, 124, mixed(CLAY, NIGHT, 0.5), 5)
        sheet.box(x, 776, 16, 12, SHELL, 5)


def boat(sheet: Sheet, x: float, y: float, hull: str) -> None:
    """Draw a dinghy with furled sail, lying at `y`."""
    sheet.box(x - 2.5, y - 190, 5, 190, PETROL)
    sheet.stroke([(x + 2, y - 32), (x + 74, y - 40)], PETROL, 4)
    sheet.stroke([(x + 8, y - 42), (x + 70, y - 48)], SHELL, 11)
    sheet.shape([(x, y - 186), (x + 26, y - 176), (x, y - 166)], CORAL if hull != CORAL else HONEY)
    sheet.shape(
        [
            *curve((x - 78, y - 22), (x - 70, y + 10), (x - 50, y + 18)),
            *curve((x + 56, y + 18), (x + 78, y + 8), (x + 92, y - 26)),
        ],
        hull,
    )
    sheet.shape([(x - 79, y - 24), (x + 93, y - 28), (x + 91, y - 17), (x - 75, y - 13)], SHELL)
