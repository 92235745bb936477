"""Guards promise 7 over the whole output: whatever lists, feeds, exports or counts posts agrees on which posts there are.

Read as a stranger would: from the built files alone. Our own site, and one of
random posts that is long enough for lists of several pages and feeds with archives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import lxml.html
import pytest

POST = re.compile(r"artikler/[^/#?]+/$")
FAMILIES = {
    "arbejdsomraader": ("work_areas", "arbejdsomraade"),
    "kompetencer": ("competence_areas", "kompetence"),
    "blogs": ("blog", "blog"),
    "serier": ("series", "serie"),
}
"""Folder of the pages → the export's key that says the same, and the folder of the feeds."""
COUNTED = ("arbejdsomraader", "kompetencer", "emner", "personer", "arkiv")
"""Lists that tell beside each name how many posts there are."""


class Output:
    """A built site, read by its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {
            p.parent.relative_to(folder).as_posix().removeprefix(".") + "/": lxml.html.fromstring(p.read_bytes())
            for p in sorted(folder.rglob("index.html"))
        }
        self.rows = json.loads((folder / "data/artikler.json").read_bytes())

    def posts(self) -> set[str]:
        """Return the posts that have a page; what was taken down keeps an address, but is no post."""
        kept = (
            a for a, page in self.pages.items() if not page.xpath("//meta[@name='robots' or @http-equiv='refresh']")
        )
        return {address for address in kept if POST.match(address)}

    def linked(self, address: str) -> list[str]:
        """Return the posts that a list leads to, over all its pages, in order; links to a place inside a post are others'."""
        pages = [a for a in self.pages if a == address or re.fullmatch(rf"{re.escape(address)}side/\d+/", a)]
        pages.sort(key=lambda a: int(re.sub(r"\D", "", a.removeprefix(address)) or 1))
        return [post for a in pages for post in only_posts(self.pages[a].xpath("//main//a/@href"))]

    def fed(self, stem: str) -> set[str]:
        """Return the posts in a feed and its archives, the same in RSS and Atom."""
        found = []
        for form in ("rss", "atom"):
            files = [
                self.folder / f"feeds/{stem}.{form}.xml",
                *self.folder.glob(f"feeds/arkiv/{stem}-[0-9]*.{form}.xml"),
            ]
            found.append(
                {post for f in files for e in feedparser.parse(f.read_bytes()).entries for post in only_posts([e.link])}
            )
        assert found[0] == found[1], stem
        return found[0]

    def exported(self, key: str, value: str) -> set[str]:
        rows = (row for row in self.rows if value in (row[key] if isinstance(row[key], list) else [row[key]]))
        return set(only_posts(row["url"] for row in rows))

    def indexed(self) -> dict[str, dict]:
        """Return address → the search index's own row of the post."""
        found = {}
        for path in sorted((self.folder / "soeg/indeks").glob("*.json")):
            rows = json.loads(path.read_bytes())
            found |= (
                {r["url"]: r for r in rows if isinstance(r, dict) and "workAreas" in r}
                if isinstance(rows, list)
                else {}
            )
        return found

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def only_posts(addresses: Iterable[str]) -> list[str]:
    paths = (urlsplit(a)._replace(query="") for a in addresses)
    return [p.path.lstrip("/") for p in paths if not p.fragment and POST.match(p.path.lstrip("/"))]


@pytest.fixture(scope="module", params=["built", "many_built"])
def output(request: pytest.FixtureRequest) -> Output:
    return Output(request.getfixturevalue(request.param))


def test_all_that_hold_every_post_hold_the_same(output):
    markdown = {f"{p.parent.relative_to(output.folder).as_posix()}/" for p in output.folder.glob("artikler/*/index.md")}
    years = [a for a in output.pages if re.fullmatch(r"arkiv/\d{4}/", a)]
    months = [a for a in output.pages if re.fullmatch(r"arkiv/\d{4}/\d\d/", a)]
    holders = {
        "Markdown copies": markdown,
        "export": set(only_posts(row["url"] for row in output.rows)),
        "llms.txt": set(only_posts(a.removesuffix("index.md") for a in re.findall(r"\((\S+?/index\.md)\)", output.text("llms.txt")))),
        "sitemap": set(only_posts(re.findall(r"<loc>([^<]+)</loc>", output.text("sitemap.xml")))),
        "search index": set(output.indexed()),
        "search page": set(output.linked("soeg/")),
        "feed": output.fed("alle"),
        "archive": set(output.linked("arkiv/")),
        "years": {post for a in years for post in output.linked(a)},
        "months": {post for a in months for post in output.linked(a)},
        "JSON feed and what is older": set(only_posts(i["url"] for i in json.loads(output.text("feeds/alle.json"))["items"]))
        | (output.fed("alle") if len(output.posts()) > 50 else set()),
    }  # fmt: skip

    assert output.posts()
    assert {name: held ^ output.posts() for name, held in holders.items() if held != output.posts()} == {}


def test_no_list_of_the_archive_names_a_post_twice_or_in_two_years(output):
    for pattern in (r"arkiv/", r"arkiv/\d{4}/", r"arkiv/\d{4}/\d\d/"):
        listed = [post for a in output.pages if re.fullmatch(pattern, a) for post in output.linked(a)]
        assert len(listed) == len(set(listed)) == len(output.posts()), pattern


@pytest.mark.parametrize("family", FAMILIES)
def test_page_feed_export_and_index_of_a_group_hold_the_same_posts(family, output):
    key, feeds = FAMILIES[family]
    groups = [a for a in output.pages if re.fullmatch(rf"{family}/[a-z0-9-]+/", a)]
    differ = {}
    for address in groups:
        name = address.split("/")[1]
        holders = {"page": set(output.linked(address)), "export": output.exported(key, name)}
        if (output.folder / f"feeds/{feeds}/{name}.rss.xml").is_file():
            holders["feed"] = output.fed(f"{feeds}/{name}") | (holders["page"] if len(holders["page"]) > 50 else set())
        if family in ("arbejdsomraader", "kompetencer"):
            field = "workAreas" if family == "arbejdsomraader" else "competenceAreas"
            holders["index"] = {url for url, row in output.indexed().items() if name in row[field]}
        if len({frozenset(h) for h in holders.values()}) > 1:
            differ[address] = holders

    assert groups
    assert differ == {}


def test_page_feed_and_export_of_a_person_hold_the_same_posts(output):
    named = 0
    for address in [a for a in output.pages if re.fullmatch(r"personer/[a-z0-9-]+/", a)]:
        [heading] = output.pages[address].xpath("//main//h1")
        exported = output.exported("authors", " ".join(heading.text_content().split()))
        named += bool(exported)

        assert set(output.linked(address)) == exported, address
        if (output.folder / f"feeds/person/{address.split('/')[1]}.rss.xml").is_file():
            assert output.fed(f"person/{address.split('/')[1]}") == exported, address
    assert named > 3


def test_page_and_export_of_a_keyword_hold_the_same_posts(output):
    pages = {a: set(output.linked(a)) for a in output.pages if re.fullmatch(r"emner/[a-z0-9-]+/", a)}
    for address, posts in pages.items():
        leading = {p for p in output.posts() if output.pages[p].xpath(f"//a[@href='/{address}']")}

        assert posts == leading, address


@pytest.mark.parametrize("family", COUNTED)
def test_the_number_beside_a_name_is_the_length_of_its_list(family, output):
    seen = 0
    for entry in output.pages[f"{family}/"].xpath("//main//li[.//*[contains(@class, 'number')]]"):
        links = [a.lstrip("/") for a in entry.xpath(".//a/@href") if a.startswith(f"/{family}/")]
        numbers = [
            re.sub(r"\D", "", n.text_content())
            for n in entry.xpath(".//*[contains(concat(' ', @class, ' '), ' number ')]")
        ]
        if len(links) == 1 and "#" not in links[0] and "side/" not in links[0]:
            seen += 1
            assert int(numbers[0]) == len(set(output.linked(links[0]))), links[0]

    assert seen


def test_the_knowledge_map_counts_what_its_pages_list(output):
    seen = 0
    for cell in output.pages["videnskort/"].xpath("//main//td/a[starts-with(@href, '/videnskort/')]"):
        number = int(re.findall(r"\d+", cell.text_content())[-1])
        assert number == len(set(output.linked(cell.get("href").lstrip("/")))), cell.get("href")
        seen += 1

    assert seen > 5


def test_what_is_lost_from_one_list_is_seen(built):
    class Lossy(Output):
        def text(self, name: str) -> str:
            return re.sub(r"- \[.*\n", "", super().text(name), count=1)

    with pytest.raises(AssertionError, match=r"llms\.txt"):
        test_all_that_hold_every_post_hold_the_same(Lossy(built))
