"""The style page of the preview: every part of the theme on one page, at /stilguide/.

A little site of samples (`theme/stilguide/`) is built by the real program, and
the parts are cut out of its pages. So the style page cannot differ from what
readers get, and is in no site that is built or published. See
docs/decisions/0028-the-style-page-is-cut-from-a-site.md.
"""

from .guide import ADDRESS, STYLE_ADDRESS, Guide

__all__ = ["ADDRESS", "STYLE_ADDRESS", "Guide"]
