"""What stands above a post's body: one strict reader, one table of keys, one way to write it.

Both forms of header become the same fields with places; fields become a typed
`Post` with its words resolved against the registers. Nothing reaches Pelican
that this room has not accepted. See
docs/decisions/0003-strict-reading-before-pelican.md.
"""

from .areas import KEYS as AREA_KEYS
from .areas import named as area_named
from .characters import decode
from .decisions import Decided, accept, reject
from .keys import KEYS, STATUSES, Key, key_of, nearest_key
from .posts import post, status_of
from .reading import parse
from .writing import fix, with_field, write

__all__ = [
    "AREA_KEYS",
    "KEYS",
    "STATUSES",
    "Decided",
    "Key",
    "accept",
    "area_named",
    "decode",
    "fix",
    "key_of",
    "nearest_key",
    "parse",
    "post",
    "reject",
    "status_of",
    "with_field",
    "write",
]
