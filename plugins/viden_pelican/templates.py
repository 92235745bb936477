"""Which templates are ours, and the names each of them may use.

A template of ours asks for a short declared list of names; only these are
handed over, so what a page depends on is known. See
docs/decisions/0006-declared-names.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from viden import bodies, dates
from viden.pages import TEMPLATE_NAMES

FILTERS: Mapping[str, Callable[..., str]] = {
    "long_date": dates.long_date,
    "short_date": dates.short_date,
    "plain_date": dates.plain_date,
    "date_first": dates.date_first,
    "clock": dates.clock,
    "iso": dates.iso,
    "month_name": dates.month_name,
    "corrections": bodies.corrections,
    "without_corrections": bodies.without_corrections,
    "with_call": bodies.with_call,
}
"""What our templates may apply beside Jinja's own filters: pure functions of their argument."""


def is_our_theme(settings: Mapping[str, Any]) -> bool:
    """Whether the theme in use is the one of this project, whose templates declare their names."""
    project: str = settings.get("VIDEN_PROJECT", "")
    return bool(project) and Path(settings["THEME"]).resolve() == Path(project, "theme").resolve()


def declared(template: str | None) -> tuple[str, ...] | None:
    """Return the names that a template of ours may use, or None where it is not ours."""
    return TEMPLATE_NAMES.get(template or "")
