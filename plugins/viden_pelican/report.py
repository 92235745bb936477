"""What a build and a check tell the person at the keyboard, in Danish, one line each."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from viden import dates, tagging
from viden.errors import VidenError, as_line
from viden.model import Problem, TaggedPost
from viden.pipeline import Reading

SHOWN = 4
"""Posts that a line of the build names; of more, the last place tells how many."""


def problems(found: Iterable[Problem], prefix: str) -> None:
    """Print every problem on its own line to standard error, never wrapped."""
    for problem in found:
        print(as_line(problem, prefix), file=sys.stderr)


def counted(found: Iterable[Problem]) -> str:
    """Return "2 fejl og 1 advarsel"."""
    severities = [p.severity for p in found]
    errors, warnings = severities.count("error"), severities.count("warning")
    return f"{errors} fejl og {warnings} {'advarsel' if warnings == 1 else 'advarsler'}"


def refused(reading: Reading) -> None:
    print(f"Der er {counted(reading.problems)}. Intet er udgivet; den seneste udgave bliver stående.", file=sys.stderr)


def built(reading: Reading, output: Path, changed: bool, seconds: float) -> None:
    """Print what was published, what was not and why, and when the same files give another site."""
    library = reading.library
    for path, reason in reading.left_out:
        print(f"Ikke udgivet: {path} ({reason})")
    for line in attention(library.tagged):
        print(line)
    if library.due:
        due = library.due.astimezone(dates.COPENHAGEN)
        print(f"Siden skal bygges igen {dates.long_date(due)} {dates.clock(due)}; da skal noget på den ændre sig.")
    what = "Siden er bygget" if changed else "Intet er ændret siden sidst"
    spent = f"{seconds:.1f}".replace(".", ",")
    pages = len(reading.pages())
    print(f"{what}: {len(library.facts)} indlæg og {pages} {'side' if pages == 1 else 'sider'} i {output} ({spent} s).")


def attention(tagged: Iterable[TaggedPost]) -> tuple[str, ...]:
    """Return a line for what editors should look at: posts without work area, and areas in doubt; none if all is well."""
    posts = sorted(tagged, key=lambda t: t.post.place)
    untagged = [t.post.place.path for t in posts if t.lacks_work_area]
    doubtful = [
        f"{t.post.place.path} ({', '.join(tag.area for tag in found)})" for t in posts if (found := tagging.doubts(t))
    ]
    return (
        *_named("Uden arbejdsområde", untagged, "untagged"),
        *_named("Tvivl om områderne", doubtful, "doubtful"),
    )


def _named(what: str, paths: list[str], only: str) -> tuple[str, ...]:
    if not paths:
        return ()
    shown = paths if len(paths) <= SHOWN else [*paths[: SHOWN - 1], f"{len(paths) - SHOWN + 1} mere"]
    command = f"python3 tasks.py suggest --only {only}"
    return (f"{what}: {len(paths)} indlæg: {', '.join(shown)}. Se dem alle: {command}",)


def fault(found: VidenError) -> None:
    print(str(found), file=sys.stderr)
