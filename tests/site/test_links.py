"""Guards every reference inside the site: whatever file it stands in, what it names is there, and so is the very place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

HERE = "https://her.test/"
"""Stands for the site where a reference is relative; no file holds it."""
ONE = ("href", "src", "action", "poster", "cite", "data-copy", "content")
TEXTS = (".html", ".xml", ".json", ".jsonld", ".ttl", ".opml", ".ics", ".txt", ".md", ".css", ".js", ".bib", ".ris")


class Site:
    """A built site: its files, and the ids of each page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        self.pages = {f: lxml.html.fromstring((folder / f).read_bytes()) for f in self.files if f.endswith(".html")}
        self.ids = {f: set(page.xpath("//@id")) for f, page in self.pages.items()}
        canonical = self.pages["index.html"].xpath("//link[@rel='canonical']/@href")
        self.public = canonical[0]
        """The site's public address, with its final `/`."""

    def file(self, address: str) -> str | None:
        """Return the file that an address is answered with, or None where it leads out of the site."""
        for start in (HERE, self.public):
            if address.startswith(start):
                path = unquote(urlsplit(address).path.removeprefix(urlsplit(start).path))
                return f"{path}index.html" if path.endswith("/") or not path else path
        return None

    def broken(self, references: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        """Return those of (file, absolute address) that lead to nothing."""
        found = set()
        for source, reference in references:
            address, fragment = urldefrag(reference)
            file = self.file(address)
            is_there = file in self.files and (
                not fragment or file not in self.ids or unquote(fragment) in self.ids[file]
            )
            if file is not None and not is_there:
                found.add((source, reference))
        return found


def in_markup(site: Site) -> Iterator[tuple[str, str]]:
    """Yield what elements of pages refer to: links, pictures in all widths, forms, scripts, where a page leads on."""
    for source, page in site.pages.items():
        base = urljoin(HERE, source)
        for name in ONE:
            for value in page.xpath(f"//@{name}"):
                if name != "content" or value.startswith(("/", "https://")):
                    yield source, urljoin(base, value)
        for value in page.xpath("//@srcset"):
            yield from ((source, urljoin(base, part.split()[0])) for part in value.split(", "))
        for value in page.xpath("//meta[@http-equiv='refresh']/@content"):
            yield source, urljoin(base, value.partition("url=")[2])


def in_styles(site: Site) -> Iterator[tuple[str, str]]:
    for source in (f for f in site.files if f.endswith(".css")):
        for value in re.findall(r"url\(['\"]?([^)'\"]+)", (site.folder / source).read_text(encoding="utf-8")):
            yield source, urljoin(urljoin(HERE, source), value)


def in_texts(site: Site) -> Iterator[tuple[str, str]]:
    """Yield every public address of the site in any text: feeds, sitemap, lists, calendars, JSON-LD, copies in Markdown."""
    wanted = re.compile(re.escape(site.public) + r"[^\s\"'<>()\[\]{}\\|*`»«]*")
    for source in (f for f in site.files if f.endswith(TEXTS)):
        text = (site.folder / source).read_text(encoding="utf-8")
        text = text.replace("\r\n ", "") if source.endswith(".ics") else unescape(unescape(text))
        yield from ((source, address.rstrip(".,;:!?")) for address in wanted.findall(text))


@pytest.fixture(scope="module", params=["built", "many_built"])
def site(request: pytest.FixtureRequest) -> Site:
    return Site(request.getfixturevalue(request.param))


@pytest.mark.parametrize("kind", [in_markup, in_styles, in_texts])
def test_every_reference_leads_to_what_is_there(site, kind):
    references = set(kind(site))

    assert len(references) > 1000 or kind is in_styles
    assert site.broken(references) == set()


def test_addresses_stand_in_every_kind_of_file_that_others_read(site):
    endings = {Path(source).suffix for source, _ in in_texts(site)}

    assert endings >= {".html", ".xml", ".json", ".opml", ".ics", ".txt", ".md"}


def test_every_old_address_leads_to_what_is_there(site):
    lines = [line.split() for line in (site.folder / "_redirects").read_text(encoding="utf-8").splitlines()]

    assert lines
    assert site.broken(("_redirects", urljoin(HERE, to)) for _, to, _ in lines) == set()


def test_every_page_that_search_machines_may_list_is_reached_from_the_front_page(site):
    links = {}
    for source, address in in_markup(site):
        links.setdefault(source, set()).add(site.file(urldefrag(address)[0]))
    seen, waiting = set(), ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in site.pages and page not in seen:
            seen.add(page)
            waiting.extend(links.get(page, ()))
    unlisted = {
        f for f, page in site.pages.items() if page.xpath("//meta[@http-equiv='refresh' or @content='noindex']")
    }

    assert set(site.pages) - seen - unlisted - {"404.html"} == set()


@pytest.mark.parametrize(
    ("page", "reference"),
    [
        ('<a href="/findes/ikke/">x</a>', f"{HERE}findes/ikke/"),
        ('<a href="b.html#ingen">x</a>', f"{HERE}b.html#ingen"),
        ('<img srcset="/b.html 1w, /x.webp 2w">', f"{HERE}x.webp"),
        ('<form action="/soeg"></form>', f"{HERE}soeg"),
        ('<meta property="og:image" content="https://a.example/x/kort.png">', "https://a.example/x/kort.png"),
    ],
)
def test_a_broken_reference_is_found(tmp_path, page, reference):
    (tmp_path / "index.html").write_text(f'<link rel="canonical" href="https://a.example/x/">{page}', encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="her">', encoding="utf-8")
    site = Site(tmp_path)

    assert site.broken(in_markup(site)) == {("index.html", reference)}
