"""Images: width and height, a picture without anything that its maker did not mean to publish, and in several widths.

Bytes in, bytes out; Pillow opens the three formats that we publish and no other.
"""

from .cards import card
from .cleaning import clean, publishable
from .embedding import embedded
from .opening import EXTENSIONS, RULES, ImageFault, extension, problems, size
from .scaling import picture, recipe, scaled, wanted

__all__ = [
    "EXTENSIONS",
    "RULES",
    "ImageFault",
    "card",
    "clean",
    "embedded",
    "extension",
    "picture",
    "problems",
    "publishable",
    "recipe",
    "scaled",
    "size",
    "wanted",
]
