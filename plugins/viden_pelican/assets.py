"""The theme's files on their way to the output: one style sheet, the scripts and the icons."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from jinja2 import FileSystemLoader
from viden import disk, pages
from viden.model import Artefact
from viden.pages import Assets

AT_ROOT = (Assets().old_icon, Assets().touch_icon)


def of_theme(theme: Path) -> tuple[Artefact, ...]:
    """Return the files of `theme/static` as they are published: CSS joined in the order of its layers.

    Scripts name each other by version. The style sheet of feeds stands alone,
    since feed readers ask for it by name; icons that are asked for at the
    site's root lie there.
    """
    sources, _ = disk.read_tree(theme / "static")
    styles = {s.path.removeprefix("css/"): s.data for s in sources if s.path.startswith("css/")}
    scripts = pages.linked({s.path.removeprefix("js/"): s.data for s in sources if s.path.startswith("js/")})
    others = [
        Artefact(s.path if s.path in AT_ROOT else f"theme/{s.path}", s.data)
        for s in sources
        if not s.path.startswith(("css/", "js/"))
    ]
    others += [Artefact(f"theme/js/{name}", data) for name, data in scripts.items()]
    others.append(Artefact("theme/css/feed.css", styles.pop("feed.css")))
    return (Artefact("theme/css/videnstafet.css", pages.bundle(styles)), *others)


def named(theme: Path) -> Assets:
    """Return the addresses by which pages ask for the theme's files."""
    files = {file.path: file.body for file in of_theme(theme)}
    plain = Assets()
    return Assets(
        **{f.name: pages.versioned(path, files[path]) for f in fields(plain) if (path := getattr(plain, f.name))}
    )


def scripts_of_search() -> tuple[Artefact, ...]:
    """Return the search page's scripts, from the checkout or from the installed package."""
    packaged = Path(__file__).resolve().parent / "defaults" / "js"
    folder = packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "theme" / "static" / "js"
    sources, _ = disk.read_tree(folder)
    return tuple(Artefact(f"theme/js/{s.path}", s.data) for s in sources if s.path.startswith("search"))


def loader(folder: Path) -> FileSystemLoader:
    """Return a loader of a plugin's own templates, for themes that do not bring them."""
    return FileSystemLoader(str(folder))
