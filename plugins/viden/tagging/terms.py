"""What the terms do in an archive of posts: which are dead, greedy, shared or masked, and what each catches.

For the editor who tends the vocabulary: nothing here is loaded by a build.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..language import dictionary_forms, forms, key, nfc, parts, tokens
from ..language.lexicon import is_form
from ..model import Area, Term
from .archive import Text
from .compiling import compile
from .vocabulary import Entry, Vocabulary

GREEDY = 25
"""A term in more than so many per cent of the posts tells none of them from the others."""


@dataclass(frozen=True, slots=True)
class Use:
    """A term of an area, and what it did in the archive."""

    area: str
    facet: str
    text: str
    kind: str
    weight: int
    compound: str
    posts: int
    """In which it counted; of a mask, in which it hid something."""
    hits: int
    forms: tuple[tuple[str, int], ...]
    """(form as written, in lower case, times), the commonest first."""

    @property
    def is_mask(self) -> bool:
        return self.weight == 0


@dataclass(frozen=True, slots=True)
class Shared:
    """A term that several areas have."""

    text: str
    uses: tuple[Use, ...]
    """By facet and area."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All terms of some areas over some posts."""

    posts: int
    uses: tuple[Use, ...]
    """By facet, area and term."""
    shared: tuple[Shared, ...]

    @property
    def dead(self) -> tuple[Use, ...]:
        """Terms that never counted; in a small archive most of them wait for their post."""
        return tuple(u for u in self.uses if not u.hits and not u.is_mask)

    @property
    def greedy(self) -> tuple[Use, ...]:
        """Terms in more than `GREEDY` per cent of the posts, the greediest first."""
        found = (u for u in self.uses if not u.is_mask and 100 * u.posts > GREEDY * self.posts)
        return tuple(sorted(found, key=lambda u: (-u.posts, u.text, u.area)))

    @property
    def masks(self) -> tuple[Use, ...]:
        return tuple(u for u in self.uses if u.is_mask)

    def of(self, ids: Iterable[str]) -> Survey:
        """Return the same of some areas alone; shared terms are those that one of them has."""
        wanted = frozenset(ids)
        uses = tuple(u for u in self.uses if u.area in wanted)
        shared = tuple(s for s in self.shared if any(u.area in wanted for u in s.uses))
        return Survey(self.posts, uses, shared)

    def kinds(self, area: str) -> Counter[str]:
        """Return how many terms of each kind an area has; masks count under `skjuler`."""
        return Counter("skjuler" if u.is_mask else u.kind for u in self.uses if u.area == area)


@dataclass(frozen=True, slots=True)
class Form:
    """One form that a term catches."""

    text: str
    base: str
    """The word of the term that it is a form of."""
    is_known: bool
    """Whether the dictionary has it, or the last part of it where it is a compound."""


@dataclass(frozen=True, slots=True)
class Caught:
    """A term and all that it catches."""

    use: Use
    ways: tuple[tuple[tuple[Form, ...], ...], ...]
    """Each way to be the term has a slot for each word, and a slot the forms that fit there."""


def survey(texts: Sequence[Text], areas: Iterable[Area]) -> Survey:
    """Return what the terms of `areas` do in `texts`; the order of both changes nothing."""
    vocabulary, _ = compile(areas)
    unmasked = replace(vocabulary, entries=tuple(replace(e, weight=max(1, e.weight)) for e in vocabulary.entries))
    has_masks = any(not entry.weight for entry in vocabulary.entries)
    posts: Counter[int] = Counter()
    found: dict[int, Counter[str]] = {}
    for text in texts:
        seen = text.found(vocabulary)
        if has_masks:
            seen += tuple(hit for hit in text.found(unmasked) if not vocabulary.entries[hit[0]].weight)
        posts.update({number for number, _ in seen})
        for number, form in seen:
            found.setdefault(number, Counter())[form.lower()] += 1
    uses = tuple(_use(e, posts[n], found.get(n, Counter())) for n, e in enumerate(vocabulary.entries))
    return Survey(len(texts), uses, _shared(uses))


def caught(area: Area, known: Survey) -> tuple[Caught, ...]:
    """Return each term of an area with the forms it catches, by term; what it did comes from the survey."""
    vocabulary, _ = compile([area])
    terms = {(nfc(t.text), t.kind, t.weight): t for t in area.terms}
    uses = {(u.text, u.kind, u.weight): u for u in known.uses if u.area == area.id}
    return tuple(
        Caught(uses.get(name, _use(entry, 0, Counter())), _ways(entry, terms[name]))
        for entry in vocabulary.entries
        for name in [(entry.text, entry.kind, entry.weight)]
    )


def knows(vocabulary: Vocabulary, area: str, word: str) -> bool:
    """Whether some term of an area would match a word that stands alone."""
    singles = vocabulary.lookup.meaning(word).singles
    return any(vocabulary.entries[single.entry].area == area for single in singles)


def _use(entry: Entry, posts: int, seen: Counter[str]) -> Use:
    ranked = tuple(sorted(seen.items(), key=lambda item: (-item[1], item[0])))
    return Use(
        entry.area, entry.facet, entry.text, entry.kind, entry.weight, entry.compound, posts, seen.total(), ranked
    )


def _shared(uses: Iterable[Use]) -> tuple[Shared, ...]:
    by_name: dict[str, list[Use]] = {}
    for use in uses:
        if not use.is_mask:
            by_name.setdefault(" ".join(key(word) for word in use.text.split()), []).append(use)
    rows = (row for row in by_name.values() if len({use.area for use in row}) > 1)
    return tuple(sorted((Shared(row[0].text, tuple(row)) for row in rows), key=lambda s: s.text))


def _ways(entry: Entry, term: Term) -> tuple[tuple[tuple[Form, ...], ...], ...]:
    """Return the patterns in readable letters: a pattern holds keys, in which æ and ae are one."""
    words = [t.text for t in tokens(re.sub(r"[|()]", " ", term.text))]
    written = [(form, word) for word in words for form in (*forms(word), *(dictionary_forms(word) or ()))]
    irregular = [(t.text, text) for text in term.forms for t in tokens(text)]
    written += [(form + end, text) for form, text in irregular for end in ("", "s")]
    readable = {key(form): (form, word) for form, word in reversed(written)}

    def slot_of(keys: tuple[str, ...]) -> tuple[Form, ...]:
        found = (_form(*readable.get(k, (k, k))) for k in keys)
        return tuple(sorted(found, key=lambda f: (words.index(f.base) if f.base in words else len(words), f.text)))

    return tuple(tuple(map(slot_of, pattern)) for pattern in entry.patterns)


def _form(text: str, base: str) -> Form:
    pieces = parts(text)
    return Form(text, base, is_form(text.lower()) or bool(pieces and is_form(pieces[-1])))
