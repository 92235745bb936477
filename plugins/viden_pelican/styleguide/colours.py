"""The colours of the theme as its tokens have them, and how far they are apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DARK = re.compile(r":root\[data-scheme=\"dark\"\]\s*\{(?P<body>[^}]*)\}")
_LIGHT = re.compile(r":root\s*\{(?P<body>[^}]*)\}")
_TOKEN = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>[^;]+);")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text or a line on its ground, and the least contrast it must have."""

    front: str
    ground: str
    least: float
    use: str


_GROUNDS = ("paper", "raised", "sunk")
PAIRS: tuple[Pair, ...] = (
    *(Pair("ink", ground, 7.0, "brødtekst") for ground in _GROUNDS),
    *(Pair("ink-soft", ground, 4.5, "lille tekst") for ground in _GROUNDS),
    *(Pair("accent", ground, 4.5, "links") for ground in _GROUNDS),
    Pair("on-sun", "sun", 7.0, "tekst på sol"),
    Pair("on-accent", "accent", 4.5, "knapper"),
    Pair("ink", "mark", 4.5, "fundne ord"),
    Pair(WHITE, "petrol", 4.5, "tekst på petrol"),
    *(Pair("line-strong", ground, 3.0, "felter og streger") for ground in _GROUNDS),
    *(Pair("focus", ground, 3.0, "fokus") for ground in _GROUNDS),
)
"""What WCAG 2.2 and the visual bar ask: 7 for body text, 4.5 for other text, 3 for controls and focus."""


def tokens(css: str) -> dict[str, str]:
    """Return name → value of the tokens as they stand in light, in order."""
    found = _LIGHT.search(css)
    return dict(_TOKEN.findall(found["body"])) if found else {}


def schemes(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colours in light and in dark; what dark does not name it takes from light."""
    light = {name: value for name, value in tokens(css).items() if _COLOUR.fullmatch(value)}
    found = _DARK.search(css)
    own = dict(_TOKEN.findall(found["body"])) if found else {}
    return light, light | {name: value for name, value in own.items() if _COLOUR.fullmatch(value)}


def contrast(colours: Mapping[str, str], front: str, ground: str) -> float:
    """Return the contrast of two colours, named or written, from 1 to 21. WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(colours.get(name, name)) for name in (front, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return relative luminance. WCAG 2.2, "relative luminance"."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
