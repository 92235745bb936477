"""Danish alphabetical order, as Retskrivningsordbogen and DS 377 have it.

Digits before letters, æ ø å last in that order, *aa* as å, ä as æ, ö as ø,
ü as y; accents and capitals only decide between words that are else equal.
No locale is asked: the order is the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata

from .folding import nfc

_LETTERS = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "œ": "|", "å": "}", "ü": "y", "ð": "d", "þ": "th", "ß": "ss"}
"""The three characters after `z` in ASCII stand for the three letters after z."""
_TABLE = str.maketrans(_LETTERS)
_SHOWN = {"{": "Æ", "|": "Ø", "}": "Å"}
_UNIT = re.compile(r"\d+|[^\W\d_]+")


def sort_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], str, str]:
    """Return a value that sorts titles and names as a Danish register does.

    Word by word, so *Ny by* comes before *Nyborg*; numbers by their value.
    The last parts of the key make the order total.
    """
    written = nfc(text)
    units = _UNIT.findall(written.casefold())
    return tuple(_unit(u) for u in units), written.swapcase(), written


def first_letter(text: str) -> str:
    """Return the capital under which a register files a name or title; "#" where it begins with digits or has no letter."""
    units = sort_key(text)[0]
    first = units[0][2][:1] if units else ""
    return _SHOWN.get(first, first.upper()) or "#"


def _unit(unit: str) -> tuple[int, int, str]:
    if unit[0].isdigit() and unit.isdecimal():
        return (0, int(unit), "")
    letters = unit.replace("aa", "å").translate(_TABLE)
    plain = (c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return (1, 0, "".join(plain))
