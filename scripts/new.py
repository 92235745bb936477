"""Make a new post that passes `check` at once: `python3 tasks.py new KIND [--title …]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from viden import addresses, dates, disk, headers, pipeline
from viden.errors import UsageError
from viden.model import KINDS, Registers
from viden.nearest import nearest

STATUS = "kladde"
"""A new post is a draft until its author says otherwise."""

BODIES = {
    "pointer": "Skriv her, hvad læseren skal vide, før pointerne begynder.\n\n## 1) Den første pointe\n\nForklar pointen med et eksempel.\n\n"
    "## 2) Den anden pointe\n\nForklar pointen med et eksempel.\n",
    "event": "Skriv her, hvad deltagerne får ud af at komme, og hvordan de tilmelder sig.\n",
    "tool": "Skriv her, hvad værktøjet kan, hvem det er til, og hvordan man kommer i gang.\n",
}
"""What the body of a new post begins with, where the kind asks for something of its own."""
BODY = "Skriv indlægget her.\n"


def main(argv: list[str] | None = None) -> int:
    """Write a new draft and print its path. Asks in Danish for what the options do not say."""
    line = parser('python3 tasks.py new blog --title "Tre ting vi lærte"', "Opretter et nyt indlæg som kladde.")
    line.add_argument(
        "kind", nargs="?", metavar="TYPE", help=", ".join(f"{k.id} ({k.singular.lower()})" for k in KINDS)
    )
    line.add_argument("--title", metavar="TITEL")
    line.add_argument("--author", action="append", default=[], metavar="NAVN", help="kan gentages")
    line.add_argument("--work-area", action="append", default=[], metavar="ID", help="arbejdsområde; kan gentages")
    line.add_argument("--publisher", metavar="ID")
    line.add_argument("--blog", metavar="ID")
    line.add_argument("--series", metavar="ID")
    line.add_argument("--event", metavar="ID")
    line.add_argument("--date", metavar="DATO", help="fx 28/11/2026; ellers i dag")
    options = line.parse_args(argv)
    return run(lambda: new(options), options.debug)


def new(options: argparse.Namespace) -> int:
    content = content_folder(options.content)
    known = pipeline.read_folder(content, defaults_folder(), moment()).registers
    asking = sys.stdin.isatty() and not (options.kind and options.title)
    kind = _kind(options.kind or (_choose("Type", [(k.id, k.singular) for k in KINDS]) if asking else None))
    title = (options.title or (_ask("Titel") if asking else "")).strip()
    if not title:
        raise UsageError('Giv indlægget en titel: --title "…".')
    when = dates.parse(options.date).moment if options.date else moment().astimezone(dates.COPENHAGEN)
    fields = [("Title", title), ("Date", f"{when:%Y-%m-%d}"), ("Kind", kind), *_chosen(options, known, asking)]
    path = _free_path(content, title, when)
    fields += [("Id", addresses.provisional_id(path.name)), ("Status", STATUS)]
    disk.replace_bytes(path, _text(fields, kind).encode())
    print(path)
    return 0


def _chosen(options: argparse.Namespace, known: Registers, asking: bool) -> list[tuple[str, str]]:
    """Return the header's choices from registers, each checked; asked for where someone can answer."""
    people = {p.name: p.name for p in known.people}
    areas = {a.id: a.label for a in known.work_areas}
    rows = [
        ("Authors", "Forfatter", people, options.author),
        ("Work_areas", "Arbejdsområde", areas, options.work_area),
        ("Publisher", "Udgiver", {p.id: p.name for p in known.publishers}, _one(options.publisher)),
        ("Blog", "Blog", {b.id: b.name for b in known.blogs}, _one(options.blog)),
        ("Series", "Serie", {s.id: s.name for s in known.series}, _one(options.series)),
        ("Event", "Arrangement", {e.id: e.name for e in known.events}, _one(options.event)),
    ]
    fields = []
    for key, name, choices, given in rows:
        values = list(given) or ([_choose(name, list(choices.items()))] if asking and choices else [])
        values = [v for v in values if v]
        if key != "Authors":
            values = [_known(v, choices, name) for v in values]
        if values:
            fields.append((key, "; ".join(values)))
    return fields


def _kind(given: str | None) -> str:
    ids = [k.id for k in KINDS]
    if given in ids:
        return str(given)
    by_word = {k.singular.casefold(): k.id for k in KINDS}
    if given and given.casefold() in by_word:
        return by_word[given.casefold()]
    hint = nearest(given or "", [*ids, *by_word])
    raise UsageError(
        f'Typen "{given or ""}" kendes ikke'
        + (f'; mente du "{hint}"?' if hint else ".")
        + f" Vælg mellem {', '.join(ids)}."
    )


def _known(value: str, choices: dict[str, str], name: str) -> str:
    for id, label in choices.items():
        if value.casefold() in {id.casefold(), label.casefold()}:
            return id
    hint = nearest(value, [*choices, *choices.values()])
    raise UsageError(f'{name} "{value}" kendes ikke' + (f'; mente du "{hint}"?' if hint else "."))


def _one(value: str | None) -> list[str]:
    return [value] if value else []


def _ask(question: str) -> str:
    return input(f"{question}: ").strip()


def _choose(question: str, choices: Sequence[tuple[str, str]]) -> str:
    """Show the choices by number and return the id chosen, or an empty string for none."""
    print(f"{question}:")
    for number, (_, label) in enumerate(choices, 1):
        print(f"  {number:>2}  {label}")
    while True:
        answer = _ask("Nummer (tomt: intet)")
        if not answer:
            return ""
        if answer.isdigit() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1][0]
        print(f"Skriv et tal fra 1 til {len(choices)}, eller tryk retur.")


def _free_path(content: Path, title: str, when: datetime) -> Path:
    """Return a path under `artikler/` that no file has: the title's slug, with the date where it is taken."""
    folder, slug = content / "artikler", addresses.slug(title)
    for name in (slug, f"{slug}-{when:%Y-%m-%d}", *(f"{slug}-{n}" for n in range(2, 100))):
        if not (folder / f"{name}.md").exists():
            return folder / f"{name}.md"
    raise UsageError(f'Der findes allerede 100 indlæg, der hedder "{title}". Vælg en anden titel.')


def _text(fields: Iterable[tuple[str, str]], kind: str) -> str:
    return headers.write(fields, "lines") + "\n" + BODIES.get(kind, BODY)


if __name__ == "__main__":
    raise SystemExit(main())
