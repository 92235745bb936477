"""Guards the count of readers: each once a day, no robots, no small numbers, nothing that leads back to anyone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import registers
from viden.model import Source
from viden.visits import FLOOR, most_read, parse, written
from viden.visits.counting import GREEDY, ROWS
from viden.visits.robots import is_robot

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
POSTS = {"/artikler/broen/": "bro", "/artikler/aaen/": "aa"} | {f"/artikler/n{n}/": f"n{n}" for n in range(GREEDY + 1)}
OCTOBER = date(2026, 10, 1)


def line(
    path="/artikler/broen/", who="192.0.2.1", when="10/Oct/2026:13:55:36 +0200", agent=FIREFOX, status=200, method="GET"
):
    told = f' "-" "{agent}"' if agent is not None else ""
    return parse(f'{who} - - [{when}] "{method} {path} HTTP/1.1" {status} 2326{told}\n')


def crowd(number=FLOOR, **more):
    return [line(who=f"192.0.2.{n}", **more) for n in range(number)]


def count(lines, salt=b"salt", **more):
    return dict(most_read(lines, POSTS, OCTOBER, salt, **more).rows)


@pytest.mark.parametrize(
    "text",
    [
        '192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /artikler/broen/?q=1 HTTP/1.1" 200 2326',
        '2001:db8::1 - ida [10/Oct/2026:13:55:36 +0200] "GET /artikler/broen/ HTTP/2.0" 304 - "-" "Mozilla/5.0"',
        '192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /artikler/br%6Fen/ HTTP/1.1" 200 2 "a\\"b" "c \\"d\\" e" 0.003',
    ],
)
def test_both_formats_are_read(text):
    assert parse(text).path == "/artikler/broen/"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hej",
        '192.0.2.1 - - [32/Oct/2026:13:55:36 +0200] "GET / HTTP/1.1" 200 1',
        '192.0.2.1 - - [10/Okt/2026:13:55:36 +0200] "GET / HTTP/1.1" 200 1',
        '192.0.2.1 - - [10/Oct/2026:13:55:36 +9900] "GET / HTTP/1.1" 200 1',
        '192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "\\x16\\x03" 400 1',
        '192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /' + "a" * 9000 + ' HTTP/1.1" 200 1',
    ],
)
def test_what_is_no_line_is_passed_over(text):
    assert parse(text) is None


@given(st.text(max_size=300))
def test_no_line_stops_the_count(text):
    parse(text)
    parse(f'192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET {text} HTTP/1.1" 200 1 "-" "{text}"')


def test_the_day_is_that_of_copenhagen():
    assert line(when="31/Oct/2026:23:30:00 +0000").day == date(2026, 11, 1)
    assert line(when="01/Nov/2026:00:30:00 +0200").day == date(2026, 10, 31)


def test_a_reader_counts_once_a_day_for_each_post():
    twice = crowd() + crowd() + crowd(when="11/Oct/2026:13:55:36 +0200") + crowd(path="/artikler/aaen/")

    assert count(twice) == {"bro": 2 * FLOOR, "aa": FLOOR}


def test_a_day_below_the_floor_counts_nothing():
    days = crowd() + crowd(FLOOR - 1, when="11/Oct/2026:13:55:36 +0200")

    assert count(days) == {"bro": FLOOR}
    assert count(crowd(FLOOR - 1)) == {}
    assert count(crowd(1), floor=1) == {"bro": 1}


def test_only_pages_that_were_shown_in_the_month_count():
    lines = [
        *crowd(status=404),
        *crowd(status=301),
        *crowd(method="HEAD"),
        *crowd(path="/artikler/findes-ikke/"),
        *crowd(when="30/Sep/2026:13:55:36 +0200"),
        *crowd(when="10/Oct/2025:13:55:36 +0200"),
    ]

    assert count(lines) == {}
    assert count(crowd(status=304, path="/artikler/broen/index.html")) == {"bro": FLOOR}


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "-",
        "curl/8.5.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "python-requests/2.32 plus words",
        "Feedly/1.0 (poller; 12 subscribers)",
        "Mozilla/5.0 (X11) HeadlessChrome/140.0 Safari/537.36",
        "Siteimprove.com crawler for accessibility",
    ],
)
def test_robots_are_left_out(agent):
    assert is_robot(agent)
    assert count(crowd(agent=agent)) == {}


def test_people_are_no_robots():
    assert not is_robot(FIREFOX) and not is_robot(PHONE)
    assert count(crowd(agent=PHONE)) == {"bro": FLOOR}


def test_who_asks_for_robots_txt_or_opens_everything_is_a_program():
    asked = [*crowd(FLOOR + 1), line(path="/robots.txt")]
    greedy = [*crowd(), *(line(path=p, who="198.51.100.1") for p in POSTS)]

    assert count(asked) == {"bro": FLOOR}
    assert count(greedy) == {"bro": FLOOR}


def test_the_common_format_counts_without_knowing_the_program():
    assert count(crowd(agent=None)) == {"bro": FLOOR}


def test_one_household_is_one_reader_whatever_part_of_its_network_it_uses():
    one = [line(who=f"2001:db8:0:1::{n:x}") for n in range(1, 20)]
    many = [line(who=f"2001:db8:0:{n:x}::1") for n in range(1, 20)]

    assert (count(one), count(many)) == ({}, {"bro": 19})


def test_the_order_is_total_and_the_list_is_short():
    lines = [*crowd(7, path="/artikler/aaen/"), *crowd(7), *crowd(9, path="/artikler/n3/")]
    lines += [r for n in range(10, 25) for r in crowd(5, path=f"/artikler/n{n}/")]
    rows = most_read(reversed(lines), POSTS, OCTOBER, b"x").rows

    assert rows[:3] == (("n3", 9), ("aa", 7), ("bro", 7))
    assert len(rows) == ROWS


def test_the_salt_changes_no_number_and_nothing_of_a_reader_is_written():
    lines = crowd(9)
    text = written(most_read(lines, POSTS, OCTOBER, b"one"))

    assert count(lines, b"one") == count(lines, b"two")
    assert "192.0.2" not in text and "Firefox" not in text


@pytest.mark.parametrize("lines", [[], crowd(6) + crowd(8, path="/artikler/aaen/")])
def test_what_is_written_is_read_back(lines):
    found = most_read(lines, POSTS, OCTOBER, b"x")
    site = b"navn: P\nautoritet: p.example,2026\n"
    files = [("data/mest_laeste.yaml", written(found).encode()), ("data/site.yaml", site)]
    known, problems = registers.load([Source(p, d, "") for p, d in files])

    assert problems == ()
    assert (known.most_read.month, known.most_read.rows) == (found.month, found.rows)
