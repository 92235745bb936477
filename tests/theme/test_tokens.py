"""Guards the colours: contrast is computed from tokens.css, in light and in dark, and colours stand nowhere else."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "theme" / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
WHITE = "#ffffff"

BODY_TEXT = [("ink", ground) for ground in ("paper", "raised", "sunk")] + [("on-sun", "sun")]
OTHER_TEXT = [
    *((text, ground) for text in ("ink-soft", "accent") for ground in ("paper", "raised", "sunk")),
    ("on-accent", "accent"),
    (WHITE, "petrol"),
    ("ink", "mark"),
    ("accent", "mark"),
]
CONTROLS = [(line, ground) for line in ("line-strong", "focus") for ground in ("paper", "raised", "sunk")] + [
    ("sun", "petrol")
]


def scheme(name):
    """Return the colours of a scheme; what dark does not name it takes from light."""
    light, dark, chosen = re.split(r"@media screen (?:and \(prefers-color-scheme: dark\) )?{", TOKENS)
    return dict(COLOUR.findall(light)) | {"light": {}, "dark": dict(COLOUR.findall(dark)), "chosen": dict(COLOUR.findall(chosen))}[name]  # fmt: skip


def luminance(colour):
    """Return relative luminance, WCAG 2.2 section "relative luminance"."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(colours, pair):
    light, dark = sorted((luminance(colours.get(c, c)) for c in pair), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_dark_that_a_reader_chooses_is_the_dark_of_the_system():
    assert scheme("chosen") == scheme("dark") != scheme("light")


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("least", "pairs"), [(7.0, BODY_TEXT), (4.5, OTHER_TEXT), (3.0, CONTROLS)])
def test_contrast_is_as_prescribed(name, least, pairs):
    colours = scheme(name)

    assert {pair: round(contrast(colours, pair), 2) for pair in pairs if contrast(colours, pair) < least} == {}


def test_colours_stand_in_the_tokens_alone():
    allowed = {"#fff", "#000", "#333", "#999"}
    found = {
        (path.name, colour)
        for path in sorted(CSS.rglob("*.css"))
        if path.name not in ("tokens.css", "feed.css")
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", path.read_text(encoding="utf-8"))
        if colour not in allowed
    }

    assert found == set()


def test_every_file_of_the_styles_is_imported_in_a_declared_layer():
    main = (CSS / "main.css").read_text(encoding="utf-8")
    declared = re.search(r"@layer ([a-z, ]+);", main).group(1).split(", ")
    imported = re.findall(r'@import "([^"]+)" layer\(([a-z]+)\);', main)
    there = {p.relative_to(CSS).as_posix() for p in CSS.rglob("*.css")} - {"main.css", "feed.css"}

    assert {name for name, _ in imported} == there
    assert [layer for _, layer in imported] == sorted((layer for _, layer in imported), key=declared.index)


def test_the_browsers_own_frame_has_the_colour_of_the_paper():
    base = (CSS.parents[1] / "templates" / "base.html").read_text(encoding="utf-8")
    told = re.findall(r'<meta name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)">', base)

    assert told == [(scheme(name)["paper"], name) for name in ("light", "dark")]
