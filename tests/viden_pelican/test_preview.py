"""Guards the preview: what it serves, that it tells open pages of each build, and that no fault ends it."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time

import pytest
from viden import disk
from viden_pelican import preview

PAGE = b'<!doctype html><html lang="da"><body><h1>Forside</h1></BODY></html>'
WAIT_SECONDS = 20


def publish(output, text):
    staged = disk.staging_for(output)
    disk.write_if_changed(staged / "index.html", PAGE.replace(b"Forside", text.encode()))
    disk.settle(staged, output)
    disk.swap(staged, output)


@pytest.fixture
def site(tmp_path):
    """Yield a served folder: get(path) and the news that its pages hear."""
    output = tmp_path / "output"
    files = {
        "index.html": PAGE,
        "artikler/æble/index.html": PAGE,
        "feeds/alle.rss.xml": b"<rss></body></rss>",
        "theme/a.css": b"a{}",
        "404.html": b"<body>Vi fandt ikke siden</body>",
    }
    for name, data in files.items():
        disk.write_if_changed(output / name, data)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (output / "link.txt").symlink_to(tmp_path / "secret.txt")
    news = preview.News(output)
    server = preview.listen(output, news, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()

    def get(path, method="GET", host=None):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=WAIT_SECONDS)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{server.server_address[1]}")
        connection.endheaders()
        return connection.getresponse()

    get.port, get.output = server.server_address[1], output
    yield get, news
    news.close()
    server.shutdown()
    server.server_close()
    thread.join()


def next_event(response):
    """Return (name, data) of the next event of a stream, beats left out."""
    name = ""
    while True:
        line = response.readline().decode().rstrip("\n")
        if line.startswith("event: "):
            name = line[7:]
        elif line.startswith("data: ") and name:
            return name, json.loads(line[6:])


# --- what is served


def test_a_page_is_served_with_the_script_and_the_file_is_not_touched(site):
    get, _ = site

    response = get("/")
    body = response.read()

    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b'<h1>Forside</h1><script src="/_viden/preview.js?seen=" defer></script></BODY>' in body
    assert int(response.headers["Content-Length"]) == len(body)
    assert (get.output / "index.html").read_bytes() == PAGE


def test_only_pages_are_given_the_script(site):
    get, _ = site

    feed = get("/feeds/alle.rss.xml")

    assert feed.read() == b"<rss></body></rss>"
    assert feed.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert get("/theme/a.css?v=1").read() == b"a{}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("alle.atom.xml", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("kalender.ics", "text/calendar; charset=utf-8"),
        ("index.md", "text/markdown; charset=utf-8"),
        ("search-engine.js", "text/javascript; charset=utf-8"),
        ("FOTO.JPG", "image/jpeg"),
        ("a.unknown", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type(name, expected):
    assert preview.content_type(name) == expected


def test_a_missing_page_is_answered_with_the_sites_own_page(site):
    get, _ = site

    response = get("/findes/ikke/")

    assert response.status == 404
    assert b"Vi fandt ikke siden" in response.read()


def test_before_the_first_build_a_page_says_so_and_listens(site):
    get, _ = site
    (get.output / "404.html").unlink()

    body = get("/%3Cb%3E/").read()

    assert b"Siden findes ikke" in body and b"&lt;b&gt;" in body and b"/_viden/preview.js" in body


def test_a_folder_without_its_slash_leads_on(site):
    get, _ = site

    response = get("/artikler/%C3%A6ble")

    assert (response.status, response.headers["Location"]) == (301, "/artikler/%C3%A6ble/")
    assert get("/artikler/%C3%A6ble/").status == 200


def test_a_request_for_the_head_has_no_body(site):
    get, _ = site

    response = get("/", method="HEAD")

    assert (response.status, response.read()) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/a/..%2f..%2fsecret.txt",
        "/link.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%ff",
        "/%00",
    ],
)
def test_nothing_outside_the_output_is_served(site, path):
    get, _ = site

    response = get(path)

    assert response.status == 404
    assert b"secret" not in response.read()


def test_a_name_that_is_not_this_machines_is_refused(site):
    get, _ = site

    assert get("/", host="evil.example:8000").status == 403
    assert get("/", host=f"localhost:{get.port}").status == 200


def test_a_taken_port_gives_the_next_free_one(site, tmp_path):
    get, news = site

    other = preview.listen(tmp_path, news, "127.0.0.1", get.port)

    assert other.server_address[1] != get.port
    other.server_close()


# --- what open pages hear


def test_an_open_page_is_told_of_faults_and_then_to_reload(site):
    get, news = site
    stream = get("/_viden/events?seen=")

    news.tell(False, 'content/a.md:3:7: error: Datoen "31/11/2020" findes ikke (date-impossible)\n\nDer er 1 fejl\n')
    faults = next_event(stream)
    publish(get.output.with_name("other"), "ny")
    news._output = get.output.with_name("other")
    news.tell(True, "")

    assert faults[0] == "problems"
    assert faults[1] == ['content/a.md:3:7: error: Datoen "31/11/2020" findes ikke (date-impossible)', "Der er 1 fejl"]
    assert next_event(stream) == ("reload", {})


def test_faults_that_are_mended_without_a_change_to_the_site_are_taken_away(site):
    get, news = site
    news.tell(True, "")
    stream = get(f"/_viden/events?seen={news.seen}")
    news.tell(False, "fejl")
    assert next_event(stream) == ("problems", ["fejl"])

    site_before = news.seen
    news._digest = lambda: site_before
    news.tell(True, "")

    assert next_event(stream) == ("problems", [])


def test_a_page_opened_after_the_fault_shows_it_and_an_old_page_reloads(site):
    get, news = site
    news.tell(True, "")
    news.tell(False, "fejl")

    assert next_event(get(f"/_viden/events?seen={news.seen}")) == ("problems", ["fejl"])
    assert next_event(get("/_viden/events?seen=older")) == ("reload", {})


def test_a_browser_that_goes_away_ends_nothing(site, capfd):
    get, news = site
    with socket.create_connection(("127.0.0.1", get.port)) as rude:
        rude.sendall(b"GET /_viden/events?seen= HTTP/1.1\r\nHost: localhost\r\n\r\n")
        rude.recv(10)
    for _ in range(5):
        news.tell(False, "fejl" + os.urandom(4).hex())

    assert get("/").status == 200
    assert "Traceback" not in capfd.readouterr().err


def test_the_script_builds_nodes_and_no_markup(site):
    get, _ = site

    script = get("/_viden/preview.js").read().decode()

    assert "textContent" in script
    assert not [
        word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(") if word in script
    ]


# --- the whole


def wait_until(is_so):
    end = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.02)


@pytest.fixture
def running(tmp_path, capsys):
    """Yield a running preview over one source file; its build copies the text, or fails on "fejl"."""
    content, output = tmp_path / "content", tmp_path / "output"
    content.mkdir()
    (content / "a.md").write_text("første", encoding="utf-8")
    (tmp_path / "conf.py").write_text("x", encoding="utf-8")
    builds, said, stop = [], [], threading.Event()

    def rebuild():
        text = (content / "a.md").read_text(encoding="utf-8")
        builds.append(text)
        if text == "brud":
            raise OSError("ingen plads")
        if text != "fejl":
            publish(output, text)
        return text != "fejl", "a.md:1:1: error: fejl (x)"

    def get(path):
        wait_until(lambda: said.append(capsys.readouterr().out) or "http://" in "".join(said))
        port = int("".join(said).split("127.0.0.1:")[1].split("/")[0])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT_SECONDS)
        connection.request("GET", path)
        return connection.getresponse()

    watched = (content, tmp_path / "conf.py", tmp_path / "missing")
    thread = threading.Thread(target=preview.serve, args=(output, watched, rebuild), kwargs={"port": 0, "stop": stop})
    thread.start()
    yield content, get, builds
    stop.set()
    thread.join(WAIT_SECONDS)
    assert not thread.is_alive()


def stream_of(get):
    seen = get("/").read().decode().split("seen=")[1].split('"')[0]
    return get(f"/_viden/events?seen={seen}")


def test_an_edit_reloads_and_a_fault_shows_over_the_last_good_page_until_it_is_mended(running):
    content, get, _ = running
    stream = stream_of(get)

    (content / "a.md").write_text("fejl", encoding="utf-8")
    assert next_event(stream) == ("problems", ["a.md:1:1: error: fejl (x)"])
    assert "første" in get("/").read().decode()

    (content / "a.md").write_text("brud", encoding="utf-8")
    assert next_event(stream) == ("problems", ["Siden kunne ikke bygges: ingen plads"])

    (content / "a.md").write_text("anden", encoding="utf-8")
    assert next_event(stream) == ("reload", {})
    assert "anden" in get("/").read().decode()


def test_a_file_saved_by_renaming_and_a_new_folder_are_seen_again_and_again(running, tmp_path):
    content, get, builds = running
    get("/").read()
    for round_ in range(3):
        before = len(builds)
        (tmp_path / "conf.new").write_text(f"y{round_}", encoding="utf-8")
        (tmp_path / "conf.new").replace(tmp_path / "conf.py")
        wait_until(lambda before=before: len(builds) > before)

    before = len(builds)
    (content / "ny").mkdir()
    wait_until(lambda: len(builds) > before)
    before = len(builds)
    (content / "ny" / "b.md").write_text("x", encoding="utf-8")
    wait_until(lambda: len(builds) > before)


def test_what_editors_leave_behind_builds_nothing(tmp_path):
    is_source = preview._SourceFilter(tmp_path / "output")
    change = preview.watchfiles.Change.modified

    seen = [
        name
        for name in (
            "a.md",
            "a.md~",
            ".a.md.swp",
            ".DS_Store",
            "output/index.html",
            ".output.ny-1",
            "x/__pycache__/y.pyc",
        )
        if is_source(change, str(tmp_path / name))
    ]

    assert seen == ["a.md"]


# --- in a browser

STRICT = (
    b'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>x</title><meta http-equiv="Content-Security-Policy" '
    b"content=\"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    b"require-trusted-types-for 'script'; trusted-types 'none'\"></head><body><h1>Forside</h1></body></html>"
)


@pytest.fixture
def page(browser):
    opened = browser.new_page()
    yield opened
    opened.close()


def test_faults_are_text_over_the_page_under_its_own_strict_policy(site, page):
    get, news = site
    disk.replace_bytes(get.output / "index.html", STRICT)
    news.tell(True, "")
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.dismiss()))
    page.goto(f"http://127.0.0.1:{get.port}/")

    news.tell(False, "a.md:1:1: error: <img src=x onerror=alert(1)> (x)")
    page.wait_for_selector("#viden-faults")

    assert page.inner_text("#viden-faults li") == "a.md:1:1: error: <img src=x onerror=alert(1)> (x)"
    assert page.locator("#viden-faults img").count() == 0
    assert page.get_by_role("alert").get_by_role("heading").inner_text() == "Siden kunne ikke bygges"
    page.get_by_role("button", name="Skjul").click()
    assert page.locator("#viden-faults").count() == 0
    assert page.inner_text("h1") == "Forside"

    disk.replace_bytes(get.output / "index.html", STRICT.replace(b"Forside", b"Ny"))
    disk.replace_bytes(get.output / disk.MANIFEST, b"another")
    with page.expect_navigation():
        news.tell(True, "")
    assert page.inner_text("h1") == "Ny"
    assert dialogs == []
