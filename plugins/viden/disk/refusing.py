"""Which folder may be replaced by a site: ours, an empty one, or none yet."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import UsageError
from .files import read_bytes
from .manifests import MANIFEST, MARKER
from .names import SYSTEM_FILES


def refuse_output(output: Path, content: Path, project: Path) -> None:
    """Raise `UsageError` unless `output` may be replaced by a site.

    Good are a folder that is missing or empty, and one that a build of ours
    made: it has our marker and a manifest.
    """
    _refuse_link(output)
    real, why = output.resolve(), ""
    if real == Path(real.anchor):
        why = "det er roden af disken"
    elif _is_same(real, Path.home()):
        why = "det er din hjemmemappe"
    elif _is_within(content, real):
        why = "indholdet ligger i den"
    elif _is_within(real, content):
        why = "den ligger i indholdet"
    elif _is_within(project, real):
        why = "projektet ligger i den"
    elif real.exists() and not real.is_dir():
        why = "det er en fil"
    elif real.is_dir() and not is_ours(real) and not is_empty(real):
        why = "den har filer, som programmet ikke har lavet"
    if why:
        raise UsageError(f'Siden kan ikke udgives i "{output}": {why}. Vælg en tom mappe, fx output.')


def is_ours(folder: Path) -> bool:
    """Tell whether a build of ours made the folder."""
    try:
        mark = json.loads(read_bytes(folder / MARKER))
    except (OSError, ValueError):
        return False
    return isinstance(mark, dict) and mark.get("product") == "Videnstafet" and (folder / MANIFEST).is_file()


def is_empty(folder: Path) -> bool:
    return all(path.name.casefold() in SYSTEM_FILES and path.is_file() for path in folder.iterdir())


def _refuse_link(output: Path) -> None:
    if output.is_symlink() and not (output.is_dir() and _is_within(output.resolve(), output.parent)):
        raise UsageError(f'Siden kan ikke udgives i "{output}": det er en henvisning, som fører et andet sted hen.')


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


def _is_within(inner: Path, outer: Path) -> bool:
    """Tell whether `inner` is `outer` or lies below it, whatever the spelling."""
    inner = inner.resolve()
    return any(_is_same(folder, outer) for folder in (inner, *inner.parents))
