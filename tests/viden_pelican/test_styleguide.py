"""Guards the style page: every part of the theme is on it, cut from pages that were built, and no built site has it."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from viden.bodies.layout import NAMES as BOXES
from viden.model import KINDS
from viden_pelican import styleguide
from viden_pelican.styleguide import colours, cutting

from tests.conftest import ROOT
from tests.samples_of_theme import built_guide
from tests.theme import test_tokens

CSS = ROOT / "theme" / "static" / "css"
SCRIPTS = ROOT / "theme" / "static" / "js"
NOT_SHOWN = {
    "paging__gap": "a list needs more than a hundred posts for it",
    "page--poster": "is the body of the poster's own page",
    **dict.fromkeys(("poster--2", "poster--3", "poster__source"), "a poster of many pointers"),
    "ranking--chosen": "stands where the most read stand, until readers were counted",
    **dict.fromkeys(("map__cell--2", "map__cell--3"), "steps between the palest and the darkest cell, which are there"),
    **{
        f"feature--{kind.id}": "the front page features three; the card of the kind has the same colours"
        for kind in KINDS
    },
}
"""Classes that the samples cannot show on one page, each with its reason."""


@pytest.fixture(scope="module")
def sample_guide(tmp_path_factory):
    return built_guide(tmp_path_factory.mktemp("stilguide"))


@pytest.fixture(scope="module")
def page(sample_guide):
    return BeautifulSoup(sample_guide.page(), "html.parser")


def classes_of(sheet):
    """Return the class names that a style sheet has rules for."""
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}|\"[^\"]*\"", " ", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    return set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", selectors))


def test_the_samples_have_no_faults(sample_guide):
    assert sample_guide.said == ""


def test_the_samples_bring_their_own_areas_for_sites_that_have_others():
    own = {path.name for path in (ROOT / "theme/stilguide/data").iterdir()}

    assert {"kompetenceomraader.yaml", "arbejdsomraader.yaml", "site.yaml"} <= own


@pytest.mark.parametrize("sheet", sorted((CSS / "components").glob("*.css")), ids=lambda p: p.stem)
def test_every_part_with_a_style_is_on_the_page(page, sheet):
    shown = {name for tag in page.select("[class]") for name in tag["class"]}
    by_script = "".join(path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.js")))
    lost = {name for name in classes_of(sheet) - shown - set(NOT_SHOWN) if not re.search(rf"\b{name}\b", by_script)}

    assert lost == set(), "add a sample in theme/stilguide/ or a row in styleguide/specimens.py"


def test_every_box_and_the_card_of_every_kind_are_on_the_page(page):
    for class_name, _ in BOXES.values():
        assert page.select(f".box--{class_name}"), class_name
    for kind in KINDS:
        assert page.select(f".card--{kind.id}"), kind.id


def test_what_is_not_shown_has_a_style_still():
    styled = set().union(*(classes_of(sheet) for sheet in CSS.rglob("*.css")))

    assert set(NOT_SHOWN) - styled - {f"feature--{kind.id}" for kind in KINDS} == set()


def test_ids_and_names_of_landmarks_are_unique(page):
    ids = [tag["id"] for tag in page.select("[id]")]
    named = [tag for tag in page.select(cutting.LANDMARKS) if tag.get("aria-label") or tag.get("aria-labelledby")]
    names = [
        (t.name, t.get("aria-label") or page.find(id=t["aria-labelledby"]).get_text(" ", strip=True)) for t in named
    ]

    assert sorted(i for i in set(ids) if ids.count(i) > 1) == []
    assert sorted(n for n in set(names) if names.count(n) > 1) == []
    assert {t[a] for a in ("for", "aria-labelledby") for t in page.select(f"[{a}]")} <= set(ids)


def test_no_level_of_heading_is_skipped(page):
    levels = [int(h.name[1]) for h in page.select("main h1, main h2, main h3, main h4, main h5")]

    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []


def test_the_contrasts_on_the_page_are_those_of_the_tokens(page):
    light, dark = (test_tokens.scheme(name) for name in ("light", "dark"))
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.select(".guide__figures tbody tr")]

    assert len(rows) == len(colours.PAIRS)
    for (_, _, least, *found), pair in zip(rows, colours.PAIRS, strict=True):
        wanted = [test_tokens.contrast(scheme, (pair.front, pair.ground)) for scheme in (light, dark)]
        assert [float(number.replace(",", ".")) for number in found] == [round(number, 1) for number in wanted], pair
        assert min(wanted) >= float(least.replace(",", ".")), pair


def test_a_part_that_is_gone_is_named():
    with pytest.raises(LookupError, match=r"\.box"):
        cutting.cut(BeautifulSoup("<p>Ingen boks.</p>", "html.parser"), ".box", 1)


def test_no_built_site_has_the_page(built):
    names = [p.relative_to(built).as_posix() for p in built.rglob("*")]
    pages = [p for p in built.rglob("*") if p.suffix in (".html", ".css", ".js", ".xml", ".txt", "")]
    told = [p.name for p in pages if p.is_file() and re.search(rb"stilguide|guide__|_viden/", p.read_bytes())]

    assert [name for name in names if "stilguide" in name] == []
    assert told == []


def test_the_style_of_the_page_has_a_rule_for_each_colour_and_size_shown(sample_guide, page):
    rules = sample_guide.style().decode()
    shown = {c for tag in page.select("[class]") for c in tag["class"] if re.match("guide__s(watch|ample)--", c)}

    assert shown and {name for name in shown if f".{name} {{" not in rules} == set()


def test_an_unchanged_turn_builds_nothing(sample_guide):
    built = []
    twin = styleguide.Guide(
        sample_guide.theme, sample_guide.workshop, lambda *folders: (built.append(folders), (True, ""))[1]
    )

    twin.refresh(1)
    twin.refresh(1)
    twin.refresh(2)

    assert len(built) == 2
