"""Every file of the content folder is read, published, or named with a reason."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..model import Place, Problem
from .content import Content
from .links import ATTACHMENTS
from .paths import MARKDOWN, inside
from .pictures import IMAGES

POST_FOLDERS = ("artikler", "sider", "pages")
"""Folders whose texts are meant as posts or pages, whatever lies there; others count once they hold one."""
DOCUMENTS = (".txt", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".rst", ".org", ".adoc", ".asciidoc")
"""Texts in another form than ours."""
IMPORTED = (".txt", ".html", ".htm")
"""What the `import` task can read."""
PROGRAM_FILES = (("udgaver/", ".json"), ("data/kommentarer/", ".md"))
"""Where the program keeps files of its own, and their suffix."""


def check_files(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the types and the use of files; their names are judged where they are read."""
    used = _used(content)
    folders = {*POST_FOLDERS, *(_folder(path) for path in content.posts)}
    for path in content.files:
        is_used, suffix = path in used, posixpath.splitext(path)[1]
        if _is_read(path, suffix):
            continue
        if path.startswith("data/"):
            message = "I data/ må der kun ligge registre og godkendte kommentarer."
            yield _problem(path, "error", "file-unknown", message, "Flyt eller slet filen")
        elif _folder(path) in folders and not is_used and (hint := _as_post(path, suffix)):
            message = f'Filer med endelsen "{suffix}" bliver ikke til indlæg.'
            yield _problem(path, "error", "file-suffix", message, hint)
        elif suffix.lower() not in (*IMAGES, *ATTACHMENTS):
            what = f'Filtypen "{suffix}" kendes ikke' if suffix else "Filen har ingen endelse"
            yield _problem(path, "warning", "file-unknown", f"{what}, så filen udgives ikke.", "Slet eller flyt den")
        elif not is_used:
            message = "Intet indlæg og intet register bruger filen, så den udgives ikke."
            yield _problem(path, "warning", "file-unused", message, "Brug den, eller slet den")


def _is_read(path: str, suffix: str) -> bool:
    """Whether another check or room reads the file: a post, a register, a comment, an edition."""
    is_register = posixpath.dirname(path) == "data" and suffix in (".yaml", ".yml")
    is_program = any(path.startswith(folder) and suffix == own for folder, own in PROGRAM_FILES)
    is_post = suffix in MARKDOWN and _folder(path) not in ("data", "udgaver")
    return is_register or is_program or is_post


def _as_post(path: str, suffix: str) -> str:
    """Return what to do with a text that was meant as a post, or nothing for other files."""
    lower = suffix.lower()
    if lower in MARKDOWN:
        return f"Omdøb filen til {path[: -len(suffix)]}{lower}"
    if lower.startswith((".md", ".mark", ".mkd")):
        return f"Omdøb filen til {path[: -len(suffix)]}.md"
    if lower in IMPORTED:
        return "Kør import på filen"
    return "Gem teksten som Markdown i en fil, der ender på .md" if lower in DOCUMENTS else ""


def _used(content: Content) -> frozenset[str]:
    """Return the files that a post, a page, a person or a publisher names."""
    bodies = {inside(t.address, p.post.place.path)[0] for p in content.tagged for t in p.body.targets}
    leads = {t.post.image.path for t in content.tagged if t.post.image}
    people = {p.portrait for p in content.registers.people}
    return frozenset(bodies | leads | people | {p.logo for p in content.registers.publishers})


def _folder(path: str) -> str:
    """Return the first folder of a path, empty for a file directly in the content folder."""
    return path.partition("/")[0] if "/" in path else ""


def _problem(path: str, severity: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(Place(path), severity, rule, message, hint)
