"""What all programs share: the options, the instant, and how a fault ends."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "plugins"))

from viden import headers  # noqa: E402 (the path above comes first)
from viden.errors import UsageError, VidenError, quoted  # noqa: E402
from viden.model import Area  # noqa: E402
from viden.nearest import nearest  # noqa: E402
from viden_pelican.settings import defaults_folder, moment  # noqa: E402

__all__ = [
    "PROJECT",
    "content_folder",
    "defaults_folder",
    "moment",
    "output_folder",
    "parser",
    "run",
    "spoken_area",
    "spoken_path",
]


HEADINGS = {"options": "valg", "positional arguments": "argumenter"}
"""argparse's headings in Danish."""
WRONG_USES = (
    (r"unrecognized arguments: (.*)", r"\1 kendes ikke."),
    (r"the following arguments are required: (.*)", r"\1 mangler."),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\2 kan ikke stå efter \1; vælg mellem \3."),
    (r"argument (\S+): invalid int value: (.*)", r"\2 kan ikke stå efter \1; skriv et helt tal."),
    (r"argument (\S+): expected (?:one|at least one) argument", r"der mangler noget efter \1."),
    (r"argument (\S+): ignored explicit argument (.*)", r"der kan intet stå efter \1."),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 kan være flere valg: \2."),
    (r"argument (\S+): (.*)", r"\1: \2"),
)
"""argparse's messages in Danish; `test_command_line.py` tells when a version of Python words one anew."""


class Parser(argparse.ArgumentParser):
    """argparse in Danish: help opens with a real example, wrong use ends with exit status 2."""

    example = ""

    def format_help(self) -> str:
        return f"Eksempel: {self.example}\n\n{super().format_help()}"

    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        self.exit(2, f"Forkert brug: {_in_danish(message)}\n")


class Formatter(argparse.RawDescriptionHelpFormatter):
    def start_section(self, heading: str | None) -> None:
        super().start_section(HEADINGS.get(heading or "", heading))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Brug: " if prefix is None else prefix)


def _in_danish(message: str) -> str:
    for pattern, danish in WRONG_USES:
        if match := re.fullmatch(pattern, message):
            return match.expand(danish)
    return message


def parser(example: str, description: str, output: bool = False) -> Parser:
    """Return a parser whose help opens with a real example and which knows `--content`."""
    made = Parser(description=description, formatter_class=Formatter, add_help=False)
    made.example = example
    made.add_argument("-h", "--help", action="help", help="vis denne hjælp")
    made.add_argument(
        "--content", default=_from_here(PROJECT / "content"), metavar="MAPPE", help="indholdets mappe (content)"
    )
    if output:
        made.add_argument(
            "--output", default=_from_here(PROJECT / "output"), metavar="MAPPE", help="hvor siden lægges (output)"
        )
    made.add_argument("--debug", action="store_true", help="vis hele fejlsporet ved en intern fejl")
    return made


def run(main: Callable[[], int], debug: bool = False) -> int:
    """Run a program's body; return the contract's exit status where it fails."""
    try:
        return main()
    except VidenError as fault:
        print(str(fault), file=sys.stderr)
        return fault.exitcode
    except BrokenPipeError:  # whoever read our output has seen enough, as in `check | head`
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 (or Python complains while closing)
        return 0
    except Exception as fault:  # the outermost edge: whatever is left is a fault of ours, exit status 3
        if debug:
            raise
        print(
            f"Intern fejl: {type(fault).__name__}: {fault}. Indholdet er ikke ændret. Se mere med --debug.",
            file=sys.stderr,
        )
        return 3


def content_folder(written: str) -> Path:
    """Return the content folder as named on the command line."""
    path = Path(written)
    if not written or not path.is_dir():  # an unset variable would mean the current folder
        raise UsageError(f'Mappen "{written}" findes ikke. Skriv en mappe med indlæg efter --content.')
    return path


def output_folder(written: str) -> Path:
    return Path(written)


def _from_here(folder: Path) -> str:
    """Return how a folder of the project is written from where the command is run: `content` in the project itself.

    The defaults are the project's own folders wherever one stands; a folder that is typed is found from there.
    """
    try:
        return os.path.relpath(folder)
    except ValueError:  # another drive on Windows
        return str(folder)


def spoken_path(path: str, content: Path) -> str:
    """Return a post's path inside the content folder, whether it was typed with the folder or without."""
    typed = Path(path)
    if typed.exists():
        resolved, base = typed.resolve(), content.resolve()
        if resolved.is_relative_to(base):
            return resolved.relative_to(base).as_posix()
    if (content / path).exists():
        return typed.as_posix()
    raise UsageError(f'Filen "{path}" findes ikke i {content}.')


def spoken_area(written: str, known: tuple[Area, ...]) -> Area:
    """Return the area that was named by id or label; raise `UsageError` with the nearest right word."""
    area = headers.area_named(written, known)
    if area is None:
        near = nearest(written, [a.id for a in known]) or nearest(written, [a.label for a in known])
        guess = f'; mente du "{near}"?' if near else f". Vælg mellem {', '.join(a.id for a in known)}."
        raise UsageError(f'Området "{quoted(written)}" kendes ikke{guess}')
    return area
