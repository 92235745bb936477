"""What a change of the vocabulary would move: `python3 tasks.py impact [--from OLD] [--to NEW]`."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from evaluate import UNSEEN
from viden import disk, pipeline, registers, tagging
from viden.errors import ContentError, UsageError, as_line, has_errors
from viden.model import COMPETENCE, WORK, Area, Source
from viden.tagging import Text, Vocabulary, evaluation, impact_text
from viden.tagging import impact as moving

NAMES = ("kompetenceomraader.yaml", "arbejdsomraader.yaml")
NOW = "arbejdsmappen"
"""How the registers that lie in the content folder are named in what is printed."""


def main(argv: list[str] | None = None) -> int:
    """Print each post whose areas would move, and why; write nothing."""
    line = parser(
        "python3 tasks.py impact --from HEAD",
        "Viser, hvilke indlæg der får andre områder med en anden ordliste, og hvilke ord der gør det. Ændrer intet.",
    )
    where = "en mappe eller fil med områdernes registre eller en udgave i git"
    line.add_argument("--from", dest="old", default="HEAD", metavar="FØR", help=f"{where}; ellers den, der sidst blev gemt i git (HEAD)")  # fmt: skip
    line.add_argument("--to", dest="new", metavar="EFTER", help=f"{where}; ellers registrene, som de ligger nu")
    line.add_argument("--gold", metavar="GULDFIL", help="vis også F1 på bedømte tekster, før og efter")
    line.add_argument("--format", choices=("json", "text"), default="text", help="text eller json")
    options = line.parse_args(argv)
    return run(lambda: impact(options), options.debug)


def impact(options: argparse.Namespace) -> int:
    content = content_folder(options.content)
    try:
        old, new = (_vocabulary(place, content) for place in (options.old, options.new))
        reading = pipeline.read_folder(content, defaults_folder(), moment())
        scores = _scores(Path(options.gold), content, old, new) if options.gold else None
    except ContentError as fault:
        print(*(as_line(p) for p in fault.problems), sep="\n", file=sys.stderr)
        return fault.exitcode
    found = moving.impact(pipeline.archive(reading), old, new)
    shown = impact_text.impact_json if options.format == "json" else impact_text.impact_text
    sys.stdout.write(shown(found, options.old, options.new or NOW, scores))
    return 0


def _vocabulary(place: str | None, content: Path) -> Vocabulary:
    """Return the vocabulary of a folder, a file or a revision; `ContentError` with the faults of its registers."""
    lent, _ = disk.read_tree(defaults_folder() / "data")
    own = _now(content) if place is None else _there(Path(place)) if Path(place).exists() else _then(place, content)
    held = {Path(source.path).name for source in own}
    rest = tuple(s for s in _now(content) if Path(s.path).name not in held)
    known, problems = registers.load((*own, *rest), pipeline.below("data", lent))
    areas = known.competence_areas + known.work_areas
    vocabulary, wrong = tagging.compile(areas)
    if has_errors((*problems, *wrong)):
        named = f"{place or NOW}: "
        faults = [p for p in (*problems, *wrong) if p.severity == "error"]
        raise ContentError(replace(p, place=replace(p.place, path=named + p.place.path)) for p in faults)
    return vocabulary


def _now(content: Path) -> tuple[Source, ...]:
    return tuple(_source(p.name, p.read_bytes()) for name in NAMES if (p := content / "data" / name).is_file())


def _there(place: Path) -> tuple[Source, ...]:
    """Return the registers of a folder, in `data/` or right inside, or the one that a file is."""
    if place.is_file():
        if place.name not in NAMES:
            raise UsageError(
                f'"{place}" hedder hverken {" eller ".join(NAMES)}; så er det ikke til at se, hvad den er.'
            )
        return (_source(place.name, place.read_bytes()),)
    found = [p for name in NAMES for p in (place / "data" / name, place / name) if p.is_file()]
    if not found:
        raise UsageError(f'I mappen "{place}" er hverken {" eller ".join(NAMES)}.')
    return tuple(_source(p.name, p.read_bytes()) for p in found)


def _then(revision: str, content: Path) -> tuple[Source, ...]:
    """Return the registers as git has them in a revision."""
    if revision.startswith("-") or _git(content, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise UsageError(f'"{revision}" er hverken en mappe, en fil eller en udgave, som git kender.')
    read = ((name, _git(content, "show", f"{revision}:./data/{name}")) for name in NAMES)
    return tuple(_source(name, data) for name, data in read if data is not None)


def _git(content: Path, *words: str) -> bytes | None:
    """Return what git prints, or None where it fails."""
    try:
        done = subprocess.run(["git", "-C", str(content), *words], capture_output=True, check=False)
    except OSError as fault:
        raise UsageError(
            f"git kan ikke køres på denne maskine ({fault}). Nævn en mappe eller en fil i stedet."
        ) from fault
    return done.stdout if done.returncode == 0 else None


def _source(name: str, data: bytes) -> Source:
    return Source(f"data/{name}", data, hashlib.sha256(data).hexdigest())


def _scores(
    gold: Path, content: Path, old: Vocabulary, new: Vocabulary
) -> dict[str, tuple[float | None, float | None]]:
    """Return facet → micro F1 under both vocabularies, over all parts of the gold file but the unseen one."""
    if not gold.is_file():
        raise UsageError(f'Guldfilen "{gold}" findes ikke.')
    loose = gold.parent / "texts"
    when = moment()
    reading = (
        pipeline.read_texts(loose, content, defaults_folder(), when)
        if loose.is_dir()
        else pipeline.read_folder(content, defaults_folder(), when)
    )
    texts = {text.post.id: text for text in pipeline.archive(reading)}
    known = reading.registers
    areas = {COMPETENCE: _ids(known.competence_areas), WORK: _ids(known.work_areas)}
    paths = {id: text.path for id, text in texts.items()}
    try:
        judged = gold.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise UsageError(f'Guldfilen "{gold}" er ikke UTF-8.') from fault
    rows, problems = evaluation.read(judged, gold.as_posix(), paths, areas, loose.is_dir())
    if problems:
        raise ContentError(problems)
    seen = [row for row in rows if row.part != UNSEEN]

    def f1(facet: str, vocabulary: Vocabulary) -> float | None:
        cases = [_case(row, texts[row.id], vocabulary) for row in seen]
        return evaluation.figures(cases, facet).listed.f1

    return {facet: (f1(facet, old), f1(facet, new)) for facet in (COMPETENCE, WORK)}


def _ids(areas: Sequence[Area]) -> list[str]:
    return [area.id for area in areas]


def _case(row: evaluation.Row, text: Text, vocabulary: Vocabulary) -> evaluation.Case:
    judged = tagging.judge(text.zones, text.words, vocabulary)
    ranked = tagging.ranking(text.zones, text.words, vocabulary)
    return evaluation.Case(row, judged.tags, ranked, bool(judged.guard))


if __name__ == "__main__":
    raise SystemExit(main())
