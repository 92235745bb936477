"""From lines to numbers: distinct readers a day, robots out, small numbers out, a month together."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Iterable, Mapping
from datetime import date

from ..model import MostRead
from .lines import Line
from .robots import is_robot

FLOOR = 5
"""Readers that a post must have on a day for the day to count (chosen: nobody can be picked out)."""
GREEDY = 40
"""Posts on one day; who opens more is a program, or a reader that stands for no other (chosen)."""
ROWS = 10
"""Posts that are kept."""
SEEN = (200, 304)
"""Status of a page that was shown: sent, or still in the browser."""

Readers = dict[date, dict[str, set[bytes]]]
"""Day → id of a post → marks of those who read it."""


def most_read(
    lines: Iterable[Line], posts: Mapping[str, str], month: date, salt: bytes, floor: int = FLOOR
) -> MostRead:
    """Return the posts that were read most in `month`, most first, equal numbers by id.

    `posts` are path → id, with `/` before and after. A reader counts once a day
    for each post. `salt` is to be new random bytes for each call and to be kept
    nowhere: without it no mark leads back to an address, and none leaves here.
    """
    readers, robots = _gathered(lines, posts, month, salt)
    totals: dict[str, int] = {}
    for day, read in readers.items():
        greedy = _greedy(read)
        for id, marks in read.items():
            people = len(marks - robots.get(day, set()) - greedy)
            if people >= floor:
                totals[id] = totals.get(id, 0) + people
    rows = sorted(totals.items(), key=lambda row: (-row[1], row[0]))[:ROWS]
    return MostRead(month.replace(day=1), tuple(rows))


def _gathered(
    lines: Iterable[Line], posts: Mapping[str, str], month: date, salt: bytes
) -> tuple[Readers, dict[date, set[bytes]]]:
    """Return who read what on each day, and who asked for robots.txt, as only programs do."""
    readers: Readers = {}
    robots: dict[date, set[bytes]] = {}
    for line in lines:
        if (line.day.year, line.day.month) != (month.year, month.month):
            continue
        if line.path.endswith("/robots.txt"):
            robots.setdefault(line.day, set()).add(_mark(line, salt))
        elif (id := posts.get(_page(line.path))) and _was_shown(line):
            readers.setdefault(line.day, {}).setdefault(id, set()).add(_mark(line, salt))
    return readers, robots


def _was_shown(line: Line) -> bool:
    """Whether a page was shown to somebody; in the common format a program cannot be told by its name."""
    return line.method == "GET" and line.status in SEEN and not (line.agent is not None and is_robot(line.agent))


def _page(path: str) -> str:
    return path.removesuffix("index.html")


def _mark(line: Line, salt: bytes) -> bytes:
    """Return a mark for an address on a day: another day or another salt gives another."""
    told = f"{line.day.isoformat()} {_household(line.address)}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(told, key=salt, digest_size=16).digest()


def _household(address: str) -> str:
    """Return an address; of IPv6 the network, since one device changes its own part all the time (RFC 8981)."""
    try:
        return str(ipaddress.IPv6Network((address, 64), strict=False))
    except ValueError:
        return address


def _greedy(read: Mapping[str, set[bytes]]) -> set[bytes]:
    counts: dict[bytes, int] = {}
    for marks in read.values():
        for mark in marks:
            counts[mark] = counts.get(mark, 0) + 1
    return {mark for mark, count in counts.items() if count > GREEDY}


def written(found: MostRead) -> str:
    """Return the register `mest_laeste.yaml`."""
    head = "# Skrevet af most_read ud fra webserverens log. Kun indlæggets Id og antallet af læsere gemmes.\n"
    rows = "".join(f"  - {{id: {id}, laesere: {readers}}}\n" for id, readers in found.rows)
    return f"{head}periode: {found.month:%Y-%m}\nindlaeg:{' []' if not rows else ''}\n{rows}"
