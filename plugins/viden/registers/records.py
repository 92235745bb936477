"""From a row of a register to its typed record; what is wrong is found in `rows` and here, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from .. import addresses
from ..errors import quoted
from ..model import (
    Abbreviation,
    Area,
    Blog,
    Box,
    Event,
    MostRead,
    Newsletter,
    Person,
    Place,
    Privacy,
    Problem,
    Publisher,
    Rhythm,
    Role,
    Series,
    SiteInfo,
    Speaker,
    Synonyms,
    Term,
    Withdrawn,
)
from . import schemas
from .rows import Row
from .schemas import BYLINES

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An address that a `mailto:` link can carry as it stands (chosen: RFC 5322 allows more)."""

_SHORT = re.compile(r"\w[\w&/+.-]{0,18}[\w+]")
_WEB = re.compile(r"https?://[^\s<>\"\\]+")

START_WEIGHT = 2
"""The weight of a plain indicator, which says none: strong, but it does not name the area."""

T = TypeVar("T")


def person(row: Row) -> Person:
    return Person(
        id=row.text("id"),
        name=row.text("navn"),
        roles=tuple(map(_role, row.rows("roller"))),
        portrait=row.text("portraet"),
        text=row.text("tekst"),
        email=row.text("mail"),
        phone=row.text("telefon"),
        links=tuple((r.text("tekst"), r.text("adresse")) for r in row.rows("links")),
        place=row.place,
    )


def _role(row: Row) -> Role:
    return Role(
        title=row.text("titel"),
        preposition=row.text("forholdsord") or "i",
        organisations=row.texts("organisationer"),
        start=row.day("fra"),
        end=row.day("til"),
        former=row.flag("tidligere"),
    )


def publisher(row: Row) -> Publisher:
    return Publisher(
        id=row.text("id"),
        name=row.text("navn"),
        subtitle=row.text("undertitel"),
        text=row.text("tekst"),
        url=row.text("adresse"),
        logo=row.text("logo"),
        logo_alt=row.text("logo_alt"),
        byline=BYLINES.get(row.text("byline"), ""),
        disclosure=row.text("oplysning"),
        place=row.place,
        publications=row.texts("udgivelser"),
        email=row.text("mail"),
        phone=row.text("telefon"),
    )


def blog(row: Row) -> Blog:
    return Blog(
        id=row.text("id"),
        name=row.text("navn"),
        owner=row.text("ejer"),
        tagline=row.text("undertitel"),
        publisher=row.text("udgiver"),
        byline=BYLINES.get(row.text("byline"), ""),
        place=row.place,
        comment_months=_months(row, "kommentarer_maaneder"),
        comment_call=row.text("kommentarer_overskrift"),
    )


def _months(row: Row, name: str) -> int | None:
    """Return a number of months, None where none is given."""
    months = row.number(name, -1)
    return months if months >= 0 else None


def series(row: Row) -> Series:
    id, organiser = row.text("id"), row.text("arrangoer")
    return Series(
        id=id,
        name=row.text("navn"),
        description=row.text("beskrivelse"),
        organiser=organiser,
        period=row.text("periode"),
        events=tuple(_event(r, id, n, organiser) for n, r in enumerate(row.rows("arrangementer"), 1)),
        place=row.place,
        about=row.text("om"),
    )


def _event(row: Row, series: str, number: int, organiser: str) -> Event:
    start = row.moment("start")
    assert start is not None  # required by the schema
    return Event(
        id=row.text("id"),
        name=row.text("navn"),
        start=start,
        end=row.moment("slut"),
        form=row.text("form"),
        description=row.text("beskrivelse"),
        speakers=tuple(Speaker(r.text("navn"), r.text("rolle"), r.text("person")) for r in row.rows("oplaegsholdere")),
        organiser=row.text("arrangoer") or organiser,
        aliases=row.texts("andre_navne"),
        series=series,
        number=row.number("nummer", number),
        place=row.place,
    )


def box(row: Row) -> Box:
    return Box(row.text("id"), row.text("type"), row.text("overskrift"), row.text("tekst"), row.place)


def synonyms(row: Row, found: list[Problem]) -> Synonyms | None:
    both, words, finds = row.texts("ord"), row.texts("fra"), row.texts("til")
    if both and not (words or finds) and len(both) > 1:
        words = finds = both
    elif both or not (words and finds):
        message = "En række har enten ord (mindst to) eller både fra og til."
        hint = "Skriv fx {ord: [skov, skovbrug]} eller {fra: [sosu], til: [social- og sundhedshjælper]}"
        found.append(Problem(row.place, "error", "synonym-form", message, hint))
        return None
    return Synonyms(words, finds, row.number("vaegt", 45), row.place)


def abbreviation(row: Row, found: list[Problem]) -> Abbreviation | None:
    """Return the abbreviation, or None with a problem for one that would be met in ordinary words."""
    short, url = row.text("kort"), row.text("adresse")
    if not _SHORT.fullmatch(short) or not any(c.isupper() for c in short):
        message = f'Forkortelsen "{quoted(short)}" kan ikke kendes fra et almindeligt ord.'
        hint = "Skriv 2 til 20 tegn uden mellemrum, mindst ét af dem et stort bogstav, fx KL"
        found.append(Problem(row.at("kort"), "error", "register-type", message, hint))
        return None
    if url and not _WEB.fullmatch(url):
        message = f'"{quoted(url)}" er ikke en webadresse.'
        found.append(Problem(row.at("adresse"), "error", "register-type", message, "Skriv fx https://www.kl.dk"))
        url = ""
    return Abbreviation(short, row.text("lang"), url, row.at("kort"))


def rhythms(letters: Row | None) -> tuple[Rhythm, ...]:
    rows = ((name, letters.row("rytmer").row(name)) for name in schemas.RHYTHMS) if letters else ()
    return tuple(_rhythm(name, row) for name, row in rows if row.values)


def _rhythm(name: str, row: Row) -> Rhythm:
    (hour, _), (minute, _) = row.placed("kl")
    weekday = row.text("ugedag") or "fredag"
    day = row.text("dag") or "sidste"
    return Rhythm(
        id=name,
        hour=int(hour),
        minute=int(minute),
        weekday=schemas.WEEKDAYS.index(weekday),
        day=0 if day == "sidste" else int(day),
        place=row.place,
    )


def newsletter(row: Row) -> Newsletter:
    begins = row.day("begynder")
    assert begins is not None  # required by the schema
    return Newsletter(
        id=row.text("id"),
        name=row.text("navn"),
        work_areas=row.texts("arbejdsomraader"),
        rhythms=row.texts("rytmer"),
        begins=begins,
        competence_areas=row.texts("kompetenceomraader"),
        kinds=row.texts("typer"),
        publishers=row.texts("udgivere"),
        sections=row.pairs("afsnit"),
        text=row.text("tekst"),
        place=row.place,
    )


def most_read(row: Row | None, found: list[Problem]) -> MostRead | None:
    if row is None:
        return None
    month = row.month("periode")
    assert month is not None  # required by the schema
    readers: dict[str, int] = {}
    for post in row.rows("indlaeg"):
        if post.text("id") in readers:
            message = f'Indlægget "{post.text("id")}" står to gange.'
            found.append(Problem(post.place, "error", "register-doubled", message, "Slet den ene række"))
        readers.setdefault(post.text("id"), post.number("laesere"))
    return MostRead(month, tuple(sorted(readers.items(), key=lambda r: (-r[1], r[0]))), row.place)


def withdrawn(row: Row | None, found: list[Problem]) -> tuple[Withdrawn, ...]:
    """Return the addresses that can be one; a faulty or doubled one is told of and left out."""
    made: dict[str, Withdrawn] = {}
    for entry in row.rows("trukket_tilbage") if row else ():
        written = entry.text("adresse")
        fault = addresses.old_url_fault(written)
        path = addresses.redirect_path(written) or ""
        if fault is not None:
            found.append(Problem(entry.at("adresse"), "error", fault.rule, fault.message, fault.hint))
        elif path.casefold() in made:
            message = f'Adressen "{quoted(written)}" står to gange.'
            found.append(Problem(entry.at("adresse"), "error", "register-doubled", message, "Slet den ene række"))
        else:
            made[path.casefold()] = Withdrawn(written, entry.day("dato"), entry.at("adresse"))
    return tuple(made.values())


def _privacy(row: Row) -> Privacy:
    return Privacy(
        controller=row.text("dataansvarlig"),
        dpo=row.text("dpo"),
        purpose=row.text("formaal"),
        basis=row.text("grundlag"),
        log_days=row.number("log_dage"),
        server=row.text("server"),
    )


def site(row: Row | None, is_there: bool, found: list[Problem]) -> SiteInfo:
    if row is None:
        if not is_there:
            message = "Registret site.yaml mangler."
            found.append(
                Problem(Place("data/site.yaml"), "error", "site-missing", message, "Opret det med navn: og autoritet:")
            )
        return SiteInfo(name="Uden navn")
    contact, statement, comments = row.row("kontakt"), row.row("tilgaengelighed"), row.row("kommentarer")
    areas = row.row("omraader")
    email = comments.text("mail")
    if email and not _ADDRESS.fullmatch(email):
        message = f'"{quoted(email)}" er ikke en mailadresse.'
        found.append(Problem(comments.at("mail"), "error", "register-type", message, "Skriv fx redaktion@example.dk"))
    return SiteInfo(
        name=row.text("navn"),
        tagline=row.text("undertitel"),
        authority=row.text("autoritet"),
        founded=row.day("grundlagt") or SiteInfo("").founded,
        publisher=row.text("udgiver"),
        byline=BYLINES.get(row.text("byline"), "long"),
        credit=row.text("foto"),
        contact_name=contact.text("navn"),
        contact_email=contact.text("mail"),
        contact_phone=contact.text("telefon"),
        contact_address=contact.text("adresse"),
        cvr=contact.text("cvr"),
        was_url=statement.text("adresse"),
        statement_date=statement.day("dato"),
        featured=row.texts("forside"),
        description=row.text("beskrivelse"),
        become_publisher=row.text("bliv_udgiver"),
        url=row.text("webadresse").rstrip("/"),
        privacy=_privacy(row.row("privatliv")),
        recommended=row.texts("anbefalet"),
        comment_email=email,
        comment_months=_months(comments, "maaneder"),
        comment_call=comments.text("overskrift"),
        competence_intro=areas.text("kompetencer"),
        work_intro=areas.text("arbejdsomraader"),
    )


def area(row: Row, facet: str) -> Area:
    terms = tuple(map(_term, row.rows("termer")))
    weighed = {term.text for term in terms}
    plain = (Term(text, START_WEIGHT, place=place) for text, place in row.placed("indikatorer") if text not in weighed)
    return Area(
        id=row.text("id"),
        facet=facet,
        label=row.text("da"),
        label_en=row.text("en"),
        definition=row.text("definition"),
        not_here=row.text("ikke"),
        terms=(*terms, *plain),
        never=row.texts("undgaa"),
        sure=row.row("graense").number("sikker"),
        suggestion=row.row("graense").number("forslag"),
        mappings=tuple(_mappings(row)),
        place=row.place,
    )


def _term(row: Row) -> Term:
    return Term(
        text=row.text("t"),
        weight=row.number("v"),
        kind=row.text("art") or "navn",
        compound=row.text("sammensat") or "nej",
        gap=row.number("gab"),
        only_with=row.texts("kun_med"),
        forms=row.texts("former"),
        capitals=row.flag("versal"),
        place=row.place,
    )


def _mappings(row: Row) -> Iterable[tuple[str, str, str]]:
    for scheme, name in (("digcomp", "kode"), ("entrecomp", "navn"), ("esco", "label")):
        for mapped in row.rows(scheme):
            yield scheme, mapped.text(name), mapped.text("relation") or "related"
    for scheme in ("kle", "form"):
        for code in row.texts(scheme):
            yield scheme, code, "related"


def present(make: Callable[[Row, list[Problem]], T | None], rows: Iterable[Row], found: list[Problem]) -> tuple[T, ...]:
    made = (make(row, found) for row in rows)
    return tuple(record for record in made if record is not None)
