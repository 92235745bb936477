"""Guards the last lines of a build: what editors should look at, few words for many posts, the same every time."""

from __future__ import annotations

import json
import random
from datetime import datetime

import pytest
from viden.dates import COPENHAGEN
from viden.model import Body, Place, Post, Tag, TaggedPost
from viden.tagging import SURE
from viden_pelican.report import attention


def tagged(name, *tags, **changes):
    when = datetime(2026, 11, 1, tzinfo=COPENHAGEN)
    post = Post(name, "article", name, name, when, False, "", Place(f"artikler/{name}.md"), **changes)
    return TaggedPost(post, Body("", ""), tags)


def tag(score, tier="sure", origin="tagger", area="ledelse", facet="work"):
    return Tag(area, facet, tier, score, origin)


FIRM = tag(2 * SURE["work"])


def test_all_is_well_without_a_word():
    assert attention([tagged("a", FIRM), tagged("b", work_areas=()), tagged("c", tag(0, origin="editor"))]) == ()


def test_posts_without_work_area_are_named_in_order_whatever_order_they_came_in():
    posts = [tagged(name) for name in "cabd"]
    random.Random(3).shuffle(posts)

    assert attention(posts) == (
        "Uden arbejdsområde: 4 indlæg: artikler/a.md, artikler/b.md, artikler/c.md, artikler/d.md. "
        "Se dem alle: python3 tasks.py suggest --only untagged",
    )


def test_of_many_posts_the_first_are_named_and_the_rest_is_counted():
    (line,) = attention([tagged(f"x{n:03}") for n in range(250)])

    assert line.startswith(
        "Uden arbejdsområde: 250 indlæg: artikler/x000.md, artikler/x001.md, artikler/x002.md, 247 mere. "
    )


@pytest.mark.parametrize(
    ("score", "tier", "doubtful"),
    [
        (SURE["work"] + SURE["work"] // 5, "sure", True),
        (SURE["work"] + SURE["work"] // 5 + 1, "sure", False),
        (SURE["work"] - SURE["work"] // 5, "suggestion", True),
        (SURE["work"] - SURE["work"] // 5 - 1, "suggestion", False),
        (3 * SURE["work"], "suggestion", True),
    ],
)
def test_an_area_near_the_threshold_from_either_side_is_in_doubt(score, tier, doubtful):
    lines = attention([tagged("a", FIRM, tag(score, tier, area="skole"))])

    assert lines == ("Tvivl om områderne: 1 indlæg: artikler/a.md (skole). Se dem alle: python3 tasks.py suggest --only doubtful",) * doubtful  # fmt: skip


def test_what_an_editor_decided_is_in_no_doubt():
    assert attention([tagged("a", tag(SURE["work"], origin="editor"))]) == ()


def test_the_last_lines_of_a_build_are_the_same_twice_and_the_command_shows_them(site, make_post):
    for name in ("a", "b"):
        site.write(f"artikler/{name}.md", make_post(title=f"Om {name}", id=name).replace("Work_areas: ledelse\n", ""))
    site.write("artikler/c.md", make_post(id="c"))

    lines = [[line for line in site.build().out.splitlines() if "arbejdsområde" in line] for _ in range(2)]

    assert lines[0] == lines[1] == [
        "Uden arbejdsområde: 2 indlæg: artikler/a.md, artikler/b.md. Se dem alle: python3 tasks.py suggest --only untagged"
    ]  # fmt: skip
    shown = json.loads(site.run("suggest", "--only", "untagged", "--format", "json").out)
    assert [row["id"] for row in shown] == ["a", "b"]


def test_only_a_preview_tells_of_a_missing_work_area(site, make_post):
    site.write("artikler/a.md", make_post(id="a").replace("Work_areas: ledelse\n", ""))

    published = site.build()
    page = site.read("artikler/et-indlaeg-om-broen/index.html")
    preview = site.build("--with-drafts")

    assert (published.status, preview.status) == (0, 0)
    assert "intet-arbejdsomraade" not in page
    assert "python3 tasks.py accept a " in site.read("artikler/et-indlaeg-om-broen/index.html")
