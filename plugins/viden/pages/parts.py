"""The parts that many views share: breadcrumbs, feeds, paging, counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import addresses
from ..model import COMPETENCE, WORK, Area, Facts, Library, Pointer
from .links import Link
from .views import FeedLink, PageLink, Pages, PointerLink

HOME = Link("Forside", addresses.HOME)
PAGE_SIZE = 20
FACET_HEADING = {COMPETENCE: "Kompetenceområder", WORK: "Arbejdsområder"}
FACET_WORD = {COMPETENCE: "kompetenceområde", WORK: "arbejdsområde"}


def trail(*links: Link) -> tuple[Link, ...]:
    """Return breadcrumbs from the front page down."""
    return (HOME, *links)


def feed_link(title: str, path: str) -> FeedLink:
    """Return the addresses of a feed's three formats; `path` is its stem below `feeds/`."""
    rss, atom, json = (addresses.feed_path(path, f) for f in ("rss", "atom", "json"))
    return FeedLink(title, rss, atom, json)


def site_feed(library: Library) -> FeedLink:
    """Return the feed of all posts."""
    return feed_link(f"{library.registers.site.name}: alle indlæg", addresses.ALL_POSTS)


def area_feed(area: Area) -> FeedLink:
    return feed_link(f"{area.label} ({FACET_WORD[area.facet]})", addresses.area_feed(area.facet, area.id))


def pair_feed_link(work: Area, skill: Area) -> FeedLink:
    """Return the feed of what belongs to both areas."""
    return feed_link(f"{work.label} og {skill.label}", addresses.pair_feed(work.id, skill.id))


def own_feed(title: str, path: str, library: Library, has_posts: bool) -> tuple[FeedLink, ...]:
    """Return a list's own feed, which is there once a post is, and then the site's."""
    return (*((feed_link(title, path),) if has_posts else ()), site_feed(library))


def paged(facts: Sequence[Facts], url: str) -> Iterator[tuple[str, Pages, tuple[Facts, ...]]]:
    """Yield address, place and posts of each page of a list; an empty list has one empty page."""
    count = max(1, -(-len(facts) // PAGE_SIZE))
    for number in range(1, count + 1):
        shown = sorted(n for n in {1, number - 1, number, number + 1, count} if 1 <= n <= count)
        links = tuple(PageLink(n, addresses.page_of(url, n), n == number) for n in shown)
        rows = tuple(facts[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
        yield addresses.page_of(url, number), Pages(number, count, len(facts), links if count > 1 else ()), rows


def numbered(title: str, pages: Pages) -> str:
    """Return the title with its page: "Ledelse, side 2 af 5"."""
    return title if pages.number == 1 else f"{title}, side {pages.number} af {pages.count}"


def pointer_links(facts: Sequence[Facts], limit: int) -> tuple[PointerLink, ...]:
    """Return the pointers of these posts in their order, at most `limit`."""
    found = (_pointer(f, p) for f in facts for p in f.pointers)
    return tuple(p for p, _ in zip(found, range(limit)))


def _pointer(facts: Facts, pointer: Pointer) -> PointerLink:
    return PointerLink(pointer.number, pointer.heading, f"{facts.url}#{pointer.anchor}", facts.title)
