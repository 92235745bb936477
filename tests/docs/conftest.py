"""The project's own content, read once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from viden import pipeline
from viden.dates import COPENHAGEN
from viden_pelican.settings import defaults_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def reading() -> pipeline.Reading:
    return pipeline.read_folder(ROOT / "content", defaults_folder(), datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN))
