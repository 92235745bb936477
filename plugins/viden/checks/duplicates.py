"""Two posts must not share an id, an address, an old address; a title or text twice is a warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .. import addresses
from ..errors import quoted
from ..model import Place, Post, Problem
from ..nearest import fold
from .content import Content, place_of, shown_place, url_of

TEXT_LEAST = 200
"""Characters from which two equal bodies are hardly chance (chosen)."""


def check_duplicates(content: Content) -> Iterator[Problem]:
    """Yield every clash once, at the post that is not published or comes later by path."""
    posts = tuple(t.post for t in content.in_order())
    yield from _clashes(posts, lambda p: p.id.casefold(), _same_id)
    yield from _clashes(posts, lambda p: url_of(p).casefold(), _same_url)
    yield from _clashes(posts, lambda p: fold(p.title) if p.is_article else "", _same_title)
    yield from _clashes(posts, _long_text, _same_text)
    yield from _clashes(posts, lambda p: f"{p.series}/{p.part}" if p.series and p.part else "", _same_part)
    yield from _guests(posts)
    yield from _reserved(posts)
    yield from _old_urls(posts)


def _clashes(
    posts: tuple[Post, ...], key: Callable[[Post], str], problem: Callable[[Post, Post], Problem]
) -> Iterator[Problem]:
    first: dict[str, Post] = {}
    for post in posts:
        shared = key(post)
        if shared and shared in first:
            yield problem(post, first[shared])
        elif shared:
            first[shared] = post


def _same_id(post: Post, first: Post) -> Problem:
    where = shown_place(place_of(first, "id"))
    message = f'Id "{quoted(post.id)}" bruges allerede: {where}.'
    hint = "Omdøb filen, eller skriv et andet Id:" if post.id_is_provisional else "Skriv et andet Id:"
    return _error(place_of(post, "id"), "id-doubled", message, hint)


def _same_url(post: Post, first: Post) -> Problem:
    where = shown_place(place_of(first, "slug", "title"))
    message = f'Adressen "/{url_of(post)}" bruges allerede: {where}.'
    return _error(place_of(post, "slug", "title"), "address-doubled", message, "Skriv en anden Slug:")


def _same_title(post: Post, first: Post) -> Problem:
    message = f"Titlen bruges også her: {shown_place(place_of(first, 'title'))}."
    return _warning(place_of(post, "title"), "title-doubled", message, "Giv læserne noget at skelne på")


def _same_text(post: Post, first: Post) -> Problem:
    message = f"Teksten er den samme som i {first.place.path}."
    return _warning(
        Place(post.place.path, post.body_line), "text-doubled", message, "Slet det ene indlæg, eller link til det"
    )


def _same_part(post: Post, first: Post) -> Problem:
    message = f'Del {post.part} af "{post.series}" findes allerede: {shown_place(place_of(first, "part"))}.'
    return _warning(place_of(post, "part"), "part-doubled", message, "Ret nummeret")


def _long_text(post: Post) -> str:
    text = " ".join(post.markdown.split())
    return text if len(text) >= TEXT_LEAST else ""


def _guests(posts: tuple[Post, ...]) -> Iterator[Problem]:
    """Two guests whose names give one address would share a page, under the name of one of them."""
    first: dict[str, tuple[str, Post]] = {}
    for post in posts:
        for guest in (a for a in post.authors if not a.in_register):
            name, other = first.setdefault(guest.id, (guest.name, post))
            if name != guest.name:
                where = shown_place(place_of(other, "authors"))
                message = (
                    f'Gæsterne "{quoted(guest.name)}" og "{quoted(name)}" får samme side; den anden står her: {where}.'
                )
                hint = "Stav navnet ens, hvis det er den samme; skriv dem ellers i personer.yaml med hver sit id"
                yield _error(_place_in(post, "authors", guest.name), "author-clash", message, hint)


def _reserved(posts: tuple[Post, ...]) -> Iterator[Problem]:
    """A page whose address, made from its title, is one of the site's own."""
    for post in posts:
        has_slug = post.header is not None and post.header.get("slug") is not None
        fault = None if has_slug else addresses.slug_fault(post.slug, post.is_article)
        if fault is not None:
            yield _error(place_of(post, "title"), fault.rule, fault.message, "Skriv en anden Slug:")


def _old_urls(posts: tuple[Post, ...]) -> Iterator[Problem]:
    in_use = {
        addresses.save_as(url_of(post)).casefold(): post for post in posts if addresses.is_inside(url_of(post)[:-1])
    }
    claimed: dict[str, Place] = {}
    for post in posts:
        for old in post.old_urls:
            path = (addresses.redirect_path(old) or "").casefold()
            place = _place_in(post, "old_urls", old)
            owner = in_use.get(path)
            if owner is not None:
                whose = "indlæggets nuværende adresse" if owner is post else f"adressen på {owner.place.path}"
                message = f'"{quoted(old)}" er ikke en tidligere adresse, men {whose}.'
                yield _error(place, "old-url-used", message, "Slet den")
            elif path in claimed:
                message = f'Den tidligere adresse "{quoted(old)}" står også her: {shown_place(claimed[path])}.'
                yield _error(place, "old-url-clash", message, "Slet den fra det ene indlæg")
            else:
                claimed[path] = place


def _place_in(post: Post, key: str, text: str) -> Place:
    """Return where a field's value has the text, or the post's own place."""
    for field in post.header.fields if post.header else ():
        if field.key == key and text in field.value:
            return Place(field.place.path, field.place.line, field.place.column + field.value.index(text))
    return post.place


def _error(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "error", rule, message, hint)


def _warning(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "warning", rule, message, hint)
