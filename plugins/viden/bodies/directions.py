"""Which way a text runs: passages in Arabic, Hebrew and their kin, inside a Danish page.

A block runs the way of its first letter, as browsers find it for `dir="auto"`
(HTML 3.2.6.4); it is written out, for `auto` overlooks what lies in blocks
within, and not every reader of feeds knows it. A passage whose language is
told has its direction told too. Characters that turn the direction by
themselves are errors long before.
"""

from __future__ import annotations

import re

from bs4.element import NavigableString, Tag

LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Blocks of letters of bidi class R and AL (Unicode 15, DerivedBidiClass)."""
LANGUAGES = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"])
"""Languages that are written from the right where no script is told (CLDR 44, characterOrder)."""
SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "th", "td", "figcaption", "blockquote")


def is_from_right(language: str) -> bool:
    """Whether a language tag (BCP 47) names a text that is written from the right."""
    first, *rest = language.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in SCRIPTS if script else first in LANGUAGES


def mark_directions(root: Tag) -> None:
    """Tell the direction of each block below `root` that runs another way than what it lies in."""
    if not LETTERS.search(root.get_text()):
        return
    for node in root.find_all(BLOCKS):
        around = next((str(p["dir"]) for p in node.parents if p.get("dir")), "ltr")
        direction = _direction(node) or around
        if direction != around:
            node["dir"] = direction


def _direction(node: Tag) -> str:
    """Return the way of the first letter of the node's own language, or nothing where it has none."""
    for text in node.find_all(string=True):
        if isinstance(text, NavigableString) and not _is_foreign(text, node):
            letter = next((c for c in text if c.isalpha()), "")
            if letter:
                return "rtl" if LETTERS.match(letter) else "ltr"
    return ""


def _is_foreign(text: NavigableString, node: Tag) -> bool:
    """Whether the text stands in a passage of another language inside the node."""
    return any(p.name == "span" and p.get("lang") for p in text.parents if p is not node)
