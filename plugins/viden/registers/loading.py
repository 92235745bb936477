"""From the YAML files of `data/` to typed registers, with every fault at its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from ..errors import ContentError, quoted
from ..model import (
    COMPETENCE,
    WORK,
    Place,
    Problem,
    Registers,
    Source,
)
from ..nearest import nearest
from ..positions import Mapping, Node
from ..positions import load as load_yaml
from . import records, schemas
from .relations import cross_check
from .rows import Row, read_row, read_rows
from .schemas import Schema

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
    "forkortelser": schemas.ABBREVIATION,
}
MAPPINGS: dict[str, Schema] = {
    "site": schemas.SITE,
    "nyhedsbreve": schemas.NEWSLETTERS,
    "mest_laeste": schemas.MOST_READ,
    "adresser": schemas.ADDRESSES,
}
ELSEWHERE = ("undtagelser",)
"""Files of `data/` that other rooms read."""


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
    found += _empty(own, registers, found)
    if "site" not in own:
        registers = replace(registers, site=replace(registers.site, featured=(), recommended=()))
    return registers, (*found, *cross_check(registers))


def _empty(own: dict[str, Source], registers: Registers, found: Iterable[Problem]) -> list[Problem]:
    """An area register of its own without areas would take every area's page and feed away."""
    faulty = {p.place.path for p in found}
    areas = {"kompetenceomraader": registers.competence_areas, "arbejdsomraader": registers.work_areas}
    return [
        Problem(Place(own[name].path), "error", "register-empty", "Registret har ingen områder.", EMPTY_HINT)
        for name, rows in areas.items()
        if name in own and not rows and own[name].path not in faulty
    ]


EMPTY_HINT = "Skriv mindst ét, eller slet filen, så programmets egne områder bruges"


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
        site=records.site(mapping("site"), "site" in files, found),
        competence_areas=tuple(records.area(r, COMPETENCE) for r in rows("kompetenceomraader")),
        work_areas=tuple(records.area(r, WORK) for r in rows("arbejdsomraader")),
        people=tuple(map(records.person, rows("personer"))),
        publishers=tuple(map(records.publisher, rows("udgivere"))),
        blogs=tuple(map(records.blog, rows("blogs"))),
        series=tuple(map(records.series, rows("stafetter"))),
        boxes=tuple(map(records.box, rows("bokse"))),
        synonyms=records.present(records.synonyms, rows("synonymer"), found),
        abbreviations=records.present(records.abbreviation, rows("forkortelser"), found),
        rhythms=records.rhythms(letters),
        newsletters=tuple(map(records.newsletter, letters.rows("lister"))) if letters else (),
        most_read=records.most_read(mapping("mest_laeste"), found),
        withdrawn=records.withdrawn(mapping("adresser"), found),
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
