"""Count what was read most: `python3 tasks.py most_read LOG … [--month 2026-10]`."""

from __future__ import annotations

import argparse
import gzip
import secrets
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from viden import disk, pipeline, visits
from viden.dates import COPENHAGEN, DateFault, month_name, parse_month
from viden.errors import UsageError

REGISTER = "data/mest_laeste.yaml"


def main(argv: list[str] | None = None) -> int:
    """Write the register of the posts that were read most; the log is read and nothing of it kept."""
    line = parser(
        "python3 tasks.py most_read /var/log/nginx/access.log.1 /var/log/nginx/access.log.2.gz",
        "Tæller i webserverens log, hvilke indlæg der blev læst mest, og skriver data/mest_laeste.yaml.",
    )
    line.add_argument("logs", nargs="+", metavar="LOG", help="logfiler, også pakkede (.gz)")
    line.add_argument("--month", default="", metavar="MÅNED", help="fx 2026-10 (den sidste hele måned)")
    line.add_argument("--root", default="", metavar="STI", help="webstedets mappe på serveren, fx /viden")
    line.add_argument(
        "--floor", type=int, default=visits.FLOOR, metavar="TAL",
        help=f"hvor mange der mindst skal have læst et indlæg en dag, før dagen tæller ({visits.FLOOR})",
    )  # fmt: skip
    options = line.parse_args(argv)
    return run(lambda: count(options), options.debug)


def count(options: argparse.Namespace) -> int:
    content = content_folder(options.content)
    if options.floor < 1:
        raise UsageError("--floor skal være mindst 1.")
    now = moment()
    month = _month(options.month) if options.month else _last_month(now.astimezone(COPENHAGEN).date())
    library = pipeline.read_folder(content, defaults_folder(), now).library
    posts = {f"{options.root.rstrip('/')}/{facts.url}": facts.id for facts in library.facts}
    tally = Tally()
    found = visits.most_read(tally.lines(options.logs), posts, month, secrets.token_bytes(32), options.floor)
    if not tally.understood:
        raise UsageError("Ingen linje i logfilerne kunne læses. De skal være i formatet common eller combined.")
    path = content / REGISTER
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.replace_bytes(path, visits.written(found).encode())
    print(f"{tally.understood} linjer læst, {tally.strange} ikke forstået.")
    print(f"{len(found.rows)} indlæg for {month_name(month.month)} {month.year} i {options.content}/{REGISTER}.")
    return 0


class Tally:
    """Reads log files line by line, and counts the lines that are and are not of the format."""

    def __init__(self) -> None:
        self.understood = self.strange = 0

    def lines(self, paths: list[str]) -> Iterator[visits.Line]:
        for path in paths:
            try:
                yield from self._of(Path(path))
            except (OSError, EOFError) as fault:
                raise UsageError(f'Logfilen "{path}" kan ikke læses.') from fault

    def _of(self, path: Path) -> Iterator[visits.Line]:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as log:
            for raw in log:
                line = visits.parse(raw.decode("utf-8", "surrogateescape"))
                self.understood += line is not None
                self.strange += line is None
                if line is not None:
                    yield line


def _month(text: str) -> date:
    try:
        return parse_month(text)
    except DateFault as fault:
        raise UsageError(f"{fault.message} {fault.hint}") from fault


def _last_month(today: date) -> date:
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)


if __name__ == "__main__":
    sys.exit(main())
