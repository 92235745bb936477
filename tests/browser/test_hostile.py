"""Guards that no word anyone writes becomes code: a thousand payloads in every field, in the search and in the fragment, and none runs."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests import hostile_content
from tests.browser.conftest import Site, known, served
from tests.browser.waiting import ANSWERED, until
from tests.conftest import TinySite

SEED = 20261125
QUERIES = 40
"""Of the payloads, each in `?q=` and in `#` at once."""
ALIKE = 12
"""Pages looked at of a template that shows little of its own, such as a keyword's."""
LISTEN = """
window.alarms = [];
window.alarm = number => { alarms.push(`ran: ${number}`); };
window.alert = window.prompt = window.confirm = window.alarm;
document.addEventListener("securitypolicyviolation", event => alarms.push(`refused: ${event.effectiveDirective} ${event.blockedURI}`));
"""
LOOK = """() => [...alarms, ...[...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
  .filter(a => /^on|^style$|^srcdoc$/.test(a.name) || (/^(href|src|action|formaction|data)$/.test(a.name) && /^\\s*(javascript|data|vbscript):/i.test(a.value)))
  .map(a => `markup: ${element.localName} ${a.name}=${a.value.slice(0, 60)}`))]"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    tiny = TinySite(tmp_path_factory.mktemp("fjendtlig"))
    payloads = hostile_content.write(tiny.content, SEED)
    done = tiny.build()
    assert done.status == 0, done.out + done.err
    assert len(payloads) >= 1000
    with served(tiny.output) as where:
        yield known(tiny.content, tiny.output, where), payloads


class Watch:
    """A page that notes what ran, what the policy refused, and what was asked of others."""

    def __init__(self, browser, site: Site) -> None:
        self.site = site
        self.page = browser.new_page(reduced_motion="reduce")
        self.page.add_init_script(LISTEN)
        self.found: list[str] = []
        self.page.on("dialog", lambda dialog: (self.found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.found.append(f"error: {error}"))
        self.page.on("request", self._asked)

    def _asked(self, request) -> None:
        if not request.url.startswith(self.site.address) or "evil.example" in request.url.partition("?")[0]:
            self.found.append(f"asked: {request.url}")

    def look(self, where: str) -> None:
        self.found += [f"{where} {alarm}" for alarm in self.page.evaluate(LOOK)]


def addresses(site: Site) -> list[str]:
    """Return every post, and the first of the pages of each other template."""
    groups: dict[str, list[str]] = {}
    for url, template in site.templates.items():
        groups.setdefault(template, []).append(url)
    return [url for template, urls in groups.items() for url in (urls if template == "article.html" else urls[:ALIKE])]


def test_nothing_runs_on_any_page(browser, hostile):
    site, _ = hostile
    watch = Watch(browser, site)
    for url in addresses(site):
        watch.page.goto(f"{site.address}/{url}")
        watch.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        watch.look(url)
    watch.page.close()

    assert watch.found == []


def test_every_payload_is_read_as_it_was_written(hostile):
    """So that the test above sees each of them: what was dropped could not run."""
    site, payloads = hostile
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(site.built.rglob("*.html")))
    numbers = {int(n) for n in re.findall(r"(?:alarm\(|evil\.example/|&#39;)(\d+)", text)}

    assert len(numbers) > 0.95 * len(payloads)


def test_nothing_runs_in_a_feed_that_is_opened_in_the_browser(browser, hostile):
    site, _ = hostile
    watch = Watch(browser, site)
    for path in ("feeds/alle.rss.xml", "feeds/alle.atom.xml", "feeds/arbejdsomraade/ledelse.rss.xml", "sitemap.xml"):
        watch.page.goto(f"{site.address}/{path}")
        watch.look(path)
    watch.page.close()

    assert watch.found == []


def test_nothing_runs_in_a_search_or_in_the_fragment(browser, hostile):
    site, payloads = hostile
    watch = Watch(browser, site)
    for payload in payloads[:: len(payloads) // QUERIES]:
        watch.page.goto("about:blank")
        watch.page.goto(f"{site.address}/soeg/?q={quote(payload)}&arbejdsomraade={quote(payload)}#{quote(payload)}")
        until(watch.page, ANSWERED)
        watch.look(payload)
    watch.page.close()

    assert watch.found == []


def test_nothing_runs_where_hits_and_filters_show_payloads(browser, hostile):
    site, _ = hostile
    watch = Watch(browser, site)
    shown = 0
    for query in ("alarm", "script", "onerror", "title", "evil", "person", "x"):
        watch.page.goto(f"{site.address}/soeg/?q={query}")
        until(watch.page, ANSWERED)
        more = watch.page.locator("#flere-traeffere")
        if more.is_visible():
            more.click()
        shown += watch.page.locator("#traeffere li").count()
        watch.look(query)
    watch.page.close()

    assert watch.found == []
    assert shown > 50


@pytest.mark.parametrize(
    "wrong",
    [
        "alarm(1)",
        "const i = document.createElement('img'); i.src = '//evil.example/x.png'; document.body.append(i)",
        "document.body.setAttribute('style', 'color: red')",
        "const a = document.body.appendChild(document.createElement('a')); a.href = 'javascript:alarm(1)'",
    ],
)
def test_what_runs_is_seen(wrong, browser, hostile):
    site, _ = hostile
    watch = Watch(browser, site)
    watch.page.goto(f"{site.address}/om/")
    watch.page.evaluate(f"() => {{ {wrong} }}")
    watch.page.wait_for_timeout(100)
    watch.look("om/")
    watch.page.close()

    assert watch.found
