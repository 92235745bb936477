"""Pictures in a text: one that stands alone and has a title is a figure, the title its caption."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag


def make_figures(soup: BeautifulSoup, root: Tag) -> None:
    """Make `<figure class="figure">` of each paragraph that is a picture with a title and nothing else."""
    for paragraph in root.find_all("p"):
        content = [c for c in paragraph.children if isinstance(c, Tag) or str(c).strip()]
        image = content[0] if len(content) == 1 else None
        if not isinstance(image, Tag) or image.name != "img" or not str(image.get("title") or "").strip():
            continue
        caption = soup.new_tag("figcaption")
        caption.string = " ".join(str(image.attrs.pop("title")).split())
        paragraph.name = "figure"
        paragraph["class"] = "figure"
        paragraph.clear()
        paragraph.extend([image, caption])
