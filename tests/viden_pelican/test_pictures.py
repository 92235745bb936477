"""Guards pictures in the build: made once and kept by content, remade where the cache is damaged, lost or locked, and each changing its own files alone."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from viden import images
from viden.model import Source
from viden_pelican import pictures


def photograph(colour: str = "teal", width: int = 700, height: int = 400) -> bytes:
    output = BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "JPEG")
    return output.getvalue()


def source(path: str, data: bytes) -> Source:
    return Source(path, data, hashlib.sha256(data).hexdigest())


def made(sources: list[Source], cache: pictures.Cache) -> dict[str, bytes]:
    known = pictures.known(sources, [s.path for s in sources])
    return {a.path: a.body for a in pictures.scaled(sources, known, cache)}


def never(*arguments: object) -> bytes:
    raise AssertionError("encoded again")


HARBOUR = source("billeder/havn.jpg", photograph())
STREAM = source("billeder/å.jpg", photograph("olive"))


@pytest.fixture
def cache(tmp_path: Path) -> pictures.Cache:
    return pictures.Cache(tmp_path / "billeder")


def test_the_second_time_nothing_is_encoded(cache, monkeypatch):
    first = made([HARBOUR, STREAM], cache)
    clean = pictures.published(HARBOUR.data, HARBOUR.path, cache)
    monkeypatch.setattr(images, "scaled", never)
    monkeypatch.setattr(images, "clean", never)

    assert made([HARBOUR, STREAM], cache) == first
    assert pictures.published(HARBOUR.data, HARBOUR.path, cache) == clean


@pytest.mark.parametrize("damage", [b"", b"kort", b"x" * 4000, photograph("red")])
def test_a_damaged_cache_is_made_again(cache, damage):
    first = made([HARBOUR], cache)
    kept = [p for p in cache.folder.rglob("*") if p.is_file()]
    assert len(kept) == len(first) > 2
    for path in kept:
        path.write_bytes(damage)

    assert made([HARBOUR], cache) == first
    assert all(path.read_bytes() != damage for path in kept)


def test_without_a_cache_the_pictures_are_the_same(cache, tmp_path):
    (tmp_path / "fil").write_text("ikke en mappe", encoding="utf-8")
    without = pictures.Cache(tmp_path / "fil" / "billeder")

    assert made([HARBOUR], without) == made([HARBOUR], cache)


def test_a_link_in_the_cache_is_not_followed(cache, tmp_path):
    first = made([HARBOUR], cache)
    one = next(p for p in cache.folder.rglob("*") if p.is_file())
    elsewhere = tmp_path / "andetsteds"
    one.rename(elsewhere)
    one.symlink_to(elsewhere)

    assert made([HARBOUR], cache) == first


def test_a_changed_picture_changes_its_own_files_alone(cache):
    before = made([HARBOUR, STREAM], cache)

    after = made([HARBOUR, source(STREAM.path, photograph("maroon"))], cache)

    assert before.keys() == after.keys()
    assert {p for p in before if before[p] != after[p]} == {p for p in before if p.endswith(("å.jpg", "å.jpg.webp"))}


def test_other_code_or_libraries_do_not_take_what_was_kept(cache, monkeypatch):
    pictures.published(HARBOUR.data, HARBOUR.path, cache)
    monkeypatch.setattr(pictures, "_engine", lambda: "en anden")
    monkeypatch.setattr(images, "clean", lambda data: b"ny")

    assert pictures.published(HARBOUR.data, HARBOUR.path, cache) == b"ny"


def test_other_files_are_published_as_they_are(cache):
    assert pictures.published(b"%PDF-1.7", "filer/a.pdf", cache) == b"%PDF-1.7"
    assert not cache.folder.exists()


def test_body_and_lead_pictures_come_in_widths_on_pages_and_plain_in_feeds(site, make_post):
    text = make_post(body="Broen er lukket.\n\n![Åen mellem husene]({static}/billeder/havn.jpg)").replace(
        "Kind: article", "Kind: article\nImage: billeder/å bred.jpg\nImage_alt: Åen\nImage_credit: Ida"
    )
    site.write("artikler/bro.md", text)
    site.write("billeder/havn.jpg", HARBOUR.data)
    site.write("billeder/å bred.jpg", photograph("olive", 2000, 500))

    result = site.build()

    assert result.status == 0, result.err
    page = BeautifulSoup(site.read("artikler/et-indlaeg-om-broen/index.html"), "html.parser")
    body, lead = page.select_one(".prose picture img"), page.select_one(".post__image picture img")
    assert (body["width"], body["height"], body["loading"]) == ("700", "400", "lazy")
    assert (lead["width"], lead["height"], lead.get("loading")) == ("2000", "500", None)
    assert "/billeder/bredde-1600/%C3%A5%20bred.jpg 1600w" in lead["srcset"]
    assert page.select_one(".prose source")["type"] == "image/webp"
    assert "billeder/bredde-1600/å bred.jpg.webp" in site.files()
    feed = site.read("feeds/alle.rss.xml")
    assert "havn.jpg" in feed and "bredde-" not in feed


def test_the_card_of_a_post_is_told_with_its_absolute_address(site, make_post):
    site.write("artikler/bro.md", make_post())

    assert site.build().status == 0
    page = BeautifulSoup(site.read("artikler/et-indlaeg-om-broen/index.html"), "html.parser")
    told = {m.get("property") or m.get("name"): m["content"] for m in page.select("meta[content]")}
    with Image.open(BytesIO(site.files()["artikler/et-indlaeg-om-broen/deling.png"])) as card:
        assert card.size == (int(told["og:image:width"]), int(told["og:image:height"]))
    assert told["og:image"].startswith("http")
    assert told["og:image"].endswith("/artikler/et-indlaeg-om-broen/deling.png")
    assert "Et indlæg om broen" in told["og:image:alt"]
    assert told["twitter:card"] == "summary_large_image"


def test_a_picture_that_no_published_post_shows_is_not_offered(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.write("billeder/havn.jpg", HARBOUR.data)

    assert site.build().status == 0
    assert not [path for path in site.files() if path.startswith("billeder/")]


def test_two_builds_share_the_bytes(site, make_post):
    site.write("artikler/bro.md", make_post(body="![Havn]({static}/billeder/havn.jpg)"))
    site.write("billeder/havn.jpg", HARBOUR.data)

    first = site.build(), site.files()
    second = site.build(), site.files()

    assert first[0].status == second[0].status == 0
    assert first[1] == second[1]
