"""Guards what stands below an article's text, and what the site's other pages show of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.anatomy import BILL, FOLDER, FROST, POINTERS, words
from tests.conftest import TinySite


def test_the_call_tells_list_rhythm_and_sections_and_stands_once(page):
    for slug, where in ((FROST, "aside.call"), (POINTERS, "aside.box--nyhedsbrev")):
        soup = page(slug)
        call = soup.select_one(where)

        assert "Vejbrevet udkommer alle hverdage med:" in words(call)
        assert [words(li) for li in call.select("li")] == ["Overblik", "Videndeling", "Nyheder", "Inspiration", "Debat"]
        assert call.select_one("a.button")["href"] == "/abonner/teknik-miljoe/"
        assert len(soup.select("a[href='/abonner/teknik-miljoe/'].button")) == 1
        assert call.select("form, input") == []


def test_an_areas_page_tells_the_rhythm_of_its_letter(page):
    side = page("arbejdsomraader/teknik-miljoe").select_one('section[aria-labelledby="foelg"]')

    assert "Vejbrevet udkommer alle hverdage." in words(side)
    assert "udkommer" not in words(page("kompetencer/innovation").select_one('section[aria-labelledby="foelg"]'))


def test_an_own_call_has_its_own_words_and_place(page):
    box = page(POINTERS).select_one("aside.box--nyhedsbrev")

    assert words(box).startswith("Vil du læse mere af den slags? Vejlauget samler det, vejfolk har prøvet.")
    assert page(POINTERS).select("aside.call") == []
    assert "Er du interesseret i flere artikler som denne?" in words(page(FROST).select_one("aside.call"))


def test_keywords_are_told_apart(page, winter):
    groups = {words(g.h2): [words(li) for li in g.select("li")] for g in page(BILL).select(".marks__group")}

    assert groups["Emneord"] == ["Vintertjeneste", "Budgetter"]
    assert groups["Organisationer"] == ["Vejlauget"]
    assert groups["Udgaver"] == ["Saltposten", "3. november 2026: Den første frost"]
    assert sorted(p.name for p in (winter.output / "emner").iterdir() if p.is_dir()) == ["budgetter", "vintertjeneste"]
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


def test_a_cut_text_ends_at_a_word(page, winter):
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


def test_the_newest_comments_and_the_most_read_show_only_what_there_is(winter):
    front = BeautifulSoup(winter.read("index.html"), "lxml")

    assert [words(a) for a in front.select(".newest-comments a")]
    assert "Mest læste" not in words(front.body) and "Redaktionen anbefaler" not in words(front.body)


@pytest.mark.parametrize("url", [FROST, "udgivere/vejlauget", "serier/vintervejen", "blogs"])
def test_every_page_has_a_search_field_that_works_as_a_form(page, url):
    form = page(url).select_one("form[role=search]")
    field = form.select_one("input[type=search]")

    assert (form["action"], form["method"], field["name"]) == ("/soeg/", "get", "q")
    assert field["placeholder"] == "Skriv hvad du søger"
    assert words(form.select_one(f"label[for={field['id']}]")) == "Søg"


def test_a_tool_is_found_under_tools_and_as_a_facet(page, winter):
    area = page("arbejdsomraader/teknik-miljoe")
    facets = "".join(p.read_text(encoding="utf-8") for p in (winter.output / "soeg").rglob("*.json"))

    assert "Værktøjer" in [words(h).partition(" ")[0] for h in area.select("main h2")]
    assert "Saltkalenderen" in words(area.select_one("main"))
    assert "Værktøjer" in facets


def test_competence_areas_work_areas_and_keywords_stand_apart(page):
    headings = [words(h) for h in page(BILL).select(".marks__heading")]

    assert len(set(headings)) == len(headings)
    assert headings.index("Arbejdsområder") < headings.index("Emneord")


def test_no_english_day_or_month_stands_anywhere(winter):
    english = re.compile(r"\b(?:Monday|Tuesday|Thursday|Saturday|January|February|October|March|May)\b")
    pages = {p: p.read_text(encoding="utf-8") for p in winter.output.rglob("*.html")}

    assert [p for p, text in pages.items() if english.search(text)] == []


def test_the_folder_is_read_without_a_fault_but_the_overdue_one(winter: TinySite, root: Path):
    done = winter.run("check")

    assert done.status == 0
    assert done.out.count("warning:") + done.err.count("warning:") == 1
