"""Which posts enter which edition of a newsletter.

An edition holds what one work area got in one ISO week. Weeks run from Monday
00:00 to the next Monday 00:00 in Copenhagen, so a week with a clock change is
167 or 169 hours long. How an edition looks is for `feeds` and `mail` to say.
"""

from .weekly import SECTIONS, weekly

__all__ = ["SECTIONS", "weekly"]
