"""Guards the catalogue of faults: each rule is fired at its place, and its good neighbour passes.

The files under `tests/cases/headers/` hold one section for each rule. A case is
fenced by `~~~~`: the input, a line with a dot, and the expected problems as
`line:column severity rule "words of the message"`. `=== path` begins another
file, `{hoved}` stands for four header lines without fault, `⟦e5⟧` for bytes.
"""

from __future__ import annotations

import ast
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from viden import pipeline
from viden.bodies.rules import RULES as BODY_RULES
from viden.checks import EXCUSABLE, RULES
from viden.dates import COPENHAGEN
from viden.errors import as_line
from viden.model import Problem, Source

TESTS = Path(__file__).resolve().parents[2]
CASES = TESTS / "cases" / "headers"
ROOMS = TESTS.parent / "plugins" / "viden"
MOMENT = datetime(2026, 12, 1, 12, 0, tzinfo=COPENHAGEN)

HEADER = "Title: En dag på biblioteket\nDate: 28/04/2020\nId: dag\nWork_areas: ledelse"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc33"
    "0000000049454e44ae426082"
)
BASE = {
    "artikler/nabo.md": (
        "Title: Naboens have\nDate: 1. maj 2019\nId: nabo\nWork_areas: ledelse\n"
        "Image: billeder/have.png\nImage_alt: En have med et æbletræ\nImage_credit: Foto: Ida Holm\n\n"
        "Her er en tekst.\n\n## Æbler og pærer\n\nMere tekst.\n"
    ),
    "artikler/kladden.md": "Title: Kladden\nDate: 1. maj 2019\nId: kladden\nWork_areas: ledelse\nStatus: draft\n\nEndnu ikke.\n",
    "artikler/fremtiden.md": "Title: Fremtiden\nDate: 1. maj 2030\nId: fremtiden\nWork_areas: ledelse\n\nOm lidt.\n",
    "data/kompetenceomraader.yaml": (
        "- {id: innovation, da: Innovation}\n- {id: jura, da: 'Dataetik, jura og regulering'}\n"
        "- {id: forandringsledelse, da: Forandringsledelse og implementering}\n"
    ),
    "data/arbejdsomraader.yaml": "- {id: ledelse, da: Ledelse og økonomi}\n- {id: boern-skole, da: Børn og skole}\n",
    "data/personer.yaml": "- {id: ida-holm, navn: Ida Holm}\n- {id: bo-aagaard, navn: Bo Aagaard}\n",
    "data/udgivere.yaml": "- {id: fjordnet, navn: Fjordnet}\n",
    "data/blogs.yaml": "- {id: paa-kanten, navn: På kanten, ejer: ida-holm}\n",
    "data/stafetter.yaml": (
        "- {id: stafet, navn: Stafetten, arrangementer: [{id: stafet-1, navn: Første møde, start: 2026-11-06 09.00}]}\n"
        "- {id: rundtur, navn: Rundturen}\n"
    ),
}
LENT = {"data/site.yaml": "navn: Prøven\nautoritet: example.dk,2026\n"}


@dataclass(frozen=True)
class Case:
    name: str
    rule: str
    files: dict[str, bytes]
    expected: tuple[tuple[str, str], ...]
    """(`path:line:column severity rule`, words of the message)"""

    @property
    def rules(self) -> set[str]:
        return {line.rsplit(" ", 1)[1] for line, _ in self.expected}


def read_cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.md")) for case in cases_of(path)]


def cases_of(path: Path) -> list[Case]:
    cases, rule = [], ""
    for block in re.finditer(
        r"^## (\S+)$|^~~~~\n(.*?)^~~~~$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    ):
        if block[1]:
            rule = block[1]
            continue
        given, _, wanted = block[2].rpartition("\n.\n") if "\n.\n" in block[2] else ("", "", block[2])
        number = sum(case.rule == rule for case in cases) + 1
        cases.append(Case(f"{path.stem}:{rule}:{number}", rule, files_of(given + "\n"), expected_of(wanted)))
    return cases


def files_of(text: str) -> dict[str, bytes]:
    parts = re.split(r"^=== (\S+)\n", text, flags=re.MULTILINE)
    named = dict(zip(parts[1::2], parts[2::2]))
    if parts[0].strip():
        named["artikler/indlaeg.md"] = parts[0]
    return {path: bytes_of(written) for path, written in named.items()}


def bytes_of(text: str) -> bytes:
    pieces = re.split(r"⟦([0-9a-f]+)⟧", text.replace("{hoved}", HEADER))
    return b"".join(bytes.fromhex(p) if i % 2 else p.encode() for i, p in enumerate(pieces))


def expected_of(text: str) -> tuple[tuple[str, str], ...]:
    rows = []
    for line in text.strip().splitlines():
        head, _, words = line.partition(' "')
        place = head if "/" in head.split(" ")[0] else f"artikler/indlaeg.md:{head}"
        rows.append((place, words.removesuffix('"')))
    return tuple(sorted(rows))


def check(files: dict[str, bytes]) -> tuple[Problem, ...]:
    merged = {**{p: t.encode() for p, t in BASE.items()}, "billeder/have.png": PNG, **files}
    lent = () if "data/site.yaml" in merged else [source(p, t.encode()) for p, t in LENT.items()]
    return pipeline.read(tuple(source(p, d) for p, d in sorted(merged.items())), tuple(lent), MOMENT).problems


def source(path: str, data: bytes) -> Source:
    return Source(path, data, hashlib.sha256(data).hexdigest())


def shown(problem: Problem) -> str:
    p = problem.place
    return f"{p.path}:{p.line}:{p.column} {problem.severity} {problem.rule}"


ALL = read_cases()
IN_OTHER_ROOMS = ("yaml-", "term-", "date-", "skos-")
BY_CODE = {"limit-attachment", "limit-file", "limit-image", "site-missing"}
"""Fired by tests of their own, since their input is too large or is a missing file."""
ON_DISK = {"file-link", "file-name", "file-name-clash", "file-size", "file-special", "file-unreadable"}


def test_the_base_itself_has_no_fault() -> None:
    assert [as_line(p) for p in check({})] == []


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.name)
def test_each_case_gives_exactly_its_problems(case: Case) -> None:
    problems = check(case.files)

    assert sorted(shown(p) for p in problems) == [line for line, _ in case.expected], "\n".join(map(as_line, problems))
    said = "\n".join(as_line(p) for p in problems)
    assert [words for _, words in case.expected if words not in said] == []


def test_the_catalogue_is_large() -> None:
    assert len(ALL) >= 80


@pytest.mark.parametrize("rule", sorted({c.rule for c in ALL}))
def test_each_rule_has_a_case_and_a_good_neighbour(rule: str) -> None:
    cases = [c for c in ALL if c.rule == rule]

    assert any(rule in c.rules for c in cases)
    assert any(rule not in c.rules and all(" error " not in line for line, _ in c.expected) for c in cases)


def test_every_rule_of_these_rooms_is_fired_by_a_case() -> None:
    fired = {rule for c in ALL for rule in c.rules}
    elsewhere = {r for r in RULES if r.startswith(IN_OTHER_ROOMS)} | ON_DISK | BY_CODE

    assert sorted(set(RULES) - fired - elsewhere) == []
    assert fired <= set(RULES) | set(BODY_RULES)


def test_every_rule_that_the_code_can_give_is_in_a_table() -> None:
    unknown = {
        f"{path.name}: {rule}"
        for path in sorted(ROOMS.rglob("*.py"))
        for rule in rules_in(path)
        if rule not in RULES and rule not in BODY_RULES
    }

    assert unknown == set()


def rules_in(path: Path) -> set[str]:
    """Return the literals that stand where a Problem, or a helper that makes one, takes its rule."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    makers = {"Problem": 2, "_error": 1, "_warning": 1, "DateFault": 0, "AddressFault": 0, "_fault": 1, "_problem": 2}
    found = set()
    for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)):
        index = makers.get(call.func.id)
        given = [*call.args[index : index + 1]] if index is not None else []
        found |= {a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return {rule for rule in found if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule)}


def test_a_rule_has_one_sentence_and_one_table() -> None:
    assert not set(RULES) & set(BODY_RULES)
    assert all(sentence.endswith(".") and len(sentence) < 120 for sentence in RULES.values())


def test_large_files_are_refused_at_once() -> None:
    long = HEADER.encode() + b"\n\n" + b"Ord. " * 200_001
    big = b"\xff\xd8\xff" + bytes(20_000_000)
    pdf = b"%PDF-" + bytes(25_000_000)
    post = HEADER.encode() + b"\n\n![En have]({static}/billeder/stor.jpg) og [skema]({static}/filer/skema.pdf)\n"

    found = check(
        {"artikler/lang.md": long, "billeder/stor.jpg": big, "filer/skema.pdf": pdf, "artikler/indlaeg.md": post}
    )

    assert [shown(p) for p in found] == [
        "artikler/lang.md:1:1 error limit-file",
        "billeder/stor.jpg:1:1 error limit-image",
        "filer/skema.pdf:1:1 error limit-attachment",
    ]


def test_a_site_without_any_site_yaml_says_so() -> None:
    found = pipeline.read((), (), MOMENT).problems

    assert [shown(p) for p in found] == ["data/site.yaml:1:1 error site-missing"]


def test_only_known_rules_can_be_excepted() -> None:
    assert set(EXCUSABLE) <= set(RULES)
