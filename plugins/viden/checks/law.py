"""What Danish law asks of the site, as far as `site.yaml` and the pages of the law can answer it.

A date decides only warnings: the calendar must stop no publishing. Sources are
named in each message; this is not legal advice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from .. import addresses
from ..dates import plain_date
from ..model import Place, Problem, Registers, TaggedPost
from .content import Content, url_of

SITE = "data/site.yaml"
MONTHS_ADVISED, MONTHS_LIMIT = 11, 12
"""Age of the accessibility statement (webtilgængelighedsloven § 4: updated at least yearly)."""
STATEMENTS = re.compile(r"https://was\.digst\.dk/[^\s/][^\s]*")
"""Where public bodies have their statement: the authority's own tool, one address for each site."""

Asked = tuple[str, Callable[[Registers], object], str, str]
"""Rule, whether it is met, message, hint."""

DUTIES: tuple[Asked, ...] = (
    (
        "law-statement",
        lambda known: known.site.was_url,
        "Tilgængelighedserklæringens adresse mangler (webtilgængelighedsloven § 4).",
        "Skriv tilgaengelighed: {adresse: …}",
    ),
    (
        "law-was",
        lambda known: not known.site.was_url or STATEMENTS.fullmatch(known.site.was_url),
        "Tilgængelighedserklæringen skal ligge på was.digst.dk, og /was/ skal føre til den (webtilgængelighedsloven § 4).",
        "Skriv tilgaengelighed: {adresse: https://was.digst.dk/…}",
    ),
    (
        "law-phone",
        lambda known: known.site.contact_phone,
        "Et telefonnummer til henvendelser om tilgængelighed mangler (webtilgængelighedsloven).",
        "Skriv kontakt: {telefon: …}",
    ),
    (
        "law-contact",
        lambda known: known.site.contact_email,
        "En skriftlig kontakt mangler (webtilgængelighedsloven, markedsføringsloven § 10).",
        "Skriv kontakt: {mail: …}",
    ),
    (
        "law-sender",
        lambda known: not known.newsletters or (known.site.contact_name and known.site.contact_address),
        "Nyhedsbrevene mangler en afsender med navn og adresse (markedsføringsloven § 10, e-handelsloven § 7).",
        "Skriv kontakt: {navn: …, adresse: …}",
    ),
)
"""What every site of a public body must have."""
PRIVACY: tuple[Asked, ...] = (
    (
        "law-controller",
        lambda known: known.site.privacy.controller or known.site.contact_name,
        "Privatlivssiden siger ikke, hvem der er dataansvarlig (databeskyttelsesforordningen artikel 13).",
        "Skriv privatliv: {dataansvarlig: …}",
    ),
    (
        "law-dpo",
        lambda known: known.site.privacy.dpo,
        "Privatlivssiden mangler databeskyttelsesrådgiveren (databeskyttelsesforordningen artikel 13 og 37).",
        "Skriv privatliv: {dpo: …} med en mailadresse eller et telefonnummer",
    ),
    (
        "law-purpose",
        lambda known: known.site.privacy.purpose and known.site.privacy.basis,
        "Privatlivssiden mangler formålet med serverens log og grundlaget for den (databeskyttelsesforordningen artikel 13).",
        "Skriv privatliv: {formaal: …, grundlag: …}",
    ),
    (
        "law-log",
        lambda known: known.site.privacy.log_days,
        "Privatlivssiden siger ikke, hvor længe serverens log gemmes (databeskyttelsesforordningen artikel 13).",
        "Skriv privatliv: {log_dage: …}",
    ),
)
"""What `/privatliv/` is made from, where no editor has written the page."""
PARTS = (
    ("den dataansvarlige", ("dataansvarlig",)),
    ("databeskyttelsesrådgiveren", ("databeskyttelsesrådgiver", "dpo")),
    ("formålet", ("formål", "bruges til", "bruger vi")),
    ("serverens log", ("serverens log", "serverlog", "webserver", "loggen")),
    ("rettighederne", ("ret til", "rettigheder")),
    ("klageadgangen til Datatilsynet", ("datatilsynet",)),
)
"""What a privacy page that an editor wrote must name, and the words that show it (artikel 13)."""


def check_law(content: Content) -> Iterator[Problem]:
    """Yield what the law asks for and the site's own `site.yaml` and pages do not give."""
    if SITE not in content.files:
        return
    written = {url_of(t.post): t for t in content.tagged if t.post.place.path in content.published}
    own = written.get(addresses.PRIVACY)
    for rule, is_met, message, hint in DUTIES if own else DUTIES + PRIVACY:
        if not is_met(content.registers):
            yield Problem(Place(SITE), "warning", rule, message, hint)
    site = content.registers.site
    yield from _age(site.statement_date, content.library.moment.date())
    if own:
        yield from _lacking(own)
    page = written.get(addresses.ACCESSIBILITY)
    if page and site.was_url and site.was_url not in {t.address for t in page.body.targets}:
        message = "Siden linker ikke til erklæringen på was.digst.dk (webtilgængelighedsloven § 4)."
        yield Problem(page.post.place, "warning", "law-statement-link", message, f"Link til {site.was_url}")


def _age(dated: date | None, today: date) -> Iterator[Problem]:
    if dated is None:
        message = "Datoen for tilgængelighedserklæringen mangler (webtilgængelighedsloven § 4)."
        hint = "Skriv tilgaengelighed: {dato: …}"
    elif dated > today:
        message = f"Tilgængelighedserklæringens dato, {plain_date(dated)}, ligger i fremtiden."
        hint = "Skriv den dag, erklæringen sidst blev opdateret"
    elif (months := _months(dated, today)) >= MONTHS_LIMIT:
        message = (
            f"FORÆLDET: Tilgængelighedserklæringen er fra {plain_date(dated)} og skal opdateres mindst en gang om året."
        )
        hint = "Gennemgå den på was.digst.dk, og ret datoen"
    elif months >= MONTHS_ADVISED:
        message = f"Tilgængelighedserklæringen er fra {plain_date(dated)} og bliver snart et år gammel."
        hint = "Gennemgå den på was.digst.dk, og ret datoen"
    else:
        return
    yield Problem(Place(SITE), "warning", "law-statement-date", message, hint)


def _months(dated: date, today: date) -> int:
    """Return how many whole months have passed."""
    return (today.year - dated.year) * 12 + today.month - dated.month - (today.day < dated.day)


def _lacking(page: TaggedPost) -> Iterator[Problem]:
    text = f"{page.post.summary}\n{page.post.markdown}".casefold()
    missing = [name for name, words in PARTS if not any(word in text for word in words)]
    if missing:
        message = f"Privatlivssiden nævner ikke {', '.join(missing)} (databeskyttelsesforordningen artikel 13)."
        hint = "Skriv det, eller slet siden, så programmet laver en af site.yaml"
        yield Problem(page.post.place, "warning", "law-privacy", message, hint)
