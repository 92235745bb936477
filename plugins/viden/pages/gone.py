"""What answers where a text was taken down: a page that says so and names neither title nor text.

Each withdrawn address has such a page, which is what a host without rules can
serve; hosts with rules answer 410 with the one at `410.html`. See `hosting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import addresses
from ..model import Library
from .parts import site_feed
from .texts import describe
from .views import GoneView

TITLE = "Siden er taget ned"


def gone_views(library: Library) -> Iterator[GoneView]:
    """Yield the page for each withdrawn address, and the common one."""
    yield _view(addresses.GONE, None, library)
    for row in library.registers.withdrawn:
        path = addresses.redirect_path(row.address)
        if path is not None:
            yield _view(path.removesuffix("index.html"), row.day, library)


def _view(url: str, day: date | None, library: Library) -> GoneView:
    return GoneView(
        template="410.html",
        url=url,
        title=TITLE,
        heading=TITLE,
        description=describe("Her lå en tekst, som er taget ned og ikke kommer igen. Søg efter noget andet."),
        feeds=(site_feed(library),),
        is_indexed=False,
        day=day,
    )
