"""A content folder in which every field that someone writes tries to become code: a generated payload of its own in each."""

from __future__ import annotations

import random
from pathlib import Path

from tests import odd_content

POSTS, PEOPLE, GROUPS, REMARKS = 60, 25, 12, 40
PREFIXES = (
    "", '"', "'", '">', "'>", "`", "-->", "]]>", "*/", "</title>", "</textarea>", "</script>", "</style>", "</p>", "\\", "\\\\", "{{", "{%", "${",
    "&quot;>", "&#34;>", "&lt;/title&gt;",
)  # fmt: skip
CORES = (
    "<script>alarm(N)</script>", "<ScRiPt >alarm(N)</sCrIpT >", "<script src=//evil.example/N.js></script>", "<img src=x onerror=alarm(N)>",
    "<img/src=x/onerror=alarm(N)//", "<svg onload=alarm(N)>", "<svg><script>alarm(N)</script></svg>", "<body onload=alarm(N)>",
    "<iframe srcdoc='<script>parent.alarm(N)</script>'>", "<iframe src=javascript:parent.alarm(N)>", "<details open ontoggle=alarm(N)>x</details>",
    "<a href=javascript:alarm(N) autofocus onfocus=alarm(N)>x</a>", "<input autofocus onfocus=alarm(N)>", "<style>@import '//evil.example/N.css'</style>",
    "<link rel=stylesheet href=//evil.example/N.css>", "<base href=//evil.example/N/>", "<meta http-equiv=refresh content='0,url=javascript:alarm(N)'>",
    "<form action=//evil.example/N><button>x", "<object data=javascript:alarm(N)>", "<embed src=//evil.example/N>", "<video src=x onerror=alarm(N)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alarm(N)>", "<noscript><p title='</noscript><img src=x onerror=alarm(N)>'>",
    "<template><img src=x onerror=alarm(N)></template>", "<marquee onstart=alarm(N)>x</marquee>", " onmouseover=alarm(N) x=", " autofocus onfocus=alarm(N) x=",
    " style=background:url(//evil.example/N) ", "javascript:alarm(N)", "JaVaScRiPt:alarm(N)//", "data:text/html,<script>alarm(N)</script>",
    "\\u003cscript\\u003ealarm(N)\\u003c/script\\u003e", "&lt;script&gt;alarm(N)&lt;/script&gt;", "%3Cscript%3Ealarm(N)%3C/script%3E",
    "{{ alarm(N) }}", "{% include 'N' %}", "alarm(N)", "<!--<img src=x onerror=alarm(N)>-->", "<![CDATA[<script>alarm(N)</script>]]>",
    "<?xml-stylesheet href='//evil.example/N.xsl'?>", "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alarm(N)</x:script>",
)  # fmt: skip


class Payloads:
    """Makes payloads that are all different, each with a number to know it by."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.made: list[str] = []

    def __call__(self, without: str = "") -> str:
        """Return the next; `without` are characters that part values in this field."""
        core = self._random.choice(CORES).replace("N", str(len(self.made)))
        text = "".join(c for c in f"{self._random.choice(PREFIXES)}{core}" if c not in without)
        self.made.append(text)
        return f"x{len(self.made)} {text}".strip()


def files(seed: int) -> tuple[dict[str, str | bytes], list[str]]:
    """Return path → what the file holds, and every payload in it."""
    new = Payloads(seed)
    made = {**_registers(new), **_posts(new), **_comments(new)}
    made["billeder/plet.png"] = odd_content.picture(40, 30)
    made["sider/om.md"] = f"Title: {new()}\nSlug: om\n\n{_body(new)}\n"
    return made, new.made


def write(content: Path, seed: int) -> list[str]:
    made, payloads = files(seed)
    odd_content.lay(content, made)
    return payloads


def _posts(new: Payloads) -> dict[str, str | bytes]:
    kinds = ("blog", "pointer", "article", "debate", "press", "case", "event", "tool")
    made: dict[str, str | bytes] = {}
    for n in range(POSTS):
        kind = kinds[n % len(kinds)]
        keys = {
            "Kind": kind, "Summary": new(), "Authors": f"{new(';')}; Person {n % PEOPLE}", "Tags": f"{new(';')}; {new(';')}",
            "Image": "billeder/plet.png", "Image_alt": new(), "Image_credit": new(), "Publisher": f"udgiver-{n % GROUPS}",
            "Competence_areas": "etik; innovation", **({"Series": f"serie-{n % GROUPS}", "Event": f"moede-{n % GROUPS}"} if n % 2 else {"Blog": f"blog-{n % GROUPS}"}),
        }  # fmt: skip
        title = new()
        made[f"artikler/p-{n}.md"] = odd_content.post(title, f"p-{n}", _body(new, kind), **keys)
    return made


def _body(new: Payloads, kind: str = "article") -> str:
    """Return a body with payloads where the strict reader takes them: escaped in text, and bare in code."""
    heading = "## 1) " if kind == "pointer" else "## "
    return f"""{_escaped(new())} og {_escaped(new())}

{heading}{_escaped(new())}

`` {new("`")} ``

```
{new("`")}
```

> {_escaped(new())}

::: fakta | {_escaped(new())}
- {_escaped(new())}
:::

![{_escaped(new("[]"))}]({{static}}/billeder/plet.png)

| {_escaped(new("|"))} | b |
| --- | --- |
| {_escaped(new("|"))} | b |
"""


def _escaped(text: str) -> str:
    """Return the text as an editor writes it so that readers see its signs."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!<>|$~:" else c for c in text.replace("&", "og "))


def _registers(new: Payloads) -> dict[str, str | bytes]:
    def q(without: str = "") -> str:
        return odd_content.quoted(new(without))

    return {
        "data/site.yaml": f"""navn: {q()}
undertitel: {q()}
beskrivelse: {q()}
autoritet: "proeven.example,2026"
webadresse: "https://proeven.example"
udgiver: udgiver-0
foto: {q()}
kontakt: {{navn: {q()}, mail: post@proeven.example, telefon: "11 22 33 44", adresse: {q()}, cvr: "12345678"}}
kommentarer: {{mail: svar@proeven.example, maaneder: 6, overskrift: {q()}}}
tilgaengelighed: {{adresse: "https://was.digst.dk/proeven-dk", dato: 2026-11-01}}
privatliv: {{dataansvarlig: {q()}, dpo: {q()}, formaal: {q()}, grundlag: {q()}, log_dage: 14, server: {q()}}}
""",
        "data/arbejdsomraader.yaml": f"- {{id: ledelse, da: {q()}, en: {q()}, definition: {q()}, ikke: {q()}}}\n- {{id: tomt, da: {q()}, definition: {q()}}}\n",
        "data/kompetenceomraader.yaml": "".join(
            f"- {{id: {i}, da: {q()}, en: {q()}, definition: {q()}, ikke: {q()}}}\n" for i in ("etik", "innovation", "tom")
        ),
        "data/personer.yaml": "".join(
            f"- {{id: person-{n}, navn: Person {n}, tekst: {q()}, roller: [{{titel: {q()}, organisationer: [{q()}], fra: 2020-01-01}}], "
            f"links: [{{tekst: {q()}, adresse: 'https://kim.example/{n}'}}], portraet: billeder/plet.png}}\n"
            for n in range(PEOPLE)
        ),
        "data/udgivere.yaml": "".join(
            f"- {{id: udgiver-{n}, navn: {q()}, undertitel: {q()}, tekst: {q()}, oplysning: {q()}, logo: billeder/plet.png, logo_alt: {q()}}}\n"
            for n in range(GROUPS)
        ),
        "data/blogs.yaml": "".join(
            f"- {{id: blog-{n}, navn: {q()}, undertitel: {q()}, ejer: person-{n}, kommentarer_overskrift: {q()}}}\n" for n in range(GROUPS)
        ),
        "data/stafetter.yaml": "".join(
            f"- {{id: serie-{n}, navn: {q()}, beskrivelse: {q()}, arrangoer: {q()}, periode: {q()}, arrangementer: [{{id: moede-{n}, navn: {q()}, "
            f"start: 2026-12-{n + 1:02}, form: {q()}, beskrivelse: {q()}, arrangoer: {q()}, andre_navne: [{q()}], "
            f"oplaegsholdere: [{{navn: {q()}, rolle: {q()}}}, {{navn: Person {n}, person: person-{n}}}]}}]}}\n"
            for n in range(GROUPS)
        ),
        "data/synonymer.yaml": f"- {{ord: [{q()}, kommune]}}\n",
    }  # fmt: skip


def _comments(new: Payloads) -> dict[str, str | bytes]:
    return {
        f"data/kommentarer/p-{n // 2}/{n % 2 + 1:02}.md": f"Name: {new('@')[:80].strip()}\nDate: 2026-11-20\nConsent: ja\n\n{new()}\n\n{new()}\n"
        for n in range(REMARKS)
    }
