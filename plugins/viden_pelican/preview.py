"""The preview: serve the site, watch what it is made of, build anew, tell the browser.

The server puts one script into the pages that it serves, never into files. After
a faulty edit the last good pages stay, with the faults over them. It listens on
loopback and answers to loopback names only, since drafts may be in what it serves.
With a guide it also serves the style page, and with reasons why posts have their areas;
no built site has either.
"""

from __future__ import annotations

import contextlib
import hashlib
import html
import json
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import parse_qs, quote, unquote, urlsplit

import watchfiles
from viden import disk
from viden.errors import VidenError
from viden.pages import TYPES

from . import evidence, styleguide

PORTS_TRIED = 20
DEBOUNCE_MS = 400
"""Longest time over which changes are gathered (chosen: an editor saves several files in less)."""
QUIET_MS = 50
IDLE_MS = 100
BEAT_SECONDS = 15.0
"""How often a silent connection is written to, so that a closed one is noticed."""
RETRY_SECONDS = 1.0

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})

_SCRIPT = Path(__file__).with_name("preview.js")

Rebuild = Callable[[], tuple[bool, str]]


def serve(
    output: Path,
    watched: tuple[Path, ...],
    rebuild: Rebuild,
    host: str = "127.0.0.1",
    port: int = 8000,
    stop: threading.Event | None = None,
    guide: styleguide.Guide | None = None,
    reasons: evidence.Evidence | None = None,
) -> None:
    """Build, print the address, serve `output` and build anew at each change, until Ctrl-C or `stop`.

    `rebuild` runs a whole build and returns whether it went well and what it
    said. A taken port gives the next free one.
    """
    stop = stop or threading.Event()
    news = News(output)
    server = listen(output, news, host, port, guide, reasons)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        for number, _ in enumerate(changes(watched, output, stop)):
            news.tell(*_built(rebuild))
            if number == 0:
                address = f"http://{host}:{server.server_address[1]}"
                print(f"Siden vises på {address}/ (stop med Ctrl-C)", flush=True)
                if guide is not None:
                    print(f"Temaets dele vises på {address}{styleguide.ADDRESS}", flush=True)
                if reasons is not None:
                    print(f"Hvorfor indlæg har deres områder, står på {address}{evidence.ADDRESS}", flush=True)
    except KeyboardInterrupt:
        print("Stoppet.")
    finally:
        news.close()
        server.shutdown()
        server.server_close()


def _built(rebuild: Rebuild) -> tuple[bool, str]:
    """Build, and take a build that could not even start for one with a fault."""
    try:
        return rebuild()
    except (OSError, ValueError, RuntimeError, VidenError, subprocess.SubprocessError) as fault:
        return False, f"Siden kunne ikke bygges: {fault}"


def changes(watched: tuple[Path, ...], output: Path, stop: threading.Event) -> Iterator[None]:
    """Yield once when the watch stands, then once for each burst of changes, until `stop`.

    What changes while the caller builds is not missed. A watched path that
    goes away or comes back ends nothing.
    """
    single = {path.resolve() for path in watched if path.is_file()}
    is_source = _SourceFilter(output)
    is_due, must_poll = True, None
    while not stop.is_set():
        there = [path for path in watched if path.exists()]
        try:
            for burst in _bursts(there, is_source, stop, must_poll):
                is_lost = any(path.exists() != (path in there) for path in watched)
                # Editors save by renaming: a watch on one file goes on looking at the old one.
                if is_lost or single & {Path(name).resolve() for _, name in burst}:
                    is_due = True
                    break
                if burst or is_due:
                    is_due = False
                    yield
        except (OSError, RuntimeError) as fault:
            # Seen where the system allows too few watches.
            print(f"Filerne kan ikke overvåges, så de bliver set efter med korte mellemrum ({fault}).", file=sys.stderr)
            must_poll = True
            stop.wait(RETRY_SECONDS)


def _bursts(
    paths: list[Path], is_source: watchfiles.DefaultFilter, stop: threading.Event, must_poll: bool | None
) -> Iterator[set[tuple[watchfiles.Change, str]]]:
    """Yield each burst of changes, and an empty set now and then."""
    if not paths:
        stop.wait(RETRY_SECONDS)
        return
    yield from watchfiles.watch(
        *paths,
        watch_filter=is_source,
        debounce=DEBOUNCE_MS,
        step=QUIET_MS,
        stop_event=stop,
        rust_timeout=IDLE_MS,
        yield_on_timeout=True,
        force_polling=must_poll,
    )


class _SourceFilter(watchfiles.DefaultFilter):
    """Passes over what editors leave behind, and over the output itself."""

    def __init__(self, output: Path) -> None:
        super().__init__()
        self._output = output.absolute()

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        place = Path(path)
        beside = place.parent == self._output.parent and place.name.startswith(f".{self._output.name}.")
        is_output = self._output in (place, *place.parents) or beside
        return not is_output and not disk.is_leftover(place.name) and super().__call__(change, path)


# --- news --------------------------------------------------------------------


class News:
    """What the open pages should know: which site is current, and what is wrong with the sources."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._changed = threading.Condition()
        self._turn = 0
        self._site = ""
        self._is_closed = False
        self.lines: tuple[str, ...] = ()

    @property
    def seen(self) -> str:
        """Return a word for the current site; it differs after a restart with other content, too."""
        return self._site

    @property
    def turn(self) -> int:
        """Return the number of builds told so far."""
        return self._turn

    def tell(self, is_good: bool, text: str) -> None:
        """Take the outcome of a build, and wake every open page."""
        lines = tuple(line for line in text.splitlines() if line.strip()) or ("Siden kunne ikke bygges.",)
        with self._changed:
            if is_good:
                self._site = self._digest()
            self.lines = () if is_good else lines
            self._turn += 1
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def events(self, seen: str) -> Iterator[bytes]:
        """Yield Server-Sent Events for a page that shows the site `seen`, beats between them."""
        turn, shown = -1, tuple[str, ...]()
        yield b"retry: 1000\n\n"
        while True:
            with self._changed:
                if self._turn == turn and not self._is_closed:
                    self._changed.wait(BEAT_SECONDS)
                is_new, turn, site, lines = self._turn != turn, self._turn, self._site, self.lines
                if self._is_closed:
                    return
            if site != seen:
                yield b"event: reload\ndata: {}\n\n"
                return
            if is_new and lines != shown:
                shown = lines
                yield b"event: problems\ndata: " + json.dumps(lines).encode() + b"\n\n"
            elif not is_new:
                yield b": still here\n\n"

    def _digest(self) -> str:
        try:
            return hashlib.sha256(disk.read_bytes(self._output / disk.MANIFEST)).hexdigest()[:16]
        except OSError:
            return f"turn-{self._turn}"


# --- serving -----------------------------------------------------------------


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows the option would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, as the base class does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def listen(
    output: Path,
    news: News,
    host: str,
    port: int,
    guide: styleguide.Guide | None = None,
    reasons: evidence.Evidence | None = None,
) -> ThreadingHTTPServer:
    """Return a server on `port`, or on the next free one."""
    known = {"output": output, "news": news, "guide": guide, "reasons": reasons, "is_local": host in LOOPBACK}
    handler = type("Handler", (_Handler,), known)
    for candidate in range(port, port + PORTS_TRIED) if port else ():
        with contextlib.suppress(OSError):
            return _Server((host, candidate), handler)
    return _Server((host, 0), handler)


class _Handler(BaseHTTPRequestHandler):
    output: Path
    news: News
    guide: styleguide.Guide | None
    reasons: evidence.Evidence | None
    is_local: bool

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        name = (self.headers.get("Host") or "").rsplit(":", 1)[0].casefold()
        if self.is_local and name not in LOOPBACK:
            # A page elsewhere may point its own name at 127.0.0.1 and would then read the drafts.
            self._send(403, "text/plain; charset=utf-8", "Kun denne maskine kan se forhåndsvisningen.\n".encode())
        elif address.path == "/_viden/events":
            self._stream(parse_qs(address.query).get("seen", [""])[0])
        elif address.path == "/_viden/preview.js":
            self._send(200, TYPES[".js"], disk.read_bytes(_SCRIPT))
        elif self.guide is not None and f"{address.path}/".startswith(styleguide.ADDRESS):
            self._send_guide(self.guide, address.path)
        elif self.guide is not None and address.path == styleguide.STYLE_ADDRESS:
            self._send(200, TYPES[".css"], self.guide.style())
        elif self.reasons is not None and f"{address.path}/".startswith(evidence.ADDRESS):
            self._send_reasons(self.reasons, address.path)
        elif self.reasons is not None and address.path == evidence.STYLE_ADDRESS:
            self._send(200, TYPES[".css"], self.reasons.style())
        else:
            self._send_file(address.path, self.output)

    do_HEAD = do_GET

    def _send_guide(self, guide: styleguide.Guide, address: str) -> None:
        """Send the style page, or a file of the samples that it is cut from."""
        guide.refresh(self.news.turn)
        if address != styleguide.ADDRESS:
            root = styleguide.ADDRESS.rstrip("/")
            self._send_file(address.removeprefix(root), guide.output, root)
            return
        try:
            self._send_page(200, TYPES[".html"], guide.page())
        except (OSError, LookupError) as fault:
            self._send_page(500, TYPES[".html"], faulty_page(guide.said or str(fault)))

    def _send_reasons(self, reasons: evidence.Evidence, address: str) -> None:
        """Send the page that says why a post has its areas, or the list of all posts."""
        if not address.endswith("/"):
            self._redirect(f"{address}/")
            return
        try:
            reasons.refresh(self.news.turn)
            page = reasons.page(unquote(address))
        except (OSError, LookupError, VidenError):
            page = None
        self._send_page(200, TYPES[".html"], page) if page else self._send_missing()

    def _send_file(self, address: str, output: Path, root: str = "") -> None:
        path = find(output, address)
        if path is not None and path.is_dir():
            self._redirect(root + quote(unquote(address).rstrip("/")) + "/")
            return
        try:
            self._send_page(200, content_type(path.name), disk.read_bytes(path)) if path else self._send_missing()
        except OSError:
            self._send_missing()

    def _redirect(self, address: str) -> None:
        self.send_response(301)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_missing(self) -> None:
        try:
            page = disk.read_bytes(self.output / "404.html")
        except OSError:
            page = missing_page(self.path)
        self._send_page(404, TYPES[".html"], page)

    def _send_page(self, status: int, kind: str, data: bytes) -> None:
        self._send(status, kind, with_script(data, self.news.seen, self._ways()) if kind == TYPES[".html"] else data)

    def _ways(self) -> dict[str, str]:
        """Return the preview's own pages that this page leads to."""
        ways = {} if self.guide is None else {"stilguide": styleguide.ADDRESS}
        if self.reasons is not None:
            ways["hvorfor"] = evidence.address_for(urlsplit(self.path).path)
        return ways

    def _send(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data)))):
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self, seen: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        for event in self.news.events(seen):
            self.wfile.write(event)
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the console is for what builds say."""


def find(output: Path, address: str) -> Path | None:
    """Return the file of an address path inside `output`, a folder that lacks its `/`, or None."""
    try:
        parts = PurePosixPath(unquote(address, errors="strict").lstrip("/")).parts
    except UnicodeDecodeError:
        return None
    if any(part in ("..", ".") or "\\" in part or ":" in part or "\0" in part for part in parts):
        return None
    path = output.joinpath(*parts)
    if address.endswith("/"):
        path = path / "index.html"
    is_inside = path.resolve().is_relative_to(output.resolve())
    return path if is_inside and (path.is_file() or path.is_dir()) else None


def content_type(name: str) -> str:
    """Return the type of a file by the longest ending that the table knows."""
    endings = ["." + part for part in (name.split(".", i)[-1] for i in range(1, name.count(".") + 1))]
    return next((TYPES[e.casefold()] for e in endings if e.casefold() in TYPES), "application/octet-stream")


def with_script(page: bytes, seen: str, ways: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """Return a page with the preview's script before the end of its body, told of the preview's own pages."""
    told = "".join(f' data-{name}="{html.escape(address)}"' for name, address in ways.items())
    tag = f'<script src="/_viden/preview.js?seen={quote(seen, safe="")}"{told} defer></script>'.encode()
    found = page.lower().rfind(b"</body")
    at = len(page) if found < 0 else found
    return page[:at] + tag + page[at:]


def missing_page(address: str) -> bytes:
    """Return the page for an address that has none, where the site has no 404 page of its own yet."""
    return (
        '<!doctype html><html lang="da"><meta charset="utf-8"><title>Siden findes ikke</title><body>'
        f"<h1>Siden findes ikke</h1><p>{html.escape(unquote(address))}</p>"
        "<p>Er siden ikke bygget endnu, kommer den her af sig selv.</p></body></html>"
    ).encode()


def faulty_page(said: str) -> bytes:
    """Return the page that stands where the style page could not be made."""
    return (
        '<!doctype html><html lang="da"><meta charset="utf-8"><title>Stilguiden kunne ikke bygges</title><body>'
        f"<h1>Stilguiden kunne ikke bygges</h1><pre>{html.escape(said)}</pre></body></html>"
    ).encode()
