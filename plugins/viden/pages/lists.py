"""The lists by time and by word: archive, topics, calendar, every title for searching without JavaScript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .. import addresses
from ..dates import COPENHAGEN, month_name
from ..language import sort_key
from ..model import Facts, Library
from .links import Link
from .meetings import event_order, meeting, series_calendar
from .parts import FACET_WORD, numbered, paged, site_feed, trail
from .people import letters
from .published import is_over
from .shelves import Shelves
from .texts import capital, counted, describe
from .views import ArchiveView, CalendarView, Count, Group, SearchView, TopicsView, TopicView, View

ARCHIVE = Link("Arkiv", addresses.ARCHIVE)
TOPICS = Link("Emneord", addresses.TOPICS)


def list_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield archive, topics, calendar and search."""
    yield from _archive(library, shelves)
    yield from _topics(library, shelves)
    yield _calendar(library, shelves)
    yield _search(library, shelves)


def _archive(library: Library, shelves: Shelves) -> Iterator[ArchiveView]:
    years = _years(shelves)
    yield from _listing(library, library.facts, ("Arkiv", addresses.ARCHIVE), (), years, ())
    for year in (int(y.text) for y in years):
        trail_year = Link(str(year), addresses.archive_url(year))
        months = _months(year, shelves)
        posts = tuple(f for f in library.facts if f.published.astimezone(COPENHAGEN).year == year)
        yield from _listing(library, posts, (f"Arkiv {year}", trail_year.url), (trail_year,), years, months)
        for month in range(12, 0, -1):
            rows = shelves.months.get(f"{year:04d}-{month:02d}", ())
            if rows:
                name = f"{month_name(month)} {year}"
                link = Link(capital(name), addresses.archive_url(year, month))
                yield from _listing(library, rows, (f"Arkiv: {name}", link.url), (trail_year, link), years, months)


def _listing(
    library: Library,
    posts: tuple[Facts, ...],
    named: tuple[str, str],
    above: tuple[Link, ...],
    years: tuple[Count, ...],
    months: tuple[Count, ...],
) -> Iterator[ArchiveView]:
    title, root = named
    when = title.removeprefix("Arkiv").removeprefix(":").strip()
    about = f"{counted(len(posts), 'indlæg', 'indlæg')} {f'fra {when}' if when else 'i alt'} på {library.registers.site.name}"
    for url, pages, rows in paged(posts, root):
        crumbs = (*above[:-1], Link(numbered(above[-1].text, pages), url)) if above else ()
        yield ArchiveView(
            template="arkiv.html",
            url=url,
            title=numbered(title, pages),
            heading=capital(when) or "Arkiv",
            kind_label="arkiv" if when else "",
            description=describe(
                numbered(f"{about}, nyeste først", pages), "Find artikler, blogindlæg og pointer efter år og måned."
            ),
            breadcrumbs=trail(ARCHIVE if crumbs else Link(numbered("Arkiv", pages), url), *crumbs),
            feeds=(site_feed(library),),
            facts=rows,
            pages=pages,
            years=years,
            months=months,
        )


def _years(shelves: Shelves) -> tuple[Count, ...]:
    """Return the years with posts, newest first."""
    numbers: Counter[int] = Counter()
    for month, posts in shelves.months.items():
        numbers[int(month[:4])] += len(posts)
    return tuple(Count(str(y), numbers[y], addresses.archive_url(y)) for y in sorted(numbers, reverse=True))


def _months(year: int, shelves: Shelves) -> tuple[Count, ...]:
    """Return the months of a year that have posts, January first."""
    rows = ((m, len(shelves.months.get(f"{year:04d}-{m:02d}", ()))) for m in range(1, 13))
    return tuple(Count(capital(month_name(m)), n, addresses.archive_url(year, m)) for m, n in rows if n)


def _topics(library: Library, shelves: Shelves) -> Iterator[View]:
    names = topic_names(library)
    entries = sorted(
        (Count(names[s], len(posts), addresses.topic_url(s)) for s, posts in shelves.topics.items()),
        key=lambda c: (sort_key(c.text), c.url),
    )
    yield TopicsView(
        template="emner.html",
        url=addresses.TOPICS,
        title="Emneord",
        heading="Emneord",
        description=describe(
            f"Alle emneord på {library.registers.site.name} fra A til Å med antallet af indlæg under hvert."
        ),
        breadcrumbs=trail(TOPICS),
        feeds=(site_feed(library),),
        letters=letters(entries),
        intro="Emneord er de frie ord, som forfatterne selv har sat på.",
    )
    for entry in entries:
        posts = shelves.topics[entry.url.removeprefix(addresses.TOPICS).rstrip("/")]
        yield from _topic(entry.text, entry.url, posts, library)


def _topic(name: str, root: str, posts: tuple[Facts, ...], library: Library) -> Iterator[TopicView]:
    for url, pages, rows in paged(posts, root):
        about = f"{counted(len(posts), 'indlæg', 'indlæg')} om {name} på {library.registers.site.name}"
        yield TopicView(
            template="emne.html",
            url=url,
            title=numbered(f"Emne: {name}", pages),
            heading=name,
            kind_label="emneord",
            description=describe(numbered(about, pages), "Artikler, blogindlæg og pointer samlet, nyeste først."),
            breadcrumbs=trail(TOPICS, Link(numbered(name, pages), url)),
            feeds=(site_feed(library),),
            facts=rows,
            pages=pages,
        )


def topic_names(library: Library) -> dict[str, str]:
    """Return slug → the spelling of a keyword used most, equal ones by alphabet."""
    written = Counter(t for f in library.facts for t in f.tags if library.registers.is_topic(t))
    names: dict[str, str] = {}
    for tag in sorted(written, key=lambda t: (-written[t], t)):
        names.setdefault(addresses.slug(tag), tag)
    return names


def topic_urls(library: Library) -> frozenset[str]:
    """Return the addresses of the keywords' pages."""
    return frozenset(map(addresses.topic_url, topic_names(library)))


def _calendar(library: Library, shelves: Shelves) -> CalendarView:
    events = sorted(library.registers.events, key=event_order)
    coming = [e for e in events if not is_over(e, library.moment)]
    past = [e for e in reversed(events) if is_over(e, library.moment)]
    return CalendarView(
        template="kalender.html",
        url=addresses.CALENDAR,
        title="Kalender",
        heading="Kalender",
        description=describe(
            "Kommende og afholdte temamøder og andre arrangementer med oplægsholdere og filer til din egen kalender."
        ),
        breadcrumbs=trail(Link("Kalender", addresses.CALENDAR)),
        feeds=(site_feed(library),),
        coming=tuple(meeting(e, library, shelves) for e in coming),
        past=tuple(meeting(e, library, shelves) for e in past),
        series=tuple(Link(s.name, path) for s in library.registers.series if (path := series_calendar(s, library))),
    )


def _search(library: Library, shelves: Shelves) -> SearchView:
    areas = library.registers.work_areas + library.registers.competence_areas
    groups = (
        Group(a.label, a.id, by_title(posts), url=addresses.area_url(a.facet, a.id), note=FACET_WORD[a.facet])
        for a in areas
        if (posts := shelves.areas.get(a.id))
    )
    loose = by_title(tuple(f for f in library.facts if not f.work_areas and not f.competence_areas))
    return SearchView(
        template="soeg.html",
        url=addresses.SEARCH,
        title="Søg",
        heading="Søg",
        description=describe(
            f"Søg i alt indhold på {library.registers.site.name}, eller find en titel i listen efter område fra A til Å."
        ),
        breadcrumbs=trail(Link("Søg", addresses.SEARCH)),
        feeds=(site_feed(library),),
        section=addresses.SEARCH,
        groups=(*groups, *((Group("Uden område", "uden-omraade", loose),) if loose else ())),
    )


def by_title(facts: tuple[Facts, ...]) -> tuple[Facts, ...]:
    """Return the posts by title A–Å, equal titles by `Id`."""
    return tuple(sorted(facts, key=lambda f: (sort_key(f.title), f.id)))
