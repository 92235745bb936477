"""The subscription pages: what one can follow, and the address to follow it at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .. import addresses
from ..model import COMPETENCE, WORK, Area, Library
from .areas import areas_of
from .links import Link
from .parts import FACET_WORD, area_feed, pair_feed_link, site_feed, trail
from .shelves import Shelves
from .texts import describe
from .views import FeedLink, SubscribeAreaView, SubscribeView, Subscription, View

SUBSCRIBE = Link("Abonnér", addresses.SUBSCRIBE)
NEWEST = 5


def subscribe_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the page of all subscriptions and one for each area; a work area goes before a namesake."""
    registers = library.registers
    yield SubscribeView(
        template="abonner.html",
        url=addresses.SUBSCRIBE,
        title="Abonnér",
        heading="Abonnér",
        description=describe(
            "Følg dit arbejdsområde eller et kompetenceområde: feeds til nyhedslæsere og ugens indlæg samlet i ét nyhedsbrev."
        ),
        breadcrumbs=trail(SUBSCRIBE),
        feeds=(site_feed(library),),
        section=addresses.SUBSCRIBE,
        everything=Subscription("Alt nyt", "Hvert nyt indlæg, uanset område.", site_feed(library)),
        work_areas=tuple(_subscription(a) for a in registers.work_areas),
        competence_areas=tuple(_subscription(a) for a in registers.competence_areas),
        opml=addresses.OPML,
    )
    taken = {a.id for a in registers.work_areas}
    for area in (*registers.work_areas, *(a for a in registers.competence_areas if a.id not in taken)):
        yield _area(area, library, shelves)


def _facet_where_shared(area: Area, library: Library) -> str:
    """Return the facet in brackets where an area of the other facet has the same name."""
    registers = library.registers
    names = [a.label for a in registers.work_areas + registers.competence_areas]
    return f" ({FACET_WORD[area.facet]})" if names.count(area.label) > 1 else ""


def _subscription(area: Area) -> Subscription:
    return Subscription(area.label, area.definition, area_feed(area), addresses.subscribe_url(area.id), _weekly(area))


def _weekly(area: Area) -> FeedLink | None:
    """Return the feed of a work area's weekly editions; there is none for competence areas."""
    if area.facet != WORK:
        return None
    path = addresses.edition_feed(area.id, addresses.RHYTHMS["week"])
    rss, atom = (addresses.feed_path(path, f) for f in ("rss", "atom"))
    return FeedLink(f"Nyhedsbrev: {area.label}", rss, atom)


def _area(area: Area, library: Library, shelves: Shelves) -> SubscribeAreaView:
    url = addresses.subscribe_url(area.id)
    weekly = ", eller samlet en gang om ugen" if area.facet == WORK else ""
    return SubscribeAreaView(
        template="abonner-omraade.html",
        url=url,
        title=f"Abonnér på {area.label}{_facet_where_shared(area, library)}",
        heading=f"Abonnér på {area.label}",
        kind_label=FACET_WORD[area.facet],
        description=describe(
            f"Få nyt om {area.label.lower()}, så snart det kommer{weekly}.",
            "Kopiér adressen til din nyhedslæser.",
        ),
        breadcrumbs=trail(SUBSCRIBE, Link(area.label, url)),
        feeds=(area_feed(area), site_feed(library)),
        section=addresses.SUBSCRIBE,
        area=area,
        area_url=addresses.area_url(area.facet, area.id),
        subscription=_subscription(area),
        pairs=_pairs(area, library, shelves) if area.facet == WORK else (),
        newest=shelves.areas.get(area.id, ())[:NEWEST],
    )


def _pairs(work: Area, library: Library, shelves: Shelves) -> tuple[Subscription, ...]:
    """Return a feed for each competence area that posts of this work area have; an empty pair has none."""
    numbers = Counter(id for f in shelves.areas.get(work.id, ()) for id in f.competence_areas)
    return tuple(
        Subscription(
            c.label,
            "",
            pair_feed_link(work, c),
            addresses.pair_url(work.id, c.id),
            id=c.id,
            number=numbers[c.id],
        )
        for c in areas_of(COMPETENCE, library.registers)
        if numbers[c.id]
    )
