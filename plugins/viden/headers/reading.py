"""One strict reader for both forms of header; nothing is guessed, nothing ends in silence.

Python-Markdown ends a header at the first line that it does not understand, so
that a `Status: draft` below it is published as text. Here such a line is an
error. See docs/decisions/0003-strict-reading-before-pelican.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..errors import ContentError, quoted
from ..model import Field, Header, Place, Problem
from ..positions import Mapping, Node, Scalar, Sequence, load
from .characters import BOM, LINE_END
from .keys import Key, folded, key_of, nearest_key

LINE_LIMIT = 64
SIZE_LIMIT = 16_384
"""Lines and bytes of a header (prescribed: nobody needs more)."""

KEY_LINE = re.compile(r"(?P<indent> {0,3})(?P<key>[^\s:](?:[^:]{0,60}[^\s:])?)(?P<gap>[ \t]*):(?P<value>.*)")
MORE = re.compile(r"(?: {4,}|\t)\s*(?P<value>\S.*)")
"""A continuation, as Python-Markdown reads it."""
FENCE = re.compile(r"(?:---|\.\.\.)\s*")
FOREIGN = (
    (re.compile(r"\+\+\+\s*"), "TOML"),
    (re.compile(r":\w[\w -]*:(\s|$)"), "reStructuredText"),
    (re.compile(r"\{\s*(\"|$)"), "JSON"),
    (re.compile(r";;;\s*"), "JSON"),
)
SPACES = re.compile("[\u00a0\u2007\u202f]")
ZERO_WIDTH = re.compile("[\u200b\u200c\u2060]")


@dataclass(frozen=True, slots=True)
class _Written:
    """A key with one value, as it stands; `values` holds (text, place) of each item."""

    key: str
    key_place: Place
    values: tuple[tuple[str, Place], ...]
    is_list: bool = False
    is_spaced: bool = False
    """Whether white space stands between the key and its colon."""


def parse(text: str, path: str) -> tuple[Header | None, str, tuple[Problem, ...]]:
    """Return header, body text and problems of a post.

    The header is None when there is none that can be read. A field whose key
    is misspelt stands under the key that was meant, so that one slip gives one
    message; its `written` shows the slip. The items of a YAML list become
    fields of the same key. Line ends of the body are `\\n`.
    """
    lines = LINE_END.split(unicodedata.normalize("NFC", text.removeprefix(BOM)))
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return None, "", (_missing(path, "Filen er tom."),)
    if (foreign := _foreign(lines[start], start + 1, path)) is not None:
        return None, "\n".join(lines), (foreign,)
    if FENCE.fullmatch(lines[start]):
        header, end, problems = _yaml(lines, start, path)
    else:
        header, end, problems = _lines(lines, start, path)
    if header is None:
        return None, "\n".join(lines), problems
    body = lines[end:]
    late = _late_keys(body, end + 1, header, path)
    return header, "\n".join(body), (*_blank_first(start, path), *problems, *late)


# --- the two forms -------------------------------------------------------------


def _lines(lines: list[str], start: int, path: str) -> tuple[Header | None, int, tuple[Problem, ...]]:
    """Read `Key: value` lines up to the first blank line."""
    end = next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))
    fence = next((i for i in range(start, end) if FENCE.fullmatch(lines[i])), None)
    stop = end if fence is None else fence
    if not any(_is_key_line(line) for line in lines[start:stop]):
        return None, 0, (_no_header(lines[start], start + 1, path),)
    if limits := tuple(_limits(lines, start, stop, path)):
        return None, 0, limits
    written: list[_Written] = []
    problems: list[Problem] = []
    in_prose = False
    for number, line in enumerate(lines[start:stop], start + 1):
        more = MORE.fullmatch(line) if written and not in_prose else None
        if more and not _hides_key(more["value"]):
            written[-1] = _continued(written[-1], more, number, path)
        elif _is_key_line(line):
            written.append(_key_line(line, number, path))
            in_prose = False
        else:
            problems += [] if in_prose else [_not_a_key(line, number, path)]
            in_prose = True
    if fence is not None:
        problems.append(_fence_in_lines(fence + 1, path))
    fields, faults = _fields(written)
    header = Header(fields, "lines", Place(path, start + 1), min(stop + 2, len(lines) + 1))
    return header, min(stop + 1, len(lines)), (*problems, *faults)


def _yaml(lines: list[str], start: int, path: str) -> tuple[Header | None, int, tuple[Problem, ...]]:
    """Read YAML between `---` lines."""
    close = next((i for i in range(start + 1, len(lines)) if FENCE.fullmatch(lines[i])), None)
    if close is None:
        message = "Hovedet begynder med ---, men slutter ikke."
        hint = "Sæt en linje med --- under den sidste nøgle"
        return None, 0, (Problem(Place(path, start + 1), "error", "header-unclosed", message, hint),)
    if limits := tuple(_limits(lines, start + 1, close, path)):
        return None, 0, limits
    try:
        node = load("\n".join(lines[start + 1 : close]) + "\n", path, start + 2)
    except ContentError as fault:
        return None, 0, tuple(_as_key_fault(p) for p in fault.problems)
    if not isinstance(node, Mapping) or not node.items:
        return None, 0, (_missing(path, "Mellem de to linjer med --- står der ingen nøgler.", start + 1),)
    written, problems = _written_in(node, lines)
    fields, faults = _fields(written)
    header = Header(fields, "yaml", Place(path, start + 1), min(close + 2, len(lines) + 1))
    return header, close + 1, (*problems, *faults)


def _written_in(node: Mapping, lines: list[str]) -> tuple[list[_Written], list[Problem]]:
    written: list[_Written] = []
    problems: list[Problem] = []
    for key, value in node.items:
        values = _values_of(value, lines)
        if values is None:
            message = f'Nøglen "{quoted(key.text)}" skal have en tekst eller en liste af tekster.'
            problems.append(Problem(value.place, "error", "value-nested", message, "Skriv værdien på én linje"))
        else:
            written.append(_Written(key.text, key.place, values, isinstance(value, Sequence)))
    return written, problems


def _values_of(node: Node, lines: list[str]) -> tuple[tuple[str, Place], ...] | None:
    if isinstance(node, Scalar):
        return ((node.text.strip(), _text_place(node, lines)),)
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        items = [(i.text.strip(), _text_place(i, lines)) for i in node.items if isinstance(i, Scalar)]
        return tuple(items) or (("", node.place),)
    return None


def _text_place(node: Scalar, lines: list[str]) -> Place:
    """Return the place of the text itself: after its opening quote, or below the sign of a block."""
    place = node.place
    sign = lines[place.line - 1][place.column - 1 : place.column]
    if not node.is_quoted or sign not in ('"', "'", "|", ">"):
        return place
    if sign in "\"'":
        return Place(place.path, place.line, place.column + 1)
    below = lines[place.line] if place.line < len(lines) else ""
    return Place(place.path, place.line + 1, len(below) - len(below.lstrip()) + 1)


def _as_key_fault(problem: Problem) -> Problem:
    """Return a doubled key of YAML under the name that it has in the other form."""
    return replace(problem, rule="key-doubled") if problem.rule == "yaml-duplicate-key" else problem


def _is_key_line(line: str) -> bool:
    """Whether a line can be meant as `Key: value`: a key we know or nearly know, or one word before the colon."""
    match = KEY_LINE.fullmatch(line)
    if match is None:
        return False
    if any(c.isspace() for c in match["key"]):
        return nearest_key(match["key"]) is not None
    return not match["value"].startswith("//") and (match["key"][0].isalpha() or nearest_key(match["key"]) is not None)


def _key_line(line: str, number: int, path: str) -> _Written:
    match = KEY_LINE.fullmatch(line)
    assert match is not None  # asked by _is_key_line
    value = match["value"].strip()
    column = match.start("value") + len(match["value"]) - len(match["value"].lstrip()) + 1
    place = Place(path, number, column if value else match.end("gap") + 2)
    return _Written(
        match["key"], Place(path, number, match.start("key") + 1), ((value, place),), is_spaced=bool(match["gap"])
    )


def _continued(before: _Written, more: re.Match[str], number: int, path: str) -> _Written:
    """Return the key with one more line of its value: a new item, or text after a space."""
    text = more["value"].strip()
    place = Place(path, number, more.start("value") + 1)
    key = key_of(before.key)
    if key is not None and key.many:
        values = (*(v for v in before.values if v[0]), (text, place))
    else:
        (first, where) = before.values[-1]
        values = ((f"{first} {text}", where),) if first else ((text, place),)
    return _Written(before.key, before.key_place, values, is_spaced=before.is_spaced)


def _hides_key(value: str) -> bool:
    match = KEY_LINE.fullmatch(value)
    return match is not None and key_of(match["key"]) is not None


# --- keys ------------------------------------------------------------------------


def _fields(written: Iterable[_Written]) -> tuple[tuple[Field, ...], tuple[Problem, ...]]:
    """Return the fields with known keys, and what is wrong with the keys."""
    fields: list[Field] = []
    problems: list[Problem] = []
    first: dict[str, _Written] = {}
    for item in written:
        key = key_of(item.key)
        problems += _key_faults(item, key)
        meant = key or _meant(item.key)
        if meant is None:
            continue
        if meant.id in first:
            problems += [_doubled(item, first[meant.id], meant)] if key is not None else []
            continue
        first[meant.id] = item
        if item.is_list and len(item.values) > 1 and not meant.many:
            problems.append(_one_only(item, meant))
        values, faults = _cleaned(item, meant)
        problems += faults
        fields += [Field(meant.id, text, place, item.key, item.key_place) for text, place in values]
    return tuple(fields), tuple(problems)


def _meant(written: str) -> Key | None:
    name = nearest_key(written)
    return key_of(name) if name else None


def _key_faults(item: _Written, key: Key | None) -> Iterator[Problem]:
    near = None if key else nearest_key(item.key)
    meant = f' Mente du "{near}"?' if near else ""
    shown = quoted(item.key)
    if key is not None and item.is_spaced:
        message = f'Der står mellemrum mellem "{shown}" og kolon.'
        yield Problem(item.key_place, "error", "key-space", message, f"Skriv {item.key}: uden mellemrum")
    elif key is None and any(c.isspace() for c in item.key):
        message = f'Nøglen "{shown}" har et mellemrum; en nøgle er ét ord.{meant}'
        yield Problem(item.key_place, "error", "key-space", message, f"Skriv {near}:" if near else "")
    elif key is None:
        message = f'Nøglen "{shown}" kendes ikke.{meant}'
        hint = f"Skriv {near}:" if near else "Slet linjen, eller vælg en nøgle fra håndbogen"
        yield Problem(item.key_place, "error", "key-unknown", message, hint)


def _doubled(item: _Written, first: _Written, key: Key) -> Problem:
    same = f'"{first.key}"' if folded(first.key) == folded(item.key) else f'"{first.key}" (det samme som "{item.key}")'
    message = f"Nøglen {same} står allerede på linje {first.key_place.line}."
    hint = "Saml værdierne på én linje med ; imellem" if key.many else "Slet den ene"
    return Problem(item.key_place, "error", "key-doubled", message, hint)


def _one_only(item: _Written, key: Key) -> Problem:
    message = f"{key.name} kan kun have én værdi, men her står en liste."
    return Problem(item.values[1][1], "error", "value-list", message, "Behold den ene")


def _cleaned(item: _Written, key: Key) -> tuple[tuple[tuple[str, Place], ...], tuple[Problem, ...]]:
    """Return the values without no-break and zero-width spaces, with a warning for the first."""
    values = item.values if key.many else item.values[:1]
    odd = next(((t, p) for t, p in values if SPACES.search(t) or ZERO_WIDTH.search(t)), None)
    clean = tuple((ZERO_WIDTH.sub("", SPACES.sub(" ", t)).strip(), p) for t, p in values)
    if odd is None:
        return clean, ()
    message = f"Værdien af {key.name} har et usynligt tegn (hårdt mellemrum eller nulbreddemellemrum)."
    return clean, (Problem(odd[1], "warning", "char-space", message, "Skriv et almindeligt mellemrum"),)


# --- what surrounds the fields ----------------------------------------------------


def _missing(path: str, what: str, line: int = 1) -> Problem:
    hint = "Begynd filen med Title: og Date: på hver sin linje, og derefter en tom linje"
    return Problem(Place(path, line), "error", "header-missing", what, hint)


def _no_header(line: str, number: int, path: str) -> Problem:
    return _missing(path, f'Indlægget har intet hoved: den første linje er "{quoted(line.strip())}".', number)


def _foreign(line: str, number: int, path: str) -> Problem | None:
    """Return the problem of a header in another tool's form."""
    name = next((name for pattern, name in FOREIGN if pattern.match(line)), None)
    if name is None:
        return None
    message = f"Hovedet er skrevet som {name}, og den form kan ikke bruges her."
    hint = "Skriv linjer som Title: og Date:, eller YAML mellem to linjer med ---"
    return Problem(Place(path, number), "error", "header-foreign", message, hint)


def _not_a_key(line: str, number: int, path: str) -> Problem:
    text = line.strip()
    place = Place(path, number, len(line) - len(line.lstrip()) + 1)
    if _hides_key(text):
        message = f'Linjen "{quoted(text)}" er rykket ind og læses som en del af linjen før.'
        return Problem(place, "error", "header-line", message, "Ryk den ud til venstre kant")
    message = f'Linjen "{quoted(text)}" i hovedet er ikke en nøgle med en værdi.'
    return Problem(place, "error", "header-line", message, "Sæt en tom linje mellem hovedet og teksten, eller slet den")


def _fence_in_lines(number: int, path: str) -> Problem:
    message = "Hovedet slutter med ---, men begynder ikke med ---."
    hint = "Slut hovedet med en tom linje, eller sæt også --- øverst"
    return Problem(Place(path, number), "error", "header-line", message, hint)


def _blank_first(start: int, path: str) -> tuple[Problem, ...]:
    if start == 0:
        return ()
    message = "Hovedet skal begynde på filens første linje."
    return (Problem(Place(path), "error", "header-blank", message, "Slet de tomme linjer øverst"),)


def _limits(lines: list[str], start: int, end: int, path: str) -> Iterator[Problem]:
    count = end - start
    size = sum(len(line.encode()) + 1 for line in lines[start:end])
    if count > LINE_LIMIT or size > SIZE_LIMIT:
        message = f"Hovedet fylder {count} linjer og {size} byte; grænsen er {LINE_LIMIT} linjer og {SIZE_LIMIT} byte."
        yield Problem(
            Place(path, start + 1), "error", "limit-header", message, "Sæt en tom linje mellem hovedet og teksten"
        )


def _late_keys(body: list[str], first_line: int, header: Header, path: str) -> Iterator[Problem]:
    """Find a header line that a blank line has parted from the header.

    Danish keys are also ordinary words ("Foto: …"), so only an English name,
    and `Status` with a status after it, is an error; the rest is a warning.
    """
    index = next((i for i, line in enumerate(body) if line.strip()), None)
    match = KEY_LINE.fullmatch(body[index]) if index is not None else None
    key = key_of(match["key"]) if match else None
    if index is None or match is None or key is None or (header.form == "lines" and match["gap"]):
        return
    severity = "error" if folded(match["key"]) == key.id else "warning"
    place = Place(path, first_line + index, match.start("key") + 1)
    message = f'Teksten begynder med "{match["key"]}:", som ligner en nøgle, der hører til i hovedet.'
    yield Problem(place, severity, "header-late", message, "Flyt linjen op i hovedet, eller skriv den anderledes")
