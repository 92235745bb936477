"""Images: width and height, and a picture without anything that its maker did not mean to publish.

Bytes in, bytes out; Pillow opens the three formats that we publish and no other.
"""

from .cleaning import clean, publishable
from .opening import EXTENSIONS, RULES, ImageFault, problems, size

__all__ = ["EXTENSIONS", "RULES", "ImageFault", "clean", "problems", "publishable", "size"]
