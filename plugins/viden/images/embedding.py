"""Pictures inside a rendered body: their size, the widths they are offered in, and fetched only when near.

Works on the safe HTML that `bodies` makes, after the links in it have become
addresses; whatever is not an `<img>` of a known picture stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import unquote

from ..addresses import srcset
from ..model import Picture

SIZES = "(min-width: 40rem) 37.5rem, 94vw"
"""How wide a picture in a text is shown: the theme's measure, or nearly the whole of a small screen."""

_IMAGE = re.compile(r'<img(?P<attributes>(?:\s+[a-z-]+(?:="[^"]*")?)*)\s*/?>')
_ATTRIBUTE = re.compile(r'(?P<name>[a-z-]+)="(?P<value>[^"]*)"')
_REPLACED = frozenset({"width", "height", "srcset", "sizes", "loading", "decoding"})


def embedded(html: str, pictures: Mapping[str, Picture], root: str) -> str:
    """Return the body with its pictures at hand in several widths.

    `pictures` are by content path; `root` is the path of the site's address,
    "" at a host's root.
    """
    return _IMAGE.sub(lambda found: _image(found, pictures, root), html)


def _image(found: re.Match[str], pictures: Mapping[str, Picture], root: str) -> str:
    attributes = {a["name"]: a["value"] for a in _ATTRIBUTE.finditer(found["attributes"])}
    address = unescape(attributes.get("src", "")).partition("?")[0].partition("#")[0]
    known = pictures.get(unquote(address.removeprefix(f"{root}/"))) if address.startswith(f"{root}/") else None
    if known is None:
        return found.group()
    kept = {name: value for name, value in attributes.items() if name not in _REPLACED}
    image = _tag("img", {**kept, **_size(known, root), "loading": "lazy", "decoding": "async"})
    others = [_tag("source", _source(media, widths, root)) for media, widths in known.sources[:-1]]
    return f"<picture>{''.join(others)}{image}</picture>" if others else image


def _size(picture: Picture, root: str) -> dict[str, str]:
    own = picture.sources[-1][1]
    size = {"width": str(picture.width), "height": str(picture.height)}
    return {**size, "srcset": escape(srcset(own, root)), "sizes": SIZES} if len(own) > 1 else size


def _source(media: str, widths: tuple[tuple[int, str], ...], root: str) -> dict[str, str]:
    return {"type": media, "srcset": escape(srcset(widths, root)), "sizes": SIZES}


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"
