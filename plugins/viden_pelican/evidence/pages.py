"""The evidence as the preview serves it: the content read once for each build, and a page for each address."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from viden import addresses, disk, pipeline, tagging
from viden.model import TaggedPost

from .frame import HEADING, framed
from .list_page import list_page
from .post_page import post_page

ADDRESS = "/hvorfor/"
STYLE_ADDRESS = "/_viden/hvorfor.css"
_STYLE = Path(__file__).with_name("evidence.css")

Read = Callable[[], pipeline.Reading]


def address_for(address: str) -> str:
    """Return where the evidence of the page at `address` stands: the post's own page, or the list of all."""
    folder, _, slug = address.strip("/").partition("/")
    return f"{ADDRESS}{slug}/" if folder == "artikler" and slug and "/" not in slug else ADDRESS


@dataclass(slots=True)
class Evidence:
    """The content as it was read for build number `turn`, with what the tagger has to say of each post."""

    output: Path
    """The preview's site, whose frame the pages take."""
    read: Read
    _turn: int | None = None
    _reading: pipeline.Reading | None = None
    _judgements: dict[str, tagging.Judgement] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self, turn: int) -> None:
        """Read the content unless it is read for this build."""
        with self._lock:
            if turn != self._turn:
                self._reading = self.read()
                self._judgements = pipeline.judgements(self._reading)
                self._turn = turn

    def page(self, address: str) -> bytes | None:
        """Return the page at an address below `ADDRESS`, or None; `OSError` where the site is not built yet."""
        if self._reading is None:
            return None
        posts = [t for t in self._reading.tagged if t.post.is_article]
        slug = address.removeprefix(ADDRESS).strip("/")
        if not slug:
            return self._framed(HEADING, list_page(posts, self._judgements, ADDRESS))
        tagged = next((t for t in posts if t.post.slug == slug), None)
        return None if tagged is None else self._framed(*self._post(self._reading, tagged))

    def style(self) -> bytes:
        return disk.read_bytes(_STYLE)

    def _post(self, reading: pipeline.Reading, tagged: TaggedPost) -> tuple[str, str]:
        path = tagged.post.place.path
        text = next(s.data for s in reading.sources if s.path == path).decode("utf-8")
        areas = {a.id: a for a in (*reading.registers.competence_areas, *reading.registers.work_areas)}
        page = post_page(
            tagged, self._judgements[tagged.post.id], text, areas, f"/{addresses.article_url(tagged.post.slug)}"
        )
        return f"{HEADING} {tagged.post.title}", page

    def _framed(self, title: str, main: str) -> bytes:
        shell = disk.read_bytes(self.output / "404.html").decode("utf-8")
        return framed(shell, title, main, STYLE_ADDRESS).encode()
