"""Guards `build` as a command: what may be left out, where production publishes, and folders of any name."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from tests.conftest import MOMENT, ROOT

FAULTY = "Title: Fejl\nDate: 31/11/2026\nId: fejl1\n\nTekst.\n"


def build(site, *arguments, **env):
    """Run the program in the site's folder with the arguments as typed."""
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/build.py"), *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=site.folder, check=False,
        env={k: v for k, v in os.environ.items() if k != "SITEURL"} | {"SOURCE_DATE_EPOCH": MOMENT} | env,
    )  # fmt: skip


@pytest.mark.parametrize("path", ["artikler/fejl.md", "content/artikler/fejl.md", "./content/artikler/fejl.md"])
def test_a_post_may_be_left_out_by_path_with_and_without_the_content_folder(site, make_post, path):
    site.write("artikler/bro.md", make_post())
    site.write("artikler/fejl.md", FAULTY)

    result = build(site, "--content", "content", "--output", "output", "--leave-out", path)

    assert result.returncode == 0, result.stderr
    assert "UDELADT efter ønske: artikler/fejl.md" in result.stderr
    assert "Ikke udgivet: artikler/fejl.md (udeladt)" in result.stdout
    assert not [name for name, data in site.files().items() if b"fejl1" in data or "fejl" in name]


def test_an_unknown_path_to_leave_out_is_wrong_use_and_nothing_is_built(site, make_post):
    site.write("artikler/bro.md", make_post())

    result = build(site, "--content", "content", "--output", "output", "--leave-out", "artikler/nix.md")

    assert result.returncode == 2
    assert 'Filen "artikler/nix.md" findes ikke' in result.stderr
    assert not site.output.exists()


@pytest.mark.parametrize(
    "address", [None, "", "http://x.example.org", "x.example.org", "https://", "https://a@x.org", "https://x.org/a b"]
)
def test_production_without_a_public_address_is_wrong_use(site, make_post, address):
    site.write("artikler/bro.md", make_post())

    result = build(
        site, "--content", "content", "--output", "output", "--production", **({} if address is None else {"SITEURL": address})
    )  # fmt: skip

    assert result.returncode == 2
    assert "SITEURL" in result.stderr and "Traceback" not in result.stderr
    assert not site.output.exists()


def test_production_below_a_folder_links_from_there_and_names_itself_in_full(site, make_post):
    site.write("artikler/bro.md", make_post(body="Se [stien]({filename}/artikler/sti.md)."))
    site.write("artikler/sti.md", make_post(title="Stien", id="sti1", date="2026-11-01"))

    result = build(
        site, "--content", "content", "--output", "output", "--production", SITEURL="https://x.example.org/under/"
    )

    assert result.returncode == 0, result.stderr
    page = site.read("artikler/et-indlaeg-om-broen/index.html")
    assert '<link rel="canonical" href="https://x.example.org/under/artikler/et-indlaeg-om-broen/"' in page
    assert 'href="/under/artikler/stien/"' in page
    atom = site.read("feeds/alle.atom.xml")
    assert 'href="https://x.example.org/under/artikler/stien/"' in atom
    assert json.loads(site.read("feeds/alle.json"))["items"][0]["url"].startswith("https://x.example.org/under/")
    assert "https://x.example.org/under/artikler/stien/" in site.read("sitemap.xml")
    for name, data in site.files().items():
        if name.endswith(".html"):
            inner = re.findall(r'(?:href|src|action)="(/[^"]*)"', data.decode())
            assert [a for a in inner if not a.startswith("/under/")] == [], name


def test_without_an_address_links_begin_at_the_root(site, make_post):
    site.write("artikler/bro.md", make_post())

    assert site.build().status == 0
    page = site.read("artikler/et-indlaeg-om-broen/index.html")
    assert 'href="/arbejdsomraader/ledelse/"' in page


def test_folders_may_have_spaces_and_danish_letters(site, make_post):
    folder = site.folder / "mit indhold på Ærø"
    (folder / "artikler").mkdir(parents=True)
    (folder / "artikler/bro på å.md").write_text(make_post(), encoding="utf-8")

    result = build(site, "--content", "mit indhold på Ærø", "--output", "ud & hjem/ø")

    assert result.returncode == 0, result.stderr
    assert (site.folder / "ud & hjem/ø/artikler/et-indlaeg-om-broen/index.html").is_file()
    assert [p.name for p in (site.folder / "ud & hjem").iterdir()] == ["ø"]


def test_a_fault_is_told_with_the_folder_as_it_was_typed(site):
    site.write("artikler/fejl.md", FAULTY)

    result = build(site, "--content", "content", "--output", "output")

    assert result.returncode == 1
    assert "\ncontent/artikler/fejl.md:2:7: error:" in result.stderr
    assert "Intet er udgivet" in result.stderr
    assert not site.output.exists()


def test_drafts_are_shown_only_when_asked_for(site, make_post):
    site.write("artikler/bro.md", make_post(status="kladde"))

    assert site.build("--with-drafts").status == 0
    with_drafts = site.files()
    assert site.build().status == 0

    assert "artikler/et-indlaeg-om-broen/index.html" in with_drafts
    assert "artikler/et-indlaeg-om-broen/index.html" not in site.files()
