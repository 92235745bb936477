"""Pages: which posts exist, what others may show of them, and a view for every page.

One function decides what is published, one library holds it in one order, and
all pages are views of that library. See docs/decisions/0005-one-library-and-its-facts.md.
"""

from .abbreviations import referring
from .assets import bundle, linked, versioned
from .cards import Card, list_cards, post_card
from .every import all_views, front_view
from .facts import facts
from .frame import Assets, Frame, frame
from .hosting import TYPES
from .library import library
from .links import Link
from .lists import topic_urls
from .machines import machine_files
from .names import TEMPLATE_NAMES
from .pictures import files_shown
from .published import is_published
from .shown import shown_page, shown_posts
from .views import PageView, Shown, View

__all__ = [
    "TEMPLATE_NAMES",
    "TYPES",
    "Assets",
    "Card",
    "Frame",
    "Link",
    "PageView",
    "Shown",
    "View",
    "all_views",
    "bundle",
    "facts",
    "files_shown",
    "frame",
    "front_view",
    "is_published",
    "library",
    "linked",
    "list_cards",
    "machine_files",
    "post_card",
    "referring",
    "shown_page",
    "shown_posts",
    "topic_urls",
    "versioned",
]
