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


def with_field(text: str, key: str, value: str, written: str = "") -> str:
    """Return the text with `key` set to `value`; every other byte is as it was.

    A key that is there keeps its place and its alias, a new one comes last,
    named `written` or, without it, by its English name. A remark behind the
    value in YAML stays. Raises `ContentError` if the text has no header that
    can be read.
    """
    header, lines = _read(text)
    id = key.lower()
    ending = _ending(text)
    there = header.get(id)
    if there is None or there.key_place is None:
        last = _last_line(header, lines)
        before, line = lines[last - 1], _line(written or key_named(id).name, value, header.form)
        added = [before, line + ending] if before.endswith(("\n", "\r")) else [before + ending, line]
        return "".join([*lines[: last - 1], *added, *lines[last:]])
    first = there.key_place.line
    after = _line_after(there, header, lines)
    bom = BOM if first == 1 and text.startswith(BOM) else ""
    own_ending = lines[after - 2][len(lines[after - 2].rstrip("\r\n")) :]
    remark = _remark(header, id, lines) if after == first + 1 else ""
    line = bom + _line(there.written, value, header.form) + remark + own_ending
    return "".join([*lines[: first - 1], line, *lines[after - 1 :]])


def with_items(text: str, key: str, items: tuple[str, ...], written: str = "") -> str:
    """Return the text with the list `key` set to `items`, as `with_field` does.

    A YAML list with one item a line stays one: lines of items that stay are not
    touched, those of items that go are taken out, new items come after the last.
    """
    header, lines = _read(text)
    fields = [f for f in header.fields if f.key == key.lower()]
    if header.form != "yaml" or not _is_block(fields, lines):
        return with_field(text, key, "; ".join(items), written)
    staying = {f.value for f in fields} & set(items)
    added = [item for item in items if item not in staying]
    model = lines[fields[-1].place.line - 1]
    opening = model[: len(model) - len(model.lstrip(" -"))]
    ending = model[len(model.rstrip("\r\n")) :] or _ending(text)
    gone = {f.place.line for f in fields if f.value not in staying}
    made: list[str] = []
    for number, line in enumerate(lines, 1):
        made += [] if number in gone else [line]
        if number == fields[-1].place.line:
            made += [f"{opening}{_value(item, 'yaml')}{ending}" for item in added]
    return "".join(made)


def without_field(text: str, key: str) -> str:
    """Return the text without the lines of `key`; every other byte is as it was.

    The only key of a header stays, without a value: there would be no header left.
    """
    header, lines = _read(text)
    there = header.get(key.lower())
    if there is None or there.key_place is None:
        return text
    if len({f.key for f in header.fields}) == 1:
        return with_field(text, key, "")
    first, after = there.key_place.line, _line_after(there, header, lines)
    bom = BOM if first == 1 and text.startswith(BOM) else ""
    return bom + "".join([*lines[: first - 1], *lines[after - 1 :]])


def _read(text: str) -> tuple[Header, list[str]]:
    """Return the header and the lines of the text with their ends; `ContentError` without a header."""
    header, _, problems = parse(text, "")
    if header is None:
        raise ContentError(problems)
    return header, [line for line in _LINE.findall(text) if line]


def _is_block(fields: list[Field], lines: list[str]) -> bool:
    """Whether a YAML list has each item on a line of its own, behind a dash, and one item on each."""
    numbers = [f.place.line for f in fields]
    return (
        bool(fields)
        and len(set(numbers)) == len(numbers)
        and not any(";" in f.value for f in fields)
        and all(lines[n - 1].lstrip(" ").startswith("- ") for n in numbers)
    )


def _remark(header: Header, key: str, lines: list[str]) -> str:
    """Return the remark that follows a key's value on its line in YAML, with the space before it."""
    field = [f for f in header.fields if f.key == key][-1]
    line = unicodedata.normalize("NFC", lines[field.place.line - 1].rstrip("\r\n"))
    start = line.find(field.value, line.find(":") + 1)
    found = re.fullmatch(r"[\"'\]]?(\s+#.*)", line[start + len(field.value) :])
    return found[1] if header.form == "yaml" and found and start >= 0 else ""


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
    return f"{written}: {_value(value, form)}".rstrip()


def _value(value: str, form: str) -> str:
    if form == "yaml" and value and not PLAIN.fullmatch(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


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
