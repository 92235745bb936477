"""A text and where it leads: the smallest part of every page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the address it leads to, from the site's root or absolute."""

    text: str
    url: str
