"""Judge the tagger on texts that people have judged: `python3 tasks.py evaluate GOLD [--format text|json]`."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC
from pathlib import Path

from command_line import PROJECT, content_folder, defaults_folder, moment, parser, run
from viden import pipeline, tagging
from viden.errors import ContentError, UsageError
from viden.model import COMPETENCE, WORK
from viden.tagging import evaluation
from viden.tagging.evaluation import PARTS, Case

REGISTERS = ("data/kompetenceomraader.yaml", "data/arbejdsomraader.yaml")
SHOWN = {"text": evaluation.report_text, "json": evaluation.report_json}
UNSEEN = "final"
LEVEL = "level.json"
LOG = "opened.log"


def main(argv: list[str] | None = None) -> int:
    """Print the figures; write nothing but the level or the log of openings, where asked."""
    line = parser(
        "python3 tasks.py evaluate tests/gold/gold.tsv",
        "Måler, hvor godt områderne bliver foreslået, på tekster, som mennesker har bedømt.",
    )
    line.add_argument("gold", metavar="GULDFIL", help="de bedømte tekster; de ligger i texts/ ved siden af, ellers er de indlæg i indholdet")  # fmt: skip
    line.add_argument("--format", choices=sorted(SHOWN), default="text", help="text eller json")
    line.add_argument("--part", choices=PARTS, action="append", help="kun denne del; kan skrives flere gange")
    line.add_argument("--open-final", metavar="GRUND", help=f"tag delen final med, og skriv grunden i {LOG}")
    line.add_argument("--write-level", action="store_true", help=f"skriv det niveau, som testen holder, i {LEVEL}")
    options = line.parse_args(argv)
    return run(
        lambda: evaluate(
            Path(options.gold), options.content, options.format, options.part, options.open_final, options.write_level
        ),
        options.debug,
    )


def evaluate(
    gold: Path, prefix: str, form: str, parts: list[str] | None, reason: str | None, writes_level: bool
) -> int:
    opened = _opened(parts, reason)
    cases, vocabulary = judged(gold, content_folder(prefix))
    if reason is not None:
        _log(gold.parent / LOG, vocabulary, reason)
    if writes_level:
        _write_level(gold.parent / LEVEL, cases, vocabulary)
    chosen = [case for case in cases if case.row.part in opened]
    sys.stdout.write(SHOWN[form](evaluation.report(chosen, gold.as_posix(), vocabulary)))
    return 0


def judged(gold: Path, content: Path) -> tuple[tuple[Case, ...], str]:
    """Return every text of the gold file with what the tagger makes of it, and the vocabulary's hash.

    Faults of the gold file or of the area registers raise `ContentError`.
    """
    if not gold.is_file():
        raise UsageError(f'Guldfilen "{gold}" findes ikke.')
    texts, has_texts = gold.parent / "texts", (gold.parent / "texts").is_dir()
    if has_texts:
        reading = pipeline.read_texts(texts, content, defaults_folder(), moment())
    else:
        reading = pipeline.read_folder(content, defaults_folder(), moment())
    if faults := [p for p in reading.errors if p.place.path in REGISTERS]:
        raise ContentError(faults)
    known = reading.registers
    areas = {COMPETENCE: [a.id for a in known.competence_areas], WORK: [a.id for a in known.work_areas]}
    folder = texts if has_texts else content
    paths = {t.post.id: t.post.place.path for t in reading.tagged if t.post.is_article}
    posts = {
        id: (folder / path.removeprefix("artikler/" if has_texts else "")).as_posix() for id, path in paths.items()
    }
    rows, problems = evaluation.read(_text(gold), gold.as_posix(), posts, areas, is_whole=has_texts)
    if problems:
        raise ContentError(problems)
    found, ranked = pipeline.judgements(reading), pipeline.rankings(reading)
    cases = tuple(Case(row, found[row.id].tags, ranked[row.id], bool(found[row.id].guard)) for row in rows)
    return cases, hashlib.sha256(tagging.as_json(reading.vocabulary).encode()).hexdigest()[:12]


def _text(gold: Path) -> str:
    try:
        return gold.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise UsageError(f'Guldfilen "{gold}" er ikke UTF-8.') from fault


def _opened(parts: list[str] | None, reason: str | None) -> frozenset[str]:
    """Return the parts to report; the unseen one is opened only with a reason."""
    if reason is not None and not reason.strip():
        raise UsageError("Skriv efter --open-final, hvorfor de usete tekster skal måles nu.")
    seen = [part for part in PARTS if part != UNSEEN or reason is not None]
    if parts and not set(parts) <= set(seen):
        raise UsageError(f"Delen {UNSEEN} er uset; skriv --open-final og grunden for at måle på den.")
    return frozenset(parts or seen)


def _log(path: Path, vocabulary: str, reason: str) -> None:
    instant = moment().astimezone(UTC).isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"{instant}\t{vocabulary}\t{' '.join(reason.split())}\n")


def _write_level(path: Path, cases: tuple[Case, ...], vocabulary: str) -> None:
    """Write the level anew; one that falls needs its line in the changelog first."""
    note, held = evaluation.note(vocabulary), path.read_text(encoding="utf-8") if path.is_file() else ""
    fallen = evaluation.falls(held, cases) if held else ()
    if fallen and note not in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"):
        figures = "; ".join(f"{f.figure} {f.level} → {f.now}" for f in fallen)
        raise UsageError(f"Niveauet falder ({figures}). Skriv i CHANGELOG.md hvorfor, og slut linjen med {note}.")
    path.write_text(evaluation.level_json(cases, vocabulary), encoding="utf-8", newline="\n")
    print(f"Niveauet er skrevet i {path}.", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
