"""A comment as a file that strict reading gives back, and what is left of one that is removed."""

from __future__ import annotations

from datetime import date

from ..model import Comment
from .characters import cleaned, one_line
from .reading import FOLDER


def path_of(post: str, number: int) -> str:
    """Return the path of a comment inside the content folder."""
    return f"{FOLDER}{post}/{number:02d}.md"


def written(comment: Comment) -> str:
    """Return the text of a comment's file. No value can begin another line of the header."""
    rows = [("Name", one_line(comment.name)), ("Date", comment.day.isoformat())]
    rows += [("Reply_to", str(comment.reply_to))] if comment.reply_to else []
    rows += [("Consent", one_line(comment.consent))] if comment.consent else []
    lines = (line.rstrip() for line in cleaned(comment.text)[0].split("\n"))
    return _header(rows) + "\n" + "\n".join(lines).strip("\n") + "\n"


def removed(comment: Comment, day: date) -> str:
    """Return the text of the file that stands where `comment` stood: number and day, and nothing of its writer."""
    rows = [("Date", comment.day.isoformat()), ("Removed", day.isoformat())]
    rows += [("Reply_to", str(comment.reply_to))] if comment.reply_to else []
    return _header(rows)


def _header(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in rows)
