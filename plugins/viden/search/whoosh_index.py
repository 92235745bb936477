"""The local index in Whoosh's format; the only module that knows Whoosh.

Whoosh stores and finds, the shared scorer ranks: each posting carries its
impact as weight, so that browser and shell give the same numbers. Whoosh runs
over files held in memory; it opens none itself.

A Whoosh index is made of pickles, and a pickle can run code. So the schema is
handed in, what we store is JSON, and the rest goes through an unpickler that
can name a handful of harmless things (`_Guard`). Written for whoosh 2.7.4.
"""

from __future__ import annotations

import io
import json
import pickle
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from functools import cached_property
from typing import Any

with warnings.catch_warnings():
    # Whoosh 2.7.4 has regular expressions that newer Pythons warn about while compiling them.
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import columns, fields, formats
    from whoosh.codec import whoosh3
    from whoosh.filedb.filestore import RamStorage
    from whoosh.filedb.structfile import BufferFile
    from whoosh.index import FileIndex

from ..errors import InternalError
from ..model import Registers
from .answers import Article
from .documents import Document
from .facets import Facets, Value, facets
from .indexing import Index
from .lexicon import Lexicon, as_lines, from_lines
from .scorer import EXACT, LEMMA, PART, STEM, Postings, Term

FORMAT = "2"
"""Of the files as a whole; a new number makes old indexes be built again."""
KINDS = {EXACT: "exact", LEMMA: "lemma", PART: "part", STEM: "stem"}
"""Kind of term → Whoosh field."""
STORED = "article"
WORDS_FILE = "words.txt"
SITE_FILE = "site.json"
_PREFIX = "whoosh/"
_MEMORY_MB = 512
"""Whoosh writes no interim files below this."""

FAULTS = (Exception,)
"""What reading a broken or planted index raises: Whoosh itself raises bare `Exception`, and whatever chance bytes lead to."""


class Unusable(InternalError):
    """The index is broken, old or not ours; it is to be built again."""


class _Guard(pickle.Unpickler):
    """Reads plain values and the few classes of Whoosh's own segment list, and nothing else."""

    ALLOWED = frozenset(
        (
            ("whoosh.codec.whoosh3", "W3Segment"),
            ("whoosh.codec.whoosh3", "W3Codec"),
            ("array", "_array_reconstructor"),
            ("array", "array"),
            ("builtins", "set"),
            ("builtins", "int"),
            ("collections", "defaultdict"),
        )
    )

    def find_class(self, module: str, name: str) -> Any:
        # Protocol 2 writes the module's name as Python 2 had it.
        module = "builtins" if module == "__builtin__" else module
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a search index")
        return super().find_class(module, name)


def _loads(data: bytes) -> Any:
    return _Guard(io.BytesIO(data)).load()


# Whoosh reads posting blocks by a function of its own module. What it reads there is plain, for any index of this
# format, so that other users of the library lose nothing. `test_guard` tells when a new version reads otherwise.
whoosh3.loads = _loads


class _GuardedFile(BufferFile):  # type: ignore[misc]
    def read_pickle(self) -> Any:
        return _Guard(self.file).load()

    def subset(self, position: int, length: int, name: str | None = None) -> _GuardedFile:
        return _GuardedFile(self.get(position, length), name=name or self._name)


class _Memory(RamStorage):  # type: ignore[misc]
    """Files in memory, read through the guard."""

    def open_file(self, name: str, **options: Any) -> _GuardedFile:
        if name not in self.files:
            raise NameError(name)
        return _GuardedFile(memoryview(self.files[name]), name=name, **options)

    def temp_storage(self, name: str | None = None) -> _Memory:
        return _Memory()


class _Impacts(formats.Existence):  # type: ignore[misc]
    """A posting without payload, whose weight is the impact."""

    def word_values(self, value: str, analyzer: Any, **options: Any) -> Iterator[tuple[str, int, float, bytes]]:
        for line in value.split("\n"):
            impact, _, text = line.partition("\t")
            yield text, 1, float(impact), b""


def _schema() -> fields.Schema:
    terms = {name: fields.FieldType(_Impacts(), None) for name in KINDS.values()}
    return fields.Schema(**terms, **{STORED: fields.COLUMN(columns.CompressedBytesColumn())})


def build(index: Index, registers: Registers) -> dict[str, bytes]:
    """Return the files of the local index, by name."""
    memory = _Memory()
    schema = _schema()
    writer = FileIndex.create(memory, schema, "MAIN").writer(limitmb=_MEMORY_MB)
    for document, texts in zip(index.documents, _texts(index)):
        writer.add_document(**texts, **{STORED: _json(_stored(document))})
    writer.commit()
    files = {_PREFIX + name: bytes(data) for name, data in memory.files.items() if not name.endswith("LOCK")}
    files[WORDS_FILE] = as_lines(index.words.entries).encode()
    files[SITE_FILE] = _json(_site(index, registers))
    return files


def _texts(index: Index) -> list[dict[str, str]]:
    """Return, for each article, its terms as `_Impacts` reads them, by field."""
    found: list[dict[str, list[str]]] = [{} for _ in index.documents]
    for row in index.rows:
        kind, text = row.term
        for number, impact in row.postings:
            found[number].setdefault(KINDS[kind], []).append(f"{impact}\t{text}")
    return [{name: "\n".join(lines) for name, lines in texts.items()} for texts in found]


def _stored(document: Document) -> dict[str, Any]:
    article = Article(
        id=document.id,
        path=document.path,
        url=document.url,
        title=document.title,
        date=document.date,
        kind=document.kind,
        authors=tuple(a.label for a in document.authors),
        publisher=document.publisher,
        series=document.series,
        work_areas=document.work_areas,
        competence_areas=document.competence_areas,
        passages=document.passages,
        text=document.text,
        pointers=document.pointers,
    )
    return asdict(article) | {"date": document.date.isoformat()}


def _site(index: Index, registers: Registers) -> dict[str, Any]:
    values = facets(index.documents, registers)
    return {
        "dates": [d.date.date().isoformat() for d in index.documents],
        "facets": {name: [[v.value, v.label, v.articles] for v in rows] for name, rows in values.items()},
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


class LocalStore:
    """The local index, opened: what `answers.answer` asks."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Open the files that `build` made; raises `Unusable` where they are something else."""
        try:
            memory = _Memory()
            memory.files = {n.removeprefix(_PREFIX): data for n, data in files.items() if n.startswith(_PREFIX)}
            self._reader = FileIndex(memory, schema=_schema(), indexname="MAIN").reader()
            self._files = files
            self._dates = tuple(date.fromisoformat(text) for text in self._site["dates"])
            if len(self._dates) != self._reader.doc_count_all():
                raise ValueError("the index and its list of articles differ")
            self._column = self._reader.column_reader(STORED) if self._dates else ()
        except FAULTS as fault:
            raise Unusable(str(fault)) from fault

    @property
    def articles(self) -> int:
        return len(self._dates)

    @cached_property
    def words(self) -> Lexicon:
        return from_lines(self._files[WORDS_FILE].decode())

    @cached_property
    def facets(self) -> Facets:
        rows = self._site["facets"].items()
        return {name: tuple(Value(v, label, tuple(numbers)) for v, label, numbers in found) for name, found in rows}

    @cached_property
    def _site(self) -> dict[str, Any]:
        site: dict[str, Any] = json.loads(self._files[SITE_FILE])
        return site

    def postings(self, terms: Iterable[Term]) -> Postings:
        """Return the postings of those terms that the index has; raises `Unusable` as `LocalStore` does."""
        try:
            found = {term: self._rows(KINDS[term[0]], term[1]) for term in terms}
        except FAULTS as fault:
            raise Unusable(str(fault)) from fault
        return {term: rows for term, rows in found.items() if rows}

    def _rows(self, field: str, text: str) -> tuple[tuple[int, int], ...]:
        if (field, text) not in self._reader:
            return ()
        matcher = self._reader.postings(field, text)
        found = []
        while matcher.is_active():
            found.append((matcher.id(), int(matcher.weight())))
            matcher.next()
        return tuple(found)

    def article(self, number: int) -> Article:
        try:
            stored = json.loads(self._column[number])
        except FAULTS as fault:
            raise Unusable(str(fault)) from fault
        values: dict[str, Any] = {n: tuple(value) if isinstance(value, list) else value for n, value in stored.items()}
        values["pointers"] = tuple(map(tuple, stored["pointers"]))
        values["date"] = datetime.fromisoformat(stored["date"])
        return Article(**values)

    def date(self, number: int) -> date:
        return self._dates[number]
