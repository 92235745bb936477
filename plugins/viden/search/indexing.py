"""From documents to an index: which terms stand in which article, and how strongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..language import filled, tokens
from .documents import FIELDS, Document
from .lexicon import Entry, Lexicon, order
from .scorer import EXACT, LEMMA, PART, STEM, Lengths, Term, impact, mean_lengths
from .wording import form_of
from .wordmap import lexicon

Postings = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A term of the index."""

    term: Term
    forms: tuple[str, ...]
    """The site's forms that carry it, for marking hits; none where the term is the form itself."""
    postings: Postings
    """(article number, impact 1 to 15), ascending."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that both engines are written from."""

    documents: tuple[Document, ...]
    """An article's number is its place here."""
    words: Lexicon
    rows: tuple[Row, ...]
    """By coarse key, text, kind."""
    lengths: Lengths


def index(documents: Iterable[Document]) -> Index:
    """Return the index of the documents, in the order given."""
    articles = tuple(documents)
    counted = [tuple(Counter(_forms(text)) for text in d.fields) for d in articles]
    used: Counter[str] = Counter(form for fields in counted for form in set().union(*fields))
    words = lexicon(used)
    sizes = [tuple(f.total() for f in fields) for fields in counted]
    means = mean_lengths(sizes)
    postings: dict[Term, list[tuple[int, int]]] = {}
    for number, fields in enumerate(counted):
        for term, frequencies in _frequencies(fields, words).items():
            postings.setdefault(term, []).append((number, impact(frequencies, sizes[number], means)))
    carriers = _carriers(words)
    rows = (Row(term, tuple(carriers.get(term, ())), tuple(found)) for term, found in postings.items())
    return Index(articles, words, tuple(sorted(rows, key=lambda r: (*order(r.term[1]), r.term[0]))), means)


def terms(entry: Entry) -> Iterator[Term]:
    """Yield the index terms of a form, each once; a stop word has only itself."""
    yield EXACT, entry.form
    yield from ((LEMMA, lemma) for lemma in entry.lemmas)
    yield from ((PART, part) for part in dict.fromkeys(entry.parts))
    if entry.stem:
        yield STEM, entry.stem


def _forms(text: str) -> Iterator[str]:
    """Yield the forms of a text: each word, and the word that a cut one stands for."""
    for token in tokens(text):
        if form := form_of(token.text):
            yield form
        if token.partner and (whole := filled(token.text, token.partner)):
            yield form_of(whole)


def _frequencies(fields: tuple[Counter[str], ...], words: Lexicon) -> dict[Term, list[int]]:
    """Return how often each term stands in each field of one article."""
    found: dict[Term, list[int]] = {}
    for place, counter in enumerate(fields):
        for form, count in counter.items():
            for term in terms(words.by_form[form]):
                found.setdefault(term, [0] * len(FIELDS))[place] += count
    return found


def _carriers(words: Lexicon) -> dict[Term, list[str]]:
    """Return the site's forms that carry each term other than themselves."""
    found: dict[Term, list[str]] = {}
    for entry in words.entries:
        if entry.frequency:
            for term in terms(entry):
                if term[0] != EXACT:
                    found.setdefault(term, []).append(entry.form)
    return found
