"""Show what the language room makes of words.

python scripts/words.py ledernes pc'en ældreområdet
python scripts/words.py "top- og mellemledere"
python scripts/words.py --format json Aarhus

A text in quotes is taken apart into its words; a cut word is shown as the word
that it stands for.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from viden.language import Word, analyse, filled, tokens


def main(argv: list[str] | None = None) -> int:
    """Print the words and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="words.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(argv)
    found = [analyse(word) for text in options.words for word in _words(text)]
    sys.stdout.write(_json(found) if options.format == "json" else _text(found))
    return 0


def _words(text: str) -> list[str]:
    """Return the words of a text; a word without white space stands as it is, whatever it is made of."""
    if not any(map(str.isspace, text)):
        return [text]
    return [(token.partner and filled(token.text, token.partner)) or token.text for token in tokens(text)]


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
