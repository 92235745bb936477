"""Guards the one style sheet: a browser reads in it the very rules that stand in the theme's own files."""

from __future__ import annotations

import re

from viden.pages import assets

READ = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules].map((rule) => rule.cssText).join("\\n");
}"""


def test_leaving_out_spaces_changes_no_rule(browser, root):
    folder = root / "theme" / "static" / "css"
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.css")}
    whole = assets.IMPORT.sub(lambda found: assets._layered(found, files), files[assets.ENTRY].decode("utf-8"))
    slim = assets.bundle(files).decode("utf-8")
    page = browser.new_page()

    # A custom property keeps its value as it was written.
    wanted, found = (re.sub(r"(?<=[,:])\s+", "", page.evaluate(READ, text)) for text in (whole, slim))
    page.close()

    assert found == wanted
    assert len(found) > 10_000 and len(slim.encode()) < len(whole.encode())
