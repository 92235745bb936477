"""The lines of a Markdown source, told apart before Markdown sees them.

Python-Markdown loses lines, so code fences and boxes are found here, where
every line still has its number, and are handed over as finished blocks. What
is code for this scan is code on the page: both come from the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import Box, Place, Problem
from ..nearest import nearest
from .rules import fault
from .videos import NAME as VIDEO
from .videos import Film, read_film

FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
BOX = re.compile(r"[ ]{0,3}:{3,}(.*)$")
STRAY_BOX = re.compile(r"(?P<before>[ \t>*+-]*):::+[ \t]*(?P<words>[^\s:].*)")

NAMES = {
    "fakta": ("fakta", "Fakta"),
    "læs også": ("laes-ogsaa", "Læs også"),
    "nyhedsbrev": ("nyhedsbrev", "Er du interesseret i flere artikler som denne?"),
    "citat": ("citat", ""),
    "redaktør": ("redaktoer", "Fra redaktionen"),
    "kontakt": ("kontakt", "Kontakt"),
}
"""Name → (class suffix, heading where the author gives none)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A fenced code block; `start` and `end` are the indices of its fences."""

    start: int
    end: int
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A box; `start` and `end` are the indices of its `:::` lines."""

    start: int
    end: int
    name: str
    heading: str
    box: Box | None = None
    """The reusable box that it takes its text from."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A source and what its lines are."""

    path: str
    first_line: int
    lines: tuple[str, ...]
    codes: tuple[Code, ...]
    asides: tuple[Aside, ...]
    problems: tuple[Problem, ...]
    films: tuple[Film, ...] = ()

    def place(self, index: int, column: int = 1) -> Place:
        """Return the place in the file of a line's index and a column from 1."""
        return Place(self.path, self.first_line + index, column)

    def code_lines(self) -> frozenset[int]:
        return frozenset(i for c in self.codes for i in range(c.start, c.end + 1))

    def box_lines(self) -> frozenset[int]:
        spans = [(a.start, a.end) for a in self.asides] + [(f.start, f.end) for f in self.films]
        return frozenset(i for start, end in spans for i in range(start, end + 1))


def scan(lines: Iterable[str], path: str, first_line: int, boxes: tuple[Box, ...] = ()) -> Layout:
    """Return the layout of `lines`; what is wrong with fences and boxes is among its problems."""
    scanner = _Scanner(tuple(lines), path, first_line, boxes)
    scanner.run()
    return Layout(
        path,
        first_line,
        scanner.lines,
        tuple(scanner.codes),
        tuple(scanner.asides),
        tuple(scanner.problems),
        tuple(scanner.films),
    )


def folded(name: str) -> str:
    """Return a box's name as it is compared: no case, æøå and their spellings alike."""
    letters = " ".join(name.casefold().replace("-", " ").split())
    for letter, spelling in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        letters = letters.replace(letter, spelling)
    return letters


_BY_FOLDED = {folded(name): name for name in NAMES}


def _is_meant(stray: re.Match[str]) -> bool:
    """Whether a box is meant: an indented `:::python` is how other tools name the language of code."""
    words = stray["words"]
    name = folded(words.partition("|")[0])
    return bool(stray["before"].strip()) or words.startswith("@") or name in _BY_FOLDED or name == VIDEO


class _Scanner:
    """One pass over the lines; the lists fill as it goes."""

    def __init__(self, lines: tuple[str, ...], path: str, first_line: int, boxes: tuple[Box, ...]) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.boxes = {b.id: b for b in boxes}
        self.codes: list[Code] = []
        self.asides: list[Aside] = []
        self.films: list[Film] = []
        self.problems: list[Problem] = []
        self.open: tuple[int, str] | None = None
        """Index and words of the box that is open."""
        self.nested = 0
        """Boxes open inside it, each a fault already."""
        self.has_nested = False

    def run(self) -> None:
        index = 0
        while index < len(self.lines):
            index = self.step(index)
        if self.open is not None:
            start, words = self.open
            if not self.has_nested:
                self.report(start, "box-unclosed", f'Boksen "{words}" lukkes ikke.', 'Slut boksen med en linje ":::".')
            self.close(len(self.lines))

    def step(self, index: int) -> int:
        """Take the line at `index`, return the index of the next."""
        line = self.lines[index]
        if fence := FENCE.match(line):
            return self.code(index, fence.group(1), fence.group(2).strip())
        if match := BOX.match(line):
            self.box(index, match.group(1).strip())
        elif (stray := STRAY_BOX.match(line)) and _is_meant(stray):
            column = line.index(":::") + 1
            self.report(index, "box-place", "Boksen står ikke først på linjen.", 'Flyt ":::" helt til venstre.', column)
        return index + 1

    def code(self, index: int, marks: str, info: str) -> int:
        for end in range(index + 1, len(self.lines)):
            if self.lines[end].rstrip() == marks:
                text = "\n".join(self.lines[index + 1 : end])
                self.codes.append(Code(index, end, info, text))
                return end + 1
        self.report(
            index, "code-unclosed", "Kodeblokken, der begynder her, slutter ikke.", f'Slut den med en linje "{marks}".'
        )
        return index + 1

    def box(self, index: int, words: str) -> None:
        if not words and self.nested:
            self.nested -= 1
        elif not words and self.open is not None:
            self.close(index)
        elif not words:
            hint = "Slet linjen, eller skriv ::: fakta | Overskrift, hvor boksen begynder."
            self.report(index, "box-unopened", "Her lukkes en boks, som ikke er åbnet.", hint)
        elif self.open is not None:
            hint = 'Luk den forrige boks med ":::" først.'
            self.report(index, "box-nested", f'Boksen "{words}" begynder inde i en anden boks.', hint)
            self.nested, self.has_nested = self.nested + 1, True
        else:
            self.open, self.has_nested = (index, words), False

    def close(self, end: int) -> None:
        assert self.open is not None
        start, words = self.open
        self.open = None
        is_empty = not "".join(self.lines[start + 1 : end]).strip()
        if words.startswith("@"):
            self.reusable(start, end, words[1:].strip(), is_empty)
        else:
            self.written(start, end, words, is_empty)

    def reusable(self, start: int, end: int, id: str, is_empty: bool) -> None:
        box = self.boxes.get(id)
        if box is None:
            close = nearest(id, self.boxes)
            guess = f'; mente du "@{close}"?' if close else "."
            hint = "Vælg et id fra bokse.yaml, en serie, eller en person eller udgiver med mail eller telefon."
            self.report(
                start, "box-id-unknown", f'Den faste boks "@{id}" findes ikke{guess}', hint, self.column(start, "@")
            )
            return
        if not is_empty:
            hint = "Slet linjerne, eller ret teksten i data/bokse.yaml."
            self.report(start, "box-filled", f'Den faste boks "@{id}" har sin tekst i registret.', hint)
        name = _BY_FOLDED.get(folded(box.name), "fakta")
        self.asides.append(Aside(start, end, name, box.heading, box))

    def written(self, start: int, end: int, words: str, is_empty: bool) -> None:
        written, _, heading = (part.strip() for part in words.partition("|"))
        name = _BY_FOLDED.get(folded(written))
        if folded(written) == VIDEO:
            self.video(start, end, heading)
        elif name is None:
            close = nearest(written, (*NAMES, VIDEO))
            guess = f'; mente du "{close}"?' if close else "."
            hint = "Brug fakta, læs også, nyhedsbrev, citat, redaktør, kontakt eller video."
            self.report(
                start, "box-unknown", f'Boksen "{written}" findes ikke{guess}', hint, self.column(start, written)
            )
        elif is_empty and name != "nyhedsbrev":
            hint = "Skriv en tekst i boksen, eller slet den."
            self.report(start, "box-empty", f'Boksen "{written}" er tom.', hint)
        else:
            self.asides.append(Aside(start, end, name, heading))

    def video(self, start: int, end: int, title: str) -> None:
        place = Place(self.path, self.first_line + start)
        film, problems = read_film(start, title, self.lines[start + 1 : end], place)
        self.films.append(replace(film, end=end))
        self.problems += problems

    def column(self, index: int, text: str) -> int:
        return self.lines[index].find(text) + 1 if text else 1

    def report(self, index: int, rule: str, message: str, hint: str, column: int = 1) -> None:
        place = Place(self.path, self.first_line + index, max(1, column))
        self.problems.append(fault(rule, place, message, hint))
