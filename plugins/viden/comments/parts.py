"""The parts of a received mail, taken apart without trusting any of it.

Headers are read with the library's old policy (`compat32`) and decoded here:
the new one parses addresses and types with a grammar that recurses, and raises
IndexError, AttributeError and RecursionError on headers a stranger can write
(Python 3.11; `tests/viden/comments/test_hostile_mails.py` has such headers).
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import TypeVar

from .characters import one_line

SIZE_LIMIT = 25_000_000
"""Bytes of a mail (chosen: the usual limit of mail servers)."""
PART_LIMIT = 60
"""Multiparts and enclosed mails in one mail; the library's parser recurses into each (chosen, real mails have five)."""
HEADER_LIMIT = 2_000
"""Characters of a header that is read (chosen: twice the longest line of RFC 5322)."""

_NESTING = re.compile(rb"content-type\s*:\s*(?:multipart|message)[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE)
_CHARSET = re.compile(
    r"utf-?8|us-?ascii|ascii|latin-?1|iso-8859-\d{1,2}|(?:windows|cp)-?125\d|utf-?16(?:[lb]e)?|macintosh"
)
"""Character sets that a text may say it has. Other codecs of Python's are no character sets, or are costly."""
_BROKEN = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    binascii.Error,
    MessageError,
)
"""What `email` of Python 3.11 can raise for broken parts and headers, found by cutting and changing mails."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """One part that holds no other parts."""

    kind: str
    """`text/plain`, `text/html` or another media type, in lower case."""
    name: str
    """File name as the mail gives it, on one line."""
    is_attached: bool
    data: bytes
    charset: str = ""
    is_flowed: bool = False
    """Lines that end in a space go on (RFC 3676)."""

    @property
    def text(self) -> str:
        """The data as text: UTF-8 where it can be, else as the mail says, else as Windows writes Danish."""
        if not self.charset.startswith("utf-16"):
            try:
                return self.data.decode("utf-8-sig")
            except UnicodeDecodeError:
                pass
        is_western = not _CHARSET.fullmatch(self.charset) or self.charset.startswith(("utf-8", "utf8", "us", "ascii", "latin", "iso-8859-1"))  # fmt: skip
        return _or_else(lambda: self.data.decode("cp1252" if is_western else self.charset, "replace"), "")


@dataclass(frozen=True, slots=True)
class Opened:
    """A mail taken apart: the headers that are asked for, and its parts in order."""

    sender: str
    to: str
    subject: str
    date: str
    parts: tuple[Part, ...]


def opened(data: bytes) -> Opened | None:
    """Return the mail, None for one that is too large or too nested to be from a reader. Never raises."""
    if len(data) > SIZE_LIMIT or not _is_flat(data):
        return None
    message = _or_else(lambda: BytesParser(policy=compat32).parsebytes(data), None)
    if message is None:
        return None
    to = " ".join(header(message, name) for name in ("to", "cc", "delivered-to"))
    named = (header(message, "from"), to, header(message, "subject"), header(message, "date"))
    return Opened(*named, parts=tuple(_parts(message)))


def _is_flat(data: bytes) -> bool:
    """Whether a mail holds few parts within parts, none with a header that is slow to read."""
    for count, match in enumerate(_NESTING.finditer(data), 1):
        if count > PART_LIMIT or len(match[0]) > HEADER_LIMIT:
            return False
    return True


def header(message: Message, name: str) -> str:
    """Return a header decoded, on one line, without what cannot be shown; empty where there is none."""
    # `message.get` would turn bytes above 127 into U+FFFD before they can be read as what they were meant as.
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")[:HEADER_LIMIT]
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError, LookupError):
        return one_line(_repaired(raw))
    return one_line("".join(_decoded(piece, charset) for piece, charset in pieces))


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return _repaired(piece)
    return Part("", "", False, piece, (charset or "").lower()).text


def _repaired(text: str) -> str:
    """Return a header that held bytes of its own as the text they were meant as."""
    return Part("", "", False, text.encode("utf-8", "surrogateescape")).text if not text.isascii() else text


def _parts(message: Message) -> Iterator[Part]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        # Of a part that holds text `get_payload` would decode it, by any codec that the part names.
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list):
            waiting += [p for p in reversed(inner) if isinstance(p, Message)]
        else:
            yield _part(part)


def _part(part: Message) -> Part:
    if any(len(str(part.get(header, ""))) > HEADER_LIMIT for header in ("content-type", "content-disposition")):
        return Part("application/octet-stream", "", True, b"?")
    data: object = _or_else(lambda: part.get_payload(decode=True), None)
    name = _or_else(lambda: str(part.get_filename("")), "")
    kind = _or_else(part.get_content_type, "application/octet-stream")
    charset = _or_else(lambda: str(part.get_content_charset("")), "")
    form = _or_else(lambda: str(part.get_param("format", "")), "")
    disposition = _or_else(part.get_content_disposition, None)
    return Part(
        kind=one_line(kind)[:80],
        name=one_line(_repaired(name))[:120],
        is_attached=bool(name) or disposition == "attachment",
        data=data if isinstance(data, bytes) else b"",
        charset=charset.lower(),
        is_flowed=form.lower() == "flowed",
    )


def _or_else(ask: Callable[[], T], otherwise: T) -> T:
    try:
        return ask()
    except _BROKEN:
        return otherwise
