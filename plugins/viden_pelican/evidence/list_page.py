"""The page of all posts: which areas each has, the most uncertain first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from viden.model import COMPETENCE, WORK, Tag, TaggedPost
from viden.tagging import TIER_NAMES, Judgement, by_uncertainty, margin


def list_page(posts: Iterable[TaggedPost], judgements: Mapping[str, Judgement], address: str) -> str:
    """Return the main part as HTML."""
    ordered = sorted(posts, key=by_uncertainty)
    rows = "".join(_row(tagged, judgements[tagged.post.id], address) for tagged in ordered)
    return (
        '<div class="why wrap"><header class="list__header"><h1>Hvorfor disse områder?</h1>'
        '<p class="lead">Alle indlæg med de områder, de har, og dem, programmet foreslår. Øverst står dem, hvor få ord '
        "ville have ændret noget. Siden findes kun i forhåndsvisningen.</p></header>"
        '<div class="table-scroll" tabindex="0" role="group" aria-label="Alle indlæg"><table class="why__list">'
        '<thead><tr><th scope="col">Indlæg</th><th scope="col">Kompetenceområder</th><th scope="col">Arbejdsområder</th>'
        f'<th scope="col">Fra grænsen</th></tr></thead><tbody>{rows}</tbody></table></div></div>'
    )


def _row(tagged: TaggedPost, judgement: Judgement, address: str) -> str:
    gap = margin(tagged)
    cells = "".join(f"<td>{_tags(tagged, facet)}</td>" for facet in (COMPETENCE, WORK))
    guard = f'<br><span class="why__note">{escape(judgement.guard)}</span>' if judgement.guard else ""
    return (
        f'<tr><th scope="row"><a href="{address}{escape(tagged.post.slug)}/">{escape(tagged.post.title)}</a>{guard}</th>'
        f"{cells}<td>{gap if gap is not None else '–'}</td></tr>"
    )


def _tags(tagged: TaggedPost, facet: str) -> str:
    return "<br>".join(_tag(tag) for tag in tagged.tags if tag.facet == facet) or "ingen"


def _tag(tag: Tag) -> str:
    name = "redaktør" if tag.origin == "editor" else TIER_NAMES[tag.tier].lower()
    return f'<span class="why__id">{escape(tag.area)}</span> {name}'
