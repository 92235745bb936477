"""Guards promise 6 on every kind of page: a fresh visit asks nothing of others, keeps nothing and is refused nothing."""

from __future__ import annotations

from dataclasses import replace

KEPT = """async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
  await caches.keys().then(keys => keys.length), await navigator.serviceWorker.getRegistrations().then(all => all.length)]"""
LISTEN = "document.addEventListener('securitypolicyviolation', e => (window.refused ??= []).push(`${e.effectiveDirective} ${e.blockedURI}`))"
NOTHING = ["", 0, 0, 0, 0, 0]


def visited(browser, site, urls) -> list[str]:
    """Return what a first visit to the pages asked of others, kept, was refused or complained of."""
    found = []
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.on("request", lambda r: None if r.url.startswith(site.address) else found.append(f"asked {r.url}"))
    page.on(
        "response",
        lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 and "404.html" not in r.url else None,
    )
    page.on("console", lambda m: found.append(f"said {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: found.append(f"error {e}"))
    for url in urls:
        page.goto(f"{site.address}/{url}")
        kept = page.evaluate(KEPT)
        if kept != NOTHING or context.cookies():
            found.append(f"/{url} kept {kept} {context.cookies()}")
        found += [f"/{url} {refused}" for refused in page.evaluate("window.refused ?? []")]
    context.close()
    return found


def test_a_first_visit_to_our_own_pages_stays_here(browser, own):
    assert visited(browser, own, [*own.sample, "soeg/?q=borger"]) == []


def test_a_first_visit_to_odd_pages_stays_here(browser, odd):
    assert visited(browser, odd, [*odd.sample, "soeg/?q=serie"]) == []


def test_what_is_kept_is_seen(browser, own):
    page = browser.new_page()
    page.goto(f"{own.address}/")
    page.evaluate("localStorage.setItem('a', 'b')")
    kept = page.evaluate(KEPT)
    page.close()

    assert kept != NOTHING


def test_what_is_asked_of_others_is_seen(browser, own):
    """To a visit of one folder, the style sheet beside it is foreign."""
    assert [f for f in visited(browser, replace(own, address=f"{own.address}/arkiv"), ["../"]) if f.startswith("asked")]
