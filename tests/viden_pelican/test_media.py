"""Guards what a post has beside its words in a whole build: videos as a picture and a link, files named and only where they are used."""

from __future__ import annotations

import json
from io import BytesIO
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from PIL import Image

PDF = b"%PDF-1.7\n/MarkInfo <</Marked true>>\n" + b" " * 340_000
FILM = """Tekst.

::: video | Broen bliver bygget
Adresse: https://video.example.dk/bro
Længde: 12 min.
Billede: billeder/bro.jpg
Alt: En bro i tåge
Undertekster: dansk
Udskrift: {static}/filer/bro.pdf
:::
"""


def photograph() -> bytes:
    output = BytesIO()
    Image.new("RGB", (700, 400), "teal").save(output, "JPEG")
    return output.getvalue()


@pytest.fixture
def post_html(site, make_post):
    """Build a site with a video, files and a draft, and return the post's page."""
    site.write("billeder/bro.jpg", photograph())
    site.write("filer/bro.pdf", PDF)
    site.write("filer/tal å.csv", "navn;tal\nbro;1\n")
    site.write("filer/hemmelig.pdf", PDF)
    site.write("artikler/bro.md", make_post(body=FILM + "\nHent [tallene]({attach}../filer/tal%20å.csv) her på siden."))
    draft = make_post(title="Kladden", id="k1", status="kladde", body="Se [planen]({static}/filer/hemmelig.pdf).")
    site.write("artikler/kladde.md", draft)
    done = site.build()
    assert done.status == 0, done.err
    return BeautifulSoup(site.read("artikler/et-indlaeg-om-broen/index.html"), "lxml")


def test_a_video_is_our_own_picture_in_widths_and_a_link_out(post_html, site):
    video = post_html.find("figure", class_="video")

    assert [s["type"] for s in video.find_all("source")] == ["image/webp"]
    assert all(a["src"].startswith("/billeder/") for a in video.find_all("img"))
    assert video.find("a")["href"] == "https://video.example.dk/bro"
    assert not post_html.find_all(["iframe", "video", "object", "embed"])
    outside = {t.get("src") or t.get("srcset") for t in post_html.find_all(["img", "source", "script"])} - {None}
    assert not {address for address in outside if "://" in address}
    assert "billeder/bredde-320/bro.jpg.webp" in site.files()


def test_a_file_is_named_in_its_link_and_listed_at_the_end(post_html):
    links = {unquote(a["href"]): a.get_text().replace("\u00a0", " ") for a in post_html.select(".prose a")}
    rows = [" ".join(li.get_text(" ").split()) for li in post_html.select(".files__list li")]

    assert links["/filer/tal å.csv"] == "tallene (CSV, 1 KB)"
    assert links["/filer/bro.pdf"].endswith("(PDF, 340 KB)")
    assert rows == [
        'Læs, hvad der bliver sagt i "Broen bliver bygget" PDF, 340 KB. Har koder til skærmlæsere.',
        "Tallene CSV-fil til regneark, 1 KB.",
    ]
    assert "Kontakt os for en tilgængelig udgave" in post_html.select_one(".files__note").get_text()


def test_only_files_of_published_posts_are_in_the_output(post_html, site):
    files = site.files()

    assert files["filer/bro.pdf"] == PDF
    assert "filer/tal å.csv" in files
    # The areas' terms hold a great many words, of which this is one by chance.
    traced = {path: data for path, data in files.items() if not path.startswith("data/taksonomi.")}
    assert not [path for path, data in traced.items() if "hemmelig" in path or b"hemmelig" in data]


def test_feeds_and_the_markdown_copy_lead_to_the_video_and_the_files(post_html, site):
    body = json.loads(site.read("feeds/alle.json"))["items"][0]["content_html"].replace("&nbsp;", "\u00a0")
    copy = unquote(site.read("artikler/et-indlaeg-om-broen/index.md"))

    assert "https://viden.example.dk/filer/bro.pdf" in body and "(PDF, 340\u00a0KB)" in body
    assert "https://video.example.dk/bro" in body and "https://viden.example.dk/billeder/bro.jpg" in body
    assert "<iframe" not in body and "{static}" not in body
    for address in ("billeder/bro.jpg", "filer/bro.pdf", "filer/tal å.csv"):
        assert f"https://viden.example.dk/{address}" in copy


def test_a_missing_file_stops_the_build_and_the_nearest_is_named(site, make_post):
    site.write("filer/skema.pdf", PDF)
    site.write("artikler/bro.md", make_post(body="Hent [skemaet]({static}/filer/skemaa.pdf)."))

    done = site.build()

    assert done.status == 1
    assert 'Filen "filer/skemaa.pdf" findes ikke; mente du "filer/skema.pdf"?' in done.err


def test_a_title_a_name_and_a_passage_from_the_right_hold_together_on_pages_and_in_feeds(site, make_post):
    body = "Hun sagde [أهلاً]{lang=ar} og smilede.\n\nשלום לכולם."
    site.write("artikler/bro.md", make_post(title="أهلاً وسهلاً: 3 møder", body=body))
    site.write("data/kommentarer/bro1/01.md", "Name: محمد\nDate: 3. november 2026\nConsent: ja\n\nشكرا\n")
    done = site.build()
    assert done.status == 0, done.err

    path = next(p for p in site.files() if p.startswith("artikler/") and p.endswith("/index.html"))
    page = BeautifulSoup(site.read(path), "lxml")
    start = BeautifulSoup(site.read("index.html"), "lxml")
    item = json.loads(site.read("feeds/alle.json"))["items"][0]

    turned = [node.get_text() for node in page.find_all(dir=["auto", "rtl"])]
    assert {"أهلاً وسهلاً: 3 møder", "שלום לכולם.", "محمد", "شكرا"} <= set(turned)
    assert page.find("span", lang="ar")["dir"] == "rtl"
    assert [a.find_parent(dir="auto") is not None for a in start.find_all("a", string="أهلاً وسهلاً: 3 møder")][:1] == [
        True
    ]
    assert item["title"] == "أهلاً وسهلاً: 3 møder"
    assert '<p dir="rtl">שלום לכולם.</p>' in item["content_html"] and 'dir="rtl"' in item["content_html"]
