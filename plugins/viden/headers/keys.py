"""The one table of header keys, statuses and kinds; the handbook's table is made from it.

The English names and their Danish aliases are fixed by the contract; they are
compared without case and in NFC, and never otherwise: a near miss is a fault.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..model import KINDS
from ..nearest import distance, nearest


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a header may have."""

    name: str
    """As the contract writes it, such as `Work_areas`."""
    aliases: tuple[str, ...]
    holds: str
    """Danish: what the value is, for the handbook."""
    many: bool = False
    """Whether several values may stand, with `;` between."""
    required: bool = False
    """For a published post."""

    @property
    def id(self) -> str:
        """The name in lower case, as fields carry it."""
        return self.name.lower()


KEYS = (
    Key("Title", ("Titel",), "titlen, højst 200 tegn", required=True),
    Key("Date", ("Dato",), "dag og evt. klokkeslæt, dagen først: 28/04/2020 eller 2020-04-28 08.00", required=True),
    Key("Modified", ("Ændret",), "hvornår teksten sidst er ændret, skrevet som Date"),
    Key("Id", (), "kort fast navn, som aldrig ændres; skrives af new og check --fix"),
    Key("Kind", ("Type",), "indlæggets type: " + ", ".join(k.id for k in KINDS)),
    Key("Authors", ("Forfattere", "Forfatter", "Author"), "navne med ; imellem", many=True),
    Key("Category", ("Kategori",), "Pelicans kategori; gemmes, men vises ikke"),
    Key("Publisher", ("Udgiver",), "id eller navn fra udgivere.yaml"),
    Key("Blog", (), "id fra blogs.yaml"),
    Key("Summary", ("Manchet", "Resumé"), "manchet på 80 til 400 tegn"),
    Key("Competence_areas", ("Kompetenceområder", "Kompetencer"), "id'er eller navne med ; imellem", many=True),
    Key("Work_areas", ("Arbejdsområder",), "id'er eller navne med ; imellem", many=True),
    Key("Reject_areas", ("Fravalg",), "områder, som ikke må foreslås", many=True),
    Key("Tags", ("Emneord",), "frie emneord med ; imellem", many=True),
    Key("Series", ("Serie",), "id fra stafetter.yaml"),
    Key("Part", ("Del",), "nummer i serien"),
    Key("Event", ("Arrangement",), "id på et arrangement i stafetter.yaml"),
    Key("Image", ("Billede",), "sti til billedet inde i indholdsmappen"),
    Key("Image_alt", ("Alt",), "hvad billedet viser"),
    Key("Image_credit", ("Foto",), "hvem der har lavet billedet"),
    Key("Review_by", ("Gennemgås",), "måned eller dato, fx 2027-03"),
    Key("Old_urls", ("Tidligere",), "adresser, der skal føre hertil, med ; imellem", many=True),
    Key("Status", (), "published, draft (kladde) eller hidden (skjult)"),
    Key("Slug", (), "navnet i adressen: små bogstaver a-z, tal og bindestreg"),
    Key("Lang", ("Sprog",), "sprogkode, fx da eller en"),
)

STATUSES = ("published", "draft", "hidden")
STATUS_WORDS = {
    "published": "published",
    "publiceret": "published",
    "udgivet": "published",
    "draft": "draft",
    "kladde": "draft",
    "hidden": "hidden",
    "skjult": "hidden",
}
"""What an author may write, and the stored word."""

KIND_HINTS = {
    "artikel": "article",
    "artikler": "article",
    "nyhed": "article",
    "blogindlæg": "blog",
    "blogindlaeg": "blog",
    "indlæg": "blog",
    "debat": "debate",
    "debatindlæg": "debate",
    "synspunkt": "debate",
    "kronik": "debate",
    "pointer fra stafet": "pointer",
    "pointere": "pointer",
    "pressemeddelelse": "press",
    "presse": "press",
    "eksempel": "case",
    "erfaring": "case",
    "arrangement": "event",
    "begivenhed": "event",
    "kursus": "event",
    "konference": "event",
    "temadag": "event",
    "værktøj": "tool",
    "vaerktoej": "tool",
    "redskab": "tool",
    "skabelon": "tool",
}
"""Danish words that are answered with the kind they mean; the stored id is the English one."""

LANGUAGES = ("da", "en", "sv", "nb", "nn", "no", "de", "fr", "es", "fi", "fo", "kl", "is")
"""Languages a post may be in: the Nordic ones and those that Danish schools teach."""


def folded(word: str) -> str:
    """Return the form in which keys and words are compared: NFC, without case."""
    return unicodedata.normalize("NFC", word).casefold()


_NAMES = {folded(word): word for key in KEYS for word in (key.name, *key.aliases)}
_BY_WORD = {folded(word): key for key in KEYS for word in (key.name, *key.aliases)}
_BY_ID = {key.id: key for key in KEYS}


def key_of(written: str) -> Key | None:
    """Return the key that is written so, or None."""
    return _BY_WORD.get(folded(written))


def key_named(id: str) -> Key:
    """Return the key with the id `id`; a KeyError is a fault of the program."""
    return _BY_ID[id]


@lru_cache(maxsize=1024)
def nearest_key(written: str) -> str | None:
    """Return the name or alias nearest to `written`, as the contract writes it; the name where both are as near."""
    found = nearest(written, _NAMES)
    key = _BY_WORD[found] if found else None
    if found is None or key is None:
        return None
    word, limit = folded(written), len(written)
    is_as_near = (distance(word, key.id, limit) or 0) <= (distance(word, found, limit) or 0)
    return key.name if is_as_near else _NAMES[found]
