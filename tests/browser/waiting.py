"""Waiting for a page to come so far, asked from outside: the site's policy refuses the polling that Playwright does inside."""

from __future__ import annotations

from typing import Any

ANSWERED = "(status => status.textContent.trim() !== '' && status.dataset.tilstand !== 'soeger')(document.querySelector('#soegestatus'))"
"""The search page has said what it found, and no longer that it is looking."""


def until(page: Any, expression: str, tries: int = 400) -> None:
    """Return once the JavaScript expression is true; raise where it still is not after that many looks."""
    for _ in range(tries):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never true: {expression}")
