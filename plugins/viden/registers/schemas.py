"""The tables of keys that each register's rows may have; Danish, for editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..model import KINDS


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a row."""

    name: str
    form: str = "text"
    """`text`, `texts`, `id`, `ids`, `date`, `month`, `flag`, `number`, `clock`, `word`, `words`, `row`, `rows` or `pairs`."""
    required: bool = False
    words: tuple[str, ...] = ()
    """What a `word` may be."""
    schema: Schema | None = None
    """The keys of a `row` or of `rows`."""
    least: int = 0
    most: int = 0
    """Bounds of a `number`."""


Schema: TypeAlias = tuple[Key, ...]

BYLINES = {"lang": "long", "kort": "short", "dato-foerst": "date-first"}
"""Danish words for the three forms of a byline."""
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
BOX_KINDS = ("fakta", "læs også", "nyhedsbrev", "citat", "redaktør", "kontakt")
SECTIONS = ("Overblik", "Videndeling", "Nyheder", "Inspiration", "Debat")
RHYTHMS = ("dag", "uge", "maaned")
TERM_KINDS = ("navn", "rolle", "ting", "handling")
COMPOUNDS = ("begge", "foerste", "sidste", "nej")
COMMENT_MONTHS = 240
"""The longest time a post may be commented (chosen); without a number it is open for good."""
RELATIONS = ("exact", "close", "related", "broad", "narrow")
"""The mapping relations of SKOS."""

_ROLE: Schema = (
    Key("titel"),
    Key("forholdsord"),
    Key("organisationer", "texts"),
    Key("fra", "date"),
    Key("til", "date"),
    Key("tidligere", "flag"),
)
_LINK: Schema = (Key("tekst", required=True), Key("adresse", required=True))
PERSON: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("roller", "rows", schema=_ROLE),
    Key("portraet"),
    Key("tekst"),
    Key("mail"),
    Key("telefon"),
    Key("links", "rows", schema=_LINK),
)
PUBLISHER: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("undertitel"),
    Key("tekst"),
    Key("adresse"),
    Key("logo"),
    Key("logo_alt"),
    Key("byline", "word", words=tuple(BYLINES)),
    Key("oplysning"),
    Key("udgivelser", "texts"),
    Key("mail"),
    Key("telefon"),
)
BLOG: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("ejer", "id"),
    Key("undertitel"),
    Key("udgiver", "id"),
    Key("byline", "word", words=tuple(BYLINES)),
    Key("kommentarer_maaneder", "number", most=COMMENT_MONTHS),
    Key("kommentarer_overskrift"),
)
_SPEAKER: Schema = (Key("navn", required=True), Key("rolle"), Key("person", "id"))
_EVENT: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("start", "date", required=True),
    Key("slut", "date"),
    Key("form"),
    Key("beskrivelse"),
    Key("arrangoer"),
    Key("andre_navne", "texts"),
    Key("oplaegsholdere", "rows", schema=_SPEAKER),
    Key("nummer", "number", least=1, most=999),
)
SERIES: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("beskrivelse"),
    Key("arrangoer"),
    Key("periode"),
    Key("om"),
    Key("arrangementer", "rows", schema=_EVENT),
)
BOX: Schema = (
    Key("id", "id", required=True),
    Key("type", "word", required=True, words=BOX_KINDS),
    Key("overskrift"),
    Key("tekst", required=True),
)
SYNONYMS: Schema = (
    Key("ord", "texts"),
    Key("fra", "texts"),
    Key("til", "texts"),
    Key("vaegt", "number", least=1, most=45),
)
ABBREVIATION: Schema = (Key("kort", required=True), Key("lang", required=True), Key("adresse"))
_RHYTHM: Schema = (
    Key("kl", "clock", required=True),
    Key("ugedag", "word", words=WEEKDAYS),
    Key("dag", "word", words=("sidste", *(str(n) for n in range(1, 29)))),
)
_LIST: Schema = (
    Key("id", "id", required=True),
    Key("navn", required=True),
    Key("arbejdsomraader", "ids", required=True),
    Key("kompetenceomraader", "ids"),
    Key("typer", "words", words=tuple(k.id for k in KINDS)),
    Key("udgivere", "ids"),
    Key("rytmer", "words", required=True, words=RHYTHMS),
    Key("begynder", "date", required=True),
    Key("afsnit", "pairs", words=SECTIONS),
    Key("tekst"),
)
NEWSLETTERS: Schema = (
    Key("rytmer", "row", schema=tuple(Key(name, "row", schema=_RHYTHM) for name in RHYTHMS)),
    Key("lister", "rows", schema=_LIST),
)
_CONTACT: Schema = (Key("navn"), Key("mail"), Key("telefon"), Key("adresse"), Key("cvr"))
_COMMENTS: Schema = (
    Key("mail", required=True),
    Key("maaneder", "number", most=COMMENT_MONTHS),
    Key("overskrift"),
)
_PRIVACY: Schema = (
    Key("dataansvarlig"),
    Key("dpo"),
    Key("formaal"),
    Key("grundlag"),
    Key("log_dage", "number", least=1, most=3650),
    Key("server"),
)
SITE: Schema = (
    Key("navn", required=True),
    Key("undertitel"),
    Key("beskrivelse"),
    Key("autoritet", required=True),
    Key("grundlagt", "date"),
    Key("udgiver", "id"),
    Key("byline", "word", words=tuple(BYLINES)),
    Key("foto"),
    Key("forside", "texts"),
    Key("bliv_udgiver"),
    Key("webadresse"),
    Key("kontakt", "row", schema=_CONTACT),
    Key("tilgaengelighed", "row", schema=(Key("adresse"), Key("dato", "date"))),
    Key("privatliv", "row", schema=_PRIVACY),
    Key("anbefalet", "texts"),
    Key("kommentarer", "row", schema=_COMMENTS),
    Key("omraader", "row", schema=(Key("kompetencer"), Key("arbejdsomraader"))),
)
MOST_READ: Schema = (
    Key("periode", "month", required=True),
    Key(
        "indlaeg",
        "rows",
        schema=(Key("id", "id", required=True), Key("laesere", "number", True, least=1, most=999_999)),
    ),
)
ADDRESSES: Schema = (Key("trukket_tilbage", "rows", schema=(Key("adresse", required=True), Key("dato", "date"))),)
_RELATION = Key("relation", "word", words=RELATIONS)
_CODED: Schema = (Key("kode", required=True), _RELATION)
_TERM: Schema = (
    Key("t", required=True),
    Key("v", "number", required=True, least=0, most=3),
    Key("art", "word", words=TERM_KINDS),
    Key("sammensat", "word", words=COMPOUNDS),
    Key("gab", "number", least=0, most=9),
    Key("kun_med", "texts"),
    Key("former", "texts"),
    Key("versal", "flag"),
)
AREA: Schema = (
    Key("id", "id", required=True),
    Key("da", required=True),
    Key("en"),
    Key("definition"),
    Key("ikke"),
    Key("digcomp", "rows", schema=_CODED),
    Key("entrecomp", "rows", schema=(Key("navn", required=True), _RELATION)),
    Key("esco", "rows", schema=(Key("label", required=True), _RELATION)),
    Key("kle", "texts"),
    Key("form", "texts"),
    Key("indikatorer", "texts"),
    Key("termer", "rows", schema=_TERM),
    Key("undgaa", "texts"),
    Key("graense", "row", schema=tuple(Key(name, "number", least=500, most=50_000) for name in ("sikker", "forslag"))),
)

WRAPPING: Schema = (Key("skema"), Key("sprog"), Key("titel"))
"""What may stand beside a list register that is wrapped in a mapping of its own name."""
