"""An address that was withdrawn must be free: nothing may be published at it or lead on from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import addresses
from ..errors import quoted
from ..model import Place, Problem
from .content import Content, shown_place
from .links import SITE_PAGES


def check_withdrawn(content: Content) -> Iterator[Problem]:
    """Yield each withdrawn address that a published post, page or former address has, at the register's row."""
    taken = _taken(content)
    for row in content.registers.withdrawn:
        owner = taken.get((addresses.redirect_path(row.address) or "").casefold())
        if owner is not None:
            message = f'Adressen "{quoted(row.address)}" er trukket tilbage, men i brug: {owner}.'
            hint = "Slet rækken, eller skriv Status: skjult i indlægget"
            yield Problem(row.place or Place("data/adresser.yaml"), "error", "withdrawn-used", message, hint)


def _taken(content: Content) -> Mapping[str, str]:
    """Return output file, in small letters → who has it, in Danish."""
    urls = (url for url in (*SITE_PAGES, *sorted(content.urls)) if addresses.is_inside(url.removesuffix("/") or "x"))
    taken = {addresses.save_as(url).casefold(): f"siden /{url}" for url in urls}
    for path in sorted(content.published):
        post = content.posts[path].post
        for old in post.old_urls:
            taken[(addresses.redirect_path(old) or "").casefold()] = f"tidligere adresse i {shown_place(post.place)}"
    return taken
