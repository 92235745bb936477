"""Links and images of a body: what they lead to must exist, be published and be spelt exactly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from .. import addresses
from ..errors import quoted
from ..model import Place, Post, Problem, TaggedPost, Target
from ..nearest import fold, nearest
from .content import Content, archive_urls, named_urls, own_feeds
from .paths import PELICAN, braced, inside, is_post_name, missing_file
from .pictures import IMAGES, alt_faults

ATTACHMENTS = (".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".ics")
"""What may be linked to beside images (prescribed by the quality page)."""
_VAGUE_WORDS = (
    "her",
    "læs mere",
    "læs mere her",
    "klik her",
    "tryk her",
    "se her",
    "se mere",
    "link",
    "dette link",
    "mere",
    "læs her",
    "find det her",
)
VAGUE = frozenset(fold(word) for word in _VAGUE_WORDS)
"""Link texts that say nothing out of their place."""
REASONS = {"draft": "er en kladde", "hidden": "er skjult"}
PLACES_OF = {"author": addresses.PEOPLE, "category": addresses.TOPICS, "tag": addresses.TOPICS}
"""Pelican's other forms of a link → where the pages meant stand; Pelican would spell their names in its own way."""
SITE_PAGES = (
    addresses.HOME,
    addresses.COMPETENCE_AREAS,
    addresses.WORK_AREAS,
    addresses.TOPICS,
    addresses.PEOPLE,
    addresses.PUBLISHERS,
    addresses.BLOGS,
    addresses.SERIES,
    addresses.ARCHIVE,
    addresses.CALENDAR,
    addresses.SEARCH,
    addresses.KNOWLEDGE_MAP,
    addresses.SUBSCRIBE,
    addresses.ACCESSIBILITY,
    addresses.STATEMENT,
    addresses.PRIVACY,
    addresses.SITEMAP,
    addresses.LLMS,
    addresses.ARTICLES_JSON,
    addresses.ADDRESSES_JSON,
    addresses.TAXONOMY_TURTLE,
    addresses.TAXONOMY_JSONLD,
    addresses.OPML,
)

_PAGE_OF_LIST = re.compile(r"(.*/)side/[0-9]+/")
_OUT_OF_PROSE = re.compile(r"<(a|code|pre)\b.*?</\1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>]+", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_links(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the targets of every post, in the author's order."""
    for tagged in content.tagged:
        for target in tagged.body.targets:
            yield from _check(target, tagged, content)
        yield from _bare(tagged)


def _check(target: Target, tagged: TaggedPost, content: Content) -> Iterator[Problem]:
    if target.kind == "image":
        yield from alt_faults(target.text, target.place, target.decorative)
        yield from _image(target, tagged.post.place.path, content)
        return
    yield from _link(target, tagged, content)
    yield from _vague(target, tagged.post.place.path, content)


def _image(target: Target, path: str, content: Content) -> Iterator[Problem]:
    shown = quoted(target.address)
    if _SCHEME.match(target.address) or target.address.startswith("//"):
        message = f'Billedet "{shown}" ligger på et andet websted.'
        yield _error(target.place, "image-remote", message, "Læg det i billeder/, og skriv {static}/billeder/navn.jpg")
        return
    file, _, _ = inside(target.address, path)
    if file not in content.files:
        yield missing_file(file, target.place, content.paths, "image-missing", "Billedet")
    elif not file.lower().endswith(IMAGES):
        yield _error(
            target.place, "image-type", f'"{shown}" er ikke et billede, som kan vises.', "Brug jpg, png eller webp"
        )


def _link(target: Target, tagged: TaggedPost, content: Content) -> Iterator[Problem]:
    address, own = target.address, tagged.post.place.path
    if _SCHEME.match(address) or address.startswith(("//", "?")):
        return
    pelican = PELICAN.fullmatch(address)
    if pelican and pelican[1] in PLACES_OF:
        message = f'Formen "{{{pelican[1]}}}" kan ikke bruges i et link.'
        yield _error(target.place, "link-form", message, f"Skriv sidens adresse, fx /{PLACES_OF[pelican[1]]}…/")
        return
    if pelican and pelican[1] == "index":
        return
    if pelican is None and address.startswith("/"):
        yield from _site_page(target, tagged.post, content)
        return
    file, anchor, has_path = inside(address, own)
    if not address.strip():
        yield _error(target.place, "link-missing", "Linket fører ingen steder hen.", "Skriv en adresse i parentesen")
    elif file not in content.files:
        yield missing_file(file, target.place, content.paths, "link-missing", "Filen")
    elif file in content.posts and pelican and pelican[1] != "filename":
        message = f"Et link til et indlæg skrives ikke med {{{pelican[1]}}}."
        yield _error(target.place, "link-form", message, f"Skriv {braced(file)}")
    elif file in content.posts:
        yield from _post_link(target, tagged, file, anchor, has_path, content)
    elif _is_private(file):
        message = f'Filen "{quoted(file)}" må ikke lægges ud.'
        yield _error(target.place, "link-file", message, f"Brug en af typerne {', '.join(ATTACHMENTS)}")


def _is_private(file: str) -> bool:
    """Whether a file is of a kind or in a folder that is not published; an unreadable post has its own fault."""
    is_known = file.lower().endswith((*ATTACHMENTS, *IMAGES)) or is_post_name(file)
    return not is_known or file.startswith(("data/", "udgaver/"))


def _post_link(
    target: Target, tagged: TaggedPost, file: str, anchor: str | None, has_path: bool, content: Content
) -> Iterator[Problem]:
    own, other = tagged.post, content.posts[file].post
    is_seen = own.place.path in content.published or own.status == "published"
    comes_first = other.status == "published" and other.published <= own.published
    if has_path and is_seen and file not in content.published and not comes_first:
        is_due = other.published <= content.library.moment
        why = REASONS.get(other.status, "er udeladt" if is_due else "endnu ikke er udgivet")
        message = f'Linket fører til "{file}", som {why}.'
        yield _error(target.place, "link-unpublished", message, "Udgiv det først, eller fjern linket")
    elif anchor is not None and anchor not in content.anchors[file]:
        near = nearest(anchor, content.anchors[file])
        guess = f'; mente du "#{near}"?' if near else "."
        message = f'Stedet "#{quoted(anchor)}" findes ikke i "{file}"{guess}'
        hint = f"Skriv #{near}" if near else "Brug en overskrifts anker, fx #pointer-1"
        yield _error(target.place, "link-anchor", message, hint)


def _site_page(target: Target, own: Post, content: Content) -> Iterator[Problem]:
    """A link to one of the site's own addresses."""
    is_out = own.place.path in content.published
    coming = frozenset[str]() if is_out else named_urls(own, content.registers) | archive_urls(own) | own_feeds(own)
    path = unquote(target.address.partition("#")[0].partition("?")[0]).removeprefix("/")
    if path in SITE_PAGES or path in content.urls or path in coming:
        return
    if page := _PAGE_OF_LIST.fullmatch(path):
        message = f'"{quoted(target.address)}" er én side af en liste; hvad der står på den, skifter med tiden.'
        yield _error(target.place, "link-form", message, f"Skriv /{page[1]}")
        return
    if path in content.files:
        hint = f"Skriv {braced(path)}"
        yield _error(target.place, "link-form", f'"{quoted(target.address)}" er en fil, ikke en adresse.', hint)
        return
    near = nearest(path, (*SITE_PAGES, *sorted(content.urls | coming)))
    guess = f'; mente du "/{near}"?' if near else "."
    message = f'Webstedet har ingen side med adressen "{quoted(target.address)}"{guess}'
    yield _error(
        target.place, "link-missing", message, f"Skriv /{near}" if near else "Skriv {filename}/ og filens navn"
    )


def _bare(tagged: TaggedPost) -> Iterator[Problem]:
    """A web address in the prose that is no link: readers can neither click it nor hear what it leads to."""
    prose = unescape(_MARKUP.sub(" ", _OUT_OF_PROSE.sub(" ", tagged.body.html)))
    for address in dict.fromkeys(a.rstrip(".,;:!?)»”\"'") for a in _ADDRESS.findall(prose)):
        whole = address if "://" in address else f"https://{address}"
        message = f'Adressen "{quoted(address)}" bliver ikke til et link.'
        yield Problem(
            _place_of(address, tagged), "warning", "link-bare", message, f"Skriv [hvad den fører til]({quoted(whole)})"
        )


def _place_of(text: str, tagged: TaggedPost) -> Place:
    """Return the line and column of the first word of the body that holds the text."""
    path = tagged.post.place.path
    for zone in tagged.body.zones:
        starts = [at for at, _, _ in zone.places]
        at = bisect_right(starts, zone.text.find(text)) - 1
        if text in zone.text and at >= 0:
            return Place(path, *zone.places[at][1:])
    return Place(path, tagged.post.body_line)


def _vague(target: Target, path: str, content: Content) -> Iterator[Problem]:
    text = " ".join(target.text.split()).strip(" .…!:›»>")
    if fold(text) not in VAGUE:
        return
    file, _, _ = inside(target.address, path)
    title = content.posts[file].post.title if file in content.posts and file != path else ""
    hint = f'Skriv fx "{quoted(title)}"' if title else "Skriv, hvad linket fører til"
    yield Problem(
        target.place, "warning", "link-vague", f'Linkteksten "{quoted(text)}" siger ikke, hvor den fører hen.', hint
    )


def _error(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "error", rule, message, hint)
