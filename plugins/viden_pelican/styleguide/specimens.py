"""The table of what the style page shows: which part of which page of the sample site, under which words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Specimen:
    """A part of the theme, cut from a page of the samples."""

    name: str
    page: str
    """Address below the sample site's root."""
    select: str
    """CSS selector of the part."""
    most: int = 1
    """How many of the parts that match are shown."""
    keeps_ids: bool = False
    """Whether a script finds the part by its ids, which must then stay."""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    id: str
    note: str
    specimens: tuple[Specimen, ...]


POST, POINTER, GUEST, BLOG = "artikler/alt-i-en/", "artikler/pointer/", "artikler/gaest/", "artikler/blogindlaeg/"
DRAFT, AREA = "artikler/kladde/", "arbejdsomraader/administration-oekonomi/"
PERSON, SERIES, SUBSCRIBE = "personer/signe-proevesten/", "serier/proevestafet/", "abonner/administration-oekonomi/"

SECTIONS: tuple[Section, ...] = (
    Section(
        "Artiklen",
        "artiklen",
        "Hele indlægget i den rækkefølge, det har på siden, med alle bokse i brødteksten.",
        (
            Specimen("Brødkrumme", POST, "nav.breadcrumbs"),
            Specimen("Indlæg med alle dele", POST, "main > article"),
            Specimen("Læs videre", POST, ".related"),
            Specimen("Side uden afsender", "om/", "main > article"),
        ),
    ),
    Section(
        "Afsender og dato",
        "afsender",
        "Bylinens tre former og gæstens linje. Formen hører til bloggen eller udgiveren.",
        (
            Specimen("Lang byline", POINTER, ".post__sender"),
            Specimen("Kort byline og blog", BLOG, ".post__sender"),
            Specimen("Dato først, gæst og anden udgiver", GUEST, ".post__sender"),
            Specimen("Kladde", DRAFT, ".post__header"),
            Specimen("Forrige og næste", BLOG, ".neighbours"),
            Specimen("Lukket for kommentarer", GUEST, ".comments"),
        ),
    ),
    Section(
        "Pointer og møder",
        "pointer-og-moeder",
        "Det, der hører til en stafet: mødet, oplæggene og det, man tager med hjem.",
        (
            Specimen("Mødet øverst i indlægget", POINTER, ".event-block"),
            Specimen("Pointer i indlægget", POINTER, ".pointers"),
            Specimen("Indhold med tal", POINTER, ".contents"),
            Specimen("Stafettens gang", POINTER, ".series"),
            Specimen("Alle pointer på én side", "stafetter/proevestafet/pointer/", ".pointer-page"),
            Specimen("Pointer på lister", "", ".pointer-strip"),
            Specimen("Stafetten møde for møde", SERIES, ".relay"),
            Specimen("Plakat fra et møde", "stafetter/proevestafet/plakat/proevestafet-1/", ".poster-page"),
            Specimen("Kalenderen", "kalender/", "main > .list"),
        ),
    ),
    Section(
        "Forsiden",
        "forsiden",
        "Felterne er tegnet af temaet, hvor der ikke er et billede: én holdning for hver type.",
        (
            Specimen("Åbning", "", ".opening"),
            Specimen("Udvalgt", "", ".featured"),
            Specimen("Kort, ét for hver type", "", ".section:has(.cards)"),
            Specimen("Arbejdsområder", "", ".band"),
            Specimen("Næste arrangement", "", ".next-event"),
            Specimen("Mest læste", "", ".ranking"),
            Specimen("Seneste kommentarer", "", ".newest-comments"),
            Specimen("Opfordring", "", ".call--front"),
        ),
    ),
    Section(
        "Lister",
        "lister",
        "Rækker, tal, bogstaver og sidetal.",
        (
            Specimen("Listens hoved", "kompetencer/etik-regulering/", ".list__header"),
            Specimen("Område uden indlæg", "kompetencer/innovation/", ".columns__main"),
            Specimen("Typer på siden", AREA, ".kinds"),
            Specimen("Rækker under en overskrift", AREA, ".columns__main > section"),
            Specimen("Bokse i siden", AREA, ".columns__side"),
            Specimen("Arkiv med sidetal", "arkiv/", ".paging"),
            Specimen("Tæller", "kompetencer/", ".areas"),
            Specimen("Forkortelser fra A til Å", "forkortelser/", "main > .list"),
            Specimen("Bogstaver", "personer/", ".alphabet"),
            Specimen("Navne fra A til Å", "personer/", ".letters"),
            Specimen("Person", PERSON, ".person__text, .columns__side", 2),
            Specimen("Udgivere", "udgivere/", ".entries, .side-box--wide", 2),
            Specimen("Udgiver", "udgivere/proevehuset/", ".list__header"),
            Specimen("Udgivers mærke", "udgivere/proevehuset/", ".columns__side"),
            Specimen("Videnskort", "videnskort/", "main > .list"),
        ),
    ),
    Section(
        "Søgning",
        "soegning",
        "Søgesiden, som den er: Skriv i feltet for at se resultater og filtre i prøvernes egen søgning.",
        (Specimen("Søgefelt, filtre, resultater og alle titler", "soeg/", ".search-page", keeps_ids=True),),
    ),
    Section(
        "Abonnement",
        "abonnement",
        "Feeds og nyhedsbreve, og siden for den, der er gået forkert.",
        (
            Specimen("Sådan virker det", "abonner/", ".how"),
            Specimen("Alle feeds", "abonner/", ".subscriptions", 2),
            Specimen("Ét område", SUBSCRIBE, ".columns"),
            Specimen("Siden findes ikke", "404.html", ".lost"),
        ),
    ),
)
