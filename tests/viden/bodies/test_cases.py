"""Guards what Markdown becomes: every case of `tests/cases/bodies/`, where the reason stands above it.

A case is fenced with four accents and may name a kind after them. Above the
line with a dot is the source, below it what is wrong (lines that begin with
"!", as line:column: severity: rule) and then the HTML.
"""

import re
from pathlib import Path

import pytest
from viden import bodies
from viden.bodies.sanitising import sanitised
from viden.model import Box, Place

CASES = Path(__file__).resolve().parents[2] / "cases" / "bodies"
CASE = re.compile(r"^````[ ]?(\w*)\n(.*?)^\.\n(.*?)^````$", re.MULTILINE | re.DOTALL)
BOXES = (
    Box("om-os", "fakta", "Om Videnstafet", "Vi deler *viden* mellem kommuner.", Place("data/bokse.yaml", 3)),
    Box("samtykke", "redaktør", "", "Indlægget er betalt af [afsenderen](/udgivere/).", Place("data/bokse.yaml", 9)),
)
TITLES = {
    "artikler/booking.md": ("artikler/booking.md", "Book et lokale *nu*"),
    "booking": ("artikler/booking.md", "Book et lokale *nu*"),
    "lokale-17": ("artikler/booking.md", "Book et lokale *nu*"),
}


def cases() -> list[tuple[str, str, str, str]]:
    """Return (file and line, kind, source, expectation) of each case."""
    found = []
    for file in sorted(CASES.glob("*.md")):
        text = file.read_text("utf-8")
        for match in CASE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append((f"{file.stem}:{line}", match[1] or "article", match[2].removesuffix("\n"), match[3]))
    return found


def outcome(source: str, kind: str) -> str:
    body, problems = bodies.render(source, "artikler/test.md", 1, kind, BOXES, TITLES)
    faults = [f"! {p.place.line}:{p.place.column}: {p.severity}: {p.rule}\n" for p in problems]
    return "".join(faults) + (body.html.strip() + "\n" if body.html.strip() else "")


@pytest.mark.parametrize(("kind", "source", "expected"), [c[1:] for c in cases()], ids=[c[0] for c in cases()])
def test_case(kind: str, source: str, expected: str) -> None:
    found = outcome(source, kind)

    assert found == expected
    assert not any(
        p.rule == "body-unsafe" for p in bodies.render(source, "artikler/test.md", 1, kind, BOXES, TITLES)[1]
    )


@pytest.mark.parametrize(("kind", "source"), [c[1:3] for c in cases()], ids=[c[0] for c in cases()])
def test_sanitising_again_changes_nothing(kind: str, source: str) -> None:
    body, _ = bodies.render(source, "artikler/test.md", 1, kind, BOXES, TITLES)

    assert sanitised(body.html) == body.html


def test_every_rule_is_fired_by_a_case() -> None:
    fired = set(re.findall(r"^! [0-9:]+ \w+: ([a-z-]+)$", "".join(c[3] for c in cases()), re.MULTILINE))
    by_code = {"body-unsafe"} | {rule for rule in bodies.RULES if rule.startswith("limit-")}

    assert fired == set(bodies.RULES) - by_code


def test_every_message_and_hint_is_a_sentence() -> None:
    for _, kind, source, _ in cases():
        for problem in bodies.render(source, "artikler/test.md", 1, kind, BOXES, TITLES)[1]:
            assert (problem.message[0] == '"' or problem.message[0].isupper()) and problem.message[-1] in ".?"
            assert problem.hint
