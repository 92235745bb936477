"""Faults that Markdown met or would pass over, each at its place and with what to write instead."""

from __future__ import annotations

import re
from html import escape

from ..errors import quoted
from ..model import Place, Problem
from .layout import Layout
from .masking import Masked, footnotes
from .rules import fault
from .sanitising import FORBIDDEN

ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
_LABEL = re.compile(r"[\w-]+")
_TAG_HINTS = {
    "b": "Skriv **fed**.",
    "strong": "Skriv **fed**.",
    "i": "Skriv *kursiv*.",
    "em": "Skriv *kursiv*.",
    "a": "Skriv [tekst](adresse).",
    "img": "Skriv ![alternativ tekst](billede.png).",
    "br": "Slut linjen med to mellemrum, eller begynd et nyt afsnit.",
    "p": "Skil afsnit med en tom linje.",
    "div": "Skriv en boks: ::: fakta | Overskrift.",
    "aside": "Skriv en boks: ::: fakta | Overskrift.",
    "ul": 'Skriv en liste med "- " foran hvert punkt.',
    "ol": 'Skriv en liste med "1. " foran hvert punkt.',
    "li": 'Skriv en liste med "- " foran hvert punkt.',
    "blockquote": 'Skriv "> " foran citatet.',
    "table": "Skriv tabellen med lodrette streger: | a | b |.",
    "iframe": "Skriv et link til det, der skulle vises.",
    "video": "Skriv et link til filmen.",
    "code": "Skriv koden mellem `accenter`.",
    "pre": "Skriv koden mellem linjer med ```.",
    "span": "Skriv teksten uden; et fremmed sprog skrives [tekst]{lang=en}.",
    "h2": "Skriv ## foran overskriften.",
    "h3": "Skriv ### foran overskriften.",
    "sup": "Skriv en fodnote: [^1].",
    "!--": "Slet kommentaren; den hører ikke til i teksten.",
}
_TAG_HINT = "Slet det, eller skriv \\< hvis tegnet skal kunne læses."
MOST = 200
"""Faults of one kind of text that are placed in one post; more would bury the first (chosen)."""


def met_faults(met: tuple[tuple[str, str], ...], source: Masked) -> list[Problem]:
    """Return the faults that Markdown met, each at the next place where its words stand."""
    places: dict[str, list[int]] = {}
    problems = []
    opened = {words for _, words in met}
    for rule, words in met[:MOST]:
        if words.startswith("</") and f"<{words[2:]}" in opened:
            continue
        if words not in places:
            places[words] = _occurrences(words, source)
        row = places[words]
        offset = row.pop(0) if row else None
        problems.append(_problem(rule, words, source, offset))
    return problems


def _occurrences(words: str, source: Masked) -> list[int]:
    """Return where `words` stand outside code; lines that look like indented code come last."""
    pattern = re.compile(rf"(?<!\\){re.escape(words)}")
    found = [m.start() for m in pattern.finditer(source.text)]
    return sorted(found, key=lambda o: (_is_indented(source.layout, source.position(o)[0]), o))


def _is_indented(layout: Layout, line: int) -> bool:
    return layout.lines[line - layout.first_line].startswith(("    ", "\t"))


def _problem(rule: str, words: str, source: Masked, offset: int | None) -> Problem:
    place = _box_place(source.layout) if offset is None else source.place(offset)
    shown = quoted(_shown(source, offset, words) if rule == "html-raw" else words)
    if rule == "html-raw":
        name = words.lstrip("</!?").lower() or words[1:]
        name = "!--" if words.startswith("<!") else name
        return fault(
            rule, place, f'"{shown}" er HTML, og det må ikke stå i et indlæg.', _TAG_HINTS.get(name, _TAG_HINT)
        )
    if rule == "footnote-unknown":
        label = words.removeprefix("[^").rstrip("]")
        return fault(rule, place, f'Fodnoten "{shown}" findes ikke.', f"Skriv den nederst i teksten: [^{label}]: …")
    if rule == "lang-unknown":
        return fault(rule, place, f'"{shown}" er ikke en sprogkode.', "Skriv fx {lang=en}, {lang=sv} eller {lang=de}.")
    if rule == "emphasis-unmatched":
        hint = "Luk med lige så mange stjerner, som der åbnes med, eller skriv \\* for en stjerne."
        return fault(rule, place, f'Fremhævningen "{shown}" åbner og lukker ikke ens.', hint)
    hint = "Efter et billede kan stå {: .dekorativ }; slet alt andet."
    return fault("attributes-unknown", place, f'Egenskaberne "{shown}" kendes ikke.', hint)


def _shown(source: Masked, offset: int | None, words: str) -> str:
    """Return the whole tag where it is closed on its line, else how it begins."""
    if offset is None:
        return words
    line = source.text[offset:].split("\n", 1)[0]
    return line.partition(">")[0] + ">" if ">" in line else words


def _box_place(layout: Layout) -> Place:
    """Return the place of the first reusable box, from which a fault without place must come."""
    aside = next((a for a in layout.asides if a.box is not None), None)
    if aside is None:
        return layout.place(0)
    assert aside.box is not None
    return aside.box.place or layout.place(aside.start)


def footnote_faults(html: str, source: Masked) -> list[Problem]:
    problems, seen = [], set[str]()
    for label, offset in footnotes(source):
        place, shown = source.place(offset), quoted(f"[^{label}]")
        if not _LABEL.fullmatch(label):
            message = f'Fodnoten "{shown}" har et navn med andet end bogstaver, tal og bindestreger.'
            problems.append(fault("footnote-label", place, message, "Skriv fx [^1] begge steder."))
        elif label in seen:
            hint = "Giv den ene et andet navn, eller skriv de to sammen."
            problems.append(fault("footnote-double", place, f'Fodnoten "{shown}" har allerede en tekst.', hint))
        elif f'id="fnref:{escape(label)}"' not in html:
            message = f'Intet i teksten henviser til fodnoten "{shown}".'
            problems.append(
                fault("footnote-unused", place, message, f"Skriv {shown} dér, hvor den hører til.", "warning")
            )
        seen.add(label)
    return problems


def entity_faults(source: Masked) -> list[Problem]:
    problems = []
    for match in ENTITY.finditer(source.text):
        if not shown_entity(match):
            message = f'Tegnkoden "{quoted(match.group())}" står ikke for et tegn, der kan vises.'
            problems.append(fault("entity-forbidden", source.place(match.start()), message, "Slet den."))
    return problems


def shown_entity(match: re.Match[str]) -> str:
    """Return the reference itself, or nothing where no page can show its character."""
    digits = match.group(1) or match.group(2)
    code = int(digits, 16 if match.group(1) else 10) if len(digits) < 9 else 0
    is_shown = 0 < code <= 0x10FFFF and not FORBIDDEN.match(chr(code))
    return match.group() if is_shown else ""
