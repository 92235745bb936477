"""Guards that each thin plugin, installed as a package, works alone in a fresh Pelican site with the theme "simple"."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

CONF = """SITENAME = "Prøve"
SITEURL = "https://prove.example.org"
PATH = "content"
TIMEZONE = "Europe/Copenhagen"
DEFAULT_LANG = "da"
THEME = "simple"
PLUGINS = [{plugin!r}]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

POST = """Title: Plejehjemmet og den nye hjemmepleje
Date: 2026-10-05
Category: blog
Slug: plejehjemmet

På plejehjemmet mødes hjemmeplejen og sygeplejersken hver morgen. Omsorg for ældre begynder med sygepleje.

## Genoptræning på plejehjemmet

Rehabilitering og genoptræning er en del af hverdagen i ældreplejen.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """Install the project as `pip install .` does, without network, into a folder of its own."""
    folder = tmp_path_factory.mktemp("pakke")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--target", str(folder / "lib"), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / "lib"


def build(installed: Path, folder: Path, plugin: str) -> Path:
    (folder / "content").mkdir()
    (folder / "content" / "plejehjem.md").write_text(POST, encoding="utf-8")
    (folder / "pelicanconf.py").write_text(CONF.format(plugin=plugin), encoding="utf-8")
    probe = (
        "import sys, json; from pelican import main; from pelican.plugins import signals\n"
        "def tell(generator):\n"
        "    for a in generator.articles: print('PROBE', json.dumps([a.slug, list(getattr(a, 'work_areas', []))]))\n"
        "signals.article_generator_finalized.connect(tell)\n"
        "main(['-s', 'pelicanconf.py', '--fatal', 'errors'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(installed), "SOURCE_DATE_EPOCH": "1795600000"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "probe.txt").write_text(done.stdout, encoding="utf-8")
    assert (folder / "output" / "plejehjemmet.html").exists()
    return folder / "output"


def test_competence_tags_gives_each_article_its_areas(installed, tmp_path):
    build(installed, tmp_path, "competence_tags")

    line = next(x for x in (tmp_path / "probe.txt").read_text(encoding="utf-8").splitlines() if x.startswith("PROBE"))
    slug, areas = json.loads(line.removeprefix("PROBE "))

    assert slug == "plejehjemmet"
    assert areas == ["aeldre-sundhed"]


def test_knowledge_pages_writes_area_pages_in_the_foreign_theme(installed, tmp_path):
    output = build(installed, tmp_path, "knowledge_pages")

    page = (output / "arbejdsomraader" / "aeldre-sundhed" / "index.html").read_text(encoding="utf-8")

    assert "Ældre og sundhed" in page
    assert "Plejehjemmet og den nye hjemmepleje" in page
    assert "plejehjemmet.html" in page
    assert "Prøve" in page


def test_topic_feeds_writes_feeds_that_link_to_the_articles(installed, tmp_path):
    import feedparser

    output = build(installed, tmp_path, "topic_feeds")

    feed = feedparser.parse((output / "feeds" / "arbejdsomraade" / "aeldre-sundhed.rss.xml").read_bytes())

    assert [e.title for e in feed.entries] == ["Plejehjemmet og den nye hjemmepleje"]
    assert feed.entries[0].link == "https://prove.example.org/plejehjemmet.html"


def test_newsletter_editions_writes_a_feed_for_the_week(installed, tmp_path):
    import feedparser

    output = build(installed, tmp_path, "newsletter_editions")

    feed = feedparser.parse((output / "feeds" / "nyhedsbrev" / "aeldre-sundhed-uge.rss.xml").read_bytes())

    assert len(feed.entries) == 1
    assert "Genoptræning på plejehjemmet" in feed.entries[0].content[0].value


def test_site_search_writes_an_index_an_engine_and_a_page(installed, tmp_path):
    output = build(installed, tmp_path, "site_search")

    page = (output / "soeg" / "index.html").read_text(encoding="utf-8")

    assert (output / "soeg" / "indeks" / "toc.json").exists()
    assert (output / "theme" / "js" / "search-engine.js").exists()
    assert 'role="search"' in page
    assert "Plejehjemmet og den nye hjemmepleje" in page
