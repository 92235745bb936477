"""Guards the archives of RFC 5005: following the chain from the current document finds every item once."""

from datetime import datetime, timedelta

import pytest
from lxml import etree
from viden.dates import COPENHAGEN
from viden.feeds import LIMIT, feeds

SITE = "https://viden.example/sub"
HISTORY = "{http://purl.org/syndication/history/1.0}"
FORMATS = ("rss.xml", "atom.xml")


@pytest.fixture
def years(post):
    """150 posts, one a week over almost three years, newest in November 2026."""

    def build(**changes):
        start = datetime(2024, 1, 3, 12, tzinfo=COPENHAGEN)
        return [post(f"p{n:03d}", start + timedelta(weeks=n), **changes) for n in range(150)]

    return build


@pytest.fixture
def built(library, bodies):
    def build(*posts):
        return {a.path: a.body for a in feeds(library(*posts), bodies, SITE)}

    return build


def links(data):
    found = etree.fromstring(data).iter("{http://www.w3.org/2005/Atom}link")
    return {k.get("rel"): k.get("href").removeprefix(f"{SITE}/") for k in found if k.get("rel") != "alternate"}


def chain(files, start):
    """Return the paths from the current document back, as a reader would follow them."""
    path = links(files[start]).get("prev-archive")
    found = []
    while path:
        found.append(path)
        path = links(files[path]).get("prev-archive")
    return found


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("stem", ["alle", "arbejdsomraade/aeldre-sundhed", "kompetence/innovation"])
def test_the_chain_holds_every_item_once_and_the_current_document_the_newest(built, years, read_items, stem, format):
    files = built(*years())
    current = f"feeds/{stem}.{format}"

    archived = [item for path in chain(files, current) for item in read_items(path, files[path])]

    assert chain(files, current) == [f"feeds/arkiv/{stem}-{year}.{format}" for year in (2026, 2025, 2024)]
    assert len(archived) == len({i[0] for i in archived}) == 150
    assert list(read_items(current, files[current])) == archived[:LIMIT]


@pytest.mark.parametrize("format", FORMATS)
def test_archives_say_what_they_are_and_point_both_ways(built, years, format):
    files = built(*years())

    for year, older, newer in ((2026, 2025, None), (2025, 2024, 2026), (2024, None, 2025)):
        path = f"feeds/arkiv/alle-{year}.{format}"
        expected = {"self": path, "current": f"feeds/alle.{format}"}
        expected |= {"prev-archive": f"feeds/arkiv/alle-{older}.{format}"} if older else {}
        expected |= {"next-archive": f"feeds/arkiv/alle-{newer}.{format}"} if newer else {}
        assert links(files[path]) == expected
        root = etree.fromstring(files[path])
        assert [m.tag for m in root.iter() if str(m.tag).startswith(HISTORY)] == [f"{HISTORY}archive"]


def test_archives_are_valid_and_keep_the_id_and_title_of_their_feed(built, years, problems):
    files = built(*years())

    for path in (p for p in files if "/arkiv/" in p):
        assert problems(path, files[path]) == ()
        assert not path.endswith(".json")
    current, archive = (etree.fromstring(files[f"feeds/{p}.atom.xml"]) for p in ("alle", "arkiv/alle-2024"))
    assert current.findtext("{*}id") == archive.findtext("{*}id")
    assert current.findtext("{*}title") == archive.findtext("{*}title")


def test_a_feed_that_holds_all_has_no_archives(built, row):
    assert not [path for path in built(*row(LIMIT)) if "/arkiv/" in path]


def test_a_pair_feed_has_no_archives_of_its_own(built, years):
    files = built(*years())

    assert not [path for path in files if "/arkiv/" in path and "/kompetence/" in path.removeprefix("feeds/arkiv/komp")]
    pair = etree.fromstring(files["feeds/arbejdsomraade/aeldre-sundhed/kompetence/innovation.atom.xml"])
    assert len(pair.findall("{*}entry")) == LIMIT
    assert pair.find(f"{HISTORY}complete") is None


def test_a_new_post_leaves_closed_years_alone(built, years, post):
    before = built(*years())
    after = built(*years(), post("ny", "2026-11-24 08:00"))

    changed = {path for path in before if before[path] != after[path] and "/arkiv/" in path}
    assert {path.partition(".")[0][-4:] for path in changed} == {"2026"}


def test_a_year_is_copenhagens(built, years, post, read_items):
    files = built(*years(), post("nytaar", "2025-01-01 00:30"))

    found = read_items("x.atom.xml", files["feeds/arkiv/alle-2025.atom.xml"])
    assert found[-1][0] == "tag:viden.example,2026:artikel/nytaar"


def test_an_items_bytes_are_the_same_in_archive_and_current_document(built, years):
    files = built(*years())
    archive = files["feeds/arkiv/alle-2026.rss.xml"]

    current = files["feeds/alle.rss.xml"]
    first = current[current.index(b"<item>") : current.index(b"</item>")]
    assert first in archive
