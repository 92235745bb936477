"""Pictures on their way to the output: cleaned, scaled and drawn once, then taken from the cache by content.

A file of the cache is a SHA-256 and the bytes it is of. Its name is a digest
of all that they depend on, the code of the images room included, so nothing
in it grows old, and whoever deletes the folder loses time alone.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viden import disk, images, pages
from viden.model import Artefact, Picture, Source

FOLDER = "billeder"
"""Below Pelican's CACHE_PATH."""
FONT = "fonts/SourceSerif4-SemiBold.ttf"
"""Of the cards, below the theme."""
DIGEST_BYTES = 32


@dataclass(frozen=True, slots=True)
class Cache:
    """Bytes by the key of what they were made from; damaged or unreachable files count as absent."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        with contextlib.suppress(OSError):
            kept = disk.read_bytes(self._path(key))
            digest, data = kept[:DIGEST_BYTES], kept[DIGEST_BYTES:]
            if hashlib.sha256(data).digest() == digest:
                return data
        return None

    def keep(self, key: str, data: bytes) -> None:
        with contextlib.suppress(OSError):
            disk.write_if_changed(self._path(key), hashlib.sha256(data).digest() + data)

    def take(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of the key, made now where they are not at hand."""
        data = self.find(key)
        if data is None:
            data = make()
            self.keep(key, data)
        return data

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def cache_of(settings: Mapping[str, Any]) -> Cache:
    return Cache(Path(settings["CACHE_PATH"]) / FOLDER)


def known(sources: Iterable[Source], shown: Iterable[str]) -> dict[str, Picture]:
    """Return content path → picture, of the files shown that are pictures."""
    wanted = frozenset(shown)
    return {s.path: images.picture(s.data, s.path) for s in sources if s.path in wanted and _is_picture(s.path)}


def published(data: bytes, path: str, cache: Cache) -> bytes:
    """Return the bytes to publish for a file of the content folder: pictures cleaned, others as they are."""
    if not _is_picture(path):
        return data
    return cache.take(_key("clean", hashlib.sha256(data).hexdigest()), functools.partial(images.clean, data))


def scaled(sources: Iterable[Source], pictures: Mapping[str, Picture], cache: Cache) -> Iterator[Artefact]:
    """Give the files of every picture in its other widths and formats, one after the other."""
    for source in sources:
        if source.path in pictures:
            yield from _scaled(source, images.wanted(pictures[source.path]), cache)


def cards(drawn: Iterable[pages.Card], site: str, theme: Path, cache: Cache) -> Iterator[Artefact]:
    """Give each card as a file, in the theme's font."""
    font = disk.read_bytes(theme / FONT)
    face = hashlib.sha256(font).hexdigest()
    for card in drawn:
        words = (card.title, card.kind, card.label, site)
        body = cache.take(_key("card", face, *words), functools.partial(images.card, *words, font))
        yield Artefact(card.path, body)


def _scaled(source: Source, wanted: Iterable[tuple[str, int, str]], cache: Cache) -> Iterator[Artefact]:
    """Give one picture's files; what the cache lacks is made in one go, so that the picture is decoded once."""
    keys = {file: _key("scaled", source.digest, str(file[1]), file[2]) for file in wanted}
    kept = {file: cache.find(key) for file, key in keys.items()}
    lacking = [file for file, data in kept.items() if data is None]
    if lacking:
        for file, data in zip(lacking, images.scaled(source.data, [f[1:] for f in lacking]), strict=True):
            kept[file] = data
            cache.keep(keys[file], data)
    for file, body in kept.items():
        if body is not None:
            yield Artefact(file[0], body)


def _is_picture(path: str) -> bool:
    return images.extension(path) in images.EXTENSIONS


def _key(*parts: str) -> str:
    return hashlib.sha256(json.dumps([_engine(), *parts]).encode()).hexdigest()


@functools.cache
def _engine() -> str:
    """Return a digest of what makes pictures: the code of the room and the versions of its libraries."""
    sources, _ = disk.read_tree(Path(images.__file__).parent)
    code = [s.digest for s in sources if s.path.endswith(".py")]
    return hashlib.sha256(json.dumps([images.recipe(), *code]).encode()).hexdigest()
