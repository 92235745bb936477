"""Header text from fields, and one edit at a time in a text that stays as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from ..addresses import provisional_id
from ..errors import ContentError
from ..model import Field, Header
from .characters import BOM
from .keys import folded, key_named, key_of
from .reading import parse
from .values import kind_in_title

PLAIN = re.compile(r"[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 .,;/()é&+-]*")
"""Values that mean the same in YAML with and without quotes."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def write(fields: Iterable[tuple[str, str]], form: str) -> str:
    """Return header text, its closing blank line or `---` included, that `parse` reads back.

    `form` is `lines` or `yaml`; keys are English names or ids. A value is one
    line: a line break in it raises ValueError.
    """
    lines = [_line(key_named(key.lower()).name, value, form) + "\n" for key, value in fields]
    return "".join(["---\n", *lines, "---\n"] if form == "yaml" else [*lines, "\n"])


def with_field(text: str, key: str, value: str) -> str:
    """Return the text with `key` set to `value`; every other byte is as it was.

    A key that is there keeps its place and its alias, a new one comes last.
    Raises `ContentError` if the text has no header that can be read.
    """
    header, _, problems = parse(text, "")
    if header is None:
        raise ContentError(problems)
    id = key.lower()
    lines = [line for line in _LINE.findall(text) if line]
    ending = _ending(text)
    there = header.get(id)
    if there is None or there.key_place is None:
        last = _last_line(header, lines)
        before, line = lines[last - 1], _line(key_named(id).name, value, header.form)
        added = [before, line + ending] if before.endswith(("\n", "\r")) else [before + ending, line]
        return "".join([*lines[: last - 1], *added, *lines[last:]])
    first = there.key_place.line
    after = _line_after(there, header, lines)
    bom = BOM if first == 1 and text.startswith(BOM) else ""
    own_ending = lines[after - 2][len(lines[after - 2].rstrip("\r\n")) :]
    line = bom + _line(there.written, value, header.form) + own_ending
    return "".join([*lines[: first - 1], line, *lines[after - 1 :]])


def fix(data: bytes, path: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the file with the safe repairs made in its header, all other bytes as they were, and each in words.

    A file that needs none, or whose header cannot be read, comes back unchanged.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, ()
    made = []
    for words, repair in REPAIRS:
        header, _, _ = parse(text, path)
        mended = repair(text, header, path) if header is not None else text
        if mended != text:
            text = mended
            made.append(words)
    return (text.encode("utf-8"), tuple(made)) if made else (data, ())


def _with_id(text: str, header: Header, path: str) -> str:
    there = header.get("id")
    return text if there is not None and there.value else with_field(text, "id", provisional_id(path))


def _with_kind(text: str, header: Header, path: str) -> str:
    """Take the kind out of a title such as "Blog: …", unless the header names another kind."""
    title, kind = header.get("title"), header.get("kind")
    told = kind_in_title(title.value) if title is not None else None
    if told is None or (kind is not None and kind.value and folded(kind.value) != told[0]):
        return text
    return with_field(with_field(text, "title", told[1]), "kind", told[0])


REPAIRS: tuple[tuple[str, Callable[[str, Header, str], str]], ...] = (
    ("fik et Id", _with_id),
    ("fik typen ud af titlen", _with_kind),
)
"""Each in words, as it is told after the file's name, and what makes it."""


def _line(written: str, value: str, form: str) -> str:
    value = unicodedata.normalize("NFC", value)
    if re.search(r"[\r\n]", value):
        raise ValueError("a header value is one line")
    if form == "yaml" and value and not PLAIN.fullmatch(value):
        value = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{written}: {value}".rstrip()


def _last_line(header: Header, lines: list[str]) -> int:
    """Return the number of the header's last line with content, after which a new key may stand."""
    end = _end(header, lines)
    while end > header.place.line and not lines[end - 1].strip():
        end -= 1
    return end


def _line_after(there: Field, header: Header, lines: list[str]) -> int:
    """Return the number of the line after a key's value: the next key, remark, or the header's end."""
    assert there.key_place is not None  # asked by with_field
    number = there.key_place.line + 1
    while number <= _end(header, lines) and _continues(lines[number - 1], header.form):
        number += 1
    return number


def _continues(line: str, form: str) -> bool:
    """Whether a line of a header goes on with the value before it."""
    is_item = form == "yaml" and line.startswith(("- ", "-\n", "]", "}"))
    return bool(line.strip()) and ((line[0] in " \t" and not _starts_key(line, form)) or is_item)


def _starts_key(line: str, form: str) -> bool:
    """Whether a line indented by up to three spaces is a key of its own."""
    is_shallow = form == "lines" and len(line) - len(line.lstrip(" ")) <= 3 and line[0] == " "
    return is_shallow and key_of(line.partition(":")[0].strip()) is not None


def _end(header: Header, lines: list[str]) -> int:
    """Return the number of the last line that belongs to the header, without its closing line."""
    closing = header.body_line - 1
    if header.form == "yaml":
        return closing - 1
    return closing - 1 if closing <= len(lines) and not lines[closing - 1].strip() else min(closing, len(lines))


def _ending(text: str) -> str:
    found = re.search(r"\r\n|\n|\r", text)
    return found[0] if found else "\n"
