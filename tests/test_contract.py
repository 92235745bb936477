"""Guards the names that editors, readers, subscribers and other programs rely on: each table is written out here, and held against the code.

A test that fails here means that somebody outside will notice: keep the old name beside the new one, or lead on from it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from viden import addresses, headers, pipeline
from viden.headers.keys import STATUS_WORDS
from viden.model import KINDS
from viden.registers.loading import ELSEWHERE, LISTS, MAPPINGS
from viden_pelican.settings import defaults_folder

ROOT = Path(__file__).resolve().parent.parent
MOMENT = datetime.fromtimestamp(1795600000, UTC)

# --- the header

KEYS = {
    "Title": ("Titel",),
    "Date": ("Dato",),
    "Modified": ("Ændret",),
    "Id": (),
    "Kind": ("Type",),
    "Authors": ("Forfattere", "Forfatter", "Author"),
    "Category": ("Kategori",),
    "Publisher": ("Udgiver",),
    "Blog": (),
    "Summary": ("Manchet", "Resumé"),
    "Competence_areas": ("Kompetenceområder", "Kompetencer"),
    "Work_areas": ("Arbejdsområder",),
    "Reject_areas": ("Fravalg",),
    "Tags": ("Emneord",),
    "Series": ("Serie",),
    "Part": ("Del",),
    "Event": ("Arrangement",),
    "Image": ("Billede",),
    "Image_alt": ("Alt",),
    "Image_credit": ("Foto",),
    "Review_by": ("Gennemgås",),
    "Old_urls": ("Tidligere",),
    "Status": (),
    "Slug": (),
    "Lang": ("Sprog",),
}


def test_the_keys_and_their_aliases() -> None:
    assert {key.name: key.aliases for key in headers.KEYS} == KEYS
    assert {key.name for key in headers.KEYS if key.required} == {"Title", "Date"}


@pytest.mark.parametrize(("name", "word"), [(n, w) for n, words in KEYS.items() for w in (n, *words)])
@pytest.mark.parametrize("written", [str, str.lower, str.upper])
def test_a_key_is_read_by_each_of_its_words_whatever_the_case(name: str, word: str, written) -> None:
    header, _, problems = headers.parse(f"{written(word)}: værdi\n\nTekst.\n", "a.md")

    assert header is not None and problems == ()
    assert header.get(name.lower()).value == "værdi"


def test_the_statuses_and_their_danish_words() -> None:
    assert headers.STATUSES == ("published", "draft", "hidden")
    assert {"kladde": "draft", "skjult": "hidden"}.items() <= STATUS_WORDS.items()
    assert {word: word for word in headers.STATUSES}.items() <= STATUS_WORDS.items()


def test_the_eight_kinds() -> None:
    assert [k.id for k in KINDS] == ["blog", "pointer", "article", "debate", "press", "case", "event", "tool"]


# --- the registers

COMPETENCE_AREAS = {
    "digital-ledelse": "Ledelse af digitalisering",
    "forandringsledelse": "Forandringsledelse og implementering",
    "brugerkompetencer": "Digitale brugerkompetencer",
    "informationssikkerhed": "Data- og informationssikkerhed",
    "professionsfaglighed": "Professionsfaglighed og teknologiforståelse",
    "gevinstrealisering": "Gevinstrealisering og effekt",
    "kompetenceudvikling": "Kompetenceudvikling og læring",
    "samarbejde-paa-tvaers": "Samarbejde og videndeling på tværs",
    "borgerinddragelse-tillid": "Borgerinddragelse, tillid og digital inklusion",
    "innovation": "Innovation og nye arbejdsformer",
    "it-arkitektur": "It-arkitektur, open source og fælles løsninger",
    "data-ai": "Data, automatisering og kunstig intelligens",
    "etik-regulering": "Dataetik, jura og regulering",
}
WORK_AREAS = {
    "aeldre-sundhed": "Ældre og sundhed",
    "boern-skole": "Børn, unge og skole",
    "social-handicap": "Social og handicap",
    "beskaeftigelse": "Beskæftigelse og integration",
    "borgerservice": "Borgerservice og ydelser",
    "teknik-miljoe": "Teknik, miljø og klima",
    "kultur-fritid": "Kultur, fritid og biblioteker",
    "administration-oekonomi": "Administration, økonomi og HR",
    "it-digitalisering": "It og digitalisering",
    "ledelse": "Ledelse",
    "politik-demokrati": "Politik og demokrati",
}


@pytest.fixture(scope="module")
def reading() -> pipeline.Reading:
    return pipeline.read_folder(ROOT / "content", defaults_folder(), MOMENT)


def test_the_areas_and_their_labels(reading: pipeline.Reading) -> None:
    assert {a.id: a.label for a in reading.registers.competence_areas} == COMPETENCE_AREAS
    assert {a.id: a.label for a in reading.registers.work_areas} == WORK_AREAS
    assert all(a.definition for a in reading.registers.competence_areas + reading.registers.work_areas)


def test_the_files_of_the_registers() -> None:
    lists = {
        "kompetenceomraader", "arbejdsomraader", "personer", "udgivere", "blogs", "stafetter", "bokse", "synonymer",
        "forkortelser",
    }  # fmt: skip

    assert set(LISTS) == lists
    assert set(MAPPINGS) == {"site", "nyhedsbreve", "mest_laeste", "adresser"}
    assert set(ELSEWHERE) == {"undtagelser"}


# --- addresses


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (addresses.article_url("x"), "artikler/x/"),
        (addresses.markdown_url("x"), "artikler/x/index.md"),
        (addresses.citation_url("x", "bib"), "artikler/x/citat.bib"),
        (addresses.area_url("competence"), "kompetencer/"),
        (addresses.area_url("competence", "data-ai"), "kompetencer/data-ai/"),
        (addresses.area_url("work", "ledelse"), "arbejdsomraader/ledelse/"),
        (addresses.topic_url("x"), "emner/x/"),
        (addresses.person_url("x"), "personer/x/"),
        (addresses.publisher_url("x"), "udgivere/x/"),
        (addresses.blog_url("x"), "blogs/x/"),
        (addresses.series_url("x"), "serier/x/"),
        (addresses.pointers_url("x"), "stafetter/x/pointer/"),
        (addresses.archive_url(), "arkiv/"),
        (addresses.archive_url(2026), "arkiv/2026/"),
        (addresses.archive_url(2026, 3), "arkiv/2026/03/"),
        (addresses.CALENDAR, "kalender/"),
        (addresses.calendar_path("x"), "kalender/x.ics"),
        (addresses.SEARCH, "soeg/"),
        (addresses.KNOWLEDGE_MAP, "videnskort/"),
        (addresses.subscribe_url("x"), "abonner/x/"),
        (addresses.newsletter_url("liste", "2026-48"), "nyhedsbreve/liste/2026-48/"),
        (addresses.ACCESSIBILITY, "tilgaengelighed/"),
        (addresses.STATEMENT, "was/"),
        (addresses.PRIVACY, "privatliv/"),
        (addresses.NOT_FOUND, "404.html"),
        (addresses.page_of("artikler/", 1), "artikler/"),
        (addresses.page_of("artikler/", 2), "artikler/side/2/"),
        (addresses.feed_path("alle", "rss"), "feeds/alle.rss.xml"),
        (addresses.feed_path("alle", "atom"), "feeds/alle.atom.xml"),
        (addresses.feed_path("alle", "json"), "feeds/alle.json"),
        (addresses.area_feed("work", "ledelse"), "arbejdsomraade/ledelse"),
        (addresses.area_feed("competence", "data-ai"), "kompetence/data-ai"),
        (addresses.pair_feed("ledelse", "data-ai"), "arbejdsomraade/ledelse/kompetence/data-ai"),
        (addresses.blog_feed("x"), "blog/x"),
        (addresses.publisher_feed("x"), "udgiver/x"),
        (addresses.person_feed("x"), "person/x"),
        (addresses.series_feed("x"), "serie/x"),
        (addresses.list_feed("x"), "liste/x"),
        (addresses.archive_feed("alle", 2026), "arkiv/alle-2026"),
        (addresses.edition_feed("ledelse", "uge"), "nyhedsbrev/ledelse-uge"),
        (addresses.OPML, "feeds/abonner.opml"),
        (addresses.tag_uri("example.dk,2026", "artikel", "x"), "tag:example.dk,2026:artikel/x"),
    ],
)
def test_the_addresses(made: str, expected: str) -> None:
    assert made == expected


STANDING = """
/ /kompetencer/ /arbejdsomraader/ /emner/ /personer/ /udgivere/ /blogs/ /serier/ /arkiv/ /kalender/ /soeg/ /videnskort/
/abonner/ /tilgaengelighed/ /was/ /privatliv/ /404.html /feeds/alle.rss.xml /feeds/alle.atom.xml /feeds/alle.json
/feeds/abonner.opml /sitemap.xml /robots.txt /manifest.sha256 /410.html /data/artikler.json /data/adresser.json /llms.txt
"""
"""What every site has, whatever its content."""


def test_the_built_site_has_all_that_stands_and_a_page_and_feeds_for_each_thing(built: Path, reading) -> None:
    known = reading.registers
    wanted = STANDING.split()
    for facet, feed, areas in (("kompetencer", "kompetence", COMPETENCE_AREAS), ("arbejdsomraader", "arbejdsomraade", WORK_AREAS)):  # fmt: skip
        wanted += [f"/{facet}/{id}/" for id in areas] + [f"/abonner/{id}/" for id in areas]
        wanted += [f"/feeds/{feed}/{id}{end}" for id in areas for end in (".rss.xml", ".atom.xml", ".json")]
    wanted += [f"/feeds/nyhedsbrev/{id}-uge{end}" for id in WORK_AREAS for end in (".rss.xml", ".atom.xml")]
    wanted += [f"/udgivere/{p.id}/" for p in known.publishers] + [f"/feeds/udgiver/{p.id}.rss.xml" for p in known.publishers]  # fmt: skip
    wanted += [f"/blogs/{b.id}/" for b in known.blogs] + [f"/feeds/blog/{b.id}.atom.xml" for b in known.blogs]
    wanted += [f"/serier/{s.id}/" for s in known.series] + [f"/kalender/{e.id}.ics" for e in known.events]
    for facts in reading.library.facts:
        wanted += [f"/{facts.url}", f"/{facts.url}index.md"]

    missing = [url for url in wanted if not (built / addresses.save_as(url.removeprefix("/"))).is_file()]
    assert missing == []


# --- JSON


def said(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / f"{words[0]}.py"), *words[1:]],
        capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1795600000"},
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_the_json_of_words_and_search() -> None:
    (word,) = json.loads(said("words", "--format", "json", "ældreområdet"))
    answer = json.loads(said("search", "kommune", "--format", "json", "--limit", "2"))

    assert word.keys() == {"word", "key", "lemmas", "parts", "stem"}
    assert {"query", "total", "did_you_mean", "hits", "facets"} <= answer.keys()
    assert len(answer["hits"]) == 2
    assert all({"id", "path", "url", "title", "score", "snippet", "date"} <= hit.keys() for hit in answer["hits"])


def test_json_for_programs_has_sorted_keys_and_a_final_newline() -> None:
    for words in (("check", "--format", "json"), ("suggest", "--format", "json"), ("words", "--format", "json", "bro")):
        text = said(*words)

        assert text.endswith("\n") and not text.endswith("\n\n")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n", words


def test_the_engine_in_the_browser_keeps_its_front_door() -> None:
    text = (ROOT / "theme/static/js/search-engine.js").read_text(encoding="utf-8")

    assert re.search(r"export (?:async )?function open\(|export \{[^}]*\bopen\b", text)
    for name in ("kind", "workArea", "competenceArea", "author", "publisher", "series", "year", "didYouMean", "facets"):
        assert name in text
    assert not re.search(r"\b(?:document|window|localStorage)\.", re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S))
