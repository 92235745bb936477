"""The guide as the preview serves it: the sample site, built when it is asked for, and the page cut from it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from viden import disk
from viden.model import KINDS

from .page import assemble, stylesheet

ADDRESS = "/stilguide/"
STYLE_ADDRESS = "/_viden/stilguide.css"
SHELL = "om/index.html"
"""The page of the samples whose frame the style page takes."""
FILLERS = 22
"""Posts beside those in the folder, so that the archive has two pages and every kind its card."""

Build = Callable[[Path, Path], tuple[bool, str]]
"""Content folder and output folder → whether it went well, and what was said."""


@dataclass(slots=True)
class Guide:
    """The sample site, built anew when `turn` is another than last time."""

    theme: Path
    workshop: Path
    """A folder of the guide's own for what it builds."""
    build: Build
    said: str = ""
    """What the last build said, where it failed."""
    _turn: int | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def output(self) -> Path:
        return self.workshop / "output"

    def refresh(self, turn: int) -> None:
        """Build the samples unless they are built for this turn; the last good ones stay when that fails."""
        with self._lock:
            if turn == self._turn:
                return
            self._turn = turn
            content = self.workshop / "content"
            _lay_out(self.theme / "stilguide", content)
            is_good, said = self.build(content, self.output)
            self.said = "" if is_good else said

    def page(self) -> bytes:
        """Return the style page; `LookupError` names a part that the samples lack."""
        return assemble(self.output, SHELL, self._tokens(), STYLE_ADDRESS).encode()

    def style(self) -> bytes:
        return stylesheet(self._tokens()).encode()

    def _tokens(self) -> str:
        return disk.read_bytes(self.theme / "static" / "css" / "tokens.css").decode("utf-8")


def _lay_out(samples: Path, content: Path) -> None:
    """Copy the samples into a content folder of their own, and write the fillers beside them."""
    sources, _ = disk.read_tree(samples)
    for source in sources:
        disk.write_if_changed(content / source.path, source.data)
    for number in range(1, FILLERS + 1):
        disk.write_if_changed(content / "artikler" / f"indlaeg-{number:02d}.md", _filler(number).encode())


def _filler(number: int) -> str:
    kind = KINDS[number % len(KINDS)]
    heading = "## 1) En pointe\n\n" if kind.id == "pointer" else ""
    picture = _PICTURE if number == 1 else ""
    return _FILLER.format(kind=kind, number=number, day=25 - number, heading=heading, picture=picture)


_FILLER = """Title: {kind.singular} nummer {number}
Date: 2026-11-{day:02d}
Id: indlaeg-{number:02d}
Kind: {kind.id}
Authors: Signe Prøvesten
Publisher: proevehuset
Work_areas: administration-oekonomi
Competence_areas: etik-regulering
{picture}Summary: Et kort indlæg, der kun er til for at fylde en liste ud, så man kan se, hvordan den bliver brudt.

{heading}Indlæg nummer {number} har kun den ene linje.
"""

_PICTURE = "Image: billeder/plakat.png\nImage_alt: En sol og en stafet på petroleumsblå bund\n"
