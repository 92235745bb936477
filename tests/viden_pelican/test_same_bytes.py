"""Guards that the same content gives the same bytes, wherever and however it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

VARIATIONS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"},
)


def build(content: Path, output: Path, env: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--content", str(content), "--output", str(output)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795600000", **env},
    )
    assert done.returncode == 0, done.stderr
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


def test_folder_zone_locale_and_hash_seed_change_no_byte(tmp_path):
    trees = []
    for number, env in enumerate(VARIATIONS):
        content = tmp_path / f"sted {number}" / "æøå"
        shutil.copytree(ROOT / "content", content)
        for path in sorted(content.rglob("*.md"), reverse=bool(number)):
            os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
        trees.append(build(content, tmp_path / f"ud{number}", env))

    first, second = trees

    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
