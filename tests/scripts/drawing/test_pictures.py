"""Guards the drawn pictures: they come out the same each time, are light, and carry nothing but the picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import PICTURES
from PIL import Image, ImageChops, ImageStat

FOLDER = Path(__file__).resolve().parents[3] / "content" / "billeder"
LIGHT = 200_000
"""Bytes at most (prescribed for the sample content)."""


@pytest.mark.parametrize("name", sorted(PICTURES))
def test_committed_pictures_are_light_and_without_metadata(name: str) -> None:
    with Image.open(FOLDER / name) as picture:
        assert picture.size == ((400, 400) if name.startswith("logo-") else (1600, 900))
        assert not picture.getexif()
        assert "icc_profile" not in picture.info and "comment" not in picture.info
    assert (FOLDER / name).stat().st_size < LIGHT


@pytest.mark.parametrize("name", ["logo-kystlauget.png", "plejecenter-gang.jpg"])
def test_a_picture_is_the_same_each_time_and_the_one_committed(name: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"1-{name}", tmp_path / f"2-{name}"
    PICTURES[name]().save(first)
    PICTURES[name]().save(second)

    assert first.read_bytes() == second.read_bytes()
    # Compared by eye, not by byte: the encoder inside Pillow may differ from the one that made the committed file.
    with Image.open(first) as drawn, Image.open(FOLDER / name) as committed:
        apart = ImageStat.Stat(ImageChops.difference(drawn.convert("RGB"), committed.convert("RGB")))
    assert max(apart.mean) < 1


def test_every_picture_of_the_folder_is_drawn_here() -> None:
    assert {p.name for p in FOLDER.iterdir()} == set(PICTURES)
