"""Fixtures shared by all tests: one deterministic Hypothesis profile, the project's root, and a tiny site built by the real programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from tests import many_posts
from tests.needs import chromium

settings.register_profile("fixed", derandomize=True, deadline=None, max_examples=200)
settings.load_profile("fixed")

ROOT = Path(__file__).resolve().parent.parent

MOMENT = "1795600000"
"""25 November 2026 in the morning, in seconds; the clock of every build in the tests."""

POST = """Title: {title}
Date: {date}
Id: {id}
Kind: article
Status: {status}
Work_areas: ledelse
Summary: En manchet, der siger, hvad indlægget handler om.

{body}
"""


def post(
    title: str = "Et indlæg om broen",
    id: str = "bro1",
    date: str = "2026-11-02",
    status: str = "published",
    body: str = "Broen over åen er lukket.",
) -> str:
    """Return the text of a post whose header has no faults."""
    return POST.format(title=title, id=id, date=date, status=status, body=body)


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


@dataclass(frozen=True)
class TinySite:
    """A content folder and its output; `build` runs the program in a fresh process."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def write(self, path: str, text: str | bytes) -> Path:
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)
        return target

    def run(self, script: str, *arguments: str, env: Mapping[str, str] = {}) -> Result:
        command = [sys.executable, str(ROOT / "scripts" / f"{script}.py"), "--content", str(self.content), *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", cwd=self.folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT, **env}, check=False,
        )  # fmt: skip
        return Result(done.returncode, done.stdout, done.stderr)

    def build(self, *arguments: str, env: Mapping[str, str] = {}) -> Result:
        return self.run("build", "--output", str(self.output), *arguments, env=env)

    def read(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the output by path."""
        return {
            p.relative_to(self.output).as_posix(): p.read_bytes() for p in sorted(self.output.rglob("*")) if p.is_file()
        }


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--posts", type=int, default=60, help="how many posts the random site has (60)")
    parser.addoption(
        "--any-speed", action="store_true", help="let Lighthouse print the marks for speed, not judge them"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own content once, by the real program; return the output folder."""
    return _built(ROOT / "content", tmp_path_factory.mktemp("bygget") / "output")


@pytest.fixture(scope="session")
def many_built(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Build a site of random posts once, 60 or as many as `--posts` says; return the output folder."""
    folder = tmp_path_factory.mktemp("mange")
    many_posts.write(folder / "content", pytestconfig.getoption("--posts"))
    return _built(folder / "content", folder / "output")


def _built(content: Path, output: Path) -> Path:
    command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--content", str(content), "--output", str(output)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    made = TinySite(tmp_path / "en mappe med æøå")
    made.content.mkdir(parents=True)
    return made


@pytest.fixture
def make_post() -> Callable[..., str]:
    return post


CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]  # fmt: skip
"""Chromium reaches this machine and nothing else."""


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """One real Chromium for all tests: the driver allows only one in a process."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = chromium()
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
        yield started
        started.close()
