"""Guards `comments`: it shows before it writes, writes the next number after a yes, and removes a person's words on request."""

from __future__ import annotations

import re
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import comments
import pytest
from bs4 import BeautifulSoup

SITE = "navn: Prøven\nautoritet: example.dk,2026\nkommentarer: {mail: red@example.dk, maaneder: 6}\n"
FOLDER = "data/kommentarer/bro1"
GOOD = "Name: Bo Lind\nDate: 2026-11-03\nConsent: ja\n\nHvem lukkede den?\n"
HOSTILE = (
    "<script>x()</script> <img src=x onerror=x()> [klik](javascript:x()) https://ond.example/ **fed** {{ view }} &amp;"
)


@pytest.fixture
def known(site, make_post):
    site.write("data/site.yaml", SITE)
    site.write("artikler/bro.md", make_post())
    site.write("artikler/sti.md", make_post(title="Stien", id="sti1", status="draft", body="Stien er våd."))
    return site


@pytest.fixture
def mail(tmp_path):
    def write(text: str, subject: str = "Svar på dette indlæg: Et indlæg om broen", **headers: str) -> str:
        made = EmailMessage()
        made["From"] = headers.get("sender", "Åse Lund <aase@example.org>")
        made["Subject"] = subject
        made["Date"] = headers.get("date", "Sat, 14 Nov 2026 09:12:00 +0100")
        made.set_content(text)
        path = tmp_path / "svar.eml"
        path.write_bytes(made.as_bytes())
        return str(path)

    return write


def form(text: str = "Godt, at den er lukket.", name: str = "Åse Lund", consent: str = "ja", more: str = "") -> str:
    return f"Navn *: {name}\nSamtykke *: {consent}\n{more}Kommentar *: {text}\n\nIndlæg: bro1\n"


def files(site) -> list[str]:
    return sorted(p.relative_to(site.content).as_posix() for p in (site.content / "data").rglob("*.md"))


def test_it_shows_and_writes_nothing_until_it_is_told(known, run, mail) -> None:
    result = run("comments", mail(form() + "-- \nÅse\n"))

    assert result.status == 0
    assert "  | Name: Åse Lund\n" in result.out and "  | Godt, at den er lukket.\n" in result.out
    assert "Udeladt: underskriften (2 linjer)" in result.out
    assert "Intet er skrevet. Skriv --yes" in result.out
    assert files(known) == []


def test_with_yes_it_writes_the_next_number_and_check_says_nothing_about_it(known, run, mail) -> None:
    known.write(f"{FOLDER}/01.md", GOOD)
    known.write(f"{FOLDER}/07.md", "Date: 2026-11-04\nRemoved: 2026-11-05\n")

    result = run("comments", mail(form(more="Svar til kommentar: 1\n")), "--yes")

    assert result.status == 0, result.err
    assert files(known) == [f"{FOLDER}/{n}.md" for n in ("01", "07", "08")]
    assert (known.content / f"{FOLDER}/08.md").read_text("utf-8") == (
        "Name: Åse Lund\nDate: 2026-11-14\nReply_to: 1\nConsent: ja, i mail af 14. november 2026\n\nGodt, at den er lukket.\n"
    )
    assert run("check").status == 0
    assert list((known.content / FOLDER).glob(".*")) == []


@pytest.mark.parametrize(("answer", "count"), [("ja", 1), ("J", 1), ("nej", 0), ("", 0), ("jada", 0)])
def test_on_a_terminal_it_asks(known, run, mail, monkeypatch, answer, count) -> None:
    monkeypatch.setattr(comments.sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("builtins.input", lambda question: answer)

    assert run("comments", mail(form())).status == 0
    assert len(files(known)) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (form(consent=""), "comment-consent"),
        (form(consent="nej"), "comment-consent"),
        (form(name="aase@example.org"), "comment-name"),
        (form(text=""), "comment-empty"),
        (form(text="Mit nummer er 010190-1234."), "cpr-number"),
        (form(text="lang " * 1001), "limit-comment"),
        (form(more="Svar til kommentar: 9\n"), "comment-reply"),
    ],
)
def test_a_mail_with_faults_ends_with_status_1_and_writes_nothing(known, run, mail, text, told) -> None:
    result = run("comments", mail(text), "--yes")

    assert result.status == 1
    assert told in result.err and "Intet er skrevet" in result.err
    assert "010190-1234" not in result.err
    assert files(known) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "svar.eml"),
        (["findes-ikke.eml"], "kan ikke læses"),
        (["MAIL"], "passer ikke på noget indlæg"),
        (["MAIL", "--post", "bro2"], 'mente du "bro1"?'),
        (["MAIL", "--post", "bro1", "--reply-to", "x"], "skriv et helt tal"),
        (["MAIL", "--remove", "bro1", "1"], "ikke begge dele"),
        (["--remove", "bro1", "1"], "har ingen kommentar 1"),
        (["--remove", "bro1", "../../x"], "har ingen kommentar"),
        (["--remove", "bro9", "1"], "mente du"),
    ],
)
def test_wrong_use_is_answered_with_status_2(known, run, mail, arguments, told) -> None:
    path = mail("Hej.", subject="Noget helt andet")

    result = run("comments", *(path if a == "MAIL" else a for a in arguments), "--yes")

    assert (result.status, files(known)) == (2, [])
    assert told in result.err


def test_what_the_mail_lacks_can_be_given(known, run, mail) -> None:
    path = mail("Hej.", subject="Om det der", sender="a@example.org", date="i går")

    result = run("comments", path, "--post", "bro1", "--name", "Åse", "--consent", "ja, i telefonen", "--yes")

    assert result.status == 0, result.err
    assert "dags dato" in result.out
    assert (known.content / f"{FOLDER}/01.md").read_text("utf-8") == (
        "Name: Åse\nDate: 2026-11-25\nConsent: ja, i telefonen\n\nHej.\n"
    )


def test_two_posts_of_one_title_ask_for_a_choice(known, run, mail, make_post) -> None:
    known.write("artikler/bro2.md", make_post(id="bro2").replace("Kind:", "Slug: bro2\nKind:"))

    result = run("comments", mail("Hej."), "--yes")

    assert result.status == 2
    assert "bro1, bro2" in result.err


def test_a_comment_on_a_draft_is_said_to_wait(known, run, mail) -> None:
    result = run("comments", mail(form()), "--post", "sti1", "--yes")

    assert result.status == 0
    assert "ikke udgivet" in result.out


def test_a_mail_that_is_no_mail_is_refused(known, run, tmp_path) -> None:
    path = tmp_path / "ond.eml"
    path.write_bytes(b"Content-Type: message/rfc822\r\n\r\n" * 5000)

    result = run("comments", str(path), "--yes")

    assert (result.status, files(known)) == (1, [])
    assert "for stor eller for indviklet" in result.err


def test_removal_leaves_the_number_and_nothing_of_the_writer(known, run) -> None:
    known.write(f"{FOLDER}/01.md", GOOD)
    known.write(f"{FOLDER}/02.md", GOOD.replace("Consent", "Reply_to: 1\nConsent"))

    shown = run("comments", "--remove", "bro1", "1")
    assert "Intet er skrevet" in shown.out and "git" not in shown.out
    result = run("comments", "--remove", "bro1", "01", "--yes")

    assert result.status == 0
    assert "historikken" in result.out
    assert (known.content / f"{FOLDER}/01.md").read_text("utf-8") == "Date: 2026-11-03\nRemoved: 2026-11-25\n"
    assert run("check").status == 0
    assert run("comments", "--remove", "bro1", "1", "--yes").status == 2


def test_a_comment_that_cannot_be_read_can_still_be_removed(known, run) -> None:
    known.write(f"{FOLDER}/01.md", b"Name: \xff\n\nMit nummer er 010190-1234.")

    assert run("comments", "--remove", "bro1", "1", "--yes").status == 0
    assert run("check").status == 0


# --- from mail to page


def comments_of(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml").select_one(".comments")


def test_a_mail_comes_out_on_the_page_in_its_thread_and_as_text(known, run, mail) -> None:
    known.write(f"{FOLDER}/01.md", GOOD)
    assert known.build().status == 0
    section = comments_of(known.read("artikler/et-indlaeg-om-broen/index.html"))
    assert section.select_one(".comments__call h2").get_text() == "Svar på dette indlæg: Et indlæg om broen"
    answer = section.select_one("#kommentar-1 a[href^=mailto]")["href"]
    query = parse_qs(urlsplit(answer).query)
    body = query["body"][0].replace("Navn *: ", "Navn *: Ida <b>Ø</b>").replace("Samtykke *: ", "Samtykke *: ja")
    text = body.replace("Kommentar *: ", f"Kommentar *: {HOSTILE}\r\n\r\nAndet afsnit.")

    assert run("comments", mail(text.replace("\r\n", "\n"), subject=query["subject"][0]), "--yes").status == 0
    assert known.build().status == 0

    page = known.read("artikler/et-indlaeg-om-broen/index.html")
    reply = comments_of(page).select_one("#kommentar-1").find_parent("li").select_one("ol #kommentar-2")
    assert reply.select_one(".comment__name").get_text() == "Ida <b>Ø</b>"
    assert [p.get_text() for p in reply.select(".comment__text p")] == [HOSTILE, "Andet afsnit."]
    assert reply.select_one("time")["datetime"] == "2026-11-14"
    assert reply.select_one("time").get_text() == "14. november 2026"
    assert {a["href"][:7] for a in reply.select("a")} == {"#kommen", "mailto:"}
    assert not reply.select("script, img, b, strong strong, em")
    assert "aase@example.org" not in "".join(b.decode("utf-8", "replace") for b in known.files().values())
    front = BeautifulSoup(known.read("index.html"), "lxml")
    newest = front.select_one("#seneste-kommentarer").find_parent("section")
    assert [a["href"] for a in newest.select("a")] == [f"/artikler/et-indlaeg-om-broen/#kommentar-{n}" for n in (2, 1)]
    assert not newest.select("script, img, b")


def test_what_is_removed_is_gone_from_every_file_and_its_answers_stay(known, run) -> None:
    known.write(f"{FOLDER}/01.md", GOOD)
    known.write(f"{FOLDER}/02.md", "Name: Ida\nDate: 2026-11-04\nReply_to: 1\nConsent: ja\n\nDet gjorde vejvæsenet.\n")
    assert known.build().status == 0
    assert run("comments", "--remove", "bro1", "1", "--yes").status == 0

    assert known.build().status == 0

    section = comments_of(known.read("artikler/et-indlaeg-om-broen/index.html"))
    assert section.select_one("#kommentar-1").get_text(strip=True) == "Kommentaren er slettet."
    assert "vejvæsenet" in section.select_one("#kommentar-2").get_text()
    assert section.select_one("#kommentarer").get_text() == "1 kommentar"
    written = b"".join(known.files().values()).decode("utf-8", "replace")
    assert "Bo Lind" not in written and "Hvem lukkede" not in written


def test_comments_on_what_is_not_published_leave_no_trace(known, run) -> None:
    known.write("data/kommentarer/sti1/01.md", GOOD)

    assert known.build().status == 0

    written = b"".join(known.files().values()).decode("utf-8", "replace")
    assert "Bo Lind" not in written
    assert "Seneste kommentarer" not in known.read("index.html")


def test_a_fault_in_a_comment_stops_the_build_unless_its_post_is_a_draft(known, run) -> None:
    known.write(f"{FOLDER}/01.md", GOOD.replace("Consent: ja\n", ""))
    assert known.build().status == 1
    (known.content / f"{FOLDER}/01.md").unlink()
    known.write("data/kommentarer/sti1/01.md", GOOD.replace("Consent: ja\n", ""))

    result = known.build()

    assert result.status == 0
    assert re.search(r"sti1/01\.md:1:1: warning: \(kladde\) .*\(comment-consent\)", result.out + result.err)


def test_after_the_last_day_the_page_says_that_comments_are_closed(known) -> None:
    assert known.build(env={"SOURCE_DATE_EPOCH": "1810000000"}).status == 0

    section = comments_of(known.read("artikler/et-indlaeg-om-broen/index.html"))
    assert section.get_text(strip=True) == "Der er lukket for kommentarer."
    assert not section.select("a")


def test_the_help_and_the_folder_are_as_for_every_program(run) -> None:
    assert run("comments", "--help").out.startswith("Eksempel: python3 tasks.py comments")
    assert run("comments", "x.eml", "--content", "findes-ikke").status == 2
    assert Path(comments.__file__).name == "comments.py"
