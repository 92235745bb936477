"""Image credits: what an editor wrote after `Image_credit`, taken apart and printed in one way."""

from __future__ import annotations

import re
from dataclasses import dataclass

USUAL = "Foto"
LABELS = ("Foto", "Illustration", "Tegning", "Grafik", "Maleri", "Kort", "Collage", "Skærmbillede", "Video")
"""What an image may be called before the colon."""
_LABEL = re.compile(rf"(?:({'|'.join(LABELS)})\s*:|©)\s*", re.IGNORECASE)
_SOURCE = re.compile(r"\s*(?P<by>,|/|\bpå\b|\bvia\b)\s+")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made an image, and where it comes from."""

    label: str
    """"Foto", "Illustration"."""
    name: str
    source: str = ""
    by: str = ""
    """The word or sign between name and source, as written: `på`, `via`, `/` or `,`."""

    @property
    def text(self) -> str:
        """ "Foto: Bolette Krag på Pixelhavn.dk"."""
        gap = "" if self.by == "," else " "
        return f"{self.label}: {self.name}" + (f"{gap}{self.by} {self.source}" if self.source else "")


def credit(written: str) -> Credit | None:
    """Return what a credit says, a photo where it does not say what it is; None for an empty text."""
    text = " ".join(written.split())
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    if not rest:
        return None
    what = (label[1] or USUAL).capitalize() if label else USUAL
    parted = _SOURCE.search(rest)
    if parted is None or not parted.start() or parted.end() == len(rest):
        return Credit(what, rest)
    return Credit(what, rest[: parted.start()], rest[parted.end() :], parted["by"])
