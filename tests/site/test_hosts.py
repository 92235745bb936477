"""Guards how hosts serve the site: nginx and Apache on this machine, read as a browser reads them."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from viden.pages.policy import DIRECTIVES, HEADERS, META_POLICY, POLICY

from tests import hosts
from tests.conftest import TinySite

MOVED = """Title: Broen over åen
Date: 2. november 2026
Id: broen
Work_areas: ledelse
Old_urls: /gammel/bro/; /æbler/$1; /side.html
Summary: En manchet, der siger, hvad indlægget handler om.

Broen over åen er lukket.
"""
WITHDRAWN = """trukket_tilbage:
- {adresse: /artikler/hemmelig-titel/, dato: 2026-11-20}
- {adresse: "/bøger/vaek"}
- {adresse: /vaek.html}
"""
STATEMENT = "https://was.digst.dk/proeven-dk"
OWN = f"navn: Prøven\nautoritet: proeven.example,2026\ntilgaengelighed: {{adresse: {STATEMENT}, dato: 2026-11-01}}\n"


@pytest.fixture(scope="module", params=["", "/viden"], ids=["root", "sub-folder"])
def moved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build a site with old addresses; return the folder a host serves, and the site's path on it."""
    root = request.param
    folder = tmp_path_factory.mktemp("flyttet")
    site = TinySite(folder)
    site.write("artikler/broen.md", MOVED)
    site.write("data/site.yaml", OWN)
    site.write("data/adresser.yaml", WITHDRAWN)
    site.write("data/arbejdsomraader.yaml", "- {id: ledelse, da: Ledelse}\n")
    done = site.build("--production", env={"SITEURL": f"https://proeven.example{root}"})
    assert done.status == 0, done.err
    served = folder / "vist"
    if root:
        served.mkdir()
    shutil.copytree(site.output, served / root.lstrip("/") if root else served)
    return served, root


@pytest.fixture(scope="module", params=["nginx", "apache"])
def host(request: pytest.FixtureRequest, moved: tuple[Path, str], tmp_path_factory) -> Iterator[tuple[str, str]]:
    served, root = moved
    for path in (served, *served.parents):  # Apache as root reads as another user
        if path.is_relative_to(tmp_path_factory.getbasetemp().parent.parent):
            path.chmod(path.stat().st_mode | 0o055)
    folder = tmp_path_factory.mktemp(request.param)
    started = (
        hosts.nginx(served, folder, served / root.lstrip("/") / ".nginx.conf")
        if request.param == "nginx"
        else hosts.apache(served, folder)
    )
    with started as address:
        yield f"{address}{root}", root


@pytest.mark.parametrize(
    ("path", "status", "kind", "kept"),
    [
        ("/", 200, "text/html; charset=utf-8", "max-age=0"),
        ("/artikler/broen-over-aaen/", 200, "text/html; charset=utf-8", "max-age=0"),
        ("/feeds/alle.rss.xml", 200, "application/rss+xml; charset=utf-8", "max-age=600"),
        ("/feeds/alle.atom.xml", 200, "application/atom+xml; charset=utf-8", "max-age=600"),
        ("/feeds/alle.json", 200, "application/json; charset=utf-8", "max-age=600"),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8", "max-age=600"),
        ("/llms.txt", 200, "text/plain; charset=utf-8", "max-age=600"),
        ("/artikler/broen-over-aaen/index.md", 200, "text/markdown; charset=utf-8", "max-age=600"),
        ("/artikler/broen-over-aaen/citat.bib", 200, "application/x-bibtex; charset=utf-8", "max-age=600"),
        (
            "/artikler/broen-over-aaen/citat.ris",
            200,
            "application/x-research-info-systems; charset=utf-8",
            "max-age=600",
        ),
        ("/theme/css/videnstafet.css", 200, "text/css; charset=utf-8", "max-age=31536000"),
        ("/theme/js/comfort.js", 200, "text/javascript; charset=utf-8", "max-age=31536000"),
        ("/theme/js/search-engine.js", 200, "text/javascript; charset=utf-8", "max-age=31536000"),
        ("/theme/css/feed.css", 200, "text/css; charset=utf-8", "max-age=600"),
        ("/theme/favicon.svg", 200, "image/svg+xml", "max-age=86400"),
        ("/410.html", (200, 404), "text/html; charset=utf-8", None),
        ("/findes/ikke/", 404, "text/html; charset=utf-8", None),
        ("/.videnstafet", 404, "text/html; charset=utf-8", None),
        ("/.nginx.conf", 404, "text/html; charset=utf-8", None),
        ("/.htaccess", (403, 404), "text/html; charset=utf-8", None),
        ("/_headers", 404, "text/html; charset=utf-8", None),
    ],
)
def test_every_answer_has_its_type_its_time_and_all_headers_once(host, path, status, kind, kept):
    address, _ = host
    answer = hosts.ask(f"{address}{path}")

    assert answer.status in (status if isinstance(status, tuple) else (status,))
    assert answer.headers["Cache-Control"] in ((kept,) if kept else (None, "max-age=0"))
    for name, value in HEADERS:
        assert answer.headers.get_all(name) == [value]
    if answer.status != 403:
        assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize(
    ("path", "is_packed"),
    [
        ("/", True),
        ("/artikler/broen-over-aaen/", True),
        ("/theme/css/videnstafet.css", True),
        ("/theme/js/search-engine.js", True),
        ("/feeds/alle.atom.xml", True),
        ("/feeds/alle.json", True),
        ("/data/artikler.json", True),
        ("/artikler/broen-over-aaen/deling.png", False),
    ],
)
def test_what_is_text_is_packed_and_asked_for_anew_only_when_it_changed(host, path, is_packed):
    address, _ = host
    plain = hosts.ask(f"{address}{path}")
    answer = hosts.ask(f"{address}{path}", Accept_Encoding="gzip")
    again = hosts.ask(f"{address}{path}", Accept_Encoding="gzip", If_None_Match=answer.headers["ETag"])

    assert plain.status == answer.status == 200
    assert "Content-Encoding" not in plain.headers
    assert (answer.headers["Content-Encoding"] == "gzip") is is_packed
    assert (gzip.decompress(answer.body) if is_packed else answer.body) == plain.body
    assert (answer.headers["Vary"] == "Accept-Encoding") is is_packed
    assert (again.status, again.body) == (304, b"")


def test_a_missing_page_is_answered_with_our_own(host):
    address, _ = host

    assert "Siden findes ikke" in hosts.ask(f"{address}/findes/ikke/").body.decode()


@pytest.mark.parametrize("old", ["/gammel/bro/", "/gammel/bro", "/%C3%A6bler/$1", "/side.html"])
def test_an_old_address_leads_on_in_one_step(host, old):
    address, root = host
    answer = hosts.ask(f"{address}{old}")

    assert answer.status == 301
    assert answer.headers["Location"].removeprefix(address.removesuffix(root)) == f"{root}/artikler/broen-over-aaen/"


@pytest.mark.parametrize(
    "path",
    [
        "/artikler/hemmelig-titel/",
        "/artikler/hemmelig-titel",
        "/artikler/hemmelig-titel/index.html",
        "/artikler/hemmelig-titel/index.md",
        "/artikler/hemmelig-titel/deling.png",
        "/b%C3%B8ger/vaek/",
        "/b%C3%B8ger/vaek",
        "/vaek.html",
    ],
)
def test_a_withdrawn_address_is_gone_and_answered_kindly(host, path):
    address, _ = host
    answer = hosts.ask(f"{address}{path}")
    text = answer.body.decode()

    assert answer.status == 410
    assert "Siden er taget ned" in text and "hemmelig" not in text.lower()
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    for name, value in HEADERS:
        assert answer.headers.get_all(name) == [value]


@pytest.mark.parametrize(
    "path", ["/artikler/hemmelig-titel-2/", "/b%C3%B8ger/", "/b%C3%B8ger/vaek/mere/", "/vaekXhtml"]
)
def test_what_only_resembles_a_withdrawn_address_is_not_gone(host, path):
    address, _ = host

    assert hosts.ask(f"{address}{path}").status in (403, 404)


def test_a_host_without_rules_has_a_page_at_each_withdrawn_address(moved):
    served, root = moved
    site = served / root.lstrip("/")
    told = {
        path: BeautifulSoup((site / path).read_text(encoding="utf-8"), "lxml")
        for path in ("artikler/hemmelig-titel/index.html", "bøger/vaek/index.html", "vaek.html")
    }

    for soup in told.values():
        assert soup.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert "hemmelig" not in soup.get_text().lower() and not soup.find("link", rel="canonical")
        assert soup.find("h1").get_text() == "Siden er taget ned"
    assert "den 20. november 2026" in told["artikler/hemmelig-titel/index.html"].get_text()
    rules = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert f"{root}/artikler/hemmelig-titel/ {root}/410.html 410" in rules
    assert f"{root}/b%C3%B8ger/vaek/ {root}/410.html 410" in rules


def test_a_withdrawn_address_is_named_nowhere_but_where_it_must(moved):
    # The areas' terms hold a great many words, of which this is one by chance.
    served, root = moved
    site = served / root.lstrip("/")
    named = [
        p.relative_to(site).as_posix()
        for p in sorted(site.rglob("*"))
        if p.is_file() and p.stem != "taksonomi" and "hemmelig" in p.read_bytes().decode("utf-8", "replace")
    ]

    assert named == [".htaccess", ".nginx.conf", "_redirects", "manifest.sha256"]


@pytest.mark.parametrize("path", ["/gammel/", "/gammel/bro/mere/", "/sidexhtml"])
def test_what_only_resembles_an_old_address_leads_nowhere(host, path):
    address, _ = host

    assert hosts.ask(f"{address}{path}").status in (403, 404)


@pytest.mark.parametrize("path", ["/was/", "/was"])
def test_was_leads_to_the_statement(host, path):
    address, _ = host
    answer = hosts.ask(f"{address}{path}")

    assert (answer.status, answer.headers["Location"]) == (302, STATEMENT)


def test_was_leads_to_the_statement_on_hosts_without_rules(moved):
    served, root = moved
    soup = BeautifulSoup((served / root.lstrip("/") / "was/index.html").read_text(encoding="utf-8"), "lxml")

    assert soup.find("meta", attrs={"http-equiv": "refresh"})["content"] == f"0; url={STATEMENT}"
    assert soup.find("main").find("a", href=STATEMENT)


def test_the_header_and_the_meta_tag_are_one_policy_without_exceptions(built):
    assert "unsafe" not in POLICY
    assert POLICY.replace("frame-ancestors 'none'; ", "") == META_POLICY
    assert dict(DIRECTIVES)["default-src"] == "'none'"
    for page in sorted(built.rglob("*.html")):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
        assert soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"] == META_POLICY, page


def test_static_hosts_get_the_same_headers_and_no_header_twice_for_a_file(built):
    rules: dict[str, dict[str, str]] = {}
    for line in (built / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            path = line
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in rules.get(path, {}), line
            rules.setdefault(path, {})[name] = value

    assert rules["/*"] == dict(HEADERS)
    for file in sorted(p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()):
        said = [n for path, h in rules.items() if file.endswith(path.removeprefix("/*")) for n in h]
        assert len(set(said)) == len(said), file
