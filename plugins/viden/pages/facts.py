"""Facts: all that any page but its own may show of a post. See docs/decisions/0005-one-library-and-its-facts.md."""

from __future__ import annotations

from datetime import date, datetime, time

from ..addresses import article_url
from ..dates import COPENHAGEN
from ..model import COMPETENCE, WORK, Body, Byline, Facts, Person, Post, Registers, TaggedPost
from .roles import title_on
from .texts import cut

WORDS_A_MINUTE = 200
"""Prescribed by the features page."""


def facts(tagged: TaggedPost, registers: Registers) -> Facts:
    """Return what others may show of the post."""
    post, body = tagged.post, tagged.body
    return Facts(
        id=post.id,
        kind=post.kind,
        title=post.title,
        slug=post.slug,
        url=article_url(post.slug),
        path=post.place.path,
        published=post.published,
        has_time=post.has_time,
        updated=updated(post, body),
        summary=post.summary,
        teaser=teaser(post, body),
        authors=tuple(_byline(a, _day(post)) for a in post.authors),
        publisher=_publisher(post, registers),
        blog=post.blog,
        competence_areas=tagged.areas(COMPETENCE),
        work_areas=tagged.areas(WORK),
        tags=post.tags,
        series=post.series or _series_of_event(post, registers),
        part=post.part,
        event=post.event,
        image=post.image,
        pointers=body.pointers,
        minutes=minutes(body),
        lang=post.lang,
        corrections=body.corrections,
    )


def updated(post: Post, body: Body) -> datetime | None:
    """Return the instant of the last change: as the header says, or of a later day that a correction gives."""
    days = (datetime.combine(c.day, time(), COPENHAGEN) for c in body.corrections)
    return max((t for t in (post.updated, *days) if t is not None), default=None)


def teaser(post: Post, body: Body) -> str:
    """Return the summary, else the first paragraph, at most 160 characters."""
    paragraphs = (line.strip() for line in body.text.split("\n"))
    return cut(post.summary or next((p for p in paragraphs if p), ""))


def minutes(body: Body) -> int:
    """Return the reading time in whole minutes, rounded, at least 1."""
    return max(1, (body.words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)


def _byline(person: Person, day: date) -> Byline:
    return Byline(person.id, person.name, title_on(person, day))


def _day(post: Post) -> date:
    return post.published.astimezone(COPENHAGEN).date()


def _publisher(post: Post, registers: Registers) -> str:
    """Return the post's publisher, else its blog's, else the site's own organisation."""
    blog = registers.blog(post.blog)
    return post.publisher or (blog.publisher if blog else "") or registers.site.publisher


def _series_of_event(post: Post, registers: Registers) -> str:
    event = registers.event(post.event)
    return event.series if event else ""
