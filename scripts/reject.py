"""Write down that a post does not have an area: `python3 tasks.py reject ID AREA …`."""

from __future__ import annotations

from accept import decide, options_of
from command_line import run
from viden import headers


def main(argv: list[str] | None = None) -> int:
    """Write the areas rejected into the post's header, or take them out of its own list; print what it has now."""
    line = options_of(
        "python3 tasks.py reject tre-ting-vi-laerte ledelse",
        "Skriver i indlæggets hoved, at programmet ikke må give det et område. Har redaktøren selv skrevet "
        "området i hovedet, slettes det dér. Alt andet i filen er urørt.",
    )
    options = line.parse_args(argv)
    return run(lambda: decide(options.content, options.post, options.areas, headers.reject), options.debug)


if __name__ == "__main__":
    raise SystemExit(main())
