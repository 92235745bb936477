"""A post's body as its own page shows it: corrections before the text, the call to subscribe where its box stands.

Feeds and search get the body as it was written. Works on the safe HTML that
`render` made, whose asides never hold another.
"""

from __future__ import annotations

import re

CALL_PLACE = '<p class="box__call"></p>'
"""Stands last in the first box of kind `nyhedsbrev`."""
_NOTICE = re.compile(r'<aside\b[^>]*\bclass="box box--redaktoer box--rettelse"[^>]*>.*?</aside>\n?', re.DOTALL)
_HEADING = re.compile(r"(</?)h[2-6]\b")


def corrections(html: str) -> str:
    """Return the boxes with corrections, their headings just under the title's."""
    return "".join(_HEADING.sub(r"\1h2", box) for box in _NOTICE.findall(html))


def without_corrections(html: str) -> str:
    return _NOTICE.sub("", html)


def with_call(html: str, call: str) -> str:
    """Return the body with `call`, which is HTML, in the box that asks readers to subscribe; without one as it is."""
    return html.replace(CALL_PLACE, call, 1)
