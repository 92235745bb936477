"""Draw the site's icons from its mark: favicon.ico and apple-touch-icon.png.

Example: python scripts/draw_icons.py theme/static
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from drawing.icons import icons, touch_icon


def main(argv: Sequence[str] | None = None) -> int:
    """Draw both into a folder and print their sizes."""
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("folder", type=Path)
    folder = line.parse_args(argv).folder
    touch, icon = folder / "apple-touch-icon.png", folder / "favicon.ico"
    touch_icon().save(touch, optimize=True)
    *others, largest = icons()
    largest.save(icon, sizes=[picture.size for picture in (*others, largest)], append_images=others)
    for path in (touch, icon):
        print(f"{path}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
