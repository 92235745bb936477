"""The one door to the disk: read a tree once, write anew and rename, publish in one step.

A build writes a staging tree beside the live one; `settle` seals it with a
marker and a manifest, `swap` brings it into force, `recover` clears what a
killed build left. At every instant the live tree is the old site or the new
one, whole. See docs/decisions/0009-two-trees-and-a-swap.md.
"""

from .files import read_bytes, replace_bytes, write_if_changed
from .locking import lock
from .manifests import MANIFEST, MARK, MARKER, manifest
from .names import is_leftover
from .reading import SIZE_LIMIT_BYTES, read_tree
from .refusing import is_ours, refuse_output
from .settling import differences, flush, settle, staging_for
from .swapping import recover, swap

__all__ = [
    "MANIFEST",
    "MARK",
    "MARKER",
    "SIZE_LIMIT_BYTES",
    "differences",
    "flush",
    "is_leftover",
    "is_ours",
    "lock",
    "manifest",
    "read_bytes",
    "read_tree",
    "recover",
    "refuse_output",
    "replace_bytes",
    "settle",
    "staging_for",
    "swap",
    "write_if_changed",
]
