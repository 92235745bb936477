"""The theme's style sheet: its files joined in the order that the first of them declares."""

from __future__ import annotations

import re
from collections.abc import Mapping

ENTRY = "main.css"
IMPORT = re.compile(r'@import "(?P<name>[a-z0-9/_.-]++)"(?: layer\((?P<layer>[a-z]++)\))?;\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def bundle(files: Mapping[str, bytes]) -> bytes:
    """Return one style sheet: `main.css` with each `@import "x.css" layer(y);` replaced by that file in its layer.

    Comments and indentation go; a file that is imported but missing raises `KeyError`.
    """
    entry = files[ENTRY].decode("utf-8")
    joined = IMPORT.sub(lambda found: _layered(found, files), entry)
    return _slim(joined).encode("utf-8")


def _layered(found: re.Match[str], files: Mapping[str, bytes]) -> str:
    text = files[found["name"]].decode("utf-8")
    return f"@layer {found['layer']} {{\n{text}}}\n" if found["layer"] else text


def _slim(css: str) -> str:
    """Return the style sheet without comments, indentation and empty lines; nothing else is touched."""
    lines = (line.strip() for line in COMMENT.sub("", css).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
