"""Guards what stands in an article's text: pointers, contents, boxes, captions, meetings."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.anatomy import BILL, FROST, GRIT, ICE, POINTERS, SALT, words
from tests.conftest import TinySite


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


def test_rare_signs_quotes_and_foreign_words_survive_page_and_feed(page, winter):
    feed = winter.read("feeds/alle.atom.xml")

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


def test_boxes_about_sender_and_medium_are_asides_after_the_prose_and_not_in_feeds(page, winter):
    boxes = page(BILL).select(".prose > aside.box--redaktoer")
    rows = {row["id"]: row for row in json.loads(winter.read("data/artikler.json"))}

    assert [words(b.find(class_="box__heading")) for b in boxes] == ["Vejlauget skriver selv", "Hvad er Saltposten?"]
    assert boxes[0].a["href"] == "/udgivere/vejlauget/"
    assert not [n for n in boxes[-1].find_next_siblings() if n.name == "p"]
    for text in (winter.read("feeds/alle.atom.xml"), rows["regning"]["text"]):
        assert "redigerer sine egne tekster" not in text and "papiret blev for dyrt" not in text


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


def test_the_tense_of_a_meeting_follows_the_instant_of_the_build(page, winter, tmp_path):
    now = words(page("serier/vintervejen").select_one("main"))
    later = TinySite(tmp_path)
    shutil.copytree(winter.content, later.content)
    assert later.build(env={"SOURCE_DATE_EPOCH": "1802000000"}).status == 0

    assert "Blev holdt den 6. november 2026" in now and "Holdes den 14. januar 2027 kl. 09.00" in now
    assert "Blev holdt den 14. januar 2027 kl. 09.00" in later.read("serier/vintervejen/index.html")
