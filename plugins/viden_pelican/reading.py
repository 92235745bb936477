"""Pelican's reader for our posts: it hands over what strict reading has already parsed.

A file is read and judged once, before Pelican's run begins; here its values
only take Pelican's form. Until the writer is asked for, this module alone
touches a body. See docs/decisions/0003-strict-reading-before-pelican.md.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.readers import MarkdownReader, Readers
from pelican.urlwrappers import Author, Category, Tag
from viden import addresses
from viden.errors import InternalError
from viden.model import Post, TaggedPost
from viden.pipeline import Reading

from .settings import root_of


class StrictReader(MarkdownReader):  # type: ignore[misc]
    """Gives Pelican the body and the metadata of a post that strict reading accepted."""

    enabled = True

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return (HTML, metadata) of the file; links are still names in Pelican's form."""
        tagged = _by_path(self.settings["VIDEN_READING"]).get(content_path(source_path, self.settings["PATH"]))
        if tagged is None:
            raise InternalError(f"Pelican bad om {source_path}, som den strenge læsning ikke kender.")
        root = root_of(self.settings["SITEURL"])
        return below_root(tagged.body.html, root), metadata(tagged.post, self.settings)


def use_strict_reader(readers: Readers) -> None:
    """Receiver of `readers_init`: read Markdown strictly where our site class has done so."""
    if readers.settings.get("VIDEN_READING") is not None:
        for suffix in MarkdownReader.file_extensions:
            readers.reader_classes[suffix] = StrictReader


def below_root(html: str, root: str) -> str:
    """Return the body with links to the site's own pages (`/abonner/`) below the path of its address.

    Pelican resolves only the links that it knows by their braces.
    """
    return OWN_PAGE.sub(rf"\g<attribute>{root}/", html) if root else html


OWN_PAGE = re.compile(r'(?P<attribute>\b(?:href|src)=")/(?!/)')


def metadata(post: Post, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the post's header in Pelican's words.

    The summary is escaped here: to us it is text, to Pelican and foreign themes it is HTML.
    A draft reaches this point in preview only, where it is shown like a published post.
    """
    values: dict[str, Any] = {
        "title": post.title,
        "slug": post.slug,
        "date": post.published,
        "status": "published",
        "lang": post.lang,
        "category": Category(post.category or settings.get("DEFAULT_CATEGORY", "misc"), settings),
        "tags": [_tag(name, settings) for name in post.tags],
        "authors": [_author(p.id, p.name, settings) for p in post.authors],
        "summary": str(escape(post.summary)),
        "modified": post.updated,
    }
    return {key: value for key, value in values.items() if value}


def content_path(path: str | os.PathLike[str], content: str | os.PathLike[str]) -> str:
    """Return `path` relative to the content folder, with `/` and in NFC, as our values name it."""
    return unicodedata.normalize("NFC", Path(os.path.relpath(path, content)).as_posix())


def _by_path(reading: Reading) -> dict[str, TaggedPost]:
    return {t.post.place.path: t for t in reading.tagged}


def _author(slug: str, name: str, settings: dict[str, Any]) -> Author:
    author = Author(name, settings)
    author.slug = slug
    return author


def _tag(name: str, settings: dict[str, Any]) -> Tag:
    tag = Tag(name, settings)
    tag.slug = addresses.slug(name)
    return tag
