"""Which picture shows a page where its link is shared, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from .. import addresses
from .texts import capital
from .views import Shown, View

AnyView = TypeVar("AnyView", bound=View)

OWN_TO = 2
"""Folders down to which a list has a card of its own; below that it takes the list's above it (chosen)."""
SHARED = (addresses.TOPICS, addresses.ARCHIVE)
"""Lists whose pages grow with the posts, and which have one card for all."""
POSTERS: Mapping[str, str] = {
    addresses.HOME: "blog",
    addresses.WORK_AREAS: "pointer",
    addresses.COMPETENCE_AREAS: "article",
    addresses.PEOPLE: "case",
    addresses.PUBLISHERS: "press",
    addresses.BLOGS: "blog",
    addresses.SERIES: "event",
    addresses.RELAYS: "pointer",
    addresses.CALENDAR: "event",
    addresses.SUBSCRIBE: "tool",
    addresses.SEARCH: "tool",
}
"""First folder of an address → the kind whose poster its card is drawn on; the others take that of an article."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn: the title, a small line above it, on the poster of a kind."""

    path: str
    title: str
    kind: str
    label: str


def post_card(view: Shown) -> Card:
    """Return the card of a post."""
    return Card(view.card, view.heading, view.facts.kind, view.kind.singular)


def with_cards(views: Iterable[AnyView]) -> tuple[AnyView, ...]:
    """Return the views, each with the address of its card; what search engines may not know of has none."""
    views = tuple(views)
    known = frozenset(v.url for v in views if _has_card(v))
    return tuple(replace(v, card=addresses.list_card_url(_home(v.url, known))) if _has_card(v) else v for v in views)


def list_cards(views: Iterable[View]) -> Iterator[Card]:
    """Yield the card of each view that has one of its own."""
    for view in views:
        if view.card and view.card == addresses.list_card_url(view.url):
            folder = view.url.partition("/")[0]
            kind = POSTERS.get(f"{folder}/" if folder else addresses.HOME, "article")
            yield Card(view.card, view.heading, kind, capital(view.kind_label))


def _has_card(view: View) -> bool:
    return view.is_indexed and view.url != addresses.STATEMENT


def _home(url: str, known: frozenset[str]) -> str:
    """Return the address whose card the page at `url` shows: the nearest list above it, or itself."""
    folders = url.rstrip("/").split("/")
    depth = 1 if url.startswith(SHARED) else OWN_TO
    above = ("/".join(folders[:n]) + "/" for n in range(min(depth, len(folders)), 0, -1))
    return next((page for page in above if page in known), url)
