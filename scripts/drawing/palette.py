"""One palette for all pictures, and how to mix in it."""

from __future__ import annotations

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


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: str, second: str, share: float) -> str:
    """Return the colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*parts)
