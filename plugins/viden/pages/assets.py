"""The theme's files: one style sheet, joined in the order that its first file declares, and addresses that change with what they name.

See docs/decisions/0029-assets-keep-their-names.md.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

ENTRY = "main.css"
IMPORT = re.compile(r'@import "(?P<name>[a-z0-9/_.-]++)"(?: layer\((?P<layer>[a-z]++)\))?;\n?')
MODULE = re.compile(r"""(?<=["'])\./(?P<name>[a-z-]++\.js)(?=["'])""")
SPACE = re.compile(r"""(?P<text>"[^"]*+"|'[^']*+')|[ ]*+(?:;[ ]*+(?=\}))?(?P<sign>[{};,])[ ]*+|:[ ]++""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def bundle(files: Mapping[str, bytes]) -> bytes:
    """Return one style sheet: `main.css` with each `@import "x.css" layer(y);` replaced by that file in its layer.

    Comments and spaces without meaning go; a file that is imported but missing raises `KeyError`.
    """
    entry = files[ENTRY].decode("utf-8")
    joined = IMPORT.sub(lambda found: _layered(found, files), entry)
    return _slim(joined).encode("utf-8")


def versioned(path: str, body: bytes) -> str:
    """Return the address of a file with a query that changes when its bytes do: it may be kept for as long as one likes."""
    return f"{path}?v={hashlib.sha256(body).hexdigest()[:10]}"


def linked(scripts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the scripts by file name, each `"./other.js"` in them with the version of that script.

    A script that is named but missing raises `KeyError`; two that name each other have no version.
    """
    return {name: _linked(name, scripts) for name in scripts}


def _linked(name: str, scripts: Mapping[str, bytes]) -> bytes:
    def version(found: re.Match[str]) -> str:
        return f"./{versioned(found['name'], _linked(found['name'], scripts))}"

    return MODULE.sub(version, scripts[name].decode("utf-8")).encode("utf-8")


def _layered(found: re.Match[str], files: Mapping[str, bytes]) -> str:
    text = files[found["name"]].decode("utf-8")
    return f"@layer {found['layer']} {{\n{text}}}\n" if found["layer"] else text


def _slim(css: str) -> str:
    """Return the style sheet without comments and the spaces that mean nothing; strings are not touched.

    A space before a colon stays, for it may part two selectors, and so do those around the signs of a sum.
    """
    lines = (line.strip() for line in COMMENT.sub("", css).split("\n"))
    return "\n".join(SPACE.sub(_closer, line) for line in lines if line) + "\n"


def _closer(found: re.Match[str]) -> str:
    return found["text"] or found["sign"] or ":"
