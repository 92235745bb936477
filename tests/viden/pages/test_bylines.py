"""Guards the lines that say who wrote, who published and when, letter by letter."""

import pytest
from viden.model import Blog, Person, Publisher, Role, SiteInfo

HANNE = Person("karen-ahl", "Karen Ahl", (Role("direktør", "i", ("Fjordnet",)),))
PLAIN = {name: Person(name.lower(), name, in_register=False) for name in ("Ada", "Bo", "Cai")}


def line(build, style="long", when="2020-04-28 08:00", name="byline", **changes):
    registers = build.registers(site=SiteInfo("Videnprøven", publisher="fjordnet", byline=style))
    return build.text(getattr(build.shown(build.tagged("a", when, **changes), registers=registers), name))


@pytest.mark.parametrize(
    ("style", "when", "has_time", "expected"),
    [
        ("long", "2020-04-28 08:00", True, "Af Karen Ahl, tirsdag den 28. april 2020 kl. 08.00"),
        ("long", "2019-05-27 00:00", False, "Af Karen Ahl, mandag den 27. maj 2019"),
        ("short", "2020-11-18 00:00", False, "Af Karen Ahl 18/11/2020"),
        ("date-first", "2018-12-11 00:00", False, "11 december, 2018 af Karen Ahl"),
    ],
)
def test_each_style_is_letter_for_letter(build, style, when, has_time, expected):
    assert line(build, style, when, authors=(HANNE,), has_time=has_time) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("long", "Udgivet af Fjordnet, tirsdag den 28. april 2020 kl. 08.00"),
        ("short", "Udgivet af Fjordnet 28/04/2020"),
        ("date-first", "28 april, 2020"),
    ],
)
def test_without_a_name_the_publisher_is_the_sender_and_no_af_dangles(build, style, expected):
    assert line(build, style) == expected


def test_without_name_and_publisher_the_date_stands_alone_with_a_capital(build):
    registers = build.registers(site=SiteInfo("Videnprøven"), publishers=())

    assert build.text(build.shown(build.tagged("a"), registers=registers).byline) == (
        "Mandag den 16. november 2026 kl. 08.00"
    )


def test_several_authors_are_joined_and_each_is_linked(build):
    authors = tuple(PLAIN.values())
    view = build.shown(build.tagged("a", authors=authors))

    assert build.text(view.byline).startswith("Af Ada, Bo og Cai, mandag")
    assert [p.url for p in view.byline if p.url] == ["personer/ada/", "personer/bo/", "personer/cai/"]


def test_a_writer_from_another_house_has_a_line_of_her_own(build):
    view = build.shown(build.tagged("a", kind="blog", authors=(build.bo,), publisher="os3"))

    assert build.text(view.guest_line) == "Blogindlæg af Bo Holm, sekretariatschef, Foreningen Å"
    assert build.text(view.byline) == "Mandag den 16. november 2026 kl. 08.00"
    assert view.titles == ()


def test_nobody_is_a_guest_on_his_own_blog(build):
    registers = build.registers(blogs=(Blog("taget", "Taget", "bo-holm", "", "os3"),))
    view = build.shown(build.tagged("a", kind="blog", blog="taget", authors=(build.bo,)), registers=registers)

    assert view.guest_line == ()
    assert build.text(view.byline) == "Af Bo Holm, mandag den 16. november 2026 kl. 08.00"
    assert [a.title for a in view.titles] == ["sekretariatschef, Foreningen Å"]


def test_a_writer_of_the_house_is_no_guest(build):
    view = build.shown(build.tagged("a", authors=(build.ida,)))

    assert view.guest_line == ()
    assert [a.title for a in view.titles] == ["konsulent, Fjordnet"]


def test_a_title_that_only_repeats_the_publishers_name_is_not_told(build):
    plain = Person("bo", "Bo", (Role("", "i", ("OS3",)),))
    titled = Person("ida", "Ida", (Role("redaktør", "i", ("OS3",)),))
    view = build.shown(build.tagged("a", publisher="os3", authors=(plain, titled)))

    assert [a.title for a in view.titles] == ["redaktør, OS3"]


def test_the_publisher_and_who_posted_it_stand_apart_from_the_author(build):
    registers = build.registers(
        publishers=(Publisher("os3", "OS3", "Åbent fællesskab"), Publisher("fjordnet", "Fjordnet")),
        blogs=(Blog("gangen", "Ude på gangen", "ida-skov", "", "os3"),),
    )
    view = build.shown(build.tagged("a", blog="gangen", authors=(build.bo,)), registers=registers)

    assert build.text(view.publisher_line) == "OS3 – Åbent fællesskab, Ida Skov"


def test_the_sites_own_organisation_gets_no_publisher_line(build):
    assert line(build, name="publisher_line", authors=(HANNE,)) == ""


def test_a_blogs_style_goes_before_the_publishers_and_the_sites(build):
    registers = build.registers(blogs=(Blog("b", "B", byline="short"),))
    view = build.shown(build.tagged("a", blog="b", authors=(PLAIN["Ada"],)), registers=registers)

    assert build.text(view.byline) == "Af Ada 16/11/2026"
