"""Visits: how many read each post in a month, counted from the web server's log, so that no reader is followed.

Addresses are hashed with a salt that the caller throws away; what is kept is
an id and a number. See docs/decisions/0022-most-read-from-the-log.md.
"""

from .counting import FLOOR, most_read, written
from .lines import Line, parse

__all__ = ["FLOOR", "Line", "most_read", "parse", "written"]
