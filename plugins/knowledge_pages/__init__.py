"""Pelican plugin: pages for areas, people, publishers, blogs, series, topics, the archive, search and subscriptions.

    PLUGINS = ["competence_tags", "knowledge_pages"]

With Videnstafet's own theme it writes all of them, the theme's files, the
sitemap, robots.txt and the areas as SKOS. With another theme it writes the pages of the
competence areas and work areas, in templates that extend the theme's `base.html`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican.plugins import signals
from viden import addresses, pages, skos
from viden_pelican import assets, pictures
from viden_pelican.generating import Step
from viden_pelican.templates import is_our_theme

TEMPLATES = Path(__file__).resolve().parent / "templates"


class KnowledgePages(Step):
    def generate_output(self, writer: Any) -> None:
        if is_our_theme(self.settings):
            self._write_site(writer)
        else:
            self._write_areas(writer)

    def _write_site(self, writer: Any) -> None:
        frame, own = self.frame, self.settings["VIDEN_READING"].pages()
        views = pages.all_views(self.library, frame, own)
        for view in views:
            template = self.get_template(view.template.removesuffix(".html"))
            writer.write_file(addresses.save_as(view.url), template, self.context, view=view)
        self.put(assets.of_theme(Path(self.theme)))
        self.put(pages.machine_files(self.library, views, own, frame))
        self.put(skos.files(self.library.registers, frame.site_url))
        self._write_pictures((*views, self.context["viden_front"], *(p.viden for p in self.context["pages"])))

    def _write_pictures(self, views: Iterable[pages.View]) -> None:
        """Write the pictures in their other widths, and the card of each post, page and list."""
        kept, sources = pictures.cache_of(self.settings), self.settings["VIDEN_READING"].sources
        self.put(pictures.scaled(sources, self.context["viden_frame"].pictures, kept))
        posts = (pages.post_card(article.viden) for article in self.context["articles"])
        drawn = (*posts, *pages.list_cards(views))
        self.put(pictures.cards(drawn, self.frame.name, Path(self.theme), kept))

    def _write_areas(self, writer: Any) -> None:
        """Write the area pages in a foreign theme, unless it brings templates of these names."""
        self.env.loader.loaders.append(assets.loader(TEMPLATES))
        template = self.get_template("viden_area")
        known = self.library.registers
        for area in known.work_areas + known.competence_areas:
            url = addresses.area_url(area.facet, area.id)
            posts = [f for f in self.library.facts if area.id in f.work_areas + f.competence_areas]
            writer.write_file(addresses.save_as(url), template, self.context, area=area, posts=posts, url=url)


def knowledge_pages(pelican: Any) -> type[KnowledgePages]:
    """Receiver of `get_generators`."""
    return KnowledgePages


def register() -> None:
    signals.get_generators.connect(knowledge_pages)
