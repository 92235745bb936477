"""A real Chromium on built sites, served from this machine; nothing else can be reached."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import odd_content, sample
from tests.conftest import TinySite
from tests.needs import missing

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "cache" / "tools" / "node_modules" / "axe-core" / "axe.min.js"
LAYOUT = Path(__file__).with_name("layout.js")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing: the log would hide what the tests print."""

    def send_error(self, code: int, *arguments: object, **more: object) -> None:
        """Answer a missing address with the site's own page, as hosts do."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, *arguments, **more)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *arguments: object) -> None:
        """A browser that goes on to the next page hangs up in the middle of a file; that is no fault."""


@dataclass(frozen=True)
class Site:
    """A built site on a server, with its pages by template and the sample that shows all it can show."""

    content: Path
    built: Path
    address: str
    templates: dict[str, str]
    sample: tuple[str, ...]

    def one_of_each(self) -> dict[str, str]:
        """Return template → the first page of the sample that is made by it."""
        return {self.templates[url]: url for url in reversed(self.sample)}


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with served(built) as where:
        yield where


@pytest.fixture(scope="session")
def own(built: Path, address: str) -> Site:
    """The project's own site."""
    return known(ROOT / "content", built, address)


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of all that is allowed and awkward."""
    tiny = TinySite(tmp_path_factory.mktemp("skaev"))
    odd_content.write(tiny.content)
    done = tiny.build()
    assert done.status == 0, done.out + done.err
    with served(tiny.output) as where:
        yield known(tiny.content, tiny.output, where)


def known(content: Path, built: Path, address: str) -> Site:
    return Site(content, built, address, sample.templates(content), tuple(sample.sample(content, built)))


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        missing("axe-core")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def layout_faults() -> Callable[[object], list[str]]:
    """What is wrong with how a page lies, in sentences."""
    script = LAYOUT.read_text(encoding="utf-8")
    return lambda page: page.evaluate(script)
