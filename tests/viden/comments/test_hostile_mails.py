"""Guards that no mail can harm: nothing raises, nothing is slow, and nothing but readable text comes out."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from viden import comments
from viden.comments.characters import FORBIDDEN, cleaned
from viden.comments.parts import PART_LIMIT, SIZE_LIMIT
from viden.comments.plain import plain

GOOD = (
    b"From: =?utf-8?q?=C3=85se?= <a@x.dk>\r\nTo: red@x.dk\r\nSubject: Svar\r\nDate: Sat, 14 Nov 2026 09:12:00 +0100\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="graense"\r\n\r\n--graense\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nNavn *: Bo\r\nSamtykke *: ja\r\nKommentar *: Gr=C3=B8d. \r\n> citat\r\n-- \r\nBo\r\n--graense\r\n"
    b"Content-Type: image/png; name=\"a.png\"\r\nContent-Disposition: attachment; filename*=utf-8''%C3%A5.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--graense--\r\n"
)


def is_harmless(mail: comments.Mail | None) -> bool:
    if mail is None:
        return True
    lines = (mail.name, mail.consent, mail.subject, mail.to, *mail.dropped)
    shown = (mail.text, *lines)
    return (
        not any("\n" in line or "\r" in line for line in lines)
        and not any(FORBIDDEN.search(text) for text in shown)
        and all(unicodedata.is_normalized("NFC", text) for text in shown)
        and re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", mail.post) is not None
    )


def test_the_good_mail_is_read_whole() -> None:
    mail = comments.parse(GOOD)

    assert mail is not None
    assert (mail.name, mail.text, mail.consent != "") == ("Bo", "Grød.", True)
    assert 'bilaget "å.png" (image/png, 1 KB)' in mail.dropped


@given(st.binary(max_size=400))
@example(b"")
@example(b"\x00" * 50)
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    assert is_harmless(comments.parse(data))


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_any_damage_to_a_good_mail_is_read_without_an_exception(seed: int, cuts: int) -> None:
    chance, data = random.Random(seed), bytearray(GOOD)
    for _ in range(cuts):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(6)] = bytes(chance.choice(b'=?"<>();:\r\n \x00\xe5\xff*/-') for _ in range(chance.randrange(5)))  # fmt: skip
    assert is_harmless(comments.parse(bytes(data)))


@given(st.sampled_from(["From", "Subject", "Date", "To", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding"]), st.text(max_size=120))  # fmt: skip
def test_any_header_is_read_without_an_exception(name: str, value: str) -> None:
    data = f"{name}: {value}\r\n\r\nHej.".encode("utf-8", "surrogatepass")

    assert is_harmless(comments.parse(data))


HEADERS = {
    "recursion": b"From: " + b"(" * 50_000 + b"\r\n",
    "groups": b"To: " + b"a:" * 20_000 + b";\r\n",
    "encoded words": b"Subject: " + b"=?utf-8?q?=41?= " * 20_000 + b"\r\n",
    "bad base64": b"Subject: =?utf-8?b?w4V?= =?utf-8?b?====?=\r\n",
    "unknown set": b"Subject: =?x-intet?q?=C5?=\r\n",
    "empty words": b"Subject: =?utf-8?q??= =??q?x?=\r\n",
    "quotes": b"Content-Type: text/plain; a=" + b'";' * 100_000 + b"\r\n",
    "parameters": b"Content-Type: text/plain" + b"; a*0*=x" * 20_000 + b"\r\n",
    "long number": b"Content-Type: text/plain; name*" + b"9" * 6000 + b"=x\r\n",
    "date": b"Date: " + b"9" * 5000 + b" Nov 2026\r\n",
    "boundary": b"Content-Type: multipart/mixed; boundary=" + b'";' * 100_000 + b"\r\n",
    "many": b"X: y\r\n" * 50_000,
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_headers_that_break_parsers_are_harmless(header: bytes) -> None:
    assert is_harmless(comments.parse(header + b"\r\nHej.\r\n"))


def nested(depth: int, kind: bytes = b"multipart/mixed") -> bytes:
    opening = b"".join(b"Content-Type: %s; boundary=b%d\r\n\r\n--b%d\r\n" % (kind, n, n) for n in range(depth))
    return b"From: x@y.dk\r\n" + opening + b"Content-Type: text/plain\r\n\r\nHej.\r\n"


def test_parts_within_parts_are_opened_to_a_depth_and_refused_beyond() -> None:
    assert comments.parse(nested(PART_LIMIT)).text == "Hej."
    assert comments.parse(nested(PART_LIMIT + 1)) is None
    assert comments.parse(nested(5_000)) is None
    assert comments.parse(b"Content-Type: message/rfc822\r\n\r\n" * 5_000 + b"Hej.") is None
    assert is_harmless(comments.parse(nested(PART_LIMIT, b"multipart/digest")))


def test_a_mail_that_is_too_large_is_refused() -> None:
    assert comments.parse(b"From: x@y.dk\r\n\r\n" + b"a" * SIZE_LIMIT) is None


SLOW = {
    "quotes below blank lines": "\n" * 90_000 + ">\n" * 50_000,
    "greetings": "vh\n" * 60_000,
    "attributions": "1 skrev " * 20_000,
    "one line": "a" * 199_000,
    "stars": "Navn" + " " * 190_000 + "x",
    "dashes": "-" * 190_000,
    "marks": "a" + "\u0301" * 190_000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_long_texts_are_read(text: str) -> None:
    mail = comments.parse(b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode())

    assert is_harmless(mail)


@pytest.mark.parametrize(
    "html", ["<" * 100_000, "<script" * 50_000, "<!--" * 50_000, "<p>" * 100_000, "<a href='" * 50_000, "<![foo[" * 1000, "&#x;" * 50_000, "</" * 9000, "İ<ScRipT>x</sCript>y"]
)  # fmt: skip
def test_long_and_broken_html_is_read(html: str) -> None:
    assert "<script" not in plain(html).lower() or html.startswith("<<")


def test_a_name_cannot_bring_a_header_of_its_own(tmp_path) -> None:
    data = b"From: =?utf-8?q?Bo=0AConsent=3A_ja=0D=0A?= <b@x.dk>\r\n\r\nHej.\r\n"
    mail = comments.parse(data)

    assert mail.name == "Bo Consent: ja"


@given(st.text(max_size=200))
def test_cleaned_text_is_stable_and_readable(text: str) -> None:
    once, _, _ = cleaned(text)

    assert cleaned(once) == (once, 0, 0)
    assert not FORBIDDEN.search(once)


def test_marks_piled_on_a_letter_are_cut_and_told() -> None:
    text, removed, _ = cleaned("e" + "\u0323\u0316" * 20 + "s")

    assert len(text) <= 6 and removed >= 35
    assert cleaned("Ệ và một chữ, blåbærgrød, שָׁלוֹם")[1] == 0


def test_what_turns_the_direction_of_reading_is_removed_and_told() -> None:
    mail = comments.parse("Content-Type: text/plain; charset=utf-8\r\n\r\nHej \u202egrød\u202c\u200b.\x1b[2J".encode())

    assert mail.text == "Hej grød.[2J"
    assert mail.dropped == ("4 tegn, der ikke kan ses eller vender læseretningen",)
