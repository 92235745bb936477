"""The two directions of SKOS for `terms`: the areas into a file, and a file into area registers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from viden import disk, registers, skos
from viden.errors import ContentError, UsageError
from viden.model import COMPETENCE, WORK, Area, Registers, Source

FACETS = {"kompetence": COMPETENCE, "arbejde": WORK}
NAMES = {COMPETENCE: "kompetenceomraader.yaml", WORK: "arbejdsomraader.yaml"}
WRITERS = {".ttl": skos.turtle, ".jsonld": skos.jsonld}


def save(file: str, known: Registers) -> str:
    """Write the areas as SKOS into `file`, by its ending; return what to say."""
    path = Path(file)
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise UsageError(f"{file} skal ende på .ttl (Turtle) eller .jsonld (JSON-LD).")
    areas = (*known.competence_areas, *known.work_areas)
    base = skos.base_of(known)
    disk.write_if_changed(path, write(skos.statements(areas, base), base).encode())
    return f"{len(areas)} områder og {sum(len(a.terms) for a in areas)} ord er skrevet til {file}."


def load(file: str, folder: str, facet: str, replace: bool) -> str:
    """Write the registers of a SKOS file into `folder`; return what to say.

    A register that is there is kept unless `replace` is set. Areas that the
    site could not use raise `ContentError`, and nothing is written.
    """
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"{file} findes ikke.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UsageError(f"{file} er ikke skrevet i UTF-8.") from fault
    areas = skos.areas(skos.parsed(text, path.name), FACETS[facet])
    made = {Path(folder) / NAMES[f]: _register(f, areas, path.name) for f in NAMES if any(a.facet == f for a in areas)}
    if not made:
        raise UsageError(f"{file} har ingen begreber (skos:Concept).")
    _refuse_faults(made)
    there = [target for target in made if target.exists()]
    if there and not replace:
        raise UsageError(f"{there[0]} findes; skriv --yes for at erstatte den.")
    for target, register in made.items():
        disk.write_if_changed(target, register.encode())
    return "\n".join(f"{target} er skrevet." for target in made)


def _register(facet: str, areas: Iterable[Area], source: str) -> str:
    return skos.register_yaml([a for a in areas if a.facet == facet], f"Lavet af {source}.")


def _refuse_faults(made: dict[Path, str]) -> None:
    """Raise `ContentError` with what the registers' own reading finds wrong."""
    sources = [Source(f"data/{target.name}", text.encode(), "") for target, text in made.items()]
    _, problems = registers.load(sources)
    own = {source.path for source in sources}
    if faults := [p for p in problems if p.place.path in own and p.severity == "error"]:
        raise ContentError(faults)
