"""Words with their places: where a word begins and ends, and what belongs to it.

A word keeps its hyphens (`e-mail`), its digits (`B12`, `2026/27`, `8.30`), its
paragraph sign (`§ 54`) and its dots where they are not the sentence's
(`bl.a.`, `borger.dk`); so does an e-mail address. Other rooms ask for the parts
by `analyse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .folding import INVISIBLE, nfc

_WORD = re.compile(
    r"""
    §{1,2}[ \u00a0]?\d+[a-zæøå]?\b                          # § 54
  | \d+(?:[.,:/]\d+)+(?![^\W_])                             # 8.30  2026/27  1.200,50
  | (?:[^\W\d_]{1,4}\.){2,}(?![^\W_])                       # bl.a.  f.eks.  m.fl.
  | (?:(?<![^\W_])[-\u2010\u2011\u2013])?                   # -kældre, after "og"
    [^\W_]+(?:[-\u2010\u2011'\u2019\u02bc][^\W_]+)*
    (?:(?<!www)(?:\.[^\W_]+(?:-[^\W_]+)*){0,5}              # borger.dk  it.min-kommune.dk
       \.(?:dk|com|eu|org|net|info)(?![^\W_])
      |(?:[._+][^\W_]+(?:-[^\W_]+)*){0,5}@[^\W_]+           # navn@kommune.dk
       (?:[.-][^\W_]+){0,5}\.[^\W\d_]{2,}(?![^\W_])
      |[-\u2010\u2011](?![^\W_]))?                          # skov-, before "og"
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:.*@)?[^@]*\.(?:dk|com|eu|org|net|info)|.*@[^@]*\.[^\W\d_]{2,}")
_BETWEEN = re.compile(r"[^\W_]+")
_SHORTEST_PIECE = 3
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_ENDING = re.compile(r"['\u2019\u02bc](?:s|en|ens|et|ets|er|ers|erne|ernes|ne|nes|e|n|ne?s?)?$", re.IGNORECASE)
_JOINING = frozenset(("og", "eller", "samt", "og/eller"))
HYPHENS = "-\u2010\u2011\u2013"


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, with its span in the NFC text."""

    text: str
    """Without soft hyphens and other invisible characters."""
    start: int
    end: int
    partner: str = ""
    """For the cut word of `top- og mellemledere` or `pladser og -kældre`: the whole word it leans on."""


def scan(text: str) -> list[tuple[str, int, int]]:
    """Return (word, start, end) in reading order; the quick form of `tokens`, without partners.

    `text` must be NFC. A cut word keeps its hyphen.
    """
    if _HIDDEN.search(text):
        return _scan_hidden(text)
    return [(match[0], *match.span()) for match in _WORD.finditer(text)]


def located(text: str, words: Iterable[str]) -> list[tuple[str, int, int]]:
    """Return what `scan` of `text` returns, for one who has its words already; much quicker than to scan again."""
    if _HIDDEN.search(text):
        return _scan_hidden(text)
    found, end = [], 0
    for word in words:
        # Between two words stands nothing that a word is made of, so the first find is the word.
        start = text.find(word, end)
        end = start + len(word)
        found.append((word, start, end))
    return found


def _scan_hidden(text: str) -> list[tuple[str, int, int]]:
    kept = [i for i, c in enumerate(text) if c not in INVISIBLE]
    shown = "".join(text[i] for i in kept)
    return [(match[0], kept[match.start()], kept[match.end() - 1] + 1) for match in _WORD.finditer(shown)]


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` in reading order; spans count in the NFC form of `text`."""
    found = scan(nfc(text))
    return tuple(Token(*row, partner(found, i)) for i, row in enumerate(found))


def partner(found: list[tuple[str, int, int]], index: int) -> str:
    """Return the whole word that the cut word at `index` shares a part with, or an empty string.

    Looks over a row such as `børne-, skole- og ungeområdet`.
    """
    word = found[index][0]
    if word[-1] in HYPHENS:
        return _whole(found[index + 1 : index + 8], ends_cut=True)
    if word[0] in HYPHENS:
        return _whole(found[max(0, index - 7) : index][::-1], ends_cut=False)
    return ""


def _whole(row: list[tuple[str, int, int]], ends_cut: bool) -> str:
    """Return the first whole word of the row, if only cut words and one joining word stand before it."""
    has_joining = False
    for word, _, _ in row:
        if word.casefold() in _JOINING:
            has_joining = True
        elif word[-1 if ends_cut else 0] not in HYPHENS:
            return word if has_joining else ""
    return ""


def address_parts(word: str) -> tuple[str, ...]:
    """Return the words of a domain name or an e-mail address, in lower case; empty for all else."""
    if not _ADDRESS.fullmatch(word):
        return ()
    *pieces, _ = _BETWEEN.findall(word.lower())
    return tuple(piece for piece in pieces if len(piece) >= _SHORTEST_PIECE)


def bare(word: str) -> str:
    """Return the word without an ending after an apostrophe (`pc'en` → `pc`) and without outer hyphens."""
    stripped = word.strip(HYPHENS)
    return _ENDING.sub("", stripped) or stripped
