"""Which files of the content folder the published site shows, so that no other is copied."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ..model import Body, Library, Registers, TaggedPost
from .views import FileLink

NAMED = ("{static}", "{attach}", "{filename}")
"""How a body names a file of the content folder."""
POSTS = (".md", ".markdown", ".mkd", ".mdown")
"""What is published as a page and never copied as it is written."""


def files_shown(library: Library, pages: Iterable[TaggedPost] = ()) -> frozenset[str]:
    """Return the content paths that published posts and pages and the registers show or link to."""
    found = [path for tagged in (*library.tagged, *pages) for path in _of_post(tagged)]
    return frozenset((*found, *_of_registers(library.registers)))


def _of_post(tagged: TaggedPost) -> Iterator[str]:
    if tagged.post.image is not None:
        yield tagged.post.image.path
    for target in tagged.body.targets:
        name = next((n for n in NAMED if target.address.startswith(n)), "")
        if name and not target.address.partition("#")[0].endswith(POSTS):
            yield resolved(target.address.removeprefix(name), tagged.post.place.path)


def resolved(address: str, path: str) -> str:
    """Return the content path that `address`, written in the file `path`, names; `/` opens at the content folder."""
    plain = unquote(address.partition("#")[0].partition("?")[0])
    folder = "" if plain.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(folder, plain.lstrip("/")))


def files_linked(body: Body, path: str) -> tuple[FileLink, ...]:
    """Return the files that the body of the source at `path` links to, each once, in the order of the text."""
    found: dict[str, FileLink] = {}
    for target in body.targets:
        name = next((n for n in NAMED if target.address.startswith(n)), "")
        if target.kind == "link" and name and not target.address.partition("#")[0].endswith(POSTS):
            file = resolved(target.address.removeprefix(name), path)
            found.setdefault(file, FileLink(file, target.text[:1].upper() + target.text[1:]))
    return tuple(found.values())


def _of_registers(registers: Registers) -> Iterator[str]:
    yield from (p.portrait for p in registers.people if p.portrait)
    yield from (p.logo for p in registers.publishers if p.logo)
