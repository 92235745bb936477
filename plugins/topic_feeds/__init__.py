"""Pelican plugin: RSS, Atom and JSON feeds for all posts, each work area and each competence area.

    PLUGINS = ["competence_tags", "topic_feeds"]
    SITEURL = "https://viden.example.dk"

The files lie under `feeds/`. Item ids are tag: URIs of the authority in
`content/data/site.yaml` and the post's `Id`. Turn Pelican's own feeds off
(`FEED_ALL_ATOM = None` and so on): their ids move with slug and date.
"""

from __future__ import annotations

from typing import Any

from pelican.plugins import signals
from viden import feeds
from viden_pelican.articles import portable_bodies
from viden_pelican.generating import Step
from viden_pelican.settings import public_address


class TopicFeeds(Step):
    def generate_output(self, writer: Any) -> None:
        address = public_address(self.settings, self.library.registers.site)
        bodies = portable_bodies(self.context, self.library, address)
        self.put(feeds.feeds(self.library, bodies, address))


def topic_feeds(pelican: Any) -> type[TopicFeeds]:
    """Receiver of `get_generators`."""
    return TopicFeeds


def register() -> None:
    signals.get_generators.connect(topic_feeds)
