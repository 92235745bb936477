"""The sheet that the pictures are drawn on, in coordinates of 1600 × 900.

It is drawn larger and scaled down, which gives smooth edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

from .palette import mixed

WIDTH, HEIGHT = 1600, 900
SCALE = 3
"""Drawn three times too large: chosen, two leaves visible steps on shallow slopes."""

Point = tuple[float, float]


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
