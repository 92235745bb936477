"""The sample content's own pictures: flat shapes from one palette, the same bytes each time.

They are drawn by a program so that nobody else has a right in them. Nothing
here is random, and no metadata is written.
"""

from __future__ import annotations

from collections.abc import Callable

from .assembly import assembly
from .card_on_wall import card_on_wall
from .corridor import corridor
from .door import door
from .harbour import harbour
from .library import library
from .marks import mark_of_fagfaellerne, mark_of_kystlauget, mark_of_videnstafet
from .meeting_room import meeting_room
from .outage import outage
from .pay_office import pay_office
from .reading_aloud import headphones_on_a_peg, reading_aloud
from .relay import relay
from .river_path import river_path
from .road import road
from .sheet import Sheet
from .snow_road import snow_road
from .sports_hall import sports_hall
from .video_call import video_call

__all__ = ["PICTURES", "Sheet"]

PICTURES: dict[str, Callable[[], Sheet]] = {
    "bibliotek.jpg": library,
    "borgerting.jpg": assembly,
    "doer.jpg": door,
    "driftsstop.jpg": outage,
    "gevinstkort.jpg": card_on_wall,
    "havn.jpg": harbour,
    "hoeretelefoner.jpg": headphones_on_a_peg,
    "idraetshal.jpg": sports_hall,
    "loenkontor.jpg": pay_office,
    "logo-fagfaellerne.png": mark_of_fagfaellerne,
    "logo-kystlauget.png": mark_of_kystlauget,
    "logo-videnstafet.png": mark_of_videnstafet,
    "moedelokale.jpg": meeting_room,
    "ordblind.jpg": reading_aloud,
    "plejecenter-gang.jpg": corridor,
    "snerydning.jpg": snow_road,
    "stafet.jpg": relay,
    "sti-ved-aaen.jpg": river_path,
    "vej-cykelsti.jpg": road,
    "videosamtale.jpg": video_call,
}
"""File name → what draws it."""
