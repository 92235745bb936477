"""The settings of our own site, and what is read from the environment once."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from viden.errors import UsageError
from viden.model import SiteInfo

PLUGINS = ("competence_tags", "knowledge_pages", "topic_feeds", "newsletter_editions", "site_search")
"""Our plugins, in the order in which they run."""

FEED_SETTINGS = (
    "FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS", "CATEGORY_FEED_ATOM", "CATEGORY_FEED_RSS",
    "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS", "TAG_FEED_ATOM", "TAG_FEED_RSS", "TRANSLATION_FEED_ATOM",
    "TRANSLATION_FEED_RSS",
)  # fmt: skip
"""Pelican's own feeds: off, for their ids move with slug and date. See docs/decisions/0016."""


def site_settings(project: Path) -> dict[str, Any]:
    """Return the settings that `pelicanconf.py` hands to Pelican, for the checkout `project`."""
    from .site import VidenSite

    return {
        "PELICAN_CLASS": VidenSite,
        "PATH": str(project / "content"),
        "OUTPUT_PATH": str(project / "output"),
        "CACHE_PATH": str(project / "cache"),
        "THEME": str(project / "theme"),
        "PLUGIN_PATHS": [str(project / "plugins")],
        "PLUGINS": list(PLUGINS),
        "SITENAME": "Videnstafet",
        "TIMEZONE": "Europe/Copenhagen",
        "DEFAULT_LANG": "da",
        "LOCALE": ["C"],
        "JINJA_ENVIRONMENT": {"trim_blocks": True, "lstrip_blocks": True},
        **addresses(),
        **dict.fromkeys(FEED_SETTINGS),
        "DELETE_OUTPUT_DIRECTORY": False,
        "LOAD_CONTENT_CACHE": False,
        "CACHE_CONTENT": False,
        "TYPOGRIFY": False,
        "FILENAME_METADATA": "",
        "PATH_METADATA": "",
        "DEFAULT_DATE": None,
        "WITH_FUTURE_DATES": True,  # which posts exist is decided once, by viden.pages
        "ARTICLE_TRANSLATION_ID": False,
        "PAGE_TRANSLATION_ID": False,
        "DEFAULT_PAGINATION": False,
        "RELATIVE_URLS": False,
        "VIDEN_PROJECT": str(project),
    }


def addresses() -> dict[str, Any]:
    """Return Pelican's address settings as the contract has them; what it makes not is empty."""
    return {
        "ARTICLE_URL": "artikler/{slug}/",
        "ARTICLE_SAVE_AS": "artikler/{slug}/index.html",
        "PAGE_URL": "{slug}/",
        "PAGE_SAVE_AS": "{slug}/index.html",
        "ARTICLE_PATHS": [""],
        "PAGE_PATHS": ["sider", "pages"],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "THEME_STATIC_DIR": "theme",
        "DIRECT_TEMPLATES": ["index"],
        "AUTHOR_URL": "personer/{slug}/",
        "TAG_URL": "emner/{slug}/",
        "AUTHOR_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "ARCHIVES_SAVE_AS": "",
        "AUTHORS_SAVE_AS": "",
        "CATEGORIES_SAVE_AS": "",
        "TAGS_SAVE_AS": "",
        "DRAFT_SAVE_AS": "",
        "DRAFT_PAGE_SAVE_AS": "",
    }


def production_address() -> str:
    """Return SITEURL from the environment: https, without a final `/`. Anything else is wrong use."""
    address = os.environ.get("SITEURL", "").rstrip("/")
    parts = urlsplit(address)
    is_whole = parts.scheme == "https" and parts.hostname and not (parts.query or parts.fragment or parts.username)
    if not is_whole or not address.isprintable() or " " in address:
        raise UsageError(
            "Sæt SITEURL til sidens offentlige adresse, fx SITEURL=https://viden.example.dk, før der bygges til drift."
        )
    return address


def moment() -> datetime:
    """Return the instant of this run: SOURCE_DATE_EPOCH where it is set, else now. Read once per run."""
    written = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        seconds = int(written) if written else int(time.time())
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as fault:
        raise UsageError(f'SOURCE_DATE_EPOCH skal være hele sekunder siden 1970, ikke "{written}".') from fault


def root_of(site_url: str) -> str:
    """Return the path part of the site's address without a final `/`: "" at a host's root."""
    return urlsplit(site_url).path.rstrip("/")


def defaults_folder(project: Path | None = None) -> Path:
    """Return the folder whose `data/` holds the registers used where a site has none.

    In a checkout that is `content/`; an installed package carries copies beside this file.
    """
    packaged = Path(__file__).resolve().parent / "defaults"
    own = (project or Path(__file__).resolve().parents[2]) / "content"
    return packaged if packaged.is_dir() else own


def public_address(settings: dict[str, Any], site: SiteInfo) -> str:
    """Return the absolute address that feeds use: SITEURL, else the one in `site.yaml`, else this machine's."""
    return str(settings["SITEURL"] or site.url or "http://localhost:8000").rstrip("/")
