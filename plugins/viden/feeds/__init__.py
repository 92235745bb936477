"""Everything one can subscribe to: RSS 2.0, Atom 1.0 and JSON Feed 1.1, and the list of them in OPML.

    facts, portable body → Entry → Item (bytes per format, made once) → documents, by joining

feedgen builds entries and heads behind subclasses that mend its faults
(`corrected.py`). Which posts exist and where they lie is decided elsewhere;
this room only shows. See docs/decisions/0016-feedgen-behind-a-subclass.md.
"""

from .archives import LIMIT
from .channels import channels, channels_with_posts
from .current import feed_files, feeds
from .newsletters import newsletters

__all__ = ["LIMIT", "channels", "channels_with_posts", "feed_files", "feeds", "newsletters"]
