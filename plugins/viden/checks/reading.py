"""What a reader would trip over: headings that jump, a title said twice, a post that nobody will find."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..dates import plain_date
from ..errors import quoted
from ..model import WORK, Place, Problem, TaggedPost
from ..nearest import fold, nearest
from .content import Content, place_of

_MARKS = " \t#*_>"
"""What may stand around a heading or an emphasised line."""


def check_reading(content: Content) -> Iterator[Problem]:
    """Yield the warnings of each post, and what is due for review."""
    for tagged in content.tagged:
        yield from _levels(tagged)
        yield from _title_again(tagged)
        yield from _no_text(tagged)
        yield from _areas(tagged)
        yield from _review(tagged, content)
    yield from _featured(content)


def _levels(tagged: TaggedPost) -> Iterator[Problem]:
    """A heading may be one level below the one before; the title is level 1."""
    headings = tagged.body.headings
    levels = [1, *(max(h.level, 2) for h in headings)]
    for (before, level), heading in zip(pairwise(levels), headings):
        if level > before + 1:
            message = f'Overskriften "{quoted(heading.text)}" springer et niveau over.'
            hint = f"Skriv den med {'#' * (before + 1)}"
            yield Problem(heading.place, "warning", "heading-skipped", message, hint)


def _title_again(tagged: TaggedPost) -> Iterator[Problem]:
    post = tagged.post
    lines = enumerate(post.markdown.split("\n"), post.body_line)
    number, line = next(((n, line) for n, line in lines if line.strip()), (0, ""))
    if number and fold(line.strip(_MARKS)) == fold(post.title):
        message = "Teksten begynder med at gentage titlen, som allerede står øverst."
        yield Problem(Place(post.place.path, number), "warning", "title-repeated", message, "Slet linjen")


def _no_text(tagged: TaggedPost) -> Iterator[Problem]:
    """A post of an event tells what the register knows; any other without a body is a title alone."""
    post = tagged.post
    if post.status == "published" and not post.event and not tagged.body.html.strip():
        message = "Indlægget har ingen tekst under hovedet."
        yield Problem(post.place, "warning", "body-empty", message, "Skriv teksten, eller sæt Status: kladde så længe")


def _areas(tagged: TaggedPost) -> Iterator[Problem]:
    post = tagged.post
    if tagged.lacks_work_area and post.status == "published":
        message = "Indlægget har intet arbejdsområde, så ingen nyhedsbreve tager det med."
        near = ", ellers ".join(tagged.suggested(WORK))
        meant = f" {near} (programmets forslag)" if near else ""
        hint = f"Skriv Work_areas:{meant}, eller lad den stå tom, hvis det er meningen"
        yield Problem(post.place, "warning", "work-area-missing", message, hint)


def _review(tagged: TaggedPost, content: Content) -> Iterator[Problem]:
    post = tagged.post
    due = post.review_by
    if due is None or post.status != "published" or due > content.library.moment.date():
        return
    message = f"Indlægget skulle gennemgås {plain_date(due)}."
    yield Problem(
        place_of(post, "review_by"), "warning", "review-due", message, "Gennemgå det, og sæt en ny måned i Review_by:"
    )


def _featured(content: Content) -> Iterator[Problem]:
    ids = {facts.id for facts in content.library.facts}
    site, counted = content.registers.site, content.registers.most_read
    chosen = [(id, Place("data/site.yaml"), "Ret forside:") for id in site.featured]
    chosen += [(id, Place("data/site.yaml"), "Ret anbefalet:") for id in site.recommended]
    if counted and counted.place:
        chosen += [(id, counted.place, "Slet rækken, eller kør most_read igen") for id, _ in counted.rows]
    for id, place, hint in chosen:
        if id not in ids:
            near = nearest(id, ids)
            guess = f'; mente du "{near}"?' if near else "."
            message = f'Forsiden skal vise "{quoted(id)}", men intet udgivet indlæg har det Id{guess}'
            yield Problem(place, "warning", "featured-unknown", message, hint)
