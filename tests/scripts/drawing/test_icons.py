"""Guards the icons: they show the mark of `favicon.svg`, in the sizes that browsers ask for, and are light."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from drawing import icons
from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "theme" / "static"
SVG = (STATIC / "favicon.svg").read_text(encoding="utf-8")


def test_the_committed_icons_are_those_drawn(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "scripts" / "draw_icons.py"), str(tmp_path)], check=True)

    for name in ("favicon.ico", "apple-touch-icon.png"):
        # By eye, not by byte: the encoder inside Pillow may differ from the one that made the committed file.
        with Image.open(tmp_path / name) as drawn, Image.open(STATIC / name) as committed:
            apart = ImageStat.Stat(ImageChops.difference(drawn.convert("RGBA"), committed.convert("RGBA")))
        assert max(apart.mean) < 1, name


def test_they_have_the_sizes_that_are_asked_for_and_are_light() -> None:
    with Image.open(STATIC / "favicon.ico") as icon, Image.open(STATIC / "apple-touch-icon.png") as touch:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        assert touch.size == (180, 180)
        assert touch.convert("RGBA").getextrema()[3] == (255, 255), "a telephone paints what is clear black"
    assert (STATIC / "favicon.ico").stat().st_size < 6_000
    assert (STATIC / "apple-touch-icon.png").stat().st_size < 6_000


def test_the_colours_are_those_of_the_mark() -> None:
    assert re.findall(r'fill="(#\w+)"', SVG) == [icons.SUN, icons.BATON]


@pytest.mark.parametrize(("at", "colour"), [((34, 10), icons.SUN), ((20, 20), icons.BATON), ((11, 31), icons.BATON)])
def test_the_parts_lie_where_the_mark_has_them(at: tuple[int, int], colour: str) -> None:
    picture = icons.mark(icons.FIELD)

    assert picture.getpixel(at) == (*bytes.fromhex(colour[1:]), 255)
    assert picture.getpixel((2, 2)) == (0, 0, 0, 0)
