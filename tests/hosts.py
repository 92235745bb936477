"""Real web servers on loopback, serving a built site by the very files that the site brings for them."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from tests.needs import missing

MODULES = ("mpm_event", "authz_core", "headers", "mime", "dir", "alias", "filter", "deflate")
APACHE_MODULES = Path("/usr/lib/apache2/modules")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        """Follow nothing: where an old address leads is what is tested."""


def ask(address: str, **headers: str) -> Answer:
    """Ask for an address; `headers` have `_` for `-`, as in `Accept_Encoding="gzip"`."""
    request = urllib.request.Request(address, headers={n.replace("_", "-"): v for n, v in headers.items()})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)
    try:
        with opener.open(request, timeout=10) as reply:
            return Answer(reply.status, reply.headers, reply.read())
    except urllib.error.HTTPError as reply:
        return Answer(reply.code, reply.headers, reply.read())


@contextlib.contextmanager
def nginx(site: Path, folder: Path, include: Path) -> Iterator[str]:
    """Serve the folder `site` with the site's own `include`; `folder` holds what the server writes."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        missing("nginx")
    port = _free_port()
    (folder / "nginx.conf").write_text(
        f"""daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root "{site}"; include "{include}"; }}
}}
""",
        encoding="utf-8",
    )
    with _running([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], port, folder):
        yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def apache(site: Path, folder: Path) -> Iterator[str]:
    """Serve the folder `site` with the `.htaccess` in it."""
    program = shutil.which("apache2", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None or not APACHE_MODULES.is_dir():
        missing("Apache")
    port = _free_port()
    loaded = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES)
    (folder / "mime.types").touch()
    (folder / "apache.conf").write_text(
        f"""{loaded}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile "{folder}/apache.pid"
DefaultRuntimeDir "{folder}"
ErrorLog "{folder}/error.log"
TypesConfig "{folder}/mime.types"
DocumentRoot "{site}"
DirectoryIndex index.html
<Directory "{site}">
  AllowOverride FileInfo
  Require all granted
</Directory>
{_user()}
""",
        encoding="utf-8",
    )
    with _running([program, "-d", str(folder), "-f", str(folder / "apache.conf"), "-D", "FOREGROUND"], port, folder):
        yield f"http://127.0.0.1:{port}"


def _user() -> str:
    """Return who Apache is to be: as root it takes another name, who must be able to read the site."""
    return "User nobody\nGroup nogroup" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    with (folder / "said").open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                break
            time.sleep(0.05)
        assert server.poll() is None, (folder / "said").read_text(encoding="utf-8", errors="replace")
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)
