"""An answer to a query: hits, counts and what to say, from any place that has the index.

The local index and the tests ask here; the browser's engine does the same in
JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from ..language import key, tokens
from .excerpts import Mark, Marked, excerpt, mark_of, marked, met, opening
from .facets import Count, Facets, Filters, allowed, counts
from .indexing import terms
from .lexicon import Lexicon
from .querying import Understood, understand
from .scorer import Concept, Postings, Score, Term, idf, importance, score
from .wording import form_of, parse

MOST_PHRASE_CANDIDATES = 200
"""Articles whose text is read for a quoted phrase, best first."""


MOST_POINTERS = 3
"""Pointers shown below a hit, chosen: more would hide the next hit on a phone."""


@dataclass(frozen=True, slots=True)
class Article:
    """What is stored of an article."""

    id: str
    path: str
    url: str
    title: str
    date: datetime
    kind: str
    authors: tuple[str, ...]
    publisher: str
    series: str
    work_areas: tuple[str, ...]
    competence_areas: tuple[str, ...]
    passages: tuple[str, ...]
    text: str
    pointers: tuple[tuple[str, str, str], ...] = ()
    """As a document has them."""


class Store(Protocol):
    """Where an index lies."""

    @property
    def articles(self) -> int: ...
    @property
    def words(self) -> Lexicon: ...
    @property
    def facets(self) -> Facets: ...
    def postings(self, terms: Iterable[Term]) -> Postings:
        """Return the postings of those terms that the index has."""
        ...

    def article(self, number: int) -> Article: ...
    def date(self, number: int) -> date: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation: what an alternative of a word added."""

    word: str
    kind: str
    term: str
    weight: float
    frequency: int
    idf: float
    impact: int
    value: float


@dataclass(frozen=True, slots=True)
class PointerHit:
    """A pointer of the hit's post that answers the query itself."""

    url: str
    """With the pointer's anchor."""
    heading: Marked


@dataclass(frozen=True, slots=True)
class Hit:
    article: Article
    score: float
    is_near: bool
    title: Marked
    snippet: Marked
    reasons: tuple[Reason, ...] = ()
    pointers: tuple[PointerHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    query: str
    total: int
    did_you_mean: str
    unknown: tuple[str, ...]
    near: tuple[str, ...]
    """The site's words that look most like the unknown ones."""
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Count, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a search is to keep to."""

    limit: int = 10
    filters: Filters | None = None
    since: date | None = None
    explain: bool = False


def answer(store: Store, query: str, wish: Wish = Wish()) -> Answer:
    """Return the best hits: by score, then the newer, then the greater id.

    A query without words lists, newest first, what the filters let through;
    without filters too it has no hits.
    """
    passing = allowed(store.facets, wish.filters or {})
    asked = understand(parse(query), store.words)
    postings = store.postings(t for c in (*asked.concepts, *asked.required, *asked.excluded) for t, _ in c.alternatives)
    is_blank = not (asked.concepts or asked.required or asked.unknown)
    scores = _listed(store, passing) if is_blank else _found(store, asked, postings)
    if wish.since:
        scores = tuple(s for s in scores if store.date(s.article) >= wish.since)
    matched = frozenset(s.article for s in scores)
    kept = matched.intersection(*passing.values())
    best = sorted((s for s in scores if s.article in kept), key=lambda s: (-s.value, -s.article))
    marks = _marks(asked, postings, store.words)
    hits = tuple(_hit(store, s, marks, asked, postings, wish.explain) for s in best[: max(0, wish.limit)])
    return Answer(
        query, len(kept), asked.did_you_mean, asked.unknown, asked.near, hits, counts(store.facets, matched, passing)
    )


def _listed(store: Store, passing: Mapping[str, frozenset[int]]) -> tuple[Score, ...]:
    return tuple(Score(n, 0.0, False) for n in range(store.articles)) if passing else ()


def _found(store: Store, asked: Understood, postings: Postings) -> tuple[Score, ...]:
    scores = score((*asked.concepts, *asked.required), postings, store.articles)
    needed = [_meeting(concept, postings) for concept in asked.required]
    banned = frozenset().union(*(_meeting(concept, postings) for concept in asked.excluded))
    scores = tuple(s for s in scores if s.article not in banned and all(s.article in n for n in needed))
    if not any(len(phrase) > 1 for phrase in asked.phrases):
        return scores
    best = sorted(scores, key=lambda s: (-s.value, -s.article))[:MOST_PHRASE_CANDIDATES]
    return tuple(s for s in best if holds_phrases(store.article(s.article), asked.phrases))


def _meeting(concept: Concept, postings: Postings) -> frozenset[int]:
    return frozenset(number for term, _ in concept.alternatives for number, _ in postings.get(term, ()))


def holds_phrases(article: Article, phrases: Iterable[Sequence[str]]) -> bool:
    """Whether each phrase stands in the title or the text, word by word."""
    rows = [_keys(article.title), *(_keys(line) for line in article.text.split("\n"))]
    return all(any(_holds(row, tuple(phrase)) for row in rows) for phrase in phrases)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key(form_of(token.text)) for token in tokens(text))


def _holds(row: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(row[i : i + len(phrase)] == phrase for i in range(len(row) - len(phrase) + 1))


def _marks(asked: Understood, postings: Postings, words: Lexicon) -> Callable[[str], Mark | None]:
    wanted: dict[Term, frozenset[int]] = {}
    for number, concept in enumerate((*asked.concepts, *asked.required)):
        for term, _ in concept.alternatives:
            if term in postings:
                wanted[term] = wanted.get(term, frozenset()) | {number}

    def mark(form: str) -> Mark | None:
        entry = words.by_form.get(form)
        return mark_of(form, terms(entry), wanted) if entry else None

    return mark


def _hit(
    store: Store,
    found: Score,
    marks: Callable[[str], Mark | None],
    asked: Understood,
    postings: Postings,
    explain: bool,
) -> Hit:
    article = store.article(found.article)
    snippet = excerpt(article.passages, marks) or excerpt(article.text.split("\n"), marks)
    reasons = _reasons(asked, postings, found.article, store.articles) if explain else ()
    shown = snippet or opening(article.passages)
    title = marked(article.title, marks)
    return Hit(article, found.value, found.is_near, title, shown, reasons, _pointers(article, marks))


def _pointers(article: Article, marks: Callable[[str], Mark | None]) -> tuple[PointerHit, ...]:
    """Return the pointers that answer most words of the query, at most three, equal ones by number."""
    rows = [(met(f"{heading} {text}", marks), anchor, heading) for anchor, heading, text in article.pointers]
    best = sorted((row for row in rows if row[0]), key=lambda row: -row[0])[:MOST_POINTERS]
    return tuple(PointerHit(f"{article.url}#{anchor}", marked(heading, marks)) for _, anchor, heading in best)


def _reasons(asked: Understood, postings: Postings, number: int, articles: int) -> tuple[Reason, ...]:
    found = []
    for concept in (*asked.concepts, *asked.required):
        most = importance(concept, postings, articles)
        for (kind, text), weight in concept.alternatives:
            rows = dict(postings.get((kind, text), ()))
            if number in rows:
                telling, strength = min(most, idf(len(rows), articles)), rows[number]
                value = telling * weight * strength / 15
                found.append(Reason(concept.word, kind, text, weight, len(rows), telling, strength, value))
    return tuple(sorted(found, key=lambda r: (-r.value, r.word, r.kind, r.term)))
