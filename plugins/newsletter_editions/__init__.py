"""Pelican plugin: a newsletter feed for each work area, one item for each week that is over and had posts.

    PLUGINS = ["competence_tags", "newsletter_editions"]
    SITEURL = "https://viden.example.dk"

The files lie under `feeds/nyhedsbrev/`. An item holds the week's posts in full,
so that any service that turns a feed into mail sends a whole newsletter.
"""

from __future__ import annotations

from typing import Any

from pelican.plugins import signals
from viden import editions, feeds
from viden_pelican.articles import portable_bodies
from viden_pelican.generating import Step
from viden_pelican.settings import public_address


class NewsletterEditions(Step):
    def generate_output(self, writer: Any) -> None:
        library = self.library
        address = public_address(self.settings, library.registers.site)
        bodies = portable_bodies(self.context, library, address)
        self.put(feeds.newsletters(editions.weekly(library), bodies, address, library.registers))


def newsletter_editions(pelican: Any) -> type[NewsletterEditions]:
    """Receiver of `get_generators`."""
    return NewsletterEditions


def register() -> None:
    signals.get_generators.connect(newsletter_editions)
