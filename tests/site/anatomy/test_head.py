"""Guards what stands above an article's text: title, kicker, lead, byline, sender, image, notices."""

from __future__ import annotations

import re

import pytest

from tests.anatomy import ARTICLES, BILL, FROST, GRIT, ICE, POINTERS, SALT, told, words


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


def test_every_author_is_linked_told_to_machines_and_in_the_feed(page, winter):
    names = ["Oluf Brandt Nissen", "Signe Holtegaard", "Ditlev Kaas"]

    assert [words(a) for a in page(SALT).select(".byline a")] == names
    assert [a["name"] for a in told(page(SALT))["author"]] == names
    assert all(f"<name>{name}</name>" in winter.read("feeds/alle.atom.xml") for name in names)


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


def test_a_change_is_told_beside_the_day_and_moves_only_updated(page, winter):
    entries = winter.read("feeds/alle.atom.xml").split("<entry>")
    entry = next(e for e in entries if "<title>Tre slags is</title>" in e)
    dates = dict(re.findall(r"<(published|updated)>([^<]*)<", entry))

    assert "Opdateret den 12. oktober 2026" in words(page(ICE).select_one(".post__sender"))
    assert dates["published"].startswith("2026-10-05") and dates["updated"].startswith("2026-10-12")


def test_a_correction_stands_below_the_byline_once_and_travels(page, winter):
    soup = page(ICE)
    notice = soup.select_one(".post__header .box--rettelse")
    correction = told(soup)["correction"]

    assert words(notice) == (
        "Rettelse Rettet den 12. oktober 2026: Der stod, at isen synger, når den brister. Den synger før."
    )
    assert len(soup.select(".box--rettelse")) == 1
    assert [(c["datePublished"], c["text"][:15]) for c in correction] == [("2026-10-12", "Der stod, at is")]
    assert "Rettet den 12. oktober 2026" in winter.read("feeds/alle.atom.xml")


def test_an_overdue_text_asks_whether_it_still_holds(page):
    notice = page(ICE).select_one("aside.notice")

    assert words(notice).startswith(
        "Gælder det stadig? Teksten skulle have været set efter senest den 1. november 2026."
    )
    assert notice.a["href"].startswith("mailto:post@vintervagten.example?subject=")
    assert page(FROST).select("aside.notice") == []
