"""Guards the files of comments: what is written reads back, and nothing private or unknown is let through. The faults stand in `tests/cases/headers/comments.md`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st
from viden import comments
from viden.comments.characters import cleaned, one_line
from viden.comments.reading import NAME_LIMIT, TEXT_LIMIT
from viden.dates import COPENHAGEN
from viden.model import Comment, Place, Source

POSTS = {"aaen"}
NOW = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)


def source(text: str | bytes, number: int = 1, post: str = "aaen") -> Source:
    return Source(comments.path_of(post, number), text.encode() if isinstance(text, str) else text, "")


def read(build, *sources: Source, **changes):
    return comments.read(sources, POSTS, build.moment, **changes)


def test_a_comment_reads_back_as_it_was_written(build) -> None:
    comment = Comment(
        "aaen", 12, "Åse Lund, lærer", date(2026, 11, 14), "Et.\n\nTo: <b>to</b>\n  [x](y)", 3, "ja, i mail"
    )
    others = [source(comments.written(build.comment(n)), n) for n in (3,)]

    found, problems = read(build, source(comments.written(comment), 12), *others)

    assert problems == ()
    assert [replace(c, place=Place("")) for c in found][1] == comment


@given(name=st.text(max_size=60), text=st.text(max_size=300), consent=st.text(max_size=40))
def test_whatever_is_written_is_read_or_refused_and_never_another_header(name: str, text: str, consent: str) -> None:
    comment = Comment("aaen", 1, name, date(2026, 11, 14), text, 0, f"ja {consent}")

    found, problems = comments.read([source(comments.written(comment))], POSTS, NOW)

    assert found or problems
    for read_back in found:
        assert read_back.name == one_line(name)
        assert read_back.text.split() == cleaned(text)[0].split()
        assert (read_back.day, read_back.reply_to, read_back.is_removed) == (date(2026, 11, 14), 0, False)


@given(st.binary(max_size=300))
def test_any_bytes_are_comments_or_faults_with_a_place(data: bytes) -> None:
    found, problems = comments.read([source(data)], POSTS, NOW)

    assert found or problems
    assert all(p.place.path == comments.path_of("aaen", 1) and p.place.line >= 1 for p in problems)


def test_both_languages_of_keys_and_both_line_ends_are_read(build) -> None:
    found, problems = read(build, source("\ufeffNAVN: Bo\r\nDato: 14/11/2026\r\nSamtykke: ja\r\n\r\nHej.\r\nDer.\r\n"))

    assert problems == ()
    assert (found[0].name, found[0].text) == ("Bo", "Hej.\nDer.")


def test_a_removed_comment_keeps_its_number_day_and_what_it_answered(build) -> None:
    comment = build.comment(2, "2026-11-03", reply_to=1, name="Bo Lind", text="Hemmeligt.")
    text = comments.removed(comment, date(2026, 11, 20))

    found, problems = read(build, source(comments.written(build.comment(1)), 1), source(text, 2))

    assert problems == ()
    assert "Bo" not in text and "Hemmeligt" not in text
    assert (found[1].number, found[1].day, found[1].reply_to, found[1].is_removed) == (2, date(2026, 11, 3), 1, True)
    assert (found[1].name, found[1].text, found[1].consent) == ("", "", "")


def test_files_in_any_order_give_the_same_comments(build) -> None:
    files = [source(comments.written(build.comment(n)), n) for n in range(1, 6)]

    assert read(build, *files) == read(build, *reversed(files))


def test_a_comment_on_an_unknown_post_is_a_warning_while_some_post_cannot_be_read(build) -> None:
    text = comments.written(build.comment(1))

    for known, severity in ((True, "error"), (False, "warning")):
        found, problems = read(build, source(text, post="vejen"), all_posts_are_known=known)
        assert (found, [(p.rule, p.severity) for p in problems]) == ((), [("comment-post", severity)])


def test_bytes_that_are_no_utf8_and_files_without_end_are_refused(build) -> None:
    _, bad = read(build, source("Name: Å\n".encode("cp1252")))
    _, large = read(build, source("x" * 70_000))

    assert [(p.rule, p.place.line, p.place.column) for p in bad] == [("encoding", 1, 7)]
    assert [p.rule for p in large] == ["limit-comment"]


def test_the_limits_are_the_last_that_pass(build) -> None:
    good = build.comment(1, name="a" * NAME_LIMIT, text="b" * TEXT_LIMIT)

    assert read(build, source(comments.written(good)))[1] == ()
    assert [p.rule for p in read(build, source(comments.written(replace(good, name="a" * (NAME_LIMIT + 1)))))[1]] == [
        "comment-name"
    ]
    assert [p.rule for p in read(build, source(comments.written(replace(good, text="b" * (TEXT_LIMIT + 1)))))[1]] == [
        "limit-comment"
    ]
