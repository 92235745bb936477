"""Guards that a text gets areas for what it treats, not for what it lists; the texts stand in `tests/cases/tagging/`."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from viden import bodies, tagging
from viden.model import Place, Post

CASES = Path(__file__).parents[2] / "cases" / "tagging"
CASE = re.compile(r"^## ([^\n]+): (ingen|må få)\n\n```\n(.*?)```$", re.MULTILINE | re.DOTALL)


def cases() -> list[tuple[str, bool, str]]:
    """Return (heading, whether the text may have areas, text) of every case."""
    files = (file.read_text(encoding="utf-8") for file in sorted(CASES.glob("genrer-*.md")))
    return [(heading, may == "må få", text) for file in files for heading, may, text in CASE.findall(file)]


def verdict_on(text: str, vocabulary: tagging.Vocabulary) -> tagging.Judgement:
    title, _, markdown = text.partition("\n\n")
    post = Post("p", "article", title, "p", datetime(2026, 1, 1, tzinfo=UTC), False, markdown, Place("artikler/p.md"))
    body, _ = bodies.render(markdown, "artikler/p.md", 1, "article", (), {})
    return tagging.judge((*bodies.header_zones(post), *body.zones), body.words, vocabulary)


@pytest.mark.parametrize(("may", "text"), [pytest.param(may, t, id=h) for h, may, t in cases()])
def test_only_a_text_that_treats_its_subjects_gets_areas(may: bool, text: str, vocabulary: tagging.Vocabulary) -> None:
    verdict = verdict_on(text, vocabulary)

    assert bool(verdict.tags) is may
    assert bool(verdict.guard) is not may
