"""The Danish dictionary: which words there are, how they are inflected, and how they join the next part.

The words come from Stavekontrolden; `scripts/derive_danish.py` wrote the file
and its head says what it holds. It is read at the first question (a few
milliseconds) and cut by the first three letters of the words; what is below
three letters is taken apart when a word that begins so is asked for. See
docs/decisions/0035-a-dictionary-of-ones-own-shape.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

_FILE = "danish.txt"
_KEY = 3
"""Letters by which the words are cut into groups."""

Rule = tuple[str, str]
"""(what is taken off the end of the headword, what is put there)"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the dictionary says of a headword; homographs are one entry."""

    word: str
    kinds: str
    """`n` noun, `p` noun in the plural only, `v` verb, `a` adjective; several, or none for all other words."""
    ends: bool
    """Whether the headword may end a compound."""
    links: tuple[str, ...]
    """What the word looks like before the next part of a compound, the link included."""
    forms: tuple[str, ...]
    """The other forms, sorted; genitives among them."""


@dataclass(frozen=True, slots=True)
class _Paradigm:
    kinds: str
    ends: bool
    links: tuple[Rule, ...]
    ending: frozenset[Rule]
    alone: frozenset[Rule]


@dataclass(frozen=True, slots=True)
class _Table:
    """The file, hardly taken apart."""

    endings: Mapping[str, tuple[str, ...]]
    """Ending of a form → what may stand in its place in the headword."""
    paradigms: Mapping[str, str]
    lines: Mapping[str, list[str]]
    """First letters → lines of words that begin so."""
    longest: int
    """Letters of the longest ending."""


def entry(headword: str) -> Entry | None:
    """Return what is known of a dictionary form in lower case."""
    found = _paradigms_of(headword)
    if not found:
        return None
    forms = {_changed(headword, rule) for p in found for rule in (*p.ending, *p.alone)}
    return Entry(
        headword,
        "".join(dict.fromkeys("".join(p.kinds for p in found))),
        any(p.ends for p in found),
        tuple(dict.fromkeys(_changed(headword, rule) for p in found for rule in p.links)),
        tuple(sorted(forms)),
    )


def is_headword(word: str) -> bool:
    """Say whether the dictionary has `word` as it stands as an entry."""
    return word in _group(word)


def is_form(form: str) -> bool:
    """Say whether `form`, in lower case, is a word of the dictionary or a form of one."""
    return bool(headwords_of(form))


@lru_cache(maxsize=65536)
def headwords_of(form: str) -> tuple[str, ...]:
    """Return all headwords of which `form` is a form: itself first if it is one, then those most like it."""
    found = (word for word, rule in _origins(form) if _has(word, rule, alone=True))
    return tuple(dict.fromkeys(((form,) if is_headword(form) else ()) + tuple(found)))


@lru_cache(maxsize=65536)
def heads_of(form: str) -> tuple[str, ...]:
    """Return the headwords of which `form` is a form that may be the last part of a compound."""
    itself = (form,) if headword_ends_compound(form) else ()
    found = (word for word, rule in _origins(form) if _has(word, rule, alone=False))
    return tuple(dict.fromkeys((*itself, *found)))


def headword_ends_compound(word: str) -> bool:
    """Say whether `word` is a headword that may be the last part of a compound."""
    code = _group(word).get(word)
    return code is not None and _ends(code)


@cache
def _ends(code: str) -> bool:
    return any(p.ends for p in _paradigms(code))


def ends_compound(form: str) -> bool:
    """Say whether `form` may be the last part of a compound."""
    return bool(heads_of(form))


def kinds(headword: str) -> str:
    """Return the word classes of a headword, as in `Entry.kinds`; empty for an unknown word."""
    code = _group(headword).get(headword)
    return _kinds(code) if code else ""


@cache
def _kinds(code: str) -> str:
    return "".join(dict.fromkeys("".join(p.kinds for p in _paradigms(code))))


@lru_cache(maxsize=65536)
def compound_forms(headword: str) -> frozenset[str]:
    """Return the forms of a headword that may end a compound, without the headword and its genitive."""
    made = {_changed(headword, rule) for p in _paradigms_of(headword) for rule in p.ending}
    return frozenset(made - {headword + "s"})


def beginning_with(beginning: str) -> Iterable[str]:
    """Return the headwords that share the first three letters of `beginning`."""
    return _group(beginning)


def modifiers(beginning: str) -> Mapping[str, tuple[str, ...]]:
    """Return what may stand before the next part of a compound → its headwords, link included.

    `beginning` is the word or the rest of it; the answer holds what shares its
    first three letters, and for a beginning of fewer letters the short words.
    """
    return _modifiers(beginning[:_KEY] if len(beginning) >= _KEY else "")


def _changed(word: str, rule: Rule) -> str:
    strip, add = rule
    return word[: len(word) - len(strip)] + add


def _origins(form: str) -> Iterator[tuple[str, Rule]]:
    """Yield the headwords that `form` could come from by an ending of the dictionary, and by which rule."""
    endings, longest = _table().endings, _table().longest
    group = _group(form)
    for cut in range(len(form), max(len(form) - longest, 0) - 1, -1):
        add = form[cut:]
        if add not in endings:
            continue
        if cut < _KEY:
            found = ((form[:cut] + strip, strip) for strip in endings[add])
            yield from ((word, (strip, add)) for word, strip in found if word in _group(word))
            continue
        for strip in endings[add]:
            word = form[:cut] + strip
            if word in group:
                yield word, (strip, add)


def _has(word: str, rule: Rule, *, alone: bool) -> bool:
    return any(rule in p.ending or (alone and rule in p.alone) for p in _paradigms_of(word))


def _paradigms_of(headword: str) -> tuple[_Paradigm, ...]:
    code = _group(headword).get(headword)
    return _paradigms(code) if code else ()


@cache
def _paradigms(code: str) -> tuple[_Paradigm, ...]:
    return tuple(_paradigm(number) for number in code.split("+"))


@cache
def _paradigm(number: str) -> _Paradigm:
    kinds, ends, links, ending, alone = _table().paradigms[number].split("\t")
    return _Paradigm(kinds, bool(ends), _rules(links), frozenset(_rules(ending)), frozenset(_rules(alone)))


def _rules(text: str) -> tuple[Rule, ...]:
    return tuple((strip, add) for strip, _, add in (rule.partition(">") for rule in text.split()))


def _group(word: str) -> Mapping[str, str]:
    return _words(word[:_KEY] if len(word) >= _KEY else word[:1])


@cache
def _words(beginning: str) -> dict[str, str]:
    """Return headword → numbers of its paradigms, of the words that begin so."""
    found: dict[str, str] = {}
    for line in _table().lines.get(beginning, ()):
        prefix, _, rest = line.partition("\t")
        for item in rest.split(" "):
            tail, _, code = item.partition("/")
            found[prefix + tail] = code
    return found


@cache
def _modifiers(beginning: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    keys = [beginning] if beginning else sorted(key for key in _table().lines if len(key) < _KEY)
    for word, code in ((word, code) for key in keys for word, code in _words(key).items()):
        for shape in (_changed(word, rule) for p in _paradigms(code) for rule in p.links):
            found[shape] = tuple(dict.fromkeys((*found.get(shape, ()), word)))
    return found


@cache
def _table() -> _Table:
    from importlib import resources  # 20 ms that a program which asks for no word need not pay

    text = resources.files(__package__).joinpath("data", _FILE).read_text(encoding="utf-8")
    head, _, words = text.partition("[words]\n")
    head, _, paradigms = head.partition("[paradigms]\n")
    endings = {
        add: tuple(strip.removesuffix(">") for strip in strips.split())
        for add, _, strips in (line.partition("\t") for line in head.partition("[endings]\n")[2].splitlines())
    }
    lines: dict[str, list[str]] = {}
    for line in words.splitlines():
        key = line[:_KEY]
        lines.setdefault(key if "\t" not in key else key.partition("\t")[0], []).append(line)
    return _Table(
        endings,
        {number: rest for number, _, rest in (line.partition("\t") for line in paradigms.splitlines())},
        lines,
        max(map(len, endings)),
    )
