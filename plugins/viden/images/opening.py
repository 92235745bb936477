"""Opening an image carefully: limits before decoding, only the formats that we publish."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from ..model import Place, Problem

PIXELS = 40_000_000
BYTES = 20_000_000
"""Largest picture and file (prescribed by the quality page)."""
FORMATS = ("JPEG", "PNG", "WEBP")
EXTENSIONS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
ORIENTATION = 0x0112
"""EXIF tag 274 (EXIF 2.3, 4.6.4 A): 5 to 8 lie on their side."""

RULES: dict[str, str] = {
    "image-large": "Et billede må højst fylde 20 MB og have 40 millioner billedpunkter.",
    "image-damaged": "Et billede skal kunne åbnes.",
    "image-format": "Billeder er JPEG, PNG eller WebP.",
    "image-type": "Filens endelse skal passe til billedets format.",
    "image-animated": "Billeder må ikke bevæge sig.",
}

_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, Image.DecompressionBombError)
"""What Pillow 13 raises for broken files, found by cutting and changing bytes of good ones."""


class ImageFault(ValueError):
    """A picture that cannot be published; message and hint are Danish."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        self.rule, self.message, self.hint = rule, message, hint
        super().__init__(f"{message} {hint}")


@contextmanager
def opened(data: bytes, with_pixels: bool = True) -> Iterator[Image.Image]:
    """Give the image; raise `ImageFault` for one that is too large, damaged, moving or of another format.

    Without `with_pixels` only its head is read, for a picture that has been judged before.
    """
    _judge_bytes(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=FORMATS)
            _judge_pixels(image)
            if with_pixels:
                image.load()
            orientation(image)
    except UnidentifiedImageError as fault:
        raise ImageFault(
            "image-format", "Billedet er ikke JPEG, PNG eller WebP.", "Gem det i et af de formater."
        ) from fault
    except Image.DecompressionBombError as fault:
        raise _too_many_pixels("over 100 millioner") from fault
    except ImageFault:
        raise
    except _DAMAGE as fault:
        raise ImageFault("image-damaged", "Billedet er beskadiget.", "Hent eller gem det igen.") from fault
    with image:
        yield image


def size(data: bytes) -> tuple[int, int]:
    """Return (width, height) in pixels as the picture is shown, upright. Raises `ImageFault`."""
    with opened(data) as image:
        width, height = image.size
        return (height, width) if orientation(image) >= 5 else (width, height)


def orientation(image: Image.Image) -> int:
    """Return 1 to 8; 1 where the picture gives none or a wrong one."""
    value = image.getexif().get(ORIENTATION, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def problems(data: bytes, path: str, place: Place | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the picture file at `path`, shown at `place` or at the file itself."""
    where = place or Place(path)
    try:
        with opened(data) as image:
            return tuple(_unlike_name(image, path, where))
    except ImageFault as fault:
        return (Problem(where, "error", fault.rule, f'{fault.message.rstrip(".")}: "{path}".', fault.hint),)


def extension(path: str) -> str:
    """Return the ending of a path in small letters, with its dot, or nothing."""
    name = path.rsplit("/", 1)[-1]
    return "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _unlike_name(image: Image.Image, path: str, place: Place) -> Iterator[Problem]:
    named = EXTENSIONS.get(extension(path))
    if named != image.format:
        right = next(e for e, f in EXTENSIONS.items() if f == image.format)
        message = f'Filen "{path}" er et {image.format}-billede, men hedder noget andet.'
        yield Problem(place, "error", "image-type", message, f"Giv den endelsen {right}, også i teksten.")


def _judge_bytes(data: bytes) -> None:
    if len(data) > BYTES:
        message = f"Billedet fylder {len(data) / 1_000_000:.0f} MB; grænsen er {BYTES // 1_000_000} MB."
        raise ImageFault("image-large", message, "Gør det mindre.")


def _judge_pixels(image: Image.Image) -> None:
    width, height = image.size
    if width * height > PIXELS:
        raise _too_many_pixels(f"{width * height / 1_000_000:.0f} millioner")
    if getattr(image, "n_frames", 1) > 1:
        raise ImageFault("image-animated", "Billedet bevæger sig.", "Brug et stillbillede, og link til filmen.")


def _too_many_pixels(found: str) -> ImageFault:
    message = f"Billedet har {found} billedpunkter; grænsen er {PIXELS // 1_000_000} millioner."
    return ImageFault("image-large", message, "Gør det mindre.")
