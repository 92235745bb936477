"""Guards what must hold of any text and of the whole vocabulary of the project, not only of chosen words."""

import os
import random
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from viden import language, pipeline, tagging
from viden.model import Registers, Zone
from viden.tagging import Vocabulary
from viden.tagging.matching import hits

from tests.conftest import ROOT
from tests.viden.tagging.test_genres import cases, verdict_on

CONTENT = ROOT / "content"
MOMENT = datetime(2026, 11, 25, tzinfo=UTC)
SEEDS = range(3)


@pytest.fixture(scope="module")
def reading() -> pipeline.Reading:
    return pipeline.read_folder(CONTENT, CONTENT, MOMENT)


def title(text: str) -> tuple[Zone, ...]:
    return (Zone("title", text), Zone("body", text))


def values(text: str, vocabulary: Vocabulary, area: str, term: str) -> list[int]:
    """Return what each hit of a term of an area counts in a text."""
    found = hits(title(text), vocabulary)
    entries = vocabulary.entries
    return [hit.value for hit in found if (entries[hit.entry].area, entries[hit.entry].text) == (area, term)]


def single_words(vocabulary: Vocabulary, seed: int, most: int = 150) -> list[tagging.Entry]:
    plain = [e for e in vocabulary.entries if e.weight and not e.contexts and not e.capitals and e.text.isalpha()]
    return random.Random(seed).sample(plain, min(most, len(plain)))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_inflected_form_scores_as_its_lemma_over_the_whole_vocabulary(vocabulary: Vocabulary, seed: int) -> None:
    differing = []
    for entry in single_words(vocabulary, seed):
        own = {form for pattern in entry.patterns if len(pattern) == 1 for form in pattern[0]}
        lemma = values(f"Om {entry.text} igen", vocabulary, entry.area, entry.text)
        for form in language.forms(entry.text):
            inflected = values(f"Om {form} igen", vocabulary, entry.area, entry.text)
            # A form that is another term of the area too, or never meant, is not this term's.
            if language.key(form) in own and inflected and inflected != lemma:
                differing.append((entry.area, entry.text, form))

    assert differing == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "respelt",
    [
        lambda word: word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
        lambda word: unicodedata.normalize("NFD", word),
        str.upper,
    ],
    ids=["without Danish letters", "decomposed", "in capitals"],
)
def test_every_spelling_of_a_term_scores_alike(vocabulary: Vocabulary, seed: int, respelt) -> None:
    danish = [e for e in single_words(vocabulary, seed, 1000) if not e.text.isascii()][:100]
    assert danish

    for entry in danish:
        plain = values(f"Om {entry.text} igen", vocabulary, entry.area, entry.text)
        assert values(f"Om {respelt(entry.text)} igen", vocabulary, entry.area, entry.text) == plain, entry.text


def test_every_hit_stands_at_its_line_and_column_in_the_file(reading: pipeline.Reading) -> None:
    texts = {s.path: s.data.decode("utf-8").split("\n") for s in reading.sources if s.path.endswith(".md")}
    seen = 0
    for tagged in reading.tagged:
        for tag in tagged.tags:
            for e in tag.evidence:
                line = texts[tagged.post.place.path][e.line - 1]
                assert line[e.column - 1 :].startswith(e.form.split()[0]), (tagged.post.id, e)
                seen += 1

    assert seen > 500


def test_the_shares_of_every_post_add_up_and_the_counterfactual_changes_the_tier(reading: pipeline.Reading) -> None:
    for post, judgement in pipeline.judgements(reading).items():
        for tag, reason in zip(judgement.tags, judgement.counterfactuals, strict=True):
            assert sum(e.share for e in tag.evidence) == tag.score, post
            assert reason.tier != tag.tier or not reason.lost, post
            assert reason.score <= tag.score, post


@pytest.mark.parametrize(
    "added",
    [
        "Læs også: Gevinster, jura, etik og ledelse.",
        "Emneord: jura; kursus; plejehjem; jobcenter",
        "Foto: Jobcenter Sol",
    ],
)
def test_a_footer_or_a_line_of_keywords_below_any_post_changes_nothing(reading: pipeline.Reading, added: str) -> None:
    for tagged in reading.tagged[::4]:
        zones = pipeline.zones(tagged)
        before = tagging.tags(zones, tagged.body.words, reading.vocabulary)

        assert tagging.tags((*zones, Zone("none", added)), tagged.body.words, reading.vocabulary) == before


def test_an_enumeration_of_all_areas_gives_nothing_sure(known: Registers, vocabulary: Vocabulary) -> None:
    labels = [area.label for area in (*known.competence_areas, *known.work_areas)]
    text = f"Kommunen arbejder med {', '.join(labels[:-1])} og {labels[-1]}."

    found = tagging.tags([Zone("title", "Alt det, vi laver"), Zone("lead", text)], len(text.split()), vocabulary)

    assert [tag.area for tag in found if tag.tier == "sure"] == []


@pytest.mark.parametrize("text", ["", "Kursus", "ord " * 20_000, "Vi henter gevinster på plejehjemmet. " * 4000])
def test_a_text_of_any_length_works(vocabulary: Vocabulary, text: str) -> None:
    found = tagging.tags([Zone("body", text)], len(text.split()), vocabulary)

    assert all(sum(e.share for e in tag.evidence) == tag.score for tag in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_neither_the_order_of_terms_nor_of_files_changes_anything(
    reading: pipeline.Reading, known: Registers, vocabulary: Vocabulary, seed: int
) -> None:
    draw = random.Random(seed)
    areas = [
        replace(a, terms=tuple(draw.sample(a.terms, len(a.terms))))
        for a in (*known.competence_areas, *known.work_areas)
    ]
    shuffled = tagging.compile(draw.sample(areas, len(areas)))[0]
    sources = tuple(draw.sample(reading.sources, len(reading.sources)))

    assert tagging.as_json(shuffled) == tagging.as_json(vocabulary)
    assert {t.post.id: t.tags for t in pipeline.read(sources, (), MOMENT).tagged} == {
        t.post.id: t.tags for t in reading.tagged
    }


PROGRAM = """
import sys
sys.path.insert(0, "plugins")
from datetime import UTC, datetime
from pathlib import Path
from viden import pipeline, tagging
reading = pipeline.read_folder(Path("content"), Path("content"), datetime(2026, 11, 25, tzinfo=UTC))
sys.stdout.write(tagging.as_json(reading.vocabulary) + tagging.suggestions_text(reading.tagged, "", pipeline.judgements(reading)))
"""


def test_two_hash_seeds_give_the_same_bytes() -> None:
    def digest(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        return sha256(done.stdout).hexdigest()

    assert digest("1") == digest("2")


ARTICLES = [text for _, may, text in cases() if may]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "\n\nEmneord: jura; plejehjem; kunstig intelligens\n"),
        ("", "\n\nLæs også: Ledelse og læring på jobcentret\n"),
        ("", "\n\nFoto: Jobcenter Sol\n"),
        ("Af Hanne Bæk, jurist og jobkonsulent\n\n", ""),
        ("", "\n\n::: læs også\n- [Om jura på plejehjemmet](https://example.org/)\n:::\n"),
    ],
    ids=["keywords", "read also", "photo", "byline", "box"],
)
def test_what_stands_around_a_text_changes_nothing(vocabulary: Vocabulary, before: str, after: str) -> None:
    for text in ARTICLES:
        title, _, body = text.partition("\n\n")
        around = verdict_on(f"{title}\n\n{before}{body.rstrip()}{after}", vocabulary)

        assert [(t.area, t.score) for t in around.tags] == [
            (t.area, t.score) for t in verdict_on(text, vocabulary).tags
        ], title
