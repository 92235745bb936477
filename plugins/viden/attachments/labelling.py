"""Links to attachments say what the reader gets and how much it is, before anything is fetched.

Works on a rendered body whose links have become addresses, for pages and for feeds alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

from ..model import Attachment

_LINK = re.compile(r'<a(?P<attributes>(?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>(?P<text>.*?)</a>', re.DOTALL)
_HREF = re.compile(r'\shref="(?P<address>[^"]*)"')
_SAID = re.compile(
    r"\s*\((?:pdf|word|excel|powerpoint|csv|docx|xlsx|pptx|ics|kalenderfil)\b[^()<>]*\)\s*$", re.IGNORECASE
)
"""What the author has already said of the kind, and perhaps of a size that has changed since."""


def labelled(html: str, attachments: Mapping[str, Attachment], root: str) -> str:
    """Return the body with `(PDF, 340 KB)` at the end of each link to one of these files.

    `attachments` are by path; `root` is what stands before `/path` in the
    links: the site's address, or its path part, "" at a host's root.
    """
    return _LINK.sub(lambda found: _link(found, attachments, root), html) if attachments else html


def _link(found: re.Match[str], attachments: Mapping[str, Attachment], root: str) -> str:
    href = _HREF.search(found["attributes"])
    address = unescape(href["address"]).partition("#")[0].partition("?")[0] if href else ""
    known = attachments.get(unquote(address.removeprefix(f"{root}/"))) if address.startswith(f"{root}/") else None
    if known is None:
        return found.group()
    text = _SAID.sub("", found["text"])
    return f"<a{found['attributes']}>{text} ({known.short}, {known.size})</a>"
