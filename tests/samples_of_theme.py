"""The sample site of the style page, built for tests as the preview builds it."""

from __future__ import annotations

from pathlib import Path

from preview import build_samples
from viden_pelican.styleguide import Guide

from tests.conftest import ROOT


def built_guide(workshop: Path) -> Guide:
    """Return the guide with its samples built in `workshop`."""
    guide = Guide(ROOT / "theme", workshop, build_samples)
    guide.refresh(0)
    return guide
