"""Tagging: which competence areas and work areas a post is about, as a sum with evidence.

The tagger proposes, the editor decides; only the sure tier is applied without
an editor. Tags depend on one post and the vocabulary, never on other posts. See
docs/decisions/0013-tags-are-sums-one-can-check.md.
"""

from __future__ import annotations

from .archive import Text
from .compiling import compile
from .deciding import chosen, decide
from .doubts import doubts
from .explaining import Counterfactual
from .judging import Judgement, Other, Ranked, judge, ranking, tags
from .keeping import kept
from .scores import SUGGESTION, SURE, ZONE_WEIGHTS, sure_limit
from .suggestions import TIER_NAMES, ZONE_NAMES, by_uncertainty, loss_text, margin, suggestions_json, suggestions_text
from .vocabulary import Entry, Vocabulary, as_json, from_json

__all__ = [
    "SUGGESTION",
    "SURE",
    "TIER_NAMES",
    "ZONE_NAMES",
    "ZONE_WEIGHTS",
    "Counterfactual",
    "Entry",
    "Judgement",
    "Other",
    "Ranked",
    "Text",
    "Vocabulary",
    "as_json",
    "by_uncertainty",
    "chosen",
    "compile",
    "decide",
    "doubts",
    "from_json",
    "judge",
    "kept",
    "loss_text",
    "margin",
    "ranking",
    "suggestions_json",
    "suggestions_text",
    "sure_limit",
    "tags",
]
