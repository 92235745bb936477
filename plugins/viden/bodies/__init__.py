"""Bodies: Markdown → safe HTML, zones, headings, pointers and targets; and the body that travels.

Raw HTML is an error and the sanitiser the second wall, so that what an editor
reads in the source is what a reader meets. BeautifulSoup with lxml is the one
reader of rendered bodies. See docs/decisions/0003-strict-reading-before-pelican.md.
"""

from .portable import portable
from .rendering import render
from .rules import RULES
from .texts import excerpt, plain
from .zoning import header_zones, text_zone, zones

__all__ = ["RULES", "excerpt", "header_zones", "plain", "portable", "render", "text_zone", "zones"]
