"""What of a mail's text is the comment: no signature, no quoted mail, no lines of a mail program."""

from __future__ import annotations

import re
from dataclasses import dataclass

QUOTED = re.compile(r"\s*>")
ATTRIBUTION = re.compile(r".{0,300}(?:skrev|wrote|schrieb|skreiv)\b.{0,200}:\s*", re.IGNORECASE)
"""The line above a quotation: "Den 3. nov. 2026 kl. 10.12 skrev Redaktionen:"."""
DIVIDER = re.compile(
    r"\s*(?:-{2,}|_{5,})\s*(?:oprindelig|original|videresendt|forwarded|begin forwarded)\b.*", re.IGNORECASE
)
FORWARDED = re.compile(r"\s*\*?(?:Fra|From)\s?:\*?\s.*", re.IGNORECASE)
FORWARDED_NEXT = re.compile(r"\s*\*?(?:Sendt|Dato|Date|Sent|Til|To)\s?:\*?\s.*", re.IGNORECASE)
SIGNATURE = re.compile(r"--\s*")
"""The line above a signature (RFC 3676, section 4.3); programs also cut its space."""
GREETING = re.compile(
    r"\s*(?:(?:med\s+)?(?:venlig|kærlig|mange|bedste|de\s+bedste)\w*\s+hilsn?e?r?n?|(?:venlig|kærlig)\s+hilsen|mvh|m\.v\.h\.|vh|v\.h\.|kh|hilsen|hilsner"
    r"|(?:kind|best)\s+regards)[\s,.!]*(?:fra\s.{0,60})?",
    re.IGNORECASE,
)
GREETING_LINES = 12
"""Lines with words that may follow a greeting for it to be the mail's last (chosen)."""
PROGRAM = re.compile(
    r"\s*(?:sendt fra (?:min|outlook|mail|yahoo|gmail|proton)|sent from (?:my|outlook|mail|yahoo)|hent(?:et)? (?:fra )?outlook"
    r"|get outlook for|download outlook)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The text that is left, and (what it was, how many lines) for each that went."""

    text: str
    dropped: tuple[tuple[str, int], ...] = ()


def trimmed(text: str) -> Trimmed:
    """Return the text without quoted mails, signature and the lines of a mail program."""
    lines = text.split("\n")
    dropped: list[tuple[str, int]] = []
    for what, cut in (
        ("en tidligere mail", _without_earlier),
        ("citeret tekst", _without_quotes),
        ("mailprogrammets egne linjer", _without_program),
        ("underskriften", _without_signature),
    ):
        kept = cut(lines)
        gone = _filled(lines) - _filled(kept)
        dropped += [(what, gone)] if gone else []
        lines = kept
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")
    return Trimmed(whole, tuple(dropped))


def unflowed(text: str) -> str:
    """Return a text of format=flowed with each paragraph on one line (RFC 3676, section 4.2)."""
    joined: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        plain = line[1:] if line.startswith(" ") else line
        if goes_on and not QUOTED.match(plain) and not SIGNATURE.fullmatch(plain):
            joined[-1] += plain
        else:
            joined.append(plain)
        goes_on = plain.endswith(" ") and not SIGNATURE.fullmatch(plain) and not QUOTED.match(plain)
    return "\n".join(joined)


def _filled(lines: list[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _without_earlier(lines: list[str]) -> list[str]:
    """Cut where a program put the mail that is answered below the answer."""
    for i, line in enumerate(lines):
        following = lines[i + 1 : i + 4]
        if DIVIDER.fullmatch(line) or (FORWARDED.fullmatch(line) and any(map(FORWARDED_NEXT.fullmatch, following))):
            return lines[:i]
    return lines


def _without_quotes(lines: list[str]) -> list[str]:
    """Leave out quoted lines, and the one or two lines above them that say whose they are."""
    kept: list[str] = []
    for line in lines:
        if not QUOTED.match(line):
            kept.append(line)
            continue
        end = len(kept)
        while end > max(0, len(kept) - 3) and not kept[end - 1].strip():
            end -= 1
        for size in (1, 2):
            above = " ".join(kept[max(0, end - size) : end])
            if any(c.isdigit() for c in above) and ATTRIBUTION.fullmatch(above):
                del kept[max(0, end - size) :]
                break
    return kept


def _without_program(lines: list[str]) -> list[str]:
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()), None)
    return lines[:last] if last is not None and PROGRAM.fullmatch(lines[last]) else lines


def _without_signature(lines: list[str]) -> list[str]:
    below = _filled(lines)
    for i, line in enumerate(lines):
        below -= bool(line.strip())
        if SIGNATURE.fullmatch(line) or (below <= GREETING_LINES and GREETING.fullmatch(line)):
            return lines[:i]
    return lines
