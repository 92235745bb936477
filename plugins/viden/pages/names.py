"""Which names each template may use. The bridge hands over these and no others.

`article` and `page` are Pelican's objects; of them only `content` is used.
"""

from __future__ import annotations

from collections.abc import Mapping

_OURS = (
    "404.html",
    "410.html",
    "abonner.html",
    "abonner-omraade.html",
    "arkiv.html",
    "blog.html",
    "blogs.html",
    "emne.html",
    "emner.html",
    "forkortelser.html",
    "kalender.html",
    "omraade.html",
    "omraadepar.html",
    "omraader.html",
    "person.html",
    "personer.html",
    "plakat.html",
    "pointer.html",
    "privatliv.html",
    "serie.html",
    "serier.html",
    "soeg.html",
    "tilgaengelighed.html",
    "udgiver.html",
    "udgivere.html",
    "videnskort.html",
    "was.html",
)

TEMPLATE_NAMES: Mapping[str, tuple[str, ...]] = {
    "article.html": ("article", "view", "site"),
    "page.html": ("page", "view", "site"),
    "index.html": ("view", "site"),
    **dict.fromkeys(_OURS, ("view", "site")),
}
