"""The report as Danish text that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import COMPETENCE, WORK
from ..scores import SUGGESTION, SURE
from .curves import Point, best_suggestion, best_sure
from .measures import AreaFigures, Figures, share
from .report import ALL, FacetReport, Report

HEADINGS = {COMPETENCE: "KOMPETENCEOMRÅDER", WORK: "ARBEJDSOMRÅDER"}
GROUP_NAMES = {ALL: "alle", "jargon": "nævner området", "shown": "viser det blot"}
CURVE_STEP = 1000
"""Every so many thousandths the text shows a point of the curve; JSON has them all."""
MOST_CONFUSIONS = 12
NOTHING = "–"
LEGEND = """\
Tallene gælder par af tekst og område. Præcision: hvor stor en del af det foreslåede der er rigtigt. Fundet: hvor stor en del af det rigtige
der er foreslået. F1: de to i ét tal. Makro: middel over områderne, så et sjældent område tæller som et hyppigt. Intervallet: lod man tilfældet
vælge blandt de samme tekster igen og igen, ville F1 ligge her i 95 af 100 gange. Alt, hvad suggest viser, tæller med, både SIKKER og FORSLAG."""


def report_text(report: Report) -> str:
    """Return the report as text, with a final newline."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    parts = ", ".join(report.parts) or NOTHING
    yield f"{report.gold}  {report.texts} tekster  dele: {parts}  ordliste {report.vocabulary}"
    yield ""
    yield LEGEND
    for facet, found in report.facets:
        yield ""
        yield from _facet(facet, found)
    none = report.about_none
    yield ""
    yield "TEKSTER UDEN OMRÅDER"
    yield f"  {none.texts} tekster handler ikke om noget område. {none.left_empty} af dem ({_share(none.left_empty, none.texts)}) får intet,"
    yield f"  og {none.without_sure} får intet, der sættes på af sig selv."


def _facet(facet: str, found: FacetReport) -> Iterator[str]:
    yield HEADINGS[facet]
    rows = [_figures_row(GROUP_NAMES[group], f) for group, f in found.groups]
    rows += [_figures_row(f"del: {part}", f) for part, f in found.parts if len(found.parts) > 1]
    yield from _table(("", "tekster", "rigtige", "præcision", "fundet", "F1", "95 %", "makro-F1"), rows)
    yield ""
    yield from _table(
        ("", "sikre", "præcision", "dækning", "rækkevidde", "i top 3", "uden ord", "tomme holdt tomme"),
        [_tier_row(GROUP_NAMES[group], f) for group, f in found.groups],
    )
    yield ""
    yield from _table(
        ("område", "rigtige", "foreslået", "præcision", "fundet", "F1", "sikre", "i top 3", "uden ord"),
        [_area_row(a) for a in found.whole.areas],
    )
    yield from _confusion(found)
    yield from _curve(facet, found.curve)


def _figures_row(name: str, f: Figures) -> tuple[str, ...]:
    low, high = f.interval or (None, None)
    span = f"{number(low)}–{number(high)}" if f.interval else NOTHING
    c = f.listed
    return (name, str(f.texts), str(c.gold), number(c.precision), number(c.recall), number(c.f1), span, number(f.macro[2]))  # fmt: skip


def _tier_row(name: str, f: Figures) -> tuple[str, ...]:
    return (
        name,
        str(f.sure.given),
        number(f.sure.precision),
        number(f.sure.recall),
        f"{f.reached} af {f.with_gold}",
        _share(f.in_top, f.listed.gold),
        str(f.without_term),
        f"{f.left_empty} af {f.none}",
    )


def _area_row(a: AreaFigures) -> tuple[str, ...]:
    c = a.listed
    shares = (number(c.precision), number(c.recall), number(c.f1))
    sure = f"{a.sure.right} af {a.sure.given}" if a.sure.given else NOTHING
    return (a.area, str(c.gold), str(c.given), *shares, sure, str(a.in_top), str(a.without_term))


def _confusion(found: FacetReport) -> Iterator[str]:
    if not found.confusion:
        return
    shown = found.confusion[:MOST_CONFUSIONS]
    yield ""
    yield from _table(
        ("mangler", "fik i stedet", "tekster"), [(m or NOTHING, given or NOTHING, str(n)) for m, given, n in shown]
    )
    if len(found.confusion) > len(shown):
        yield f"  og {len(found.confusion) - len(shown)} par mere; se dem alle med --format json."


def _curve(facet: str, points: tuple[Point, ...]) -> Iterator[str]:
    yield ""
    rows = [
        (str(p.threshold), number(p.listed.precision), number(p.listed.recall), number(p.listed.f1),
         number(p.sure.precision), number(p.sure.recall))
        for p in points if p.threshold % CURVE_STEP == 0
    ]  # fmt: skip
    yield from _table(("grænse", "præcision", "fundet", "F1", "som SIKKER: præcision", "dækning"), rows)
    yield f"  Grænserne er nu {SUGGESTION[facet]} for FORSLAG og {SURE[facet]} for SIKKER."
    suggestion, sure = best_suggestion(points), best_sure(points)
    if suggestion and suggestion.listed.f1:
        yield f"  På disse tekster giver {suggestion.threshold} den højeste F1 ({number(suggestion.listed.f1)})."
    if sure:
        yield f"  Ved {sure.threshold} er mindst 95 af 100 sikre rigtige; de dækker {number(sure.sure.recall)} af det rigtige."
    else:
        yield "  Ingen grænse gør 95 af 100 sikre rigtige."


def number(value: float | None) -> str:
    """Return a share with two decimals as Danes write it."""
    return NOTHING if value is None else f"{value:.2f}".replace(".", ",")


def _share(part: int, whole: int) -> str:
    return number(share(part, whole))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield a table: the first two columns to the left, numbers to the right."""
    held = [head, *rows]
    texts = {0, 1} if head[0] == "mangler" else {0}
    widths = [max(len(row[n]) for row in held) for n in range(len(head))]
    for row in held:
        cells = (c.ljust(w) if n in texts else c.rjust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True)))
        yield "  " + "  ".join(cells).rstrip()
