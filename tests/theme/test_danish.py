"""Guards the language of the built site: no English is left in what readers and subscribers see, hear or get in a feed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

LEFT_BEHIND = """
about all and archive archives are author authors back categories category close comment comments contact copied copy
date details download edited email enter error from has here hide home in issue issues items latest license loading
main minutes month months more navigation newer newest newsletter newsletters next no not of older our page pages
please posted posts powered previous privacy publish published publisher read reading related reply result results
search section see share show sidebar site skip subject submit subscribe subscription summary tagged tags that the
these this title toggle translation translations untitled updated view week weekly welcome with written year years you
your
"""
"""What themes, frameworks and libraries leave behind. What is Danish as well (by, for, have, is, log, post, top) is not here."""

ENGLISH = frozenset(LEFT_BEHIND.split())

NAMES = ("open source",)
"""Names that stand in Danish text as they are; `open source` is part of a competence area's name."""

ATTRIBUTES = ("alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "placeholder", "title")
DESCRIBING = ("description", "og:title", "og:description", "og:image:alt", "og:site_name")
SILENT = ("script", "style", "code", "pre", "template")
"""Elements that nobody reads as Danish: programs, addresses and code."""

ADDRESS = re.compile(r"\S+://\S+|\S+@\S+|\S+\.(?:dk|html|json|md|org|xml|yaml)\b|\{[^}]*\}")
WORD = re.compile(r"[^\W\d_]+")

FEED_WORDS = ("title", "subtitle", "description", "summary", "content", "encoded", "category", "generator")
JSON_WORDS = ("title", "description", "user_comment", "summary", "content_text", "content_html", "tags")


def english(text: str) -> list[str]:
    """Return the English words of a text, in order."""
    for name in NAMES:
        text = re.sub(re.escape(name), "", text, flags=re.IGNORECASE)
    return [word for word in WORD.findall(ADDRESS.sub(" ", text)) if word.casefold() in ENGLISH]


def said(html: str) -> Iterator[str]:
    """Yield what a page says in Danish: its text, its title, and the attributes that are shown or read aloud."""
    page = BeautifulSoup(html, "lxml")
    for element in page(SILENT):
        element.decompose()
    for element in page.find_all(lambda tag: tag.get("lang", "da") != "da"):
        element.decompose()
    for element in page.find_all(True):
        yield from (str(element[name]) for name in ATTRIBUTES if element.has_attr(name))
        if element.name == "meta" and (element.get("name") or element.get("property")) in DESCRIBING:
            yield str(element.get("content"))
        if element.name == "input" and element.get("type") in ("submit", "button", "reset"):
            yield str(element.get("value", ""))
    yield page.get_text(" ")


def told(feed: str) -> Iterator[str]:
    """Yield the words of an RSS or Atom feed or an OPML list; HTML inside counts as a page."""
    for element in ElementTree.fromstring(feed).iter():
        yield from (element.get(name, "") for name in ("text", "title", "label"))
        if element.tag.rpartition("}")[2] in FEED_WORDS:
            yield from said("".join(element.itertext()))


def spoken(value: object, key: str = "") -> Iterator[str]:
    """Yield the words of a JSON feed, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spoken(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from spoken(inner, key)
    elif isinstance(value, str) and key in JSON_WORDS:
        yield from said(value)


READERS = {
    ".html": said,
    ".rss.xml": told,
    ".atom.xml": told,
    ".opml": told,
    ".json": lambda text: spoken(json.loads(text)),
    "llms.txt": lambda text: iter([text]),
}


def texts(output: Path, ending: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (path, what it says) of each file of the output with this ending, but the search index."""
    for path in sorted(output.rglob(f"*{ending}")):
        name = path.relative_to(output).as_posix()
        if not name.startswith(("soeg/indeks/", "theme/")):
            yield name, list(READERS[ending](path.read_text(encoding="utf-8")))


# --- the site ------------------------------------------------------------------


@pytest.mark.parametrize("ending", READERS)
def test_nothing_says_anything_in_english(built: Path, ending: str) -> None:
    said_by = dict(texts(built, ending))
    assert said_by, f"no file ends in {ending}"
    assert all("".join(words).strip() for words in said_by.values()), "a file without a word has not been read"
    left = {name: found for name, words in said_by.items() if (found := english(" \n ".join(words)))}
    assert not left


def test_the_page_for_a_lost_reader_is_among_those_read(built: Path) -> None:
    words = dict(texts(built, ".html"))["404.html"]
    assert any("Siden findes ikke" in text for text in words)


def test_one_of_a_kind_is_not_told_in_the_plural(built: Path) -> None:
    plural = re.compile(r"(?<![\d.,:/-])\b1\s+(?:\w+(?:arrangementer|områder)|advarsler|arrangementer|artikler|filer|kommentarer|pointer|resultater|serier|sider)\b")  # fmt: skip
    assert plural.search("Der er 1 artikler om det")
    left = {name: found for name, words in texts(built, ".html") if (found := plural.findall(" \n ".join(words)))}
    assert not left


# --- the guard itself ------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<title>Page 2 – Videnstafet</title>", ["Page"]),
        ("<p>Læs <a href='/x/'>read more</a></p>", ["read", "more"]),
        ("<nav aria-label='Previous and next'>Sider</nav>", ["Previous", "and", "next"]),
        ("<input type=search placeholder='Search the site'>", ["Search", "the", "site"]),
        ("<input type=submit value=Subscribe>", ["Subscribe"]),
        ("<img src='x.png' alt='The harbour'>", ["The"]),
        ("<a title='Back to top' href='#top'>Til toppen</a>", ["Back"]),
        ("<meta name=description content='Posts from 2026'>", ["Posts", "from"]),
        ("<p>Metoden hedder <i lang=en>the one and only</i>.</p>", []),
        ("<p>Kort sagt: open source i kommunen</p>", []),
        ("<p>Hent den på https://example.dk/the/page/</p><code>title: home</code>", []),
        ("<p>Send mig en post om det; jeg vil have den i by og land.</p>", []),
    ],
)
def test_the_guard_finds_english_and_lets_danish_pass(html: str, found: list[str]) -> None:
    assert sorted(w for text in said(html) for w in english(text)) == sorted(found)


def test_the_guard_reads_feeds_and_the_html_inside_them() -> None:
    feed = "<rss><channel><title>All posts</title><item><description>&lt;p&gt;Read&lt;/p&gt;</description></item></channel></rss>"
    assert [w for text in told(feed) for w in english(text)] == ["All", "posts", "Read"]
    made = {"title": "Nyt", "items": [{"content_html": "<p>Posted</p>", "url": "https://example.dk/home/"}]}
    assert [w for text in spoken(made) for w in english(text)] == ["Posted"]


def test_the_guard_sees_a_word_slipped_into_a_built_page(built: Path) -> None:
    page = (built / "404.html").read_text(encoding="utf-8")
    spoiled = page.replace('aria-label="Hovedmenu"', 'aria-label="Main menu"', 1)
    assert spoiled != page
    assert [w for text in said(spoiled) for w in english(text)] == ["Main"]
