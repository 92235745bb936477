"""Where Danish sentences end: not after `bl.a.`, `den 3. maj` or `H.C. Andersen`."""

from __future__ import annotations

import re

from .folding import nfc

ABBREVIATIONS = frozenset(
    """
    adm afd afs alm ang art bd bilag bl.a brt ca cand div dr ds d.d d.v.s dvs d.å eks ekskl el ell encl e.l eng etc evt
    f f.eks fam fig fl forts fr frk f.v.t fx gl gn.snit hhv hr hv ib ifm ifht ift iht i.e inkl ing int jan feb mar apr
    jun jul aug sep sept okt nov dec jf jfr jr kap kgl kl kr kst kt lb lic max md mdr medl mfl m.fl m.h.p m.h.t mht mhp
    m.m mia min mio mv m.v måned nr nuv o.a obs o.l off omkr omtr o.m.a opr osv o.s.v o.lign p.a pct pga p.g.a pkt prof
    p.t pt red ref resp rtf s sa samt sek skt smst sml sml spec st stk str stud såk t tab tdl tidl tirs tlf ons tors
    lør søn man fre ug vedr vha v.h.a vol ø årg årh å.n
    """.split()  # noqa: SIM905
)
"""Words that carry a full stop without ending a sentence (Retskrivningsordbogen's usual ones), without the last stop."""

MAY_END = frozenset(("osv", "o.s.v", "mv", "m.v", "m.m", "mfl", "m.fl", "etc", "o.l", "e.l", "o.a", "o.lign", "kr"))
"""Abbreviations that as often as not stand last in a sentence: a capital after them begins a new one."""

_STOP = re.compile(r"[.!?…]+[»«”“\"’')\]]*(?=\s)|\n+")
_AFTER = re.compile(r"\s*(\S)")
_BEFORE = re.compile(r"(?:^|(?<=[\s(»”\"„“]))[^\s(»”\"„“]+$")


def is_abbreviation(word: str) -> bool:
    """Whether a word is one that ends in a full stop without ending a sentence: `bl.a.`, `kl.`, `3.`."""
    bare = nfc(word).casefold().lstrip('(»"“„')
    return bare.endswith(".") and (bare[:-1] in ABBREVIATIONS or bare[:-1].isdigit())


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each sentence, in reading order; a line break always ends one.

    Spans count in the NFC form of `text` and leave outer white space out.
    """
    text = nfc(text)
    spans, start = [], 0
    for match in _STOP.finditer(text):
        if text[match.start()] == "\n" or _ends(text, start, match):
            spans.append(_trimmed(text, start, match.end()))
            start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span[0] < span[1])


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text` in reading order."""
    text = nfc(text)
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group()[0] != "." or len(match.group().rstrip("»«”“\"’')]")) > 1:
        return True
    after = _AFTER.match(text, match.end())
    before = _BEFORE.search(text, max(start, match.start() - 40), match.start())
    word = before.group().casefold() if before else ""
    if after is not None and after.group(1).islower():
        return not (word in ABBREVIATIONS or word.isdigit() or "." in word)
    if word.isdigit():
        return not _is_ordinal(text, start, match.start() - len(word), word)
    if len(word) == 1 and word.isalpha() and before is not None and before.group().isupper():
        return False
    return word in MAY_END or word not in ABBREVIATIONS


def _is_ordinal(text: str, start: int, at: int, digits: str) -> bool:
    """Whether the number is a day or rank: short, and after *den* or *d.*"""
    return len(digits) <= 2 and text[start:at].rstrip().casefold().endswith((" den", " d.", " det"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
