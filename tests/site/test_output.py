"""Guards the built site as a whole: one truth about which posts exist, whole links, announced feeds, no trace of drafts."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup
from PIL import Image
from viden import addresses, feeds, pipeline
from viden.checks.content import Content
from viden.checks.links import SITE_PAGES
from viden.pages import topic_urls
from viden_pelican.settings import defaults_folder

ROOT = Path(__file__).resolve().parents[2]
MOMENT = datetime.fromtimestamp(1795600000, UTC)


@pytest.fixture(scope="module")
def reading() -> pipeline.Reading:
    return pipeline.read_folder(ROOT / "content", defaults_folder(), MOMENT)


@pytest.fixture(scope="module")
def soups(built: Path) -> dict[str, BeautifulSoup]:
    """Return every HTML page by its address from the root, without those that only lead on."""
    pages = {}
    for path in sorted(built.rglob("*.html")):
        address = path.relative_to(built).as_posix()
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        if not soup.select("meta[http-equiv=refresh]"):
            pages[address.removesuffix("index.html")] = soup
    return pages


def test_a_former_address_leads_on_to_the_post_and_is_kept_out_of_lists(built, soups, reading):
    moved = {old: t.post.slug for t in reading.tagged if t.post.status == "published" for old in t.post.old_urls}

    assert moved
    for old, slug in moved.items():
        soup = BeautifulSoup((built / old.lstrip("/") / "index.html").read_text(encoding="utf-8"), "lxml")
        assert soup.select_one("meta[http-equiv=refresh]")["content"] == f"0; url=/artikler/{slug}/"
        assert soup.select_one("body a")["href"] == f"/artikler/{slug}/"
        assert f"artikler/{slug}/" in soups
        assert old not in (built / "sitemap.xml").read_text(encoding="utf-8")


def test_every_address_that_posts_may_always_link_to_is_there(built):
    assert [page for page in SITE_PAGES if not (built / addresses.save_as(page)).is_file()] == []


def test_a_link_may_lead_to_every_page_and_feed_of_the_site_and_to_nothing_else(built, reading, soups):
    known = Content(
        reading.sources,
        reading.tagged,
        reading.registers,
        reading.library,
        feeds.feed_files(reading.library) | topic_urls(reading.library),
    )
    places = ("feeds/", "kalender/", "data/")
    files = {
        p.relative_to(built).as_posix() for p in built.rglob("*.*") if p.suffix != ".html" and p.name != "deling.png"
    }
    pages = {a for a in soups if not a.startswith("artikler/") and not a.endswith(".html") and "/side/" not in a}
    others = {"was/", "sitemap.xml", "llms.txt"} | {f for f in files if f.startswith(places)}

    may = known.urls | set(SITE_PAGES)
    assert {a for a in may if not a.startswith("artikler/")} == pages | others
    assert {a for a in may if a.startswith("artikler/")} == {f.url for f in reading.library.facts}


def test_every_feed_names_a_page_of_the_site_that_shows_what_it_holds(built, soups):
    rows = ElementTree.parse(built / "feeds/abonner.opml").iter("outline")
    feeds = {
        urlsplit(r.get("xmlUrl")).path.lstrip("/"): urlsplit(r.get("htmlUrl")).path.lstrip("/")
        for r in rows
        if r.get("xmlUrl")
    }

    assert any("/kompetence/" in path for path in feeds), "pairs of areas are among them"
    for path, page in feeds.items():
        held = {urlsplit(e.link).path for e in feedparser.parse((built / path).read_bytes()).entries}
        if path.startswith("feeds/nyhedsbrev/") or not page:
            continue
        lists = [s for address, s in soups.items() if address == page or address.startswith(f"{page}side/")]
        shown = {a["href"] for s in lists for a in s.select("main a[href^='/artikler/']")}
        assert lists and held <= shown, (path, page)


def test_each_count_of_a_publisher_links_to_a_list_of_that_length(soups, reading):
    """Counted on the pages as a reader would: over all pages of a list, and what stands below its heading."""
    seen = 0
    for publisher in reading.registers.publishers:
        home = f"udgivere/{publisher.id}/"
        for entry in soups[home].select(".counts--inline li"):
            number = int(entry.select_one(".number").get_text().replace(".", ""))
            page, _, fragment = entry.a["href"].lstrip("/").partition("#")
            assert page == home
            lists = [s for a, s in soups.items() if a == home or a.startswith(f"{home}side/")]
            found = [s.find(id=fragment).find_parent("section") for s in lists if s.find(id=fragment)]
            if fragment == "artikler":
                assert sum(len(f.select(".rows > li")) for f in found) == number, (home, fragment)
            else:
                assert {len(f.select("li")) for f in found} == {number}, (home, fragment)
            seen += 1
        cards = [s.select_one(".sender") for a, s in soups.items() if a.startswith("artikler/")]
        own = [c for c in cards if c and c.h2.a["href"] == f"/{home}"]
        assert {c.select_one(".counts").get_text(" ", strip=True) for c in own} == {
            soups[home].select_one(".counts--inline").get_text(" ", strip=True)
        }
    assert seen > 5


def test_pages_feeds_search_and_sitemap_hold_the_same_posts(built, reading, soups):
    wanted = {facts.url for facts in reading.library.facts}
    gone = {a for a, soup in soups.items() if soup.select("meta[name=robots][content=noindex]")}
    pages = {a for a in soups if a.startswith("artikler/") and a not in gone}
    feed = {
        urlsplit(e.link).path.lstrip("/")
        for e in feedparser.parse((built / "feeds/alle.atom.xml").read_bytes()).entries
    }
    jsonfeed = {
        urlsplit(i["url"]).path.lstrip("/") for i in json.loads((built / "feeds/alle.json").read_bytes())["items"]
    }
    listed = {
        urlsplit(a["href"]).path.lstrip("/") for a in soups["soeg/"].select("#alle-artikler a[href*='/artikler/']")
    }
    sitemap = set(
        re.findall(r"<loc>[^<]*?/(artikler/[^<]+)</loc>", (built / "sitemap.xml").read_text(encoding="utf-8"))
    )

    assert pages == wanted
    assert feed == wanted
    assert jsonfeed == wanted
    assert listed == wanted
    assert sitemap == wanted


def test_every_area_page_and_area_feed_hold_the_same_posts(built, reading, soups):
    for area in reading.registers.work_areas + reading.registers.competence_areas:
        folder, stem = ("arbejdsomraader", "arbejdsomraade") if area.facet == "work" else ("kompetencer", "kompetence")
        wanted = {f.url for f in reading.library.facts if area.id in f.work_areas + f.competence_areas}
        feed = feedparser.parse((built / f"feeds/{stem}/{area.id}.rss.xml").read_bytes())
        main = soups[f"{folder}/{area.id}/"].find("main")
        shown = {urlsplit(a["href"]).path.lstrip("/") for a in main.select("a[href*='/artikler/']")}

        assert {urlsplit(e.link).path.lstrip("/") for e in feed.entries} == wanted, area.id
        assert wanted <= shown, area.id


def test_every_internal_link_image_and_anchor_leads_somewhere(built, soups):
    broken = []
    for address, soup in soups.items():
        for tag, name in [(t, n) for n in ("href", "src") for t in soup.find_all(attrs={n: True})]:
            target = urlsplit(urljoin(f"https://x.test/{address}", tag[name]))
            if target.scheme not in {"http", "https"} or target.hostname != "x.test":
                continue
            path = unquote(target.path).lstrip("/")
            key = path.removesuffix("index.html")
            if not (built / path).is_file() and not (built / path / "index.html").is_file():
                broken.append((address, tag[name]))
            elif target.fragment and key in soups and soups[key].find(id=unquote(target.fragment)) is None:
                broken.append((address, tag[name]))

    assert broken == []


def test_every_picture_has_a_size_an_alternative_and_files_for_all_its_widths(built, soups):
    seen = 0
    for address, soup in soups.items():
        for image in soup.find_all("img"):
            assert image.has_attr("alt") and int(image["width"]) > 0 and int(image["height"]) > 0, (address, image)
        for tag in soup.select("[srcset]"):
            for target, width in (part.rsplit(" ", 1) for part in tag["srcset"].split(", ")):
                with Image.open(built / unquote(urlsplit(target).path).lstrip("/")) as picture:
                    assert f"{picture.width}w" == width, (address, target)
                    assert tag.get("type", picture.get_format_mimetype()) == picture.get_format_mimetype()
                    assert not dict(picture.getexif())
                seen += 1
            assert tag["sizes"], address
    assert seen > 20


def test_every_page_tells_those_who_show_its_link_what_it_is_with_a_card_of_the_right_size(built, soups, reading):
    """The Open Graph protocol, https://ogp.me: title, type, image and url; addresses are absolute."""
    sizes = {}
    for address, soup in soups.items():
        told = {t.get("property") or t["name"]: t["content"] for t in soup.select("meta[property], meta[name]")}
        if told.get("robots") == "noindex":
            assert "og:image" not in told and "og:url" not in told, address
            continue
        assert urlsplit(told["og:url"]).path == f"/{address}" and told["og:url"].startswith("https://"), address
        assert told["og:title"] and told["og:type"] in ("website", "article") and told["og:image:alt"], address
        assert told["og:image"].startswith("https://") and told["twitter:card"] == "summary_large_image", address
        card = built / urlsplit(told["og:image"]).path.lstrip("/")
        sizes[card] = sizes.get(card) or Image.open(card).size
        assert sizes[card] == (int(told["og:image:width"]), int(told["og:image:height"])) == (1200, 630), address
    assert len(sizes) >= len(reading.library.facts) + 50
    assert {*built.rglob("deling.png")} == {*sizes}, "no card is drawn for nobody"


def test_every_page_announces_its_feeds_and_they_exist(built, soups):
    for address, soup in soups.items():
        links = soup.select("head link[rel=alternate][type]")
        titles = [link.get("title") for link in links]

        assert links, address
        assert len(set(titles)) == len(titles), address
        for link in links:
            assert (built / urlsplit(link["href"]).path.lstrip("/")).is_file(), (address, link["href"])
    for address in ("arbejdsomraader/ledelse/", "kompetencer/innovation/"):
        first = soups[address].select_one("head link[rel=alternate]")
        assert address.rstrip("/").rpartition("/")[2] in first["href"]


def test_every_page_has_danish_one_heading_landmarks_and_its_own_title(soups):
    titles = {}
    for address, soup in soups.items():
        assert soup.html["lang"] == "da", address
        assert len(soup.find_all("h1")) == 1, address
        assert soup.find("main") and soup.find("header") and soup.find("footer") and soup.find("nav"), address
        assert soup.title.get_text(strip=True), address
        if not soup.select("meta[name=robots][content=noindex]"):  # what is gone tells nothing of its own
            titles.setdefault(soup.title.get_text(strip=True), []).append(address)
        description = soup.find("meta", attrs={"name": "description"})
        assert description and 20 <= len(description["content"]) <= 170, address

    assert {t: a for t, a in titles.items() if len(a) > 1} == {}


def test_pages_ask_nothing_of_other_hosts_and_hold_no_inline_code(soups):
    for address, soup in soups.items():
        for tag in soup.select("script[src], img[src], link[rel=stylesheet], link[rel=icon], source[srcset]"):
            source = tag.get("src") or tag.get("href") or tag.get("srcset")
            assert not re.match(r"(https?:)?//", source), (address, source)
        assert not [
            s for s in soup.find_all("script") if not s.get("src") and s.get("type") != "application/ld+json"
        ], address
        assert not soup.find_all("style"), address
        assert not soup.select("[style]"), address
        policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy and "unsafe" not in policy["content"], address


def test_drafts_leave_no_trace(built, reading):
    published = {f.path for f in reading.library.facts}
    hidden = [t.post for t in reading.tagged if t.post.is_article and t.post.place.path not in published]
    words = {w for p in hidden for w in (p.title, p.slug, p.id)}

    assert hidden, "the sample content has a draft, so that this test can fail"
    for path in built.rglob("*"):
        if path.is_file():
            data = path.read_bytes().decode("utf-8", "replace")
            assert not [w for w in words if w in data], path


def test_the_manifest_lists_every_file(built):
    rows = [line.split("  ", 1) for line in (built / "manifest.sha256").read_text(encoding="utf-8").splitlines()]
    listed = {name: digest for digest, name in rows}
    files = {p.relative_to(built).as_posix(): p for p in built.rglob("*") if p.is_file()}

    assert set(listed) == set(files) - {"manifest.sha256"}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == digest for name, digest in listed.items())
