"""The style page as HTML: the frame of a sample page, the tokens in figures, then every specimen."""

from __future__ import annotations

from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag
from viden import disk

from .colours import PAIRS, Pair, contrast, schemes, tokens
from .cutting import cut, with_own_ids, with_own_names
from .specimens import SECTIONS, Section

_OWN_STYLE = Path(__file__).with_name("guide.css")
_SIZES = {
    "size-giant": "Tal",
    "size-1": "Titel",
    "size-2": "Overskrift 2",
    "size-3": "Overskrift 3",
    "size-4": "Overskrift 4",
    "size-lead": "Manchet",
    "size-text": "Brødtekst",
    "size-note": "Note",
    "size-small": "Lille",
}
_PANGRAM = "Høj bly gom vandt fræk sexquiz på wc"


def assemble(output: Path, shell: str, css: str, style: str) -> str:
    """Return the style page, cut from the pages in `output`; `LookupError` names a part that is not there."""
    pages: dict[str, BeautifulSoup] = {}
    page = _read(output, shell, {})
    page.title.string = "Stilguide"  # type: ignore[union-attr]
    page.head.append(page.new_tag("link", rel="stylesheet", href=style))  # type: ignore[union-attr]
    for trail in page.select("nav.breadcrumbs"):
        trail.decompose()
    main = page.select_one("main")
    assert main is not None, "every page has its main"
    main.clear()
    main.append(_fragment(_opening() + _colours(css) + _sizes(css)))
    number = 0
    for section in SECTIONS:
        holder = _fragment(_section(section)).find("section")
        for specimen in section.specimens:
            number += 1
            source = _read(output, _file(specimen.page), pages)
            _take_scripts(page, source)
            holder.append(_fragment(f'<p class="guide__name">{escape(specimen.name)}</p>'))  # type: ignore[union-attr]
            for nth, part in enumerate(_cut(source, specimen.page, specimen.select, specimen.most)):
                own = part if specimen.keeps_ids else with_own_ids(part, f"proeve-{number}-{nth}")
                holder.append(own)  # type: ignore[union-attr]
        main.append(holder)  # type: ignore[arg-type]
    with_own_names(page)
    return str(page)


def stylesheet(css: str) -> str:
    """Return the guide's own style: what lays it out, and one class for each colour and size."""
    light, dark = schemes(css)
    rules = [disk.read_bytes(_OWN_STYLE).decode("utf-8")]
    rules += [f".guide__swatch--{name} {{ background: {value}; }}" for name, value in light.items()]
    rules += [f".guide__swatch--{name}-dark {{ background: {value}; }}" for name, value in dark.items()]
    rules += [f".guide__sample--{name} {{ font-size: var(--{name}); }}" for name in _SIZES]
    return "\n".join(rules) + "\n"


def _cut(source: BeautifulSoup, page: str, select: str, most: int) -> list[Tag]:
    try:
        return cut(source, select, most)
    except LookupError as missing:
        raise LookupError(f"Stilguiden mangler {select} på prøvesiden {page or 'forsiden'}.") from missing


def _take_scripts(page: BeautifulSoup, source: BeautifulSoup) -> None:
    """Let the page load what the specimen's own page loads."""
    there = {script.get("src") for script in page.select("script[src]")}
    for script in source.select("script[src]"):
        if script["src"] not in there:
            page.head.append(_fragment(str(script)))  # type: ignore[union-attr]


def _read(output: Path, path: str, pages: dict[str, BeautifulSoup]) -> BeautifulSoup:
    if path not in pages:
        pages[path] = BeautifulSoup(disk.read_bytes(output / path), "html.parser")
    return pages[path]


def _file(url: str) -> str:
    return url if url.endswith(".html") else f"{url}index.html"


def _fragment(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def _opening() -> str:
    links = "".join(f'<li><a href="#{s.id}">{escape(s.heading)}</a></li>' for s in SECTIONS)
    return (
        '<header class="list__header wrap"><h1>Stilguide</h1>'
        '<p class="lead">Alle dele af temaet på én side, klippet ud af et lille prøvewebsted, som er bygget med de samme '
        "skabeloner som det rigtige. Siden findes kun i forhåndsvisningen.</p></header>"
        '<nav class="guide__contents wrap" aria-label="Stilguidens indhold"><ul>'
        f'<li><a href="#farver">Farver</a></li><li><a href="#skrift">Skrift</a></li>{links}</ul></nav>'
    )


def _section(section: Section) -> str:
    return (
        f'<section class="guide__section" aria-labelledby="{section.id}"><h2 class="guide__heading" id="{section.id}">'
        f'{escape(section.heading)}</h2><p class="guide__note">{escape(section.note)}</p></section>'
    )


def _colours(css: str) -> str:
    light, dark = schemes(css)
    swatches = "".join(
        f'<li><span class="guide__swatch guide__swatch--{name}"></span><span class="guide__swatch guide__swatch--{name}-dark">'
        f"</span> <code>{name}</code> <span>{light[name]} · {dark[name]}</span></li>"
        for name in light
    )
    rows = "".join(_row(pair, light, dark) for pair in PAIRS)
    return (
        '<section class="guide__section" aria-labelledby="farver"><h2 class="guide__heading" id="farver">Farver</h2>'
        '<p class="guide__note">Venstre halvdel er den lyse udgave, højre den mørke. Kontrasten er regnet ud af farverne selv.</p>'
        f'<ul class="guide__swatches wrap">{swatches}</ul>'
        '<div class="guide__figures wrap" tabindex="0" role="group" aria-label="Kontraster"><table>'
        "<caption>Kontrast mellem det, der læses, og bunden</caption>"
        '<thead><tr><th scope="col">Brug</th><th scope="col">Forgrund og bund</th><th scope="col">Mindst</th>'
        f'<th scope="col">Lys</th><th scope="col">Mørk</th></tr></thead><tbody>{rows}</tbody></table></div></section>'
    )


def _row(pair: Pair, light: dict[str, str], dark: dict[str, str]) -> str:
    found = "".join(f"<td>{_number(contrast(colours, pair.front, pair.ground))}</td>" for colours in (light, dark))
    names = f"<code>{escape(pair.front)}</code> på <code>{escape(pair.ground)}</code>"
    return f'<tr><th scope="row">{escape(pair.use)}</th><td>{names}</td><td>{_number(pair.least)}</td>{found}</tr>'


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _sizes(css: str) -> str:
    values = tokens(css)
    rows = "".join(
        f'<li><span class="guide__measure">{escape(words)} <code>{escape(values[name])}</code></span>'
        f'<span class="guide__sample guide__sample--{name}">{_PANGRAM}</span></li>'
        for name, words in _SIZES.items()
    )
    return (
        '<section class="guide__section" aria-labelledby="skrift"><h2 class="guide__heading" id="skrift">Skrift</h2>'
        '<p class="guide__note">Overskrifter står med antikva, brødtekst med grotesk, og begge findes på læserens egen maskine.</p>'
        f'<ul class="guide__sizes wrap">{rows}</ul></section>'
    )
