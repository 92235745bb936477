"""Propose areas with evidence: `python3 tasks.py suggest [PATH …] [--format text|json]`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from command_line import PROJECT, content_folder, defaults_folder, moment, parser, run, spoken_path
from viden import pipeline, tagging
from viden.errors import as_line
from viden.model import TaggedPost

REGISTERS = ("data/kompetenceomraader.yaml", "data/arbejdsomraader.yaml")
ONLY: dict[str, Callable[[TaggedPost], bool]] = {
    "untagged": lambda tagged: tagged.lacks_work_area,
    "doubtful": lambda tagged: bool(tagging.doubts(tagged)),
}
"""Which posts an editor may want to see by themselves; those that a build's last lines count."""
SHOWN = {"text": tagging.suggestions_text, "json": tagging.suggestions_json}


def main(argv: list[str] | None = None) -> int:
    """Print what the tagger proposes for the posts named, or for all; write nothing."""
    line = parser(
        "python3 tasks.py suggest content/artikler/et-indlaeg.md",
        "Foreslår kompetence- og arbejdsområder og viser de ord, der gav dem. Ændrer intet.",
    )
    line.add_argument("paths", nargs="*", metavar="FIL", help="indlæg; uden filer vises alle")
    line.add_argument(
        "--only",
        choices=sorted(ONLY),
        help="untagged: kun indlæg uden arbejdsområde; doubtful: kun dem, hvor programmet er i tvivl",
    )
    line.add_argument("--format", choices=sorted(SHOWN), default="text", help="text eller json")
    options = line.parse_args(argv)
    return run(lambda: suggest(options.content, options.paths, options.format, options.only), options.debug)


def suggest(prefix: str, paths: list[str], form: str, only: str | None = None) -> int:
    content = content_folder(prefix)
    wanted = {spoken_path(path, content) for path in paths}
    reading = pipeline.read_folder(content, defaults_folder(), moment(), cache=PROJECT / "cache")
    faults = [p for p in reading.errors if p.place.path in REGISTERS]
    if faults:
        print(*(as_line(p, prefix) for p in faults), sep="\n", file=sys.stderr)
        return 1
    posts = [t for t in reading.tagged if t.post.is_article and (not wanted or t.post.place.path in wanted)]
    shown = [t for t in posts if only is None or ONLY[only](t)]
    sys.stdout.write(SHOWN[form](shown, prefix, pipeline.judgements(reading)))
    if only and not shown:
        print("Der er ingen indlæg af den slags.", file=sys.stderr)
    unread = sorted(wanted - {t.post.place.path for t in posts})
    for path in unread:
        print(f"{path} kunne ikke læses; kør check for at se hvorfor.", file=sys.stderr)
    return 1 if unread else 0


if __name__ == "__main__":
    raise SystemExit(main())
