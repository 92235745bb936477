"""Guards the structural limits: over one there is an error at its place, just under it there is none."""

import pytest
from viden import bodies

OVER = {
    "limit-line": ("Kort.\n\n" + "ord " * 5_001, 3),
    "limit-run": ("Kort.\n\n- " + "!" * 201, 3),
    "limit-nesting": ("> " * 13 + "ord", 1),
    "limit-brackets": ("Kort.\n\n" + "a [b] c\n" * 501, 3),
    "limit-marks": ("Kort.\n\n" + "*a* b\n" * 151, 3),
    "limit-footnotes": ("\n".join(f"[^{i}]: Note" for i in range(301)), 1),
    "limit-links": ("[a](b.md)\n\n" * 1_001, 1),
    "limit-headings": ("## Overskrift\n\n" * 501, 1),
    "limit-body": ("ord\n\n" * 50_001, 1),
}
UNDER = {
    "limit-line": "ord " * 4_999,
    "limit-run": "- " + "!" * 200,
    "limit-nesting": "> " * 12 + "ord",
    "limit-brackets": "a [b] c\n" * 500,
    "limit-marks": "*a* b\n" * 150,
    "limit-footnotes": "\n".join(f"[^{i}]: Note" for i in range(300)),
    "limit-links": "[a](b.md)\n\n" * 1_000,
    "limit-headings": "## Overskrift\n\n" * 500,
}


def found(source: str) -> list[tuple[str, int]]:
    _, problems = bodies.render(source, "artikler/a.md")
    return [(p.rule, p.place.line) for p in problems if p.rule.startswith("limit-")]


@pytest.mark.parametrize("rule", OVER)
def test_over_a_limit_is_an_error_at_its_place(rule: str) -> None:
    source, line = OVER[rule]

    assert found(source) == [(rule, line)]
    assert bodies.render(source, "artikler/a.md")[0].html == ""


@pytest.mark.parametrize("rule", UNDER)
def test_at_a_limit_is_no_error(rule: str) -> None:
    assert found(UNDER[rule]) == []


def test_every_limit_is_tried() -> None:
    assert set(OVER) == {rule for rule in bodies.RULES if rule.startswith("limit-")}


def test_a_megabyte_is_too_much() -> None:
    assert found("æ" * 900 + "\n\n" + ("æ" * 900 + "\n\n") * 600) == [("limit-body", 1)]


@pytest.mark.parametrize(
    "source", ["x\n\n" + "    " * 20 + "kode", "* * * * * * * * * * * * * * *", "```\n" + "-" * 300 + "\n```"]
)
def test_code_and_rules_have_no_depth_and_no_runs(source: str) -> None:
    assert found(source) == []


def test_a_long_list_is_no_long_paragraph() -> None:
    assert found("- **punkt** [a](b.md)\n" * 600) == []


@pytest.mark.parametrize("level", range(1, 13))
def test_lists_may_lie_twelve_deep(level: int) -> None:
    source = "\n".join("    " * i + "- punkt" for i in range(level))

    body, problems = bodies.render(source, "artikler/a.md")

    assert problems == ()
    assert body.html.count("<ul>") == level


@pytest.mark.parametrize(
    "source",
    [
        "**a *b " * 150,
        "*a **b " * 75 + "x" + "** c* " * 75,
        "*a _b " * 75 + "x" + "_ c* " * 75,
        "[" * 190 + "x" + "]{lang=en}" * 190,
        "![" * 190,
        "`".join("a" * i for i in range(150)),
        "[a](" * 400,
        "<a " * 1_000,
        "&a" * 9_000,
        '[a]("' + '"' * 190,
        "> " * 11 + "- " + "ord " * 100,
        "```a\n" * 300,
    ],
)
def test_tangled_texts_within_the_limits_are_rendered(source: str) -> None:
    body, _ = bodies.render(source, "artikler/a.md")

    assert body.html
