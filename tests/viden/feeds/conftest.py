"""Builders of small libraries, and independent judges of the three formats written from their specifications."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from lxml import etree
from viden.dates import COPENHAGEN
from viden.model import Area, Blog, Byline, Facts, Library, Person, Publisher, Registers, Series, SiteInfo

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"
HISTORY = "http://purl.org/syndication/history/1.0"

# --- builders ----------------------------------------------------------------


def build_registers(**changes) -> Registers:
    values = {
        "site": SiteInfo(
            name="Videnstafet", authority="viden.example,2026", founded=date(2026, 3, 1), publisher="foreningen"
        ),
        "work_areas": (
            Area("aeldre-sundhed", "work", "Ældre og sundhed", "Elderly care", "Pleje og omsorg."),
            Area("ledelse", "work", "Ledelse", "Management", "At lede."),
        ),
        "competence_areas": (
            Area("innovation", "competence", "Innovation & nye arbejdsformer", "Innovation", "Nyt der bruges."),
            Area("dataetik", "competence", "Dataetik, jura og regulering", "Ethics", "Ret og rimelighed."),
        ),
        "people": (Person("bo-holm", "Bo Holm"),),
        "publishers": (Publisher("foreningen", "Foreningen Åben Viden"), Publisher("skoven", "Skov & Strand Kommune")),
        "blogs": (Blog("bag-om", "Bag om byen"),),
        "series": (Series("stafet", "Stafetten"),),
    }
    return Registers(**(values | changes))


def build_post(id: str, when: datetime | str = "2026-11-16 08:00", **changes) -> Facts:
    if isinstance(when, str):
        when = datetime.fromisoformat(when).replace(tzinfo=COPENHAGEN)
    slug = changes.pop("slug", id)
    values = {
        "kind": "article",
        "title": f"Om {id}",
        "url": f"artikler/{slug}/",
        "path": f"artikler/{id}.md",
        "has_time": True,
        "updated": None,
        "summary": f"Kort om {id}.",
        "teaser": "",
        "work_areas": ("aeldre-sundhed",),
        "competence_areas": ("innovation",),
    }
    return Facts(id=id, slug=slug, published=when, **(values | changes))


def build_library(*posts: Facts, moment: str = "2026-11-25 12:00", registers: Registers | None = None) -> Library:
    ordered = sorted(sorted(posts, key=lambda f: f.id), key=lambda f: f.published, reverse=True)
    at = datetime.fromisoformat(moment).replace(tzinfo=COPENHAGEN)
    return Library(tuple(ordered), registers or build_registers(), at)


def build_row(count: int) -> tuple[Facts, ...]:
    """Return `count` posts, one an hour."""
    start = datetime(2026, 10, 1, tzinfo=COPENHAGEN)
    return tuple(build_post(f"p{n:03d}", start + timedelta(hours=n)) for n in range(count))


class _Bodies(dict[str, str]):
    def __missing__(self, id: str) -> str:
        return f"<p>Hele teksten om {id} på dansk.</p>"


@pytest.fixture
def registers() -> Callable[..., Registers]:
    return build_registers


@pytest.fixture
def post() -> Callable[..., Facts]:
    return build_post


@pytest.fixture
def library() -> Callable[..., Library]:
    return build_library


@pytest.fixture
def row() -> Callable[[int], tuple[Facts, ...]]:
    return build_row


@pytest.fixture
def bodies() -> dict[str, str]:
    return _Bodies()


@pytest.fixture
def author() -> Callable[..., Byline]:
    return Byline


# --- judges --------------------------------------------------------------------

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) "
    r"(\d\d:\d\d:\d\d) ([+-]\d{4})"
)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ABSOLUTE = re.compile(r"https?://[^\s/]+(/\S*)?")
IRI = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:\S+")

ATOM_ONCE = {
    "feed": ("id", "title", "updated"),
    "entry": ("id", "title", "updated"),
}
"""RFC 4287, 4.1.1 and 4.1.2: exactly one of each."""
ATOM_AT_MOST_ONCE = ("generator", "icon", "logo", "rights", "subtitle", "content", "published", "source", "summary")
ATOM_KNOWN = {
    "feed": [
        "author",
        "category",
        "contributor",
        "generator",
        "icon",
        "id",
        "link",
        "logo",
        "rights",
        "subtitle",
        "title",
        "updated",
        "entry",
    ],
    "entry": [
        "author",
        "category",
        "content",
        "contributor",
        "id",
        "link",
        "published",
        "rights",
        "source",
        "summary",
        "title",
        "updated",
    ],
}
RSS_KNOWN = {
    "channel": [
        "title",
        "link",
        "description",
        "language",
        "copyright",
        "managingEditor",
        "webMaster",
        "pubDate",
        "lastBuildDate",
        "category",
        "generator",
        "docs",
        "cloud",
        "ttl",
        "image",
        "rating",
        "textInput",
        "skipHours",
        "skipDays",
        "item",
    ],
    "item": [
        "title",
        "link",
        "description",
        "author",
        "category",
        "comments",
        "enclosure",
        "guid",
        "pubDate",
        "source",
    ],
}
RSS_REPEATED = {"channel": ("category", "item"), "item": ("category",)}


def judge_atom(data: bytes) -> tuple[str, ...]:
    """Return what RFC 4287 forbids in `data`, in words; empty when nothing."""
    root = etree.fromstring(data)
    if root.tag != _a("feed"):
        return (f"root is {root.tag}",)
    found = [*_atom_holder(root, "feed")]
    if not any(link.get("rel") == "self" for link in root.findall(_a("link"))):
        found.append("feed: no self link")
    entries = root.findall(_a("entry"))
    if root.find(_a("author")) is None and any(e.find(_a("author")) is None for e in entries):
        found.append("no author in feed nor in an entry")
    for entry in entries:
        found += _atom_holder(entry, "entry")
        found += _atom_entry(entry)
    ids = Counter(e.findtext(_a("id")) for e in entries)
    found += [f"id twice: {id}" for id, times in ids.items() if times > 1]
    return tuple(found)


def _a(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _atom_holder(element, kind: str):
    for name in ATOM_ONCE[kind]:
        if len(element.findall(_a(name))) != 1:
            yield f"{kind}: not exactly one {name}"
    for name in ATOM_AT_MOST_ONCE:
        if len(element.findall(_a(name))) > 1:
            yield f"{kind}: several {name}"
    for child in element:
        name = etree.QName(child)
        if name.namespace in (None, ATOM) and name.localname not in ATOM_KNOWN[kind]:
            yield f"{kind}: unknown element {name.localname}"
    if not IRI.fullmatch(element.findtext(_a("id")) or ""):
        yield f"{kind}: id is no IRI"
    for name in ("updated", "published"):
        yield from (f"{kind}: date {e.text}" for e in element.findall(_a(name)) if not RFC3339.fullmatch(e.text or ""))
    for name in ("title", "subtitle", "summary", "rights"):
        kinds = {e.get("type", "text") for e in element.findall(_a(name))}
        if kinds - {"text", "html", "xhtml"}:
            yield f"{kind}: {name} has an unknown type"
    for person in (*element.findall(_a("author")), *element.findall(_a("contributor"))):
        if len(person.findall(_a("name"))) != 1 or not (person.findtext(_a("name")) or "").strip():
            yield f"{kind}: a person without one name"
    yield from (f"{kind}: category without term" for c in element.findall(_a("category")) if not c.get("term"))
    yield from _atom_links(element, kind)


def _atom_links(element, kind: str):
    links = element.findall(_a("link"))
    yield from (f"{kind}: link without address" for link in links if not IRI.fullmatch(link.get("href", "")))
    alternates = Counter(
        (link.get("type"), link.get("hreflang")) for link in links if link.get("rel", "alternate") == "alternate"
    )
    yield from (f"{kind}: two alternates {key}" for key, times in alternates.items() if times > 1)


def _atom_entry(entry):
    content = entry.find(_a("content"))
    alternates = [k for k in entry.findall(_a("link")) if k.get("rel", "alternate") == "alternate"]
    if content is None and not alternates:
        yield "entry: neither content nor alternate"
    if content is not None:
        type = content.get("type", "text")
        if type not in ("text", "html", "xhtml") and not re.fullmatch(r"[\w.+-]+/[\w.+-]+", type):
            yield f"entry: content type {type}"
        if len(content):
            yield "entry: content of type text or html has child elements"
    if entry.find(_a("summary")) is None and (content is None or content.get("src")):
        yield "entry: no summary where the content is elsewhere"


def judge_rss(data: bytes) -> tuple[str, ...]:
    """Return what RSS 2.0, the Advisory Board's profile and our rules forbid in `data`."""
    root = etree.fromstring(data)
    if root.tag != "rss" or root.get("version") != "2.0" or [c.tag for c in root] != ["channel"]:
        return ("no rss 2.0 with one channel",)
    channel = root[0]
    found = [*_rss_holder(channel, "channel")]
    for name in ("title", "link", "description"):
        if len(channel.findall(name)) != 1 or not (channel.findtext(name) or "").strip():
            found.append(f"channel: not exactly one {name}")
    self_links = [k for k in channel.findall(_a("link")) if k.get("rel") == "self"]
    if len(self_links) != 1 or self_links[0].get("type") != "application/rss+xml":
        found.append("channel: no typed self link")
    elif self_links[0].get("href") == channel.findtext("link"):
        found.append("channel: link is the feed's own address")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", channel.findtext("language") or ""):
        found.append("channel: language")
    for item in channel.findall("item"):
        found += _rss_holder(item, "item")
        found += _rss_item(item)
    guids = Counter(i.findtext("guid") for i in channel.findall("item"))
    found += [f"guid twice: {guid}" for guid, times in guids.items() if times > 1]
    return tuple(found)


def _rss_holder(element, kind: str):
    for tag, times in Counter(c.tag for c in element).items():
        name = etree.QName(tag)
        if name.namespace is None and name.localname not in RSS_KNOWN[kind]:
            yield f"{kind}: unknown element {tag}"
        elif name.namespace not in (None, ATOM, DC, CONTENT, MEDIA, HISTORY):
            yield f"{kind}: unknown namespace {name.namespace}"
        elif name.namespace is None and times > 1 and tag not in RSS_REPEATED[kind]:
            yield f"{kind}: several {tag}"
    for name in ("pubDate", "lastBuildDate"):
        yield from (f"{kind}: date {e.text}" for e in element.findall(name) if not _is_rfc822(e.text or ""))
    if not ABSOLUTE.fullmatch(element.findtext("link") or ""):
        yield f"{kind}: link is not absolute"


def _is_rfc822(text: str) -> bool:
    found = RFC822.fullmatch(text)
    if not found:
        return False
    day = date(int(found[4]), MONTHS.index(found[3]) + 1, int(found[2]))
    return day.strftime("%a") == found[1] and found[6] != "-0000"


def _rss_item(item):
    if not (item.findtext("title") or item.findtext("description")):
        yield "item: neither title nor description"
    guid = item.find("guid")
    if guid is None or not guid.text or (not ABSOLUTE.fullmatch(guid.text) and guid.get("isPermaLink") != "false"):
        yield "item: guid"
    yield from ("item: author is no e-mail address" for a in item.findall("author") if "@" not in (a.text or ""))
    yield from ("item: blank creator" for c in item.findall(f"{{{DC}}}creator") if not (c.text or "").strip())
    enclosure = item.find("enclosure")
    if enclosure is not None and not all(enclosure.get(k) for k in ("url", "length", "type")):
        yield "item: enclosure"
    for name in ("title", "description", f"{{{CONTENT}}}encoded"):
        yield from (f"item: {name} has child elements" for e in item.findall(name) if len(e))


def judge_json(data: bytes) -> tuple[str, ...]:
    """Return what JSON Feed 1.1 forbids in `data`."""
    feed = json.loads(data)
    found = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        found.append("version")
    found += [f"feed: {k}" for k in ("title", "home_page_url", "feed_url") if not isinstance(feed.get(k), str)]
    if not isinstance(feed.get("items"), list):
        return (*found, "items")
    for holder in (feed, *feed["items"]):
        found += ["author of version 1.0"] * ("author" in holder)
        authors = holder.get("authors", [{"name": "x"}])
        found += ["authors"] * (not authors or any(not a.get("name", "").strip() for a in authors))
    for item in feed["items"]:
        found += ["item: id"] * (not isinstance(item.get("id"), str) or not item["id"])
        found += ["item: content"] * (not isinstance(item.get("content_html", item.get("content_text")), str))
        found += ["item: url"] * (not ABSOLUTE.fullmatch(item.get("url", "")))
        dates = [item[k] for k in ("date_published", "date_modified") if k in item]
        found += [f"item: date {d}" for d in dates if not RFC3339.fullmatch(d)]
        found += ["item: tags"] * (not all(isinstance(t, str) and t for t in item.get("tags", [])))
    ids = Counter(str(i.get("id")) for i in feed["items"])
    return (*found, *(f"id twice: {id}" for id, times in ids.items() if times > 1))


def _judge_any(path: str, data: bytes) -> tuple[str, ...]:
    judges = {".atom.xml": judge_atom, ".rss.xml": judge_rss, ".json": judge_json}
    return next(judge(data) for ending, judge in judges.items() if path.endswith(ending))


@pytest.fixture
def problems() -> Callable[[str, bytes], tuple[str, ...]]:
    """Judge a feed's file by its name."""
    return _judge_any


@pytest.fixture
def atom_problems() -> Callable[[bytes], tuple[str, ...]]:
    return judge_atom


@pytest.fixture
def rss_problems() -> Callable[[bytes], tuple[str, ...]]:
    return judge_rss


@pytest.fixture
def json_problems() -> Callable[[bytes], tuple[str, ...]]:
    return judge_json


# --- reading back ----------------------------------------------------------------


@pytest.fixture
def read_items() -> Callable[[str, bytes], tuple[tuple[str, str, str, str, str], ...]]:
    """Return (id, url, title, full text, publication as instant) of each item, whatever the format."""
    return _read_items


def _read_items(path: str, data: bytes):
    if path.endswith(".json"):
        return tuple(
            (i["id"], i["url"], i["title"], i["content_html"], datetime.fromisoformat(i["date_published"]))
            for i in json.loads(data)["items"]
        )
    root = etree.fromstring(data)
    if path.endswith(".atom.xml"):
        return tuple(
            (
                e.findtext(_a("id")),
                next(k.get("href") for k in e.findall(_a("link")) if k.get("rel") == "alternate"),
                e.findtext(_a("title")),
                e.findtext(_a("content")) or "",
                datetime.fromisoformat(e.findtext(_a("published"))),
            )
            for e in root.findall(_a("entry"))
        )
    return tuple(
        (
            i.findtext("guid"),
            i.findtext("link"),
            i.findtext("title"),
            i.findtext(f"{{{CONTENT}}}encoded") or "",
            datetime.strptime(i.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z"),
        )
        for i in root.find("channel").findall("item")
    )
