"""A site of another world: the parishes of a deanery, with areas of their own and no word of the project's."""

from __future__ import annotations

COMPETENCES = """
- id: forkyndelse
  da: "Forkyndelse"
  en: "Preaching"
  definition: "At tale til mennesker om det, kirken tror på, så de kan bruge det."
  termer:
    - {t: prædiken, v: 3, art: navn, sammensat: begge}
    - {t: andagt, v: 2, art: navn}
    - {t: "læse (højt|op)", v: 1, art: handling, gab: 2}
- id: sang-musik
  da: "Sang, musik og salmer"
  definition: "Salmer, orgel og kor, i kirken og uden for den."
  termer:
    - {t: salme, v: 3, art: navn, sammensat: begge}
    - {t: orgel, v: 3, art: ting, sammensat: begge}
    - {t: organist, v: 2, art: rolle}
    - {t: kor, v: 2, art: navn, sammensat: begge}
- id: frivillige
  da: "Frivillige kræfter"
  definition: "At finde frivillige, tage imod dem og holde fast i dem."
  ikke: "De ansatte hører til deres eget arbejdsområde."
  termer:
    - {t: frivillig, v: 3, art: rolle}
    - {t: besøgstjeneste, v: 2, art: navn}
"""
WORK = """
- id: praester
  da: "Præster"
  definition: "Dem, der står for gudstjenester og samtaler."
  termer:
    - {t: præst, v: 3, art: rolle, sammensat: begge}
    - {t: gudstjeneste, v: 2, art: navn}
- id: kirkegaard
  da: "Kirkegård og grønne områder"
  definition: "Grave, stier, træer og redskaber."
  termer:
    - {t: kirkegård, v: 3, art: ting, sammensat: begge}
    - {t: graver, v: 3, art: rolle}
    - {t: gravsten, v: 2, art: ting}
- id: kirkekontor
  da: "Kirkekontor"
  definition: "Attester, bøger og telefonen."
  termer:
    - {t: kordegn, v: 3, art: rolle}
    - {t: kirkebog, v: 2, art: ting}
- id: menighedsraad
  da: "Menighedsråd"
  definition: "De valgte, der bestemmer over bygninger og penge."
  termer:
    - {t: menighedsråd, v: 3, art: navn, sammensat: begge}
    - {t: kirkeværge, v: 2, art: rolle}
"""
SITE = """
navn: "Sognebladet"
undertitel: "Fra sogn til sogn i Fjordprovstiet"
beskrivelse: "Erfaringer fra sognene i Fjordprovstiet, ordnet efter, hvem de er skrevet til."
webadresse: "https://sogn.example"
autoritet: "sogn.example,2026"
omraader:
  kompetencer: "Hvad skal du kunne? Her er erfaringerne ordnet efter det, de handler om."
  arbejdsomraader: "Hvad er du i kirken? Her er erfaringerne ordnet efter, hvem de er skrevet til."
kontakt: {navn: "Fjordprovstiet", mail: provsti@sogn.example, telefon: "00 00 00 00", adresse: "Kirkestien 1"}
"""
POSTS = {
    "orglet": """Title: Orglet fik nye bælge
Date: 2026-11-02
Id: orglet
Summary: Organisten og graveren flyttede orglet selv.

Organisten spillede en salme på det gamle orgel, og koret stod på kirkegården. Graveren holdt døren. På kirkegårdens
sti lå en gravsten, som graveren måtte flytte, før orglet kunne komme ind.
""",
    "praedikenen": """---
Titel: Præsten, der korte sin prædiken ned
Dato: 9. november 2026
Id: praedikenen
---
Præsten skrev en prædiken på ti minutter. Ved gudstjenesten læste præsten den højt, og en andagt fulgte efter.
""",
    "besoeg": """Title: Besøg om tirsdagen
Date: 2026-11-10
Id: besoeg
Kompetencer: Frivillige kræfter; Sang, musik og salmer
Arbejdsområder: praester; menighedsraad

De kommer med kaffe.
""",
    "protokollen": """Title: Menighedsrådets protokol
Date: 2026-11-16
Id: protokollen

Menighedsrådet mødtes, og kirkeværgen skrev. Menighedsrådets kirkeværge har nøglen.
""",
    "kirkebogen": """Title: Kordegnen og kirkebogen
Date: 2026-11-17
Id: kirkebogen

Kordegnen slog op i kirkebogen. Kordegnen fandt navnet, og de frivillige i besøgstjenesten fik det. En frivillig ringede.
""",
    "regn": """Title: Regn
Date: 2026-11-18
Id: regn

Det regnede.
""",
}


def files() -> dict[str, str]:
    """Return content path → text of the whole site."""
    registers = {"kompetenceomraader": COMPETENCES, "arbejdsomraader": WORK, "site": SITE}
    return {f"data/{name}.yaml": text for name, text in registers.items()} | {
        f"artikler/{name}.md": text for name, text in POSTS.items()
    }
