"""A care home at night."""

from __future__ import annotations

from .palette import BRICK, CLAY, CORAL, DEEP, HONEY, LAGOON, MIST, NIGHT, PETROL, SHELL, TEAL, mixed
from .sheet import Point, Sheet


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
