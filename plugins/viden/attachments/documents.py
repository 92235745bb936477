"""What a document says of itself: its authors, and for a PDF whether its text is marked up for screen readers.

Read from the bytes with bounds on all that is unpacked; what cannot be read
says nothing. PDF: ISO 32000-1, 14.3 (Info, XMP), 14.7.1 (MarkInfo) and 7.5.7
(object streams, in which newer programs hide both). Office: ECMA-376 part 2,
section 11 (core properties).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO

MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml", ".pptx": "ppt/presentation.xml"}
"""The part that makes an Office file one of its kind."""
CORE = "docProps/core.xml"
UNPACKED = 2_000_000
"""Bytes that one part or stream may give (chosen); the rest is not read."""
STREAMS = 40
"""Object streams of a PDF that are unpacked (chosen)."""
_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?(?<!end)stream\r?\n", re.DOTALL)
_MARKED = re.compile(rb"/Marked\s+true\b")
_AUTHOR = re.compile(
    rb"/Author\s*(?:\(((?:\\.|[^\\()]|\((?:\\.|[^\\()]){0,200}\)){0,500})\)|<([0-9A-Fa-f\s]{0,1000})>)", re.DOTALL
)
_XMP = re.compile(rb"<dc:creator>.{0,200}?<rdf:li[^<>]{0,100}>([^<>]{0,500})</rdf:li>", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_CONTROLS = {b"n": b" ", b"r": b" ", b"t": b" ", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAMES = re.compile(r"<(dc:creator|cp:lastModifiedBy)\b[^<>]*>([^<>]*)</\1>")
_BROKEN = (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, KeyError, zlib.error)
"""What `zipfile` raises for damaged and encrypted archives and for packings it does not know (a kind of RuntimeError)."""


def authors(data: bytes, suffix: str) -> tuple[str, ...]:
    """Return the names that the file gives for those who wrote it, each once."""
    found = _of_pdf(data) if suffix == ".pdf" else _of_office(data) if suffix in MAIN else ()
    names = (" ".join(name.split()) for name in found)
    return tuple(dict.fromkeys(name for name in names if name))


def is_tagged(data: bytes) -> bool:
    """Whether a PDF says that its text is marked up, so that a screen reader meets headings and reading order."""
    return any(_MARKED.search(part) for part in _readable(data))


def is_office(data: bytes, suffix: str) -> bool:
    """Whether the file is an archive with the part that its kind must have."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return MAIN[suffix] in archive.namelist()
    except _BROKEN:
        return False


def _readable(data: bytes) -> Iterator[bytes]:
    """Yield the PDF itself, then what its object streams hold."""
    yield data
    for _, match in zip(range(STREAMS), _OBJECTS.finditer(data), strict=False):
        try:
            yield zlib.decompressobj().decompress(data[match.end() : match.end() + UNPACKED], UNPACKED)
        except zlib.error:
            continue


def _of_pdf(data: bytes) -> Iterator[str]:
    # The strings of an encrypted file are encrypted too; its metadata need not be.
    if b"/Encrypt" not in data:
        for part in _readable(data):
            for literal, digits in _AUTHOR.findall(part):
                yield _text(_ESCAPE.sub(_unescaped, literal) if literal else _bytes_of(digits))
    for written in _XMP.findall(data):
        yield unescape(written.decode("utf-8", "replace"))


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    return bytes([int(code, 8) & 255]) if code.isdigit() else _CONTROLS.get(code, code)


def _bytes_of(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _text(string: bytes) -> str:
    """Return a text string of a PDF: UTF-16 or UTF-8 by its mark, else near enough to Latin 1."""
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    if string.startswith(b"\xef\xbb\xbf"):
        return string[3:].decode("utf-8", "replace")
    return string.decode("latin-1")


def _of_office(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(CORE) as part:
            text = part.read(UNPACKED).decode("utf-8", "replace")
    except _BROKEN:
        return
    for _, name in _NAMES.findall(text):
        yield unescape(name)
