"""Bodies: Markdown → safe HTML, zones, headings, pointers and targets; and the body that travels.

Raw HTML is an error and the sanitiser the second wall, so that what an editor
reads in the source is what a reader meets. BeautifulSoup with lxml is the one
reader of rendered bodies.

What a theme may style: `ol.pointers > li#pointer-N[value] > h2` with
`span.pointer__number` and `a.pointer__link`; `aside.box.box--fakta`,
`--kontakt`, `--kort`, `--laes-ogsaa`, `--nyhedsbrev`, `--redaktoer`, `--rettelse` with `.box__heading`;
`figure.figure`; `figure.box.box--citat`; `figure.video` with `.video__title`, `.video__facts`,
`.video__transcript`, `.video__credit`; `div.table-scroll > table` with `.align-left`,
`.align-center`, `.align-right`; `div.footnote`, `a.footnote-ref`,
`a.footnote-backref`; `img.dekorativ`; `code.language-…`. See docs/decisions/0003-strict-reading-before-pelican.md.
"""

from .abbreviating import abbreviated
from .parting import corrections, with_call, without_corrections
from .portable import portable
from .rendering import render
from .rules import RULES
from .texts import excerpt, plain
from .zoning import header_zones, text_zone, zones

__all__ = [
    "RULES",
    "abbreviated",
    "corrections",
    "excerpt",
    "header_zones",
    "plain",
    "portable",
    "render",
    "text_zone",
    "with_call",
    "without_corrections",
    "zones",
]
