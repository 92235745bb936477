"""Guards that a mail of any common mail program gives the comment its writer meant, with an account of what went."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from viden import comments
from viden.comments.calls import GUIDANCE


def parse(mail):
    found = comments.parse(mail if isinstance(mail, bytes) else mail.as_bytes())
    assert found is not None
    return found


def filled(url: str, **answers: str) -> str:
    """Return the body of a prepared mail with answers after its fields."""
    body = parse_qs(urlsplit(url).query)["body"][0].replace("\r\n", "\n")
    for field, answer in answers.items():
        assert f"{field} *: " in body
        body = body.replace(f"{field} *: ", f"{field} *: {answer}")
    return body


ANSWERS = {"Navn": "Åse Lund, lærer", "Samtykke": "Ja, gerne", "Kommentar": "Vi gjorde det samme.\n\nDet gik godt."}


def test_the_prepared_mail_comes_back_as_it_was_meant(build) -> None:
    url = comments.prepared("red@example.dk", "Æbler & pærer: 100 %?", "aeblerne", 3)

    mail = parse(build.mail(filled(url, **ANSWERS)))

    assert (mail.name, mail.text) == ("Åse Lund, lærer", "Vi gjorde det samme.\n\nDet gik godt.")
    assert (mail.consent, str(mail.day)) == ("ja, i mail af 14. november 2026", "2026-11-14")
    assert (mail.post, mail.reply_to, mail.dropped) == ("aeblerne", 3, ())


def test_the_prepared_mail_marks_exactly_the_fields_that_must_be_filled() -> None:
    body = filled(comments.prepared("red@example.dk", "T", "t", 1))

    marked = [line.partition(" *")[0] for line in body.split("\n") if " *:" in line]
    assert marked == ["Navn", "Samtykke", "Kommentar"]
    assert body.startswith("Felter med * skal udfyldes.")


@pytest.mark.parametrize("title", ["Æbler & pærer", "100 % + 5 = ?", 'Hvad "alle" ved #1', "a\nBcc: x@y.dk", "日本 👋"])
def test_a_mailto_address_carries_any_title_and_no_header_of_its_own(title: str) -> None:
    url = comments.prepared("red@example.dk", title, "t")

    assert url.isascii() and not set(url) & set(' "<>\r\n')
    parts = urlsplit(url)
    assert parts.path == "red@example.dk"
    assert parse_qs(parts.query)["subject"] == [f"Svar på dette indlæg: {title}"]
    assert set(parse_qs(parts.query)) == {"subject", "body"}


def test_a_mail_without_our_fields_is_a_comment_without_consent(build) -> None:
    mail = parse(build.mail("Tak for et godt indlæg.\n"))

    assert (mail.name, mail.text, mail.consent, mail.post) == ("Åse Lund", "Tak for et godt indlæg.", "", "")


@pytest.mark.parametrize("answer", ["nej", "", "jamen", "måske ja", "ikke"])
def test_only_a_yes_is_a_yes(build, answer: str) -> None:
    assert parse(build.mail(f"Samtykke *: {answer}\nKommentar *: Hej.")).consent == ""


@pytest.mark.parametrize("sender", ["aase@example.org", "<aase@example.org>", '"aase@example.org" <aase@example.org>'])
def test_an_address_is_never_a_name(build, sender: str) -> None:
    assert parse(build.mail("Hej.", sender=sender)).name == ""


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("Hej.\n\n-- \nÅse Lund\nTlf. 12 34 56 78\n", "Hej.", ("underskriften (3 linjer)",)),
        ("Hej.\n\nMed venlig hilsen\nÅse Lund\nTlf. 12 34 56 78\n", "Hej.", ("underskriften (3 linjer)",)),
        ("Hej.\n\nMvh. \nÅse\n", "Hej.", ("underskriften (2 linjer)",)),
        ("Hej.\n\nSendt fra min iPhone\n", "Hej.", ("mailprogrammets egne linjer (1 linje)",)),
        (
            "Hej.\n\nDen 3. nov. 2026 kl. 10.12 skrev Redaktionen <red@example.dk>:\n\n> Tak.\n> Mere.\n",
            "Hej.",
            ("citeret tekst (3 linjer)",),
        ),
        (
            "Hej.\n\nDen 3. nov. 2026 kl. 10.12 skrev\nRedaktionen <red@example.dk>:\n> Tak.\n",
            "Hej.",
            ("citeret tekst (3 linjer)",),
        ),
        ("Hej.\n\n-----Oprindelig meddelelse-----\nFra: Bo\nTak.\n", "Hej.", ("en tidligere mail (3 linjer)",)),
        (
            "Hej.\n\nFra: Bo <bo@x.dk>\nSendt: 3. november\nTil: Åse\n\nTak.\n",
            "Hej.",
            ("en tidligere mail (4 linjer)",),
        ),
        ("Kære alle\n\nKommentar: Hej.\n", "Hej.", ("det, der stod over feltet med kommentaren (1 linje)",)),
    ],
)
def test_what_is_not_the_comment_is_left_out_and_told(build, text, kept, dropped) -> None:
    mail = parse(build.mail(text))

    assert (mail.text, mail.dropped) == (kept, dropped)


@pytest.mark.parametrize(
    "text",
    [
        "Den dag i 1998 skrev min mor et brev:\n\nKom hjem.",
        "Fra: det første til det sidste er jeg enig.",
        "Hilsen er et sjovt ord i den her sammenhæng, synes jeg.",
        "Jeg bruger det hver dag -- også om søndagen.",
        "Sendt fra Aarhus til Aalborg tager det tre dage.\n\nDet er længe.",
        "Navnet: er lige meget.\n- et\n- to",
    ],
)
def test_prose_that_only_looks_like_it_is_kept(build, text: str) -> None:
    mail = parse(build.mail(text))

    assert (mail.text, mail.dropped) == (text, ())


def test_a_field_within_the_comment_is_the_writer_s_words(build) -> None:
    mail = parse(build.mail("Navn *: Bo\nKommentar *: Se her:\nNavn: Ida\nSamtykke: ja\nIndlæg: t\n"))

    assert (mail.name, mail.consent, mail.post) == ("Bo", "", "t")
    assert mail.text == "Se her:\nNavn: Ida\nSamtykke: ja"


def test_flowed_lines_are_joined(build) -> None:
    mail = build.mail("x")
    mail.set_payload("Det er en lang \r\nlinje.\r\n\r\nNyt afsnit.\r\n")
    mail.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')

    assert parse(mail).text == "Det er en lang linje.\n\nNyt afsnit."


def test_html_alone_gives_its_words_and_nothing_that_a_tag_could_do(build) -> None:
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><!-- skjult --><p>Tak&nbsp;for <b>det</b> &lt;her&gt;.</p>"
        "<script>alert(1)</script><p>Se <a href='javascript:x()'>linket</a><br>og<img src=x onerror=x()> mere.</p>"
        "<blockquote><p>Gammel mail</p></blockquote></body></html>"
    )

    mail = parse(build.mail(html, subtype="html"))

    assert mail.text == "Tak for det <her>.\n\nSe linket\nog mere."
    assert mail.dropped == ("formatering, links og billeder; mailen var kun HTML",)


def test_the_plain_part_is_used_and_every_other_part_is_named(build) -> None:
    mail = build.mail("Den rigtige tekst.")
    mail.add_alternative("<p>Den rigtige tekst.</p>", subtype="html")
    mail.add_attachment(b"\x89PNG" * 1000, maintype="image", subtype="png", filename="mig på åen.png")
    mail.add_attachment("Kommentar: En anden tekst.", filename="noter.txt")

    found = parse(mail)

    assert found.text == "Den rigtige tekst."
    assert found.dropped == (
        "mailens HTML-udgave",
        'bilaget "mig på åen.png" (image/png, 4 KB)',
        'bilaget "noter.txt" (text/plain, 1 KB)',
    )


@pytest.mark.parametrize(
    ("said", "codec"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("us-ascii", "utf-8"),
     ("x-ukendt", "cp1252"), ("windows-1252", "cp1252"), ("utf-16", "utf-16"), ("rot13", "utf-8"), ("idna", "cp1252")],
)  # fmt: skip
def test_danish_letters_survive_a_wrong_character_set(said: str, codec: str) -> None:
    head = (
        f"From: x@y.dk\r\nContent-Type: text/plain; charset={said}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
    )

    assert parse(head + "Blåbærgrød – »på« 5 €".encode(codec)).text == "Blåbærgrød – »på« 5 €"


@pytest.mark.parametrize(
    "raw",
    ["=?utf-8?q?=C3=85se_Lund?= <a@x.dk>", "=?iso-8859-1?q?=C5se?= Lund <a@x.dk>", '"Åse Lund" <a@x.dk>', "=?utf-8?b?w4VzZQ==?= =?utf-8?q?_Lund?= <a@x.dk>"],
)  # fmt: skip
def test_a_name_in_the_header_is_decoded(raw: str) -> None:
    assert parse(f"From: {raw}\r\n\r\nHej.".encode()).name == "Åse Lund"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Sat, 14 Nov 2026 23:30:00 +0000", "2026-11-15"),
        ("14 Nov 2026 09:00:00 -0000", "2026-11-14"),
        ("i går", "None"),
        ("Sat, 99 Nov 2026 23:30:00 +9999", "None"),
    ],
)
def test_the_day_is_copenhagen_s(build, written: str, day: str) -> None:
    raw = build.mail("Hej.").as_bytes().replace(b"Sat, 14 Nov 2026 09:12:00 +0100", written.encode())

    assert str(parse(raw).day) == day


def test_our_own_guidance_is_no_part_of_a_comment(build) -> None:
    mail = parse(build.mail("\n".join(GUIDANCE) + "\n\nHej.\n"))

    assert mail.text == "Hej."


TITLES = {"aaen": "Om åen", "broen": "Broen: en status", "bro-to": "Broen: en status", "tal": "Re: tal"}


@pytest.mark.parametrize(
    ("subject", "to", "found"),
    [
        ("Svar på dette indlæg: Om åen", "", ("aaen",)),
        ("SV: Re: svar på dette indlæg:  OM  ÅEN ", "", ("aaen",)),
        ("Om aaen", "", ("aaen",)),
        ("Svar på dette indlæg: Broen: en status", "", ("bro-to", "broen")),
        ("Noget [broen]", "", ("broen",)),
        ("Noget andet", "Redaktionen <red+tal@example.dk>", ("tal",)),
        ("Noget andet [ukendt]", "", ()),
        ("", "", ()),
    ],
)
def test_the_post_is_found_by_id_or_title(build, subject: str, to: str, found) -> None:
    mail = parse(build.mail("Hej.", subject=subject, to=to or "red@example.dk"))

    assert comments.post_of(mail, TITLES) == found


def test_the_id_in_the_mail_wins_over_the_subject(build) -> None:
    assert comments.post_of(parse(build.mail("Kommentar: Hej.\nIndlæg: broen")), TITLES) == ("broen",)
