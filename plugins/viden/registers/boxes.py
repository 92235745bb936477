"""Fact boxes that come whole from the record of a series: `::: @id` with the id of the series."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Box, Event, Registers, Series

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
"""What Markdown would read as its own."""


def series_boxes(registers: Registers) -> tuple[Box, ...]:
    """Return a fact box for each series; a box of `bokse.yaml` with the same id goes before it."""
    taken = {box.id for box in registers.boxes}
    made = (_box(series) for series in registers.series if series.id not in taken)
    return tuple(box for box in made if box.markdown)


def _box(series: Series) -> Box:
    return Box(series.id, "fakta", f"Om »{_plain(series.name)}«", "\n\n".join(_parts(series)), series.place)


def _parts(series: Series) -> Iterator[str]:
    if series.about:
        yield series.about.strip()
    elif series.description:
        yield _plain(series.description)
    if not series.about and series.period:
        yield f"{series.period[:1].upper()}{_plain(series.period[1:])}."
    if series.events:
        yield "\n".join(map(_line, series.events))


def _line(event: Event) -> str:
    return f"- **{_plain(event.name)}** {_plain(event.description)}".rstrip()


def _plain(text: str) -> str:
    """Return a line of plain text as Markdown that shows it."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
