"""Guards abbreviations on the page: in words for all, with a way there and back, and a page of them all."""

from viden import pages
from viden.model import Abbreviation, Body

KL = Abbreviation("KL", "Kommunernes Landsforening", "https://www.kl.dk")
ESDH = Abbreviation("ESDH", "elektronisk sags- og dokumenthåndtering")
OEDC = Abbreviation("ØDC", "Økonomisk datacenter")
HTML = '<p><abbr title="Kommunernes Landsforening">KL</abbr> og <abbr title="x">RD</abbr></p>'


def test_a_post_explains_what_it_uses_in_the_order_of_the_text(build):
    library = build.library(build.tagged("a", body=Body(HTML, "KL", abbreviations=(KL, ESDH))))

    lines = pages.shown_posts(library)["artikler/a.md"].abbreviations

    assert [(line.abbreviation, line.anchor) for line in lines] == [(KL, "forkortelse-kl"), (ESDH, "forkortelse-esdh")]


def test_the_text_leads_to_the_words_and_can_be_led_back_to(build):
    library = build.library(build.tagged("a", body=Body(HTML, "KL", abbreviations=(KL,))))
    lines = pages.shown_posts(library)["artikler/a.md"].abbreviations

    assert pages.referring(HTML, lines) == (
        '<p><a class="abbreviation" id="forkortelse-kl-i-teksten" href="#forkortelse-kl">'
        '<abbr title="Kommunernes Landsforening">KL</abbr></a> og <abbr title="x">RD</abbr></p>'
    )
    assert pages.referring(HTML, ()) == HTML


def test_abbreviations_that_make_the_same_anchor_keep_one_each(build):
    twins = (Abbreviation("R&D", "a"), Abbreviation("R+D", "b"))
    library = build.library(build.tagged("a", body=Body("", "", abbreviations=twins)))

    anchors = [line.anchor for line in pages.shown_posts(library)["artikler/a.md"].abbreviations]

    assert anchors == ["forkortelse-r-d", "forkortelse-r-d-1"]


def views(build, *known):
    library = build.library(build.tagged("a"), registers=build.registers(abbreviations=known))
    frame = pages.frame(library.registers, "", "")
    found = [v for v in pages.all_views(library, frame) if v.url == "forkortelser/"]
    return found, [link.url for link in frame.more]


def test_the_page_lists_them_by_the_danish_alphabet_and_the_footer_leads_there(build):
    (view,), more = views(build, OEDC, KL, ESDH)

    assert [(line.abbreviation.short, line.anchor) for line in view.entries] == [("ESDH", "esdh"), ("KL", "kl"), ("ØDC", "oedc")]  # fmt: skip
    assert [link.text for link in view.breadcrumbs] == ["Forside", "Forkortelser"]
    assert "forkortelser/" in more


def test_without_abbreviations_there_is_no_page_and_no_link(build):
    found, more = views(build)

    assert found == [] and "forkortelser/" not in more
