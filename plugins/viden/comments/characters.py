"""Which characters a comment may hold: what can be read, and nothing that moves or hides what stands beside it."""

from __future__ import annotations

import re
import unicodedata

FORBIDDEN = re.compile(
    "(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f])"
    "|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<noncharacter>[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[\U0001fffe\U0001ffff])"
    "|(?P<lost>\ufffd)"
)
"""Controls (XML 1.0, section 2.2, and C1), invisible signs and tags, marks and overrides of direction (Unicode TR 36)."""
MARKS = 3
"""Combining marks on one letter; more of them paint over the lines around (chosen, written languages need two)."""


def cleaned(text: str) -> tuple[str, int, int]:
    """Return the text in NFC without what may not stand in it, how many characters went, and how many were lost.

    Line ends become `\\n`, tabs and odd spaces a space. A letter that was lost
    on the way is a question mark.
    """
    plain = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text)
    lost = plain.count("\ufffd")
    plain = plain.replace("\ufffd", "?")
    kept = _few_marks(FORBIDDEN.sub("", re.sub("[\t\u00a0\u2007\u202f]", " ", plain)))
    return unicodedata.normalize("NFC", kept), len(plain) - len(kept), lost


def one_line(text: str) -> str:
    """Return the text cleaned, on one line, with single spaces."""
    return " ".join(cleaned(text)[0].split())


def _few_marks(text: str) -> str:
    kept: list[str] = []
    run = 0
    for char in unicodedata.normalize("NFC", text):
        run = run + 1 if unicodedata.combining(char) or unicodedata.category(char) == "Me" else 0
        if run <= MARKS:
            kept.append(char)
    return "".join(kept)
