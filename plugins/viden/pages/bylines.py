"""The lines that say who wrote a post, who published it and when, letter by letter."""

from __future__ import annotations

from ..addresses import person_url, publisher_url
from ..dates import clock, date_first, long_date, short_date
from ..model import KINDS, Byline, Facts, Kind, Post, Registers
from .roles import organisations_on
from .texts import capital
from .views import Line, Piece

KIND_OF = {kind.id: kind for kind in KINDS}


def kind_of(facts: Facts) -> Kind:
    """Return the kind of a post with its words; an unknown one counts as an article."""
    return KIND_OF.get(facts.kind, KIND_OF["article"])


def byline(facts: Facts, post: Post, registers: Registers) -> Line:
    """Return "Af N, tirsdag den 28. april 2020 kl. 08.00" in the style of the blog, the publisher or the site.

    A guest stands in a line of its own: the byline is then the date alone.
    """
    style = _style(facts, registers)
    when = Piece(_date(facts, style), moment=facts.published)
    names = () if is_guest(facts, post, registers) else names_line(facts)
    if style == "date-first":
        return (when, Piece(" af "), *names) if names else (when,)
    sender = _sender(facts, registers) if not facts.authors else ()
    if not names and not sender:
        return (Piece(capital(when.text), moment=facts.published),)
    opening = (Piece("Af "), *names) if names else (Piece("Udgivet af "), *sender)
    return (*opening, Piece(" " if style == "short" else ", "), when)


def guest_line(facts: Facts, post: Post, registers: Registers) -> Line:
    """Return "Blogindlæg af N, title, organisation" for a writer from outside, else nothing."""
    if not is_guest(facts, post, registers):
        return ()
    pieces: list[Piece] = [Piece(f"{kind_of(facts).byline} af ")]
    for number, author in enumerate(facts.authors):
        if number:
            pieces.append(Piece(" og "))
        pieces.append(Piece(author.name, person_url(author.id)))
        if author.title:
            pieces.append(Piece(f", {author.title}"))
    return tuple(pieces)


def publisher_line(facts: Facts, registers: Registers) -> Line:
    """Return "Kystlauget – fem kommuners digitale fællesskab, Jonas Bredkær"; nothing for the site's own organisation.

    The name at the end is the blog's owner, who posted it, where somebody else wrote it.
    """
    publisher = registers.publisher(facts.publisher)
    if publisher is None or publisher.id == registers.site.publisher:
        return ()
    name = f"{publisher.name} – {publisher.subtitle}" if publisher.subtitle else publisher.name
    blog = registers.blog(facts.blog)
    poster = registers.person(blog.owner) if blog and blog.owner else None
    if poster is None or poster.id in {a.id for a in facts.authors}:
        return (Piece(name, publisher_url(publisher.id)),)
    return (Piece(name, publisher_url(publisher.id)), Piece(", "), Piece(poster.name, person_url(poster.id)))


def titles(facts: Facts, registers: Registers) -> tuple[Byline, ...]:
    """Return the authors whose title tells more than the publisher's name, which stands below."""
    publisher = registers.publisher(facts.publisher)
    told = publisher.name.casefold() if publisher else ""
    return tuple(a for a in facts.authors if a.title and a.title.casefold() != told)


def is_guest(facts: Facts, post: Post, registers: Registers) -> bool:
    """Whether the post's writers all belong to organisations other than its publisher; nobody is a guest on his own blog."""
    publisher, blog = registers.publisher(facts.publisher), registers.blog(facts.blog)
    if publisher is None or not post.authors or (blog and blog.owner in {a.id for a in post.authors}):
        return False
    own = {publisher.name.casefold(), publisher.id, f"{publisher.name} – {publisher.subtitle}".casefold()}
    day = facts.published.date()
    homes = [organisations_on(a, day) for a in post.authors]
    return all(home and own.isdisjoint(o.casefold() for o in home) for home in homes)


def names_line(facts: Facts) -> Line:
    """Return the authors' linked names: "A", "A og B", "A, B og C"."""
    pieces: list[Piece] = []
    last = len(facts.authors) - 1
    for number, author in enumerate(facts.authors):
        if number:
            pieces.append(Piece(" og " if number == last else ", "))
        pieces.append(Piece(author.name, person_url(author.id)))
    return tuple(pieces)


def _sender(facts: Facts, registers: Registers) -> Line:
    publisher = registers.publisher(facts.publisher)
    return (Piece(publisher.name, publisher_url(publisher.id)),) if publisher else ()


def _style(facts: Facts, registers: Registers) -> str:
    blog, publisher = registers.blog(facts.blog), registers.publisher(facts.publisher)
    return (blog.byline if blog else "") or (publisher.byline if publisher else "") or registers.site.byline or "long"


def _date(facts: Facts, style: str) -> str:
    if style == "short":
        return short_date(facts.published)
    if style == "date-first":
        return date_first(facts.published)
    return long_date(facts.published) + (f" {clock(facts.published)}" if facts.has_time else "")
