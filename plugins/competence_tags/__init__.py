"""Pelican plugin: each article gets its competence areas and work areas, with evidence.

    PLUGINS = ["competence_tags"]

After it, an article has `viden_tags` (all proposals with evidence), and
`competence_areas` and `work_areas`: the ids that count, which are the author's
own or else the tagger's sure ones. The vocabulary is read from
`content/data/kompetenceomraader.yaml` and `arbejdsomraader.yaml`; a site
without them gets the ones that come with the package.
"""

from __future__ import annotations

from typing import Any

from pelican.plugins import signals
from viden.model import COMPETENCE, WORK
from viden.tagging import chosen
from viden_pelican.articles import tags_of


def tag_articles(generator: Any) -> None:
    """Receiver of `article_generator_pretaxonomy`: tag before Pelican makes its lists."""
    for article in generator.articles:
        article.viden_tags = tags_of(article)
        article.competence_areas = chosen(article.viden_tags, COMPETENCE)
        article.work_areas = chosen(article.viden_tags, WORK)


def register() -> None:
    signals.article_generator_pretaxonomy.connect(tag_articles)
