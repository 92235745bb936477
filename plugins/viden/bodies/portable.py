"""The body for feeds, mail and excerpts: safe, self-contained and free of the site's markup.

lxml reads, nh3 has the last word. The result is a fixed point: portable again
gives the same.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import nh3
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from .correcting import is_correction
from .sanitising import FORBIDDEN, SCHEMES, TAGS, UNSAFE_ADDRESS
from .texts import is_box
from .trees import tree

TAGS_OUT = frozenset(TAGS - {"aside", "div", "span", "figure", "ins", "mark"}) | {"figure", "span", "h1"}
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
DROPPED = [
    "script",
    "style",
    "form",
    "input",
    "button",
    "select",
    "textarea",
    "svg",
    "math",
    "object",
    "embed",
    "template",
    "noscript",
    "link",
    "meta",
    "base",
    "head",
    "title",
    "nav",
]
LEFT_OUT = ("box--nyhedsbrev", "box--redaktoer")
PASSES = 5
"""At most: a sound body needs two, the second to see it; lxml and nh3 mend broken nesting in different ways."""
_UNRESOLVED = re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[|}]")
_PREFORMATTED = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_GAP = re.compile(r"(?:(?<=>)|\A)[ \t\n\r\f]+(?=<|\Z)")


def portable(html: str, base_url: str) -> str:
    """Return `html` for readers outside the site, links and images absolute against `base_url`."""
    for _ in range(PASSES):
        before, html = html, _passed(html, base_url)
        if html == before:
            break
    return html


def _passed(html: str, base_url: str) -> str:
    soup, root = tree(FORBIDDEN.sub("", html))
    for node in root.find_all(DROPPED):
        node.extract()
    _frames(soup, root, base_url)
    _own_marks(root)
    _boxes(soup, root)
    _addresses(root, base_url)
    return _cleaned(root.decode_contents(formatter="minimal"))


def _cleaned(html: str) -> str:
    """Return what the allow-list leaves; nh3 drops the tags that only gave form."""
    cleaned = nh3.clean(
        html,
        tags=set(TAGS_OUT),
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _tidied(FORBIDDEN.sub("", cleaned)).strip()


def _tidied(html: str) -> str:
    """Make one line end, or one space, of the white space between two tags, as the reader would the next time."""
    parts = _PREFORMATTED.split(html)
    parts[::2] = [_GAP.sub(lambda m: "\n" if "\n" in m.group() else " ", part) for part in parts[::2]]
    return "".join(parts)


def _frames(soup: BeautifulSoup, root: Tag, base_url: str) -> None:
    for frame in root.find_all(["iframe", "video", "audio"]):
        source = frame.find("source")
        address = str(frame.get("src") or (source.get("src") if isinstance(source, Tag) else "") or "")
        paragraph = soup.new_tag("p")
        link = soup.new_tag("a", attrs={"href": address})
        link.string = str(frame.get("title") or "") or urljoin(base_url, address)
        paragraph.append(link)
        frame.replace_with(paragraph) if address else frame.extract()


def _own_marks(root: Tag) -> None:
    """Drop what has a meaning on the page alone: copy links, numbers that the list gives, links back from notes."""
    for node in root.find_all(["a", "span"]):
        if str(node.get("class") or "") in ("pointer__link", "pointer__number", "footnote-backref"):
            parent = node.parent
            node.extract()
            if parent is not None and parent.name == "p" and not parent.get_text().strip() and not parent.find("img"):
                parent.extract()


def _boxes(soup: BeautifulSoup, root: Tag) -> None:
    for node in root.find_all(["aside", "figure"]):
        classes = str(node.get("class") or "").split()
        if any(name in classes for name in LEFT_OUT) and not is_correction(node):
            node.extract()
        elif node.name == "aside":
            _as_quote(soup, node)


def _as_quote(soup: BeautifulSoup, node: Tag) -> None:
    """Show a box as a quotation that opens with its heading in bold."""
    heading = node.find(class_="box__heading")
    if is_box(node) and isinstance(heading, Tag):
        heading.name = "strong"
        heading.wrap(soup.new_tag("p"))
    node.name = "blockquote"


def _addresses(root: Tag, base_url: str) -> None:
    for node in root.find_all(["a", "img"]):
        attribute = "src" if node.name == "img" else "href"
        address = str(node.attrs.pop(attribute, "")).strip()
        absolute = _absolute(address, base_url)
        if absolute:
            node[attribute] = absolute
        elif node.name == "img":
            node.replace_with(NavigableString(str(node.get("alt") or "")))
        else:
            node.unwrap()


def _absolute(address: str, base_url: str) -> str:
    """Return the absolute address, or nothing where it leads nowhere that a reader may go."""
    if not address or UNSAFE_ADDRESS.match(address) or _UNRESOLVED.match(address):
        return ""
    try:
        absolute = urljoin(base_url, address)
        parts = urlsplit(absolute)
    except ValueError:
        return ""
    return absolute if parts.scheme.lower() in SCHEMES and "@" not in parts.netloc else ""
