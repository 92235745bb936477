"""The library: every published post in one total order. All lists of the site are views of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from ..model import Library, Post, Registers, TaggedPost
from .facts import facts
from .published import is_published, next_due


def library(
    tagged: Iterable[TaggedPost],
    registers: Registers,
    moment: datetime,
    with_drafts: bool = False,
    leave_out: Iterable[str] = (),
) -> Library:
    """Return the published posts, newest first, equal times by `Id`; pages of `sider/` are no posts.

    `leave_out` holds source paths treated as drafts. `with_drafts` is for
    preview only and lets in drafts and future posts, never hidden ones.
    """
    posts = [t for t in tagged if t.post.is_article]
    without = frozenset(leave_out)
    shown = [t for t in posts if _is_shown(t.post, moment, with_drafts, without)]
    shown.sort(key=lambda t: (-t.post.published.timestamp(), t.post.id, t.post.place.path))
    awaited = (t.post for t in posts if t.post.place.path not in without)
    return Library(
        facts=tuple(replace(facts(t, registers), is_draft=not is_published(t.post, moment)) for t in shown),
        registers=registers,
        moment=moment,
        due=next_due(awaited, registers, moment),
        tagged=tuple(shown),
        is_preview=with_drafts,
    )


def _is_shown(post: Post, moment: datetime, with_drafts: bool, without: frozenset[str]) -> bool:
    if with_drafts:
        return post.status != "hidden"
    return is_published(post, moment) and post.place.path not in without
