"""Guards the bytes of all feeds against the machine: time zone, locale and hash seed."""

import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import hashlib, locale
locale.setlocale(locale.LC_ALL, "")
from datetime import datetime
from viden import editions, feeds
from viden.dates import COPENHAGEN
from viden.model import Area, Facts, Library, Registers, SiteInfo
areas = tuple(Area(f"w{n}", "work", f"Område {n}", "", "") for n in range(3))
site = SiteInfo(name="Viden på tværs", authority="viden.example,2026")
registers = Registers(site=site, work_areas=areas)
posts = tuple(
    Facts(
        id=f"p{n}", kind="article", title=f"Titel {n} æøå", slug=f"p{n}", url=f"artikler/p{n}/", path=f"p{n}.md",
        published=datetime(2026, 3 + n, 29, 2, 30, tzinfo=COPENHAGEN), has_time=True, updated=None, summary="",
        teaser="Kort", work_areas=("w0", "w1"), tags=("lørdag", "møde"),
    )
    for n in reversed(range(8))
)
library = Library(posts, registers, datetime(2026, 11, 25, tzinfo=COPENHAGEN))
bodies = {f.id: "<p>æ</p>" for f in posts}
found = (
    *feeds.feeds(library, bodies, "https://viden.example"),
    *feeds.newsletters(editions.weekly(library), bodies, "https://viden.example", registers),
)
print(hashlib.sha256(b"".join(a.path.encode() + a.body for a in found)).hexdigest())
"""


def digest(zone: str, language: str, seed: str) -> str:
    plugins = Path(__file__).resolve().parents[3] / "plugins"
    surroundings = os.environ | {
        "TZ": zone,
        "LC_ALL": language,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": str(plugins),
    }
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout


def installed(language: str) -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, language)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return True


@pytest.mark.parametrize(
    ("zone", "language", "seed"),
    [("Pacific/Kiritimati", "C", "1"), ("America/St_Johns", "C.UTF-8", "2"), ("Europe/Copenhagen", "da_DK.UTF-8", "3")],
)
def test_zone_locale_and_hash_seed_leave_every_byte_alone(zone, language, seed):
    if not installed(language):
        pytest.skip(f"the locale {language} is not installed")

    assert digest(zone, language, seed) == digest("UTC", "C", "0")
