"""The fewest pages of a built site on which all that it can show is shown, chosen by template and by part, not by chance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from viden import pages, pipeline
from viden_pelican.settings import defaults_folder

from tests.conftest import MOMENT

CLASS = re.compile(r'<[a-z][^<>]*?\sclass="([^"]*)"')
"""Our own pages are regular enough; a parser would take twenty times as long."""
Part = tuple[str, str]
"""A template and a class that stands on a page of it; for a variant, such as `box--fakta`, any template will do."""


def templates(content: Path) -> dict[str, str]:
    """Return address → template of every page that the content gives and a browser stays on, by address.

    The page at `/was/` sends its reader on at once: what a browser is asked there, it may be asked on its way.
    """
    reading = pipeline.read_folder(content, defaults_folder(), datetime.fromtimestamp(int(MOMENT), UTC))
    library, own = reading.library, reading.pages()
    frame = pages.frame(library.registers, "", "", pages=own)
    views = [pages.front_view(library, frame), *pages.all_views(library, frame, own)]
    views += [*pages.shown_posts(library).values(), *(pages.shown_page(page, library) for page in own)]
    return {view.url: view.template for view in sorted(views, key=lambda view: view.url) if view.template != "was.html"}


def parts(built: Path, kinds: Mapping[str, str]) -> dict[str, frozenset[Part]]:
    """Return address → the parts that stand on the page."""
    return {
        url: frozenset(("" if "--" in name else kind, name) for name in classes(built, url))
        for url, kind in kinds.items()
    }


def classes(built: Path, url: str) -> set[str]:
    path = built / url / "index.html" if url.endswith("/") or not url else built / url
    return {name for names in CLASS.findall(path.read_text(encoding="utf-8")) for name in names.split()}


def cover(shown: Mapping[str, frozenset[Part]]) -> list[str]:
    """Return addresses that together show every part: always the page that shows most of what is left, ties by address."""
    left = set().union(*shown.values())
    chosen = []
    while left:
        best = min(shown, key=lambda url: (-len(shown[url] & left), url))
        chosen.append(best)
        left -= shown[best]
    return sorted(chosen)


def sample(content: Path, built: Path) -> list[str]:
    """Return the addresses of the sample of a site."""
    return cover(parts(built, templates(content)))
