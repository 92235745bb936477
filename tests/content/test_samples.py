"""Guards the sample content: it shows every kind, area and form, says that it is invented, and has no faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from viden import pipeline
from viden.model import KINDS

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "content" / "artikler").glob("*.md"))


def test_the_samples_have_neither_faults_nor_warnings(reading: pipeline.Reading) -> None:
    assert reading.problems == ()


def test_every_kind_has_a_published_post(reading: pipeline.Reading) -> None:
    assert {f.kind for f in reading.library.facts} == {k.id for k in KINDS}


@pytest.mark.parametrize("facet", ["competence_areas", "work_areas"])
def test_every_area_has_a_published_post(reading: pipeline.Reading, facet: str) -> None:
    shown = {area for facts in reading.library.facts for area in getattr(facts, facet)}

    assert shown == {area.id for area in getattr(reading.registers, facet)}


def test_every_register_row_is_used_by_a_published_post(reading: pipeline.Reading) -> None:
    facts = reading.library.facts

    assert {f.blog for f in facts} - {""} == {b.id for b in reading.registers.blogs}
    assert {f.publisher for f in facts} == {p.id for p in reading.registers.publishers}
    assert {a.id for f in facts for a in f.authors} == {p.id for p in reading.registers.people}


def test_both_forms_of_header_and_the_danish_keys_are_shown() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]

    assert {text.startswith("---\n") for text in texts} == {True, False}
    assert any(re.search(r"^Titel:", text, re.MULTILINE) for text in texts)


def test_posts_have_a_lasting_id_and_a_length_that_is_read(reading: pipeline.Reading) -> None:
    published = [t for t in reading.tagged if t.post.is_article and t.post.status == "published"]

    assert not [t.post.id for t in published if t.post.id_is_provisional]
    assert not [(t.post.id, t.body.words) for t in published if not 250 <= t.body.words <= 700]


def test_every_publisher_and_the_page_about_the_site_say_that_the_texts_are_invented(reading: pipeline.Reading) -> None:
    about = next(t for t in reading.pages() if t.post.slug == "om")

    assert "opdigtet" in about.body.text
    assert all("opdigtede" in p.disclosure for p in reading.registers.publishers)


def test_addresses_of_mail_are_of_the_reserved_domains() -> None:
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "content").rglob("*") if p.suffix in (".md", ".yaml")]
    found = {domain for text in texts for domain in re.findall(r"\w@([\w.-]+\w)", text)}

    assert found <= {"example.dk", "example.org", "example.com"}
