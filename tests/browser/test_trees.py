"""Guards what a screen reader is told: the accessibility tree of each template, as a file that one can read and review.

    VIDEN_TREES=write python3 tasks.py test tests/browser/test_trees.py

writes the files in `trees/` anew after a change that was meant; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser.conftest import Site, known, served
from tests.conftest import ROOT, TinySite

TREES = Path(__file__).with_name("trees")
SAMPLES = ROOT / "theme" / "stilguide"
"""The few posts that show all the theme can show; our own would change the trees with every new post."""
TEMPLATES = sorted({p.stem for p in (ROOT / "theme/templates").glob("*.html")} - {"base", "list", "was"})
LANDMARK = re.compile(r"^\s*- '?(navigation|region|search|complementary|form)(?: \"(?P<name>.+?)\")?'?:", re.MULTILINE)
HEADING = re.compile(r"^\s*- '?heading .*\[level=(?P<level>\d)\]", re.MULTILINE)
ALIKE = re.compile(r"(?P<indent>\s*)- '?(?P<role>listitem|row|cell|columnheader)\b")
KEPT = 3
"""Of the entries of a list or a table a tree shows so many: more say nothing new about the template."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    tiny = TinySite(tmp_path_factory.mktemp("traeer"))
    for path in sorted(p for p in SAMPLES.rglob("*") if p.is_file()):
        tiny.write(path.relative_to(SAMPLES).as_posix(), path.read_bytes())
    done = tiny.build()
    assert done.status == 0, done.out + done.err
    with served(tiny.output) as where:
        yield known(tiny.content, tiny.output, where)


@pytest.fixture(scope="module")
def trees(browser, small: Site) -> dict[str, tuple[str, str]]:
    """Return template → the tree of its page, and that of its main part alone."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    made = {}
    for template, url in small.one_of_each().items():
        page.goto(f"{small.address}/{url}")
        tree = (page.locator("body").aria_snapshot(), page.locator("main").aria_snapshot())
        made[template.removesuffix(".html")] = tree
    page.close()
    return made


def shortened(tree: str) -> str:
    """Return the tree without the addresses of links, and with the first entries of what is long."""
    kept: list[str] = []
    counts: dict[int, int] = {}
    skipped: int | None = None
    for line in tree.splitlines():
        depth = len(line) - len(line.lstrip())
        if skipped is not None and depth > skipped:
            continue
        skipped = None
        entry = ALIKE.match(line)
        counts = {d: n for d, n in counts.items() if d < depth or (d == depth and entry)}
        if entry:
            counts[depth] = counts.get(depth, 0) + 1
            if counts[depth] > KEPT:
                skipped = depth
                if counts[depth] == KEPT + 1:
                    kept.append(f"{line[:depth]}# and so on")
                continue
        if "- /url:" not in line:
            kept.append(line)
    depths = [len(line) - len(line.lstrip()) for line in kept] + [0]
    lines = (
        line if after > depth else line.removesuffix(":")
        for line, (depth, after) in zip(kept, pairwise(depths), strict=True)
    )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_tree_of_a_template_is_as_reviewed(template, trees):
    """The head and foot of all pages stand in the front page's file alone."""
    whole, main = trees[template]
    tree = shortened(whole if template == "index" else main)
    file = TREES / f"{template}.yaml"
    if os.environ.get("VIDEN_TREES") == "write":
        TREES.mkdir(exist_ok=True)
        file.write_text(tree, encoding="utf-8", newline="\n")

    assert tree == file.read_text(encoding="utf-8")


def test_there_is_no_tree_of_a_template_that_is_gone():
    assert sorted(p.stem for p in TREES.glob("*.yaml")) == TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_tree_has_one_h1_skips_no_level_and_names_its_landmarks(template, trees):
    whole, _ = trees[template]
    levels = [int(found["level"]) for found in HEADING.finditer(whole)]
    names = [(found[1], found["name"]) for found in LANDMARK.finditer(whole)]

    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert [role for role, name in names if not name] == []
    assert len(set(names)) == len(names)
    assert [
        role for role in ("banner", "main", "contentinfo") if len(re.findall(rf"^- {role}", whole, re.MULTILINE)) != 1
    ] == []
