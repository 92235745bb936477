"""Guards the files beside the pages: which are copied, how the styles are joined, what machines are told."""

import json

import pytest
from viden import pages
from viden.model import Body, Image, Person, Place, Pointer, Publisher, Target
from viden.pages.pictures import resolved


def target(kind, address):
    return Target(kind, address, "tekst", Place("artikler/a.md"))


def test_only_files_of_published_posts_are_shown(build):
    body = Body(
        "",
        "",
        targets=(
            target("image", "{static}/billeder/kort.png"),
            target("link", "{static}../filer/plan.pdf#side-2"),
            target("link", "{filename}/artikler/b.md"),
            target("link", "https://example.dk/billeder/x.png"),
        ),
    )
    ude = build.tagged("a", body=body, image=Image("billeder/top.jpg", "En gang"))
    kladde = build.tagged("k", status="draft", image=Image("billeder/hemmelig.jpg", "Nej"))
    registers = build.registers(
        people=(Person("ida", "Ida", portrait="billeder/ida.jpg"),),
        publishers=(Publisher("x", "X", logo="billeder/x.png"),),
    )

    assert pages.files_shown(build.library(ude, kladde, registers=registers)) == {
        "billeder/kort.png",
        "billeder/top.jpg",
        "billeder/ida.jpg",
        "billeder/x.png",
        "filer/plan.pdf",
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/billeder/a.png", "billeder/a.png"),
        ("a.png", "artikler/a.png"),
        ("../billeder/a%20b.png", "billeder/a b.png"),
        ("../../uden-for.png", "../uden-for.png"),
    ],
)
def test_an_address_is_resolved_from_its_file(address, expected):
    assert resolved(address, "artikler/a.md") == expected


def test_styles_are_joined_in_the_declared_order_each_in_its_layer():
    files = {
        "main.css": b'@layer base, components;\n@import "base.css" layer(base);\n@import "components/card.css" layer(components);\n',
        "base.css": b"/* why */\nbody { margin: 0; }\n",
        "components/card.css": b".card {\n  color: red;\n}\n",
        "unused.css": b"p { color: blue; }\n",
    }

    assert pages.bundle(files).decode() == (
        "@layer base,components;\n@layer base{\nbody{margin:0}\n}\n@layer components{\n.card{\ncolor:red;\n}\n}\n"
    )


def test_a_style_sheet_that_is_missing_is_no_silent_gap():
    with pytest.raises(KeyError):
        pages.bundle({"main.css": b'@import "nix.css" layer(base);\n'})


def structured(build, view, site_url="https://viden.example"):
    frame = pages.frame(build.registers(), "", site_url)
    graph = frame.structured(view)["@graph"]
    return {thing["@type"]: thing for thing in graph}


def test_machines_are_told_the_authors_the_dates_and_absolute_addresses(build):
    told = structured(build, build.shown(build.tagged("a", authors=(build.ida, build.bo), kind="blog")))

    assert told["BlogPosting"]["url"] == "https://viden.example/artikler/a/"
    assert told["BlogPosting"]["datePublished"] == "2026-11-16T08:00:00+01:00"
    assert [a["name"] for a in told["BlogPosting"]["author"]] == ["Ida Skov", "Bo Holm"]
    assert [row["position"] for row in told["BreadcrumbList"]["itemListElement"]] == [1, 2, 3]


def test_a_post_without_a_person_has_its_publisher_as_author(build):
    assert structured(build, build.shown(build.tagged("a")))["Article"]["author"]["@type"] == "Organization"


def test_pointers_are_told_as_a_list_with_their_places(build):
    body = Body("", "", pointers=(Pointer(1, "Gå forrest", "Tekst.", "pointer-1"),))
    told = structured(build, build.shown(build.tagged("a", kind="pointer", body=body)))

    assert told["ItemList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Gå forrest", "url": "https://viden.example/artikler/a/#pointer-1"}
    ]


def test_what_machines_are_told_is_json(build):
    view = build.shown(build.tagged("a", event="stafet-2", title='</script>"&'))

    assert json.loads(json.dumps(pages.frame(build.registers(), "", "").structured(view)))


@pytest.mark.parametrize(
    ("root", "site_url", "to", "absolute"),
    [
        ("", "", "/arkiv/", "/arkiv/"),
        ("", "https://viden.example", "/arkiv/", "https://viden.example/arkiv/"),
        ("/viden", "https://k.example/viden", "/viden/arkiv/", "https://k.example/viden/arkiv/"),
    ],
)
def test_addresses_follow_where_the_site_stands(build, root, site_url, to, absolute):
    frame = pages.frame(build.registers(), root, site_url)

    assert (frame.to("arkiv/"), frame.absolute("arkiv/")) == (to, absolute)
    assert frame.to("https://example.dk/") == frame.absolute("https://example.dk/") == "https://example.dk/"


def test_only_blogs_with_posts_stand_in_the_footer_where_they_are_known(build):
    registers = build.registers()

    assert [b.text for b in pages.frame(registers, "", "").blogs] == ["Ude på gangen"]
    assert pages.frame(registers, "", "", blogs_with_posts=()).blogs == ()


def files(build, *tagged, site_url="https://viden.example", **changes):
    library = build.library(*tagged, **changes)
    frame = pages.frame(library.registers, "", site_url)
    made = pages.machine_files(library, pages.all_views(library, frame), (), frame)
    return {artefact.path: artefact.body.decode() for artefact in made}


def test_an_old_address_leads_straight_on_and_titles_are_text(build):
    moved = build.tagged("ny", old_urls=("/gammel/titel/", "/side.html"), title='Ny & "god" <b>')
    made = files(build, moved)

    assert made["_redirects"] == "/gammel/titel/ /artikler/ny/ 301\n/side.html /artikler/ny/ 301\n"
    assert 'content="0; url=/artikler/ny/"' in made["gammel/titel/index.html"]
    assert "Ny &amp; &quot;god&quot; &lt;b&gt;" in made["side.html"]


def test_no_redirect_leaves_the_output_or_covers_the_post_itself(build):
    assert "_redirects" not in files(build, build.tagged("ny", old_urls=("/../ude/", "/artikler/ny/")))


def test_a_draft_has_no_redirect(build):
    assert "_redirects" not in files(build, build.tagged("k", status="draft", old_urls=("/hemmelig/",)))


def test_the_sitemap_holds_every_page_once_with_the_date_of_the_content(build):
    made = files(build, build.tagged("a", updated=build.at("2026-11-20 09:00")), build.tagged("k", status="draft"))

    assert made["sitemap.xml"].count("<loc>https://viden.example/artikler/a/</loc>") == 1
    assert (
        "<loc>https://viden.example/artikler/a/</loc><lastmod>2026-11-20T09:00:00+01:00</lastmod>"
        in made["sitemap.xml"]
    )
    assert "/artikler/k/" not in made["sitemap.xml"]
    assert "404" not in made["sitemap.xml"] and "410" not in made["sitemap.xml"]
    assert "Sitemap: https://viden.example/sitemap.xml" in made["robots.txt"]


def test_the_export_holds_the_published_posts_and_no_others(build):
    made = files(build, build.tagged("a", authors=(build.ida,)), build.tagged("k", status="draft", title="Hemmelig"))

    rows = json.loads(made["data/artikler.json"])

    assert [(r["id"], r["url"], r["authors"]) for r in rows] == [
        ("a", "https://viden.example/artikler/a/", ["Ida Skov"])
    ]
    assert not [path for path, text in made.items() if "Hemmelig" in text or "/k/" in path]


def test_the_markdown_copy_stands_alone_and_its_links_lead_somewhere(build):
    markdown = "Se [b]({filename}b.md#afsnit) og ![kort]({static}/billeder/kort.png)."
    made = files(build, build.tagged("a", markdown=markdown, authors=(build.ida,)), build.tagged("b", slug="en-anden"))

    assert made["artikler/a/index.md"] == (
        "# Om a\n\nAf Ida Skov, 16. november 2026\n\n"
        "Se [b](https://viden.example/artikler/en-anden/#afsnit) og ![kort](https://viden.example/billeder/kort.png).\n\n"
        "Kilde: https://viden.example/artikler/a/\n"
    )


def test_the_table_of_contents_names_every_post(build):
    text = files(build, build.tagged("a"), build.tagged("b"))["llms.txt"]

    assert text.startswith("# Videnprøven\n\n> viden til prøve.\n")
    assert "- [Om a](https://viden.example/artikler/a/index.md) (Artikel): Tekst." in text
    assert "- [Om b]" in text
