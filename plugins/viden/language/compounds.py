"""Where a compound may be taken apart.

Only what the writer shows is used so far: hyphens and capitals inside a word.
"""

from __future__ import annotations

import re

from .folding import nfc

_SEAM = re.compile(r"[-\u2010\u2011\u2013]|(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SHORTEST = 2


def parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound in reading order, in lower case; empty for a word that is whole.

    `e-mail` gives e and mail; CamelCase is split only where both sides have
    three letters, so that `MitID` stays whole.
    """
    pieces = [piece for piece in _SEAM.split(nfc(word)) if piece]
    if len(pieces) < 2:
        return ()
    if "-" not in word and not re.search(r"[\u2010\u2011\u2013]", word) and min(map(len, pieces)) <= _SHORTEST:
        return ()
    return tuple(piece.lower() for piece in pieces)
