"""Judged texts made by hand or by chance, for the tests of the evaluation."""

from __future__ import annotations

from hypothesis import strategies as st
from viden.model import COMPETENCE, WORK, Tag
from viden.tagging import SUGGESTION, SURE, Ranked
from viden.tagging.evaluation import Case, Row
from viden.tagging.scores import MOST, is_near_top

AREAS = ("a", "b", "c", "d", "e")


def row(id: str = "t1", competence: str = "", work: str = "", group: str = "jargon", part: str = "gate") -> Row:
    return Row(id, frozenset(competence.split()), frozenset(work.split()), group, part, "", 2)


def case(judged: Row, competence: str = "", work: str = "", ranked: str = "", is_guarded: bool = False) -> Case:
    """Return a text that gets these areas, `!` behind the sure ones; `ranked` are the competence areas with points."""
    tags = [
        Tag(word.rstrip("!"), facet, "sure" if word.endswith("!") else "suggestion", 3000, "tagger")
        for facet, words in ((COMPETENCE, competence), (WORK, work))
        for word in words.split()
    ]
    places = [Ranked(area, COMPETENCE, 9000 - 1000 * n, True) for n, area in enumerate(ranked.split())]
    return Case(judged, tuple(tags), tuple(places), is_guarded)


def tagged(judged: Row, ranked: tuple[Ranked, ...], is_guarded: bool = False) -> Case:
    """Return what the tagger lists of such a ranking: over a threshold, not under half the top, so many at most."""
    given: list[Tag] = []
    for facet in (COMPETENCE, WORK):
        own = [r for r in ranked if r.facet == facet]
        kept = [r for r in own if r.score >= SUGGESTION[facet] and is_near_top(facet, r.score, own[0].score)][
            : MOST[facet]
        ]
        tiers = ("sure" if r.can_be_sure and r.score >= SURE[facet] else "suggestion" for r in kept)
        given += [Tag(r.area, facet, tier, r.score, "tagger") for r, tier in zip(kept, tiers, strict=True)]
    return Case(judged, () if is_guarded else tuple(given), ranked, is_guarded)


_SETS = st.frozensets(st.sampled_from(AREAS), max_size=3)


@st.composite
def _cases(draw: st.DrawFn) -> list[Case]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        group = draw(st.sampled_from(("jargon", "shown")))
        judged = Row(f"t{number}", draw(_SETS), draw(_SETS), group, draw(st.sampled_from(("tune", "gate"))), "", 2)
        ranked: list[Ranked] = []
        for facet in (COMPETENCE, WORK):
            scores = [(draw(st.integers(1, 9000)), area) for area in sorted(draw(_SETS))]
            ranked += [Ranked(a, facet, s, draw(st.booleans())) for s, a in sorted(scores, key=lambda x: (-x[0], x[1]))]
        made.append(tagged(judged, tuple(ranked), draw(st.booleans()) and draw(st.booleans())))
    return made


CASES = _cases()
