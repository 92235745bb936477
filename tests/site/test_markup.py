"""Guards HTML and CSS by the judges that others use: the Nu HTML checker, html-validate and stylelint, none of which finds a thing.

Judged are the project's own site and one of posts drawn at random; `--posts 1000` makes that one large.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.needs import NODE_MODULES, npm_file, program

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent

OWN_POLICY = ".*violates Content Security Policy.*"
"""Read from a file, a page's `'self'` is nothing, and the checker takes JSON-LD for a script; both are wrong.

That pages obey their policy is shown in a real browser: tests/browser/test_policy.py.
"""

PAGE = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>Prøven</title></head>
<body><h1>Prøven</h1>{}</body></html>
"""


def nu(folder: Path) -> str:
    """Return what the Nu HTML checker says of every page of a folder, warnings included."""
    jar = npm_file("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), "-Xmx512m", "-XX:+UseSerialGC", "-jar", str(jar)]
    return said([*command, "--Werror", "--filterpattern", OWN_POLICY, "--skip-non-html", str(folder)])


def html_validate(folder: Path) -> str:
    script = npm_file("html-validate/bin/html-validate.mjs")
    config = HERE / "htmlvalidate.cjs"
    options = ["--config", str(config), "--max-warnings", "0", "--formatter", "text", "--ext", "html"]
    return said([program("node"), str(script), *options, str(folder)])


def stylelint(pattern: str) -> str:
    script = npm_file("stylelint/bin/stylelint.mjs")
    npm_file("stylelint-config-standard/index.js")
    options = ["--config", str(HERE / "stylelint.yaml"), "--config-basedir", str(NODE_MODULES.parent)]
    return said([program("node"), str(script), *options, "--max-warnings", "0", "--formatter", "unix", pattern])


def said(command: list[str]) -> str:
    """Return what a judge says: nothing where all is well, and never nothing where it is not."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    findings = f"{done.stdout}{done.stderr}".strip()
    return findings or ("" if done.returncode == 0 else f"{command[0]} ended with {done.returncode}")


JUDGES = [pytest.param(nu, id="nu"), pytest.param(html_validate, id="html-validate")]


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("site", ["built", "many_built"])
def test_no_page_has_an_error_or_a_warning(judge, site, request):
    folder = request.getfixturevalue(site)

    assert len(list(folder.rglob("*.html"))) > 100
    assert judge(folder) == ""


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("markup", ['<p id="a"></p><p id="a"></p>', "<ul><p>Nej</p></ul>", '<img src="x.png">'])
def test_a_faulty_page_is_found(judge, markup, tmp_path):
    (tmp_path / "side.html").write_text(PAGE.format(markup), encoding="utf-8")

    assert "side.html" in judge(tmp_path)


def test_the_style_sheets_are_well_written():
    assert stylelint(str(ROOT / "theme" / "**" / "*.css")) == ""


def test_a_faulty_style_sheet_is_found(tmp_path):
    (tmp_path / "a.css").write_text("a { colour: red; }\n", encoding="utf-8")

    assert "property-no-unknown" in stylelint(str(tmp_path / "*.css"))
