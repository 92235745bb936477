"""What a page is, for machines: schema.org as JSON-LD, made from the view that readers see.

Only what stands on the page is told, in the types that search engines read:
Article, BreadcrumbList, ItemList, Event, Person, Organization, WebSite.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .. import addresses
from ..dates import iso
from ..model import Correction, Facts
from . import videos
from .views import (
    AreaView,
    BlogView,
    CalendarView,
    FrontView,
    ListView,
    Meeting,
    PairView,
    PersonView,
    PointersView,
    PublisherView,
    SeriesView,
    Shown,
    View,
)

Address = Callable[[str], str]
"""From an address of ours to the absolute one."""
Thing = dict[str, Any]
ARTICLE_TYPES = {"blog": "BlogPosting", "press": "NewsArticle", "debate": "OpinionNewsArticle"}


def structured(view: View, site: str, absolute: Address) -> Thing:
    """Return the graph of a page; empty where there is nothing to tell."""
    things = [*_breadcrumbs(view, absolute), *_main(view, site, absolute)]
    return {"@context": "https://schema.org", "@graph": things} if things else {}


def _main(view: View, site: str, absolute: Address) -> list[Thing]:
    if isinstance(view, Shown):
        return _article(view, absolute)
    if isinstance(view, FrontView):
        return [_website(view, site, absolute)]
    if isinstance(view, PersonView):
        return [_person(view, absolute), *_items(view.facts, absolute)]
    if isinstance(view, PublisherView):
        return [_organisation(view, absolute), *_items(view.facts, absolute)]
    if isinstance(view, SeriesView):
        return [_event(m, absolute) for m in view.meetings]
    if isinstance(view, CalendarView):
        return [_event(m, absolute) for m in view.coming + view.past]
    if isinstance(view, PointersView):
        return _pointers(view, absolute)
    if isinstance(view, AreaView):
        return _items(tuple(f for g in view.groups for f in g.facts), absolute)
    if isinstance(view, BlogView | ListView | PairView):
        return _items(view.facts, absolute)
    return []


def _breadcrumbs(view: View, absolute: Address) -> list[Thing]:
    rows = [
        {"@type": "ListItem", "position": at, "name": link.text, "item": absolute(link.url)}
        for at, link in enumerate(view.breadcrumbs, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": rows}] if rows else []


def _article(view: Shown, absolute: Address) -> list[Thing]:
    facts = view.facts
    told = {
        "@type": ARTICLE_TYPES.get(facts.kind, "Article"),
        "headline": facts.title,
        "description": view.description,
        "url": absolute(facts.url),
        "mainEntityOfPage": absolute(facts.url),
        "inLanguage": facts.lang,
        "datePublished": iso(facts.published),
        "dateModified": iso(facts.updated) if facts.updated else "",
        "author": _authors(view, absolute),
        "publisher": _publisher(view, absolute),
        "image": _image(view, absolute),
        "correction": [_correction(c) for c in view.corrections],
        "keywords": [link.text for link in view.topics + view.organisations],
        "about": [mark.label for mark in view.competence_areas + view.work_areas],
        "isPartOf": _series(view, absolute),
        "video": [videos.told(video, facts.path, absolute) for video in view.videos],
    }
    things = [_filled(told)]
    if view.pointers:
        rows = [
            {"@type": "ListItem", "position": p.number, "name": p.heading, "url": f"{absolute(facts.url)}#{p.anchor}"}
            for p in view.pointers
        ]
        things.append({"@type": "ItemList", "name": facts.title, "itemListElement": rows})
    if view.event:
        things.append(_event(view.event, absolute))
    return things


def _authors(view: Shown, absolute: Address) -> list[Thing] | Thing:
    """Return the people; where a post names none, its publisher is the author."""
    people = [
        {"@type": "Person", "name": a.name, "url": absolute(addresses.person_url(a.id))} for a in view.facts.authors
    ]
    return people or _publisher(view, absolute)


def _publisher(view: Shown, absolute: Address) -> Thing:
    if view.publisher is None:
        return {}
    return {"@type": "Organization", "name": view.publisher.name, "url": absolute(view.publisher.url)}


def _image(view: Shown, absolute: Address) -> Thing | str:
    """Return the lead image with who made it; the card where there is none."""
    if view.image is None:
        return absolute(view.card)
    maker = view.credit.name if view.credit else ""
    told = {
        "@type": "ImageObject",
        "url": absolute(view.image.path),
        "caption": view.image.alt,
        "creditText": view.credit.text if view.credit else "",
        "creator": {"@type": "Person", "name": maker} if maker and view.credit and view.credit.source else {},
    }
    return _filled(told)


def _correction(correction: Correction) -> Thing:
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": iso(correction.day)}


def _series(view: Shown, absolute: Address) -> Thing:
    if view.series is None:
        return {}
    return {"@type": "CreativeWorkSeries", "name": view.series.name, "url": absolute(view.series.url)}


def _event(meeting: Meeting, absolute: Address) -> Thing:
    online = "virtuelt" in meeting.form.casefold() or "online" in meeting.form.casefold()
    mode = "OnlineEventAttendanceMode" if online else "OfflineEventAttendanceMode"
    place = {"@type": "VirtualLocation", "url": absolute(meeting.url)} if online else _place(meeting)
    told = {
        "@type": "Event",
        "name": meeting.name,
        "startDate": iso(meeting.start),
        "endDate": iso(meeting.end) if meeting.end else "",
        "description": meeting.description,
        "url": absolute(meeting.url),
        "eventAttendanceMode": f"https://schema.org/{mode}",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": place,
        "performer": [{"@type": "Person", "name": line[0].text} for line in meeting.speakers],
        "organizer": {"@type": "Organization", "name": meeting.organised_by} if meeting.organised_by else {},
        "superEvent": {"@type": "EventSeries", "name": meeting.series} if meeting.series else {},
    }
    return _filled(told)


def _place(meeting: Meeting) -> Thing:
    return {"@type": "Place", "name": meeting.form} if meeting.form else {}


def _website(view: FrontView, site: str, absolute: Address) -> Thing:
    return {
        "@type": "WebSite",
        "name": site,
        "url": absolute(""),
        "inLanguage": "da",
        "description": view.description,
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{absolute(addresses.SEARCH)}?q={{q}}",
            "query-input": "required name=q",
        },
    }


def _person(view: PersonView, absolute: Address) -> Thing:
    person = view.person
    told = {
        "@type": "Person",
        "name": person.name,
        "url": absolute(addresses.person_url(person.id)),
        "jobTitle": view.current,
        "image": absolute(person.portrait) if person.portrait else "",
        "sameAs": [address for _, address in person.links],
    }
    return _filled(told)


def _organisation(view: PublisherView, absolute: Address) -> Thing:
    publisher = view.publisher
    told = {
        "@type": "Organization",
        "name": publisher.name,
        "url": publisher.url or absolute(addresses.publisher_url(publisher.id)),
        "description": publisher.text,
        "logo": absolute(publisher.logo) if publisher.logo else "",
    }
    return _filled(told)


def _items(facts: Sequence[Facts], absolute: Address) -> list[Thing]:
    rows = [
        {"@type": "ListItem", "position": at, "name": f.title, "url": absolute(f.url)} for at, f in enumerate(facts, 1)
    ]
    return [{"@type": "ItemList", "itemListElement": rows}] if rows else []


def _pointers(view: PointersView, absolute: Address) -> list[Thing]:
    told = [(p.heading, f"{absolute(source.url)}#{p.anchor}") for source, pointers in view.groups for p in pointers]
    rows = [{"@type": "ListItem", "position": at, "name": name, "url": url} for at, (name, url) in enumerate(told, 1)]
    return [{"@type": "ItemList", "name": view.heading, "itemListElement": rows}] if rows else []


def _filled(thing: Thing) -> Thing:
    """Return the thing without what is empty."""
    return {key: value for key, value in thing.items() if value}
