"""Every file of the content folder is read, published, or named with a reason."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..model import Place, Problem
from .content import Content
from .links import ATTACHMENTS
from .paths import MARKDOWN, inside
from .pictures import IMAGES

DOCUMENTS = (
    ".txt",
    ".docx",
    ".doc",
    ".odt",
    ".rtf",
    ".html",
    ".htm",
    ".rst",
    ".org",
    ".mdx",
    ".mdwn",
    ".asciidoc",
    ".adoc",
)
"""Texts in another form than ours."""
IMPORTED = (".txt", ".html", ".htm")
"""What the `import` task can read."""
PROGRAM_FOLDERS = {"udgaver": (".json",)}
"""Folders that the program keeps, with the files it writes there."""


def check_files(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the types and the use of files; their names are judged where they are read."""
    used = _used(content)
    for path in content.files:
        problem = _type(path)
        if problem is not None:
            yield problem
        elif path.lower().endswith((*IMAGES, *ATTACHMENTS)) and path not in used:
            message = "Ingen post, side eller register bruger filen, så den udgives ikke."
            yield Problem(Place(path), "warning", "file-unused", message, "Brug den, eller slet den")


def _type(path: str) -> Problem | None:
    folder, suffix = path.partition("/")[0], posixpath.splitext(path)[1]
    if folder == "data":
        return _data_file(path, suffix)
    if folder in PROGRAM_FOLDERS and suffix in PROGRAM_FOLDERS[folder]:
        return None
    if path.endswith(MARKDOWN) or suffix.lower() in (*IMAGES, *ATTACHMENTS):
        return None
    if suffix.lower() in MARKDOWN:
        right = path[: -len(suffix)] + suffix.lower()
        return _error(
            path,
            "file-suffix",
            f'Endelsen "{suffix}" læses ikke; den skal skrives med små bogstaver.',
            f"Omdøb filen til {right}",
        )
    if suffix.lower() in DOCUMENTS:
        hint = (
            "Kør import på filen"
            if suffix.lower() in IMPORTED
            else "Gem teksten som Markdown i en fil, der ender på .md"
        )
        return _error(path, "file-suffix", f'Filer med endelsen "{suffix}" bliver ikke til indlæg.', hint)
    if suffix.lower() in (".md~", ".mkdn", ".mdd", ".mdt") or suffix.lower().startswith(".md"):
        return _error(path, "file-suffix", f'Endelsen "{suffix}" kendes ikke; mente du ".md"?', "Omdøb filen")
    message = (
        f'Filtypen "{suffix}" kendes ikke, så filen udgives ikke.'
        if suffix
        else "Filen har ingen endelse og udgives ikke."
    )
    return _error(path, "file-unknown", message, "Slet filen, eller gem den i en kendt type")


def _data_file(path: str, suffix: str) -> Problem | None:
    """Registers are judged where they are read; below them only comments may lie."""
    is_register = posixpath.dirname(path) == "data" and suffix in (".yaml", ".yml")
    is_comment = path.startswith("data/kommentarer/") and suffix == ".md"
    if is_register or is_comment:
        return None
    return _error(
        path, "file-unknown", "I data/ må der kun ligge registre og godkendte kommentarer.", "Flyt eller slet filen"
    )


def _used(content: Content) -> frozenset[str]:
    """Return the files that a post, a page, a person or a publisher names."""
    bodies = {inside(t.address, p.post.place.path)[0] for p in content.tagged for t in p.body.targets}
    leads = {t.post.image.path for t in content.tagged if t.post.image}
    people = {p.portrait for p in content.registers.people}
    return frozenset(bodies | leads | people | {p.logo for p in content.registers.publishers})


def _error(path: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(Place(path), "error", rule, message, hint)
