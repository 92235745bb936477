"""Which posts exist. No other module asks for a post's status or compares its date with the moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from ..dates import COPENHAGEN
from ..model import Event, Post, Registers


def is_published(post: Post, moment: datetime) -> bool:
    """Whether readers may know of the post at `moment`, an aware time."""
    return post.status == "published" and post.published <= moment


def next_due(posts: Iterable[Post], registers: Registers, moment: datetime) -> datetime | None:
    """Return the first instant after `moment` at which the same files give another site, or None.

    Three things turn with the clock: a post comes out, an event begins or is over, a post is due for review.
    """
    return min((t for t in _turns(posts, registers) if t > moment), default=None)


def is_over(event: Event, moment: datetime) -> bool:
    """Whether the event has ended at `moment`."""
    return ends(event) <= moment


def is_on(event: Event, moment: datetime) -> bool:
    """Whether the event has begun and not ended at `moment`."""
    return starts(event) <= moment < ends(event)


def ends(event: Event) -> datetime:
    """Return the end of an event; one that gives a day only lasts until midnight after it."""
    last = event.end if event.end is not None else event.start
    return last if isinstance(last, datetime) else _midnight(last + timedelta(days=1))


def starts(event: Event) -> datetime:
    """Return the start of an event; one that gives a day only starts at midnight before it."""
    return event.start if isinstance(event.start, datetime) else _midnight(event.start)


def _turns(posts: Iterable[Post], registers: Registers) -> Iterator[datetime]:
    for post in posts:
        if post.status == "published":
            yield post.published
            if post.review_by is not None:
                yield _midnight(post.review_by)
    for event in registers.events:
        yield from (starts(event), ends(event))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), COPENHAGEN)
