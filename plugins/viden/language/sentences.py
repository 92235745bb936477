"""Where Danish sentences end: not after `bl.a.`, `den 3. maj` or `H.C. Andersen`."""

from __future__ import annotations

import re

from .folding import nfc

ABBREVIATIONS = frozenset(
    """
    adm adr afd afs alm anf ang ank anm apr att aud aug bd bem ber bl.a brt bygn ca cand chr d dagl dec dir div doc dr ds
    d.d d.v.s dvs d.å e.kr eks ekskl el ell encl e.l eng etc evt f fam feb f.eks f.kr fhv fl fmd forb forf fork forts fr
    frk f.v.t fx følg gl gn.snit gns hhv hr hv ib ifm ifht ift iht i.e ill incl indb indl ing inkl int jan jf jfr jr jul
    jun kap kbh kgl kl kr kst kt lb lic lign litt lok m maks max md mdr medl mfl m.a.o m.fl m.h.p m.h.t mht mhp m.m mia
    mio modt mv m.v nedenn nov nr nuv o.a obs o.fl okt o.l off o.m.fl omkr omtr o.m.a opr osv o.s.v overs o.lign p.a pag
    pct pens pga p.g.a pkt pr prof ps p.t pt red ref rep resp rtf s samt sek sekr sept sml skr smst s.d s.m s.u spec spm
    st stk str såk t tab tdl tekn telf tidl tilsv tlf u.a udd udg ug v vedl vedr vejl vha v.h.a vol vs årg årh å.n
    """.split()  # noqa: SIM905
)
"""Words that carry a full stop without ending a sentence (Retskrivningsordbogen's usual ones), without the last stop."""

MAY_END = frozenset(
    (
        "osv",
        "o.s.v",
        "mv",
        "m.v",
        "m.m",
        "mfl",
        "m.fl",
        "etc",
        "o.l",
        "e.l",
        "o.a",
        "o.fl",
        "o.m.a",
        "o.lign",
        "kr",
        "mio",
    )
)
"""Abbreviations that as often as not stand last in a sentence: a capital after them begins a new one."""

BEFORE_NUMBERS = frozenset(
    ("art", "bilag", "fig", "fre", "lør", "man", "mar", "min", "ons", "rum", "sep", "søn", "tirs", "tors", "sal")
)
"""Words of their own that are abbreviations too, or a name, before a number: *søn. 3. maj*."""

_STOP = re.compile(r"[.!?…]+[»«”“\"’')\]]*(?=\s)|\n+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_TITLES = ("cand.", "stud.", "mag.", "lic.")
_LONGEST = 40
"""Letters that are read back for the word before a full stop."""
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
    before = _BEFORE.search(text, max(start, match.start() - _LONGEST), match.start())
    written = before.group() if before else ""
    word, follows = written.casefold(), after.group(1) if after else ""
    if follows.islower():
        return not (word in ABBREVIATIONS or word in BEFORE_NUMBERS or word.isdigit() or "." in word)
    if word.isdigit():
        return not _is_ordinal(text, start, match.start() - len(word), word)
    if (_INITIALS.fullmatch(written) and written.isupper()) or word.startswith(_TITLES):
        return False
    if follows.isdigit() and word in BEFORE_NUMBERS:
        return False
    return (word in MAY_END and not follows.isdigit()) or word not in ABBREVIATIONS


def _is_ordinal(text: str, start: int, at: int, digits: str) -> bool:
    """Whether the number is a day or rank: short, and after *den* or *d.*"""
    return len(digits) <= 2 and text[start:at].rstrip().casefold().endswith((" den", " d.", " det"))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
