"""Addresses in a body: what is refused, and the one form that links inside the site take.

Pelican resolves `{filename}` and `{static}`; a plain path relative to the post
is what Markdown editors preview, so it is accepted and written in that form.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlsplit

from ..errors import quoted

SCHEMES = ("https", "http", "mailto")
MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
_PELICAN = re.compile(r"[{|](filename|static|attach|author|category|tag|index)[|}](.*)", re.DOTALL)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ENCODED = str.maketrans({c: f"%{ord(c):02X}" for c in ' %#?"<>'})
"""What a path may not hold in HTML; Pelican 4.12 decodes only the space, so æøå stay letters."""
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

Fault = tuple[str, str, str]
"""(rule, message, hint)"""


def normalised(address: str, path: str, is_image: bool) -> str:
    """Return `address` with a link inside the content folder as `{filename}/…` or `{static}/…`.

    `path` is the post's own path. An address that leaves the site, names a place
    on the page or is one of the site's own URLs stays as it is.
    """
    pelican = _PELICAN.fullmatch(address)
    if pelican and pelican.group(1) not in ("filename", "static", "attach"):
        return f"{{{pelican.group(1)}}}{pelican.group(2)}"
    if pelican is None and (not address or address[0] in "#/?" or _SCHEME.match(address)):
        return address
    name, rest = _split(pelican.group(2) if pelican else address)
    # Pelican moves what is attached beside the post, and its address with it; ours stays where the file lies.
    kind = pelican.group(1).replace("attach", "static") if pelican else _kind(name, is_image)
    full = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), name)) if name else "/" + path
    return f"{{{kind}}}/{full.lstrip('/').translate(_ENCODED)}{rest}"


def fault_of(address: str, path: str, is_image: bool) -> Fault | None:
    """Return what is wrong with an address as a reader's browser would meet it, or None."""
    shown = quoted(address)
    if "\\" in unquote(address) or _CONTROL.search(unquote(address).replace(" ", "")):
        return (
            "link-characters",
            f'Adressen "{shown}" har tegn, der ikke må stå i en adresse.',
            "Skriv den om med / og uden usynlige tegn.",
        )
    if address.startswith("//"):
        return "link-host", f'Adressen "{shown}" mangler https: foran.', f"Skriv https:{shown}"
    if scheme := _SCHEME.match(address):
        return _fault_outside(address, scheme.group(1).lower(), is_image)
    if _leaves_content(address, path):
        hint = "Ret stien, så den bliver inde i mappen med indhold."
        return "link-outside", f'Adressen "{shown}" fører ud af mappen med indhold.', hint
    return None


def _fault_outside(address: str, scheme: str, is_image: bool) -> Fault | None:
    shown = quoted(address)
    if scheme not in SCHEMES or (is_image and scheme == "mailto"):
        return (
            "link-scheme",
            f'Adressen "{shown}" begynder med "{scheme}:", som ikke er tilladt.',
            "Brug https:, http: eller mailto:.",
        )
    if scheme == "mailto":
        names = [name.lower() for name, _ in parse_qsl(address.partition("?")[2], keep_blank_values=True)]
        if any(name != "subject" for name in names):
            return "link-mail", f'Maillinket "{shown}" har mere end en adresse og et emne.', "Behold kun ?subject=…"
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return "link-host", f'Adressen "{shown}" kan ikke læses.', "Kopiér den igen fra browserens adresselinje."
    if "@" in parts.netloc:
        return (
            "link-credentials",
            "Adressen indeholder et brugernavn eller en adgangskode.",
            "Slet det, der står før @.",
        )
    if not parts.hostname:
        return "link-host", f'Adressen "{shown}" mangler et domæne.', "Skriv fx https://www.eksempel.dk/side"
    return None


def _split(address: str) -> tuple[str, str]:
    """Return the path, decoded and in NFC, and the query and fragment with their signs."""
    match = re.match(r"[^?#]*", address)
    assert match is not None
    return unicodedata.normalize("NFC", unquote(match.group())), address[match.end() :]


def _kind(name: str, is_image: bool) -> str:
    is_file = "." in posixpath.basename(name.rstrip("/"))
    return "static" if is_image or (is_file and not name.lower().endswith(MARKDOWN)) else "filename"


def _leaves_content(address: str, path: str) -> bool:
    pelican = _PELICAN.fullmatch(address)
    name, _ = _split(pelican.group(2) if pelican else address)
    if not pelican and name.startswith("/"):
        return False
    start = "" if name.startswith("/") else posixpath.dirname(path)
    return posixpath.normpath(posixpath.join(start, name.lstrip("/"))).split("/")[0] == ".."
