"""Attachments: what a file beside the posts is, how large, who it says has written it, and whether a screen reader can follow it.

Bytes in, values out; nothing of a file is run, unpacked to disk or shown.
See docs/decisions/0026-attachments-are-named-in-words.md.
"""

from .judging import problems
from .kinds import KINDS, attachment, size_in_words
from .labelling import labelled

__all__ = ["KINDS", "attachment", "labelled", "problems", "size_in_words"]
