"""The registers under `data/`: strict YAML tables to typed records.

Unknown and doubled keys, wrong types, doubled ids and dangling references are
problems with a place and the nearest right word. Areas are registers like the
others; what makes them tag is the business of `tagging`.
"""

from .boxes import made_boxes
from .loading import load
from .schemas import BOX_KINDS, BYLINES, RHYTHMS, SECTIONS

__all__ = ["BOX_KINDS", "BYLINES", "RHYTHMS", "SECTIONS", "load", "made_boxes"]
