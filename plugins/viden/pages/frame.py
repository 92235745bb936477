"""The frame: what every page shows and nothing that changes with a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import addresses
from ..language import sort_key
from ..model import COMPETENCE, WORK, Attachment, Picture, Registers, TaggedPost
from .links import Link
from .policy import META_POLICY
from .structured import structured
from .views import FileLink, View

STYLE = "theme/css/videnstafet.css"
ICON = "theme/favicon.svg"
OLD_ICON, TOUCH_ICON = "favicon.ico", "apple-touch-icon.png"
"""At the root, where feed readers and telephones ask for them without reading a page."""
COMFORT = "theme/js/comfort.js"
SCHEME = "theme/js/scheme.js"
MISSING_SCRIPT = "theme/js/missing.js"
SEARCH_SCRIPT = "theme/js/search.js"


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the theme's files from the site's root; a build adds the version of each."""

    style: str = STYLE
    icon: str = ICON
    old_icon: str = OLD_ICON
    touch_icon: str = TOUCH_ICON
    comfort: str = COMFORT
    scheme: str = SCHEME
    missing: str = MISSING_SCRIPT
    search: str = SEARCH_SCRIPT


@dataclass(frozen=True, slots=True)
class Frame:
    """The name `site` of every template."""

    name: str
    tagline: str
    root: str
    """Path part of the site's address without a final `/`: "" at a host's root."""
    site_url: str
    """Absolute, without a final `/`; empty on an editor's machine."""
    navigation: tuple[Link, ...]
    work_areas: tuple[Link, ...]
    competence_areas: tuple[Link, ...]
    blogs: tuple[Link, ...]
    more: tuple[Link, ...]
    """The footer's other lists."""
    legal: tuple[Link, ...]
    publisher: str
    """Name of the organisation that answers for the site."""
    contact_name: str
    contact_email: str
    contact_phone: str
    contact_address: str
    cvr: str
    assets: Assets
    pictures: Mapping[str, Picture] = field(default_factory=dict, hash=False)
    """Path in the output → a picture's size and widths, of those that the build has measured."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict, hash=False)
    """Path in the output → kind and size, of the files that the build publishes beside the pages."""

    @property
    def policy(self) -> str:
        """The Content Security Policy as a meta tag may carry it."""
        return META_POLICY

    def to(self, url: str) -> str:
        """Return an address for `href` and `src`: from the root, or as it is where it is absolute or a fragment."""
        return url if "://" in url or url.startswith(("#", "mailto:", "tel:")) else f"{self.root}/{url}"

    def file(self, path: str) -> str:
        """Return the address of a file for `src`: from the root, its spaces and Danish letters encoded."""
        return addresses.file_url(path, self.root)

    def srcset(self, widths: Iterable[tuple[int, str]]) -> str:
        """Return a `srcset` of (width in pixels, path) pairs."""
        return addresses.srcset(widths, self.root)

    def attached(self, files: Iterable[FileLink]) -> tuple[tuple[FileLink, Attachment], ...]:
        """Return each file with its kind and size, of those that the build publishes."""
        return tuple((link, self.attachments[link.path]) for link in files if link.path in self.attachments)

    def absolute(self, url: str) -> str:
        """Return the absolute address; without a public address the same as `to`."""
        return f"{self.site_url}/{url}" if self.site_url and self.to(url) != url else self.to(url)

    def structured(self, view: View) -> dict[str, Any]:
        """Return what a page is, for JSON-LD."""
        return structured(view, self.name, self.absolute)


def frame(
    registers: Registers,
    root: str,
    site_url: str,
    assets: Assets | None = None,
    blogs_with_posts: tuple[str, ...] | None = None,
    pages: Iterable[TaggedPost] = (),
) -> Frame:
    """Return the frame of a site.

    `blogs_with_posts` keeps empty blogs out of the footer; None shows all.
    `pages` are the published pages of `sider/`, which the footer links to.
    """
    info = registers.site
    legal = _legal(registers)
    publisher = registers.publisher(info.publisher)
    return Frame(
        name=info.name,
        tagline=info.tagline,
        root=root.rstrip("/"),
        site_url=site_url.rstrip("/"),
        navigation=navigation(),
        work_areas=tuple(Link(a.label, addresses.area_url(WORK, a.id)) for a in registers.work_areas),
        competence_areas=tuple(Link(a.label, addresses.area_url(COMPETENCE, a.id)) for a in registers.competence_areas),
        blogs=tuple(
            Link(b.name, addresses.blog_url(b.id))
            for b in registers.blogs
            if blogs_with_posts is None or b.id in blogs_with_posts
        ),
        more=(
            Link("Alle blogs", addresses.blog_url()),
            Link("Udgivere", addresses.publisher_url()),
            Link("Emneord", addresses.topic_url()),
            Link("Arkiv", addresses.archive_url()),
            Link("Kalender", addresses.CALENDAR),
            Link("Videnskort", addresses.KNOWLEDGE_MAP),
            *((Link("Forkortelser", addresses.ABBREVIATIONS),) if registers.abbreviations else ()),
            *_own_pages(pages, {link.url for link in legal}),
        ),
        legal=legal,
        publisher=publisher.name if publisher else "",
        contact_name=info.contact_name,
        contact_email=info.contact_email,
        contact_phone=info.contact_phone,
        contact_address=info.contact_address,
        cvr=info.cvr,
        assets=assets or Assets(),
    )


def navigation() -> tuple[Link, ...]:
    """Return the main menu; which entry is the current one, each view says in `section`."""
    return (
        Link("Arbejdsområder", addresses.area_url(WORK)),
        Link("Kompetencer", addresses.area_url(COMPETENCE)),
        Link("Serier", addresses.series_url()),
        Link("Personer", addresses.person_url()),
        Link("Abonnér", addresses.subscribe_url()),
    )


def _legal(registers: Registers) -> tuple[Link, ...]:
    """Return the law's links; the statement's is named as the law wants and only there when it exists."""
    statement = (Link("Tilgængelighedserklæring", "tilgaengelighed/"),) if registers.site.was_url else ()
    return (*statement, Link("Privatliv", "privatliv/"))


def _own_pages(pages: Iterable[TaggedPost], shown: set[str]) -> tuple[Link, ...]:
    """Return the editors' pages by title, without those that the law's links lead to already."""
    links = (Link(t.post.title, addresses.page_url(t.post.slug)) for t in pages)
    return tuple(
        sorted((link for link in links if link.url not in shown), key=lambda link: (sort_key(link.text), link.url))
    )
