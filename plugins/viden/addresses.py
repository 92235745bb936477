"""Every address of the site, and the rule that makes slugs.

Addresses are relative to the site's root, without a leading `/`; pages end in
`/`. `save_as` makes every path of the output and refuses one that would leave
it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from .errors import InternalError, quoted

# --- slugs -------------------------------------------------------------------

SLUG_LIMIT = 80
"""Longest slug, in characters (prescribed by the quality page)."""

SLUG = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")

DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{name}{number}" for name in ("com", "lpt") for number in range(10)]
)
"""Names that Windows keeps for devices; no file or folder may have them, with or without a suffix."""

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i", "ħ": "h"}
)
_SILENT = re.compile(r"['’‘ʼ`´\u00ad\u200b-\u200d\u2060]")
"""Apostrophes and invisible characters join what they stand between: `pc'en` is `pcen`."""


def slug(text: str) -> str:
    """Return `text` as 1 to 80 characters of a-z, 0-9 and single hyphens.

    æ becomes ae, ø oe, å aa; other letters lose their accents. A text without
    any letter that can be written so gets a name made from its SHA-256.
    """
    letters = _SILENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    letters = unicodedata.normalize("NFKD", letters).replace("a\u030a", "aa").translate(_LETTERS)
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", letters)
    return _allowed(_cut("-".join(words))) if words else _named_by_digest(text)


def provisional_id(path: str) -> str:
    """Return the id of a post that gives none, made from its file's name alone.

    It survives a move to another folder; `check --fix` writes exactly this id.
    """
    return slug(path.rsplit("/", 1)[-1].rsplit(".", 1)[0])


def _cut(name: str) -> str:
    if len(name) <= SLUG_LIMIT:
        return name
    head = name[: SLUG_LIMIT + 1].rpartition("-")[0]
    return head or name[:SLUG_LIMIT]


def _allowed(name: str) -> str:
    return f"{name}-1" if name in DEVICES else name


def _named_by_digest(text: str) -> str:
    return "x" + hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:8]


# --- files -------------------------------------------------------------------


def file_url(path: str, root: str) -> str:
    """Return the address of a file of the site for `src` and `href`; spaces and Danish letters are encoded."""
    return f"{root}/{quote(path)}"


def srcset(widths: Iterable[tuple[int, str]], root: str) -> str:
    """Return the `srcset` of (width in pixels, path) pairs; HTML 4.8.4.2.1."""
    return ", ".join(f"{file_url(path, root)} {width}w" for width, path in widths)


# --- pages -------------------------------------------------------------------

HOME = ""
ARTICLES = "artikler/"
COMPETENCE_AREAS = "kompetencer/"
WORK_AREAS = "arbejdsomraader/"
TOPICS = "emner/"
PEOPLE = "personer/"
PUBLISHERS = "udgivere/"
BLOGS = "blogs/"
SERIES = "serier/"
RELAYS = "stafetter/"
ARCHIVE = "arkiv/"
CALENDAR = "kalender/"
SEARCH = "soeg/"
KNOWLEDGE_MAP = "videnskort/"
ABBREVIATIONS = "forkortelser/"
SUBSCRIBE = "abonner/"
NEWSLETTERS = "nyhedsbreve/"
ACCESSIBILITY = "tilgaengelighed/"
STATEMENT = "was/"
PRIVACY = "privatliv/"
NOT_FOUND = "404.html"
GONE = "410.html"

OPML = "feeds/abonner.opml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
MANIFEST = "manifest.sha256"
ARTICLES_JSON = "data/artikler.json"
ADDRESSES_JSON = "data/adresser.json"
TAXONOMY_JSONLD = "data/taksonomi.jsonld"
TAXONOMY_TURTLE = "data/taksonomi.ttl"
SEARCH_INDEX = "soeg/indeks/"

FACET_URLS = {"competence": COMPETENCE_AREAS, "work": WORK_AREAS}

# fmt: off
RESERVED = frozenset((
    "artikler", "kompetencer", "arbejdsomraader", "emner", "personer", "udgivere", "blogs",
    "serier", "stafetter", "arkiv", "kalender", "soeg", "videnskort", "abonner",
    "nyhedsbreve", "feeds", "data", "theme", "billeder", "filer", "side",
    "index", "404", "410", "sitemap", "robots", "llms", "manifest", "viden",
    "was", "forkortelser",
))
# fmt: on
"""First segments that the site itself uses, so that no page of `sider/` may take them.

`tilgaengelighed` and `privatliv` are missing on purpose: an editor writes them.
"""


def article_url(slug: str) -> str:
    return f"{ARTICLES}{slug}/"


def markdown_url(slug: str) -> str:
    """Return the address of the Markdown copy of an article."""
    return f"{ARTICLES}{slug}/index.md"


def citation_url(slug: str, format: str) -> str:
    """Return the address of a reference to a post; `format` is `bib` or `ris`."""
    return f"{ARTICLES}{slug}/citat.{format}"


def card_url(slug: str) -> str:
    """Return the address of the picture that shows a post where its link is shared."""
    return f"{ARTICLES}{slug}/deling.png"


def list_card_url(url: str) -> str:
    """Return the address of the picture that shows a list, or the front page, where its link is shared."""
    return f"{url}deling.png"


def page_url(slug: str) -> str:
    """Return the address of a page of `sider/`."""
    return f"{slug}/"


def area_url(facet: str, id: str = "") -> str:
    """Return the address of an area of facet `competence` or `work`, or of their list."""
    return _below(FACET_URLS[facet], id)


def pair_url(work_area: str, competence_area: str) -> str:
    """Return the address of the posts that belong to both areas."""
    return f"{KNOWLEDGE_MAP}{work_area}/{competence_area}/"


def topic_url(slug: str = "") -> str:
    return _below(TOPICS, slug)


def person_url(slug: str = "") -> str:
    return _below(PEOPLE, slug)


def publisher_url(id: str = "") -> str:
    return _below(PUBLISHERS, id)


def blog_url(id: str = "") -> str:
    return _below(BLOGS, id)


def series_url(id: str = "") -> str:
    return _below(SERIES, id)


def area_pointers_url(facet: str, id: str) -> str:
    """Return the address of all pointers of an area."""
    return f"{area_url(facet, id)}pointer/"


def poster_url(series: str, event: str = "") -> str:
    """Return the address of the poster of a stafet, or of one of its meetings."""
    return _below(f"{RELAYS}{series}/plakat/", event)


def pointers_url(id: str) -> str:
    """Return the address of all pointers of a stafet."""
    return f"{RELAYS}{id}/pointer/"


def subscribe_url(id: str = "") -> str:
    return _below(SUBSCRIBE, id)


def newsletter_url(list_id: str = "", period: str = "") -> str:
    return _below(_below(NEWSLETTERS, list_id), period)


def archive_url(year: int = 0, month: int = 0) -> str:
    """Return the address of the archive, of a year or of a month of it."""
    return _below(_below(ARCHIVE, f"{year:04d}" if year else ""), f"{month:02d}" if month else "")


def calendar_path(id: str) -> str:
    """Return the path of an iCalendar file."""
    return f"{CALENDAR}{id}.ics"


def area_calendar_path(facet: str, id: str) -> str:
    """Return the path of the iCalendar file of an area; its folder parts it from the events' and series' own."""
    return f"{CALENDAR}{area_url(facet, id).rstrip('/')}.ics"


def page_of(url: str, number: int) -> str:
    """Return the address of page `number`, from 1, of a list."""
    return url if number <= 1 else f"{url}side/{number}/"


def _below(parent: str, name: str) -> str:
    return f"{parent}{name}/" if name else parent


# --- feeds -------------------------------------------------------------------

FORMATS = {"rss": ".rss.xml", "atom": ".atom.xml", "json": ".json"}
ALL_POSTS = "alle"
RHYTHMS = {"day": "dag", "week": "uge", "month": "maaned"}


def feed_path(path: str, format: str) -> str:
    """Return the file of a feed; `format` is `rss`, `atom` or `json`."""
    return f"feeds/{path}{FORMATS[format]}"


def area_feed(facet: str, id: str) -> str:
    return f"{'kompetence' if facet == 'competence' else 'arbejdsomraade'}/{id}"


def pair_feed(work_area: str, competence_area: str) -> str:
    return f"arbejdsomraade/{work_area}/kompetence/{competence_area}"


def blog_feed(id: str) -> str:
    return f"blog/{id}"


def publisher_feed(id: str) -> str:
    return f"udgiver/{id}"


def person_feed(slug: str) -> str:
    return f"person/{slug}"


def series_feed(id: str) -> str:
    return f"serie/{id}"


def list_feed(list_id: str) -> str:
    return f"liste/{list_id}"


def archive_feed(path: str, year: int) -> str:
    """Return the path of the archive document of a feed for one year."""
    return f"arkiv/{path}-{year:04d}"


def edition_feed(list_id: str, rhythm: str) -> str:
    """Return the path of the feed of a newsletter; `rhythm` is `dag`, `uge` or `maaned`."""
    return f"nyhedsbrev/{list_id}-{rhythm}"


def tag_uri(authority: str, what: str, id: str) -> str:
    """Return a tag: URI (RFC 4151): `tag:example.dk,2026:artikel/<Id>`."""
    return f"tag:{authority}:{quote(what, safe='/-._~')}/{quote(id, safe='/-._~')}"


# --- output paths ------------------------------------------------------------

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def save_as(url: str) -> str:
    """Return the output file of an address: `artikler/x/` is `artikler/x/index.html`.

    Raises `InternalError` for an address that would leave the output folder or
    that no file system of ours could hold; content is checked long before.
    """
    path = f"{url}index.html" if not url or url.endswith("/") else url
    if not is_inside(path):
        raise InternalError(f'Adressen "{quoted(url)}" kan ikke blive til en fil i udgivelsen.')
    return path


def is_inside(path: str) -> bool:
    """Tell whether a relative path stays inside its folder on every system."""
    return not _UNSAFE.search(path) and all(_is_name(part) for part in path.split("/"))


def _is_name(part: str) -> bool:
    is_plain = part not in ("", ".", "..") and part == part.rstrip(". ") and len(part.encode("utf-8", "replace")) <= 255
    return is_plain and part.split(".", 1)[0].casefold() not in DEVICES


# --- what an author may write ------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddressFault:
    """What is wrong with a slug or an old address; message and hint in Danish."""

    rule: str
    message: str
    hint: str


def slug_fault(text: str, is_article: bool = True) -> AddressFault | None:
    """Return what is wrong with a `Slug` that an author wrote, or None."""
    shown = quoted(text)
    if not SLUG.fullmatch(text):
        message = f'Slug "{shown}" må kun have små bogstaver a-z, tal og enkelte bindestreger.'
        return AddressFault("slug-form", message, f"Skriv fx {slug(text)}")
    if len(text) > SLUG_LIMIT:
        message = f'Slug "{shown}" har {len(text)} tegn; højst {SLUG_LIMIT} er tilladt.'
        return AddressFault("slug-length", message, f"Skriv fx {_cut(text)}")
    if text in DEVICES or (not is_article and text in RESERVED):
        message = f'Slug "{shown}" er optaget af programmet.'
        return AddressFault("slug-reserved", message, "Vælg et andet ord")
    return None


_OLD_URL_FAULTS = (
    (re.compile(r"(?![\s\S])"), "Den tidligere adresse er tom.", "Skriv fx /nyheder/gammel-titel/"),
    (
        re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*+:|//"),
        'Den tidligere adresse "{0}" skal være en sti på dette websted, uden protokol og domæne.',
        "Skriv kun det, der står efter domænet, fx /nyheder/gammel-titel/",
    ),
    (re.compile(r"(?!/)"), 'Den tidligere adresse "{0}" skal begynde med "/".', "Skriv fx /nyheder/gammel-titel/"),
    (
        re.compile(r"/$"),
        "Forsiden kan ikke føre videre til et indlæg.",
        "Skriv indlæggets egen tidligere adresse",
    ),
    (
        re.compile(r"[^?#]*+[?#]"),
        'Den tidligere adresse "{0}" må ikke have "?" eller "#": en statisk side kan ikke se, hvad der står efter.',
        "Skriv stien alene",
    ),
)


def old_url_fault(text: str) -> AddressFault | None:
    """Return what is wrong with an address in `Old_urls`, or None.

    Whether it is in use, or leads on to another old address, is for the whole
    library to say.
    """
    shown = quoted(text)
    for pattern, message, hint in _OLD_URL_FAULTS:
        if pattern.match(text):
            return AddressFault("old-url-form", message.format(shown), hint)
    if redirect_path(text) is None:
        message = f'Den tidligere adresse "{shown}" kan ikke være en sti på webstedet.'
        return AddressFault("old-url-form", message, 'Undgå "..", "\\", mellemrum og styretegn')
    return None


def redirect_path(old_url: str) -> str | None:
    """Return the output file that answers at an old address, or None if no file can.

    `/a/b`, `/a/b/` are `a/b/index.html`; `/a/b.html` is that file. Percent signs
    are read as UTF-8, and the name is NFC.
    """
    try:
        path = unicodedata.normalize("NFC", unquote_to_bytes(old_url).decode("utf-8"))
    except UnicodeError:
        return None
    path = path.removeprefix("/").removesuffix("/")
    if not is_inside(path) or re.search(r"\s", path) or "%2f" in old_url.casefold():
        return None
    return path if path.casefold().endswith((".html", ".htm")) else f"{path}/index.html"
