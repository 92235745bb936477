"""Guards the kept vocabulary: equal to one newly compiled, and whatever is wrong with the file, compiled anew."""

from dataclasses import replace
from pathlib import Path

import pytest
from viden import tagging
from viden.model import Area, Place, Term
from viden.tagging import keeping, vocabulary

AREAS = (
    Area("a", "work", "A", "", "", terms=(Term("hente (gevinst|nytte)", 2, gap=1), Term("barn", 3))),
    Area("b", "competence", "B", "", "", terms=(Term("jura", 3),), sure=5000),
)
MADE, _ = tagging.compile(AREAS)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Area, ...]]:
    """Return what was compiled since the test began."""
    seen: list[tuple[Area, ...]] = []

    def watched(areas: tuple[Area, ...]) -> object:
        seen.append(areas)
        return tagging.compile(areas)

    monkeypatch.setattr(keeping, "compile", watched)
    return seen


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_the_second_time_the_vocabulary_comes_from_the_folder(tmp_path: Path, compiled: list[object]) -> None:
    first, second = (tagging.kept(AREAS, tmp_path / "x") for _ in range(2))

    assert first == second == (MADE, ())
    assert len(compiled) == 1


def test_places_and_the_order_of_areas_are_no_other_vocabulary(tmp_path: Path, compiled: list[object]) -> None:
    moved = tuple(replace(area, place=Place("data/x.yaml", 9)) for area in reversed(AREAS))
    tagging.kept(AREAS, tmp_path)

    assert tagging.kept(moved, tmp_path)[0] == MADE
    assert len(compiled) == 1


@pytest.mark.parametrize(
    "change",
    [{"sure": 4000}, {"never": ("børn",)}, {"terms": (Term("barn", 2),)}, {"id": "c"}],
)
def test_each_change_is_another_vocabulary_and_only_the_last_is_kept(
    tmp_path: Path, compiled: list[object], change: dict[str, object]
) -> None:
    tagging.kept(AREAS, tmp_path)
    changed = (replace(AREAS[0], **change), AREAS[1])

    assert tagging.kept(changed, tmp_path)[0] == tagging.compile(changed)[0]
    assert len(compiled) == 2
    assert len(files(tmp_path)) == 1


def test_another_version_of_the_code_is_another_key(tmp_path: Path, compiled: list[object], monkeypatch) -> None:
    tagging.kept(AREAS, tmp_path)
    monkeypatch.setattr(keeping, "_engine", lambda: "another")
    tagging.kept(AREAS, tmp_path)

    assert len(compiled) == 2


@pytest.mark.parametrize("damage", [b"", b"{}", b"cut", b"flip", b"\xff\xfe", b"format"])
def test_a_damaged_file_is_compiled_anew_and_mended(
    tmp_path: Path, compiled: list[object], damage: bytes, monkeypatch
) -> None:
    tagging.kept(AREAS, tmp_path)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    if damage == b"format":
        monkeypatch.setattr(vocabulary, "FORMAT", vocabulary.FORMAT + 1)
    else:
        file.write_bytes({b"cut": whole[:-20], b"flip": whole.replace(b"jura", b"kura")}.get(damage, damage))

    assert tagging.kept(AREAS, tmp_path) == (MADE, ())
    assert len(compiled) == 2
    assert tagging.kept(AREAS, tmp_path) == (MADE, ())
    assert len(compiled) == 2


def test_a_vocabulary_with_faults_is_told_each_time(tmp_path: Path) -> None:
    faulty = (Area("a", "work", "A", "", "", terms=(Term("(", 2, place=Place("x", 1)),)),)

    assert [p.rule for _ in range(2) for p in tagging.kept(faulty, tmp_path)[1]] == ["term-pattern"] * 2
    assert not tmp_path.exists() or files(tmp_path) == []


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"a file")

    assert tagging.kept(AREAS, tmp_path / "taken") == (MADE, ())
