"""Judge all content: `python3 tasks.py check [--fix] [--format text|json|github]`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from viden import disk, headers, pipeline
from viden.errors import as_annotation, as_json, as_line, has_errors
from viden.model import Problem
from viden_pelican import report


def as_lines(found: Iterable[Problem], prefix: str) -> str:
    return "".join(as_line(p, prefix) + "\n" for p in found)


def as_annotations(found: Iterable[Problem], prefix: str) -> str:
    return "".join(as_annotation(p, prefix) + "\n" for p in found)


SHOWN: dict[str, Callable[[Iterable[Problem], str], str]] = {
    "text": as_lines,
    "json": as_json,
    "github": as_annotations,
}


def main(argv: list[str] | None = None) -> int:
    """Print every fault of every file; return 1 where there is an error that stops publishing."""
    line = parser("python3 tasks.py check", "Finder alle fejl i alle filer på én gang. Ændrer intet uden --fix.")
    line.add_argument("--format", choices=sorted(SHOWN), default="text", help="text, json eller github")
    line.add_argument(
        "--fix",
        action="store_true",
        help="ret det, der sikkert kan rettes: manglende Id, og en type, der står i titlen",
    )
    options = line.parse_args(argv)
    return run(
        lambda: check(content_folder(options.content), options.content, options.format, options.fix), options.debug
    )


def check(content: Path, prefix: str, form: str, fix: bool) -> int:
    if fix:
        mend(content, prefix)
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    sys.stdout.write(SHOWN[form](reading.problems, prefix))
    if form == "text":
        print(
            f"{len(reading.sources)} {'fil' if len(reading.sources) == 1 else 'filer'} læst: {report.counted(reading.problems)}."
        )
    return 1 if has_errors(reading.problems) else 0


def mend(content: Path, prefix: str) -> None:
    """Make the safe repairs, each named; every other byte stays as it was."""
    sources, _ = disk.read_tree(content)
    for source in sources:
        if not pipeline.is_post(source.path) or pipeline.is_page(source.path):
            continue
        mended, made = headers.fix(source.data, source.path)
        if made:
            disk.replace_bytes(content / source.path, mended)
            print(f"Rettet: {prefix}/{source.path} {' og '.join(made)}.", file=sys.stderr)


if __name__ == "__main__":
    raise SystemExit(main())
