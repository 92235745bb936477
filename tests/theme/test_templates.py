"""Guards the templates: declared names only, nothing inline, all text escaped, Danish, one h1, links that lead somewhere."""

import gzip
import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta, nodes
from viden import bodies, comments, dates, pages
from viden.model import (
    Abbreviation,
    Area,
    Blog,
    Body,
    Comment,
    Event,
    Heading,
    Image,
    Person,
    Place,
    Pointer,
    Post,
    Publisher,
    Registers,
    Role,
    Series,
    SiteInfo,
    Speaker,
    Tag,
    TaggedPost,
)

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = THEME / "templates"
FILTERS = {
    name: getattr(dates, name)
    for name in ("long_date", "short_date", "plain_date", "date_first", "clock", "iso", "month_name")
}
FILTERS |= {name: getattr(bodies, name) for name in ("corrections", "without_corrections", "with_call")}
MOMENT = datetime(2026, 11, 25, 12, tzinfo=dates.COPENHAGEN)
HOSTILE = '<b onclick="x()">&"\'Ærø'
"""Stands in every field that an editor writes; on no page may it be markup."""


def make_environment(undefined=StrictUndefined):
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=undefined,
    )
    environment.filters.update(FILTERS)
    return environment


ENVIRONMENT = make_environment()


# --- names -------------------------------------------------------------------


def closure(name):
    """Return the template and all that it extends, includes or imports."""
    found, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            tree = ENVIRONMENT.parse((TEMPLATES / current).read_text(encoding="utf-8"))
            referenced = list(meta.find_referenced_templates(tree))
            assert None not in referenced, f"{current} computes the name of a template"
            waiting.extend(referenced)
    return found


def asked_for(part):
    """Return the names a template leaves open; what it imports itself is known in its blocks too."""
    tree = ENVIRONMENT.parse((TEMPLATES / part).read_text(encoding="utf-8"))
    imported = {n if isinstance(n, str) else n[1] for node in tree.find_all(nodes.FromImport) for n in node.names}
    return meta.find_undeclared_variables(tree) - imported


@pytest.mark.parametrize("name", sorted(pages.TEMPLATE_NAMES))
def test_a_template_asks_for_its_declared_names_only(name):
    asked = set().union(*(asked_for(part) for part in closure(name)))

    assert asked == set(pages.TEMPLATE_NAMES[name])


def test_every_page_template_is_declared_and_every_part_is_used():
    declared = set(pages.TEMPLATE_NAMES)
    used = set().union(*(closure(name) for name in declared))
    there = {p.relative_to(TEMPLATES).as_posix() for p in TEMPLATES.rglob("*.html")}

    assert there == used


def test_a_macro_is_a_pure_function_of_its_arguments():
    for path in sorted((TEMPLATES / "macros").glob("*.html")):
        assert asked_for(path.relative_to(TEMPLATES).as_posix()) == set(), path.name
    for path in sorted(TEMPLATES.rglob("*.html")):
        assert "with context" not in path.read_text(encoding="utf-8"), path.name


def test_only_bodies_are_marked_safe():
    marked = [
        (path.name, found)
        for path in sorted(TEMPLATES.rglob("*.html"))
        for found in re.findall(r"{{[^}]*\|\s*safe[^}]*}}", path.read_text(encoding="utf-8"))
    ]

    assert marked == [
        ("article.html", "{{ article.content|corrections|safe }}"),
        ("article.html", "{{ article.content|without_corrections|with_call(call)|safe }}"),
        ("page.html", "{{ page.content|safe }}"),
    ]


# --- pages -------------------------------------------------------------------


def areas(facet, *ids):
    return tuple(Area(i, facet, f"{HOSTILE} {i}", "", f"Om {HOSTILE} og {i}.", f"Ikke {HOSTILE}") for i in ids)


def registers(**site):
    role = Role(HOSTILE, "i", (HOSTILE,))
    start = datetime(2026, 11, 6, 9, tzinfo=dates.COPENHAGEN)
    speakers = (Speaker(HOSTILE, HOSTILE), Speaker("Ida", person="ida"))
    events = (
        Event("m1", HOSTILE, start, form=HOSTILE, description=HOSTILE, speakers=speakers, series="stafet", number=1),
        Event("m2", f"{HOSTILE} 2", date(2027, 2, 1), speakers=speakers, series="stafet", number=2),
    )
    info = {
        "tagline": HOSTILE,
        "description": f"{HOSTILE} og mere om det hele, så det kan fylde en linje.",
        "publisher": "huset",
        "contact_name": HOSTILE,
        "contact_email": "post@viden.example",
        "contact_phone": "12 34 56 78",
        "contact_address": HOSTILE,
        "was_url": "https://was.digst.dk/viden-example",
        "statement_date": date(2026, 5, 1),
        "become_publisher": HOSTILE,
        "comment_email": "red@viden.example",
        "comment_months": 6,
        "comment_call": HOSTILE,
    }
    return Registers(
        site=SiteInfo(f"Prøven {HOSTILE}", **(info | site)),
        work_areas=areas("work", "ledelse", "skole"),
        competence_areas=areas("competence", "etik", "innovation"),
        people=(
            Person(
                "ida", f"Ida {HOSTILE}", (role,), "billeder/ida.jpg", HOSTILE, "ida@viden.example", "12 34",
                ((HOSTILE, "https://viden.example/"),),
            ),
        ),
        publishers=(
            Publisher("huset", HOSTILE, HOSTILE, HOSTILE, "https://huset.example/", "billeder/l.png", HOSTILE, "", HOSTILE),
            Publisher("andre", f"{HOSTILE} andre", HOSTILE, HOSTILE),
        ),
        blogs=(Blog("blog", HOSTILE, "ida", HOSTILE, "andre"),),
        series=(Series("stafet", HOSTILE, HOSTILE, HOSTILE, HOSTILE, events),),
        abbreviations=(Abbreviation("KL", HOSTILE, "https://kl.example/"), Abbreviation(f"Æ{HOSTILE}", HOSTILE)),
    )  # fmt: skip


def tagged(number, known, **changes):
    """Return a post of everything: the odd ones stand in the series, the even ones in the blog."""
    values = {
        "slug": f"p{number}",
        "kind": ("blog", "pointer", "article", "debate", "press", "case", "event", "tool")[number % 8],
        "title": f"{HOSTILE} {number}",
        "summary": f"{HOSTILE} {number} i korte træk" if number % 3 else "",
        "authors": known.people if number % 4 else (),
        "tags": (HOSTILE, "Digital post", "270519"),
        "image": Image("billeder/top.jpg", HOSTILE, HOSTILE) if number % 2 else None,
        "updated": datetime(2026, 11, 24, tzinfo=dates.COPENHAGEN),
        "review_by": date(2026, 11, 1),
        **({"series": "stafet", "event": "m1"} if number % 2 else {"blog": "blog"}),
    }
    post = Post(
        id=f"p{number}",
        published=datetime(2026, 1 + number % 10, 1 + number % 28, 8, tzinfo=dates.COPENHAGEN),
        has_time=True,
        markdown="",
        place=Place(f"artikler/p{number}.md"),
        **(values | changes),
    )
    body = Body(
        "<p>Brødtekst.</p>",
        f"{HOSTILE} er første afsnit.",
        headings=tuple(Heading(2, HOSTILE, f"afsnit-{n}", Place("a.md")) for n in range(3)),
        pointers=(Pointer(1, HOSTILE, HOSTILE, "pointer-1"),),
        words=450,
        abbreviations=known.abbreviations[:1],
    )
    given = (Tag("ledelse", "work", "sure", 900, "tagger"), Tag("etik", "competence", "sure", 0, "editor"))
    return TaggedPost(post, body, given)


class Content:
    """Stands for Pelican's article: of it templates use the body alone."""

    content = '<h2 id="afsnit-0">Et</h2><p>Brødtekst.</p><h2 id="afsnit-1">To</h2><h2 id="afsnit-2">Tre</h2><p id="pointer-1"></p><p id="forkortelse-kl-i-teksten">KL</p>'


def render(library, own=(), root="", site_url="https://viden.example"):
    """Return address → HTML of every page of a library."""
    frame = pages.frame(library.registers, root, site_url)
    made = {}
    for view in (pages.front_view(library, frame), *pages.all_views(library, frame, own)):
        made[view.url] = ENVIRONMENT.get_template(view.template).render(view=view, site=frame)
    for view in pages.shown_posts(library).values():
        made[view.url] = ENVIRONMENT.get_template(view.template).render(article=Content(), view=view, site=frame)
    for page in own:
        view = pages.shown_page(page, library)
        made[view.url] = ENVIRONMENT.get_template(view.template).render(page=Content(), view=view, site=frame)
    return made


def commented(library):
    """Return the library with a thread on each post: an answer, a removed comment and an answer to that."""
    remarks = [
        Comment(f.id, n, f"{HOSTILE} {n}", date(2026, 11, n), f"{HOSTILE}\n\n{HOSTILE}", reply, is_removed=n == 3)
        for f in library.facts
        for n, reply in ((1, 0), (2, 1), (3, 2), (4, 3), (5, 0))
    ]
    return replace(
        library, dialogues=comments.dialogues(library, remarks), latest_comments=comments.latest(library, remarks)
    )


@pytest.fixture(scope="module")
def made():
    known = registers()
    own = (tagged(99, known, slug="om", is_article=False),)
    return render(commented(pages.library([tagged(n, known) for n in range(45)], known, MOMENT)), own)


def test_an_editor_is_told_in_preview_what_to_write_where_there_is_no_work_area():
    known = registers()
    near = replace(tagged(1, known), tags=(Tag("skole", "work", "suggestion", 2500, "tagger"),))
    none = replace(tagged(2, known), tags=())
    made = render(pages.library((near, none), known, MOMENT, with_drafts=True))

    shown = [BeautifulSoup(made[f"artikler/p{n}/"], "lxml") for n in (1, 2)]
    told = [soup.select_one("#intet-arbejdsomraade").parent for soup in shown]
    commands = [aside.select_one("code").get_text() for aside in told]
    assert commands == ["python3 tasks.py accept p1 skole", "python3 tasks.py accept p2 ledelse"]
    assert "Programmet foreslår" in told[0].get_text() and "kan ikke foreslå" in told[1].get_text()
    assert all(soup.select("h1, h2")[0].name == "h1" for soup in shown)
    assert not [html for html in made.values() if '<b onclick="x()">' in html]


@pytest.fixture(scope="module")
def soups(made):
    return {url: BeautifulSoup(html, "lxml") for url, html in made.items()}


def test_every_kind_of_page_is_among_the_samples(made):
    known = registers()
    library = pages.library([tagged(n, known) for n in range(45)], known, MOMENT)
    frame = pages.frame(known, "", "")
    used = {v.template for v in (pages.front_view(library, frame), *pages.all_views(library, frame))}

    assert used | {"article.html", "page.html"} == set(pages.TEMPLATE_NAMES)


def test_what_an_editor_writes_is_text_on_every_page(made):
    marked = [url for url, html in made.items() if '<b onclick="x()">' in html or "&amp;amp;" in html]

    assert marked == []


def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(soups):
    for url, soup in soups.items():
        assert not soup.select("style, [style], iframe, object, embed"), url
        assert not [t for t in soup.find_all(True) if any(a.startswith("on") for a in t.attrs)], url
        assert all(s.get("src") or s["type"] == "application/ld+json" for s in soup.find_all("script")), url
        loaded = [t.get("src") for t in soup.select("[src]")] + [
            t["href"] for t in soup.select("link[rel=stylesheet], link[rel=icon]")
        ]
        assert all(address.startswith("/") for address in loaded), url


def test_every_page_has_one_h1_and_skips_no_level(soups):
    for url, soup in soups.items():
        levels = [int(h.name[1]) for h in soup.select("main h1, main h2, main h3, main h4")]
        assert levels.count(1) == 1, url
        assert levels[0] == 1, url
        assert all(b - a <= 1 for a, b in pairwise(levels)), (url, levels)


def test_ids_are_unique_and_labels_point_at_them(soups):
    for url, soup in soups.items():
        ids = [t["id"] for t in soup.select("[id]")]
        assert len(ids) == len(set(ids)), (url, sorted(i for i in ids if ids.count(i) > 1))
        wanted = [t[a] for a in ("aria-labelledby", "for") for t in soup.select(f"[{a}]")]
        assert set(wanted) <= set(ids), url


def test_every_link_and_fragment_of_the_site_leads_to_a_page_of_it(soups):
    files = re.compile(r"/(feeds|theme|billeder|data)/|/kalender/.*\.ics$|/artikler/.*/citat\.(bib|ris)$")
    known = {f"/{url}": {t["id"] for t in soup.select("[id]")} for url, soup in soups.items()}
    lost = []
    for url, soup in soups.items():
        for link in soup.select("a[href]"):
            address, _, fragment = link["href"].partition("#")
            if "://" in address or address.startswith(("mailto:", "tel:")) or files.match(address):
                continue
            target = address or f"/{url}"
            if target not in known:
                lost.append((url, link["href"]))
            elif fragment and fragment not in known[target]:
                lost.append((url, link["href"]))

    assert lost == []


def test_each_landmark_of_a_page_has_a_name_of_its_own(soups):
    for url, soup in soups.items():
        drawn = [n for n in soup.select("nav") if not n.find_parent("details")]
        names = [n.get("aria-label") or soup.find(id=n["aria-labelledby"]).get_text() for n in drawn]
        assert len(names) == len(set(names)), (url, names)


def test_a_list_away_from_home_has_one_link_per_post(soups):
    for card in soups[""].select(".card, .feature"):
        assert len(card.select("a")) == 1


def test_the_feeds_of_a_page_have_titles_of_their_own(soups):
    for url, soup in soups.items():
        titles = [t["title"] for t in soup.select('link[rel="alternate"]')]
        assert titles and len(titles) == len(set(titles)), url


def test_the_law_finds_its_link_on_every_page_and_only_where_there_is_a_statement(soups):
    for url, soup in soups.items():
        assert [a["href"] for a in soup.select("footer.footer a") if a.get_text() == "Tilgængelighedserklæring"] == [
            "/tilgaengelighed/"
        ], url
    known = registers(was_url="", publisher="")
    without = render(pages.library([], known, MOMENT))
    assert "Tilgængelighedserklæring" not in without[""]


def test_comments_stand_in_threads_with_an_anchor_name_and_danish_date_each(soups):
    sections = [soup.select_one("section.comments") for url, soup in soups.items() if url.startswith("artikler/p")]
    is_open = [bool(s.select("a[href^='mailto:']")) for s in sections]

    assert True in is_open and False in is_open, "open and closed posts are both among the samples"
    for section in sections:
        threads = section.select(".comments__threads > li")
        assert [t.select_one(".comment")["id"] for t in threads] == ["kommentar-1", "kommentar-5"]
        assert [a["id"] for a in threads[0].select(".comments__replies .comment")] == [
            "kommentar-2",
            "kommentar-3",
            "kommentar-4",
        ]
        assert section.select_one("#kommentar-3").get_text(strip=True) == "Kommentaren er slettet."
        assert section.select_one("#kommentar-4 .comment__answers").get_text() == "Svar til en slettet kommentar"
        assert section.select_one("#kommentar-5 time").get_text() == "5. november 2026"
        assert section.select_one("#kommentarer").get_text() == "4 kommentarer"
        assert ("Der er lukket for kommentarer." in section.get_text()) != bool(section.select(".comments__call"))


def test_the_privacy_page_tells_what_becomes_of_a_comment_where_one_can_be_sent(soups):
    without = render(pages.library([], registers(comment_email=""), MOMENT))["privatliv/"]

    assert "Skriver du en kommentar" in soups["privatliv/"].get_text()
    assert "kommentar" not in without


def test_the_front_page_shows_the_five_newest_comments_and_nothing_where_there_are_none(soups):
    newest = soups[""].select(".newest-comments a")
    without = render(pages.library([], registers(), MOMENT))[""]

    assert len(newest) == 5 and all(re.fullmatch(r"/artikler/p\d+/#kommentar-\d", a["href"]) for a in newest)
    assert "Seneste kommentarer" not in without


def test_a_part_without_data_writes_nothing_at_all():
    bare = Registers(site=SiteInfo("Prøven"))
    post = Post(
        "a", "article", "En titel", "a", datetime(2026, 1, 1, tzinfo=dates.COPENHAGEN), False, "", Place("a.md")
    )
    html = render(pages.library([TaggedPost(post, Body("", ""))], bare, MOMENT))["artikler/a/"]
    soup = BeautifulSoup(html, "lxml")

    assert "None" not in html
    assert [h.get_text() for h in soup.select(".prose h2")] == ["Et", "To", "Tre"]
    called, shared = [h.get_text() for h in soup.select("main h2")][3:]
    assert (called, shared) == ("Er du interesseret i flere artikler som denne?", "Del og citér"), (
        "what always has data"
    )
    empty = [
        t
        for t in soup.select("main p, main ul, main ol, main section, main aside, main nav")
        if not t.get_text(strip=True)
    ]
    assert [t for t in empty if t.get("id") != "pointer-1"] == []


def test_a_site_in_a_folder_links_inside_it():
    known = registers()
    html = render(pages.library([tagged(1, known)], known, MOMENT), root="/viden", site_url="https://k.example/viden")
    for url, page in html.items():
        soup = BeautifulSoup(page, "lxml")
        inside = [t["href"] for t in soup.select("[href]") if t["href"].startswith("/")]
        inside += [t["src"] for t in soup.select("[src]")] + [f["action"] for f in soup.select("form")]
        assert all(address.startswith("/viden/") for address in inside), url
    canonical = BeautifulSoup(html["artikler/p1/"], "lxml").select_one('link[rel="canonical"]')
    assert canonical["href"] == "https://k.example/viden/artikler/p1/"


ENGLISH = re.compile(
    r"\b(posted|published|read more|by|tags|archive|search|home|next|previous|skip|menu bar|subscribe|the)\b"
)


def test_no_english_is_left_over(soups):
    for url, soup in soups.items():
        for element in soup.select("script, code"):
            element.extract()
        said = [soup.get_text(" ")] + [
            t[a] for a in ("aria-label", "placeholder", "title", "alt") for t in soup.select(f"[{a}]")
        ]
        assert ENGLISH.findall(" ".join(said).lower()) == [], url


def test_a_page_weighs_little(made):
    styles = {
        p.relative_to(THEME / "static/css").as_posix(): p.read_bytes() for p in (THEME / "static/css").rglob("*.css")
    }
    style, script = pages.bundle(styles), (THEME / "static/js/comfort.js").read_bytes()
    html = made["artikler/p1/"].encode()

    assert len(html) + len(style) + len(script) <= 100_000
    assert len(gzip.compress(script, mtime=0)) <= 5_000
