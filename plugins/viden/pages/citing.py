"""How a post is cited: a Danish line for readers, BibTeX and RIS for their reference programs.

BibTeX as biblatex reads it (`@online`, UTF-8); RIS after the tags that Zotero,
EndNote and Mendeley read. Neither says when the reader saw the page: the
program that fetches the file knows that, and the build does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .. import addresses
from ..dates import COPENHAGEN, plain_date
from ..model import Artefact, Facts, Library, Registers
from .texts import together

LANGUAGES: Mapping[str, str] = {
    "da": "danish", "en": "english", "de": "german", "fr": "french", "nb": "norsk", "no": "norsk", "sv": "swedish",
}  # fmt: skip
"""Code of a language → its name in biblatex; others are left out."""
PARTICLES = frozenset(("af", "da", "de", "della", "den", "der", "di", "du", "la", "le", "van", "von", "zu"))
"""Lower-case words that belong to the family name after them."""
TEX: Mapping[int, str] = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # an escaped brace would still count when BibTeX looks for the end of the field
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
PARTED = re.compile(r",|\band\b", re.IGNORECASE)
"""What BibTeX would take for the end of a name or of a part of it."""


@dataclass(frozen=True, slots=True)
class Name:
    """Who wrote: a person in two parts, or an organisation, which has no given name."""

    family: str
    given: str = ""

    @property
    def in_order(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Citation:
    """All that a reference to a post holds, but for its absolute address. Each text is one line."""

    id: str
    kind: str
    authors: tuple[Name, ...]
    """At least one: a post without a person is its publisher's."""
    title: str
    day: date
    site: str
    lang: str

    @property
    def line(self) -> str:
        """The reference without its address: `Ida Skov (16. november 2026): »Om broen«. Videnstafet.`"""
        names = together([name.in_order for name in self.authors])
        title = self.title.replace("»", "›").replace("«", "‹")
        return f"{names} ({plain_date(self.day)}): »{title}«. {self.site}."


def citation(facts: Facts, registers: Registers) -> Citation:
    """Return how the post is cited."""
    publisher = registers.publisher(facts.publisher)
    sender = Name(_one_line(publisher.name if publisher else registers.site.name))
    return Citation(
        id=facts.id,
        kind=facts.kind,
        authors=tuple(name(author.name) for author in facts.authors) or (sender,),
        title=_one_line(facts.title),
        day=facts.published.astimezone(COPENHAGEN).date(),
        site=_one_line(registers.site.name),
        lang=facts.lang,
    )


def name(written: str) -> Name:
    """Return a person's name in its parts: the last word, and particles before it, are the family's."""
    words = _one_line(written).split(" ")
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def bibtex(cited: Citation, address: str) -> str:
    """Return the entry as a file of its own; `address` is absolute."""
    rows = {
        "author": " and ".join(_tex_name(author) for author in cited.authors),
        "title": f"{{{cited.title.translate(TEX)}}}",  # braced twice: a style may not take capitals away
        "date": cited.day.isoformat(),
        "year": str(cited.day.year),  # for programs older than biblatex
        "organization": cited.site.translate(TEX),
        "url": address.replace("{", "%7B").replace("}", "%7D"),
        "langid": LANGUAGES.get(cited.lang, ""),
    }
    fields = "".join(f"  {key} = {{{value}}},\n" for key, value in rows.items() if value)
    return f"% Encoding: UTF-8\n@online{{{cited.id},\n{fields}}}\n"


def _tex_name(author: Name) -> str:
    if not author.given or PARTED.search(author.in_order):
        return f"{{{author.in_order.translate(TEX)}}}"
    return f"{author.family.translate(TEX)}, {author.given.translate(TEX)}"


def ris(cited: Citation, address: str) -> str:
    """Return the record with its line ends of two characters; `address` is absolute."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris_rows(cited, address))


def _ris_rows(cited: Citation, address: str) -> Iterator[tuple[str, str]]:
    yield "TY", "BLOG" if cited.kind == "blog" else "ELEC"
    for author in cited.authors:
        yield "AU", f"{author.family}, {author.given}" if author.given else author.family
    yield "TI", cited.title
    yield "T2", cited.site
    yield "PY", str(cited.day.year)
    yield "DA", f"{cited.day.isoformat().replace('-', '/')}/"
    yield "UR", address
    yield "LA", cited.lang
    yield "ER", ""


def citations(library: Library, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """Yield both files of each post; `absolute` gives an address of ours its host."""
    for facts in library.facts:
        cited, address = citation(facts, library.registers), absolute(facts.url)
        yield Artefact(addresses.citation_url(facts.slug, "bib"), bibtex(cited, address).encode("utf-8"))
        yield Artefact(addresses.citation_url(facts.slug, "ris"), ris(cited, address).encode("utf-8"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
