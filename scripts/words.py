"""Show what the language room makes of words.

python scripts/words.py ledernes pc'en ældreområdet
python scripts/words.py --format json Aarhus
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from viden.language import Word, analyse


def main(argv: list[str] | None = None) -> int:
    """Print the words and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="words.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(argv)
    found = [analyse(word) for word in options.words]
    sys.stdout.write(_json(found) if options.format == "json" else _text(found))
    return 0


def _json(found: list[Word]) -> str:
    rows = [{"word": w.form, "key": w.key, "lemmas": w.lemmas, "parts": w.parts, "stem": w.stem} for w in found]
    return json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _text(found: list[Word]) -> str:
    return "".join(
        f"{w.form}\n  nøgle      {w.key}\n  grundform  {', '.join(w.lemmas)}\n"
        f"  dele       {' + '.join(w.parts) or '–'}\n  stamme     {w.stem}\n"
        for w in found
    )


if __name__ == "__main__":
    raise SystemExit(main())
