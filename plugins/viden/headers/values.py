"""One value of a header at a time: text to a typed value, or what is wrong with it.

Each function appends its problems to `found` and returns the value, or what
stands in for it; a post with an error is never published, so a stand-in is
only ever seen in the check of the rest of that post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..addresses import old_url_fault, slug, slug_fault
from ..dates import DateFault, DateValue, parse, parse_month
from ..errors import quoted
from ..model import KINDS, Field, Header, Place, Problem
from ..nearest import nearest
from .keys import KIND_HINTS, LANGUAGES, STATUS_WORDS, folded

TITLE_LIMIT = 200
SUMMARY_LIMIT = 600
SUMMARY_ADVISED = (80, 400)
TAGS_LIMIT, TAGS_ADVISED = 50, 10
OLD_URLS_LIMIT = 50
"""Characters and counts, prescribed by the quality page."""

Items = tuple[tuple[str, Place], ...]
"""Texts, each with the place where it begins."""

_ID = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*+")
_OWN_WORDS = {folded(word): k.id for k in KINDS for word in (k.id, k.singular, k.byline)}
_KIND_WORDS = _OWN_WORDS | KIND_HINTS


def items(header: Header, key: str, separators: str = ";") -> Items:
    """Return the values of a key that may hold several.

    They are parted by the first of `separators` that occurs; the items of a
    YAML list are parted by `;` only.
    """
    fields = [f for f in header.fields if f.key == key]
    allowed = separators if len(fields) == 1 else ";"
    return tuple(item for field in fields for item in split(field, allowed))


def split(field: Field, separators: str) -> Iterable[tuple[str, Place]]:
    """Yield the parts of one value that are not empty, with their places."""
    separator = next((s for s in separators if s in field.value), None)
    offset = 0
    for part in field.value.split(separator) if separator else [field.value]:
        if part.strip():
            start = offset + len(part) - len(part.lstrip())
            yield part.strip(), _moved(field.place, start)
        offset += len(part) + 1


def title(header: Header, is_required: bool, kind: str, found: list[Problem]) -> str:
    """Return the title, or an empty text."""
    field = header.get("title")
    if field is None or not field.value:
        if is_required:
            place = field.place if field else header.place
            found.append(_error(place, "title-missing", "Indlægget mangler en titel.", "Skriv Title: og titlen"))
        return ""
    found += _title_faults(field, kind)
    return field.value


def _title_faults(field: Field, kind: str) -> Iterable[Problem]:
    text = field.value
    if "\n" in text:
        yield _error(field.place, "title-lines", "Titlen går over flere linjer.", "Skriv den på én linje")
    if len(text) > TITLE_LIMIT:
        yield _error(
            field.place, "limit-title", f"Titlen har {len(text)} tegn; grænsen er {TITLE_LIMIT}.", "Forkort den"
        )
    if not any(c.isalnum() for c in text):
        yield _error(field.place, "title-missing", "Titlen har hverken bogstaver eller tal.", "Skriv en titel")
    letters = [c for c in text if c.isalpha()]
    if len(letters) > 12 and all(c.isupper() for c in letters):
        yield _warning(
            field.place,
            "title-capitals",
            "Titlen er kun skrevet med store bogstaver.",
            "Skriv den som en almindelig sætning",
        )
    if (told := kind_in_title(text)) is not None:
        meant, rest = told
        said = "" if meant == kind else f", og typen som Kind: {meant}"
        message = f'Titlen begynder med "{quoted(text.partition(":")[0])}:", men typen vises allerede over titlen.'
        yield _error(field.place, "title-kind", message, f'Skriv kun "{quoted(rest)}"{said}')


def kind_in_title(title: str) -> tuple[str, str] | None:
    """Return (id of the kind, the rest) of a title that opens with the word for a kind and a colon."""
    opening, colon, rest = title.partition(":")
    meant = _OWN_WORDS.get(folded(opening.strip())) if colon and rest.strip() else None
    return (meant, rest.strip()) if meant else None


def moment(header: Header, key: str, found: list[Problem]) -> DateValue | None:
    """Return a date of the header, or None where there is none that can be read."""
    field = header.get(key)
    if field is None or not field.value:
        return None
    try:
        return parse(field.value)
    except DateFault as fault:
        found.append(_date_fault(field, fault))
        return None


def month(header: Header, key: str, found: list[Problem]) -> date | None:
    """Return the first day of a month, or a day."""
    field = header.get(key)
    if field is None or not field.value:
        return None
    try:
        return parse_month(field.value)
    except DateFault as fault:
        found.append(_date_fault(field, fault))
        return None


def kind(header: Header, found: list[Problem]) -> str:
    """Return the id of the kind; `article` where none is given."""
    field = header.get("kind")
    if field is None or not field.value:
        return "article"
    word = folded(field.value)
    if word in {k.id for k in KINDS}:
        return word
    meant = _KIND_WORDS.get(word) or _KIND_WORDS.get(nearest(word, _KIND_WORDS) or "")
    guess = f'; mente du "{meant}"?' if meant else "."
    hint = f"Skriv Kind: {meant}" if meant else f"Vælg {_either(k.id for k in KINDS)}"
    found.append(_error(field.place, "kind-unknown", f'Typen "{quoted(field.value)}" kendes ikke{guess}', hint))
    return meant or "article"


def status(header: Header, found: list[Problem]) -> str:
    """Return the stored status; `published` where none is given."""
    field = header.get("status")
    if field is None:
        return "published"
    known = STATUS_WORDS.get(folded(field.value))
    if known is None:
        near = nearest(field.value, STATUS_WORDS)
        guess = f'; mente du "{near}"?' if near else "."
        hint = f"Skriv {near}" if near else "Skriv published, draft (kladde) eller hidden (skjult)"
        message = f'Status "{quoted(field.value)}" kendes ikke{guess}' if field.value else "Status er tom."
        found.append(_error(field.place, "status-unknown", message, hint))
    return known or "published"


def lang(header: Header, found: list[Problem]) -> str:
    """Return the language code; `da` where none is given."""
    field = header.get("lang")
    if field is None or not field.value:
        return "da"
    code = folded(field.value)
    if code in LANGUAGES:
        return code
    near = next((c for c in (code[:2], nearest(code, LANGUAGES) or "") if c in LANGUAGES), None)
    guess = f'; mente du "{near}"?' if near else "."
    message = f'Sproget "{quoted(field.value)}" kendes ikke{guess}'
    found.append(
        _error(field.place, "language-unknown", message, f"Skriv {near}" if near else "Skriv en kode som da eller en")
    )
    return near or "da"


def id_of(header: Header, provisional: str, is_article: bool, found: list[Problem]) -> tuple[str, bool]:
    """Return the id, and whether it is provisional."""
    field = header.get("id")
    if field is None or not field.value:
        if is_article:
            message = f'Indlægget har intet Id og udgives som "{provisional}".'
            found.append(_warning(header.place, "id-missing", message, "Kør check --fix, som skriver det i hovedet"))
        return provisional, True
    if not _ID.fullmatch(field.value) or len(field.value) > 80:
        message = f'Id "{quoted(field.value)}" må kun have små bogstaver a-z, tal og enkelte bindestreger.'
        found.append(_error(field.place, "id-form", message, f"Skriv fx {slug(field.value)}"))
    return field.value, False


def slug_of(header: Header, otherwise: str, is_article: bool, found: list[Problem]) -> str:
    """Return the slug, made from `otherwise` where the header gives none."""
    field = header.get("slug")
    if field is None or not field.value:
        return slug(otherwise)
    fault = slug_fault(field.value, is_article)
    if fault is None:
        return field.value
    found.append(_error(field.place, fault.rule, fault.message, fault.hint))
    return slug(field.value)


def summary(header: Header, found: list[Problem]) -> str:
    """Return the summary on one line."""
    field = header.get("summary")
    if field is None or not field.value:
        return ""
    text = " ".join(field.value.split())
    low, high = SUMMARY_ADVISED
    if len(text) > SUMMARY_LIMIT:
        message = f"Manchetten har {len(text)} tegn; grænsen er {SUMMARY_LIMIT}."
        found.append(_error(field.place, "limit-summary", message, "Forkort den, eller flyt noget ned i teksten"))
    elif not low <= len(text) <= high:
        message = f"Manchetten har {len(text)} tegn; {low} til {high} er bedst for læserne."
        found.append(
            _warning(field.place, "summary-length", message, "Forkort den" if len(text) > high else "Skriv lidt mere")
        )
    return text


def tags(header: Header, found: list[Problem]) -> tuple[str, ...]:
    """Return the keywords, each once, in the author's order."""
    all_items = items(header, "tags", ";,")
    unique = _once(all_items, "tag-doubled", "Emneordet", found)
    if len(unique) > TAGS_LIMIT:
        message = f"Her er {len(unique)} emneord; grænsen er {TAGS_LIMIT}."
        found.append(_error(unique[TAGS_LIMIT][1], "limit-tags", message, "Behold de vigtigste"))
    elif len(unique) > TAGS_ADVISED:
        message = f"Her er {len(unique)} emneord; flere end {TAGS_ADVISED} hjælper ikke læserne."
        found.append(_warning(unique[TAGS_ADVISED][1], "tags-many", message, "Behold de vigtigste"))
    for text, place in unique:
        if not any(c.isalnum() for c in text):
            found.append(_error(place, "tag-form", f'Emneordet "{quoted(text)}" har ingen bogstaver.', "Slet det"))
    return tuple(text for text, _ in unique if any(c.isalnum() for c in text))


def old_urls(header: Header, found: list[Problem]) -> tuple[str, ...]:
    """Return the addresses that are to lead here."""
    unique = _once(items(header, "old_urls"), "old-url-doubled", "Adressen", found)
    if len(unique) > OLD_URLS_LIMIT:
        message = f"Her er {len(unique)} tidligere adresser; grænsen er {OLD_URLS_LIMIT}."
        found.append(_error(unique[OLD_URLS_LIMIT][1], "limit-old-urls", message, "Behold dem, der er i brug"))
    right = []
    for text, place in unique:
        fault = old_url_fault(text)
        if fault is None:
            right.append(text)
        else:
            found.append(_error(place, fault.rule, fault.message, fault.hint))
    return tuple(right)


def part(header: Header, found: list[Problem]) -> int:
    """Return the number in the series, 0 where none is given."""
    field = header.get("part")
    if field is None or not field.value:
        return 0
    if re.fullmatch(r"[1-9][0-9]{0,2}", field.value):
        if not (header.get("series") or header.get("event")):
            found.append(
                _warning(field.place, "part-alone", "Del er angivet uden en serie.", "Tilføj Series:, eller slet Part:")
            )
        return int(field.value)
    message = f'"{quoted(field.value)}" er ikke et nummer i en serie.'
    found.append(_error(field.place, "part-form", message, "Skriv et helt tal fra 1 til 999"))
    return 0


def _once(all_items: Items, rule: str, noun: str, found: list[Problem]) -> Items:
    """Return each text once, compared without case; a warning for every repetition."""
    seen: set[str] = set()
    unique = []
    for text, place in all_items:
        if folded(text) in seen:
            found.append(_warning(place, rule, f'{noun} "{quoted(text)}" står to gange.', "Slet gentagelsen"))
        else:
            unique.append((text, place))
        seen.add(folded(text))
    return tuple(unique)


def _date_fault(field: Field, fault: DateFault) -> Problem:
    return _error(_moved(field.place, fault.offset), fault.rule, fault.message, fault.hint)


def _moved(place: Place, offset: int) -> Place:
    return Place(place.path, place.line, place.column + offset)


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} eller {last}"


def _error(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "error", rule, message, hint)


def _warning(place: Place, rule: str, message: str, hint: str) -> Problem:
    return Problem(place, "warning", rule, message, hint)
