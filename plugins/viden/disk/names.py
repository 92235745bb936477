"""Which names of files are leftovers, and which every system can hold."""

from __future__ import annotations

SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"})
"""What file managers leave in any folder they show; nobody's work is in them."""
LEFTOVER_ENDINGS = ("~", ".swp", ".swo")
"""What text editors leave behind."""
FORBIDDEN = frozenset('\\:*?"<>|') | {chr(n) for n in range(32)} | {"\x7f"}
"""Characters that a name cannot have on every system."""


def is_leftover(name: str) -> bool:
    """Tell whether a file name is a system's or an editor's leftover, to be passed over."""
    return name.startswith(".") or name.casefold() in SYSTEM_FILES or name.endswith(LEFTOVER_ENDINGS)


def is_portable(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not FORBIDDEN.intersection(name) and name == name.rstrip(". ")
