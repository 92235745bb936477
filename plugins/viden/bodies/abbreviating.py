"""Abbreviations of the register in a rendered body: the first of each gets its meaning.

The author's sentence stays as it is; the words stand in `title`, and on the
page in a list below the text. See docs/decisions/0027-abbreviations-in-a-list.md.

Works on sanitised HTML, whose tags are whole and whose quotes are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from html import escape, unescape

from ..model import Abbreviation, Body

SILENT = frozenset(["a", "abbr", "code", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Where an abbreviation is no prose, or has its meaning already."""
_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>')
_VOID = frozenset(["br", "hr", "img"])
_OWN = re.compile(r'<abbr title="(?P<long>[^"]*)">(?P<short>[^<]*)</abbr>')
_ENDING = r"(?:s|['’][a-zæøå]{1,4})?(?!\w)"
"""Genitive and inflection: KLs, KL's, sms'er."""
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w")
_SPACE = re.compile(r"\s")
WORD = 300
"""Characters before and after an abbreviation that can belong to the same address (chosen)."""


def abbreviated(body: Body, known: Collection[Abbreviation]) -> Body:
    """Return the body with the first of each known abbreviation marked, and those it has, in the order of the text.

    Abbreviations that the author has explained (`*[KL]: …`) count too, and win over the register.
    """
    given = {(a.short, a.long): a for a in known}
    written = ((m["short"], Abbreviation(unescape(m["short"]), unescape(m["long"]))) for m in _OWN.finditer(body.html))
    own = {short: given.get((a.short, a.long), a) for short, a in reversed(tuple(written))}
    left = {escape(a.short, quote=False): a for a in known if escape(a.short, quote=False) not in own}
    html = "".join(_marked(body.html, left)) if left else body.html
    found = (own.get(m["short"]) or left[m["short"]] for m in _OWN.finditer(html))
    return replace(body, html=html, abbreviations=tuple(dict.fromkeys(found)))


def _marked(html: str, known: dict[str, Abbreviation]) -> Iterator[str]:
    """Yield the pieces of `html` with the first of each abbreviation in its element."""
    waiting = dict(known)
    pattern = _pattern(waiting)
    open_tags: list[str] = []
    position = 0
    for tag in _TAG.finditer(html):
        text = html[position : tag.start()]
        yield text if pattern is None or any(open_tags) else "".join(_in_text(text, pattern, waiting))
        if len(waiting) < len(known):
            known, pattern = dict(waiting), _pattern(waiting)
        yield tag.group()
        position = tag.end()
        if tag["end"]:
            open_tags[-1:] = []
        elif tag["name"] not in _VOID:
            open_tags.append(tag["name"] if _is_silent(tag) else "")
    yield html[position:]


def _pattern(waiting: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these short forms as words of their own, the longest first; None for none."""
    words = sorted(waiting, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})(?={_ENDING})") if words else None


def _in_text(text: str, pattern: re.Pattern[str], waiting: dict[str, Abbreviation]) -> Iterator[str]:
    position = 0
    for match in pattern.finditer(text):
        if match[1] in waiting and not _is_in_address(text, match):
            yield text[position : match.start()]
            yield f'<abbr title="{escape(waiting.pop(match[1]).long)}">{match[1]}</abbr>'
            position = match.end()
    yield text[position:]


def _is_silent(tag: re.Match[str]) -> bool:
    """Whether nothing in the element is the author's own Danish prose."""
    return tag["name"] in SILENT or ' lang="' in tag["attributes"] or 'class="video"' in tag["attributes"]


def _is_in_address(text: str, match: re.Match[str]) -> bool:
    """Whether the words between two spaces are an address; longer ones than `WORD` are looked at in part."""
    before = _SPACE.split(text[max(0, match.start() - WORD) : match.start()])[-1]
    after = _SPACE.split(text[match.end() : match.end() + WORD], maxsplit=1)[0]
    return _ADDRESS.search(f"{before}{match[1]}{after}".rstrip(".")) is not None
