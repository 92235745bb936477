"""Draw the sample content's own illustrations; the same picture, byte for byte, each time.

Example: python scripts/draw_pictures.py content/billeder

Coordinates are those of a sheet of 1600 × 900; it is drawn larger and scaled
down, which gives smooth edges. Nothing here is random, and no metadata is written.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
SCALE = 3
"""Drawn three times too large: chosen, two leaves visible steps on shallow slopes."""

# One palette for all pictures: petrol and teal, warm sand, coral for the one thing to look at.
NIGHT = "#0b2b33"
PETROL = "#0f4049"
DEEP = "#17545c"
TEAL = "#2b7a7b"
LAGOON = "#5fa39c"
MIST = "#a9cdc2"
SHELL = "#f7efe0"
SAND = "#ecdcc0"
DUNE = "#d9c199"
CLAY = "#b58e66"
CORAL = "#e66f57"
ROSE = "#f2a68c"
BRICK = "#b94f3f"
HONEY = "#e9b35b"

SKINS = ("#e8bd98", "#8d5a3c")

Point = tuple[float, float]


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*parts)


def curve(*points: Point, steps: int = 60) -> list[Point]:
    """Return points along the Bézier curve of any degree through the ends of `points` (de Casteljau)."""
    line = []
    for i in range(steps + 1):
        t, row = i / steps, list(points)
        while len(row) > 1:
            row = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(row)]
        line.append(row[0])
    return line


class Sheet:
    """A sheet to draw on in coordinates of 1600 × 900."""

    def __init__(self, colour: str, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.size = width, height
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), colour)
        self.pen = ImageDraw.Draw(self.image)

    def shape(self, points: Iterable[Point], colour: str, strength: float = 1.0) -> None:
        """Fill a polygon; `strength` below 1 lets what is under it show through."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        if strength >= 1:
            self.pen.polygon(scaled, fill=colour)
            return
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon(scaled, fill=round(255 * strength))
        self.image.paste(Image.new("RGB", self.image.size, colour), mask=mask)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        edges = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self.pen.rounded_rectangle(edges, radius=radius * SCALE, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str, strength: float = 1.0) -> None:
        self.oval(x, y, radius, radius, colour, strength)

    def oval(self, x: float, y: float, across: float, up: float, colour: str, strength: float = 1.0) -> None:
        turns = (2 * math.pi * i / 180 for i in range(180))
        self.shape([(x + across * math.cos(t), y + up * math.sin(t)) for t in turns], colour, strength)

    def stroke(self, points: Sequence[Point], colour: str, width: float) -> None:
        """Draw a line with round ends and joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")
        radius = width * SCALE / 2
        for x, y in scaled if width > 3 else scaled[:: max(1, len(scaled) - 1)]:
            self.pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)

    def shade(self, top: str, bottom: str, begin: float = 0, end: float = HEIGHT) -> None:
        """Fill the rows from `begin` to `end` with an even change of colour."""
        rows = range(round(begin * SCALE), round(end * SCALE))
        for row in rows:
            self.pen.line([(0, row), (self.size[0] * SCALE, row)], fill=mixed(top, bottom, (row - rows[0]) / len(rows)))

    def save(self, path: Path) -> None:
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        if path.suffix == ".png":
            small.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
        else:
            small.save(path, quality=88, subsampling=0, optimize=True, progressive=True)


# --- things that stand in more than one picture ------------------------------


def hill(sheet: Sheet, points: Sequence[Point], colour: str, foot: float = HEIGHT) -> None:
    """Draw land below a soft line from edge to edge."""
    line = curve(*points)
    sheet.shape([*line, (line[-1][0], foot), (line[0][0], foot)], colour)


def tree(sheet: Sheet, x: float, foot: float, size: float, colour: str) -> None:
    sheet.box(x - size * 0.05, foot - size * 0.5, size * 0.1, size * 0.5, NIGHT)
    sheet.oval(x, foot - size * 0.78, size * 0.3, size * 0.42, colour)


def sitter(sheet: Sheet, x: float, y: float, skin: str, hair: str, clothes: str, turn: int) -> None:
    """Draw a person seen to the waist; `turn` is -1 for facing left and 1 for facing right."""
    sheet.shape(
        [
            *curve((x - 78, y + 190), (x - 88, y + 40), (x - 10, y + 46)),
            *curve((x + 10, y + 46), (x + 88, y + 40), (x + 78, y + 190)),
        ],
        clothes,
    )
    sheet.box(x - 15, y + 12, 30, 48, mixed(skin, CLAY, 0.35), 12)
    sheet.oval(x, y - 18, 42, 50, skin)
    sheet.shape(
        [
            *curve((x - turn * 46, y + 18), (x - turn * 64, y - 96), (x + turn * 30, y - 84), (x + turn * 40, y - 34)),
            *curve((x + turn * 40, y - 34), (x + turn * 6, y - 52), (x - turn * 22, y - 34), (x - turn * 24, y + 10)),
        ],
        hair,
    )


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


# --- the pictures ------------------------------------------------------------


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


def corridor() -> Sheet:
    """A care home's corridor at night with one door ajar and a walking frame."""
    sheet = Sheet(NIGHT)
    far = 880.0, 400.0

    def at(x: float, y: float, depth: float) -> Point:
        """A point on the near frame, moved `depth` (0 near, 1 far) towards the vanishing point."""
        share = 1 - 1 / (1 + depth * 4.2)
        return x + (far[0] - x) * share, y + (far[1] - y) * share

    def wall(side: float, near: float, back: float, top: float, foot: float, colour: str, strength: float = 1) -> None:
        sheet.shape(
            [at(side, top, near), at(side, top, back), at(side, foot, back), at(side, foot, near)], colour, strength
        )

    left, right, ceiling, floor = -120.0, 1760.0, -170.0, 1010.0
    wall(left, 0, 1, ceiling, floor, PETROL)
    wall(right, 0, 1, ceiling, floor, DEEP)
    sheet.shape([at(left, ceiling, 0), at(right, ceiling, 0), at(right, ceiling, 1), at(left, ceiling, 1)], NIGHT)
    sheet.shape(
        [at(left, floor, 0), at(right, floor, 0), at(right, floor, 1), at(left, floor, 1)], mixed(TEAL, PETROL, 0.35)
    )
    wall(left, 0, 1, 740, floor, mixed(PETROL, NIGHT, 0.45))
    wall(right, 0, 1, 740, floor, mixed(DEEP, NIGHT, 0.4))
    for near in (0.06, 0.2, 0.42, 0.76):
        sheet.shape(
            [
                at(520, ceiling, near),
                at(1120, ceiling, near),
                at(1120, ceiling, near + 0.04),
                at(520, ceiling, near + 0.04),
            ],
            mixed(HONEY, SHELL, 0.4),
            0.85,
        )
    _corridor_end(sheet, at(left, ceiling, 1), at(right, floor, 1))
    for near, back in ((0.02, 0.09), (0.5, 0.68)):
        wall(left, near, back, 110, floor, mixed(NIGHT, TEAL, 0.55))
        wall(left, near + (back - near) * 0.12, back - (back - near) * 0.1, 150, floor, mixed(NIGHT, TEAL, 0.3))
    for near, back in ((0.05, 0.13), (0.25, 0.36), (0.56, 0.74)):
        wall(right, near, back, 110, floor, mixed(DEEP, MIST, 0.3))
        wall(right, near + (back - near) * 0.12, back - (back - near) * 0.1, 150, floor, mixed(TEAL, NIGHT, 0.15))
    # The open door: a warm room, light across the floor and up the opposite wall.
    sheet.shape(
        [at(left, floor, 0.18), at(left, floor, 0.32), at(right, floor, 0.46), at(right, floor, 0.2)], HONEY, 0.3
    )
    sheet.shape(
        [at(left, floor, 0.2), at(left, floor, 0.3), at(1200, floor, 0.37), at(1240, floor, 0.21)],
        mixed(HONEY, SHELL, 0.5),
        0.5,
    )
    wall(left, 0.17, 0.33, 90, floor, mixed(NIGHT, CLAY, 0.45))
    wall(left, 0.185, 0.315, 120, floor, mixed(HONEY, SHELL, 0.45))
    wall(left, 0.25, 0.315, 120, floor, mixed(HONEY, CORAL, 0.25))
    for side, shade in ((left, MIST), (right, MIST)):
        for near, back in (
            ((0.0, 0.02), (0.095, 0.165), (0.335, 0.49), (0.69, 1.0))
            if side == left
            else ((0.0, 0.045), (0.135, 0.245), (0.365, 0.55), (0.75, 1.0))
        ):
            wall(side, near, back, 668, 692, mixed(shade, CLAY, 0.35))
    _walking_frame(sheet, 1210, 850)
    return sheet


def _corridor_end(sheet: Sheet, top_left: Point, bottom_right: Point) -> None:
    (x0, y0), (x1, y1) = top_left, bottom_right
    width, height = x1 - x0, y1 - y0
    sheet.box(x0, y0, width, height, mixed(PETROL, TEAL, 0.35))
    sheet.box(x0 + width * 0.22, y0 + height * 0.16, width * 0.56, height * 0.5, SHELL, 3)
    sheet.box(x0 + width * 0.24, y0 + height * 0.18, width * 0.52, height * 0.46, NIGHT, 2)
    sheet.disc(x0 + width * 0.6, y0 + height * 0.32, width * 0.075, SHELL)
    sheet.box(x0 + width * 0.495, y0 + height * 0.16, width * 0.014, height * 0.5, SHELL)


def _walking_frame(sheet: Sheet, x: float, foot: float) -> None:
    """A rollator, seen from the side."""
    sheet.oval(x + 10, foot + 8, 150, 16, NIGHT, 0.45)
    sheet.stroke([(x - 92, foot - 26), (x - 40, foot - 262), (x + 26, foot - 282)], SHELL, 13)
    sheet.stroke([(x + 104, foot - 26), (x - 26, foot - 208)], SHELL, 13)
    sheet.stroke([(x - 68, foot - 132), (x + 34, foot - 122)], SHELL, 10)
    sheet.box(x - 62, foot - 172, 118, 22, CORAL, 10)
    sheet.shape([(x - 44, foot - 150), (x + 48, foot - 150), (x + 34, foot - 78), (x - 34, foot - 78)], BRICK)
    sheet.stroke([(x - 2, foot - 284), (x + 44, foot - 290)], CORAL, 20)
    for wheel in (x - 94, x + 106):
        sheet.disc(wheel, foot - 26, 34, NIGHT)
        sheet.disc(wheel, foot - 26, 22, LAGOON)
        sheet.disc(wheel, foot - 26, 8, NIGHT)


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


def road() -> Sheet:
    """A road and a cycle path winding towards the sea, and a refuse lorry on it."""
    sheet = Sheet(SHELL)
    sheet.shade(mixed(MIST, SHELL, 0.2), SHELL, 0, 420)
    sheet.disc(360, 220, 92, HONEY, 0.75)
    for x, y, across in ((900, 130, 120), (980, 112, 90), (640, 262, 130), (180, 320, 110)):
        sheet.oval(x, y, across, 22, "#ffffff", 0.75)
    sheet.shade(LAGOON, mixed(LAGOON, MIST, 0.5), 380, 460)
    for x, size in ((1180, 1.0), (1290, 0.85), (1392, 0.72)):
        _turbine(sheet, x, 392, size)
    hill(sheet, [(0, 420), (360, 340), (700, 450), (1100, 470), (1600, 470)], mixed(TEAL, MIST, 0.35), 600)
    hill(sheet, [(0, 520), (700, 480), (1180, 380), (1600, 420)], mixed(TEAL, MIST, 0.2), 600)
    hill(sheet, [(0, 520), (420, 430), (1000, 560), (1600, 470)], TEAL)
    hill(sheet, [(0, 640), (300, 520), (700, 640), (900, 900)], mixed(HONEY, SAND, 0.35))
    hill(sheet, [(900, 700), (1200, 500), (1420, 560), (1600, 540)], DEEP)
    _carriageway(sheet)
    for x, foot, size in ((96, 590, 150), (196, 566, 110), (1486, 600, 190), (1392, 580, 130), (1560, 640, 210)):
        tree(sheet, x, foot, size, PETROL if x > 900 else DEEP)
    _lorry(sheet, 700, 640)
    return sheet


def _carriageway(sheet: Sheet) -> None:
    left = curve((764, 468), (560, 520), (1180, 560), (180, 900))
    right = curve((786, 468), (660, 520), (1500, 590), (1010, 900))
    sheet.shape([*left, *reversed(right)], mixed(PETROL, NIGHT, 0.3))
    middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(left, right, strict=True)]
    for i in range(8, 58, 6):
        wide = 1 + (i / 60) ** 2 * 11
        sheet.shape(
            [
                (middle[i][0] - wide / 2, middle[i][1]),
                (middle[i][0] + wide / 2, middle[i][1]),
                (middle[i + 2][0] + wide * 0.6, middle[i + 2][1]),
                (middle[i + 2][0] - wide * 0.6, middle[i + 2][1]),
            ],
            SHELL,
        )
    # The cycle path lies to the right of the road, with a strip of grass between.
    inner = curve((794, 468), (684, 520), (1580, 596), (1120, 900))
    outer = curve((802, 468), (706, 520), (1690, 600), (1400, 900))
    sheet.shape([*inner, *reversed(outer)], CORAL)
    dots = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(inner, outer, strict=True)]
    for i in range(16, 58, 9):
        wide = (i / 60) ** 2 * 8
        sheet.shape(
            [
                (dots[i][0] - wide / 2, dots[i][1]),
                (dots[i][0] + wide / 2, dots[i][1]),
                (dots[i + 2][0] + wide * 0.6, dots[i + 2][1]),
                (dots[i + 2][0] - wide * 0.6, dots[i + 2][1]),
            ],
            SHELL,
        )


def _turbine(sheet: Sheet, x: float, foot: float, size: float) -> None:
    top = foot - 190 * size
    sheet.shape([(x - 4 * size, foot), (x - 2 * size, top), (x + 2 * size, top), (x + 4 * size, foot)], SHELL)
    for turn in (0.5, 0.5 + 2 * math.pi / 3, 0.5 + 4 * math.pi / 3):
        tip = x + 96 * size * math.sin(turn), top - 96 * size * math.cos(turn)
        sheet.stroke([(x, top), tip], SHELL, 4.5 * size)
    sheet.disc(x, top, 6 * size, SHELL)


def _lorry(sheet: Sheet, x: float, foot: float) -> None:
    """A refuse lorry that drives to the right, with a small camera behind the windscreen."""
    sheet.oval(x + 130, foot + 6, 190, 14, NIGHT, 0.4)
    sheet.shape(
        [(x - 40, foot - 24), (x - 56, foot - 150), (x - 8, foot - 186), (x + 176, foot - 186), (x + 176, foot - 24)],
        LAGOON,
    )
    sheet.shape(
        [(x - 56, foot - 150), (x - 8, foot - 186), (x + 4, foot - 186), (x - 28, foot - 24), (x - 40, foot - 24)],
        mixed(LAGOON, NIGHT, 0.35),
    )
    for stripe in (40, 84, 128):
        sheet.box(x + stripe, foot - 172, 7, 132, mixed(LAGOON, NIGHT, 0.25), 3)
    sheet.box(x - 30, foot - 72, 208, 16, SHELL)
    sheet.shape(
        [
            (x + 186, foot - 24),
            (x + 186, foot - 150),
            (x + 262, foot - 150),
            (x + 292, foot - 86),
            (x + 292, foot - 24),
        ],
        SHELL,
    )
    sheet.shape([(x + 206, foot - 136), (x + 254, foot - 136), (x + 276, foot - 88), (x + 206, foot - 88)], PETROL)
    sheet.box(x + 244, foot - 134, 14, 14, CORAL, 4)
    sheet.box(x + 210, foot - 164, 32, 14, HONEY, 6)
    sheet.box(x - 44, foot - 30, 340, 16, NIGHT, 4)
    sheet.disc(x + 288, foot - 44, 9, HONEY)
    for wheel in (x + 22, x + 92, x + 236):
        sheet.disc(wheel, foot - 14, 30, NIGHT)
        sheet.disc(wheel, foot - 14, 13, MIST)


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


def meeting_room() -> Sheet:
    """An oval table, seven chairs and a window over the roofs of a town."""
    sheet = Sheet(SAND)
    sheet.shade(mixed(SAND, SHELL, 0.6), SAND, 0, 600)
    _town(sheet, 330, 90, 940, 380)
    sheet.box(60, 150, 200, 250, SHELL, 6)
    sheet.box(72, 162, 176, 226, "#ffffff", 4)
    for i, (y, across) in enumerate(((204, 118), (240, 132), (276, 92), (312, 124), (348, 74))):
        sheet.box(108, y, across * 0.9, 8, mixed(LAGOON, SHELL, 0.35), 4)
        sheet.disc(92, y + 4, 7, CORAL if i == 4 else TEAL)
    for turn, colour in ((-1.0, DEEP), (-0.45, TEAL), (0.1, DEEP), (0.65, TEAL), (1.15, LAGOON)):
        tip = 1440 + 130 * math.sin(turn), 452 - 190 * math.cos(turn)
        sheet.shape(
            [*curve((1440, 500), (1400 + 90 * turn, 400), tip), *curve(tip, (1490 + 90 * turn, 420), (1440, 500))],
            colour,
        )
    sheet.shape([(1388, 486), (1492, 486), (1476, 588), (1404, 588)], CORAL)
    sheet.shade(DUNE, mixed(CLAY, DUNE, 0.3), 560, HEIGHT)
    sheet.box(0, 552, WIDTH, 14, SHELL)
    sheet.shape(
        [*curve((320, 566), (560, 700), (200, 900)), (1400, 900), *curve((1400, 900), (1040, 700), (1220, 566))],
        SHELL,
        0.3,
    )
    sheet.oval(800, 812, 640, 62, mixed(CLAY, NIGHT, 0.5), 0.45)
    for x in (560, 800, 1040):
        _chair(sheet, x, 500, 0.86, DEEP)
    _chair(sheet, 216, 566, 0.98, CORAL)
    _chair(sheet, 1384, 566, 0.98, DEEP)
    sheet.box(740, 690, 120, 130, NIGHT, 10)
    sheet.oval(800, 822, 170, 26, NIGHT)
    sheet.oval(800, 664, 590, 104, mixed(CLAY, NIGHT, 0.45))
    sheet.oval(800, 646, 590, 104, mixed(CLAY, SAND, 0.25))
    sheet.oval(760, 628, 380, 56, SHELL, 0.16)
    _on_the_table(sheet)
    for x in (590, 1010):
        _chair(sheet, x, 672, 1.22, PETROL)
    for x, y in ((560, 178), (800, 148), (1040, 178)):
        sheet.box(x - 2, 0, 4, y, NIGHT)
        sheet.shape(
            [
                *curve((x - 74, y + 62), (x - 66, y - 8), (x, y - 6)),
                *curve((x, y - 6), (x + 66, y - 8), (x + 74, y + 62)),
            ],
            PETROL,
        )
        sheet.oval(x, y + 62, 74, 10, HONEY)
    return sheet


def _town(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """A wide window with gables, chimneys and a church behind it."""
    sheet.box(x - 18, y - 18, width + 36, height + 36, SHELL, 8)
    sheet.box(x, y, width, height, mixed(MIST, SHELL, 0.2))
    sheet.disc(x + 700, y + 116, 62, "#ffffff", 0.7)
    foot = y + height
    sheet.shape(
        [(x + 176, foot), (x + 176, foot - 200), (x + 206, foot - 318), (x + 236, foot - 200), (x + 236, foot)],
        mixed(LAGOON, MIST, 0.3),
    )
    for i in range(9):
        left, tall = x + i * 108 - 20, 84 + (i * 53) % 90
        wide = min(128, x + width - left)
        wall, roof = ((MIST, TEAL), (SAND, BRICK), (LAGOON, DEEP), (SHELL, CORAL))[i % 4]
        edge = max(left, x)
        sheet.box(edge, foot - tall, left + wide - edge, tall, wall)
        sheet.shape(
            [
                (edge, foot - tall),
                (max(left + 30, x), foot - tall - 62),
                (left + wide - 26, foot - tall - 62),
                (left + wide, foot - tall),
            ],
            roof,
        )
        sheet.box(max(left + 60, x), foot - tall - 92, 20, 44, roof)
        for column in range(2):
            sheet.box(max(left + 26, x) + column * 46, foot - tall + 22, 24, 32, mixed(wall, PETROL, 0.6), 2)
    for share in (1 / 3, 2 / 3):
        sheet.box(x + width * share - 6, y, 12, height, SHELL)
    sheet.box(x - 40, foot + 14, width + 80, 20, mixed(SHELL, DUNE, 0.3), 6)


def _chair(sheet: Sheet, x: float, top: float, size: float, colour: str) -> None:
    """A chair seen from behind or from in front; its back is what shows."""
    for leg in (-62, 50):
        sheet.box(x + leg * size, top + 120 * size, 12 * size, 150 * size, NIGHT, 5)
    sheet.box(x - 70 * size, top + 134 * size, 140 * size, 30 * size, mixed(colour, NIGHT, 0.4), 12 * size)
    sheet.box(x - 72 * size, top, 144 * size, 124 * size, colour, 34 * size)
    sheet.box(x - 50 * size, top + 22 * size, 100 * size, 9 * size, mixed(colour, SHELL, 0.22), 4)
    sheet.box(x - 8 * size, top + 118 * size, 16 * size, 24 * size, NIGHT)


def _on_the_table(sheet: Sheet) -> None:
    for x, y, lean in ((480, 610, -16), (690, 590, -6), (880, 590, 6), (1110, 610, 16)):
        sheet.shape(
            [(x - 44 - lean, y), (x + 40 - lean, y), (x + 54 + lean, y + 28), (x - 52 + lean, y + 28)], "#ffffff"
        )
        sheet.box(x - 26, y + 8, 46, 4, MIST, 2)
        sheet.box(x - 28, y + 17, 34, 4, MIST, 2)
    sheet.box(776, 604, 30, 66, mixed(LAGOON, SHELL, 0.35), 8)
    sheet.box(776, 632, 30, 38, mixed(LAGOON, TEAL, 0.3), 8)
    sheet.box(826, 646, 22, 26, SHELL, 5)
    sheet.box(738, 648, 22, 26, SHELL, 5)


def mark_of_videnstafet() -> Sheet:
    """A baton on its way, in a round field."""
    sheet = Sheet(PETROL, 400, 400)
    sheet.disc(200, 200, 150, DEEP)
    for x, y, length in ((72.0, 216.0, 96), (92.0, 256.0, 74), (122.0, 294.0, 58)):
        sheet.stroke([(x, y), (x + length, y - length * 0.5)], LAGOON, 12)
    sheet.stroke([(140, 258), (288, 142)], CORAL, 58)
    sheet.stroke([(136, 246), (276, 136)], ROSE, 9)
    for share in (0.4, 0.55):
        x, y = 140 + 148 * share, 258 - 116 * share
        sheet.stroke([(x - 17, y - 22), (x + 17, y + 22)], SHELL, 9)
    return sheet


def mark_of_kystlauget() -> Sheet:
    """Five waves, one for each municipality."""
    sheet = Sheet(SHELL, 400, 400)
    for i, colour in enumerate((MIST, LAGOON, TEAL, DEEP, CORAL)):
        y = 104 + i * 48
        wave = [(60 + x, y + 15 * math.sin(x / 280 * 4 * math.pi + i * 0.5)) for x in range(0, 281, 4)]
        sheet.stroke(wave, colour, 21)
    return sheet


PICTURES: dict[str, Callable[[], Sheet]] = {
    "bibliotek.jpg": library,
    "havn.jpg": harbour,
    "logo-kystlauget.png": mark_of_kystlauget,
    "logo-videnstafet.png": mark_of_videnstafet,
    "moedelokale.jpg": meeting_room,
    "plejecenter-gang.jpg": corridor,
    "stafet.jpg": relay,
    "vej-cykelsti.jpg": road,
}


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="only these pictures")
    given = parser.parse_args(argv)
    for name in given.names or sorted(PICTURES):
        PICTURES[name]().save(given.folder / name)
        print(name, (given.folder / name).stat().st_size, "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
