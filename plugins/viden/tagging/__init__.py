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
from .judging import Judgement, Ranked, judge, ranking, tags
from .scores import SUGGESTION, SURE, ZONE_WEIGHTS
from .suggestions import suggestions_json, suggestions_text
from .vocabulary import Entry, Vocabulary, as_json, from_json

__all__ = [
    "SUGGESTION",
    "SURE",
    "ZONE_WEIGHTS",
    "Counterfactual",
    "Entry",
    "Judgement",
    "Ranked",
    "Text",
    "Vocabulary",
    "as_json",
    "chosen",
    "compile",
    "decide",
    "doubts",
    "from_json",
    "judge",
    "ranking",
    "suggestions_json",
    "suggestions_text",
    "tags",
]
