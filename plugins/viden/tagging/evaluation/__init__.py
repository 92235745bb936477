"""Evaluation: how well the tagger does on texts that people have judged.

    gold file → rows, with every fault at its line
    rows + what the tagger gave → measures → a report: Danish text, JSON, and the level that CI holds

Nothing here is loaded by a build. See docs/decisions/0034-the-tagger-is-measured-on-judged-texts.md.
"""

from __future__ import annotations

from .gold import PARTS, RULES, Row, read
from .level import Fall, falls, level_json, moved, note
from .measures import Case, Figures, figures
from .report import Report, report, report_json
from .text import report_text

__all__ = [
    "PARTS",
    "RULES",
    "Case",
    "Fall",
    "Figures",
    "Report",
    "Row",
    "falls",
    "figures",
    "level_json",
    "moved",
    "note",
    "read",
    "report",
    "report_json",
    "report_text",
]
