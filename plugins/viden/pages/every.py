"""Every page of the site that is not Pelican's, and the front page that Pelican asks for."""

from __future__ import annotations

from collections.abc import Iterable

from .. import addresses
from ..dates import month_name
from ..model import COMPETENCE, WORK, Facts, Library, TaggedPost
from .abbreviations import abbreviation_views
from .areas import area_counts, area_tiles, area_views
from .cards import with_cards
from .frame import Frame
from .gone import gone_views
from .groups import group_views
from .knowledge import knowledge_views
from .links import Link
from .lists import list_views
from .meetings import next_meeting
from .parts import pointer_links, site_feed, trail
from .people import people_views
from .pointers import pointer_views
from .shelves import shelve
from .subscriptions import subscribe_views
from .texts import cut, describe
from .views import CommentLink, FrontView, Group, LegalView, NotFoundView, View

FEATURED, NEWEST, POINTERS, POPULAR = 3, 8, 6, 5
"""How many the front page shows, chosen."""
OPENING = 100
"""Characters of a comment on the front page, chosen."""


def all_views(library: Library, frame: Frame, pages: Iterable[TaggedPost] = ()) -> tuple[View, ...]:
    """Return a view for each page but posts, pages of `sider/` and the front page, by address.

    `pages` are the published pages of `sider/`: one that an editor wrote at
    the address of a law page takes its place.
    """
    shelves = shelve(library)
    written = {addresses.page_url(t.post.slug) for t in pages}
    views = [
        *area_views(library, shelves),
        *knowledge_views(library, shelves),
        *people_views(library, shelves),
        *group_views(library, shelves),
        *pointer_views(library, shelves),
        *list_views(library, shelves),
        *subscribe_views(library, shelves),
        *abbreviation_views(library),
        *(v for v in _legal(library, frame) if v.url not in written),
        _not_found(library),
        *gone_views(library),
    ]
    return with_cards(sorted(views, key=lambda v: v.url))


def front_view(library: Library, frame: Frame) -> FrontView:
    """Return the front page: featured, work areas, newest, next event, a call to subscribe."""
    site, shelves = library.registers.site, shelve(library)
    featured = _featured(library)
    chosen = {f.id for f in featured}
    newest = tuple(f for f in library.facts if f.id not in chosen)[:NEWEST]
    return FrontView(
        template="index.html",
        url=addresses.HOME,
        title=site.name,
        heading=site.name,
        description=describe(site.description or site.tagline or site.name, site.tagline, FRONT),
        feeds=(site_feed(library),),
        card=addresses.list_card_url(addresses.HOME),
        kind_label=site.tagline,
        featured=featured,
        newest=newest,
        work_areas=area_tiles(WORK, library, shelves),
        competence_areas=area_counts(COMPETENCE, library, shelves),
        next_event=next_meeting(library, shelves),
        pointers=pointer_links(library.facts, POINTERS),
        comments=_comments(library),
        popular=_popular(library),
    )


FRONT = "Artikler, blogs og pointer, ordnet efter, hvad de handler om."


def _featured(library: Library) -> tuple[Facts, ...]:
    """Return what editors chose, in their order; where they chose nothing, the newest post."""
    known = {f.id: f for f in library.facts}
    chosen = tuple(known[id] for id in library.registers.site.featured if id in known)
    return chosen[:FEATURED] or library.facts[:1]


def _comments(library: Library) -> tuple[CommentLink, ...]:
    posts = {f.id: f for f in library.facts}
    latest = (c for c in library.latest_comments if c.post in posts)
    return tuple(CommentLink(c, posts[c.post], cut(" ".join(c.text.split()), OPENING)) for c in latest)


def _popular(library: Library) -> Group | None:
    """Return what readers read most; without a count what editors recommend, and says which; else nothing."""
    known = {f.id: f for f in library.facts}
    counted = library.registers.most_read
    read = tuple(known[id] for id, _ in counted.rows if id in known)[:POPULAR] if counted else ()
    if counted and read:
        title = f"Mest læste i {month_name(counted.month.month)} {counted.month.year}"
        return Group(title, "mest-laeste", read, url=addresses.PRIVACY, note="Vi tæller uden at følge nogen.")
    chosen = tuple(known[id] for id in library.registers.site.recommended if id in known)[:POPULAR]
    return Group("Redaktionen anbefaler", "anbefalet", chosen) if chosen else None


def _not_found(library: Library) -> NotFoundView:
    return NotFoundView(
        template="404.html",
        url=addresses.NOT_FOUND,
        title="Siden findes ikke",
        heading="Siden findes ikke",
        description=describe("Adressen fører ikke til noget her. Søg efter ordet, eller vælg et arbejdsområde."),
        breadcrumbs=trail(Link("Siden findes ikke", addresses.NOT_FOUND)),
        feeds=(site_feed(library),),
        is_indexed=False,
    )


def _legal(library: Library, frame: Frame) -> tuple[LegalView, ...]:
    """Return the accessibility page with `/was/` where the register gives a statement, and the privacy page."""
    site = library.registers.site
    rows = (
        (
            "tilgaengelighed.html",
            addresses.ACCESSIBILITY,
            "Tilgængelighedserklæring",
            f"Sådan er {site.name} gjort tilgængelig, og sådan melder du det, der ikke virker for dig.",
        ),
        (
            "was.html",
            addresses.STATEMENT,
            "Tilgængelighedserklæring på was.digst.dk",
            f"Herfra kommer du til den officielle tilgængelighedserklæring for {site.name}.",
        ),
        (
            "privatliv.html",
            addresses.PRIVACY,
            "Privatliv",
            f"{site.name} sætter ingen cookies og måler ikke, hvad du læser. Her står, hvad der gemmes, og hvem der svarer.",
        ),
    )
    return tuple(
        LegalView(
            template=template,
            url=url,
            title=title,
            heading=title,
            description=describe(text),
            breadcrumbs=trail(Link(title, url)),
            feeds=(site_feed(library),),
            was_url=site.was_url,
            statement_date=site.statement_date,
            controller=site.privacy.controller or site.contact_name,
            privacy=site.privacy,
            takes_comments=bool(site.comment_email),
            counts_readers=library.registers.most_read is not None,
        )
        for template, url, title, text in rows
        if site.was_url or url == addresses.PRIVACY
    )
