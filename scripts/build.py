"""Build the site: `python3 tasks.py build [--leave-out PATH …]`."""

from __future__ import annotations

import argparse
import sys

from command_line import PROJECT, content_folder, output_folder, parser, run, spoken_path


def main(argv: list[str] | None = None) -> int:
    """Build and return the exit status: 0 built, 1 faults in the content, 2 wrong use, 3 a fault of ours."""
    line = parser(
        "python3 tasks.py build",
        "Bygger siden. Er der fejl, udgives intet, og den seneste udgave bliver stående.",
        True,
    )
    line.add_argument(
        "--leave-out", action="extend", nargs="+", default=[], metavar="FIL", help="udgiv uden disse indlæg"
    )
    line.add_argument("--production", action="store_true", help="byg til drift; kræver, at SITEURL er sat")
    line.add_argument(
        "--with-drafts", action="store_true", help="vis også kladder og kommende indlæg (kun til gennemsyn)"
    )
    options = line.parse_args(argv)
    return run(lambda: build(options), options.debug)


def build(options: argparse.Namespace) -> int:
    """Run `VidenSite` over the folders that the options name."""
    from pelican.settings import read_settings

    content = content_folder(options.content)
    left_out = tuple(spoken_path(path, content) for path in options.leave_out)
    settings = read_settings(
        str(PROJECT / ("publishconf.py" if options.production else "pelicanconf.py")),
        override={
            "PATH": str(content.resolve()),
            "OUTPUT_PATH": str(output_folder(options.output).absolute()),
            "VIDEN_CONTENT_AS_TYPED": options.content,
            "DEBUG": options.debug,
            "VIDEN_LEAVE_OUT": left_out,
            "VIDEN_WITH_DRAFTS": options.with_drafts,
        },
    )
    for path in left_out:
        print(f"UDELADT efter ønske: {path}", file=sys.stderr)
    settings["PELICAN_CLASS"](settings).run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
