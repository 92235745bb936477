"""Guards a site that lives in a folder of another's host: served under /viden/stafet/, nothing of it asks or leads outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

from tests.browser.conftest import Site, known, served
from tests.conftest import MOMENT, ROOT

FOLDER = "/viden/stafet/"
PUBLIC = f"https://kommunen.example{FOLDER}"
TEXTS = (".xml", ".json", ".jsonld", ".ttl", ".opml", ".ics", ".txt", ".md", ".bib", ".ris")
OTHERS = re.compile(r"https?://(?:kommunen\.example|viden\.example\.dk)(?!/viden/stafet/)[^\s\"'<>]*")
"""Our host outside our folder, and the address that site.yaml names, which SITEURL overrules."""


@dataclass(frozen=True)
class Inside:
    """The site in its folder: `site.address` ends with the folder, `host` is all of the host."""

    site: Site
    host: str


@pytest.fixture(scope="module")
def inside(tmp_path_factory) -> Iterator[Inside]:
    host = tmp_path_factory.mktemp("vaert")
    output = host / FOLDER.strip("/")
    output.parent.mkdir(parents=True)
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--production", "--output", str(output)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": MOMENT, "SITEURL": PUBLIC}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    (host / "404.html").write_bytes((output / "404.html").read_bytes())  # what a host answers with, as it is set up
    with served(host) as address:
        yield Inside(known(ROOT / "content", output, f"{address}{FOLDER.rstrip('/')}"), address)


def references(site: Site) -> Iterator[tuple[str, str]]:
    """Yield (page, absolute path or address) of all that a page links to, shows, loads or sends to."""
    for path in sorted(site.built.rglob("*.html")):
        page = lxml.html.fromstring(path.read_bytes())
        where = f"{FOLDER}{path.relative_to(site.built).as_posix()}"
        values = page.xpath("//@href | //@src | //@action | //@data-copy | //@poster")
        values += [part.split()[0] for value in page.xpath("//@srcset") for part in value.split(", ")]
        values += [v.partition("url=")[2] for v in page.xpath("//meta[@http-equiv='refresh']/@content")]
        yield from ((where, urljoin(where, urldefrag(value)[0])) for value in values)


def test_every_reference_of_every_page_stays_inside_and_is_there(inside):
    astray, seen = set(), 0
    for where, target in references(inside.site):
        if urlsplit(target).scheme:
            astray |= {(where, target)} if OTHERS.match(target) else set()
            continue
        file = inside.site.built / unquote(urlsplit(target).path.removeprefix(FOLDER))
        seen += 1
        if not target.startswith(FOLDER) or not (file / "index.html" if target.endswith("/") else file).is_file():
            astray.add((where, target))

    assert seen > 10_000
    assert astray == set()


def test_no_file_that_machines_read_names_an_address_outside(inside):
    astray, named = set(), set()
    for path in sorted(p for p in inside.site.built.rglob("*") if p.suffix in (*TEXTS, ".html")):
        text = path.read_text(encoding="utf-8")
        text = text.replace("\r\n ", "") if path.suffix == ".ics" else unescape(text)
        astray |= {(path.name, found) for found in OTHERS.findall(text)}
        named |= {path.suffix} if PUBLIC in text else set()

    assert astray == set()
    assert named >= {".html", ".xml", ".json", ".opml", ".ics", ".txt", ".md"}


def test_every_address_of_the_sitemap_and_the_index_is_answered(inside):
    locations = re.findall(r"<loc>([^<]+)</loc>", (inside.site.built / "sitemap.xml").read_text(encoding="utf-8"))
    hits = []
    for path in sorted((inside.site.built / "soeg/indeks").rglob("*.json")):
        hits += re.findall(
            r'"((?:https?://[^"]+|/)?(?:artikler|personer|serier|stafetter)/[^"]*)"',
            json.dumps(json.loads(path.read_bytes())),
        )

    assert len(locations) > 100
    for location in locations:
        assert (
            location.startswith(PUBLIC) and (inside.site.built / location.removeprefix(PUBLIC) / "index.html").is_file()
        )
    assert hits and not [hit for hit in hits if hit.startswith("/") and not hit.startswith(FOLDER)]


def test_no_page_of_any_kind_asks_outside_or_in_vain(browser, inside):
    page = browser.new_page()
    astray = []
    page.on("request", lambda r: None if r.url.startswith(f"{inside.site.address}/") else astray.append(r.url))
    page.on("response", lambda r: astray.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    for url in inside.site.one_of_each().values():
        page.goto(f"{inside.site.address}/{url}")
    page.close()

    assert astray == []


def test_a_search_finds_opens_and_comes_back_inside(browser, inside):
    page = browser.new_page()
    page.goto(f"{inside.site.address}/")
    page.fill("#soeg-forside", "borger")
    page.press("#soeg-forside", "Enter")
    page.wait_for_selector("#traeffere li a")
    found = page.evaluate("[...document.querySelectorAll('#traeffere a')].map(a => new URL(a.href).pathname)")
    page.click("#traeffere li a")
    page.wait_for_url(f"{inside.site.address}/**/")
    heading = page.inner_text("h1")
    page.go_back()
    page.wait_for_selector("#traeffere li a")
    page.close()

    assert found and [path for path in found if not path.startswith(FOLDER)] == []
    assert heading != "Siden findes ikke"


def test_a_missing_address_at_any_depth_is_answered_with_a_page_that_works(browser, inside):
    page = browser.new_page()
    broken = []
    page.on("response", lambda r: broken.append(r.url) if r.status >= 400 and "findes" not in r.url else None)
    page.goto(f"{inside.site.address}/findes/ikke/her/")
    font = page.evaluate("document.styleSheets.length")
    page.click("main a[href$='/viden/stafet/']")
    front = page.url
    page.close()

    assert broken == []
    assert font > 0
    assert front == f"{inside.site.address}/"
