"""Guards what Pelican is handed: links that lead on, whole pictures, and nothing that strict reading has not seen."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def picture(size=(40, 20), exif: bytes = b"") -> bytes:
    data = BytesIO()
    Image.new("RGB", size, "teal").save(data, "JPEG", exif=exif)
    return data.getvalue()


def test_links_between_posts_and_to_pictures_are_resolved(site, make_post):
    site.write("billeder/bro.jpg", picture())
    body = "Se [vejen]({filename}/artikler/vej.md) og [broen igen](bro.md).\n\n![En bro over en å]({static}/billeder/bro.jpg)"
    site.write("artikler/bro.md", make_post(body=body))
    site.write("artikler/vej.md", make_post(title="Vejen", id="vej1"))

    result = site.build()

    assert result.status == 0, result.err
    page = site.read("artikler/et-indlaeg-om-broen/index.html")
    assert 'href="/artikler/vejen/"' in page
    assert 'href="/artikler/et-indlaeg-om-broen/"' in page
    assert 'src="/billeder/bro.jpg"' in page
    assert "{static}" not in page and "{filename}" not in page
    assert (site.output / "billeder/bro.jpg").exists()


def test_a_link_to_a_page_of_the_site_lies_below_the_site_s_address(site, make_post):
    site.write("artikler/bro.md", make_post(body="Følg os på [siden om nyhedsbreve](/abonner/)."))

    result = site.build("--production", env={"SITEURL": "https://x.example.org/under"})

    assert result.status == 0, result.err
    assert 'href="/under/abonner/">siden om nyhedsbreve' in site.read("artikler/et-indlaeg-om-broen/index.html")
    assert "https://x.example.org/under/abonner/" in site.read("feeds/alle.rss.xml")


def test_a_picture_that_cannot_be_opened_is_a_fault_before_the_build(site, make_post):
    site.write("billeder/bro.jpg", picture()[:300])
    site.write("artikler/bro.md", make_post(body="![En bro over en å]({static}/billeder/bro.jpg)"))

    result = site.build()

    assert result.status == 1
    assert "billeder/bro.jpg" in result.err and "(image-damaged)" in result.err


def test_where_a_picture_was_taken_is_not_published(site, make_post):
    exif = Image.Exif()
    exif[0x010E] = "zyxhemmelig"
    site.write("billeder/bro.jpg", picture(exif=exif.tobytes()))
    site.write("artikler/bro.md", make_post(body="![En bro over en å]({static}/billeder/bro.jpg)"))

    site.build()

    assert b"zyxhemmelig" not in (site.output / "billeder/bro.jpg").read_bytes()


def test_a_file_that_no_published_post_names_is_not_published(site, make_post):
    site.write("billeder/bro.jpg", picture())
    site.write("billeder/glemt.jpg", picture())
    site.write("artikler/bro.md", make_post(body="![En bro over en å]({static}/billeder/bro.jpg)"))

    site.build()

    assert not (site.output / "billeder/glemt.jpg").exists()
