"""What Danish law asks of the site, as far as `site.yaml` can answer it.

A date decides only warnings: the calendar must stop no publishing. Sources are
named in each message; this is not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..dates import plain_date
from ..model import Place, Problem
from .content import Content

SITE = "data/site.yaml"
MONTHS_ADVISED, MONTHS_LIMIT = 11, 12
"""Age of the accessibility statement (webtilgængelighedsloven § 4: updated at least yearly)."""


def check_law(content: Content) -> Iterator[Problem]:
    """Yield what the law asks for and the site's own `site.yaml` does not give."""
    if SITE not in content.files:
        return
    site, place = content.registers.site, Place(SITE)
    for rule, is_there, message, hint in (
        (
            "law-statement",
            site.was_url,
            "Tilgængelighedserklæringens adresse mangler (webtilgængelighedsloven § 4).",
            "Skriv tilgaengelighed: {adresse: …}",
        ),
        (
            "law-phone",
            site.contact_phone,
            "Et telefonnummer til henvendelser om tilgængelighed mangler (webtilgængelighedsloven).",
            "Skriv kontakt: {telefon: …}",
        ),
        (
            "law-contact",
            site.contact_email,
            "En skriftlig kontakt mangler (webtilgængelighedsloven, markedsføringsloven § 10).",
            "Skriv kontakt: {mail: …}",
        ),
        (
            "law-privacy",
            _has_privacy_page(content),
            "Der er ingen privatlivspolitik (databeskyttelsesforordningen artikel 13).",
            "Skriv siden sider/privatliv.md",
        ),
    ):
        if not is_there:
            yield Problem(place, "warning", rule, message, hint)
    yield from _age(site.statement_date, content.library.moment.date(), place)


def _age(dated: date | None, today: date, place: Place) -> Iterator[Problem]:
    if dated is None:
        message = "Datoen for tilgængelighedserklæringen mangler (webtilgængelighedsloven § 4)."
        yield Problem(place, "warning", "law-statement-date", message, "Skriv tilgaengelighed: {dato: …}")
        return
    months = (today.year - dated.year) * 12 + today.month - dated.month - (today.day < dated.day)
    if months >= MONTHS_LIMIT:
        message = (
            f"FORÆLDET: Tilgængelighedserklæringen er fra {plain_date(dated)} og skal opdateres mindst en gang om året."
        )
    elif months >= MONTHS_ADVISED:
        message = f"Tilgængelighedserklæringen er fra {plain_date(dated)} og bliver snart et år gammel."
    else:
        return
    yield Problem(place, "warning", "law-statement-date", message, "Gennemgå den på was.digst.dk, og ret datoen")


def _has_privacy_page(content: Content) -> bool:
    return any(t.post.slug == "privatliv" for t in content.tagged if not t.post.is_article)
