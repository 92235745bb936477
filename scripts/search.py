"""Search the posts in the shell: `python3 tasks.py search QUERY [--format text|json] [--limit N] …`."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from command_line import PROJECT, content_folder, defaults_folder, moment, parser, run
from viden import dates, disk, pipeline, search
from viden.errors import UsageError
from viden.model import KINDS
from viden.nearest import nearest
from viden.search import local, showing
from viden.search.whoosh_index import LocalStore, build

LIMIT, BATCH_LIMIT = 10, 100
FILTERS = {"workArea": "work_area", "competenceArea": "competence_area", "kind": "kind", "author": "author"}
"""Facet → option."""
CLOSED = {"workArea": "Arbejdsområdet", "competenceArea": "Kompetenceområdet"}
"""Facets whose values are all in a register, with the word that a message begins with."""


def main(argv: list[str] | None = None) -> int:
    """Print the best hits; without a query on a terminal, ask for one again and again."""
    options = _parser().parse_args(argv)
    return run(lambda: _run(options), options.debug)


def _parser() -> argparse.ArgumentParser:
    line = parser(
        "python3 tasks.py search ældreområdet --limit 5",
        "Søger i alle udgivne indlæg. Uden søgeord spørger programmet, til du trykker Ctrl-D.",
    )
    line.add_argument("query", nargs="*", metavar="SØGEORD", help='ord, "en vending" eller -ord for at udelade')
    line.add_argument("--format", choices=("text", "json"), default="text", help="text eller json")
    line.add_argument("--limit", type=_count, metavar="N", help=f"højst så mange resultater ({LIMIT})")
    line.add_argument("--work-area", action="append", default=[], metavar="ID", help="kun dette arbejdsområde")
    line.add_argument("--competence-area", action="append", default=[], metavar="ID", help="kun dette kompetenceområde")
    line.add_argument("--kind", action="append", default=[], choices=[k.id for k in KINDS], help="kun denne type")
    line.add_argument("--since", metavar="DATO", help="kun indlæg fra denne dag og frem")
    line.add_argument("--author", action="append", default=[], metavar="NAVN", help="kun denne forfatter")
    line.add_argument("--explain", action="store_true", help="vis, hvorfor hvert resultat står, hvor det står")
    line.add_argument("--batch", metavar="FIL", help='JSON-linjer {"id", "query"}; kræver --run')
    line.add_argument("--run", metavar="FIL", help="hvor svarene på --batch skrives")
    line.add_argument("--rebuild", action="store_true", help="byg søgeindekset igen")
    return line


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f'"{text}" er ikke et antal')
    return min(int(text), 1_000_000)


def _run(options: argparse.Namespace) -> int:
    query = " ".join(options.query)
    if bool(options.batch) != bool(options.run):
        raise UsageError("--batch og --run hører sammen: skriv begge.")
    if options.batch:
        return _asked(options, lambda store: _batch(store, options))
    filtered = any(getattr(options, name) for name in FILTERS.values()) or options.since
    if query or filtered:
        return _asked(options, lambda store: sys.stdout.write(_shown(store, query, options)))
    if not sys.stdin.isatty():
        raise UsageError("Skriv et søgeord, for eksempel: python3 tasks.py search ældreområdet")
    return _asked(options, lambda store: _prompt(store, options))


def _asked(options: argparse.Namespace, question: Callable[[LocalStore], object]) -> int:
    content, now = content_folder(options.content), moment()
    name = hashlib.sha256(str(content.resolve()).encode()).hexdigest()[:12]
    folder = PROJECT / "cache" / "search" / name
    if options.rebuild:
        (folder / local.CURRENT).unlink(missing_ok=True)
    sources, _ = disk.read_tree(content)
    lent, _ = disk.read_tree(defaults_folder())
    wanted = local.Wanted(local.key_of((*sources, *pipeline.below("defaults", lent))), now, lambda: _made(content, now))
    _, message = local.ask(folder, wanted, question)
    if message:
        print(message, file=sys.stderr)
    return 0


def _made(content: Path, now: datetime) -> local.Made:
    reading = pipeline.read_folder(content, defaults_folder(), now)
    if reading.errors:
        print(
            f"Indholdet har {len(reading.errors)} fejl; kør check. Der søges i det, der kunne læses.", file=sys.stderr
        )
    library = reading.library
    return local.Made(build(search.index(search.documents(library)), library.registers), library.due)


def _wish(store: LocalStore, options: argparse.Namespace, limit: int) -> search.Wish:
    filters = {facet: tuple(getattr(options, name)) for facet, name in FILTERS.items()}
    for facet, noun in CLOSED.items():
        known = {text for value in store.facets[facet] for text in (value.value, value.label)}
        for text in filters[facet]:
            if text.casefold() not in {k.casefold() for k in known}:
                meant = nearest(text, sorted(known))
                raise UsageError(f'{noun} "{text}" kendes ikke' + (f'; mente du "{meant}"?' if meant else "."))
    return search.Wish(
        options.limit if options.limit is not None else limit, filters, _since(options.since), options.explain
    )


def _since(text: str | None) -> date | None:
    try:
        return dates.parse(text).moment.date() if text else None
    except dates.DateFault as fault:
        raise UsageError(f"--since: {fault.message} {fault.hint}".strip()) from fault


def _shown(store: LocalStore, query: str, options: argparse.Namespace) -> str:
    answer = search.answer(store, query, _wish(store, options, LIMIT))
    if options.format == "json":
        return showing.as_json(answer)
    return showing.as_text(answer, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))


def _prompt(store: LocalStore, options: argparse.Namespace) -> None:
    """Ask until Ctrl-D."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 (gives the prompt its history)
    while True:
        try:
            query = input("Søg: ")
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if query.strip():
            sys.stdout.write(_shown(store, query, options) + "\n")


def _batch(store: LocalStore, options: argparse.Namespace) -> None:
    """Write {query id: [article id, …]}, best first."""
    wish = _wish(store, options, BATCH_LIMIT)
    found = {
        id: [h.article.id for h in search.answer(store, query, wish).hits] for id, query in _queries(options.batch)
    }
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    disk.replace_bytes(Path(options.run), text.encode())


def _queries(path: str) -> list[tuple[str, str]]:
    try:
        lines = disk.read_bytes(Path(path)).decode().splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f'Filen "{path}" kan ikke læses: {fault}') from fault
    return [_query(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _query(path: str, number: int, line: str) -> tuple[str, str]:
    try:
        row: Any = json.loads(line)
        return str(row["id"]), str(row["query"])
    except (ValueError, KeyError, TypeError) as fault:
        raise UsageError(f'{path}:{number}: linjen skal være {{"id": …, "query": …}}') from fault


if __name__ == "__main__":
    raise SystemExit(main())
