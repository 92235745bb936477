"""The pages of people: everyone in the register, and every guest that a published post names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from .. import addresses
from ..dates import COPENHAGEN
from ..language import first_letter, sort_key
from ..model import Facts, Library, Person, Role
from .links import Link
from .meetings import event_order, meeting
from .parts import numbered, own_feed, paged, pointer_links, site_feed, trail
from .roles import former, title_on
from .shelves import Shelves
from .texts import capital, counted, describe, together
from .views import Count, Letter, Meeting, PeopleView, PersonView, PointerLink, View
from .views import Role as RoleLine

POINTERS = 6
"""Most pointers shown on a person's page, chosen."""
PEOPLE = Link("Personer", addresses.PEOPLE)


def people_views(library: Library, shelves: Shelves) -> Iterator[View]:
    """Yield the list of all people and the pages of each."""
    people = all_people(library)
    yield _list(people, library, shelves)
    for person in people:
        yield from _person(person, library, shelves)


def all_people(library: Library) -> tuple[Person, ...]:
    """Return the register's people and the guests of published posts, by name A–Å, equal names by id."""
    guests = (a for t in library.tagged for a in t.post.authors)
    known = {p.id: p for p in library.registers.people}
    for guest in guests:
        known.setdefault(guest.id, guest)
    return tuple(sorted(known.values(), key=lambda p: (sort_key(p.name), p.id)))


def letters(entries: Iterable[Count]) -> tuple[Letter, ...]:
    """Return sorted entries under the letters they are sorted by; digits and signs alone stand under "#"."""
    found: dict[str, list[Count]] = {}
    for entry in entries:
        found.setdefault(first_letter(entry.text), []).append(entry)
    return tuple(Letter(letter, tuple(rows)) for letter, rows in found.items())


def _list(people: tuple[Person, ...], library: Library, shelves: Shelves) -> PeopleView:
    today = library.moment.astimezone(COPENHAGEN).date()
    told_apart = library.registers.told_apart
    entries = (
        Count(
            told_apart(p.id, p.name),
            len(shelves.people.get(p.id, ())),
            addresses.person_url(p.id),
            title_on(p, today),
        )
        for p in people
    )
    return PeopleView(
        template="personer.html",
        url=addresses.PEOPLE,
        title="Personer",
        heading="Personer",
        description=describe(
            f"Alle, der skriver eller holder oplæg på {library.registers.site.name}: navne fra A til Å med titel og arbejdssted."
        ),
        breadcrumbs=trail(PEOPLE),
        feeds=(site_feed(library),),
        section=addresses.PEOPLE,
        letters=letters(entries),
        intro="Alle, der skriver eller holder oplæg her.",
    )


def _person(person: Person, library: Library, shelves: Shelves) -> Iterator[PersonView]:
    site = library.registers.site.name
    today = library.moment.astimezone(COPENHAGEN).date()
    current = title_on(person, today)
    name = library.registers.told_apart(person.id, person.name)
    posts = shelves.people.get(person.id, ())
    talks = _talks(person, library, shelves)
    told = _told(person, current, len(posts), len(talks), site)
    for url, pages, rows in paged(posts, addresses.person_url(person.id)):
        yield PersonView(
            template="person.html",
            url=url,
            title=numbered(name, pages),
            heading=person.name,
            kind_label="person",
            description=describe(told if pages.number == 1 else f"Side {pages.number}: {told}", f"Læs med på {site}."),
            breadcrumbs=trail(PEOPLE, Link(numbered(name, pages), url)),
            feeds=own_feed(name, addresses.person_feed(person.id), library, bool(posts) and person.in_register),
            section=addresses.PEOPLE,
            person=person,
            current=current,
            roles=tuple(_role(r, today) for r in person.roles),
            facts=rows,
            pages=pages,
            talks=talks if pages.number == 1 else (),
            pointers=_pointers(posts, talks) if pages.number == 1 else (),
            pointers_from=_sources(person, posts, talks),
            blogs=tuple(
                Link(b.name, addresses.blog_url(b.id)) for b in library.registers.blogs if b.owner == person.id
            ),
        )


def _told(person: Person, current: str, posts: int, talks: int, site: str) -> str:
    """Return "Ida Eksempel, konsulent, Fjordnet, har 3 indlæg og 1 oplæg på Videnstafet."."""
    who = f"{person.name}, {current}," if current else person.name
    has = [counted(posts, "indlæg", "indlæg")] if posts or not talks else []
    has += [counted(talks, "oplæg", "oplæg")] if talks else []
    return f"{who} har {together(has)} på {site}."


def _talks(person: Person, library: Library, shelves: Shelves) -> tuple[Meeting, ...]:
    """Return the events where the person spoke, newest first."""
    events = [e for e in library.registers.events if any(s.person == person.id for s in e.speakers)]
    return tuple(meeting(e, library, shelves) for e in sorted(events, key=event_order, reverse=True))


def _pointers(posts: tuple[Facts, ...], talks: tuple[Meeting, ...]) -> tuple[PointerLink, ...]:
    """Return pointers of the person's own posts and of the meetings where the person spoke, each once, newest first."""
    told = {f.id: f for f in (*posts, *(f for talk in talks for f in talk.posts))}
    newest = sorted(told.values(), key=lambda f: (-f.published.timestamp(), f.id))
    return pointer_links(newest, POINTERS)


def _sources(person: Person, posts: tuple[Facts, ...], talks: tuple[Meeting, ...]) -> str:
    """Return "Fra egne indlæg og fra møder, hvor Ida holdt oplæg.", or the half of it that is true."""
    own = "fra egne indlæg" if any(f.pointers for f in posts) else ""
    spoken = {f.id for talk in talks for f in talk.posts if f.pointers} - {f.id for f in posts}
    held = f"fra møder, hvor {person.name} holdt oplæg" if spoken else ""
    return capital(" og ".join(filter(None, (own, held)))) + "."


def _role(role: Role, today: date) -> RoleLine:
    where = together(role.organisations)
    text = f"{role.title} {role.preposition} {where}" if role.title and where else role.title or where
    return RoleLine(capital(f"{former(role, today)}{text}"), _period(role))


def _period(role: Role) -> str:
    """Return "2018–2021", "fra 2018", "til 2021", or "tidligere" where only that is known."""
    if role.start and role.end:
        return f"{role.start.year}–{role.end.year}" if role.start.year != role.end.year else f"{role.start.year}"
    if role.start:
        return f"fra {role.start.year}"
    if role.end:
        return f"til {role.end.year}"
    return "tidligere" if role.former else ""
