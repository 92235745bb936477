"""From a source file to a typed post, its words resolved against the registers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time

from ..addresses import provisional_id
from ..dates import COPENHAGEN, DateValue
from ..errors import quoted
from ..model import Blog, Event, Header, Image, Place, Post, Problem, Publisher, Registers, Series, Source
from ..nearest import fold, nearest
from . import areas, people, values
from .characters import decode
from .keys import KEYS, STATUS_WORDS, folded, key_of
from .reading import parse

_STATUS_LINE = re.compile(r"(?im)^[ ]{0,3}status[ \t]*:[ \t]*[\"']?(\w+)")
_LISTS = frozenset(key.id for key in KEYS if key.many)
_HEADER_CHARACTERS = 20_000
"""How far a status is looked for in a file whose header cannot be read."""

Named = Publisher | Blog | Series | Event


def post(source: Source, registers: Registers, is_article: bool = True) -> tuple[Post | None, tuple[Problem, ...], str]:
    """Return the post of a file, what is wrong with its header, and its status.

    A post comes back even where single values are wrong, with stand-ins for
    them, so that one run can judge its body too. It is None where there is no
    header that can be read; the status is then the one that the text seems to
    have. Problems keep severity `error` in drafts: who knows the status softens.
    """
    text, faults = decode(source.data, source.path)
    if text is None:
        return None, faults, "published"
    header, markdown, problems = parse(text, source.path)
    found = [*faults, *problems]
    if header is None:
        return None, tuple(found), _status_in(text)
    typed = _typed(header, markdown, source.path, registers, is_article, found)
    return typed, tuple(found), status_of(header)


def status_of(header: Header) -> str:
    """Return the status that a header states, `published` where it states none that is known.

    A misspelt key does not count: a slip must not turn faults into warnings.
    """
    field = header.get("status")
    if field is None or key_of(field.written) is None:
        return "published"
    return STATUS_WORDS.get(folded(field.value), "published")


def _status_in(text: str) -> str:
    match = _STATUS_LINE.search(text[:_HEADER_CHARACTERS])
    return STATUS_WORDS.get(folded(match[1]), "published") if match else "published"


def _typed(
    header: Header, markdown: str, path: str, registers: Registers, is_article: bool, found: list[Problem]
) -> Post:
    found += _empty_lists(header)
    status = values.status(header, found)
    kind = values.kind(header, found)
    title = values.title(header, status == "published", kind, found)
    published = _date(header, status == "published" and is_article, found)
    updated = values.moment(header, "modified", found)
    found += _date_order(header, published, updated)
    id, is_provisional = values.id_of(header, provisional_id(path), is_article, found)
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return Post(
        id=id,
        kind=kind,
        title=title or name,
        slug=values.slug_of(header, title or name, is_article, found),
        published=published.moment if published else _founding(registers),
        has_time=published is not None and published.has_time,
        markdown=markdown,
        place=header.place,
        body_line=header.body_line,
        is_article=is_article,
        id_is_provisional=is_provisional,
        updated=updated.moment if updated else None,
        summary=values.summary(header, found),
        authors=people.authors(header, registers, found),
        publisher=_known(header, "publisher", registers.publishers, "Udgiveren", "udgivere.yaml", found),
        blog=_known(header, "blog", registers.blogs, "Bloggen", "blogs.yaml", found),
        competence_areas=areas.given(header, "competence", registers, found),
        work_areas=areas.given(header, "work", registers, found),
        reject_areas=areas.rejected(header, registers, found),
        tags=values.tags(header, found),
        category=field.value if (field := header.get("category")) else "",
        series=_known(header, "series", registers.series, "Serien", "stafetter.yaml", found),
        part=values.part(header, found),
        event=_event(header, registers, found),
        image=_image(header, registers, found),
        review_by=values.month(header, "review_by", found),
        old_urls=values.old_urls(header, found),
        status=status,
        lang=values.lang(header, found),
        header=header,
    )


def _empty_lists(header: Header) -> Iterable[Problem]:
    """A value of separators alone: for areas it would mean "none", for the rest nothing, and neither was meant."""
    for field in header.fields:
        if field.key in _LISTS and field.value.strip() and not field.value.strip(" ;"):
            message = f'"{quoted(field.value)}" er kun skilletegn.'
            yield Problem(field.place, "error", "value-empty", message, f"Skriv en værdi, eller slet {field.written}:")


def _date(header: Header, is_required: bool, found: list[Problem]) -> DateValue | None:
    field = header.get("date")
    if is_required and (field is None or not field.value):
        place = field.place if field else header.place
        hint = "Skriv fx Date: 28/04/2020 kl. 08.00"
        found.append(Problem(place, "error", "date-missing", "Indlægget mangler en dato.", hint))
    return values.moment(header, "date", found)


def _date_order(header: Header, published: DateValue | None, updated: DateValue | None) -> Iterable[Problem]:
    field = header.get("modified")
    if field is None or published is None or updated is None:
        return
    is_whole_day = not (published.has_time and updated.has_time)
    if (is_whole_day and updated.moment.date() >= published.moment.date()) or updated.moment >= published.moment:
        return
    message = f'Modified "{quoted(field.value)}" ligger før indlæggets dato.'
    yield Problem(field.place, "error", "date-order", message, "Ret den ene af de to datoer")


def _founding(registers: Registers) -> datetime:
    """Return the site's founding day, the stand-in for a missing date."""
    return datetime.combine(registers.site.founded, time(), COPENHAGEN)


def _known(header: Header, key: str, rows: tuple[Named, ...], noun: str, register: str, found: list[Problem]) -> str:
    """Return the id of the row that the header names by id or name, or an empty text."""
    field = header.get(key)
    if field is None or not field.value:
        return ""
    row = next((r for r in rows if fold(field.value) in (fold(r.id), fold(r.name))), None)
    if row is not None:
        return row.id
    near = nearest(field.value, [r.id for r in rows]) or nearest(field.value, [r.name for r in rows])
    guess = f'; mente du "{near}"?' if near else "."
    message = f'{noun} "{quoted(field.value)}" står ikke i {register}{guess}'
    hint = f"Skriv {near}" if near else f"Vælg fra {register}, eller tilføj en ny række dér"
    found.append(Problem(field.place, "error", f"{key}-unknown", message, hint))
    return ""


def _event(header: Header, registers: Registers, found: list[Problem]) -> str:
    id = _known(header, "event", registers.events, "Arrangementet", "stafetter.yaml", found)
    event, series, field = registers.event(id), header.get("series"), header.get("event")
    own = registers.series_of(event.series) if event else None
    if own and field and series and series.value and fold(series.value) not in (fold(own.id), fold(own.name)):
        message = f'Arrangementet "{id}" hører til serien "{own.id}", men her står "{quoted(series.value)}".'
        found.append(Problem(field.place, "error", "event-series", message, f"Skriv Series: {own.id}"))
    return id


# --- the lead image ------------------------------------------------------------


def _image(header: Header, registers: Registers, found: list[Problem]) -> Image | None:
    field, alt, credit = header.get("image"), header.get("image_alt"), header.get("image_credit")
    if field is None or not field.value:
        lonely = next((f for f in (alt, credit) if f and f.value), None)
        if lonely:
            message = f"{lonely.written} er angivet, men der er intet billede."
            found.append(Problem(lonely.place, "warning", "image-none", message, "Tilføj Image:, eller slet linjen"))
        return None
    path = image_path(field.value)
    if path is None:
        message = f'"{quoted(field.value)}" er ikke en sti til et billede i indholdsmappen.'
        hint = "Læg billedet i billeder/, og skriv fx Image: billeder/moede.jpg"
        found.append(Problem(field.place, "error", "image-path", message, hint))
        return None
    if alt is None or not alt.value:
        message = "Billedet mangler en alternativ tekst."
        found.append(
            Problem(field.place, "error", "image-alt", message, "Tilføj Image_alt: og en beskrivelse af billedet")
        )
    if credit is None or not credit.value:
        found.append(_no_credit(field.place, registers.site.credit))
    shown = credit.value if credit and credit.value else registers.site.credit
    return Image(path, alt.value if alt else "", shown, field.place)


def image_path(written: str) -> str | None:
    """Return the path inside the content folder, or None where it is none."""
    path = re.sub(r"^\{(?:static|attach)\}", "", written).removeprefix("/")
    is_inside = all(part not in ("", ".", "..") for part in path.split("/"))
    return path if is_inside and not re.search(r"[\\:{}?#|]", path) else None


def _no_credit(place: Place, default: str) -> Problem:
    message = "Billedet mangler en kreditering."
    if default:
        return Problem(
            place, "warning", "image-credit", f'{message} Der vises "{quoted(default)}".', "Skriv Image_credit:"
        )
    hint = "Tilføj Image_credit: og navnet på den, der har lavet det"
    return Problem(place, "error", "image-credit", message, hint)
