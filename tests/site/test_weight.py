"""Guards how much a reader fetches: every page with the style sheet and scripts that it asks for, packed as hosts pack them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import lxml.html
import pytest

ARTICLE, OTHER, SCRIPTS = 30 * 1024, 40 * 1024, 5 * 1024
"""The most that an article, any other page, and an article's scripts may weigh in bytes, without pictures."""
MOST_REQUESTS, MORE = 4, {"soeg/index.html": 2, "404.html": 2}
"""How often a browser asks for a page, pictures and icon apart, and how much oftener where it searches or looks for what was meant."""
IMPORT = re.compile(r"""(?:import|from)\s*\(?\s*["'](\./[^"']+)["']""")


def asked_for(built: Path, page: Path) -> list[Path]:
    """Return the files that a browser fetches for a page: itself, styles, scripts with what they import."""
    tree = lxml.html.fromstring(page.read_bytes())
    named = tree.xpath("//link[@rel='stylesheet' or @rel='preload' or @rel='modulepreload']/@href | //script/@src")
    files = [page]
    waiting = [built / address.partition("?")[0].lstrip("/") for address in named]
    while waiting:
        file = waiting.pop(0)
        if file not in files:
            files.append(file)
            found = IMPORT.findall(file.read_text(encoding="utf-8")) if file.suffix == ".js" else []
            waiting += [file.parent / address.partition("?")[0] for address in found]
    return files


def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def pages(built: Path) -> list[Path]:
    return [p for p in sorted(built.rglob("*.html")) if b'http-equiv="refresh"' not in p.read_bytes()]


@pytest.mark.parametrize("site", ["built", "many_built"])
def test_every_page_is_light_and_asks_for_little(site, request):
    built = request.getfixturevalue(site)
    heavy, busy = {}, {}
    for page in pages(built):
        address = page.relative_to(built).as_posix()
        files = asked_for(built, page)
        weight = sum(map(packed, files))
        if weight > (ARTICLE if re.fullmatch(r"artikler/[^/]+/index.html", address) else OTHER):
            heavy[address] = weight
        if len(files) > MOST_REQUESTS + MORE.get(address, 0):
            busy[address] = [f.name for f in files]

    assert heavy == {}
    assert busy == {}


def test_an_article_needs_few_scripts(built):
    page = next(p for p in pages(built) if p.parent.parent.name == "artikler")
    scripts = [f for f in asked_for(built, page) if f.suffix == ".js"]

    assert scripts
    assert sum(map(packed, scripts)) <= SCRIPTS


def test_what_a_script_imports_is_counted(built):
    files = {f.relative_to(built).as_posix() for f in asked_for(built, built / "soeg" / "index.html")}

    assert {re.sub(r"\.[0-9a-f]{8,}\.", ".", f) for f in files} >= {
        "soeg/index.html", "theme/css/videnstafet.css", "theme/js/search.js", "theme/js/search-engine.js"
    }  # fmt: skip
