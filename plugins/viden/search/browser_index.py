"""The reader's index: small text files below `soeg/indeks/`, of which a query fetches a few.

`toc.json` alone has a fixed name, and `licens.txt`, which says whose dictionary
the forms were found with; every other file is named by its bytes, so it may be
kept for ever. `toc.json` is the file that says what there is:

    format, language    versions
    articles            how many; an article's number is its place by date and id
    blocks              names of files of BLOCK articles each, in that order
    facets              facet → name of its file
    words, postings     [first key, name] of each shard, ascending
    spellings           first letter of a key → name of the list of words that a slip may mean
    stop                keys of stop words

Keys are coarse keys (`language.loose_key`) and sort as JavaScript strings do.
Names stand without their ending: words, postings, spellings and texts are `.txt`,
blocks and facets `.json`. A line of `words` is written by `lexicon.as_line`; a
line of `postings` holds term, kind, the forms that carry it and its postings,
apart by tabs. Nothing is
stored compressed: the host does that, and zlib's bytes differ by version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..language import VERSION, loose_key
from ..language.stopwords import STOP_WORDS
from ..model import KINDS, Artefact, Registers
from .documents import Document
from .facets import facets
from .indexing import Index, Row, index
from .lexicon import as_line, script_order
from .writing import Shard, gaps, name_of, postings, shards

FOLDER = "soeg/indeks/"
TOC = "toc.json"
NOTICE = "licens.txt"
_NOTICE = """\
Ordene i dette indeks er sitets egne. Deres grundformer og led er fundet med ordbogen Stavekontrolden 2.8.034,
copyright Foreningen for frit tilgængelige sprogværktøjer, stavekontrolden.dk, som bygger på data fra Det Danske
Sprog- og Litteraturselskab, dsl.dk. Ordbogen bruges under Mozilla Public License 1.1, mozilla.org/MPL/1.1.
"""
"""Lies beside the index, for the dictionary is in it; nothing fetches it."""
FORMAT = 1
BLOCK = 6
"""Articles in one block."""

Keep = Callable[[str, str], str]
"""Takes a file's text and ending, keeps it, gives its name without the ending."""


def browser_index(documents: Iterable[Document], registers: Registers) -> tuple[Artefact, ...]:
    """Return the files of the reader's index, by path; the same documents give the same bytes."""
    made = index(documents)
    files: dict[str, bytes] = {}

    def keep(text: str, extension: str) -> str:
        data = text.encode("utf-8")
        name = name_of(data)
        files[f"{name}.{extension}"] = data
        return name

    toc = {
        "format": FORMAT,
        "language": VERSION,
        "articles": len(made.documents),
        "size": BLOCK,
        "blocks": _blocks(made.documents, registers, keep),
        "facets": _facets(made.documents, registers, keep),
        "words": _kept(shards(made.words.entries, lambda e: loose_key(e.form), as_line), keep),
        "postings": _kept(shards(made.rows, lambda r: loose_key(r.term[1]), _posting_line), keep),
        "spellings": _spellings(made, keep),
        "stop": sorted(STOP_WORDS),
    }
    files[TOC] = _json(toc).encode("utf-8")
    files[NOTICE] = _NOTICE.encode("utf-8")
    return tuple(Artefact(FOLDER + name, data) for name, data in sorted(files.items()))


def _kept(made: Iterable[Shard], keep: Keep) -> list[list[str]]:
    return [[shard.first, keep(shard.text, "txt")] for shard in made]


def _posting_line(row: Row, before: Row | None) -> str:
    kind, text = row.term
    return "\t".join(
        (text, kind, "|".join("=" if form == text else form for form in row.forms), postings(row.postings))
    )


def _spellings(made: Index, keep: Keep) -> dict[str, str]:
    """Return the lists of words that are long enough to be meant, each with its frequency behind it."""
    rows = sorted(made.words.spellings.items(), key=lambda row: script_order(row[0]))
    return {letter: keep("".join(f"{e.form}\t{e.frequency}\n" for e in found), "txt") for letter, found in rows}


def _blocks(documents: Sequence[Document], registers: Registers, keep: Keep) -> list[str]:
    stored = [_stored(document, registers, keep) for document in documents]
    return [keep(_json(stored[i : i + BLOCK]), "json") for i in range(0, len(stored), BLOCK)]


def _stored(document: Document, registers: Registers, keep: Keep) -> dict[str, Any]:
    """Return what a hit shows. The whole text lies in a file of its own, for phrases and better excerpts."""
    kind = next((k.singular for k in KINDS if k.id == document.kind), document.kind)
    publisher = registers.publisher(document.publisher)
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "date": document.date.date().isoformat(),
        "kind": document.kind,
        "kindLabel": kind,
        "authors": [a.label for a in document.authors],
        "publisher": publisher.name if publisher else "",
        "series": document.series,
        "workAreas": list(document.work_areas),
        "competenceAreas": list(document.competence_areas),
        "passages": list(document.passages),
        **({"pointers": [list(row) for row in document.pointers]} if document.pointers else {}),
        "text": keep(document.text + "\n", "txt"),
    }


def _facets(documents: Sequence[Document], registers: Registers, keep: Keep) -> dict[str, str]:
    return {
        name: keep(_json([[v.value, v.label, gaps(v.articles)] for v in values]), "json")
        for name, values in facets(documents, registers).items()
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
