"""Which post a mail is about: by the id that it carries, else by the title in its subject."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..nearest import fold
from .calls import PREFIX
from .mails import Mail

_REPLIES = re.compile(r"\s*(?:(?:re|sv|vs|fw|fwd|svar|aw)\s*:\s*)+", re.IGNORECASE)
_BRACKETS = re.compile(r"\[([a-z0-9-]{1,80})\]")
_PLUS = re.compile(r"\+([a-z0-9-]{1,80})@")
"""An id in square brackets in the subject, or after `+` in the address (RFC 5233)."""


def post_of(mail: Mail, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the posts that the mail can be about: one is sure, none or several ask for a choice.

    `titles` gives the title of each post by its id.
    """
    subject, to = mail.subject.lower(), mail.to.lower()
    tokens = (mail.post, *_BRACKETS.findall(subject), *_PLUS.findall(to))
    named = tuple(dict.fromkeys(t for t in tokens if t in titles))
    if named:
        return named[:1]
    answer = _REPLIES.match(mail.subject)
    about = _key(mail.subject[answer.end() if answer else 0 :])
    about = about.removeprefix(_key(PREFIX)).strip()
    return tuple(sorted(id for id, title in titles.items() if about and _key(title) == about))


def _key(text: str) -> str:
    """Return the form in which titles are compared: folded, with single spaces."""
    return " ".join(fold(text).split())
