"""A picture in several widths, so that no reader fetches more of it than the screen shows.

Each width is offered as WebP and in the picture's own format, which every
browser and mail program reads. Names follow from the path and the width, not
from the bytes: a picture that is changed changes no page.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image, features
from PIL import __version__ as pillow_version

from ..model import Picture
from .cleaning import bare
from .opening import opened, orientation

WIDTHS = (320, 640, 1000, 1600)
"""In pixels (chosen): a card on a telephone, a card or a column, a whole telephone at twice its size, a whole page."""
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 80, "method": 4},
}
"""Chosen by eye on photographs at the size they are shown in; WebP then weighs about half of JPEG."""
FEW_COLOURS = 256
"""A picture of so few colours is a drawing, and its WebP loses nothing."""

Wanted = tuple[str, int, str]
"""(path in the output, width in pixels, format by Pillow's name) of one file to make."""


def recipe() -> str:
    """Return what the bytes depend on beside the picture and the code: the versions of the libraries that write them."""
    parts = ("freetype2", "jpg", "webp", "zlib")
    return json.dumps({"pillow": pillow_version, **{p: features.version(p) for p in parts}}, sort_keys=True)


def picture(data: bytes, path: str) -> Picture:
    """Return the picture's size and the files it is offered in; nothing is scaled yet. Raises `ImageFault`."""
    with opened(data, with_pixels=False) as image:
        width, height = image.size if orientation(image) < 5 else image.size[::-1]
        own = image.format or "PNG"
    formats = (own,) if own == "WEBP" else ("WEBP", own)
    offered = tuple(
        (MEDIA_TYPES[f], tuple((w, _path(path, w, width, f, own)) for w in _widths(width))) for f in formats
    )
    return Picture(path, width, height, offered)


def wanted(picture: Picture) -> tuple[Wanted, ...]:
    """Return the files to make for the picture, beside the picture itself."""
    names = {media: name for name, media in MEDIA_TYPES.items()}
    files = ((path, width, names[media]) for media, widths in picture.sources for width, path in widths)
    return tuple(file for file in files if file[0] != picture.path)


def scaled(data: bytes, files: Iterable[tuple[int, str]]) -> tuple[bytes, ...]:
    """Return the picture in each (width, format), upright and without metadata. Raises `ImageFault`."""
    with opened(data) as image:
        profile = image.info.get("icc_profile")
        upright, is_drawing = _full_colour(bare(image))
        return tuple(_written(upright, width, format, is_drawing, profile) for width, format in files)


def _widths(width: int) -> tuple[int, ...]:
    """Return the widths offered: the steps below the picture's own, then its own or the widest step."""
    return (*(w for w in WIDTHS if w < width), *((width,) if width <= WIDTHS[-1] else ()))


def _path(path: str, width: int, own_width: int, format: str, own_format: str) -> str:
    if format == own_format and width == own_width:
        return path
    folder, name = posixpath.split(path)
    return posixpath.join(folder, f"bredde-{width}", name if format == own_format else f"{name}.webp")


def _full_colour(image: Image.Image) -> tuple[Image.Image, bool]:
    """Return the picture in a mode that can be scaled smoothly, and whether it is a drawing."""
    has_holes = "A" in image.mode or "transparency" in image.info
    full = image.convert("RGBA" if has_holes else "RGB")
    return full, full.getcolors(FEW_COLOURS) is not None


def _written(image: Image.Image, width: int, format: str, is_drawing: bool, profile: bytes | None) -> bytes:
    options = dict(OPTIONS[format])
    if profile:
        options["icc_profile"] = profile
    if width < image.width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    if is_drawing and format == "WEBP":
        options["lossless"] = True
    output = BytesIO()
    _for(format, image).save(output, format=format, **options)
    return output.getvalue()


def _for(format: str, image: Image.Image) -> Image.Image:
    return image.convert("RGB") if format == "JPEG" and image.mode != "RGB" else image
