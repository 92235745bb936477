"""Make a new post that passes `check` at once: `python3 tasks.py new KIND [--title …]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from viden import addresses, dates, disk, headers, pipeline
from viden.errors import UsageError
from viden.model import KINDS, Problem, Registers, Source
from viden.nearest import fold, nearest

STATUS = "kladde"
"""A new post is a draft until its author says otherwise."""

SEVERAL = ("Authors", "Work_areas")
"""Keys for which several answers may be given to one question."""

BODIES = {
    "pointer": "Skriv her, hvad læseren skal vide, før pointerne begynder.\n\n## 1) Den første pointe\n\nForklar pointen med et eksempel.\n\n"
    "## 2) Den anden pointe\n\nForklar pointen med et eksempel.\n",
    "event": "Skriv her, hvad deltagerne får ud af at komme, og hvordan de tilmelder sig.\n",
    "tool": "Skriv her, hvad værktøjet kan, hvem det er til, og hvordan man kommer i gang.\n",
}
"""What the body of a new post begins with, where the kind asks for something of its own."""
BODY = "Skriv indlægget her.\n"

NO_WORK_AREA = (
    "Du har ikke valgt et arbejdsområde. Er programmet heller ikke sikkert på et, når teksten er skrevet, kommer "
    "indlægget ikke med i noget nyhedsbrev. Vælg det med: python3 tasks.py accept {} OMRÅDE"
)


def main(argv: list[str] | None = None) -> int:
    """Write a new draft and print its path. Asks in Danish for what the options do not say."""
    line = parser('python3 tasks.py new blog --title "Tre ting, vi lærte"', "Opretter et nyt indlæg som kladde.")
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
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    asking = sys.stdin.isatty() and not (options.kind and options.title)
    kinds = {k.id: k.singular for k in KINDS}
    kind = _kind(options.kind or (next(iter(_choose("Type", kinds)), None) if asking else None))
    title = " ".join((options.title or (_ask("Titel") if asking else "")).split())
    if not title:
        raise UsageError('Giv indlægget en titel: --title "…".')
    when = _date(options.date)
    fields = [("Title", title), ("Date", f"{when:%Y-%m-%d}"), ("Kind", kind)]
    fields += _chosen(options, reading.registers, asking)
    name = _free_name(reading, content, title, when)
    fields += [("Id", name), *([("Slug", name)] if name != addresses.slug(title) else []), ("Status", STATUS)]
    text = headers.write(fields, "lines") + BODIES.get(kind, BODY)
    path = content / "artikler" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    _judge(text, path.name, reading.registers)
    disk.replace_bytes(path, text.encode())
    if "Work_areas" not in dict(fields):
        print(NO_WORK_AREA.format(name), file=sys.stderr)
    print(path)
    return 0


def _date(given: str | None) -> datetime:
    if not given:
        return moment().astimezone(dates.COPENHAGEN)
    try:
        return dates.parse(given).moment
    except dates.DateFault as fault:
        raise UsageError(f"--date: {fault.message} {fault.hint}".strip()) from fault


def _judge(text: str, name: str, known: Registers) -> None:
    """Raise `UsageError` with what `check` would call errors in the header; name what it would warn of."""
    data = text.encode()
    _, found, _ = headers.post(Source(f"artikler/{name}", data, ""), known)
    wrong = [_told(p) for p in found if p.severity == "error"]
    if wrong:
        raise UsageError("\n".join(wrong))
    for problem in found:
        print(_told(problem), file=sys.stderr)


def _told(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


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
        values = list(given) or (_choose(name, choices, key in SEVERAL) if asking and choices else [])
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


def _choose(question: str, choices: Mapping[str, str], several: bool = False) -> list[str]:
    """Show the choices by number and return the ids chosen, by number, id or name; none for an empty answer."""
    print(f"{question}:")
    for number, (id, label) in enumerate(choices.items(), 1):
        print(f"  {number:>2}  {label}" + ("" if id.casefold() == label.casefold() else f"  ({id})"))
    while True:
        answer = _ask(f"Nummer eller navn{', flere med ; imellem' if several else ''} (retur for ingen)")
        words = [word.strip() for word in answer.split(";") if word.strip()] if several else [answer] * bool(answer)
        found = [_chosen_by(word, choices) for word in words]
        if None not in found:
            return list(dict.fromkeys(id for id in found if id is not None))
        wrong = words[found.index(None)]
        near = nearest(wrong, [*choices, *choices.values()])
        guess = f'; mente du "{near}"?' if near else "."
        print(f'"{wrong}" er ikke et af valgene{guess} Skriv et tal fra 1 til {len(choices)}, eller tryk retur.')


def _chosen_by(word: str, choices: Mapping[str, str]) -> str | None:
    """Return the id that a number, an id or a name stands for, or None."""
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(choices):
        return list(choices)[int(word) - 1]
    return next((id for id, label in choices.items() if fold(word) in (fold(id), fold(label))), None)


def _free_name(reading: pipeline.Reading, content: Path, title: str, when: datetime) -> str:
    """Return a name that no file, id and address has: the title's slug, with the date where it is taken."""
    slug = addresses.slug(title)
    taken = {word for t in reading.tagged if t.post.is_article for word in (t.post.id, t.post.slug)}
    for name in (slug, _with(slug, f"{when:%Y-%m-%d}"), *(_with(slug, str(n)) for n in range(2, 100))):
        if name not in taken and not (content / "artikler" / f"{name}.md").exists():
            return name
    raise UsageError(f'Der findes allerede 100 indlæg, der hedder "{title}". Vælg en anden titel.')


def _with(slug: str, ending: str) -> str:
    return f"{slug[: addresses.SLUG_LIMIT - len(ending) - 1].rstrip('-')}-{ending}"


if __name__ == "__main__":
    raise SystemExit(main())
