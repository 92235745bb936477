"""The publishers' marks."""

from __future__ import annotations

import math

from .palette import CORAL, DEEP, HONEY, LAGOON, MIST, PETROL, ROSE, SAND, SHELL, TEAL
from .sheet import Sheet


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


def mark_of_fagfaellerne() -> Sheet:
    """Three discs that overlap, one for each who came."""
    sheet = Sheet(SAND, 400, 400)
    for x, y, colour in ((150.0, 168.0, TEAL), (250.0, 168.0, CORAL), (200.0, 252.0, HONEY)):
        sheet.disc(x, y, 92, colour, 0.85)
    sheet.disc(200, 198, 24, PETROL)
    return sheet
