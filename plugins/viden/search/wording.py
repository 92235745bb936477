"""Reading a query: words, quoted phrases and words to leave out, with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..language import Token, bare, is_stop_word, key, loose_key, nfc, tokens

LONGEST_QUERY = 1000
"""In characters; what comes after is not read (chosen)."""
MOST_WORDS = 32

_QUOTED = re.compile('["“”„»«]([^"“”„»«]*)["“”„»«]')


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of a query."""

    form: str
    """In lower case, without hyphens around it and without an ending after an apostrophe."""
    key: str
    """See `language.key`."""
    loose: str
    """Its coarse key, under which the word map has it."""
    start: int
    end: int
    phrase: int = 0
    """Number of the quoted phrase that holds it, from 1; 0 outside quotes."""
    is_excluded: bool = False
    is_unfinished: bool = False
    """Whether it ends the query, so that the reader may still be typing it."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    """NFC, cut to `LONGEST_QUERY`."""
    words: tuple[Asked, ...]
    """Words that count, in order: no stop words unless there are only such."""


def form_of(word: str) -> str:
    """Return the form under which a token is indexed; empty where nothing is left."""
    return bare(word).lower()


def parse(query: str) -> Query:
    """Return the words of a query; an unclosed quote is no quote, any text gives an answer."""
    text = nfc(nfc(query)[:LONGEST_QUERY])
    spans = [m.span(1) for m in _QUOTED.finditer(text)]
    found = [asked for token in list(tokens(text))[:MOST_WORDS] if (asked := _asked(text, token, spans)).key]
    if all(w.is_excluded for w in found):
        found = [_plain(w) for w in found]
    telling = [w for w in found if w.phrase or not is_stop_word(w.form)]
    has_sense = any(not w.is_excluded for w in telling)
    return Query(text, tuple(telling if has_sense else (w for w in found if not w.is_excluded)))


def _asked(text: str, token: Token, spans: list[tuple[int, int]]) -> Asked:
    start, end, form = token.start, token.end, form_of(token.text)
    phrase = next((i + 1 for i, (a, b) in enumerate(spans) if a <= start and end <= b), 0)
    leads = start == 0 or text[start - 1].isspace()
    is_excluded = not phrase and leads and token.text.startswith("-") and not token.partner
    is_unfinished = not phrase and not is_excluded and end == len(text)
    return Asked(form, key(form), loose_key(form), start, end, phrase, is_excluded, is_unfinished)


def _plain(word: Asked) -> Asked:
    return replace(word, is_excluded=False)
