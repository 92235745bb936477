"""A content folder of as many posts as one likes, drawn from a seed: every kind, box and register, in ever new company.

Post number n is the same whatever the number of posts is. Where
`odd_content` holds what is awkward, this holds what is many: lists over many
pages, years of archive, people with hundreds of posts.
"""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image

WORDS = """
kommune borger skole plejehjem bibliotek møde kaffe skema telefon nøgle vagt aften sne cykel kælder regning svar aftale
overblik ærgrelse ældreområdet økonomi åbningstid hånd ro tid hjælp fejl plan trappe vindue rapport læring samtale brev
den det en et og i på til fra med uden over under efter før når hvis fordi som ikke altid aldrig måske nogle alle
siger spørger venter finder deler skriver læser ringer glemmer husker åbner lukker begynder slutter virker mangler
gammel ny langsom rolig fælles enkel svær lille stor grøn rød åben digital tryg træt glad
""".split()  # noqa: SIM905
AWKWARD = ("Søn & Co.", "3 < 4", "»Ja«", "pc'en", "e-mail", "100 %", "A–Å", "kl. 8.30", "3,5 mio.", "*", "C#", "§ 11")
"""What editors write and HTML must escape; stands here and there among the words."""
KINDS = ("blog", "pointer", "article", "debate", "press", "case", "event", "tool")
WORK = ("skole", "ledelse", "aeldre", "teknik")
COMPETENCE = ("etik", "innovation", "laering", "data", "sikkerhed")
FIRST = ("Aase", "Bo", "Çelik", "Ditte", "Erik", "Fatma", "Gry", "Hans Ole", "Inga", "Jonas", "Ronja", "Ørn")
LAST = ("Abildgaard", "Bang-Olsen", "Dahl", "Ågesen")
PEOPLE = tuple(f"{first} {last}" for last in LAST for first in FIRST)
SERIES, BLOGS, PUBLISHERS, TAGS, PICTURES = 5, 4, 6, 80, 3
FIRST_DAY, DAYS = dt.date(2017, 1, 2), 3600


def write(content: Path, posts: int, seed: int = 1) -> None:
    """Write a folder of that many posts with its registers, pictures and comments."""
    files: dict[str, str | bytes] = {**_registers(), **_pictures()}
    for number in range(posts):
        dice = random.Random(f"{seed} {number}")
        files[f"artikler/{_slug(number)}.md"] = _post(number, dice)
        if number % 9 == 0:
            files[f"data/kommentarer/{_slug(number)}/01.md"] = _comment(dice)
    for path, data in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())


def _slug(number: int) -> str:
    return f"nummer-{number:05}"


def _post(number: int, dice: random.Random) -> str:
    kind = dice.choice(KINDS)
    day = FIRST_DAY + dt.timedelta(days=dice.randrange(DAYS))
    header = {
        "Title": f"{_phrase(dice, 3, 9).capitalize()} {number}",
        "Date": day.isoformat(),
        "Id": _slug(number),
        "Slug": _slug(number),
        "Kind": kind,
        "Authors": "; ".join(dice.sample(PEOPLE, dice.choice((1, 1, 1, 2, 5)))),
        "Work_areas": "; ".join(dice.sample(WORK, dice.randrange(1, 3))),
        "Competence_areas": "; ".join(dice.sample(COMPETENCE, dice.randrange(3))),
        "Tags": "; ".join(f"emneord {n}" for n in dice.sample(range(TAGS), dice.randrange(5))),
        "Publisher": f"udgiver-{dice.randrange(PUBLISHERS)}",
        "Summary": _sentence(dice, 8, 30),
    }
    if kind == "blog":
        header["Blog"] = f"blog-{number % BLOGS}"
    if number % 4 == 0:
        header |= {"Series": f"serie-{number % SERIES}", "Part": str(number + 1)}
    if kind in ("event", "pointer"):
        header["Event"] = f"moede-{number % SERIES}"
    if number % 3 == 0:
        header |= {"Image": f"billeder/{number % PICTURES}.png", "Image_alt": _phrase(dice, 2, 6), "Image_credit": "Os"}
    if number % 5 == 0:
        header["Modified"] = (day + dt.timedelta(days=3)).isoformat()
    if number % 11 == 0:
        header["Old_urls"] = f"/gammelt/{number}/"
    if number % 13 == 0:
        header["Review_by"] = day.isoformat()
    body = _pointers(dice) if kind == "pointer" else _body(number, dice)
    return "\n".join([*(f"{key}: {value}" for key, value in header.items()), "", body, ""])


def _phrase(dice: random.Random, least: int, most: int) -> str:
    words = dice.choices(WORDS, k=dice.randrange(least, most))
    if dice.random() < 0.2:
        words.insert(1, dice.choice(AWKWARD))
    return " ".join(words)


def _sentence(dice: random.Random, least: int = 4, most: int = 20) -> str:
    return f"{_phrase(dice, least, most).capitalize()}."


def _paragraph(dice: random.Random) -> str:
    return " ".join(_sentence(dice) for _ in range(dice.randrange(1, 7)))


# --- bodies ------------------------------------------------------------------------


def _body(number: int, dice: random.Random) -> str:
    parts = [_paragraph(dice)]
    for section in range(dice.randrange(1, 5)):
        parts.append(f"## {_phrase(dice, 1, 7).capitalize()}{section or ''}")
        parts += [dice.choice(PARTS)(number, dice) for _ in range(dice.randrange(1, 6))]
    if number % 6 == 0:
        parts.append(f"Det står i noten.[^kilde]\n\n[^kilde]: {_sentence(dice)}")
    return "\n\n".join(parts)


def _pointers(dice: random.Random) -> str:
    headings = (
        f"## {n}) {_phrase(dice, 2, 8).capitalize()}\n\n{_paragraph(dice)}" for n in range(1, dice.randrange(4, 9))
    )
    return "\n\n".join([_paragraph(dice), *headings])


def _words(number: int, dice: random.Random) -> str:
    return f"{_paragraph(dice)} **{_phrase(dice, 1, 3)}**, *{_phrase(dice, 1, 3)}* og [never mind]{{lang=en}}."


def _link(number: int, dice: random.Random) -> str:
    return f"Læs [om {_phrase(dice, 2, 4)}]({{filename}}/artikler/{_slug(dice.randrange(number + 1))}.md) først."


def _away(number: int, dice: random.Random) -> str:
    return f"Se [{_phrase(dice, 2, 4)}](https://example.org/{number}?a=1&b=2#c) hos naboen."


def _list(number: int, dice: random.Random) -> str:
    mark = dice.choice(("-", "1."))
    return "\n".join(f"{' ' * 4 * (row % 3)}{mark} {_sentence(dice)}" for row in range(dice.randrange(2, 7)))


def _table(number: int, dice: random.Random) -> str:
    columns = dice.randrange(2, 6)
    rule = " | ".join(dice.choice(("---", "---:", ":---:")) for _ in range(columns))
    row = lambda: " | ".join(_phrase(dice, 1, 3).replace("*", "") for _ in range(columns))  # noqa: E731
    return "\n".join([f"| {row()} |", f"| {rule} |", *(f"| {row()} |" for _ in range(dice.randrange(1, 6)))])


def _box(number: int, dice: random.Random) -> str:
    kind = dice.choice(("fakta", "citat", "redaktør", "nyhedsbrev"))
    title = f" | {_phrase(dice, 1, 4)}" if kind in ("fakta", "citat") else ""
    return f"::: {kind}{title}\n{_paragraph(dice)}\n:::"


def _read_on(number: int, dice: random.Random) -> str:
    return (
        f"::: læs også\n- [Om {_phrase(dice, 2, 4)}]({{filename}}/artikler/{_slug(dice.randrange(number + 1))}.md)\n:::"
    )


def _picture(number: int, dice: random.Random) -> str:
    return f"![{_phrase(dice, 2, 5)}]({{static}}/billeder/{number % PICTURES}.png)"


def _quote(number: int, dice: random.Random) -> str:
    return f"> {_sentence(dice)}\n>\n> {_sentence(dice)}"


def _code(number: int, dice: random.Random) -> str:
    return f"```\nif (a < b && c) {{ {_phrase(dice, 2, 5)} }}\n```\n\nSkriv `{dice.choice(AWKWARD)}` i feltet."


def _lower(number: int, dice: random.Random) -> str:
    return f"### {_phrase(dice, 1, 5).capitalize()}\n\n{_paragraph(dice)}"


PARTS: tuple[Callable[[int, random.Random], str], ...] = (
    _words, _words, _words, _link, _away, _list, _table, _box, _read_on, _picture, _quote, _code, _lower
)  # fmt: skip


# --- what stands beside the posts ------------------------------------------------------


def _comment(dice: random.Random) -> str:
    return f"Name: {dice.choice(PEOPLE)}\nDate: 2026-11-20\nConsent: ja\n\n{_paragraph(dice)}\n"


def _registers() -> dict[str, str | bytes]:
    people = "".join(
        f"- {{id: person-{n}, navn: {name}, roller: [{{titel: leder, organisationer: [Prøven]}}]}}\n"
        for n, name in enumerate(PEOPLE)
    )
    site = (
        "navn: Prøven\nundertitel: Mange indlæg\nautoritet: proeven.example,2026\nwebadresse: https://proeven.example\n"
        "kontakt: {navn: Prøven, mail: post@proeven.example}\nudgiver: udgiver-0\nforside: [nummer-00000, nummer-00003]\n"
        "kommentarer: {mail: svar@proeven.example, maaneder: 240}\n"
        "tilgaengelighed: {adresse: 'https://was.digst.dk/proeven-dk', dato: 2026-11-01}\n"
    )
    events = "".join(
        f"- id: serie-{n}\n  navn: Serie {n}\n  beskrivelse: Den femte gør det.\n  arrangementer:\n"
        f"    - {{id: moede-{n}, navn: Møde {n}, start: '202{6 + n % 2}-0{n + 1}-12 09.00', form: på nettet}}\n"
        for n in range(SERIES)
    )
    return {
        "data/site.yaml": site,
        "data/personer.yaml": people,
        "data/stafetter.yaml": events,
        "data/arbejdsomraader.yaml": "".join(f"- {{id: {a}, da: {a.capitalize()}}}\n" for a in WORK),
        "data/kompetenceomraader.yaml": "".join(f"- {{id: {a}, da: {a.capitalize()}}}\n" for a in COMPETENCE),
        "data/blogs.yaml": "".join(f"- {{id: blog-{n}, navn: Bloggen {n}}}\n" for n in range(BLOGS)),
        "data/udgivere.yaml": "".join(f"- {{id: udgiver-{n}, navn: Udgiver {n}}}\n" for n in range(PUBLISHERS)),
    }


def _pictures() -> dict[str, str | bytes]:
    made: dict[str, str | bytes] = {}
    for number in range(PICTURES):
        out = io.BytesIO()
        Image.new("RGB", (900, 400 + 100 * number), (40 + 60 * number, 110, 90)).save(out, "PNG")
        made[f"billeder/{number}.png"] = out.getvalue()
    return made
