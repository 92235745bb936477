"""What the tests of an article's parts share: the small invented site they look at, and how they read it.

Its texts and registers lie in `tests/cases/anatomi/`; the pictures are borrowed from the sample site.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Tag

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "cases" / "anatomi"
PICTURES = {"stafet.jpg": "silo.jpg", "logo-kystlauget.png": "lauget.png"}
FROST = "den-foerste-frost"
POINTERS = "pointer-fra-vintermoede-2-om-tal-og-tommelfingre"
SALT = "vintermoede-2-saa-meget-salt-skal-der-til"
BILL = "regningen-for-en-vinter"
ICE = "tre-slags-is"
GRIT = "et-gaestebud-om-grus"
ARTICLES = (FROST, POINTERS, SALT, BILL, ICE, GRIT, "saltkalenderen")


def write(content: Path) -> None:
    """Write the site's content folder."""
    shutil.copytree(FOLDER, content)
    (content / "billeder").mkdir()
    for name, copy in PICTURES.items():
        shutil.copy(ROOT / "content" / "billeder" / name, content / "billeder" / copy)


def words(node: Tag | None) -> str:
    """Return the text of an element on one line, as a reader takes it in."""
    assert node is not None
    return " ".join(node.get_text().replace("\u00ad", "").split())


def told(soup: BeautifulSoup) -> dict[str, Any]:
    """Return what machines are told of an article."""
    block = soup.find("script", type="application/ld+json")
    assert isinstance(block, Tag)
    return next(t for t in json.loads(block.string or "")["@graph"] if "headline" in t)
