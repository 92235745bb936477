"""Show the site while one writes: `python3 tasks.py preview`; with `--published` it is `site`, without drafts and the preview's own pages."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from command_line import PROJECT, content_folder, defaults_folder, moment, output_folder, parser, run
from viden import pipeline
from viden_pelican.evidence import Evidence
from viden_pelican.preview import serve
from viden_pelican.styleguide import ADDRESS, Guide

SAMPLE_SITE = f"https://stilguide.example.dk{ADDRESS.rstrip('/')}"
"""Where the samples of the style page believe they are."""
SAMPLE_MOMENT = "1795600000"
"""25 November 2026: the samples' meetings stay held and to come."""


def main(argv: list[str] | None = None) -> int:
    """Build, serve and build anew at every change, until Ctrl-C."""
    line = parser("python3 tasks.py preview", "Viser siden og genindlæser den, når noget ændres.", True)
    line.add_argument("--port", type=int, default=8000, help="8000; er den optaget, tages den næste")
    line.add_argument("--published", action="store_true", help="uden kladder, fra output/")
    options = line.parse_args(argv)
    return run(lambda: preview(options), options.debug)


def preview(options: argparse.Namespace) -> int:
    content = content_folder(options.content)
    output = output_folder(options.output)
    if not options.published and output.resolve() == PROJECT / "output":
        output = PROJECT / "cache" / "preview"
    command = build_command(content, output, *([] if options.published else ["--with-drafts"]))
    watched = (content, *(PROJECT / name for name in ("theme", "plugins", "pelicanconf.py")))
    guide = None if options.published else Guide(PROJECT / "theme", PROJECT / "cache" / "stilguide", build_samples)
    reasons = (
        None
        if options.published
        else Evidence(
            output, lambda: pipeline.read_folder(content, defaults_folder(), moment(), cache=PROJECT / "cache")
        )
    )
    serve(output, watched, lambda: rebuild(command), port=options.port, guide=guide, reasons=reasons)
    return 0


def build_command(content: Path, output: Path, *flags: str) -> list[str]:
    program = str(PROJECT / "scripts" / "build.py")
    return [sys.executable, program, "--content", str(content), "--output", str(output), *flags]


def rebuild(command: list[str]) -> tuple[bool, str]:
    """Build in a fresh process, so that edited code counts too; return (built, what it said)."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    print(done.stdout, end="")
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode == 0, done.stderr or done.stdout


def build_samples(content: Path, output: Path) -> tuple[bool, str]:
    """Build the samples of the style page as a site that lies in a folder; return (built, what it said)."""
    done = subprocess.run(
        build_command(content, output, "--with-drafts", "--production"),
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "SITEURL": SAMPLE_SITE, "SOURCE_DATE_EPOCH": SAMPLE_MOMENT},
    )  # fmt: skip
    return done.returncode == 0, done.stderr or done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
