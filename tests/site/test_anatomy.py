"""Guards that all an article is made of stands on its page as readers know it, on a small site of invented texts.

The texts and registers lie in `tests/cases/anatomi/`; the pictures are borrowed from the sample site.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from tests.conftest import ROOT, TinySite

FOLDER = ROOT / "tests" / "cases" / "anatomi"
PICTURES = {"stafet.jpg": "silo.jpg", "logo-kystlauget.png": "lauget.png"}
FROST, POINTERS, SALT = "den-foerste-frost", "pointer-fra-vintermoede-2-om-tal-og-tommelfingre", "vintermoede-2-saa-meget-salt-skal-der-til"  # fmt: skip
BILL, ICE, GRIT = "regningen-for-en-vinter", "tre-slags-is", "et-gaestebud-om-grus"
ARTICLES = (FROST, POINTERS, SALT, BILL, ICE, GRIT, "saltkalenderen")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    made = TinySite(tmp_path_factory.mktemp("anatomi"))
    shutil.copytree(FOLDER, made.content)
    for name, copy in PICTURES.items():
        made.write(f"billeder/{copy}", (ROOT / "content" / "billeder" / name).read_bytes())
    done = made.build()
    assert done.status == 0, done.out + done.err
    return made


@pytest.fixture(scope="module")
def page(site: TinySite) -> Any:
    @cache
    def read(url: str) -> BeautifulSoup:
        return BeautifulSoup(site.read(f"{url}/index.html"), "lxml")

    return lambda url: read(url if "/" in url or url in ("udgivere", "blogs") else f"artikler/{url}")


def words(node: Tag | None) -> str:
    assert node is not None
    return " ".join(node.get_text().replace("\u00ad", "").split())


def told(soup: BeautifulSoup) -> dict[str, Any]:
    """Return what machines are told of an article."""
    block = soup.find("script", type="application/ld+json")
    assert isinstance(block, Tag)
    return next(t for t in json.loads(block.string or "")["@graph"] if "headline" in t)


# --- the head of an article ------------------------------------------------------


@pytest.mark.parametrize("slug", ARTICLES)
def test_the_title_stands_once_as_the_only_h1(page, slug):
    soup = page(slug)

    assert [words(h) for h in soup.find_all("h1")] == [told(soup)["headline"]]
    assert words(soup.select_one("main")).count(told(soup)["headline"]) == 1 + words(soup.select_one("main")).count(
        f"»{told(soup)['headline']}«"
    ) + words(soup.select_one("main")).count(f"indlæg: {told(soup)['headline']}")


def test_the_kicker_names_series_else_blog_and_the_kind_and_is_no_heading(page):
    assert words(page(POINTERS).select_one("p.kicker")) == "Vintervejen · Pointer"
    assert page(POINTERS).select_one("p.kicker a")["href"] == "/serier/vintervejen/"
    assert words(page(FROST).select_one("p.kicker")) == "På glatte veje · Blog"
    assert words(page(BILL).select_one("p.kicker")) == "Artikel"


def test_the_lead_is_reused_and_without_one_nothing_stands(page):
    lead = words(page(BILL).select_one("p.lead"))

    assert lead.startswith("En vinter koster det, den koster, siger man.")
    assert page(BILL).find("meta", attrs={"name": "description"})["content"][:40] == lead[:40]
    assert page(FROST).select("p.lead") == []


@pytest.mark.parametrize(
    ("slug", "line"),
    [
        (FROST, "Af Signe Holtegaard, tirsdag den 3. november 2026 kl. 08.00"),
        (ICE, "Af Signe Holtegaard, mandag den 5. oktober 2026 kl. 09.00"),
        (POINTERS, "Af Oluf Brandt Nissen 10/11/2026"),
        (SALT, "Af Oluf Brandt Nissen, Signe Holtegaard og Ditlev Kaas 09/11/2026"),
        (BILL, "Udgivet af Vejlauget 03/11/2026"),
        (GRIT, "1 oktober, 2026"),
    ],
)
def test_the_byline_is_letter_for_letter(page, slug, line):
    assert words(page(slug).select_one("p.byline")) == line


def test_a_clock_time_shows_only_where_the_header_gave_one_and_knows_its_zone(page):
    assert page(FROST).select_one(".byline time")["datetime"] == "2026-11-03T08:00:00+01:00"
    assert page(ICE).select_one(".byline time")["datetime"] == "2026-10-05T09:00:00+02:00"
    assert "kl." not in words(page(BILL).select_one(".byline"))


def test_every_author_is_linked_told_to_machines_and_in_the_feed(page, site):
    names = ["Oluf Brandt Nissen", "Signe Holtegaard", "Ditlev Kaas"]

    assert [words(a) for a in page(SALT).select(".byline a")] == names
    assert [a["name"] for a in told(page(SALT))["author"]] == names
    assert all(f"<name>{name}</name>" in site.read("feeds/alle.atom.xml") for name in names)


def test_a_post_without_a_person_has_its_publisher_as_author(page):
    author = told(page(BILL))["author"]

    assert (author["@type"], author["name"]) == ("Organization", "Vejlauget")


def test_a_guest_has_a_line_of_his_own_beside_publisher_and_poster(page):
    soup = page(GRIT)

    assert words(soup.select_one("p.guest")) == "Blogindlæg af Ditlev Kaas, sekretariatsleder, Grusforeningen"
    assert words(soup.select_one("p.publisher")) == "Sandlauget – fællesskab for det løse, Rosa Lind"


def test_a_blog_stands_by_its_posts_with_its_line_else_its_keeper(page):
    assert words(page(FROST).select_one(".post__blog")) == (
        "På glatte veje Signe Holtegaard blogger om vejr, veje og dem, der rydder dem"
    )
    assert words(page(GRIT).select_one(".post__blog")) == "Sand i gearet Blog af Rosa Lind"


def test_only_blogs_with_posts_are_our_blogs(page):
    footer = [words(a) for a in page(FROST).select('nav[aria-labelledby="bund-blogs"] a')]

    assert footer == ["På glatte veje", "Sand i gearet"]
    assert "Ingen har skrevet endnu" not in words(page("blogs").select_one("main"))


def test_the_image_has_alt_size_and_a_credit_that_says_what_it_is(page):
    figure = page(GRIT).select_one("figure.post__image")
    image = told(page(GRIT))["image"]

    assert figure.img["alt"] == "En silo med en koralrød stribe"
    assert figure.img["width"].isdigit() and figure.img["height"].isdigit()
    assert words(figure.figcaption) == "Foto: Bolette Krag på Pixelhavn.dk"
    assert (image["creditText"], image["creator"]["name"]) == ("Foto: Bolette Krag på Pixelhavn.dk", "Bolette Krag")


def test_a_change_is_told_beside_the_day_and_moves_only_updated(page, site):
    entries = site.read("feeds/alle.atom.xml").split("<entry>")
    entry = next(e for e in entries if "<title>Tre slags is</title>" in e)
    dates = dict(re.findall(r"<(published|updated)>([^<]*)<", entry))

    assert "Opdateret den 12. oktober 2026" in words(page(ICE).select_one(".post__sender"))
    assert dates["published"].startswith("2026-10-05") and dates["updated"].startswith("2026-10-12")


def test_a_correction_stands_below_the_byline_once_and_travels(page, site):
    soup = page(ICE)
    notice = soup.select_one(".post__header .box--rettelse")
    correction = told(soup)["correction"]

    assert words(notice) == (
        "Rettelse Rettet den 12. oktober 2026: Der stod, at isen synger, når den brister. Den synger før."
    )
    assert len(soup.select(".box--rettelse")) == 1
    assert [(c["datePublished"], c["text"][:15]) for c in correction] == [("2026-10-12", "Der stod, at is")]
    assert "Rettet den 12. oktober 2026" in site.read("feeds/alle.atom.xml")


def test_an_overdue_text_asks_whether_it_still_holds(page):
    notice = page(ICE).select_one("aside.notice")

    assert words(notice).startswith(
        "Gælder det stadig? Teksten skulle have været set efter senest den 1. november 2026."
    )
    assert notice.a["href"].startswith("mailto:post@vintervagten.example?subject=")
    assert page(FROST).select("aside.notice") == []


# --- the body ------------------------------------------------------------------------


def test_numbered_headings_are_pointers_in_pointers_alone(page):
    pointers = page(POINTERS).select("ol.pointers > li")

    assert [(p["id"], p["value"]) for p in pointers] == [("pointer-1", "1"), ("pointer-2", "2"), ("pointer-3", "3")]
    assert words(pointers[0].h2) == "1) Lad tallet begynde samtalen"
    assert pointers[0].select_one("a.pointer__link")["href"] == "#pointer-1"
    assert page(ICE).select("ol.pointers") == []
    assert [words(h) for h in page(ICE).select(".prose h2")] == [
        "1) Den, man kan se",
        "2) Den, man kan høre",
        "3) Den, ingen kan se",
    ]


def test_headings_have_ids_and_three_make_a_table_of_contents(page):
    assert [a["href"] for a in page(BILL).select("nav.contents a")] == [
        "#hvor-blev-det-af",
        "#hvad-det-gav",
        "#hvad-der-er-tilbage",
    ]
    assert [h["id"] for h in page(FROST).select(".prose > h2")] == ["varm-kaffe-og-kolde-tal", "hvad-goer-i-andre"]
    assert page(FROST).select("nav.contents") == []


def test_a_brief_stands_first_and_outside_the_lead(page):
    first = page(BILL).select_one(".prose").find(True)

    assert "box--kort" in first["class"] and words(first).startswith("Kort fortalt En tredjedel")
    assert len(first.select("li")) == 3


def test_rare_signs_quotes_and_foreign_words_survive_page_and_feed(page, site):
    feed = site.read("feeds/alle.atom.xml")

    assert "SaltLog® kan heller ikke se den :)" in words(page(ICE).select_one(".prose"))
    assert "SaltLog® kan heller ikke se den :)" in feed
    assert page(FROST).select_one('.prose span[lang="en"]').get_text() == "machine learning"
    quote = page(GRIT).select_one("figure.box--citat")
    assert (words(quote.blockquote), words(quote.figcaption)) == (
        "Grus er sten, der har opgivet.",
        "Ditlevs far, sandmand",
    )


def test_a_picture_in_the_text_has_its_caption(page):
    figure = page(GRIT).select_one(".prose figure.figure")

    assert figure.img["alt"] == "Siloen set fra den anden side" and figure.img["width"].isdigit()
    assert words(figure.figcaption) == "Siloen i december. Foto: Bolette Krag på Pixelhavn.dk"


def test_a_contact_box_comes_from_the_register_where_the_text_invites(page):
    box = page(FROST).select_one(".prose > aside.box--kontakt")

    assert words(box) == (
        "Kontakt Signe Holtegaard, vejvagt i Klitborg Kommune Mail: signe@vintervagten.example Telefon: 00 00 00 00"
    )
    assert [a["href"] for a in box.select("a")] == [
        "/personer/signe-holtegaard/",
        "mailto:signe@vintervagten.example",
    ]


def test_a_post_named_in_a_box_is_linked_under_its_own_title(page):
    box = page(POINTERS).select_one("aside.box--laes-ogsaa")

    assert words(box) == "Læs også Vintermøde 2: Så meget salt skal der til"
    assert box.a["href"] == f"/artikler/{SALT}/"


@pytest.mark.parametrize(
    ("inside", "rule"),
    [
        ("", "box-empty"),
        ("- [](findes-ikke.md)", "link-empty"),
        ("- findes-ikke", "related-link"),
        ("- kladden", "link-unpublished"),
    ],
)
def test_a_box_that_leads_nowhere_is_an_error(make_post, tmp_path, inside, rule):
    made = TinySite(tmp_path)
    made.write("artikler/kladden.md", make_post(id="kladden", title="En kladde om broen", status="draft"))
    made.write("artikler/b.md", make_post(body=f"Tekst.\n\n::: læs også\n{inside}\n:::"))
    done = made.run("check")

    assert done.status == 1
    assert f"({rule})" in done.out + done.err


def test_boxes_about_sender_and_medium_are_asides_after_the_prose_and_not_in_feeds(page, site):
    boxes = page(BILL).select(".prose > aside.box--redaktoer")
    rows = {row["id"]: row for row in json.loads(site.read("data/artikler.json"))}

    assert [words(b.find(class_="box__heading")) for b in boxes] == ["Vejlauget skriver selv", "Hvad er Saltposten?"]
    assert boxes[0].a["href"] == "/udgivere/vejlauget/"
    assert not [n for n in boxes[-1].find_next_siblings() if n.name == "p"]
    for text in (site.read("feeds/alle.atom.xml"), rows["regning"]["text"]):
        assert "redigerer sine egne tekster" not in text and "papiret blev for dyrt" not in text


# --- meetings --------------------------------------------------------------------------


def test_a_meeting_tells_day_form_speakers_and_who_stands_behind(page):
    block = page(POINTERS).select_one("section.event-block")

    assert words(block.h2) == "Vintermøde 2"
    assert words(block).startswith("Vintermøde 2 Blev holdt den 6. november 2026")
    assert "virtuelt på Teams" in words(block)
    assert [words(li) for li in block.select("ul.speakers > li")] == [
        "Aksel Vraa, rektor for Vejskolen",
        "Berit Dam, ph.d. og lektor i friktion på Vejskolen",
        "Carlo Egede fra Fjordnet og Institut for Is",
        "Dagny Fisker, tidl. vejdirektør og ejer af firmaet Fast Grund",
    ]
    assert "Bag de tre møder står Vejlauget." in words(block)


def test_one_record_tells_the_series_with_its_numbered_meetings(page):
    box = page(POINTERS).select_one("aside.box--fakta")

    assert words(box.find(class_="box__heading")) == "Om »Vintervejen«"
    assert "Møderne holdes fra oktober 2026 til januar 2027." in [words(li) for li in box.select("ul > li")]
    assert [words(li) for li in box.select("ol > li")] == [
        "Vintermøde 1 En formiddag om målere.",
        "Vintermøde 2 En eftermiddag om tal og tommelfingre.",
        "Vintermøde 3 En dag om det, der er tilbage, når sneen er væk.",
    ]


def test_the_tense_of_a_meeting_follows_the_instant_of_the_build(page, site, tmp_path):
    now = words(page("serier/vintervejen").select_one("main"))
    later = TinySite(tmp_path)
    shutil.copytree(site.content, later.content)
    assert later.build(env={"SOURCE_DATE_EPOCH": "1802000000"}).status == 0

    assert "Blev holdt den 6. november 2026" in now and "Holdes den 14. januar 2027 kl. 09.00" in now
    assert "Blev holdt den 14. januar 2027 kl. 09.00" in later.read("serier/vintervejen/index.html")


# --- after the body ----------------------------------------------------------------------


def test_the_call_tells_list_rhythm_and_sections_and_stands_once(page):
    for slug, where in ((FROST, "aside.call"), (POINTERS, "aside.box--nyhedsbrev")):
        soup = page(slug)
        call = soup.select_one(where)

        assert "Vejbrevet udkommer alle hverdage med:" in words(call)
        assert [words(li) for li in call.select("li")] == ["Overblik", "Videndeling", "Nyheder", "Inspiration", "Debat"]
        assert call.select_one("a.button")["href"] == "/abonner/teknik-miljoe/"
        assert len(soup.select("a[href='/abonner/teknik-miljoe/'].button")) == 1
        assert call.select("form, input") == []


def test_an_own_call_has_its_own_words_and_place(page):
    box = page(POINTERS).select_one("aside.box--nyhedsbrev")

    assert words(box).startswith("Vil du læse mere af den slags? Vejlauget samler det, vejfolk har prøvet.")
    assert page(POINTERS).select("aside.call") == []
    assert "Er du interesseret i flere artikler som denne?" in words(page(FROST).select_one("aside.call"))


def test_keywords_are_told_apart(page, site):
    groups = {words(g.h2): [words(li) for li in g.select("li")] for g in page(BILL).select(".marks__group")}

    assert groups["Emneord"] == ["Vintertjeneste", "Budgetter"]
    assert groups["Organisationer"] == ["Vejlauget"]
    assert groups["Udgaver"] == ["Saltposten", "3. november 2026: Den første frost"]
    assert sorted(p.name for p in (site.output / "emner").iterdir() if p.is_dir()) == ["budgetter", "vintertjeneste"]
    assert {"Kompetenceområder", "Arbejdsområder"} >= set(groups) - {"Emneord", "Organisationer", "Udgaver"}


def test_no_keywords_leave_nothing_behind(page):
    text = str(page(FROST).select_one("main"))

    assert not re.search(r"Emneord|Organisationer|Udgaver|>None<", text)


def test_a_publisher_has_a_card_with_counts_that_are_the_lengths_of_its_lists(page):
    card, lists = page(BILL).select_one("section.sender"), page("udgivere/vejlauget")
    counts = {words(li.a): int(words(li.select_one(".number"))) for li in card.select(".counts li")}

    assert words(card.h2) == "Vejlauget på Vintervagten"
    assert card.img["alt"] == "Vejlaugets mærke: bølger"
    assert counts["Artikler"] == len(lists.select("#artikler ~ ul.rows > li")) == 4
    assert counts["Arrangementer"] == len(lists.select("#arrangementer ~ ul > li")) == 3
    assert {a["href"].partition("#")[0] for a in card.select(".counts a")} == {"/udgivere/vejlauget/"}


def test_a_cut_text_ends_at_a_word(page, site):
    text = words(page(BILL).select_one("section.sender .sender__text > p:not(.kicker)"))
    whole = (FOLDER / "data/udgivere.yaml").read_text(encoding="utf-8")

    assert text.endswith("…") and not text.endswith(("f…", "eks…", "f. eks…"))
    assert re.search(rf"{re.escape(text.removesuffix('…'))}\W", whole)


def test_one_becomes_a_publisher_where_the_site_says_how(page):
    section = page("udgivere").select_one("section.side-box--wide")

    assert words(section) == "Bliv udgiver Skriver I også om veje? Sådan bliver din organisation udgiver"
    assert section.a["href"] == "https://vintervagten.example/nye/"


def test_comments_stand_in_threads_and_the_call_names_the_post_and_marks_its_fields(page):
    section = page(FROST).select_one("section.comments")
    call = section.select_one(".comments__call")
    mail = call.select_one("a.button")["href"]
    starred = re.findall(r"(?<=%0A)(\w+)%20%2A%3A", mail)

    assert [c["id"] for c in section.select(".comment")] == ["kommentar-1", "kommentar-2"]
    assert words(section.select_one("#kommentar-1 time")) == "4. november 2026"
    assert words(call.h2) == "Svar på dette indlæg: Den første frost"
    assert "subject=Svar%20p%C3%A5%20dette%20indl%C3%A6g%3A%20Den%20f%C3%B8rste%20frost" in mail
    assert "Felter med * skal udfyldes." in words(call)
    assert re.findall(r"(\w+) \*(?=[,. ])", words(call).partition("Felter")[0]) == starred == [
        "Navn", "Samtykke", "Kommentar",
    ]  # fmt: skip


def test_the_newest_comments_and_the_most_read_show_only_what_there_is(site):
    front = BeautifulSoup(site.read("index.html"), "lxml")

    assert [words(a) for a in front.select(".newest-comments a")]
    assert "Mest læste" not in words(front.body) and "Redaktionen anbefaler" not in words(front.body)


@pytest.mark.parametrize("url", [FROST, "udgivere/vejlauget", "serier/vintervejen", "blogs"])
def test_every_page_has_a_search_field_that_works_as_a_form(page, url):
    form = page(url).select_one("form[role=search]")
    field = form.select_one("input[type=search]")

    assert (form["action"], form["method"], field["name"]) == ("/soeg/", "get", "q")
    assert field["placeholder"] == "Skriv hvad du søger"
    assert words(form.select_one(f"label[for={field['id']}]")) == "Søg"


def test_a_tool_is_found_under_tools_and_as_a_facet(page, site):
    area = page("arbejdsomraader/teknik-miljoe")
    facets = "".join(p.read_text(encoding="utf-8") for p in (site.output / "soeg").rglob("*.json"))

    assert "Værktøjer" in [words(h).partition(" ")[0] for h in area.select("main h2")]
    assert "Saltkalenderen" in words(area.select_one("main"))
    assert "Værktøjer" in facets


def test_competence_areas_work_areas_and_keywords_stand_apart(page):
    headings = [words(h) for h in page(BILL).select(".marks__heading")]

    assert len(set(headings)) == len(headings)
    assert headings.index("Arbejdsområder") < headings.index("Emneord")


def test_no_english_day_or_month_stands_anywhere(site):
    english = re.compile(r"\b(?:Monday|Tuesday|Thursday|Saturday|January|February|October|March|May)\b")
    pages = {p: p.read_text(encoding="utf-8") for p in site.output.rglob("*.html")}

    assert [p for p, text in pages.items() if english.search(text)] == []


def test_the_folder_is_read_without_a_fault_but_the_overdue_one(site: TinySite, root: Path):
    done = site.run("check")

    assert done.status == 0
    assert done.out.count("warning:") + done.err.count("warning:") == 1
