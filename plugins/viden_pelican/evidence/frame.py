"""The frame of the preview's own pages: a built page without what is said in it."""

from __future__ import annotations

from bs4 import BeautifulSoup

HEADING = "Hvorfor disse områder?"


def framed(shell: str, title: str, main: str, style: str) -> str:
    """Return `shell` with another title and main part, and one more style sheet."""
    page = BeautifulSoup(shell, "html.parser")
    if page.title is not None:
        page.title.string = title
    if page.head is not None:
        page.head.append(page.new_tag("link", rel="stylesheet", href=style))
        for link in page.head.select(
            'link[rel="canonical"], link[rel="alternate"], script[type="module"][src*="missing"]'
        ):
            link.decompose()
    for here in page.select('nav.breadcrumbs [aria-current="page"]'):
        here.string = HEADING
    holder = page.select_one("main")
    if holder is None:
        raise LookupError("Siden har ingen main.")
    holder.clear()
    holder.append(BeautifulSoup(main, "html.parser"))
    return str(page)
