"""Pelican plugin: the static index that search in the browser reads.

    PLUGINS = ["competence_tags", "site_search"]

The index lies under `soeg/indeks/`; `theme/js/search-engine.js` reads it. In a
theme that is not Videnstafet's the plugin also writes the engine and a search
page of its own at `soeg/`, which extends the theme's `base.html`.
"""

from __future__ import annotations

from typing import Any

from pelican.plugins import signals
from viden import search
from viden_pelican.generating import Step


class SiteSearch(Step):
    def generate_output(self, writer: Any) -> None:
        library = self.library
        self.put(search.browser_index(search.documents(library), library.registers))


def site_search(pelican: Any) -> type[SiteSearch]:
    """Receiver of `get_generators`."""
    return SiteSearch


def register() -> None:
    signals.get_generators.connect(site_search)
