"""Fixtures shared by all tests: one deterministic Hypothesis profile and the project's root."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=200)
settings.load_profile("fixed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own content once, by the real program; return the output folder."""
    output = tmp_path_factory.mktemp("bygget") / "output"
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--output", str(output)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795600000"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output
