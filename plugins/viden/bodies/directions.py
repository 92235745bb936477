"""Which way a text runs: passages in Arabic, Hebrew and their kin, inside a Danish page.

The browser finds the direction of a block by its first letter that has one
(`dir="auto"`, HTML 3.2.6.4); a passage whose language is told has its
direction told too. Characters that turn the direction by themselves are
errors long before.
"""

from __future__ import annotations

import re

from bs4.element import Tag

LETTERS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Blocks of letters of bidi class R and AL (Unicode 15, DerivedBidiClass)."""
LANGUAGES = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"])  # fmt: skip
"""Languages that are written from the right where no script is told (CLDR 44, characterOrder)."""
SCRIPTS = frozenset(["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"])
BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "th", "td", "figcaption")


def is_from_right(language: str) -> bool:
    """Whether a language tag (BCP 47) names a text that is written from the right."""
    first, *rest = language.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in SCRIPTS if script else first in LANGUAGES


def mark_directions(root: Tag) -> None:
    """Let each block below `root` with such letters find its own direction."""
    if LETTERS.search(root.get_text()):
        for node in root.find_all(BLOCKS):
            if LETTERS.search(node.get_text()):
                node["dir"] = "auto"
