"""The bridge: Pelican builds, our core thinks, and here they meet.

`VidenSite` is the class that `PELICAN_CLASS` names. Whatever knows both
Pelican's objects and our values stands in this package and nowhere else.
See docs/decisions/0002-pelican-schedules-we-rebuild.md.
"""

__all__ = ["site_class"]


def site_class() -> type:
    """Return `VidenSite`, importing Pelican first now."""
    from .site import VidenSite

    return VidenSite
