"""The comments of each post in threads, oldest first; when a post closes for them; the newest of all."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from ..dates import COPENHAGEN
from ..model import Comment, Dialogue, Facts, Library, Registers, Thread
from .calls import PREFIX, REQUIRED, prepared

LATEST = 5
"""How many the site shows as the newest (prescribed by the features page)."""


def dialogues(library: Library, comments: Iterable[Comment]) -> tuple[Dialogue, ...]:
    """Return one dialogue for each published post that has comments or may have, in the library's order."""
    by_post: dict[str, list[Comment]] = {}
    for comment in _written_by(library.moment, comments):
        by_post.setdefault(comment.post, []).append(comment)
    found = (_dialogue(f, by_post.get(f.id, []), library.registers, library.moment) for f in library.facts)
    return tuple(d for d in found if d is not None)


def latest(library: Library, comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Return the newest comments on published posts, newest first, equal days by number and post."""
    published = {facts.id for facts in library.facts}
    written = _written_by(library.moment, comments)
    live = [c for c in written if c.post in published and not c.is_removed]
    live.sort(key=lambda c: (-c.day.toordinal(), -c.number, c.post))
    return tuple(live[:LATEST])


def closes(facts: Facts, registers: Registers) -> date | None:
    """Return the last day on which a post may be commented; None: always."""
    blog = registers.blog(facts.blog)
    months = blog.comment_months if blog and blog.comment_months is not None else registers.site.comment_months
    if months is None:
        return None
    first = facts.published.astimezone(COPENHAGEN).date()
    return _later(first, months) if months else first - timedelta(days=1)


def next_turn(library: Library, comments: Iterable[Comment]) -> datetime | None:
    """Return the first instant after the library's at which a post closes or a comment of a later day appears."""
    closing = (closes(facts, library.registers) for facts in library.facts)
    turns = [_midnight(day + timedelta(days=1)) for day in closing if day is not None]
    turns += [_midnight(c.day) for c in comments]
    return min((t for t in turns if t > library.moment), default=None)


def _written_by(moment: datetime, comments: Iterable[Comment]) -> list[Comment]:
    today = moment.astimezone(COPENHAGEN).date()
    return [c for c in comments if c.day <= today]


def _dialogue(facts: Facts, comments: list[Comment], registers: Registers, moment: datetime) -> Dialogue | None:
    email, last_day = registers.site.comment_email, closes(facts, registers)
    is_closed = last_day is not None and last_day < moment.astimezone(COPENHAGEN).date()
    was_never_open = not email or (last_day is not None and last_day < facts.published.astimezone(COPENHAGEN).date())
    rows = threads(comments)
    if not rows and was_never_open:
        return None
    call = prepared(email, facts.title, facts.id) if email and not is_closed else ""
    live = [c for t in rows for c in (t.first, *t.replies) if not c.is_removed] if call else []
    return Dialogue(
        post=facts.id,
        threads=rows,
        heading=_heading(facts, registers),
        call=call,
        answers=tuple((c.number, prepared(email, facts.title, facts.id, c.number)) for c in live),
        last_day=last_day,
        is_closed=is_closed,
        fields=REQUIRED if call else (),
    )


def _heading(facts: Facts, registers: Registers) -> str:
    blog = registers.blog(facts.blog)
    return (blog.comment_call if blog else "") or registers.site.comment_call or PREFIX + facts.title


def threads(comments: Iterable[Comment]) -> tuple[Thread, ...]:
    """Return the comments of one post in threads, oldest first in each and among them.

    A removed comment stands only where something answers it that can be read.
    """
    known = {c.number: c for c in comments}
    groups: dict[int, list[Comment]] = {}
    for comment in _wanted(known):
        groups.setdefault(_root(comment, known), []).append(comment)
    made = [Thread(known[root], tuple(sorted((c for c in group if c.number != root), key=_age))) for root, group in groups.items()]  # fmt: skip
    return tuple(sorted(made, key=lambda t: _age(t.first)))


def _wanted(known: Mapping[int, Comment]) -> list[Comment]:
    """Return the comments that can be read, and those that they answer, directly or through others."""
    numbers: set[int] = set()
    for comment in known.values():
        number = 0 if comment.is_removed else comment.number
        while number in known and number not in numbers:
            numbers.add(number)
            number = known[number].reply_to
    return [known[n] for n in sorted(numbers)]


def _root(comment: Comment, known: Mapping[int, Comment]) -> int:
    """Return the number of the comment that began the thread; answers point to lower numbers only."""
    while 0 < comment.reply_to < comment.number and comment.reply_to in known:
        comment = known[comment.reply_to]
    return comment.number


def _age(comment: Comment) -> tuple[date, int]:
    return comment.day, comment.number


def _later(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), COPENHAGEN)
