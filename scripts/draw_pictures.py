"""Draw the sample content's own illustrations.

Example: python scripts/draw_pictures.py content/billeder havn.jpg
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from drawing import PICTURES


def main(argv: Sequence[str] | None = None) -> int:
    """Draw the pictures named, or all, into a folder and print their sizes."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("folder", type=Path)
    line.add_argument(
        "names", nargs="*", metavar="name", help=f"some of {', '.join(PICTURES)}; all where none is named"
    )
    options = line.parse_args(argv)
    if unknown := [n for n in options.names if n not in PICTURES]:
        line.error(f"unknown: {', '.join(unknown)}")
    for name in options.names or PICTURES:
        path = options.folder / name
        PICTURES[name]().save(path)
        print(f"{path}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
