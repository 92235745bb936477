"""What is wrong with an attachment that is to be published, as an editor is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..errors import quoted
from ..model import Place, Problem
from ..nearest import fold
from .documents import MAIN, authors, is_office, is_tagged
from .kinds import kind_of

SIZE_LIMIT = 25_000_000
"""Bytes of an attachment (prescribed by the quality page)."""
OPENINGS = {".pdf": b"%PDF-", ".ics": b"BEGIN:VCALENDAR"}
"""The first bytes of each kind (ISO 32000, RFC 5545); Office files are archives and are looked into (ECMA-376)."""
TEXTS = (".csv", ".ics")
BOM = b"\xef\xbb\xbf"


def problems(data: bytes, path: str, organisations: Collection[str] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with the file at `path`; nothing for a file that is no attachment.

    A document may name one of the `organisations` as its author: that tells of no person.
    """
    suffix = kind_of(path)
    if not suffix:
        return ()
    found = tuple(_broken(data, path, suffix))
    return found or tuple(_told(data, path, suffix, organisations))


def _broken(data: bytes, path: str, suffix: str) -> Iterator[Problem]:
    if not _is_what_it_says(data, suffix):
        message = f"Filen er ikke af typen {suffix[1:]}, som navnet siger."
        yield _problem(path, "error", "file-damaged", message, "Gem den igen i den rigtige type")
    elif suffix in TEXTS and not _is_utf8(data):
        message = "Filen er ikke gemt som UTF-8, så æ, ø og å bliver forkerte."
        yield _problem(path, "error", "encoding", message, 'Gem den igen; i Excel hedder typen "CSV UTF-8"')
    if len(data) > SIZE_LIMIT:
        message = f"Bilaget fylder {len(data) // 1_000_000} MB; grænsen er {SIZE_LIMIT // 1_000_000} MB."
        yield _problem(path, "error", "limit-attachment", message, "Gør det mindre")


def _told(data: bytes, path: str, suffix: str, organisations: Collection[str]) -> Iterator[Problem]:
    known = {fold(name) for name in organisations}
    names = [name for name in authors(data, suffix) if fold(name) not in known]
    if names:
        shown = " og ".join(f'"{quoted(name)}"' for name in names[:2])
        message = f"Filen siger, at den er skrevet af {shown}, og det kan enhver læse."
        hint = "Slet navnet under filens egenskaber, hvis det ikke skal ud"
        yield _problem(path, "warning", "file-author", message, hint)
    if suffix == ".pdf" and not is_tagged(data):
        message = (
            "PDF-filen har ingen koder til skærmlæsere, så overskrifter og rækkefølge går tabt for den, der lytter."
        )
        hint = "Gem den igen med koder til tilgængelighed, eller skriv indholdet i indlægget"
        yield _problem(path, "warning", "file-untagged", message, hint)


def _is_what_it_says(data: bytes, suffix: str) -> bool:
    if suffix in MAIN:
        return is_office(data, suffix)
    if suffix == ".csv":
        return b"\x00" not in data and not data.startswith((b"%PDF-", b"PK\x03\x04"))
    return data.removeprefix(BOM).startswith(OPENINGS[suffix])


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _problem(path: str, severity: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(Place(path), severity, rule, message, hint)
