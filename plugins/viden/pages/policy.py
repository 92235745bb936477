"""What a browser is told to allow: one table for the meta tag of every page and for the headers of every host.

See docs/decisions/0020-one-table-of-headers.md.
"""

from __future__ import annotations

DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
    ("frame-ancestors", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "'none'"),
)
"""Content Security Policy level 3: only the site's own files, no inline code, no foreign frame round it."""
HEADER_ONLY = ("frame-ancestors",)
"""What a meta tag may not carry (CSP 3, section 3.3)."""

POLICY = "; ".join(f"{name} {value}" for name, value in DIRECTIVES)
META_POLICY = "; ".join(f"{name} {value}" for name, value in DIRECTIVES if name not in HEADER_ONLY)

HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
"""Sent with every answer, also with 404."""
