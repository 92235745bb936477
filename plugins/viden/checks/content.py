"""What the checks look at: the files, the posts by path, and what is published, gathered once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .. import addresses
from ..dates import COPENHAGEN
from ..model import Library, Place, Post, Registers, Source, TaggedPost
from .paths import Paths, paths_of

_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Content:
    """A content folder as the rooms before have read it."""

    sources: tuple[Source, ...]
    tagged: tuple[TaggedPost, ...]
    registers: Registers
    library: Library
    elsewhere: frozenset[str] = frozenset()
    """Addresses that other rooms know: of feeds, and of keywords' pages."""

    @cached_property
    def files(self) -> Mapping[str, Source]:
        return {source.path: source for source in self.sources}

    @cached_property
    def paths(self) -> Paths:
        return paths_of(self.files)

    @cached_property
    def posts(self) -> Mapping[str, TaggedPost]:
        return {tagged.post.place.path: tagged for tagged in self.tagged}

    @cached_property
    def published(self) -> frozenset[str]:
        """The paths of what readers may see: the library's posts and the published pages."""
        pages = {t.post.place.path for t in self.tagged if not t.post.is_article and t.post.status == "published"}
        return frozenset({facts.path for facts in self.library.facts} | pages)

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        return {path: frozenset(_ID.findall(tagged.body.html)) for path, tagged in self.posts.items()}

    @cached_property
    def urls(self) -> frozenset[str]:
        """The addresses of the site's pages that follow from posts and registers."""
        known = self.registers
        return frozenset(
            [url_of(t.post) for t in self.tagged if t.post.place.path in self.published]
            + [addresses.area_url("competence", a.id) for a in known.competence_areas]
            + [addresses.area_url("work", a.id) for a in known.work_areas]
            + [addresses.publisher_url(p.id) for p in known.publishers]
            + [addresses.person_url(p.id) for p in known.people]
            + [addresses.blog_url(b.id) for b in known.blogs]
            + [addresses.series_url(s.id) for s in known.series]
            + [addresses.subscribe_url(a.id) for a in known.competence_areas + known.work_areas]
            + [addresses.calendar_path(e.id) for e in known.events]
            + [addresses.calendar_path(s.id) for s in known.series if s.events]
            + [addresses.ABBREVIATIONS] * bool(known.abbreviations)
        ).union(self.elsewhere, self._archive, self._gathered, self._people)

    @cached_property
    def _people(self) -> frozenset[str]:
        """The pages of those who wrote a published post, guests too."""
        return frozenset(addresses.person_url(a.id) for t in self.library.tagged for a in t.post.authors)

    @cached_property
    def _archive(self) -> frozenset[str]:
        """The pages of the archive that hold a published post."""
        return frozenset().union(*(archive_urls(t.post) for t in self.library.tagged))

    @cached_property
    def _gathered(self) -> frozenset[str]:
        """What gathers posts of two areas, pointers of an area, a stafet or a meeting, and the events of an area."""
        found: set[str] = set()
        for facts in self.library.facts:
            found.update(addresses.pair_url(w, k) for w in facts.work_areas for k in facts.competence_areas)
            if facts.pointers:
                found.update(addresses.area_pointers_url("work", id) for id in facts.work_areas)
                found.update(addresses.area_pointers_url("competence", id) for id in facts.competence_areas)
            if facts.event:
                found.update(addresses.area_calendar_path("work", id) for id in facts.work_areas)
                found.update(addresses.area_calendar_path("competence", id) for id in facts.competence_areas)
            if facts.pointers and facts.series:
                found |= {addresses.pointers_url(facts.series), addresses.poster_url(facts.series)}
                found.add(addresses.poster_url(facts.series, facts.event))
        return frozenset(found)

    def in_order(self) -> tuple[TaggedPost, ...]:
        """Return the posts, what is published first: a clash is the other's fault."""
        return tuple(sorted(self.tagged, key=lambda t: (t.post.place.path not in self.published, t.post.place.path)))


def url_of(post: Post) -> str:
    """Return the address of a post or page."""
    return addresses.article_url(post.slug) if post.is_article else addresses.page_url(post.slug)


def archive_urls(post: Post) -> frozenset[str]:
    """Return the addresses of the year and the month that a post stands under once it is out."""
    day = post.published.astimezone(COPENHAGEN)
    return frozenset((addresses.archive_url(day.year), addresses.archive_url(day.year, day.month)))


def named_urls(post: Post, registers: Registers) -> frozenset[str]:
    """Return the addresses of the pages that a post has for its keywords and authors once it is out."""
    topics = (addresses.topic_url(addresses.slug(tag)) for tag in post.tags if registers.is_topic(tag))
    return frozenset((*topics, *(addresses.person_url(author.id) for author in post.authors)))


def own_feeds(post: Post) -> frozenset[str]:
    """Return the feeds that are there at the latest when the post is out."""
    stems = [addresses.person_feed(author.id) for author in post.authors if author.in_register]
    for id, stem in (
        (post.blog, addresses.blog_feed),
        (post.publisher, addresses.publisher_feed),
        (post.series, addresses.series_feed),
    ):
        stems += [stem(id)] if id else []
    return frozenset(addresses.feed_path(stem, format) for stem in stems for format in addresses.FORMATS)


def place_of(post: Post, *keys: str) -> Place:
    """Return the place of the first of these keys that the header has, or of the header."""
    fields = (post.header.get(key) for key in keys) if post.header else ()
    return next((field.place for field in fields if field), post.place)


def shown_place(place: Place) -> str:
    return f"{place.path} linje {place.line}"
