"""The evidence pages of the preview: why a post has its areas, at /hvorfor/ and /hvorfor/<post>/.

Everything on them comes from `viden.tagging`, as `suggest` prints it; only the
preview serves them, so no built or published site holds what the tagger thought.
"""

from .pages import ADDRESS, STYLE_ADDRESS, Evidence, address_for

__all__ = ["ADDRESS", "STYLE_ADDRESS", "Evidence", "address_for"]
