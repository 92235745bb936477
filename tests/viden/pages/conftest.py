"""Builders of posts and libraries, small enough to read beside the test that uses them."""

from datetime import date, datetime

import pytest
from viden import pages
from viden.dates import COPENHAGEN
from viden.model import (
    Area,
    Blog,
    Body,
    Event,
    Library,
    Person,
    Place,
    Post,
    Publisher,
    Registers,
    Role,
    Series,
    SiteInfo,
    Speaker,
    Tag,
    TaggedPost,
)

MOMENT = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


IDA = Person("ida-skov", "Ida Skov", (Role("konsulent", "i", ("Fjordnet",)),))
BO = Person("bo-holm", "Bo Holm", (Role("sekretariatschef", "i", ("Foreningen Å",)),))


def build_registers(**changes) -> Registers:
    values = {
        "site": SiteInfo("Videnprøven", tagline="viden til prøve", publisher="fjordnet"),
        "work_areas": (
            Area("ledelse", "work", "Ledelse", "Management", "At lede."),
            Area("skole", "work", "Børn, unge og skole", "Schools", "Skole og dagtilbud."),
        ),
        "competence_areas": (
            Area("innovation", "competence", "Innovation", "Innovation", "Nye måder.", "Drift hører andre steder."),
            Area("etik", "competence", "Dataetik og jura", "Ethics", "Rammer."),
        ),
        "people": (IDA, BO),
        "publishers": (
            Publisher("fjordnet", "Fjordnet", "digitalt fællesskab", "Fjordnet deler."),
            Publisher("os3", "OS3", "Åbent fællesskab"),
        ),
        "blogs": (Blog("gangen", "Ude på gangen", "ida-skov", "Ida Skov blogger", "os3"),),
        "series": (
            Series(
                "stafet",
                "Digital stafet",
                "Tre temadage.",
                "Fjordnet",
                events=(
                    event("stafet-1", "Temadag 1", at("2026-10-06 09:00"), number=1),
                    event("stafet-2", "Temadag 2", date(2026, 11, 6), number=2),
                    event("stafet-3", "Temadag 3", at("2027-01-14 09:00"), number=3),
                ),
            ),
        ),
    }
    return Registers(**(values | changes))


def event(id: str, name: str, start: datetime | date, **changes) -> Event:
    return Event(id, name, start, **({"series": "stafet"} | changes))


def build_post(id: str, when: str = "2026-11-16 08:00", **changes) -> Post:
    values = {"kind": "article", "title": f"Om {id}", "slug": id, "has_time": True, "markdown": ""}
    return Post(id=id, published=at(when), place=Place(f"artikler/{id}.md"), **(values | changes))


def build_tagged(
    id: str,
    when: str = "2026-11-16 08:00",
    areas: tuple[str, ...] = (),
    body: Body | None = None,
    **changes,
) -> TaggedPost:
    """Return a post with areas, written `ledelse` for a work area and `+etik` for a competence area."""
    tags = tuple(
        Tag(a.removeprefix("+"), "competence" if a.startswith("+") else "work", "sure", 900, "tagger") for a in areas
    )
    return TaggedPost(build_post(id, when, **changes), body or Body("<p>Tekst.</p>", "Tekst.", words=300), tags)


def build_library(*tagged: TaggedPost, **changes) -> Library:
    registers = changes.pop("registers", None) or build_registers()
    return pages.library(tagged, registers, changes.pop("moment", MOMENT), **changes)


def shown(tagged: TaggedPost, *others: TaggedPost, registers: Registers | None = None) -> pages.Shown:
    """Return what the page of the first post shows, among the others."""
    library = build_library(tagged, *others, registers=registers)
    return pages.shown_posts(library)[tagged.post.place.path]


def text(line) -> str:
    return "".join(piece.text for piece in line)


@pytest.fixture
def build():
    """The builders of this file, for test modules that import nothing from each other."""

    class Builders:
        post = staticmethod(build_post)
        tagged = staticmethod(build_tagged)
        library = staticmethod(build_library)
        registers = staticmethod(build_registers)
        shown = staticmethod(shown)
        text = staticmethod(text)
        event = staticmethod(event)
        at = staticmethod(at)
        speaker = staticmethod(Speaker)
        ida, bo, moment = IDA, BO, MOMENT

    return Builders
