"""The second wall: nh3 with an allow-list, as the last step on the very string that is printed.

The first wall is that raw HTML and unsafe addresses are errors. So nothing
that an accepted post holds is removed here; `removes_something` tells if it was.
"""

from __future__ import annotations

import re

import lxml.etree
import lxml.html
import nh3

TAGS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
        "var",
    ]
)
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "class", "aria-label"},
    "abbr": {"title"},
    "aside": {"class", "aria-label", "aria-labelledby"},
    "code": {"class"},
    "div": {"class", "role", "aria-label", "tabindex"},
    "figure": {"class"},
    "img": {"src", "alt", "title", "class", "width", "height"},
    "li": {"id", "value"},
    "ol": {"class", "start"},
    "p": {"class"},
    "span": {"class"},
    "sup": {"id"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    **{name: {"id", "class"} for name in sorted(_HEADINGS)},
}
DIRECTIONS = ("ltr", "rtl")
SCHEMES = {"http", "https", "mailto"}
CLASSES: dict[str, frozenset[str]] = {
    "a": frozenset({"footnote-ref", "footnote-backref", "pointer__link"}),
    "aside": frozenset(
        {
            "box",
            "box--fakta",
            "box--laes-ogsaa",
            "box--nyhedsbrev",
            "box--redaktoer",
            "box--rettelse",
            "box--kort",
            "box--kontakt",
        }
    ),
    "div": frozenset({"footnote", "table-scroll"}),
    "figure": frozenset({"box", "box--citat", "figure", "video"}),
    "img": frozenset({"dekorativ"}),
    "ol": frozenset({"pointers"}),
    "p": frozenset({"box__call", "video__title", "video__facts", "video__transcript", "video__credit"}),
    "span": frozenset({"pointer__number"}),
    "td": frozenset({"align-left", "align-center", "align-right"}),
    "th": frozenset({"align-left", "align-center", "align-right"}),
    **{name: frozenset({"box__heading"}) for name in sorted(_HEADINGS)},
}
_VALUES = {
    ("div", "role"): re.compile("group"),
    ("div", "aria-label"): re.compile("Tabel"),
    ("div", "tabindex"): re.compile("0"),
    ("code", "class"): re.compile(r"language-[\w+#.-]+"),
}
UNSAFE_ADDRESS = re.compile(r"[\s]*(?://|/?\\|[^/?#]*\\)")
"""Protocol-relative and backslash addresses, which nh3 lets pass."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 cannot carry (section 2.2), C1 controls and non-characters."""


def sanitised(html: str) -> str:
    """Return `html` with nothing but what a body may hold."""
    return nh3.clean(
        FORBIDDEN.sub("", html),
        tags=set(TAGS),
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def removes_something(before: str, after: str) -> bool:
    """Whether `after` differs from `before` as a tree: a tag, an attribute or a text is gone."""
    return _outline(before) != _outline(after)


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class" and tag in CLASSES:
        kept = " ".join(name for name in value.split() if name in CLASSES[tag])
        return kept or None
    if attribute == "dir":
        return value if value in DIRECTIONS else None
    if attribute in ("href", "src") and UNSAFE_ADDRESS.match(value):
        return None
    pattern = _VALUES.get((tag, attribute))
    return value if pattern is None or pattern.fullmatch(value) else None


def _outline(html: str) -> str:
    """Return the tree in canonical form (Canonical XML 1.0 sorts attributes), white space runs as one."""
    tree = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    return " ".join(lxml.etree.tostring(tree, method="c14n").decode().split())
