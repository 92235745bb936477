"""Guards against whatever an editor may type: any rendered feed parses back to its items."""

from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from viden.dates import COPENHAGEN
from viden.feeds import feeds
from viden.feeds.cleaning import clean, clean_line
from viden.model import Byline

SITE = "https://viden.example"
FORMATS = ("rss.xml", "atom.xml", "json")

TEXT = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(["]]>", "&lt;", "<p>", "\r\n", "\ud800x"])
TITLE = TEXT.filter(lambda t: clean_line(t))
"""A post without a title is refused long before it reaches a feed."""
INSTANT = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1), timezones=st.just(COPENHAGEN))
WORKS = st.sets(st.sampled_from(["aeldre-sundhed", "ledelse"])).map(sorted).map(tuple)
SKILLS = st.sets(st.sampled_from(["innovation", "dataetik"])).map(sorted).map(tuple)
POSTS = st.lists(st.tuples(TITLE, TEXT, TEXT, INSTANT, WORKS, SKILLS, st.lists(TITLE, max_size=2)), max_size=5)


@given(drawn=POSTS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_rendered_feed_parses_back_to_its_items(post, library, problems, read_items, drawn):
    posts = [
        post(
            f"p{n}",
            when.replace(microsecond=0),
            title=title,
            summary=summary,
            work_areas=works,
            competence_areas=skills,
            tags=tuple(words),
            authors=tuple(Byline("", word) for word in words),
        )
        for n, (title, summary, _, when, works, skills, words) in enumerate(drawn)
    ]
    bodies = {f"p{n}": body for n, (_, _, body, *_) in enumerate(drawn)}
    made = library(*posts)

    files = {a.path: a.body for a in feeds(made, bodies, SITE)}

    for stem, facts in {
        "alle": made.facts,
        "arbejdsomraade/ledelse": [f for f in made.facts if "ledelse" in f.work_areas],
        "kompetence/dataetik": [f for f in made.facts if "dataetik" in f.competence_areas],
    }.items():
        expected = tuple(
            (
                f"tag:viden.example,2026:artikel/{f.id}",
                f"{SITE}/{f.url}",
                clean_line(f.title),
                clean(bodies[f.id]),
                datetime.fromisoformat(f.published.isoformat()),
            )
            for f in facts
        )
        for format in FORMATS:
            path = f"feeds/{stem}.{format}"
            assert problems(path, files[path]) == ()
            assert read_items(path, files[path]) == expected


@given(text=st.text(st.characters(codec=None)))
def test_cleaning_keeps_every_letter_and_is_done_after_one_time(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert [c for c in text if c.isalnum()] == [c for c in cleaned if c.isalnum()]
    assert cleaned.encode().decode() == cleaned


def test_cleaning_takes_exactly_what_xml_forbids_or_asks_to_avoid():
    taken = {n for n in range(0x110000) if not clean(chr(n))}

    controls = {*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)}
    noncharacters = {*range(0xFDD0, 0xFDF0), *(p << 16 | n for p in range(17) for n in (0xFFFE, 0xFFFF))}
    assert taken == controls | set(range(0xD800, 0xE000)) | noncharacters | {0xFFFD}
