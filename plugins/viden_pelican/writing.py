"""Pelican's writer with our two rules: declared names only, and a front page that has its view."""

from __future__ import annotations

from typing import IO, Any

from pelican.writers import Writer
from viden import attachments, images, pages

from .templates import declared, is_our_theme


class VidenWriter(Writer):  # type: ignore[misc]
    """Writes as Pelican does; a template of our theme is given its declared names and nothing else."""

    def write_file(self, name: Any, template: Any, context: dict[str, Any], *args: Any, **options: Any) -> None:
        names = declared(template.name) if is_our_theme(self.settings) else None
        if names is None:
            super().write_file(name, template, context, *args, **options)
            return
        known = {**context, **options}
        given = {key: known[key] for key in names if key in known}
        if "view" in names and "view" not in given:
            given["view"] = _view_of(template.name, known)
        if "site" in names:
            given["site"] = frame = context["viden_frame"]
            given |= {name: _Body(given[name], frame, given["view"]) for name in ("article", "page") if name in given}
        super().write_file(name, template, {"localsiteurl": context["localsiteurl"]}, False, {}, **given)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> IO[str]:
        """Open as Pelican does, but with the same line ends on every system."""
        stream: IO[str] = super()._open_w(filename, encoding, override)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(newline="\n")
        return stream


class _Body:
    """What our templates may ask of Pelican's objects: the body with its pictures in several widths, its files
    named, its abbreviations leading to their words."""

    def __init__(self, content: Any, frame: pages.Frame, view: pages.Shown | pages.PageView) -> None:
        body = pages.referring(content.content, view.abbreviations)
        body = attachments.labelled(body, frame.attachments, frame.root)
        self.content = images.embedded(body, frame.pictures, frame.root)


def _view_of(template: str, known: dict[str, Any]) -> Any:
    """Return what a page that Pelican asks for shows: the article's own, or the front page's."""
    content = known.get("article") or known.get("page")
    return content.viden if content is not None else known["viden_front"]
