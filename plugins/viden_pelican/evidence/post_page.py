"""The page of one post: each area with its sum, what would change it, and the text with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from viden.model import COMPETENCE, WORK, Area, Evidence, Tag, TaggedPost
from viden.tagging import TIER_NAMES, ZONE_NAMES, Counterfactual, Judgement, Other, loss_text, sure_limit

from .marking import Marks, marked_source

FACETS = {COMPETENCE: ("Kompetenceområder", "kompetenceområde"), WORK: ("Arbejdsområder", "arbejdsområde")}
"""Heading, which is also the header's key, and the word for one."""
MOST_OTHERS = 8
"""Areas shown of those that were found and not proposed."""
_WHY_NOT = {
    "below": "for få point til et forslag",
    "far": "for langt under tekstens højeste i samme slags",
    "most": "der er plads til højst tre kompetenceområder og to arbejdsområder",
    "guard": "holdt tilbage, se øverst",
}


def post_page(tagged: TaggedPost, judgement: Judgement, text: str, areas: Mapping[str, Area], article: str) -> str:
    """Return the main part as HTML; `text` is the post's file, `article` the address of the post."""
    post = tagged.post
    marks = Marks([*tagged.tags, *(t for t in judgement.tags if t.area not in {s.area for s in tagged.tags})])
    facets = "".join(_facet(facet, tagged, judgement, areas, marks) for facet in FACETS)
    guard = f'<p class="why__guard">{escape(judgement.guard)} Er det forkert, så skriv selv områderne i hovedet.</p>'
    return (
        '<div class="why wrap"><header class="list__header"><h1>Hvorfor disse områder?</h1>'
        f'<p class="lead"><a href="{article}">{escape(post.title)}</a></p>'
        f'<p class="why__path"><code>{escape(post.place.path)}</code> · Id: <code>{escape(post.id)}</code></p></header>'
        f"{guard if judgement.guard else ''}{facets}"
        '<section aria-labelledby="teksten"><h2 id="teksten">Ordene i teksten</h2>'
        '<p class="why__note">Filen, som den er skrevet. Tallet i margenen er linjen. Efter hvert ord, der talte, står '
        "point og område.</p>"
        f"{marked_source(text, marks)}</section>"
        '<p><a href="/hvorfor/">Alle indlæg, det mest usikre først</a></p></div>'
    )


def _facet(facet: str, tagged: TaggedPost, judgement: Judgement, areas: Mapping[str, Area], marks: Marks) -> str:
    heading, word = FACETS[facet]
    own = [tag for tag in tagged.tags if tag.facet == facet]
    reasons = {c.area: c for c in judgement.counterfactuals}
    shown = "".join(_area(tag, reasons.get(tag.area), tagged, areas, marks) for tag in own)
    none = "" if own else f"<p>Indlægget har intet {word}.</p>"
    return (
        f'<section class="why__facet" aria-labelledby="{facet}"><h2 id="{facet}">{heading}</h2>'
        f"{_decided(facet, tagged, judgement, areas)}{none}{shown}"
        f"{_rejected(facet, tagged, judgement, areas)}{_others(facet, judgement, areas)}</section>"
    )


def _decided(facet: str, tagged: TaggedPost, judgement: Judgement, areas: Mapping[str, Area]) -> str:
    """Return what to say where the header decides the facet."""
    given = {COMPETENCE: tagged.post.competence_areas, WORK: tagged.post.work_areas}[facet]
    if given is None:
        return ""
    proposed = [f"{_label(t.area, areas)} ({TIER_NAMES[t.tier]} {t.score})" for t in judgement.tags if t.facet == facet]
    rest = (
        f"Programmet ville have foreslået: {'; '.join(proposed)}."
        if proposed
        else "Programmet ville intet have foreslået."
    )
    return f'<p class="why__note">En redaktør har skrevet linjen <b>{FACETS[facet][0]}</b> i hovedet, og så er det den, der gælder. {escape(rest)}</p>'


def _area(tag: Tag, reason: Counterfactual | None, tagged: TaggedPost, areas: Mapping[str, Area], marks: Marks) -> str:
    id = f"omraade-{tag.area}"
    tier = "REDAKTØR" if tag.origin == "editor" else TIER_NAMES[tag.tier]
    parts = [
        f'<article class="why__area" aria-labelledby="{id}"><h3 id="{id}">{escape(_label(tag.area, areas))} '
        f'<span class="why__tier why__tier--{"editor" if tag.origin == "editor" else tag.tier}">{tier}</span></h3>',
        _figures(tag) if tag.origin == "tagger" else "",
        _table(tag, marks) if tag.evidence else '<p class="why__note">Programmet fandt ingen ord for området.</p>',
    ]
    if reason is not None and tag.origin == "tagger":
        parts.append(f'<p class="why__loss">{escape(loss_text(reason))}</p>')
    if tag.origin == "tagger":
        parts.append(_what_to_do(tag, tagged))
    return "".join((*parts, "</article>"))


def _figures(tag: Tag) -> str:
    limit = sure_limit(tag)
    gap = tag.score - limit
    rest = ("Margin", gap) if gap >= 0 else ("Mangler", -gap)
    needs = gap >= 0 and tag.tier != "sure"
    return (
        f'<dl class="why__figures"><div><dt>Point</dt><dd>{tag.score}</dd></div>'
        f"<div><dt>Grænse for sikker</dt><dd>{limit}</dd></div><div><dt>{rest[0]}</dt><dd>{rest[1]}</dd></div></dl>"
        + (
            '<p class="why__note">Der er point nok, men kun ét ord. For at være sikkert skal området have et ord mere.</p>'
            if needs
            else ""
        )
    )


def _table(tag: Tag, marks: Marks) -> str:
    rows = "".join(_row(e, marks) for e in sorted(tag.evidence, key=lambda e: -e.share))
    return (
        f'<div class="table-scroll" tabindex="0" role="group" aria-label="Regnestykket for {escape(tag.area)}">'
        '<table class="why__sum"><thead><tr><th scope="col">Point</th><th scope="col">Som det står</th>'
        '<th scope="col">Hvor</th><th scope="col">Linje</th><th scope="col">Ord i listen</th></tr></thead>'
        f'<tbody>{rows}</tbody><tfoot><tr><td>{tag.score}</td><th scope="row" colspan="4">i alt</th></tr></tfoot></table></div>'
    )


def _row(e: Evidence, marks: Marks) -> str:
    place = marks.id_of(e)
    return (
        f'<tr><td>{e.share}</td><th scope="row"><a href="#{place}">»{escape(e.form)}«</a></th>'
        f"<td>{ZONE_NAMES[e.zone]}</td><td>{e.line}</td><td>{_breakable(e.term)}</td></tr>"
    )


def _breakable(term: str) -> str:
    """Return the term with a place to break after each choice."""
    return escape(term).replace("|", "|<wbr>")


def _what_to_do(tag: Tag, tagged: TaggedPost) -> str:
    """Return the ready command and the ready header line by which an editor says otherwise."""
    heading, _ = FACETS[tag.facet]
    if tag.tier == "sure":
        return f'<p class="why__do">Er det forkert? <code>python3 tasks.py reject {escape(tagged.post.id)} {escape(tag.area)}</code></p>'
    wanted = "; ".join((*tagged.areas(tag.facet), tag.area))
    return (
        f'<p class="why__do">Skal indlægget have området? <code>python3 tasks.py accept {escape(tagged.post.id)} {escape(tag.area)}</code> '
        f"eller denne linje i hovedet: <code>{heading}: {escape(wanted)}</code></p>"
    )


def _rejected(facet: str, tagged: TaggedPost, judgement: Judgement, areas: Mapping[str, Area]) -> str:
    proposed = {t.area: f"({TIER_NAMES[t.tier]} {t.score})" for t in judgement.tags}
    rejected = [a for a in tagged.post.reject_areas if a in areas and areas[a].facet == facet]
    told = [f"{areas[a].label} {proposed.get(a, '(heller ikke foreslået af programmet)')}" for a in rejected]
    return f'<p class="why__note">Fravalgt af en redaktør: {escape("; ".join(told))}.</p>' if told else ""


def _others(facet: str, judgement: Judgement, areas: Mapping[str, Area]) -> str:
    found = [other for other in judgement.others if other.tag.facet == facet][:MOST_OTHERS]
    if not found:
        return ""
    rows = "".join(_other(other, areas) for other in found)
    return f'<details class="why__others"><summary>Fundet, men ikke foreslået ({len(found)})</summary><ul>{rows}</ul></details>'


def _other(other: Other, areas: Mapping[str, Area]) -> str:
    words = ", ".join(_distinct(e.term for e in sorted(other.tag.evidence, key=lambda e: -e.share)))
    return (
        f"<li><b>{escape(_label(other.tag.area, areas))}</b> {other.tag.score}: {_WHY_NOT[other.reason]}. "
        f"Ord: {escape(words)}.</li>"
    )


def _label(area: str, areas: Mapping[str, Area]) -> str:
    return areas[area].label if area in areas else area


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))[:6]
