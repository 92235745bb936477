"""Runs a program of `scripts/` in this process, as its `main(argv)`, over the tiny site."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from tests.conftest import MOMENT, Result, TinySite

Run = Callable[..., Result]


@pytest.fixture
def run(site: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return `run(program, argument, …)`; the content folder is the tiny site's unless one is named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    monkeypatch.chdir(site.folder)

    def call(program: str, *arguments: str) -> Result:
        where = () if "--content" in arguments else ("--content", str(site.content))
        capsys.readouterr()
        try:
            status = importlib.import_module(program).main([*arguments, *where])
        except SystemExit as ended:
            status = int(ended.code or 0)
        shown = capsys.readouterr()
        return Result(status, shown.out, shown.err)

    return call
