"""Measure a clean build beside stock Pelican on the same posts, and the tagger: `python3 tasks.py bench`.

Figures are ratios of CPU seconds of whole processes in one run, the least of
several; absolute times depend on the machine and are printed beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import bench_tagger
from command_line import PROJECT, content_folder, defaults_folder, moment, parser, run
from viden import pipeline
from viden.model import Post

STOCK = """SITENAME = "Prøve"
PATH = {content!r}
OUTPUT_PATH = {output!r}
THEME = "simple"
SITEURL = ""
TIMEZONE = "Europe/Copenhagen"
DEFAULT_LANG = "da"
ARTICLE_PATHS = ["artikler"]
PAGE_PATHS = ["sider"]
STATIC_PATHS = ["billeder"]
DEFAULT_PAGINATION = 10
FEED_ALL_ATOM = "feeds/all.atom.xml"
PLUGINS = []
LOAD_CONTENT_CACHE = False
"""
"""Stock Pelican with its theme "simple"; `PLUGINS` is written out so that none loads by itself."""


@dataclass(frozen=True, slots=True)
class Spent:
    cpu: float
    """CPU seconds of the process and its children."""
    wall: float
    """Seconds."""


def main(argv: list[str] | None = None) -> int:
    """Print build times of Videnstafet and stock Pelican on the same posts, and their ratio."""
    line = parser(
        "python3 tasks.py bench", "Måler byggetiden fra bunden ved siden af standard-Pelican med temaet simple."
    )
    line.add_argument("--rounds", type=int, default=3, help="antal gange; den mindste tid gælder (3)")
    line.add_argument("--format", choices=["text", "json"], default="text")
    options = line.parse_args(argv)
    return run(lambda: bench(options), options.debug)


def bench(options: argparse.Namespace) -> int:
    content = content_folder(options.content)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        posts = write_stock_content(content, scratch / "stock")
        (scratch / "stockconf.py").write_text(
            STOCK.format(content=str(scratch / "stock"), output=str(scratch / "stock-output")), encoding="utf-8"
        )
        ours = [
            sys.executable,
            str(PROJECT / "scripts" / "build.py"),
            "--content",
            str(content),
            "--output",
            str(scratch / "ours"),
        ]
        stock = [sys.executable, "-m", "pelican", "-s", str(scratch / "stockconf.py")]
        spent = {
            "videnstafet": least(ours, scratch / "ours", options.rounds),
            "pelican-simple": least(stock, scratch / "stock-output", options.rounds),
        }
    show(posts, spent, bench_tagger.measure(content, options.rounds), options.format)
    return 0


def least(command: list[str], output: Path, rounds: int) -> Spent:
    """Return the least time of several clean builds, after one that is not counted."""
    spent = []
    for _ in range(rounds + 1):
        shutil.rmtree(output, ignore_errors=True)
        before, started = os.times(), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        spent.append(Spent(cpu, time.perf_counter() - started))
    return min(spent[1:], key=lambda s: s.cpu)


def write_stock_content(content: Path, folder: Path) -> int:
    """Write the published posts and pages with a header that stock Pelican reads; return how many posts."""
    reading = pipeline.read_folder(content, defaults_folder(), moment())
    published = {f.path for f in reading.library.facts}
    chosen = [t.post for t in reading.tagged if t.post.place.path in published or not t.post.is_article]
    for post in chosen:
        path = folder / post.place.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(stock_header(post) + "\n" + post.markdown, encoding="utf-8")
    if (content / "billeder").is_dir():
        shutil.copytree(content / "billeder", folder / "billeder")
    return len(published)


def stock_header(post: Post) -> str:
    rows = {
        "Title": post.title,
        "Date": f"{post.published:%Y-%m-%d %H:%M}",
        "Slug": post.slug,
        "Summary": post.summary,
        "Tags": ", ".join(post.tags),
        "Authors": "; ".join(p.name for p in post.authors),
    }
    return "".join(f"{key}: {value}\n" for key, value in rows.items() if value)


def show(posts: int, spent: dict[str, Spent], tagger: bench_tagger.Measured, form: str) -> None:
    ratio = spent["videnstafet"].cpu / spent["pelican-simple"].cpu
    if form == "json":
        rows = {name: {"cpu": round(s.cpu, 3), "wall": round(s.wall, 3)} for name, s in spent.items()}
        print(
            json.dumps(
                {"posts": posts, "ratio": round(ratio, 2), "tagger": bench_tagger.as_row(tagger), **rows},
                sort_keys=True,
            )
        )
        return
    print(f"Byggetid fra bunden, {posts} indlæg (CPU-sekunder, mindste af flere; forløbet tid i parentes):")
    for name, s in spent.items():
        print(f"  {name:<16} {s.cpu:6.2f} ({s.wall:.2f})")
    print(
        f"  forhold          {ratio:6.2f}  (feeds, søgning, områder og kontrol er kun med i vores tid; billeder ligger i cachen fra første gang)"
    )
    print(bench_tagger.as_text(tagger))


if __name__ == "__main__":
    raise SystemExit(main())
