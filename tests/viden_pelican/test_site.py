"""Guards that a build is all or nothing, and that Pelican's silent losses cannot happen here."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_a_post_becomes_a_page(site, make_post):
    site.write("artikler/bro.md", make_post(title="Broen & <b>åen</b>"))

    result = site.build()

    assert result.status == 0, result.err
    page = (
        site.read("artikler/broen-b-aaen-b/index.html") if (site.output / "artikler/broen-b-aaen-b").exists() else None
    )
    names = [p for p in site.files() if p.startswith("artikler/") and p.endswith("index.html")]
    assert len(names) == 1
    page = site.read(names[0])
    assert "Broen over åen er lukket." in page
    assert "Broen &amp; &lt;b&gt;åen&lt;/b&gt;" in page


def test_a_fault_publishes_nothing_and_leaves_the_last_site_as_it_was(site, make_post):
    site.write("artikler/bro.md", make_post())
    assert site.build().status == 0
    before = site.files()
    site.write("artikler/ny.md", make_post(title="Ny", id="ny1"))
    site.write("artikler/fejl.md", make_post(title="Fejl", id="fejl1", date="31/11/2026"))

    result = site.build()

    assert result.status == 1
    assert "artikler/fejl.md:2:" in result.err
    assert "november har 30 dage" in result.err
    assert "Traceback" not in result.err
    assert site.files() == before


def test_all_faults_of_all_files_are_named_at_once(site, make_post):
    site.write("artikler/a.md", make_post(id="a1").replace("Kind: article", "Kind: artikle"))
    site.write("artikler/b.md", make_post(id="b1", title="B").replace("Work_areas: ledelse", "Work_areas: ledels"))
    site.write("artikler/c.md", make_post(id="c1", title="C").replace("Summary:", "Sumary:"))

    result = site.build()

    assert result.status == 1
    assert "a.md:4:7" in result.err
    assert "b.md:6:13" in result.err
    assert '"ledelse"' in result.err
    assert "c.md:7:1" in result.err


def test_warnings_and_faulty_drafts_stop_nothing(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.write("artikler/kladde.md", make_post(id="k1", title="Kladden", date="31/11/2026", status="kladde"))

    result = site.build()

    assert result.status == 0, result.err
    assert "kladde.md:2" in result.err


def test_leave_out_gets_past_a_faulty_post_and_says_so(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.write("artikler/fejl.md", make_post(title="Fejl", id="fejl1", date="31/11/2026"))

    result = site.build("--leave-out", "artikler/fejl.md")

    assert result.status == 0, result.err
    assert "fejl.md" in result.err
    assert not any("fejl" in path for path in site.files())


@pytest.mark.parametrize(
    ("status", "date"), [("draft", "2026-11-01"), ("hidden", "2026-11-01"), ("published", "2027-03-01")]
)
def test_what_is_not_published_leaves_no_trace(site, make_post, status, date):
    site.write("artikler/bro.md", make_post())
    site.write("billeder/kanariefugl.png", PNG)
    body = "Zyxkanariefugl i teksten. ![Zyxkanarie]({static}/billeder/kanariefugl.png)"
    text = make_post(title="Zyxkanariefugl", id="zyxkanarie", body=body, status=status, date=date)
    site.write(
        "artikler/zyxkanariefugl.md",
        text.replace("Kind: article", "Kind: article\nTags: zyxkanarieemne\nAuthors: Zyxkanarie Fugl"),
    )

    result = site.build()

    assert result.status == 0, result.err
    for path, data in site.files().items():
        assert "kanarie" not in path.casefold()
        assert b"kanarie" not in data.lower(), path
    assert "zyxkanariefugl.md" in result.out


def test_an_unchanged_site_is_not_swapped_and_an_edit_keeps_the_time_of_other_files(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.write("artikler/vej.md", make_post(title="Vejen", id="vej1", date="2026-11-01"))
    site.build()
    robots = (site.output / "artikler/vejen/index.html").stat().st_mtime_ns
    page = (site.output / "artikler/et-indlaeg-om-broen/index.html").stat().st_mtime_ns

    second = site.build()
    site.write("artikler/bro.md", make_post(body="Broen er åben igen."))
    site.build()

    assert "Intet er ændret" in second.out
    assert (site.output / "artikler/vejen/index.html").stat().st_mtime_ns == robots
    assert (site.output / "artikler/et-indlaeg-om-broen/index.html").stat().st_mtime_ns > page
    assert "åben igen" in site.read("artikler/et-indlaeg-om-broen/index.html")


def test_a_deleted_post_is_gone(site, make_post):
    site.write("artikler/bro.md", make_post())
    gone = site.write("artikler/vej.md", make_post(title="Vejen til havnen", id="vej1"))
    site.build()
    gone.unlink()

    site.build()

    assert not any(b"Vejen til havnen" in data for data in site.files().values())


def test_a_killed_build_leaves_the_old_site_whole(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.build()
    before = site.files()
    site.write("artikler/bro.md", make_post(body="Den nye tekst."))
    command = [
        sys.executable,
        str(ROOT / "scripts/build.py"),
        "--content",
        str(site.content),
        "--output",
        str(site.output),
    ]

    for tenths in range(2, 16, 2):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(tenths / 10)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = site.files()
        assert now == before or "Den nye tekst." in site.read("artikler/et-indlaeg-om-broen/index.html")

    assert site.build().status == 0
    assert "Den nye tekst." in site.read("artikler/et-indlaeg-om-broen/index.html")
    assert [p.name for p in site.folder.iterdir() if ".ny" in p.name] == []


def test_a_foreign_folder_is_refused_as_output(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.output.mkdir()
    (site.output / "brev.txt").write_text("vigtigt")

    result = site.build()

    assert result.status == 2
    assert (site.output / "brev.txt").read_text() == "vigtigt"


def test_a_plugin_that_does_not_load_stops_the_build_also_when_quiet(site, make_post):
    site.write("artikler/bro.md", make_post())
    conf = site.folder / "conf.py"
    conf.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\nPLUGINS = [*PLUGINS, 'findes_ikke']\n"
    )

    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(site.content), "-s", str(conf), "-o", str(site.output), "-q"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 3
    assert "findes_ikke" in done.stderr
    assert not site.output.exists()


@pytest.mark.parametrize(
    "setting", ["FEED_ALL_ATOM = 'feeds/all.xml'", "DELETE_OUTPUT_DIRECTORY = True", "LOAD_CONTENT_CACHE = True"]
)
def test_settings_that_break_a_promise_are_refused(site, make_post, setting):
    site.write("artikler/bro.md", make_post())
    conf = site.folder / "conf.py"
    conf.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n{setting}\n")

    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(site.content), "-s", str(conf), "-o", str(site.output)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert setting.split(" ")[0] in done.stderr


def test_pelican_s_own_command_gives_the_same_pages(site, make_post):
    site.write("artikler/bro.md", make_post())
    site.build()
    ours = site.files()
    other = site.folder / "andet"

    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(site.content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(other)],
        capture_output=True, text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1795600000"},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    theirs = {p.relative_to(other).as_posix(): p.read_bytes() for p in sorted(other.rglob("*")) if p.is_file()}
    assert theirs == ours


def test_a_faulty_post_ends_pelican_s_own_command_too_without_a_traceback(site, make_post):
    site.write("artikler/fejl.md", make_post(date="31/11/2026"))

    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(site.content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(site.output), "-q"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert "fejl.md:2:" in done.stderr


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)
"""One red pixel."""


def test_a_foreign_theme_gets_whole_pages_and_no_drafts(site, make_post):
    site.write("artikler/bro.md", make_post(body="Broen *over* åen."))
    site.write("artikler/kladde.md", make_post(id="k1", title="Zyxkladden", status="kladde"))
    conf = site.folder / "conf.py"
    conf.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\nTHEME = 'simple'\n")

    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(site.content), "-s", str(conf), "-o", str(site.output)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "Broen <em>over</em> åen." in site.read("artikler/et-indlaeg-om-broen/index.html")
    assert "Et indlæg om broen" in site.read("arbejdsomraader/ledelse/index.html")
    assert not any(b"Zyxkladden" in data for data in site.files().values())


def own_theme(site) -> Path:
    """Return a copy of our templates that `pelican` builds the site with, to spoil at will."""
    project = site.folder / "projekt"
    shutil.copytree(ROOT / "theme", project / "theme")
    (site.folder / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"THEME = {str(project / 'theme')!r}\nVIDEN_PROJECT = {str(project)!r}\n"
    )
    return project / "theme/templates"


def pelican(site) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", str(site.content), "-s", str(site.folder / "conf.py")]
    return subprocess.run([*command, "-o", str(site.output)], capture_output=True, text=True, check=False)


def test_a_template_of_ours_that_is_missing_stops_the_build(site, make_post):
    """Pelican would answer from the theme "simple"."""
    site.write("artikler/bro.md", make_post())
    (own_theme(site) / "article.html").unlink()

    done = pelican(site)

    assert done.returncode == 3
    assert "article" in done.stderr and "Traceback" not in done.stderr
    assert not site.output.exists()


def test_a_name_that_a_template_does_not_know_stops_the_build(site, make_post):
    """Pelican would print nothing in its place."""
    site.write("artikler/bro.md", make_post())
    page = own_theme(site) / "article.html"
    page.write_text(page.read_text(encoding="utf-8").replace("{% block og %}", "{% block og %}{{ vejret }}"))

    done = pelican(site)

    assert done.returncode == 3
    assert "vejret" in done.stderr and "Traceback" not in done.stderr
    assert not site.output.exists()
