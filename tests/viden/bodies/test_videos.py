"""Guards the video box: what is written in it is what is read, in any order, and it travels as a picture and a link."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import bodies
from viden.bodies.lengths import in_words, meant, seconds_of
from viden.model import Video

PATH = "artikler/a.md"
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Cf", "Zs")), min_size=1
)
VIDEOS = st.builds(
    Video,
    title=WORDS,
    address=st.just("https://www.video.example.dk/film?a=1&b=2#t=3"),
    host=st.just("video.example.dk"),
    picture=st.just("{static}/billeder/film.jpg"),
    alt=WORDS,
    seconds=st.integers(0, 3599),
    credit=st.one_of(st.just(""), WORDS),
    captions=st.sampled_from(
        ["", "Med undertekster.", "Uden tale.", "Med undertekster på dansk.", "Med undertekster på dansk og tysk."]
    ),
    transcript=st.sampled_from(["", "nedenfor", "{static}/filer/film.pdf"]),
)
WRITTEN = {
    "": "",
    "Med undertekster.": "ja",
    "Uden tale.": "Ingen tale",
    "Med undertekster på dansk.": "dansk",
    "Med undertekster på dansk og tysk.": "dansk, TYSK",
}


def written(video: Video, order: random.Random) -> str:
    """Return the box that an editor would write; empty lines are left out, the rest stand in any order."""
    rows = [
        ("Adresse", video.address),
        ("Længde", in_words(video.seconds)),
        ("Billede", video.picture.removeprefix("{static}/")),
        ("alt", video.alt),
        ("Foto", video.credit),
        ("UNDERTEKSTER", WRITTEN[video.captions]),
        ("Udskrift", video.transcript),
    ]
    lines = [f"{key}: {value}" for key, value in rows if value]
    order.shuffle(lines)
    return "\n".join([f"::: video | {video.title}", *lines, ":::"])


@given(VIDEOS, st.randoms(use_true_random=False))
def test_what_is_written_in_a_video_is_read(video: Video, order: random.Random) -> None:
    body, problems = bodies.render(written(video, order), PATH)

    assert [p.rule for p in problems if p.severity == "error"] == []
    assert body.videos == (video,)


@given(VIDEOS, st.randoms(use_true_random=False))
def test_a_video_asks_nothing_of_its_host_until_the_reader_goes_there(video: Video, order: random.Random) -> None:
    html = bodies.render(written(video, order), PATH)[0].html

    assert html.count("<figure") == 1 and "<iframe" not in html and "<script" not in html
    assert html.count("https://www.video.example.dk") == html.count('href="https://www.video.example.dk')


@given(st.integers(1, 359_999))
def test_a_length_in_words_is_read_as_the_same_length(seconds: int) -> None:
    shown = seconds if seconds < 3600 else seconds - seconds % 60

    assert seconds_of(in_words(seconds)) == shown


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12 min.", 720),
        ("12 min", 720),
        ("12 minutter", 720),
        ("90 min.", 5400),
        ("1 time og 5 minutter", 3900),
        ("2 t. 30 min.", 9000),
        ("1 min. 5 sek.", 65),
        ("45 sekunder", 45),
        ("", None),
        ("0 min.", None),
        ("12", None),
        ("12:30", None),
        ("1 time 75 min.", None),
        ("1 time og", None),
        ("ca. 12 min.", None),
        ("-3 min.", None),
    ],
)
def test_a_length_is_read_strictly(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12:30", "12 min. 30 sek."),
        ("1:02:03", "1 time 2 min."),
        ("12", "12 min."),
        ("0:00", "fx 12 min. eller 1 time 5 min."),
        ("en halv time", "fx 12 min. eller 1 time 5 min."),
    ],
)
def test_a_length_on_a_clock_is_answered_in_words(text: str, hint: str) -> None:
    assert meant(text) == hint


FILM = """Først.

::: video | Kode & kaffe
Adresse: https://video.example.dk/12
Længde: 12 min.
Billede: billeder/film.jpg
Alt: To kolleger ved en tavle
Undertekster: dansk
:::
"""


def test_a_video_travels_as_a_picture_and_a_link() -> None:
    html = bodies.render(FILM, PATH)[0].html.replace("{static}", "https://v.dk")

    assert bodies.portable(html, "https://v.dk/artikler/a/").replace("\n", "") == (
        '<p>Først.</p><figure><img alt="To kolleger ved en tavle" src="https://v.dk/billeder/film.jpg">'
        '<figcaption><p><a href="https://video.example.dk/12">Kode &amp; kaffe</a></p>'
        "<p>Video, 12 min. Med undertekster på dansk. Åbner på video.example.dk.</p></figcaption></figure>"
    )


def test_a_video_is_found_by_its_title_and_read_in_plain_text() -> None:
    body = bodies.render(FILM, PATH)[0]

    assert "Kode & kaffe\nVideo, 12 min. Med undertekster på dansk." in body.text
    assert [(z.kind, z.text) for z in body.zones if "kaffe" in z.text] == [("body", "Kode & kaffe")]
    assert all(z.kind == "none" for z in body.zones if "undertekster" in z.text)


def test_a_known_line_is_met_in_danish_and_the_nearest_is_offered() -> None:
    problem = bodies.render(FILM.replace("Længde", "Længdde"), PATH)[1][0]

    assert (problem.place.line, problem.place.column, problem.rule) == (5, 1, "video-line")
    assert problem.message == 'Linjen "Længdde" kendes ikke i en video; mente du "Længde"?'
    assert problem.hint == "Skriv Længde:"
