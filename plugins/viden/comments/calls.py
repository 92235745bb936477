"""The mail that a link on the page prepares, and the words by which its answers are found again.

`mailto:` after RFC 6068: subject and body percent-encoded, lines parted by CRLF.
"""

from __future__ import annotations

from urllib.parse import quote

PREFIX = "Svar på dette indlæg: "
"""The subject of a comment, before the post's title (prescribed by the features page)."""
NAME, CONSENT, TEXT, REPLY, POST = "Navn", "Samtykke", "Kommentar", "Svar til kommentar", "Indlæg"
"""The fields of the prepared mail, in the words its writer sees."""
REQUIRED = (NAME, CONSENT, TEXT)
LEAVE = "(Lad linjen med indlægget stå, så vi kan se, hvad du skriver om.)"
GUIDANCE = (
    "Felter med * skal udfyldes.",
    f"Skriv ja ved {CONSENT}, hvis vi må vise dit navn og din kommentar på siden.",
    LEAVE,
)
"""The lines of the prepared mail that are ours and no part of an answer."""


def prepared(email: str, title: str, post: str, reply_to: int = 0) -> str:
    """Return the `mailto:` address of a prepared comment on a post, or of an answer to one of its comments."""
    subject, body = quote(PREFIX + title, safe=""), quote(_body(post, reply_to), safe="")
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={body}"


def _body(post: str, reply_to: int) -> str:
    lines = [*GUIDANCE[:2], "", f"{NAME} *: ", f"{CONSENT} *: "]
    lines += [f"{REPLY}: {reply_to}"] if reply_to else []
    lines += [f"{TEXT} *: ", "", "", f"{POST}: {post}", LEAVE]
    return "\r\n".join(lines)
