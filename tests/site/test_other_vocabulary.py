"""Guards that a site of another world is made by swapping the two area registers and `site.yaml`, and nothing else.

Every part that knows areas is asked for the new ones, and no id or label of the
project's own areas may be left in any file.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import lxml.html
import pytest

from tests import other_vocabulary
from tests.conftest import ROOT, TinySite
from tests.viden.search import node

COMPETENCES = {"forkyndelse", "sang-musik", "frivillige"}
WORK = {"praester", "kirkegaard", "kirkekontor", "menighedsraad"}
FOLDERS = {"work_areas": ("arbejdsomraader", "arbejdsomraade"), "competence_areas": ("kompetencer", "kompetence")}
GIVEN = {
    "orglet": (["sang-musik"], ["kirkegaard"]),
    "praedikenen": (["forkyndelse"], ["praester"]),
    "besoeg": (["frivillige", "sang-musik"], ["praester", "menighedsraad"]),
    "protokollen": ([], ["menighedsraad"]),
    "kirkebogen": (["frivillige"], ["kirkekontor"]),
    "regn": ([], []),
}


@pytest.fixture(scope="module")
def parish(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    """The site of the parishes, written and built once."""
    made = TinySite(tmp_path_factory.mktemp("sogn"))
    for path, text in other_vocabulary.files().items():
        made.write(path, text)
    result = made.build()
    assert result.status == 0, result.err
    return made


@pytest.fixture(scope="module")
def rows(parish: TinySite) -> dict[str, dict]:
    told = json.loads(parish.read("data/artikler.json"))
    return {row["id"].rpartition(":")[2]: row for row in (told if isinstance(told, list) else told["articles"])}


@pytest.fixture
def copy(parish: TinySite, tmp_path: Path) -> TinySite:
    """A copy of the content that a test may change."""
    made = TinySite(tmp_path)
    for path, text in other_vocabulary.files().items():
        made.write(path, text)
    return made


def own_areas() -> dict[str, str]:
    text = "".join((ROOT / f"content/data/{n}.yaml").read_text("utf-8") for n in ("kompetenceomraader", "arbejdsomraader"))  # fmt: skip
    return dict(re.findall(r'^- id: ([\w-]+)\n  da: "(.+)"$', text, re.MULTILINE))


def links(parish: TinySite, page: str) -> set[str]:
    return set(lxml.html.fromstring(parish.read(f"{page}index.html")).xpath("//main//a/@href"))


def test_each_post_has_the_areas_of_its_words_or_of_its_editor(rows):
    assert {id: (row["competence_areas"], row["work_areas"]) for id, row in rows.items()} == GIVEN


def test_no_id_and_no_label_of_the_project_s_own_areas_is_in_any_file(parish):
    own = own_areas()
    assert len(own) == 24
    words = re.compile("|".join(rf"(?<![\w-]){re.escape(w)}(?![\w-])" for w in (*own, *own.values())), re.IGNORECASE)

    found = {
        (path, hit[0]) for path, data in parish.files().items() for hit in words.finditer(data.decode("utf-8", "replace"))
    }  # fmt: skip
    assert found == set()


def test_no_word_of_the_project_s_own_trade_is_in_what_readers_see(parish):
    texts = {p: d.decode() for p, d in parish.files().items() if p.endswith((".html", ".xml", ".json", ".txt", ".opml"))}  # fmt: skip
    texts = {p: re.sub(r"<generator.*?</generator>", "", text) for p, text in texts.items()}

    assert {p for p, text in texts.items() if re.search(r"kommun|digital|videnstafet(?!\.css|-udseende|\.example)", text, re.IGNORECASE)} == set()  # fmt: skip


@pytest.mark.parametrize("facet", FOLDERS)
def test_each_area_has_its_pages_with_its_posts_and_no_other_has_one(parish, rows, facet):
    folder, _ = FOLDERS[facet]
    ids = WORK if facet == "work_areas" else COMPETENCES

    assert {p.name for p in (parish.output / folder).iterdir() if p.is_dir() and p.name != "side"} == ids
    assert {f"/{folder}/{id}/" for id in ids} <= links(parish, f"{folder}/")
    for id in ids:
        slugs = {f"/{row['url'].split('/', 3)[-1]}" for row in rows.values() if id in row[facet]}
        assert slugs <= links(parish, f"{folder}/{id}/"), id


@pytest.mark.parametrize("facet", FOLDERS)
def test_each_area_has_feeds_that_hold_its_posts(parish, rows, facet):
    _, folder = FOLDERS[facet]
    stems = {p.name.split(".")[0] for p in (parish.output / "feeds" / folder).iterdir() if p.is_file()}

    assert stems == (WORK if facet == "work_areas" else COMPETENCES)
    for id in stems:
        fed = {item["title"] for item in json.loads(parish.read(f"feeds/{folder}/{id}.json"))["items"]}
        assert fed == {row["title"] for row in rows.values() if id in row[facet]}, id
        for form in ("rss.xml", "atom.xml"):
            assert all(title in parish.read(f"feeds/{folder}/{id}.{form}") for title in fed)


def test_work_areas_have_newsletters_and_all_have_a_page_to_subscribe_from(parish):
    letters = {p.name.removesuffix("-uge.rss.xml") for p in (parish.output / "feeds/nyhedsbrev").glob("*.rss.xml")}

    assert letters == WORK
    assert {p.name for p in (parish.output / "abonner").iterdir() if p.is_dir()} >= WORK | COMPETENCES
    assert "Salmer" in parish.read("feeds/abonner.opml") or "salmer" in parish.read("feeds/abonner.opml")
    assert "Orglet fik nye bælge" in parish.read("feeds/nyhedsbrev/kirkegaard-uge.rss.xml")


def test_the_knowledge_map_counts_each_pair(parish):
    pairs = {p.relative_to(parish.output / "videnskort").parent.as_posix() for p in (parish.output / "videnskort").glob("*/*/index.html")}  # fmt: skip

    assert pairs == {f"{w}/{k}" for competences, work in GIVEN.values() for k in competences for w in work}
    assert {f"/videnskort/{pair}/" for pair in pairs} <= links(parish, "videnskort/")


def test_the_search_filters_by_the_new_areas(parish):
    calls = [["search", "orgel", {"filters": {"workArea": "kirkegaard"}}], ["search", "orgel", {"filters": {"workArea": "praester"}}], ["search", "", {}]]  # fmt: skip

    hits, none, _ = node.run(calls, parish.output)["answers"]
    assert [h["title"] for h in hits["hits"]] == ["Orglet fik nye bælge"]
    assert none["total"] == 0
    assert {"value": "kirkegaard", "label": "Kirkegård og grønne områder"}.items() <= hits["facets"]["workArea"][
        0
    ].items()
    told = json.loads(parish.run("search", "orgel", "--format", "json", "--competence-area", "sang-musik").out)
    assert [h["id"] for h in told["hits"]] == ["orglet"]


def test_a_post_s_page_marks_its_areas_and_offers_their_newsletter(parish, rows):
    page = parish.read(rows["orglet"]["url"].split("/", 3)[-1] + "index.html")

    assert 'href="/arbejdsomraader/kirkegaard/"' in page and 'href="/kompetencer/sang-musik/"' in page
    assert 'href="/abonner/kirkegaard/"' in page


def test_the_taxonomy_that_is_published_is_the_new_one(parish):
    told = parish.read("data/taksonomi.ttl")

    assert all(f"/{id}" in told for id in WORK | COMPETENCES)


def test_suggest_accept_reject_and_new_know_the_new_areas_only(copy):
    suggested = json.loads(copy.run("suggest", "--format", "json").out)
    assert {a["id"] for row in suggested for f in FOLDERS for a in row[f]} <= WORK | COMPETENCES

    accepted = copy.run("accept", "regn", "kirkegård og grønne områder", "sang-musik")
    rejected = copy.run("reject", "orglet", "kirkegaard")
    unknown = copy.run("accept", "regn", "ledelse")
    made = copy.run("new", "blog", "--title", "Nye stier", "--work-area", "kirkegaard")

    assert "Work_areas: kirkegaard\n" in accepted.out and "Competence_areas: sang-musik\n" in accepted.out
    assert "Reject_areas: kirkegaard\n" in rejected.out
    assert unknown.status == 2 and "menighedsraad" in unknown.err
    assert made.status == 0 and "Work_areas: kirkegaard\n" in (copy.content / "artikler/nye-stier.md").read_text(
        "utf-8"
    )
    assert copy.run("check").status == 0


def test_the_words_above_the_lists_are_the_site_s_own(parish):
    assert "Hvad er du i kirken?" in parish.read("arbejdsomraader/index.html")
    assert "Hvad skal du kunne?" in parish.read("kompetencer/index.html")
