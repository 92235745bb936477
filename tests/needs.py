"""What a test does where a program that it needs is not on the machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

NODE_MODULES = Path(__file__).resolve().parents[1] / "cache" / "tools" / "node_modules"
"""Where `.ci/run` installs the checkers that come from npm."""


def missing(what: str) -> NoReturn:
    """Skip by name on a developer's machine; fail where CI promises the program."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI needs it")
    pytest.skip(f"{what} is not installed")


def program(name: str, *others: str) -> str:
    """Return the path of a program on the machine, by the first of its names that is known there."""
    found = next(filter(None, map(shutil.which, (name, *others))), None)
    if found is None:
        missing(name)
    return found


def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome")


def npm_file(path: str) -> Path:
    """Return a file of a package from npm, such as `vnu-jar/build/dist/vnu.jar`."""
    file = NODE_MODULES / path
    if not file.is_file():
        missing(path.partition("/")[0])
    return file
