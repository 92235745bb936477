"""Guards `preview` as a process: an edit is shown, a fault leaves the last good page under its text, mending takes it away."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from tests.conftest import MOMENT, ROOT

WAIT_SECONDS = 30


class Preview:
    """A running preview; its words are gathered as they come."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process, self.said = process, ""
        threading.Thread(target=self._listen, daemon=True).start()
        wait_until(lambda: "http://" in self.said or process.poll() is not None)
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", self.said)[1])

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said += line

    def open(self, path: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_SECONDS)
        connection.request("GET", path)
        return connection.getresponse()

    def page(self, path: str) -> str:
        return self.open(path).read().decode()

    def events(self, path: str) -> Iterator[tuple[str, object]]:
        """Yield what the page at `path` hears."""
        seen = re.search(r"preview\.js\?seen=([^\"]*)", self.page(path))[1]
        stream, name = self.open(f"/_viden/events?seen={seen}"), ""
        while line := stream.readline().decode():
            if line.startswith("event: "):
                name = line[7:].strip()
            elif line.startswith("data: ") and name:
                yield name, json.loads(line[6:])


def wait_until(is_so) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.05)


@pytest.fixture
def start(site):
    """Return a function that starts the program over the tiny site; each is stopped when the test ends."""
    with contextlib.ExitStack() as stack:

        def begin(*arguments: str) -> Preview:
            command = [sys.executable, "-u", str(ROOT / "scripts/preview.py"), "--content", str(site.content),
                       "--output", str(site.output), "--port", "0", *arguments]  # fmt: skip
            process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
                env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT},
            )  # fmt: skip
            stack.callback(process.wait)
            stack.callback(process.kill)
            return Preview(process)

        yield begin


PAGE = "/artikler/et-indlaeg-om-broen/"


def test_an_edit_is_shown_a_fault_is_told_over_the_old_page_and_mending_takes_it_away(site, start, make_post):
    site.write("artikler/bro.md", make_post())
    preview = start()
    assert "Broen over åen er lukket." in preview.page(PAGE)

    heard = preview.events(PAGE)
    site.write("artikler/bro.md", make_post(body="Broen er åben igen."))
    assert next(heard) == ("reload", {})
    assert "Broen er åben igen." in preview.page(PAGE)

    heard = preview.events(PAGE)
    site.write("artikler/bro.md", make_post(body="Ny tekst.", date="31/11/2026"))
    name, lines = next(heard)
    assert name == "problems"
    assert any("bro.md:2:7: error:" in line and "november har 30 dage" in line for line in lines)
    assert "Broen er åben igen." in preview.page(PAGE)

    site.write("artikler/bro.md", make_post(body="Broen er åben igen."))
    assert next(heard) == ("problems", [])
    assert "Broen er åben igen." in preview.page(PAGE)


def test_drafts_are_shown_in_the_preview_and_not_in_site(site, start, make_post):
    site.write("artikler/bro.md", make_post())
    site.write("artikler/kladde.md", make_post(title="En kladde", id="k1", status="kladde"))

    preview = start()
    assert preview.open("/artikler/en-kladde/").status == 200
    preview.process.kill()
    preview.process.wait()
    published = start("--published")

    assert published.open("/artikler/en-kladde/").status == 404
    assert published.open(PAGE).status == 200


def test_the_style_page_is_in_the_preview_alone(site, start, make_post):
    site.write("artikler/bro.md", make_post())
    preview = start()
    page = preview.page("/stilguide/")

    assert "<title>Stilguide</title>" in page
    assert "/stilguide/" in preview.said
    assert preview.open("/stilguide").status == 301
    assert preview.open("/stilguide/theme/css/videnstafet.css").status == 200
    assert preview.open("/_viden/stilguide.css").status == 200
    assert [name for name in site.files() if "stilguide" in name] == []
    preview.process.kill()
    preview.process.wait()
    published = start("--published")

    assert published.open("/stilguide/").status == 404
    assert "stilguide" not in published.page(PAGE)


def test_the_reasons_for_areas_are_in_the_preview_alone_and_follow_an_edit(site, start, make_post):
    site.write("artikler/bro.md", make_post())
    preview = start()
    reasons = "/hvorfor/et-indlaeg-om-broen/"

    assert f'data-hvorfor="{reasons}"' in preview.page(PAGE)
    assert "REDAKTØR" in preview.page(reasons)
    assert reasons in preview.page("/hvorfor/")
    assert "/hvorfor/" in preview.said
    assert preview.open("/hvorfor").status == 301
    assert preview.open("/hvorfor/findes-ikke/").status == 404
    assert preview.open("/_viden/hvorfor.css").status == 200
    heard = preview.events(PAGE)
    site.write("artikler/bro.md", make_post(body="Her er **en ny linje**."))
    assert next(heard) == ("reload", {})
    assert "Her er **en ny linje**." in preview.page(reasons)

    built = [path for path in site.output.rglob("*") if path.is_file()]
    assert [path for path in built if "hvorfor" in path.name or b"/hvorfor/" in path.read_bytes()] == []
    preview.process.kill()
    preview.process.wait()
    published = start("--published")

    assert published.open(reasons).status == published.open("/hvorfor/").status == 404
    assert "hvorfor" not in published.page(PAGE)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal here")
def test_it_starts_on_faulty_content_waits_for_the_mending_and_stops_quietly(site, start, make_post):
    site.write("artikler/bro.md", make_post(date="31/11/2026"))
    preview = start()
    assert "november har 30 dage" in preview.said
    assert preview.open("/").status == 404

    site.write("artikler/bro.md", make_post())
    wait_until(lambda: preview.open(PAGE).status == 200)
    preview.process.send_signal(signal.SIGINT)

    assert preview.process.wait(WAIT_SECONDS) == 0
    wait_until(lambda: preview.said.endswith("Stoppet.\n"))
    assert "Traceback" not in preview.said
