"""The toy library of the search tests: read from `tests/cases/search/artikler.md`."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from viden.model import (
    COMPETENCE,
    WORK,
    Area,
    Body,
    Byline,
    Facts,
    Heading,
    Library,
    Person,
    Place,
    Pointer,
    Post,
    Publisher,
    Registers,
    Series,
    SiteInfo,
    Tag,
    TaggedPost,
    Zone,
)

CASES = Path(__file__).resolve().parents[2] / "cases" / "search"
ZONE = ZoneInfo("Europe/Copenhagen")
MOMENT = datetime(2026, 10, 1, 12, tzinfo=ZONE)

WORK_AREAS = {
    "aeldre-sundhed": "Ældre og sundhed",
    "teknik-miljoe": "Teknik og miljø",
    "kultur": "Kultur og fritid",
    "arbejdsmarked": "Arbejdsmarked",
    "hr-oekonomi": "HR og økonomi",
    "digitalisering": "Digitalisering",
    "boern-unge": "Børn og unge",
}
COMPETENCES = {
    "faglighed": "Faglighed",
    "ledelse": "Ledelse",
    "innovation": "Innovation",
    "samarbejde": "Samarbejde",
    "kommunikation": "Kommunikation",
}


def registers() -> Registers:
    return Registers(
        site=SiteInfo("Prøvesiden"),
        competence_areas=tuple(Area(id, COMPETENCE, label, "", "") for id, label in COMPETENCES.items()),
        work_areas=tuple(Area(id, WORK, label, "", "") for id, label in WORK_AREAS.items()),
        publishers=(Publisher("aavig", "Aavig Kommune"), Publisher("fjordby", "Fjordby Kommune")),
        series=(Series("digital-stafet", "Digital stafet"),),
    )


def rows() -> list[tuple[dict[str, str], str]]:
    """Return (header, body in Markdown) of every toy post, drafts and future ones too."""
    text = (CASES / "artikler.md").read_text(encoding="utf-8").split("\n\n", 1)[1]
    return [_row(part.strip()) for part in text.split("====") if part.strip()]


def library() -> Library:
    """Return the published toy posts, newest first."""
    published = [row for row in rows() if row[0].get("status") != "draft" and _moment(row[0]) <= MOMENT]
    return of_rows(published)


def of_rows(chosen: list[tuple[dict[str, str], str]]) -> Library:
    made = sorted((_made(*row) for row in chosen), key=lambda pair: pair[0].id)
    made.sort(key=lambda pair: pair[0].published, reverse=True)
    return Library(tuple(f for f, _ in made), registers(), MOMENT, tagged=tuple(t for _, t in made))


def _row(part: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    lines = part.split("\n")
    while lines and "summary" not in header:
        name, _, value = lines.pop(0).partition(":")
        header[name] = value.strip()
    return header, "\n".join(lines)


def _moment(header: dict[str, str]) -> datetime:
    day = date.fromisoformat(header["date"])
    return datetime(day.year, day.month, day.day, 8, tzinfo=ZONE)


def _made(header: dict[str, str], markdown: str) -> tuple[Facts, TaggedPost]:
    id, path = header["id"], f"artikler/{header['id']}.md"
    place = Place(path)
    zones = tuple(_zone(line) for line in markdown.split("\n") if line)
    body = Body(
        "",
        "\n".join(z.text for z in zones if z.kind != "heading"),
        zones,
        tuple(Heading(2, z.text, "", place) for z in zones if z.kind == "heading"),
    )
    areas = tuple(a.strip() for a in header["areas"].split(";"))
    tags = tuple(Tag(a, WORK, "sure", 900, "editor") for a in areas)
    tags += (Tag(header["competences"], COMPETENCE, "sure", 900, "editor"),)
    person = Person(header["author"].lower().replace(" ", "-"), header["author"])
    post = Post(
        id, header["kind"], header["title"], id, _moment(header), False, markdown, place,
        summary=header["summary"], authors=(person,), publisher=header["publisher"], series=header.get("series", ""),
    )  # fmt: skip
    facts = Facts(
        id=id,
        kind=post.kind,
        title=post.title,
        slug=id,
        url=f"artikler/{id}/",
        path=path,
        published=post.published,
        has_time=False,
        updated=None,
        summary=post.summary,
        teaser="",
        authors=(Byline(person.id, person.name),),
        publisher=post.publisher,
        competence_areas=(header["competences"],),
        work_areas=areas,
        series=post.series,
        pointers=_pointers(zones) if post.kind == "pointer" else (),
    )
    return facts, TaggedPost(post, body, tags)


def _pointers(zones: tuple[Zone, ...]) -> tuple[Pointer, ...]:
    """Return the numbered sections: a heading such as `1) Words`, and the line below it."""
    rows = [(a.text.partition(") "), b.text) for a, b in pairwise(zones) if a.kind == "heading" and ") " in a.text]
    return tuple(Pointer(int(n), words, text, f"pointer-{n}") for (n, _, words), text in rows)


def _zone(line: str) -> Zone:
    return Zone("heading", line.removeprefix("## ")) if line.startswith("## ") else Zone("body", line)
