"""Guards the pages of the law: the link that the authority looks for on every page, and what /privatliv/ must tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import TinySite

SITE = """navn: Prøven
autoritet: proeven.example,2026
kontakt: {navn: Prøven Kommune, mail: post@proeven.example, telefon: "11 22 33 44", adresse: "Prøvevej 1, 0000 Birkesund", cvr: "12345678"}
tilgaengelighed: {adresse: "https://was.digst.dk/proeven-dk", dato: 2026-11-01}
privatliv:
  dataansvarlig: Birkesund Byråd
  dpo: dpo@proeven.example
  formaal: at afvise angreb
  grundlag: forordningens artikel 6
  log_dage: 14
  server: Fællesdrift Å/S
"""


def soup_of(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")


def pages(built: Path) -> list[Path]:
    """Return every page that one stays on: not those that only lead on from a former address."""
    return [p for p in sorted(built.rglob("*.html")) if not soup_of(p).select("meta[http-equiv=refresh]")]


def test_every_page_has_the_footer_link_of_exactly_that_name(built: Path) -> None:
    for page in pages(built):
        links = [a for a in soup_of(page).select("footer a") if a.get_text(strip=True) == "Tilgængelighedserklæring"]

        assert [a["href"] for a in links] == ["/tilgaengelighed/"], page


def test_every_page_has_a_phone_number_and_a_written_contact(built: Path) -> None:
    for page in pages(built):
        footer = soup_of(page).select_one("footer.footer")

        assert footer.select("a[href^='tel:']") and footer.select("a[href^='mailto:']"), page


def test_the_page_behind_the_footer_link_leads_to_the_statement(built: Path) -> None:
    main = soup_of(built / "tilgaengelighed/index.html").find("main")

    assert main.select("a[href^='https://was.digst.dk/']")
    assert soup_of(built / "was/index.html").find("main").select("a[href^='https://was.digst.dk/']")


@pytest.fixture
def privacy(site: TinySite, make_post) -> str:
    site.write("artikler/bro.md", make_post())
    site.write("data/site.yaml", SITE)
    site.write("data/arbejdsomraader.yaml", "- {id: ledelse, da: Ledelse}\n")
    done = site.build()
    assert done.status == 0, done.err
    assert "law-" not in done.out + done.err
    return " ".join(soup_of(site.output / "privatliv/index.html").find("main").get_text().split())


def test_the_privacy_page_tells_each_part_from_the_register(privacy: str) -> None:
    for said in (
        "Birkesund Byråd er dataansvarlig",
        "Prøvevej 1, 0000 Birkesund",
        "CVR 12345678",
        "post@proeven.example",
        "Databeskyttelsesrådgiver: dpo@proeven.example",
        "Formålet er at afvise angreb.",
        "Grundlaget er forordningens artikel 6.",
        "Loggen slettes efter 14 dage.",
        "(Fællesdrift Å/S)",
        "Du har ret til",
        "Datatilsynet",
    ):
        assert said in privacy
    assert "mest læste" not in privacy


def test_an_editors_own_privacy_page_takes_its_place(site: TinySite, make_post) -> None:
    site.write("artikler/bro.md", make_post())
    site.write("data/site.yaml", SITE)
    site.write("data/arbejdsomraader.yaml", "- {id: ledelse, da: Ledelse}\n")
    site.write("sider/privatliv.md", "Title: Privatliv\n\nVores egne ord om Datatilsynet.\n")
    done = site.build()

    assert done.status == 0, done.err
    assert "law-privacy" in done.out + done.err
    assert "Vores egne ord" in site.read("privatliv/index.html")
