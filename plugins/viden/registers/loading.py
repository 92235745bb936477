"""From the YAML files of `data/` to typed registers, with every fault at its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from ..errors import ContentError, quoted
from ..model import (
    COMPETENCE,
    WORK,
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
    Registers,
    Rhythm,
    Role,
    Series,
    SiteInfo,
    Source,
    Speaker,
    Synonyms,
    Term,
)
from ..nearest import nearest
from ..positions import Mapping, Node
from ..positions import load as load_yaml
from . import schemas
from .relations import cross_check
from .rows import Row, read_row, read_rows
from .schemas import BYLINES, Schema

LENT = ("kompetenceomraader", "arbejdsomraader", "site")
"""Registers that a site may lack, because the project's own stand in for them."""
LISTS: dict[str, Schema] = {
    "kompetenceomraader": schemas.AREA,
    "arbejdsomraader": schemas.AREA,
    "personer": schemas.PERSON,
    "udgivere": schemas.PUBLISHER,
    "blogs": schemas.BLOG,
    "stafetter": schemas.SERIES,
    "bokse": schemas.BOX,
    "synonymer": schemas.SYNONYMS,
}
MAPPINGS: dict[str, Schema] = {
    "site": schemas.SITE,
    "nyhedsbreve": schemas.NEWSLETTERS,
    "mest_laeste": schemas.MOST_READ,
}
ELSEWHERE = ("adresser", "undtagelser")
"""Files of `data/` that other rooms read."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An address that a `mailto:` link can carry as it stands (chosen: RFC 5322 allows more)."""

START_WEIGHT = 2
"""The weight of a plain indicator, which says none: strong, but it does not name the area."""

T = TypeVar("T")


def load(sources: Iterable[Source], defaults: Iterable[Source] = ()) -> tuple[Registers, tuple[Problem, ...]]:
    """Return the registers of `data/*.yaml` and what is wrong with them.

    The two area registers and `site.yaml` fall back to `defaults`; any other
    register that is missing is empty. A `site.yaml` that is lent chooses no
    posts for the front page: its ids are those of the lender's posts.
    """
    found: list[Problem] = []
    own = {name: s for s in sources if (name := _name(s.path)) and _is_known(name, s, found)}
    lent = {name: s for s in defaults if (name := _name(s.path)) in LENT}
    files = {**lent, **own}
    registers = _registers(files, found)
    if "site" not in own:
        registers = replace(registers, site=replace(registers.site, featured=(), recommended=()))
    return registers, (*found, *cross_check(registers))


def _name(path: str) -> str:
    """Return the register's name of a file directly under `data/`, or an empty text."""
    folder, _, file = path.rpartition("/")
    return file.rpartition(".")[0] if folder == "data" and file.endswith((".yaml", ".yml")) else ""


def _is_known(name: str, source: Source, found: list[Problem]) -> bool:
    known = (*LISTS, *MAPPINGS, *ELSEWHERE)
    if name in known and source.path.endswith(".yaml"):
        return name not in ELSEWHERE
    near = name if name in known else nearest(name, known)
    guess = f'; mente du "{near}.yaml"?' if near else "."
    hint = f"Omdøb filen til {near}.yaml" if near else f"Vælg mellem {', '.join(sorted(known))}"
    message = f'Registret "{quoted(source.path.rpartition("/")[2])}" kendes ikke{guess}'
    found.append(Problem(Place(source.path), "error", "register-unknown", message, hint))
    return False


def _registers(files: dict[str, Source], found: list[Problem]) -> Registers:
    def rows(name: str) -> tuple[Row, ...]:
        return _rows(files.get(name), name, found)

    def mapping(name: str) -> Row | None:
        return _mapping(files.get(name), MAPPINGS[name], found)

    letters = mapping("nyhedsbreve")
    return Registers(
        site=_site(mapping("site"), "site" in files, found),
        competence_areas=tuple(_area(r, COMPETENCE) for r in rows("kompetenceomraader")),
        work_areas=tuple(_area(r, WORK) for r in rows("arbejdsomraader")),
        people=tuple(map(_person, rows("personer"))),
        publishers=tuple(map(_publisher, rows("udgivere"))),
        blogs=tuple(map(_blog, rows("blogs"))),
        series=tuple(map(_series, rows("stafetter"))),
        boxes=tuple(map(_box, rows("bokse"))),
        synonyms=_present(_synonyms, rows("synonymer"), found),
        rhythms=_rhythms(letters),
        newsletters=tuple(map(_newsletter, letters.rows("lister"))) if letters else (),
        most_read=_most_read(mapping("mest_laeste"), found),
    )


# --- files -------------------------------------------------------------------------


def _tree(source: Source, found: list[Problem]) -> Node | None:
    try:
        return load_yaml(unicodedata.normalize("NFC", source.data.decode("utf-8-sig")), source.path)
    except UnicodeDecodeError as fault:
        line = source.data[: fault.start].count(b"\n") + 1
        before = source.data[: fault.start].rpartition(b"\n")[2].decode("utf-8")
        message = "Filen er ikke gemt som UTF-8."
        place = Place(source.path, line, len(before) + 1)
        found.append(Problem(place, "error", "encoding", message, "Gem den igen med tegnsættet UTF-8"))
    except ContentError as fault:
        found += fault.problems
    return None


def _rows(source: Source | None, name: str, found: list[Problem]) -> tuple[Row, ...]:
    node = _tree(source, found) if source else None
    if node is None:
        return ()
    if not isinstance(node, Mapping) or not node.items:
        return read_rows(node, LISTS[name], found)
    if node.get(name) is None:
        return read_rows(node, LISTS[name], found)
    wrapped = (*schemas.WRAPPING, schemas.Key(name, "rows", required=True, schema=LISTS[name]))
    row = read_row(node, wrapped, found)
    return row.rows(name) if row else ()


def _mapping(source: Source | None, schema: Schema, found: list[Problem]) -> Row | None:
    node = _tree(source, found) if source else None
    return read_row(node, schema, found) if node is not None else None


# --- rows → records ------------------------------------------------------------------


def _person(row: Row) -> Person:
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


def _publisher(row: Row) -> Publisher:
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
    )


def _blog(row: Row) -> Blog:
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


def _series(row: Row) -> Series:
    id, organiser = row.text("id"), row.text("arrangoer")
    return Series(
        id=id,
        name=row.text("navn"),
        description=row.text("beskrivelse"),
        organiser=organiser,
        period=row.text("periode"),
        events=tuple(_event(r, id, n, organiser) for n, r in enumerate(row.rows("arrangementer"), 1)),
        place=row.place,
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


def _box(row: Row) -> Box:
    return Box(row.text("id"), row.text("type"), row.text("overskrift"), row.text("tekst"), row.place)


def _synonyms(row: Row, found: list[Problem]) -> Synonyms | None:
    both, words, finds = row.texts("ord"), row.texts("fra"), row.texts("til")
    if both and not (words or finds) and len(both) > 1:
        words = finds = both
    elif both or not (words and finds):
        message = "En række har enten ord (mindst to) eller både fra og til."
        hint = "Skriv fx {ord: [skov, skovbrug]} eller {fra: [sosu], til: [social- og sundhedshjælper]}"
        found.append(Problem(row.place, "error", "synonym-form", message, hint))
        return None
    return Synonyms(words, finds, row.number("vaegt", 45), row.place)


def _rhythms(letters: Row | None) -> tuple[Rhythm, ...]:
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


def _newsletter(row: Row) -> Newsletter:
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


def _most_read(row: Row | None, found: list[Problem]) -> MostRead | None:
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


def _privacy(row: Row) -> Privacy:
    return Privacy(
        controller=row.text("dataansvarlig"),
        dpo=row.text("dpo"),
        purpose=row.text("formaal"),
        basis=row.text("grundlag"),
        log_days=row.number("log_dage"),
        server=row.text("server"),
    )


def _site(row: Row | None, is_there: bool, found: list[Problem]) -> SiteInfo:
    if row is None:
        if not is_there:
            message = "Registret site.yaml mangler."
            found.append(
                Problem(Place("data/site.yaml"), "error", "site-missing", message, "Opret det med navn: og autoritet:")
            )
        return SiteInfo(name="Uden navn")
    contact, statement, comments = row.row("kontakt"), row.row("tilgaengelighed"), row.row("kommentarer")
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
    )


def _area(row: Row, facet: str) -> Area:
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


def _present(
    make: Callable[[Row, list[Problem]], T | None], rows: Iterable[Row], found: list[Problem]
) -> tuple[T, ...]:
    made = (make(row, found) for row in rows)
    return tuple(record for record in made if record is not None)
