"""Builders of received mails and of libraries with comments."""

from __future__ import annotations

from datetime import date, datetime
from email.message import EmailMessage

import pytest
from viden import pages
from viden.dates import COPENHAGEN
from viden.model import Blog, Body, Comment, Library, Place, Post, Registers, SiteInfo, TaggedPost

MOMENT = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)
SITE = SiteInfo("Prøven", comment_email="red@example.dk", comment_months=6)


def build_mail(text: str = "", subject: str = "Svar på dette indlæg: Om åen", **headers: str) -> EmailMessage:
    """Return a mail as a mail program writes it."""
    mail = EmailMessage()
    mail["From"] = headers.pop("sender", "Åse Lund <aase@example.org>")
    mail["To"] = headers.pop("to", "red@example.dk")
    mail["Subject"] = subject
    mail["Date"] = headers.pop("date", "Sat, 14 Nov 2026 09:12:00 +0100")
    mail.set_content(text, **headers)
    return mail


def build_comment(number: int, day: str = "2026-11-10", reply_to: int = 0, **changes) -> Comment:
    values = {"post": "aaen", "name": f"Nr. {number}", "text": "Hej."} | changes
    return Comment(number=number, day=date.fromisoformat(day), reply_to=reply_to, consent="ja", **values)


def build_library(*ids: str, moment: datetime = MOMENT, site: SiteInfo = SITE, **changes) -> Library:
    """Return a library of posts of 1 November 2026 with these ids; other changes are those of each post."""
    registers = Registers(site, blogs=(Blog("korte", "Korte", comment_months=0), Blog("gangen", "Gangen", comment_months=1, comment_call="Send din erfaring")))  # fmt: skip
    values = {"kind": "article", "title": "Om åen", "has_time": False, "markdown": "", "place": Place("a.md")} | changes
    published = datetime(2026, 11, 1, 8, tzinfo=COPENHAGEN)
    posts = [Post(id=id, slug=id, published=published, **values) for id in ids]
    return pages.library([TaggedPost(p, Body("", "")) for p in posts], registers, moment)


@pytest.fixture
def build():
    class Builders:
        mail = staticmethod(build_mail)
        comment = staticmethod(build_comment)
        library = staticmethod(build_library)
        moment, site = MOMENT, SITE

    return Builders
