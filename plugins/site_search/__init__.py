"""Pelican plugin: the static index that search in the browser reads.

    PLUGINS = ["competence_tags", "site_search"]

The index lies under `soeg/indeks/`; `theme/js/search-engine.js` reads it. In a
theme that is not Videnstafet's the plugin also writes the engine and a search
page of its own at `soeg/`, which extends the theme's `base.html`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.plugins import signals
from viden import addresses, search
from viden_pelican import assets
from viden_pelican.generating import Step
from viden_pelican.templates import is_our_theme

TEMPLATES = Path(__file__).resolve().parent / "templates"


class SiteSearch(Step):
    def generate_output(self, writer: Any) -> None:
        library = self.library
        self.put(search.browser_index(search.documents(library), library.registers))
        if not is_our_theme(self.settings):
            self._write_own_page(writer)

    def _write_own_page(self, writer: Any) -> None:
        """Write the engine and a search page in a foreign theme."""
        self.put(assets.scripts_of_search())
        self.env.loader.loaders.append(assets.loader(TEMPLATES))
        url = addresses.SEARCH
        template = self.get_template("viden_search")
        writer.write_file(addresses.save_as(url), template, self.context, posts=self.library.facts, url=url)


def site_search(pelican: Any) -> type[SiteSearch]:
    """Receiver of `get_generators`."""
    return SiteSearch


def register() -> None:
    signals.get_generators.connect(site_search)
