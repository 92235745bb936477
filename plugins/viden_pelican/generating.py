"""Our small subclasses of Pelican's generators, and `Step`, the base of our plugins' generators."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator
from viden import attachments, disk, pages
from viden.model import Artefact, Attachment, Library, Source

from . import assets, pictures
from .articles import library_of
from .reading import content_path
from .settings import public_address, root_of
from .templates import FILTERS, is_our_theme


def only_published(paths: Iterable[str], extensions: Any) -> list[str]:
    """Return what Pelican is to read: the paths that strict reading found published, sorted, and no others.

    Pelican's own search returns a set: equal dates would come in an order that
    follows the hash seed, and drafts would be read. It also asks with
    `extensions`, for readers that are disabled; there are none of those.
    """
    return sorted(os.path.normpath(path) for path in paths) if extensions is None else []


class Articles(ArticlesGenerator):  # type: ignore[misc]
    """Pelican's articles, those of the library; each gets `viden`, all that its page shows."""

    def get_files(self, paths: Any, exclude: Any = None, extensions: Any = None) -> list[str]:
        return only_published((f.path for f in self.settings["VIDEN_READING"].library.facts), extensions)

    def generate_feeds(self, writer: Any) -> None:
        """Pelican's own feeds stay off; ours come from `topic_feeds`."""

    def generate_pages(self, writer: Any) -> None:
        """Ask for posts and the front page; in our theme all lists are views of `knowledge_pages`."""
        if not is_our_theme(self.settings):
            super().generate_pages(writer)
            return
        write = partial(writer.write_file, relative_urls=False)
        self.generate_articles(write)
        self.generate_direct_templates(write)


class Pages(PagesGenerator):  # type: ignore[misc]
    """Pelican's pages, those of `sider/` that are published."""

    def get_files(self, paths: Any, exclude: Any = None, extensions: Any = None) -> list[str]:
        return only_published((t.post.place.path for t in self.settings["VIDEN_READING"].pages()), extensions)


class Static(StaticGenerator):  # type: ignore[misc]
    """Publishes only the files that a published post or page names, pictures without metadata."""

    def get_files(self, paths: Any, exclude: Any = None, extensions: Any = None) -> set[str]:
        # Pelican joins this with a set of its own; the order of copying changes no byte.
        if extensions is not False:
            return set()
        return {os.path.normpath(p) for p in used_files(self.settings["VIDEN_READING"])}

    def _copy_staticfile(self, sc: Any) -> None:
        # Pelican copies through the name in place; a new file renamed into place can be shared by two trees.
        data = (Path(self.path) / sc.source_path).read_bytes()
        body = pictures.published(data, sc.source_path, pictures.cache_of(self.settings))
        disk.write_if_changed(Path(self.output_path) / sc.save_as, body)


class Step(Generator):  # type: ignore[misc]
    """The base of our plugins' generators: the library in, files out."""

    @property
    def library(self) -> Library:
        """The published posts, from strict reading or, in another's site, from its articles."""
        return library_of(self.context, self.settings)

    @property
    def frame(self) -> pages.Frame:
        return frame_of(self.library, self.settings)

    def put(self, artefacts: Iterable[Artefact]) -> None:
        """Write the files into the output folder; a file whose bytes are equal is not touched."""
        for artefact in artefacts:
            disk.write_if_changed(Path(self.output_path) / artefact.path, artefact.body)


def frame_of(library: Library, settings: dict[str, Any]) -> pages.Frame:
    """Return what every page shows, with the addresses of this build."""
    blogs = tuple(sorted({facts.blog for facts in library.facts if facts.blog}))
    reading = settings.get("VIDEN_READING")
    return pages.frame(
        library.registers,
        root_of(settings["SITEURL"]),
        public_address(settings, library.registers.site),
        assets=assets.named(Path(settings["THEME"])) if is_our_theme(settings) else None,
        blogs_with_posts=blogs,
        pages=reading.pages() if reading else (),
    )


def used_files(reading: Any) -> list[str]:
    """Return the content paths of all files that published posts, pages and registers show."""
    known = {s.path for s in reading.sources}
    wanted = pages.files_shown(reading.library, reading.pages())
    return sorted(wanted & known)


def _attachments(sources: Iterable[Source], used: Iterable[str]) -> dict[str, Attachment]:
    """Return content path → what readers are told of the file, of the files used that are attachments."""
    wanted = frozenset(used)
    found = (attachments.attachment(s.data, s.path) for s in sources if s.path in wanted)
    return {known.path: known for known in found if known is not None}


def prepare(generator: Generator) -> None:
    """Receiver of `generator_init`: our theme gets one strict loader, our filters and local addresses."""
    generator.context["localsiteurl"] = root_of(generator.settings["SITEURL"])
    if is_our_theme(generator.settings):
        # Pelican's defaults escape nothing, answer an undefined name with nothing, and look for a missing
        # template in the theme "simple"; foreign themes count on that, ours must not.
        generator.env.autoescape = True
        generator.env.undefined = StrictUndefined
        generator.env.loader = FileSystemLoader(generator._templates_path)
        generator.env.filters.update(FILTERS)


def show(generators: list[Generator]) -> None:
    """Receiver of `all_generators_finalized`: each post and page gets `viden`, all that its own page shows.

    The frame and the front page's view join the context, from which the writer takes them by name.
    """
    for generator in generators:
        settings, context = generator.settings, generator.context
        reading = settings.get("VIDEN_READING")
        if reading is None:
            continue
        if isinstance(generator, ArticlesGenerator):
            shown = pages.shown_posts(reading.library)
            for article in generator.articles:
                article.viden = shown[content_path(article.source_path, settings["PATH"])]
            used = used_files(reading)
            measured = pictures.known(reading.sources, used)
            beside = _attachments(reading.sources, used)
            made = frame_of(reading.library, settings)
            context["viden_frame"] = replace(made, pictures=measured, attachments=beside)
            context["viden_front"] = pages.front_view(reading.library, context["viden_frame"])
        if isinstance(generator, PagesGenerator):
            by_path = {t.post.place.path: t for t in reading.pages()}
            for page in generator.pages:
                page.viden = pages.shown_page(
                    by_path[content_path(page.source_path, settings["PATH"])], reading.library
                )
