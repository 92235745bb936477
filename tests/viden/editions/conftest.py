"""Builders of small libraries for the tests of editions."""

from collections.abc import Callable
from datetime import datetime

import pytest
from viden.dates import COPENHAGEN
from viden.model import Area, Facts, Library, Registers, SiteInfo


def at(text: str) -> datetime:
    """Return a wall-clock time in Copenhagen; with an offset, that instant."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(COPENHAGEN) if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN)


def build_post(id: str, when: datetime | str, **changes) -> Facts:
    values = {
        "kind": "article",
        "title": f"Om {id}",
        "slug": id,
        "url": f"artikler/{id}/",
        "path": f"artikler/{id}.md",
        "has_time": True,
        "updated": None,
        "summary": "",
        "teaser": "",
        "work_areas": ("aeldre",),
    }
    return Facts(id=id, published=at(when) if isinstance(when, str) else when, **(values | changes))


def build_library(*posts: Facts, moment: datetime | str = "2030-01-01 00:00") -> Library:
    areas = tuple(Area(id, "work", id.title(), "", "") for id in ("aeldre", "skole"))
    ordered = sorted(sorted(posts, key=lambda f: f.id), key=lambda f: f.published.timestamp(), reverse=True)
    registers = Registers(site=SiteInfo(name="Videnstafet"), work_areas=areas)
    return Library(tuple(ordered), registers, at(moment) if isinstance(moment, str) else moment)


@pytest.fixture
def post() -> Callable[..., Facts]:
    return build_post


@pytest.fixture
def library() -> Callable[..., Library]:
    return build_library


@pytest.fixture
def wall() -> Callable[[str], datetime]:
    return at
