"""The sample content's own pictures: flat shapes from one palette, the same bytes each time.

They are drawn by a program so that nobody else has a right in them. Nothing
here is random, and no metadata is written.
"""

from __future__ import annotations

from collections.abc import Callable

from .corridor import corridor
from .door import door
from .harbour import harbour
from .library import library
from .marks import mark_of_kystlauget, mark_of_videnstafet
from .meeting_room import meeting_room
from .relay import relay
from .river_path import river_path
from .road import road
from .sheet import Sheet
from .sports_hall import sports_hall

__all__ = ["PICTURES", "Sheet"]

PICTURES: dict[str, Callable[[], Sheet]] = {
    "bibliotek.jpg": library,
    "doer.jpg": door,
    "havn.jpg": harbour,
    "idraetshal.jpg": sports_hall,
    "logo-kystlauget.png": mark_of_kystlauget,
    "logo-videnstafet.png": mark_of_videnstafet,
    "moedelokale.jpg": meeting_room,
    "plejecenter-gang.jpg": corridor,
    "sti-ved-aaen.jpg": river_path,
    "stafet.jpg": relay,
    "vej-cykelsti.jpg": road,
}
"""File name → what draws it."""
