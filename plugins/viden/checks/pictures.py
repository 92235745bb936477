"""Images: the texts that stand for them, and the files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import quoted
from ..model import Place, Problem
from .content import Content, place_of
from .paths import missing_file

IMAGES = (".jpg", ".jpeg", ".png", ".webp")
ALT_LIMIT = 150
"""Characters above which an alternative text is a warning (prescribed by the features page)."""
SIZE_LIMIT = 20_000_000
"""Bytes of an image (prescribed by the quality page)."""

OPENINGS = re.compile(
    r"(?:et\s+)?(?:billede|foto|fotografi|illustration|image|picture|photo)\s+(?:af|of|med|viser)\b", re.IGNORECASE
)
FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp|heic)|(?:img|dsc|dscf|image|billede)[_-]?[0-9]+", re.IGNORECASE
)
MAGIC = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
}
"""The first bytes of each type, from its specification."""


def alt_faults(alt: str, place: Place, is_decorative: bool) -> Iterator[Problem]:
    """Yield what is wrong with an alternative text."""
    text = alt.strip()
    if is_decorative:
        if text:
            message = "Billedet er mærket som dekorativt, men har en alternativ tekst."
            yield _warning(place, "image-decorative", message, "Slet enten teksten eller {: .dekorativ }")
        return
    if not text:
        hint = "Skriv, hvad billedet viser, i de kantede parenteser, eller mærk det {: .dekorativ }"
        yield Problem(place, "error", "image-alt", "Billedet mangler en alternativ tekst.", hint)
        return
    if FILE_NAME.fullmatch(text):
        message = f'Den alternative tekst "{quoted(text)}" er et filnavn.'
        yield _warning(place, "alt-file", message, "Skriv, hvad billedet viser")
    if opening := OPENINGS.match(text):
        message = f'Den alternative tekst begynder med "{opening[0]}", som skærmlæseren selv siger.'
        yield _warning(place, "alt-opening", message, "Begynd med det, der ses")
    if len(text) > ALT_LIMIT:
        message = f"Den alternative tekst har {len(text)} tegn; højst {ALT_LIMIT} er godt at lytte til."
        yield _warning(place, "alt-long", message, "Forkort den, eller beskriv billedet i teksten")


def check_pictures(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with lead images, portraits, logos and the image files."""
    for tagged in content.tagged:
        image = tagged.post.image
        if image is None:
            continue
        place = image.place or tagged.post.place
        if image.path not in content.files:
            yield missing_file(image.path, place, content.paths, "image-missing", "Billedet", is_link=False)
        elif not image.path.lower().endswith(IMAGES):
            yield Problem(
                place,
                "error",
                "image-type",
                f'"{quoted(image.path)}" er ikke et billede, som kan vises.',
                "Brug jpg, png eller webp",
            )
        if image.alt:
            yield from alt_faults(image.alt, place_of(tagged.post, "image_alt"), False)
    for path, owner in _register_images(content):
        if path not in content.files:
            yield missing_file(path, owner, content.paths, "image-missing", "Billedet", is_link=False)
    for source in content.sources:
        yield from _file(source.path, source.data)


def _register_images(content: Content) -> Iterator[tuple[str, Place]]:
    """Yield the portraits and logos with the places of their rows."""
    for person in content.registers.people:
        if person.portrait:
            yield person.portrait, person.place or Place("data/personer.yaml")
    for publisher in content.registers.publishers:
        if publisher.logo:
            yield publisher.logo, publisher.place or Place("data/udgivere.yaml")


def _file(path: str, data: bytes) -> Iterator[Problem]:
    suffix = f".{path.rpartition('.')[2].lower()}"
    if suffix not in MAGIC:
        return
    if not data.startswith(MAGIC[suffix]):
        message = f"Filen er ikke et billede af typen {suffix[1:]}, som navnet siger."
        yield Problem(Place(path), "error", "image-damaged", message, "Gem billedet igen i den rigtige type")
    if len(data) > SIZE_LIMIT:
        message = f"Billedet fylder {len(data) // 1_000_000} MB; grænsen er {SIZE_LIMIT // 1_000_000} MB."
        yield Problem(Place(path), "error", "limit-image", message, "Gem det i en mindre størrelse")


def _warning(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "warning", rule, message, hint)
