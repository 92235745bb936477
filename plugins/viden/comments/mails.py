"""A received mail to a proposed comment, with an account of what was left out. See `parts.py` on hostile mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from ..dates import COPENHAGEN, plain_date
from ..errors import quoted
from .calls import CONSENT, GUIDANCE, NAME, POST, REPLY, TEXT
from .characters import cleaned, one_line
from .parts import Part, opened
from .plain import plain
from .trimming import trimmed, unflowed

READ_LIMIT = 200_000
"""Characters of a mail's text that are read (chosen: forty times the longest comment)."""
FIELD = re.compile(rf"\s*+({NAME}|{CONSENT}|{TEXT}|{REPLY}|{POST})\s*+\*?+\s*+:(.*)", re.IGNORECASE)
NAMES = {word.casefold(): word for word in (NAME, CONSENT, TEXT, REPLY, POST)}
YES = re.compile(r"\W*ja\b.*", re.IGNORECASE)
TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DISPLAY = re.compile(r'\s*"?([^"<>@]*)"?\s*<[^<>]*>\s*')


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail proposes, all of it text on which nothing has been done."""

    name: str
    """The one the writer gave, else the sender's display name; empty where there is neither. Never an address."""
    text: str
    consent: str
    """`ja, i mail af 14. november 2026`, or empty where the mail does not say yes."""
    day: date | None
    """In Copenhagen; None where the mail gives no date."""
    subject: str
    to: str
    post: str = ""
    """Id of a post, where the mail names one."""
    reply_to: int = 0
    dropped: tuple[str, ...] = ()
    """Danish: each thing that was left out, or changed."""


def parse(data: bytes) -> Mail | None:
    """Return what the mail proposes, None for one that is too large or too nested. Never raises."""
    mail = opened(data)
    if mail is None:
        return None
    part = _text_part(mail.parts)
    raw = _raw(part) if part else ""
    text, removed, lost = cleaned(raw[:READ_LIMIT])
    fields, rest, before = _fields(text.split("\n"))
    kept = trimmed("\n".join(rest))
    passed_over = (("det, der stod over feltet med kommentaren", before),) if before else ()
    dropped = (*_cut((*passed_over, *kept.dropped), len(raw)), *_characters(removed, lost), *_others(mail.parts, part))
    day = _day(mail.date)
    return Mail(
        name=one_line(fields.get(NAME, "")) or _display_name(mail.sender),
        text=kept.text,
        consent=_consent(fields.get(CONSENT, ""), day),
        day=day,
        subject=mail.subject,
        to=mail.to,
        post=_token(fields.get(POST, "")),
        reply_to=_number(fields.get(REPLY, "")),
        dropped=dropped,
    )


# --- the text ------------------------------------------------------------------


def _text_part(parts: tuple[Part, ...]) -> Part | None:
    """Return the part that is the letter itself: the first plain text that says something, else the first HTML."""
    letters = [p for p in parts if not p.is_attached and p.data.strip()]
    plain_ones = [p for p in letters if p.kind == "text/plain"]
    html_ones = [p for p in letters if p.kind == "text/html"]
    return next(iter((*plain_ones, *html_ones)), None)


def _raw(part: Part) -> str:
    text = part.text[: READ_LIMIT * 4]
    if part.kind == "text/html":
        return plain(text)
    text = text.replace("\r\n", "\n")
    return unflowed(text) if part.is_flowed else text


def _fields(lines: list[str]) -> tuple[dict[str, str], list[str], int]:
    """Return the fields of the prepared mail, the lines of the comment, and how many lines stood above it.

    Each field counts once, and only before the comment or after it: a line
    within a comment that looks like a field is the writer's own words.
    """
    fields: dict[str, str] = {}
    rest: list[str] = []
    before = 0
    for line in lines:
        match = FIELD.fullmatch(line)
        name = NAMES[match[1].casefold()] if match else ""
        is_new = bool(name) and name not in fields and (name == POST or TEXT not in fields)
        if is_new and match:
            fields[name] = match[2].strip()
            if name == TEXT:
                before = sum(bool(line.strip()) for line in rest)
                rest = [match[2].strip()]
        elif line.strip() not in GUIDANCE:
            rest.append(line)
    return fields, rest, before


def _consent(answer: str, day: date | None) -> str:
    if not YES.fullmatch(answer):
        return ""
    return f"ja, i mail af {plain_date(day)}" if day else "ja, i mail"


def _token(written: str) -> str:
    found = TOKEN.search(written.lower())
    return found[0] if found else ""


def _number(written: str) -> int:
    found = re.match(r"\s*([0-9]{1,4})\b", written, re.ASCII)
    return int(found[1]) if found else 0


# --- the headers -----------------------------------------------------------------


def _display_name(sender: str) -> str:
    match = _DISPLAY.fullmatch(sender)
    return one_line(match[1]) if match else ""


def _day(written: str) -> date | None:
    try:
        moment = parsedate_to_datetime(written)
        return moment.astimezone(COPENHAGEN).date() if moment.tzinfo else moment.date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


# --- the account -----------------------------------------------------------------


def _cut(dropped: tuple[tuple[str, int], ...], length: int) -> Iterator[str]:
    for what, lines in dropped:
        yield f"{what} ({lines} {'linje' if lines == 1 else 'linjer'})"
    if length > READ_LIMIT:
        yield f"alt efter de første {READ_LIMIT} tegn"


def _characters(removed: int, lost: int) -> Iterator[str]:
    if removed:
        yield f"{removed} tegn, der ikke kan ses eller vender læseretningen"
    if lost:
        yield f"{lost} tegn, der var gået tabt undervejs; der står nu spørgsmålstegn"


def _others(parts: tuple[Part, ...], used: Part | None) -> Iterator[str]:
    if used is not None and used.kind == "text/html":
        yield "formatering, links og billeder; mailen var kun HTML"
    for part in parts:
        if part is used or not part.data:
            continue
        size = f"{part.kind}, {max(1, len(part.data) // 1000)} KB"
        if part.kind == "text/html" and not part.is_attached:
            yield "mailens HTML-udgave"
        elif part.name:
            yield f'bilaget "{quoted(part.name)}" ({size})'
        else:
            yield f"en del uden navn ({size})"
