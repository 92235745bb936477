"""Bytes to text: UTF-8 only, no character that a page or a feed cannot carry.

A BOM and CRLF are accepted; everything else that is not plain text is an
error at its first place, with the likely cause.
"""

from __future__ import annotations

import re
import unicodedata

from ..model import Place, Problem

SIZE_LIMIT = 1_000_000
"""Bytes of a post (prescribed: 1 MB of plain prose renders in 0.25 s)."""

BOM = "\ufeff"
LINE_END = re.compile(r"\r\n|\n|\r")

ENCODINGS = (("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp865", "DOS (cp865)"))
"""Encodings that Danish texts come in, likeliest first, with the name to show."""
MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))

FORBIDDEN = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029])"
    "|(?P<bidi>[\u202a-\u202e\u2066-\u2069])"
    "|(?P<noncharacter>[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff])"
    "|(?P<lost>\ufffd)"
    "|(?P<mark>(?<!^)\ufeff)"
)
"""Controls (XML 1.0, section 2.2, and C1), bidirectional overrides (Unicode TR 36), non-characters, lost letters."""

SAYINGS = {
    "control": ("char-control", "Styretegnet U+{:04X} kan ikke vises.", "Slet tegnet"),
    "bidi": ("char-bidi", "Tegnet U+{:04X} vender læseretningen og kan skjule, hvad der står.", "Slet tegnet"),
    "noncharacter": ("char-control", "U+{:04X} er ikke et skrifttegn.", "Slet tegnet"),
    "lost": ("char-lost", "Her står U+{:04X}, tegnet for et bogstav, der er gået tabt.", "Skriv det rigtige bogstav"),
    "mark": ("char-control", "Det usynlige tegn U+{:04X} må kun stå allerførst i filen.", "Slet tegnet"),
}


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a file, BOM removed, and what is wrong with its bytes.

    The text is None when the bytes are not UTF-8 or too many. Columns count
    code points of the NFC form of the line.
    """
    if len(data) > SIZE_LIMIT:
        message = f"Filen fylder {len(data)} byte; grænsen er {SIZE_LIMIT}."
        return None, (Problem(Place(path), "error", "limit-file", message, "Del teksten op i flere indlæg"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, (_not_utf8(data, fault.start, path),)
    return text.removeprefix(BOM), _forbidden(text.removeprefix(BOM), path)


def place_at(text: str, index: int, path: str) -> Place:
    """Return the place of the character at `index`."""
    lines = LINE_END.split(text[:index])
    return Place(path, len(lines), len(unicodedata.normalize("NFC", lines[-1])) + 1)


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    place = place_at(data[:start].decode("utf-8"), start, path)
    likely = next((name for mark, name in MARKS if data.startswith(mark)), None) or _likely(data)
    message = f"Filen er ikke gemt som UTF-8, men formentlig som {likely}."
    return Problem(place, "error", "encoding", message, "Gem den igen med tegnsættet UTF-8")


def _likely(data: bytes) -> str:
    """Return the encoding in which most of the foreign bytes are Danish letters."""

    def danish(codec: str) -> int:
        return sum(data.decode(codec, "replace").count(letter) for letter in "æøåÆØÅé")

    return max(ENCODINGS, key=lambda pair: danish(pair[0]))[1]


def _forbidden(text: str, path: str) -> tuple[Problem, ...]:
    """Return one problem for the first character of each forbidden sort."""
    first: dict[str, re.Match[str]] = {}
    for match in FORBIDDEN.finditer(text):
        first.setdefault(str(match.lastgroup), match)
    found = []
    for sort, match in first.items():
        rule, message, hint = SAYINGS[sort]
        found.append(Problem(place_at(text, match.start(), path), "error", rule, message.format(ord(match[0])), hint))
    return tuple(found)
