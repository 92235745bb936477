"""The picture alone: upright, without EXIF, GPS, XMP and comments.

It is written anew from its pixels; only the colour profile is carried over,
without which colours shift. Options are fixed, so equal bytes in give equal
bytes out with the same Pillow.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from .opening import EXTENSIONS, extension, opened

OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
}
"""Quality 88 is chosen: no loss seen at twice the size it is shown in."""
JPEG_MODES = ("L", "RGB")
WEBP_MODES = ("RGB", "RGBA")


def clean(data: bytes) -> bytes:
    """Return the picture in its own format without metadata. Raises `ImageFault`."""
    with opened(data) as image:
        format = image.format or "PNG"
        options = dict(OPTIONS[format])
        if profile := image.info.get("icc_profile"):
            options["icc_profile"] = profile
        if format == "WEBP" and data[12:16] == b"VP8L":
            options = {**options, "lossless": True}
        output = BytesIO()
        _in_mode(bare(image), format).save(output, format=format, **options)
        return output.getvalue()


def publishable(data: bytes, path: str) -> bytes:
    """Return the bytes to publish for a file of the content folder: pictures cleaned, others as they are."""
    return clean(data) if extension(path) in EXTENSIONS else data


def bare(image: Image.Image) -> Image.Image:
    """Return the upright picture with nothing in its `info` that Pillow would write again."""
    transparency = image.info.get("transparency")
    upright = ImageOps.exif_transpose(image)
    upright.info.clear()
    if transparency is not None and upright.mode in ("P", "L", "RGB", "1"):
        upright.info["transparency"] = transparency
    return upright


def _in_mode(image: Image.Image, format: str) -> Image.Image:
    if format == "JPEG" and image.mode not in JPEG_MODES:
        return image.convert("RGB")
    if format == "WEBP" and image.mode not in WEBP_MODES:
        return image.convert("RGBA" if "A" in image.mode or "transparency" in image.info else "RGB")
    return image
