"""The files of approved comments, read strictly; every fault has a place and Danish words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from ..dates import COPENHAGEN, DateFault, parse, plain_date
from ..errors import quoted
from ..model import Comment, Field, Place, Problem, Source
from ..nearest import fold, nearest
from .characters import FORBIDDEN

FOLDER = "data/kommentarer/"
PATH = re.compile(re.escape(FOLDER) + r"(?P<post>[a-z0-9]+(?:-[a-z0-9]+)*)/(?P<number>[0-9]{2,4})\.md")
KEYS = {
    "name": "Name",
    "navn": "Name",
    "date": "Date",
    "dato": "Date",
    "reply_to": "Reply_to",
    "svar_til": "Reply_to",
    "consent": "Consent",
    "samtykke": "Consent",
    "removed": "Removed",
    "slettet": "Removed",
}
"""Keys in lower case, English and Danish, and the key they mean."""
SHOWN_KEYS = "Name, Date, Reply_to og Consent"
TEXT_LIMIT = 5_000
NAME_LIMIT = 80
"""Characters (chosen: a comment of 5,000 is an article)."""
FILE_LIMIT = 65_536
"""Bytes of a file (chosen: four bytes for each character, and the header)."""
YES = re.compile(r"(?:ja|yes)\b.*", re.IGNORECASE | re.DOTALL)

_LINE = re.compile(r"(?P<key>[^\s:]+):(?P<value>.*)")
_LINE_END = re.compile(r"\r\n|\n|\r")
_SAYINGS = {
    "control": ("char-control", "Tegnet U+{:04X} kan ikke ses.", "Slet tegnet"),
    "bidi": ("char-bidi", "Tegnet U+{:04X} vender læseretningen og kan skjule, hvad der står.", "Slet tegnet"),
    "noncharacter": ("char-control", "U+{:04X} er ikke et skrifttegn.", "Slet tegnet"),
    "lost": ("char-lost", "Her står U+{:04X}, tegnet for et bogstav, der er gået tabt.", "Skriv det rigtige bogstav"),
}


def read(
    sources: Iterable[Source], posts: Collection[str], moment: datetime, all_posts_are_known: bool = True
) -> tuple[tuple[Comment, ...], tuple[Problem, ...]]:
    """Return the comments that can be read, by post and number, and what is wrong with any of them.

    `posts` holds the id of every post, published or not. Where some post could
    not be read, its id may be missing: then an unknown one is a warning. A
    comment of a later day than `moment` is a warning; it is not shown before.
    """
    found: list[Problem] = []
    comments = [c for s in sources if s.path.startswith(FOLDER) and (c := _comment(s, found)) is not None]
    comments.sort(key=lambda c: (c.post, c.number, c.place.path))
    today = moment.astimezone(COPENHAGEN).date()
    kept = []
    for post, group in _by_post(comments):
        if post not in posts:
            found.append(_unknown_post(group[0], posts, "error" if all_posts_are_known else "warning"))
            continue
        found += (*_doubled(group), *_replies(group), *(_future(c) for c in group if c.day > today))
        kept += group
    return tuple(kept), tuple(found)


def _by_post(comments: Iterable[Comment]) -> Iterator[tuple[str, list[Comment]]]:
    groups: dict[str, list[Comment]] = {}
    for comment in comments:
        groups.setdefault(comment.post, []).append(comment)
    yield from groups.items()


# --- one file ------------------------------------------------------------------


def _comment(source: Source, found: list[Problem]) -> Comment | None:
    path = PATH.fullmatch(source.path)
    if path is None or int(path["number"]) == 0:
        if source.path.endswith(".md"):
            message = "En kommentar ligger i en mappe med indlæggets Id og hedder et nummer."
            hint = f"Flyt den til fx {FOLDER}et-id/01.md"
            found.append(Problem(Place(source.path), "error", "comment-path", message, hint))
        return None
    text = _decoded(source, found)
    if text is None:
        return None
    lines = _LINE_END.split(text)
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    fields = _fields(lines[:end], source.path, found)
    body = "\n".join(line.rstrip() for line in lines[end:]).strip("\n")
    return _typed(path["post"], int(path["number"]), fields, body, end + 2, source.path, found)


def _decoded(source: Source, found: list[Problem]) -> str | None:
    """Return the text in NFC, None where it cannot be used."""
    place = Place(source.path)
    if len(source.data) > FILE_LIMIT:
        message = f"Filen fylder {len(source.data)} byte; grænsen er {FILE_LIMIT}."
        found.append(Problem(place, "error", "limit-comment", message, "Bed om en kortere kommentar"))
        return None
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = _LINE_END.split(source.data[: fault.start].decode("utf-8", "replace"))
        place = Place(source.path, len(before), len(before[-1]) + 1)
        message = "Filen er ikke gemt som UTF-8."
        found.append(Problem(place, "error", "encoding", message, "Gem den igen med tegnsættet UTF-8"))
        return None
    found += _forbidden(text, source.path)
    return unicodedata.normalize("NFC", text)


def _forbidden(text: str, path: str) -> Iterator[Problem]:
    """Yield one problem for the first character of each forbidden sort."""
    seen: dict[str, re.Match[str]] = {}
    for match in FORBIDDEN.finditer(text):
        seen.setdefault(str(match.lastgroup), match)
    for sort, match in seen.items():
        lines = _LINE_END.split(text[: match.start()])
        rule, message, hint = _SAYINGS[sort]
        place = Place(path, len(lines), len(lines[-1]) + 1)
        yield Problem(place, "error", rule, message.format(ord(match[0])), hint)


def _fields(lines: list[str], path: str, found: list[Problem]) -> dict[str, Field]:
    """Return the header's fields by the key they mean; the value's place is where it begins."""
    fields: dict[str, Field] = {}
    for number, line in enumerate(lines, 1):
        place = Place(path, number)
        match = _LINE.fullmatch(line)
        if match is None:
            message = f'Linjen "{quoted(line.strip())}" er ikke en nøgle med en værdi.'
            hint = "Sæt en tom linje mellem hovedet og kommentaren"
            found.append(Problem(place, "error", "header-line", message, hint))
            continue
        key = KEYS.get(match["key"].casefold())
        if key is None:
            found.append(_unknown_key(match["key"], place))
        elif key in fields:
            message = f'Nøglen "{key}" står allerede på linje {fields[key].place.line}.'
            found.append(Problem(place, "error", "key-doubled", message, "Slet den ene"))
        else:
            value = match["value"]
            column = match.start("value") + len(value) - len(value.lstrip()) + 1
            fields[key] = Field(key, value.strip(), Place(path, number, column))
    return fields


def _unknown_key(written: str, place: Place) -> Problem:
    near = nearest(written.casefold(), KEYS)
    guess = f' Mente du "{KEYS[near]}"?' if near else ""
    hint = f"Skriv {KEYS[near]}:" if near else f"En kommentar har {SHOWN_KEYS}"
    return Problem(place, "error", "key-unknown", f'Nøglen "{quoted(written)}" kendes ikke.{guess}', hint)


def _typed(
    post: str, number: int, fields: dict[str, Field], text: str, text_line: int, path: str, found: list[Problem]
) -> Comment | None:
    """Return the comment, None where it may not be shown."""
    before = len(found)
    place = Place(path)
    if "Removed" in fields:
        day = _day(fields["Removed"], found)
        day = _day(fields["Date"], found) if "Date" in fields else day
        found += _left_behind(fields, text, text_line, path)
        reply = _reply(fields.get("Reply_to"), found)
        return Comment(post, number, "", day, "", reply, is_removed=True, place=place) if day else None
    found += (*_lacking(fields, place), *_name(fields.get("Name")), *_consent(fields.get("Consent")))
    found += _text(text, text_line, path)
    day = _day(fields["Date"], found) if "Date" in fields else None
    reply = _reply(fields.get("Reply_to"), found)
    if day is None or len(found) > before:
        return None
    return Comment(post, number, fields["Name"].value, day, text, reply, fields["Consent"].value, place=place)


def _lacking(fields: dict[str, Field], place: Place) -> Iterator[Problem]:
    if "Name" not in fields:
        yield Problem(place, "error", "comment-name", "Kommentaren har intet navn.", "Skriv Name: og navnet")
    if "Date" not in fields:
        yield Problem(place, "error", "comment-date", "Kommentaren har ingen dato.", "Skriv Date: og dagen")
    if "Consent" not in fields:
        message = "Der står ikke, at den, der har skrevet kommentaren, er gået med til at få den vist."
        yield Problem(place, "error", "comment-consent", message, "Spørg, og skriv Consent: ja")


def _name(field: Field | None) -> Iterator[Problem]:
    if field is None:
        return
    if not any(c.isalpha() for c in field.value):
        yield Problem(field.place, "error", "comment-name", "Navnet er tomt.", "Skriv navnet efter Name:")
    elif "@" in field.value:
        message = "Navnet indeholder en mailadresse, som alle så kan se."
        yield Problem(field.place, "error", "comment-name", message, "Skriv kun navnet")
    elif len(field.value) > NAME_LIMIT:
        message = f"Navnet har {len(field.value)} tegn; grænsen er {NAME_LIMIT}."
        yield Problem(field.place, "error", "comment-name", message, "Skriv kun navnet, og evt. stilling")


def _consent(field: Field | None) -> Iterator[Problem]:
    if field is not None and not YES.fullmatch(field.value):
        message = f'Samtykket er "{quoted(field.value)}" og ikke et ja.'
        yield Problem(field.place, "error", "comment-consent", message, "Spørg igen, eller slet kommentaren")


def _text(text: str, line: int, path: str) -> Iterator[Problem]:
    place = Place(path, line)
    if not text.strip():
        yield Problem(
            place, "error", "comment-empty", "Kommentaren har ingen tekst.", "Skriv teksten, eller slet filen"
        )
    elif len(text) > TEXT_LIMIT:
        message = f"Kommentaren har {len(text)} tegn; grænsen er {TEXT_LIMIT}."
        yield Problem(place, "error", "limit-comment", message, "Bed om en kortere kommentar")


def _left_behind(fields: dict[str, Field], text: str, line: int, path: str) -> Iterator[Problem]:
    """A removed comment keeps its number, its day and what it answered, and nothing of its writer."""
    rest = [f.place for key, f in fields.items() if key in ("Name", "Consent")]
    rest += [Place(path, line)] if text.strip() else []
    if rest:
        message = "Kommentaren er slettet, men der står stadig noget af den."
        yield Problem(min(rest), "error", "comment-removed", message, "Behold kun Date:, Removed: og Reply_to:")


def _day(field: Field, found: list[Problem]) -> date | None:
    try:
        return parse(field.value).moment.date()
    except DateFault as fault:
        place = Place(field.place.path, field.place.line, field.place.column + fault.offset)
        found.append(Problem(place, "error", fault.rule, fault.message, fault.hint))
        return None


def _reply(field: Field | None, found: list[Problem]) -> int:
    if field is None:
        return 0
    if re.fullmatch(r"0*[1-9][0-9]{0,3}", field.value):
        return int(field.value)
    message = f'Reply_to er "{quoted(field.value)}" og ikke nummeret på en kommentar.'
    found.append(Problem(field.place, "error", "comment-reply", message, "Skriv fx Reply_to: 1, eller slet linjen"))
    return 0


# --- one beside another ----------------------------------------------------------


def _unknown_post(comment: Comment, posts: Collection[str], severity: str) -> Problem:
    near = nearest(comment.post, sorted(posts)) or next((p for p in sorted(posts) if fold(p) == comment.post), None)
    guess = f'; mente du "{near}"?' if near else "."
    message = f'Intet indlæg har Id "{quoted(comment.post)}"{guess}'
    hint = f"Omdøb mappen til {near}" if near else "Omdøb mappen til indlæggets Id, eller slet den"
    return Problem(comment.place, severity, "comment-post", message, hint)


def _doubled(group: Iterable[Comment]) -> Iterator[Problem]:
    first: dict[int, Comment] = {}
    for comment in group:
        before = first.setdefault(comment.number, comment)
        if before is not comment:
            message = f"Nummer {comment.number} er brugt i {before.place.path}."
            yield Problem(comment.place, "error", "comment-doubled", message, "Giv filen det næste ledige nummer")


def _replies(group: Iterable[Comment]) -> Iterator[Problem]:
    known: set[int] = set()
    for comment in group:
        known.add(comment.number)
        if comment.reply_to == 0 or comment.reply_to in known - {comment.number}:
            continue
        is_later = comment.reply_to >= comment.number
        what = "er ikke ældre end denne" if is_later else "findes ikke"
        message = f"Kommentar {comment.reply_to}, som der svares på, {what}."
        hint = "Ret Reply_to:; en slettet kommentar beholder sin fil med Removed:"
        yield Problem(comment.place, "error", "comment-reply", message, hint)


def _future(comment: Comment) -> Problem:
    message = f"Kommentaren er dateret {plain_date(comment.day)}, som endnu ikke er kommet, og vises først da."
    return Problem(comment.place, "warning", "comment-future", message, "Ret Date:, hvis det er en slåfejl")
