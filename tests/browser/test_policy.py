"""Guards the policy as a header: nginx serves the built site with our file, and Chromium finds nothing to refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import hosts

LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective + " " + event.blockedURI));
"""


@pytest.fixture(scope="module")
def served(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with hosts.nginx(built, tmp_path_factory.mktemp("nginx"), built / ".nginx.conf") as address:
        yield address


def one_of_each_kind(built: Path) -> list[str]:
    """Return one address for each template: the first page of every folder, and what lies at the root."""
    shapes: dict[tuple[str, int], str] = {}
    for page in sorted(built.rglob("index.html")):
        address = page.parent.relative_to(built).as_posix().removeprefix(".")
        shapes.setdefault((address.partition("/")[0], address.count("/")), f"{address}/".lstrip("/"))
    return [address for address in shapes.values() if address != "was/"]


def test_no_kind_of_page_asks_for_what_the_policy_refuses(browser, served, built):
    page = browser.new_page()
    page.add_init_script(LISTEN)
    said, refused, seen = [], {}, []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for path in one_of_each_kind(built):
        reply = page.goto(f"{served}/{path}", wait_until="networkidle")
        seen.append((reply.status, "frame-ancestors 'none'" in reply.header_value("content-security-policy")))
        if found := page.evaluate("refused"):
            refused[path] = found
    page.close()

    assert set(seen) == {(200, True)}
    assert len(seen) > 15
    assert refused == {}
    assert said == []


def test_the_search_works_behind_the_header(browser, served):
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.goto(f"{served}/soeg/?q=kommune")
    page.wait_for_selector("#traeffere li a")
    refused = page.evaluate("refused")
    page.close()

    assert refused == []


def test_inline_code_is_refused_so_that_this_test_can_fail(browser, served):
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.goto(f"{served}/")
    page.evaluate(
        "() => { const s = document.createElement('style'); s.textContent = 'p { color: red }'; document.head.append(s); }"
    )
    page.wait_for_function("refused.length > 0")
    refused = page.evaluate("refused")
    page.close()

    assert refused and refused[0].startswith("style-src")


def test_no_other_site_may_frame_a_page(browser, served, address):
    page = browser.new_page()
    page.goto(f"{address}/")
    page.evaluate(
        "where => { const f = document.createElement('iframe'); f.src = where; document.body.append(f); }", f"{served}/"
    )
    page.wait_for_timeout(500)
    inside = [frame.url for frame in page.frames[1:]]
    page.close()

    assert not [url for url in inside if url.startswith(served)]


def test_was_sends_a_reader_on_to_the_statement_on_a_host_without_rules(browser, address):
    page = browser.new_page()
    page.route("https://was.digst.dk/**", lambda route: route.fulfill(body="<title>erklæring</title>"))
    page.goto(f"{address}/was/")
    page.wait_for_url("https://was.digst.dk/**")
    page.close()
