"""A content folder of all that is allowed and awkward: the longest, the emptiest, the most foreign and the most hostile.

Each post is named after what is odd about it. Everything here is accepted by
the strict reader; what it refuses is tried elsewhere.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

HOSTILE = "<script>alert(1)</script> \"'`</title> &amp; 🧶"
"""Markup, both quotes, an entity and an emoji; stands in every field of text."""
LONG_WORD = "Kommunaldigitaliseringsstrategiudviklingsgruppemøderæsonnementsafrapporteringsskabelonerne"
"""A word of 90 letters."""
LONG_NAME = "Abelone-Wilhelmine Kattrup von Ravnsbjerg-Høgholm Terkelsen-Å"
ARABIC_TITLE, ARABIC_NAME = "المعرفة من بلدية إلى بلدية: ثلاثة أسئلة", "فاطمة الزهراء بنت عبد الرحمن"
HEBREW_TITLE, HEBREW_NAME = "ידע מעירייה לעירייה", "דוד בן־גוריון"
LONG_TITLE = (
    f"{'Da alle i forvaltningen havde talt om det samme system i elleve år og ingen huskede, hvem der ' * 2} først"[
        :200
    ]
)
"""200 characters, the most a title may have."""
SUMMARY = "En manchet, der siger, hvad indlægget handler om, og hvorfor det er værd at læse til ende."

WORDS = "Det hele begyndte med en mand, der ringede for at spørge, om han havde ringet til det rigtige sted. "


def write(content: Path) -> None:
    """Write the folder: posts, pages, registers, comments and pictures."""
    lay(content, files())


def lay(content: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by their paths."""
    for path, data in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data if isinstance(data, bytes) else data.encode())


def files() -> dict[str, str | bytes]:
    """Return path → what the file holds."""
    return {**_odd_posts(), **_parts(), **_pages(), **_registers(), **_comments(), **_pictures()}


def post(title: str, slug: str, body: str = WORDS, **keys: str) -> str:
    """Return a post's text; `keys` are header keys, and an empty value leaves the key out."""
    known = {"Date": "2026-11-02", "Kind": "article", "Work_areas": "ledelse", "Summary": SUMMARY}
    header = {"Title": title, "Id": slug, "Slug": slug, **known, **keys}
    return "\n".join([*(f"{key}: {value}" for key, value in header.items() if value != "-"), "", body, ""])


# --- posts ---------------------------------------------------------------------


def _odd_posts() -> dict[str, str | bytes]:
    made = {
        "bar": post("Uden noget som helst", "bar", Summary="-", Work_areas="", Competence_areas=""),
        "kort": post("Å", "kort", "Ø.", Summary="-"),
        "emneord": post("Fyrre emneord", "emneord", Tags="; ".join(_tags())),
        "lang-titel": post(LONG_TITLE, "lang-titel", Tags="", Image="billeder/flad.png", Image_alt="En flad stribe"),
        "langt-ord": post(LONG_WORD, "langt-ord", f"{LONG_WORD} {LONG_WORD}.\n\n## {LONG_WORD}\n\n{WORDS}",
                          Summary=f"{LONG_WORD} {LONG_WORD}", Tags=LONG_WORD),
        "arabisk": post(ARABIC_TITLE, "arabisk", f"{ARABIC_TITLE}. {WORDS}", Authors=ARABIC_NAME),
        "hebraisk": post(HEBREW_TITLE, "hebraisk", f"{HEBREW_TITLE}. {WORDS}", Authors=HEBREW_NAME),
        "lange-navne": post("Lange navne", "lange-navne", Authors=f"{LONG_NAME}; {LONG_WORD[:60]}; bo-ek", Blog="lang",
                            Publisher="uden-logo"),
        "navnebroedre": post("To, der hedder det samme", "navnebroedre", Authors="bo-ek; bo-ek-fisker; Aase Gæst; Åse Gæst"),
        "fjendtlig": post(HOSTILE, "fjendtlig", _hostile_body(), Authors=HOSTILE.replace(";", ""), Tags=HOSTILE.replace(";", ""),
                          Summary=HOSTILE, Publisher="fjendtlig", Blog="fjendtlig", Kind="debate",
                          Image="billeder/hoej.png", Image_alt=HOSTILE, Image_credit=HOSTILE,
                          Competence_areas="etik", Modified="2026-11-20", Review_by="2026-11"),
        "tabel": post("En tabel med tolv søjler", "tabel", _table(), Kind="tool"),
        "kode": post("En meget lang linje kode", "kode", f"```\n{'kommune --aar 2026 ' * 16}\n```\n\n`{'x' * 120}`"),
        "billeder": post("To skæve billeder", "billeder", _pictures_in_text()),
        "liste": post("Seks lag af lister", "liste", _nested()),
        "uden-dato": post("Arrangementet uden dag og sted", "uden-dato", Kind="event", Publisher="uden-logo"),
        "pointer": post("Pointer med en faktaboks i", "pointer", _pointers(), Kind="pointer", Series="en-del", Part="1",
                        Event="moede-1", Authors="bo-ek"),
        "alt": post("Alle bokse og alt, hvad en tekst kan have", "alt", _everything(), Kind="case", Authors="Kim Dal",
                    Publisher="huset", Tags="alt; muligt", Competence_areas="etik; innovation",
                    Image="billeder/lille.png", Image_alt="En grøn plet", Image_credit="Foto: Kim Dal",
                    Modified="2026-11-20"),
        "medier": post("Video, filer og forkortelser", "medier", _media()),
    }  # fmt: skip
    return {f"artikler/{name}.md": text for name, text in made.items()} | _files()


def _media() -> str:
    """Return videos and files with names of every kind, and all abbreviations of the register."""
    videos = "\n\n".join(
        f"::: video | {title}\nAdresse: https://{'video.' * 30}example.org/{'a' * 200}\nBillede: billeder/{picture}.png\n"
        f"Alt: {title}\nFoto: {title}\nLængde: 99 timer 59 min.\nUdskrift: {{static}}/filer/{LONG_WORD}.pdf\n:::"
        for title, picture in ((HOSTILE, "flad"), (LONG_WORD, "hoej"), (ARABIC_TITLE, "lille"))
    )
    links = f"[{LONG_WORD}]({{static}}/filer/tal.csv) og [{ARABIC_TITLE}]({{static}}/filer/plan.ics)"
    passages = (
        f"[{ARABIC_TITLE}]{{lang=ar}} og {HEBREW_TITLE}\n\n- {HEBREW_TITLE}\n- {ARABIC_TITLE}\n\n> {ARABIC_TITLE}"
    )
    return f"{WORDS}\n\n{videos}\n\nKL, {LONG_WORD[:20]} og ÆØÅ's {links}.\n\n{passages}"


def _files() -> dict[str, str | bytes]:
    return {
        f"filer/{LONG_WORD}.pdf": b"%PDF-1.7\n/Author (" + HOSTILE.encode("ascii", "ignore").replace(b"'", b"") + b")",
        "filer/tal.csv": f"navn;tal\n{HOSTILE};1\n",
        "filer/plan.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    }


def _tags() -> list[str]:
    return [f"emneord nummer {n}" for n in range(1, 38)] + [LONG_WORD, "strik 🧶", ARABIC_TITLE]


def _parts() -> dict[str, str | bytes]:
    """Thirty parts of a series: more than one page of every list that holds them."""
    return {
        f"artikler/del-{n:02}.md": post(
            f"Del {n} af den lange serie", f"del-{n:02}", Series="lang", Part=str(n), Date=f"2026-10-{n:02}",
            Kind="blog", Blog="lang", Authors="Kim Dal", Publisher="huset", Tags="serie", Competence_areas="etik",
        )
        for n in range(1, 31)
    }  # fmt: skip


def _hostile_body() -> str:
    escaped = HOSTILE.replace("<", "\\<").replace("`", "\\`")
    return f"{escaped}\n\n## {escaped}\n\n`{HOSTILE.replace('`', '')}`\n\n> {escaped}\n\n::: fakta | {escaped}\n{escaped}\n:::"


def _table() -> str:
    rows = [[f"Søjle {n}" for n in range(1, 13)], ["---"] * 12]
    rows += [[f"{n * m} kr." for n in range(1, 13)] for m in (1, 1000, 1000000)]
    rows.append([LONG_WORD, *[""] * 11])
    return f"{WORDS}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _pictures_in_text() -> str:
    return f"{WORDS}\n\n![En høj stribe]({{static}}/billeder/hoej.png)\n\n![En flad stribe]({{static}}/billeder/flad.png)\n\n{WORDS}"


def _nested() -> str:
    bullets = "\n".join(f"{'    ' * level}- Lag {level + 1}: {WORDS}" for level in range(6))
    numbers = "\n".join(f"{'    ' * level}1. Trin {level + 1}: {LONG_WORD}" for level in range(6))
    return f"{bullets}\n\n{WORDS}\n\n{numbers}"


def _pointers() -> str:
    box = f"::: fakta | Fakta om {LONG_WORD}\n{WORDS}\n\n- et\n- {LONG_WORD}\n:::"
    return f"{WORDS}\n\n## 1) {LONG_WORD}\n\n{WORDS}\n\n{box}\n\n{WORDS}\n\n## 2) Kort\n\nJa.\n\n## 3) {LONG_TITLE}\n\n{WORDS}"


def _everything() -> str:
    return f"""{WORDS}

## Første mellemrubrik

{WORDS} [learning by doing]{{lang=en}} og **fed** og *kursiv* og et [link](https://example.org/{"a" * 200}).[^1]

### Under den første

::: fakta | Fakta
{WORDS}

- Et punkt
:::

::: læs også
- [Del 1 af den lange serie]({{filename}}/artikler/del-01.md)
:::

::: citat | Kim Dal
{WORDS}
:::

::: redaktør
Rettet den 20. november 2026: {WORDS}
:::

::: nyhedsbrev | Få det næste
{WORDS}
:::

::: @genbrug
:::

## Anden mellemrubrik

1. Et
2. To

> {WORDS}

![]({{static}}/billeder/lille.png){{: .dekorativ }}

| Navn | Antal |
| --- | ---: |
| Et | 1 |
| To | 20 |

---

## Tredje mellemrubrik

```
kode
```

[^1]: En note. {WORDS}
"""


def _pages() -> dict[str, str | bytes]:
    return {"sider/om.md": f"Title: Om {HOSTILE}\nSlug: om\n\n## {LONG_WORD}\n\n{_table()}\n"}


# --- registers -----------------------------------------------------------------


def _registers() -> dict[str, str | bytes]:
    hostile = quoted(HOSTILE)
    return {
        "data/site.yaml": f"""navn: {quoted("Prøven " + HOSTILE)}
undertitel: {hostile}
beskrivelse: {quoted(LONG_WORD + " " + HOSTILE)}
autoritet: "proeven.example,2026"
webadresse: "https://proeven.example"
udgiver: huset
foto: {hostile}
forside: [langt-ord, fjendtlig, lang-titel]
anbefalet: [arabisk, hebraisk, lang-titel, kort, fjendtlig]
bliv_udgiver: "redaktion@proeven.example"
kontakt: {{navn: {hostile}, mail: post@proeven.example, telefon: "11 22 33 44", adresse: {quoted(LONG_WORD)}, cvr: "12345678"}}
kommentarer: {{mail: svar@proeven.example, maaneder: 6, overskrift: {quoted("Svar " + HOSTILE)}}}
tilgaengelighed: {{adresse: "https://was.digst.dk/proeven-dk", dato: 2026-11-01}}
privatliv: {{dataansvarlig: {hostile}, dpo: {quoted(LONG_WORD)}, formaal: {hostile}, grundlag: {hostile}, log_dage: 14, server: {hostile}}}
""",
        "data/arbejdsomraader.yaml": f"""- {{id: ledelse, da: Ledelse, definition: {hostile}, ikke: {hostile}}}
- {{id: skole, da: {quoted(LONG_WORD)}, definition: {quoted(LONG_WORD)}}}
- {{id: tomt, da: {hostile}}}
""",
        "data/kompetenceomraader.yaml": f"""- {{id: etik, da: {hostile}, definition: {hostile}, ikke: {hostile}, kle: ["29"]}}
- {{id: innovation, da: {quoted(LONG_WORD)}}}
- {{id: tom, da: {quoted(ARABIC_TITLE)}}}
""",
        "data/personer.yaml": f"""- id: kim-dal
  navn: Kim Dal
  portraet: billeder/portraet.png
  tekst: {quoted(LONG_WORD + " " + HOSTILE)}
  mail: {quoted("a" * 60 + "@proeven.example")}
  telefon: "11 22 33 44"
  links: [{{tekst: {hostile}, adresse: "https://kim.example/{"a" * 120}"}}]
  roller:
    - {{titel: {hostile}, organisationer: [{hostile}, {quoted(LONG_WORD)}], fra: 2020-01-01}}
    - {{titel: {quoted(LONG_WORD)}, organisationer: [Huset], fra: 2010-01-01, til: 2019-12-31}}
- id: bo-ek
  navn: Bo Ek
  roller: [{{titel: fotograf, organisationer: [Fotohuset]}}]
- id: bo-ek-fisker
  navn: Bo Ek
  roller: [{{titel: fisker, organisationer: [Havnen]}}]
""",
        "data/udgivere.yaml": f"""- {{id: huset, navn: Huset, undertitel: {quoted(LONG_WORD)}, tekst: {hostile}, adresse: "https://huset.example/", logo: billeder/portraet.png, logo_alt: Husets mærke}}
- {{id: uden-logo, navn: {quoted(LONG_WORD)}, tekst: {quoted(WORDS * 8)}}}
- {{id: fjendtlig, navn: {hostile}, undertitel: {hostile}, tekst: {hostile}, logo: billeder/flad.png, logo_alt: {hostile}, oplysning: {hostile}}}
- {{id: ingen, navn: Ingen har skrevet her}}
""",
        "data/blogs.yaml": f"""- {{id: lang, navn: {quoted(LONG_WORD)}, ejer: kim-dal, undertitel: {quoted(LONG_WORD)}, udgiver: huset}}
- {{id: fjendtlig, navn: {hostile}, undertitel: {hostile}, kommentarer_overskrift: {quoted("Svar " + HOSTILE)}}}
""",
        "data/stafetter.yaml": f"""- {{id: lang, navn: {quoted(LONG_WORD)}, beskrivelse: {hostile}, arrangoer: {quoted(LONG_WORD)}, periode: {hostile}}}
- id: en-del
  navn: {hostile}
  arrangoer: {hostile}
  arrangementer:
    - id: moede-1
      navn: {hostile}
      start: "2026-10-01 09.00"
      form: {quoted("på " + LONG_WORD)}
      beskrivelse: {hostile}
      oplaegsholdere: [{{navn: {hostile}, rolle: {hostile}}}, {{navn: Kim Dal, person: kim-dal}}, {{navn: {quoted(ARABIC_NAME)}}}]
    - {{id: moede-2, navn: {quoted(LONG_WORD)}, start: "2027-02-01", arrangoer: {quoted(LONG_WORD)}}}
- {{id: tom, navn: Serien uden dele}}
""",
        "data/bokse.yaml": f"""- id: genbrug
  type: fakta
  overskrift: {quoted(LONG_WORD)}
  tekst: "Brugt igen."
""",
        "data/synonymer.yaml": f"- {{ord: [{hostile}, kommune]}}\n",
        "data/forkortelser.yaml": f"""- {{kort: KL, lang: {hostile}, adresse: "https://kl.example/{"a" * 200}"}}
- {{kort: {LONG_WORD[:20]}, lang: {quoted(LONG_WORD)}}}
- {{kort: ÆØÅ, lang: {quoted(ARABIC_TITLE)}}}
""",
        "data/mest_laeste.yaml": "periode: 2026-10\nindlaeg:\n  - {id: langt-ord, laesere: 999999}\n  - {id: fjendtlig, laesere: 2}\n",
    }  # fmt: skip


def quoted(text: str) -> str:
    """Return the text as a YAML scalar in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comments() -> dict[str, str | bytes]:
    def comment(name: str, text: str, reply: int = 0) -> str:
        answer = f"Reply_to: {reply}\n" if reply else ""
        return f"Name: {name}\nDate: 2026-11-20\n{answer}Consent: ja\n\n{text}\n"

    long = f"{'ø' * 200} {WORDS * 28}"[:3000]
    return {
        "data/kommentarer/fjendtlig/01.md": comment("Gæst", HOSTILE),
        "data/kommentarer/fjendtlig/02.md": comment(LONG_NAME, long, 1),
        "data/kommentarer/fjendtlig/03.md": comment(ARABIC_NAME, ARABIC_TITLE, 2),
        "data/kommentarer/fjendtlig/04.md": comment(LONG_WORD[:80], HOSTILE, 3),
        "data/kommentarer/fjendtlig/05.md": comment(HOSTILE, HOSTILE),
    }


# --- pictures ------------------------------------------------------------------


def _pictures() -> dict[str, str | bytes]:
    sizes = {"hoej": (20, 4000), "flad": (4000, 20), "lille": (40, 40), "portraet": (600, 600)}
    return {f"billeder/{name}.png": picture(*size) for name, size in sizes.items()}


def picture(width_px: int, height_px: int) -> bytes:
    picture = Image.new("RGB", (width_px, height_px), "#2a6f5b")
    ImageDraw.Draw(picture).line((0, 0, width_px, height_px), fill="#f2c14e", width=4)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
