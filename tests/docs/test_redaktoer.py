"""Guards the editors' handbook: it names every key, kind, status, area and box that the code knows, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from viden import attachments, bodies, pipeline
from viden.bodies import videos
from viden.bodies.layout import NAMES
from viden.dates import DateFault, parse
from viden.headers.keys import KEYS
from viden.model import KINDS

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "redaktoer.md").read_text(encoding="utf-8")
LIMIT = 400
"""Lines, so that the handbook is read to the end (chosen)."""


def section(heading: str) -> str:
    """Return the text below a heading, to the next of the same level or above."""
    level = heading.split(" ")[0]
    body = TEXT.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n#{{1,{len(level)}}} ", body, maxsplit=1)[0]


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the rows of the first table below a heading, without its head."""
    table = re.search(r"(?:^\|.*\n?)+", section(heading), re.MULTILINE)
    assert table, heading
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table[0].splitlines()[2:]]


def test_the_table_of_keys_is_that_of_the_code_in_the_same_order() -> None:
    written = [re.findall(r"`([^`]+)`", row[0]) for row in rows("## Hovedet")]

    assert [w[0] for w in written] == [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=lambda k: k.name)
def test_every_alias_and_every_duty_is_told(key) -> None:
    line = next(r for r in section("## Hovedet").splitlines() if r.startswith(f"| `{key.name}`"))
    _, name, aliases, *_ = line.split("|")

    assert tuple(re.findall(r"`([^`]+)`", aliases)) == key.aliases
    assert ("*" in name) == key.required


def test_the_kinds_are_those_of_the_code() -> None:
    assert [(r[0].strip("`"), r[1]) for r in rows("### Typer")] == [(k.id, k.singular) for k in KINDS]


def test_the_boxes_are_those_of_the_code() -> None:
    assert {r[0].strip("`") for r in rows("### Bokse")} == set(NAMES)


def test_the_lines_of_a_video_are_those_of_the_code_and_its_sample_is_read() -> None:
    box = section("### Video").split("```")[1]
    body, problems = bodies.render(box, "artikler/a.md")

    assert [line.partition(":")[0] for line in box.strip().splitlines()[1:-1]] == list(videos.KEYS)
    assert problems == () and [v.title for v in body.videos] == ["Sådan deler vi kode"]


def test_the_kinds_of_files_are_those_of_the_code() -> None:
    told = re.search(r"Du kan bruge ([a-z, ]+) på højst 25 MB", section("### Filer, der kan hentes"))

    assert told and [f".{end}" for end in re.findall(r"\b(?!og\b)[a-z]+", told[1])] == list(attachments.KINDS)


@pytest.mark.parametrize("line", [x for x in section("### Datoer").split("```")[1].splitlines() if x])
def test_every_date_of_the_handbook_can_be_read(line: str) -> None:
    assert parse(line).moment.date().isoformat() == "2026-11-26"


def test_the_handbook_is_right_that_a_wrong_weekday_is_refused() -> None:
    with pytest.raises(DateFault):
        parse("fredag den 26. november 2026")


@pytest.mark.parametrize(
    ("heading", "facet"),
    [("### De tretten kompetenceområder", "competence_areas"), ("### De elleve arbejdsområder", "work_areas")],
)
def test_the_areas_are_those_of_the_registers(heading: str, facet: str, reading: pipeline.Reading) -> None:
    areas = getattr(reading.registers, facet)

    assert [(r[0].strip("`"), r[1]) for r in rows(heading)] == [(a.id, a.label) for a in areas]


def test_files_and_boxes_that_the_handbook_points_to_exist(reading: pipeline.Reading) -> None:
    links = re.findall(r"\{filename\}/(\S+?\.md)", TEXT)
    boxes = re.findall(r"^::: @(\S+)", TEXT, re.MULTILINE)

    assert links and boxes
    assert not [path for path in links if not (ROOT / "content" / path).is_file()]
    assert set(boxes) <= {box.id for box in reading.registers.boxes}


def test_the_handbook_stays_short() -> None:
    assert len(TEXT.splitlines()) <= LIMIT
