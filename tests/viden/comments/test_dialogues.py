"""Guards the threads, the closing day, the call, and the newest comments of the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import comments
from viden.comments.dialogues import threads
from viden.dates import COPENHAGEN
from viden.model import Comment


def shown(rows) -> list[list[int]]:
    return [[t.first.number, *(c.number for c in t.replies)] for t in rows]


def dialogue(build, *remarks: Comment, **changes):
    return next(iter(comments.dialogues(build.library("aaen", **changes), remarks)), None)


def test_threads_and_their_answers_stand_oldest_first(build) -> None:
    rows = [
        build.comment(1, "2026-11-05"),
        build.comment(2, "2026-11-03"),
        build.comment(3, "2026-11-09", reply_to=2),
        build.comment(4, "2026-11-06", reply_to=2),
        build.comment(5, "2026-11-10", reply_to=4),
    ]

    assert shown(threads(rows)) == [[2, 4, 3, 5], [1]]


def test_a_removed_comment_stands_only_while_something_answers_it(build) -> None:
    gone, alone = build.comment(1, is_removed=True), build.comment(2, is_removed=True)
    between = build.comment(4, reply_to=3, is_removed=True)
    rows = [gone, alone, build.comment(3, reply_to=1), between, build.comment(5, reply_to=4)]

    assert shown(threads(rows)) == [[1, 3, 4, 5]]
    assert shown(threads([gone, alone, between])) == []


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans(), st.integers(1, 9)), max_size=12))
def test_every_comment_that_can_be_read_stands_once(rows) -> None:
    made = [Comment("a", n, "x", date(2026, 11, day), "y", reply if reply < n else 0, is_removed=gone) for n, (reply, gone, day) in enumerate(rows, 1)]  # fmt: skip

    standing = [n for row in shown(threads(made)) for n in row]

    assert len(standing) == len(set(standing))
    assert {c.number for c in made if not c.is_removed} <= set(standing)
    assert threads(made) == threads(made[::-1])


@pytest.mark.parametrize(
    ("published", "months", "last"),
    [((2026, 8, 31), 6, (2027, 2, 28)), ((2026, 11, 1), 1, (2026, 12, 1)), ((2023, 8, 31), 6, (2024, 2, 29)), ((2026, 12, 15), 12, (2027, 12, 15))],
)  # fmt: skip
def test_a_post_is_open_for_whole_months(build, published, months, last) -> None:
    library = build.library("aaen", site=replace(build.site, comment_months=months))
    facts = replace(library.facts[0], published=datetime(*published, 23, 30, tzinfo=COPENHAGEN))

    assert comments.closes(facts, library.registers) == date(*last)


def test_the_post_closes_after_its_last_day_and_the_build_is_due_then(build) -> None:
    open_until = date(2027, 5, 1)
    before = build.library("aaen", moment=datetime(2027, 5, 1, 23, 59, tzinfo=COPENHAGEN))
    after = build.library("aaen", moment=datetime(2027, 5, 2, tzinfo=COPENHAGEN))

    (opened,), (closed,) = comments.dialogues(before, ()), comments.dialogues(after, ())
    assert (opened.last_day, opened.is_closed, opened.call != "") == (open_until, False, True)
    assert (closed.last_day, closed.is_closed, closed.call) == (open_until, True, "")
    assert comments.next_turn(before, ()) == datetime(2027, 5, 2, tzinfo=COPENHAGEN)
    assert comments.next_turn(after, ()) is None


def test_a_closed_post_keeps_its_comments_and_answers_none(build) -> None:
    late = dialogue(build, build.comment(1), moment=datetime(2028, 1, 1, tzinfo=COPENHAGEN))

    assert (late.count, late.call, late.answers) == (1, "", ())


def test_a_blog_has_its_own_months_and_heading(build) -> None:
    assert dialogue(build, blog="gangen").last_day == date(2026, 12, 1)
    assert dialogue(build, blog="gangen").heading == "Send din erfaring"
    assert dialogue(build).heading == "Svar på dette indlæg: Om åen"
    assert dialogue(build, blog="korte") is None, "a blog that is never open has no closed call either"


def test_without_an_address_nobody_is_asked_and_comments_are_still_shown(build) -> None:
    site = replace(build.site, comment_email="")

    assert dialogue(build, site=site) is None
    assert (dialogue(build, build.comment(1), site=site).count, dialogue(build, build.comment(1), site=site).call) == (
        1,
        "",
    )


def test_a_site_without_a_limit_never_closes(build) -> None:
    site = replace(build.site, comment_months=None)
    found = dialogue(build, site=site, moment=datetime(2040, 1, 1, tzinfo=COPENHAGEN))

    assert (found.last_day, found.is_closed, found.call != "") == (None, False, True)


def test_each_comment_can_be_answered_by_a_mail_that_names_it(build) -> None:
    found = dialogue(build, build.comment(1), build.comment(2, is_removed=True), build.comment(3, reply_to=2))

    assert "kommentar%3A%203%0D%0A" in found.answer(3)
    assert found.answer(2) == "", "what is removed is answered no more"


def test_a_comment_of_a_later_day_waits_for_it(build) -> None:
    tomorrow = build.comment(1, "2026-11-26")
    library = build.library("aaen")

    assert comments.latest(library, [tomorrow]) == ()
    assert comments.dialogues(library, [tomorrow])[0].threads == ()
    assert comments.next_turn(library, [tomorrow]) == datetime(2026, 11, 26, tzinfo=COPENHAGEN)


def test_the_newest_are_five_on_published_posts_alone(build) -> None:
    library = build.library("aaen", "broen")
    rows = [build.comment(n, f"2026-11-{n:02d}") for n in range(1, 8)]
    rows += [build.comment(9, "2026-11-20", post="kladden"), build.comment(8, "2026-11-19", is_removed=True)]
    rows += [build.comment(1, "2026-11-07", post="broen")]

    assert [(c.post, c.number) for c in comments.latest(library, rows)] == [("aaen", 7), ("broen", 1), ("aaen", 6), ("aaen", 5), ("aaen", 4)]  # fmt: skip
    assert comments.latest(library, rows[::-1]) == comments.latest(library, rows)
    assert comments.latest(library, ()) == ()
