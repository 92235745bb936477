"""Rules over what the other rooms have read: links, images, clashes, privacy, law, and reasoned exceptions.

Pure functions of values: nothing is read or changed here. The table of all
rules stands in `rules.py`.
"""

from collections.abc import Iterable

from ..errors import ordered
from ..model import Library, Problem, Registers, Source, TaggedPost
from .content import Content
from .duplicates import check_duplicates
from .exceptions import excepted
from .files import check_files
from .law import check_law
from .links import check_links
from .pictures import check_pictures
from .privacy import check_privacy, masked
from .reading import check_reading
from .rules import EXCUSABLE, RULES
from .withdrawn import check_withdrawn

__all__ = ["EXCUSABLE", "RULES", "check", "check_privacy", "excepted", "masked"]


def check(
    sources: Iterable[Source],
    tagged: Iterable[TaggedPost],
    registers: Registers,
    library: Library,
    elsewhere: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Return every problem that concerns more than one header or one body, in order.

    `elsewhere` are addresses that other rooms know: of feeds, and of keywords' pages.
    Problems keep their severity in drafts; who knows the status softens.
    """
    content = Content(tuple(sources), tuple(tagged), registers, library, elsewhere)
    return ordered(
        [
            *check_files(content),
            *check_privacy(content.sources),
            *check_links(content),
            *check_pictures(content),
            *check_duplicates(content),
            *check_reading(content),
            *check_law(content),
            *check_withdrawn(content),
        ]
    )
