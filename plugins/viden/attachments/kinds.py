"""The kinds of files that may be linked to, and what readers are told of one."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Attachment
from .documents import is_tagged

KINDS: Mapping[str, tuple[str, str]] = {
    ".pdf": ("PDF", "PDF"),
    ".docx": ("Word", "Word-dokument"),
    ".xlsx": ("Excel", "Excel-regneark"),
    ".pptx": ("PowerPoint", "PowerPoint-præsentation"),
    ".csv": ("CSV", "CSV-fil til regneark"),
    ".ics": ("kalenderfil", "Kalenderfil"),
}
"""Ending → (in a link, in a list); the endings are prescribed by the quality page."""
KILO, MEGA = 1_000, 1_000_000


def kind_of(path: str) -> str:
    """Return the ending in small letters where it is one of ours, else an empty text."""
    dot = path.rfind(".")
    suffix = path[dot:].lower() if dot >= 0 else ""
    return suffix if suffix in KINDS else ""


def attachment(data: bytes, path: str) -> Attachment | None:
    """Return what readers are told of the file at `path`, or None for a file that is no attachment."""
    suffix = kind_of(path)
    if not suffix:
        return None
    short, long = KINDS[suffix]
    return Attachment(path, short, long, size_in_words(len(data)), is_tagged(data) if suffix == ".pdf" else None)


def size_in_words(count: int) -> str:
    """Return `340 KB` or `2,4 MB`; thousands, as file managers on most machines count."""
    if count < MEGA - KILO // 2:
        return f"{max(1, round(count / KILO))}\u00a0KB"
    tenths = round(count / (MEGA / 10))
    return f"{tenths // 10},{tenths % 10}\u00a0MB" if tenths % 10 else f"{tenths // 10}\u00a0MB"
