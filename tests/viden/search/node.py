"""Running the browser's engine in Node, for the tests that compare it with Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from viden.model import Artefact

from tests.needs import missing

ROOT = Path(__file__).resolve().parents[3]
ENGINE = ROOT / "theme" / "static" / "js" / "search-engine.js"
RUNNER = ROOT / "tests" / "theme" / "run_engine.mjs"


def node() -> str:
    """Return the path of Node; skip the test where there is none, but fail in CI."""
    found = shutil.which("node")
    if not found:
        missing("Node")
    return found


def run(calls: list[list[Any]], root: Path | None = None) -> dict[str, Any]:
    """Return {answers, fetched} of the calls; `root` is the folder with the site's files."""
    given = json.dumps({"engine": str(ENGINE), "root": str(root) if root else "", "calls": calls})
    answers: dict[str, Any] = json.loads(output([str(RUNNER)], given))
    return answers


def output(arguments: list[str], given: str = "") -> str:
    """Return what Node prints for those arguments."""
    done = subprocess.run([node(), *arguments], input=given, capture_output=True, timeout=60, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(files: tuple[Artefact, ...], root: Path) -> Path:
    """Write the files below `root` and return it."""
    for file in files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.body)
    return root
