"""What a whole site holds besides its pages: our marker, and the digest of every file."""

from __future__ import annotations

import json
from pathlib import Path

from .files import read_bytes

MARKER = ".videnstafet"
MANIFEST = "manifest.sha256"
MARK = json.dumps({"format": 1, "product": "Videnstafet"}, sort_keys=True).encode() + b"\n"


def manifest(tree: Path) -> dict[str, str]:
    """Return path → SHA-256 of a tree's manifest; empty where it has none that can be read."""
    try:
        lines = read_bytes(tree / MANIFEST).decode().split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    return {line[66:]: line[:64] for line in lines if line[64:66] == "  "}
