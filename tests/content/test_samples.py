"""Guards the sample content: it shows every kind, area and form, says that it is invented, and has no faults."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from viden import pipeline
from viden.model import KINDS

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "content" / "artikler").glob("*.md"))
MOMENT = datetime(2026, 11, 25)


def as_day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def test_the_samples_have_neither_faults_nor_warnings(reading: pipeline.Reading) -> None:
    assert reading.problems == ()


def test_every_kind_has_two_published_posts(reading: pipeline.Reading) -> None:
    shown = Counter(f.kind for f in reading.library.facts)

    assert set(shown) == {k.id for k in KINDS}
    assert not [kind for kind, number in shown.items() if number < 2]


@pytest.mark.parametrize("facet", ["competence_areas", "work_areas"])
def test_every_area_has_two_published_posts(reading: pipeline.Reading, facet: str) -> None:
    shown = Counter(area for facts in reading.library.facts for area in getattr(facts, facet))

    assert set(shown) == {area.id for area in getattr(reading.registers, facet)}
    assert not [area for area, number in shown.items() if number < 2]


def test_there_are_posts_people_and_publishers_enough_to_judge_lists_by(reading: pipeline.Reading) -> None:
    assert len(reading.library.facts) > 30
    assert len(reading.registers.people) >= 8
    assert len(reading.registers.publishers) >= 3


def test_a_finished_stafet_has_three_meetings_and_a_post_of_four_to_six_pointers_for_each(
    reading: pipeline.Reading,
) -> None:
    stafet = reading.registers.series_of("tiden")
    assert stafet is not None
    pointers = {t.post.event: len(t.body.pointers) for t in reading.tagged if t.post.kind == "pointer"}

    assert len(stafet.events) == 3
    assert not [e.id for e in stafet.events if not 4 <= pointers.get(e.id, 0) <= 6]


def test_a_meeting_of_a_stafet_that_was_held_has_its_pointers_and_one_to_come_has_none(
    reading: pipeline.Reading,
) -> None:
    told = {t.post.event for t in reading.tagged if t.post.kind == "pointer"}
    meetings = [e for s in reading.registers.series for e in s.events if s.id != "aabne-eftermiddage"]

    assert {e.id for e in meetings if as_day(e.start) <= MOMENT.date()} == told
    assert {e.id for e in meetings if as_day(e.start) > MOMENT.date()}


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
    assert not [(t.post.id, t.body.words) for t in published if not 400 <= t.body.words <= 900]
    assert sum(500 <= t.body.words <= 800 for t in published) > len(published) / 2


def test_every_publisher_and_the_page_about_the_site_say_that_the_texts_are_invented(reading: pipeline.Reading) -> None:
    about = next(t for t in reading.pages() if t.post.slug == "om")

    assert "opdigtet" in about.body.text
    assert all("opdigtede" in p.disclosure for p in reading.registers.publishers)


def test_the_syntax_of_the_handbook_is_shown() -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    wanted = {
        "footnote": r"^\[\^1\]: ",
        "image in the body": r"^!\[.+\]\(\{static\}/billeder/",
        "table": r"^\| --- \|",
        "fact box": r"^::: fakta",
        "quote with its source": r"^::: citat \| ",
        "more to read": r"^::: læs også",
        "correction": r"^Rettet den ",
        "reusable box": r"^::: @",
        "steps": r"^7\. ",
        "review": r"^(Review_by|Gennemgås): ",
        "former address": r"^(Old_urls|Tidligere): ",
    }

    assert not [name for name, form in wanted.items() if not any(re.search(form, t, re.MULTILINE) for t in texts)]


def test_addresses_of_mail_are_of_the_reserved_domains() -> None:
    texts = [p.read_text(encoding="utf-8") for p in (ROOT / "content").rglob("*") if p.suffix in (".md", ".yaml")]
    found = {domain for text in texts for domain in re.findall(r"\w@([\w.-]+\w)", text)}

    assert found <= {"example.dk", "example.org", "example.com"}
