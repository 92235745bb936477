"""Our values from Pelican's articles: tags for each, and one library for all.

On our own site strict reading has made them already. In another's site, where
a plugin of ours works alone, they are made from the articles as Pelican has
them, with the area registers of that site or the project's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from viden import addresses, attachments, bodies, dates, disk, pages, pipeline, registers, tagging
from viden.model import Body, Library, Person, Place, Post, Registers, Tag, TaggedPost

from .reading import content_path
from .settings import defaults_folder, moment

Settings = Mapping[str, Any]


def tags_of(article: Any) -> tuple[Tag, ...]:
    """Return the areas of an article: as strict reading gave them, else computed from its text."""
    reading = article.settings.get("VIDEN_READING")
    if reading is not None:
        path = content_path(article.source_path, article.settings["PATH"])
        return next((t.tags for t in reading.tagged if t.post.place.path == path), ())
    known, vocabulary = foreign_registers(article.settings)
    return _tagged(article, known, vocabulary).tags


def library_of(context: dict[str, Any], settings: Settings) -> Library:
    """Return the library of published posts; made once per run and kept in the context."""
    reading = settings.get("VIDEN_READING")
    if reading is not None:
        library: Library = reading.library
        return library
    if "viden_library" not in context:
        known, vocabulary = foreign_registers(settings)
        tagged = tuple(_tagged(article, known, vocabulary) for article in context["articles"])
        made = pages.library(tagged, known, moment())
        urls = {content_path(a.source_path, settings["PATH"]): a.url for a in context["articles"]}
        # The site decides where its articles lie, not our contract.
        context["viden_library"] = replace(made, facts=tuple(replace(f, url=urls[f.path]) for f in made.facts))
    kept: Library = context["viden_library"]
    return kept


def portable_bodies(context: dict[str, Any], library: Library, site_url: str) -> dict[str, str]:
    """Return post id → body for feeds and mail, with absolute links as Pelican resolved them."""
    by_path = {content_path(a.source_path, a.settings["PATH"]): a for a in context["articles"]}
    frame = context.get("viden_frame")
    known = frame.attachments if frame else {}
    found = {}
    for facts in library.facts:
        if facts.path in by_path:
            body = attachments.labelled(by_path[facts.path].get_content(site_url), known, site_url)
            found[facts.id] = bodies.portable(body, f"{site_url}/{facts.url}")
    return found


_known: dict[str, tuple[Registers, tagging.Vocabulary]] = {}


def foreign_registers(settings: Settings) -> tuple[Registers, tagging.Vocabulary]:
    """Return the registers of a site that is not ours, read once per content folder and run."""
    content = str(settings["PATH"])
    if content not in _known:
        folder = Path(content) / "data"
        own, _ = disk.read_tree(folder) if folder.is_dir() else ((), ())
        lent, _ = disk.read_tree(defaults_folder() / "data")
        known, _ = registers.load(pipeline.below("data", own), pipeline.below("data", lent))
        vocabulary, _ = tagging.compile(known.competence_areas + known.work_areas)
        _known[content] = (known, vocabulary)
    return _known[content]


def _tagged(article: Any, known: Registers, vocabulary: tagging.Vocabulary) -> TaggedPost:
    """Return an article of Pelican's as one of our values; the body is taken raw, its links still names."""
    post = _post(article)
    zones = bodies.zones(article._content)
    text = bodies.plain(article._content)
    body = Body(article._content, text, zones, words=len(text.split()))
    tags = getattr(article, "viden_tags", None)
    if tags is None:
        proposed = tagging.tags((*bodies.header_zones(post), *zones), body.words, vocabulary)
        tags = tagging.decide(post, proposed)
    return TaggedPost(post, body, tags)


def _post(article: Any) -> Post:
    path = content_path(article.source_path, article.settings["PATH"])
    published: datetime = article.date.astimezone(dates.COPENHAGEN)
    updated = getattr(article, "modified", None)
    return Post(
        id=str(getattr(article, "id", "") or addresses.provisional_id(path)),
        kind=str(getattr(article, "kind", "article")),
        title=str(article.metadata.get("title", article.title)),
        slug=article.slug,
        published=published,
        has_time=False,
        markdown="",
        place=Place(path),
        updated=updated.astimezone(dates.COPENHAGEN) if updated else None,
        summary=bodies.plain(str(article.metadata.get("summary", ""))),
        authors=tuple(Person(a.slug, a.name, in_register=False) for a in getattr(article, "authors", ())),
        tags=tuple(t.name for t in getattr(article, "tags", ())),
        competence_areas=_ids(article, "competence_areas"),
        work_areas=_ids(article, "work_areas"),
    )


def _ids(article: Any, key: str) -> tuple[str, ...] | None:
    """Return the ids an author gave under a header key, or None where the tagger decides."""
    written = article.metadata.get(key)
    if written is None:
        return None
    return tuple(part.strip() for part in str(written).replace(";", ",").split(",") if part.strip())
