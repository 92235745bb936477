"""Turn a received mail into a comment, or remove one: `python3 tasks.py comments MAIL.eml [--yes]`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from command_line import content_folder, defaults_folder, moment, parser, run
from viden import checks, comments, dates, disk, pipeline
from viden.errors import UsageError, as_line, has_errors, ordered
from viden.model import Comment, Post, Problem, Source
from viden.nearest import nearest

FORGOTTEN = (
    "Ligger indholdet i git, findes teksten stadig i historikken. Den er væk fra siden, næste gang den bliver bygget."
)


def main(argv: list[str] | None = None) -> int:
    """Show in Danish what will be written, and write it after a yes. Return 1 where the comment has faults."""
    line = parser(
        "python3 tasks.py comments svar.eml",
        "Gør en modtaget mail til en kommentar, eller sletter en kommentar. Skriver intet uden et ja.",
    )
    line.add_argument("mail", nargs="?", metavar="MAIL", help="mailen, gemt som en fil, der ender på .eml")
    line.add_argument("--post", metavar="ID", help="indlæggets Id, når mailen ikke selv siger det")
    line.add_argument("--reply-to", type=int, metavar="NN", help="nummeret på den kommentar, der bliver svaret på")
    line.add_argument("--name", metavar="NAVN", help="navnet, når mailens ikke kan bruges")
    line.add_argument("--consent", metavar="TEKST", help='samtykket, når det ikke står i mailen: "ja, i telefonen"')
    line.add_argument("--remove", nargs=2, metavar=("ID", "NN"), help="slet en kommentar på et indlæg")
    line.add_argument("--yes", action="store_true", help="skriv uden at spørge")
    options = line.parse_args(argv)
    return run(lambda: remove(options) if options.remove else add(options), options.debug)


# --- from mail to file -----------------------------------------------------------


def add(options: argparse.Namespace) -> int:
    if not options.mail:
        raise UsageError("Skriv mailens fil: python3 tasks.py comments svar.eml")
    content = content_folder(options.content)
    data = _bytes(options.mail)
    mail = comments.parse(data)
    if mail is None:
        print(f'Mailen "{options.mail}" er for stor eller for indviklet til at være fra en læser.', file=sys.stderr)
        return 1
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    post = _post(options.post, mail, reading)
    comment, notes = _comment(options, mail, post, reading.sources)
    path = comments.path_of(post.id, comment.number)
    text = comments.written(comment)
    _show(post, comment, f"{options.content}/{path}", text)
    for note in (*notes, *(f"Udeladt: {what}" for what in mail.dropped), *_state(post, reading)):
        print(f"  {note}")
    problems = _judged(Source(path, text.encode(), ""), reading)
    for problem in problems:
        print(as_line(problem, options.content), file=sys.stderr)
    if has_errors(problems):
        print("Intet er skrevet. Ret med --name, --consent eller --reply-to, eller bed om en ny mail.", file=sys.stderr)
        return 1
    _write(content / path, text, "Skriv kommentaren?", options.yes)
    return 0


def _bytes(written: str) -> bytes:
    try:
        return disk.read_bytes(Path(written))
    except OSError as fault:
        raise UsageError(f'Mailen "{written}" kan ikke læses. Skriv stien til en fil, der ender på .eml.') from fault


def _post(given: str | None, mail: comments.Mail, reading: pipeline.Reading) -> Post:
    posts = {t.post.id: t.post for t in reading.tagged if t.post.is_article}
    if given:
        return _known(given, posts)
    found = comments.post_of(mail, {id: post.title for id, post in posts.items()})
    if len(found) == 1:
        return posts[found[0]]
    if found:
        raise UsageError(f"Flere indlæg hedder det, som mailens emne siger. Vælg med --post: {', '.join(found)}")
    raise UsageError(f'Mailens emne er "{mail.subject}", og det passer ikke på noget indlæg. Vælg med --post ID.')


def _known(id: str, posts: dict[str, Post]) -> Post:
    if id in posts:
        return posts[id]
    near = nearest(id, posts)
    raise UsageError(f'Intet indlæg har Id "{id}"' + (f'; mente du "{near}"?' if near else "."))


def _comment(
    options: argparse.Namespace, mail: comments.Mail, post: Post, sources: Iterable[Source]
) -> tuple[Comment, tuple[str, ...]]:
    """Return the comment with the next free number, and what was settled without the mail's word."""
    today, notes = _today(), []
    day = mail.day
    if day is None or day > today:
        notes.append("Mailen har ingen dato, der kan bruges; der står dags dato.")
        day = today
    number = max(_numbers(post.id, sources), default=0) + 1
    reply_to = mail.reply_to if options.reply_to is None else options.reply_to
    name, consent = options.name or mail.name, options.consent or mail.consent
    return Comment(post.id, number, name, day, mail.text, reply_to, consent), tuple(notes)


def _numbers(post: str, sources: Iterable[Source]) -> dict[int, str]:
    """Return the numbers taken on a post, and the path of each."""
    names = re.compile(re.escape(f"{comments.FOLDER}{post}/") + r"([0-9]{1,4})\.md")
    return {int(match[1]): s.path for s in sources if (match := names.fullmatch(s.path))}


def _show(post: Post, comment: Comment, path: str, text: str) -> None:
    print(f"Indlæg: {post.title} ({post.id})")
    if comment.reply_to:
        print(f"Svar på: kommentar {comment.reply_to}")
    print(f"Fil: {path}\n")
    print("".join(f"  | {line}\n" for line in text.splitlines()))


def _state(post: Post, reading: pipeline.Reading) -> Iterator[str]:
    facts = next((f for f in reading.library.facts if f.id == post.id), None)
    last = comments.closes(facts, reading.registers) if facts else None
    if facts is None:
        yield "Indlægget er ikke udgivet, så kommentaren bliver heller ikke vist."
    elif last is not None and last < _today():
        yield f"Indlægget lukkede for kommentarer efter den {dates.plain_date(last)}."


def _judged(source: Source, reading: pipeline.Reading) -> tuple[Problem, ...]:
    """Return what `check` would say about the file."""
    ids = {t.post.id for t in reading.tagged if t.post.is_article}
    own = [s for s in reading.sources if s.path.startswith(source.path.rpartition("/")[0] + "/")]
    _, found = comments.read([*own, source], ids, moment())
    private = checks.masked(checks.check_privacy([source]))
    return ordered(p for p in (*found, *private) if p.place.path == source.path)


# --- removal -----------------------------------------------------------------------


def remove(options: argparse.Namespace) -> int:
    if options.mail:
        raise UsageError("Skriv enten en mail eller --remove, ikke begge dele.")
    content = content_folder(options.content)
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    post = _known(options.remove[0], {t.post.id: t.post for t in reading.tagged if t.post.is_article})
    paths = _numbers(post.id, reading.sources)
    number = int(options.remove[1]) if options.remove[1].isdecimal() else 0
    if number not in paths:
        known = ", ".join(str(n) for n in sorted(paths)) or "ingen"
        raise UsageError(f'Indlægget "{post.id}" har ingen kommentar {options.remove[1]}. Det har: {known}.')
    comment = _there(post.id, number, paths[number], reading)
    if comment.is_removed:
        raise UsageError(f'Kommentar {number} på "{post.id}" er allerede slettet.')
    print(f"Indlæg: {post.title} ({post.id})")
    print(
        f"Kommentar {number}{f' fra {comment.name}' if comment.name else ''} bliver slettet. Nummeret bliver stående."
    )
    print("Er der svar på den, bliver de stående under ordene »Kommentaren er slettet«.\n")
    if _write(content / paths[number], comments.removed(comment, _today()), "Slet kommentaren?", options.yes):
        print(FORGOTTEN)
    return 0


def _there(post: str, number: int, path: str, reading: pipeline.Reading) -> Comment:
    """Return the comment at `path`; of one that cannot be read only its number is known."""
    found, _ = comments.read([s for s in reading.sources if s.path == path], {post}, moment())
    return next(iter(found), Comment(post, number, "", _today(), ""))


# --- a yes -------------------------------------------------------------------------


def _today() -> date:
    return moment().astimezone(dates.COPENHAGEN).date()


def _write(path: Path, text: str, question: str, is_agreed: bool) -> bool:
    """Write the file after a yes, given or answered, and tell whether it was written."""
    if not is_agreed and not sys.stdin.isatty():
        print("Intet er skrevet. Skriv --yes for at gøre det.")
        return False
    if not is_agreed and input(f"{question} (ja/nej) ").strip().casefold() not in {"ja", "j"}:
        print("Intet er skrevet.")
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.replace_bytes(path, text.encode())
    print(f"Skrevet: {path}")
    return True


if __name__ == "__main__":
    raise SystemExit(main())
