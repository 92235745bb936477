"""Guards the current feeds: valid, stable, in one order, and the same in every format and every feed."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import feedparser
import pytest
from lxml import etree
from viden.dates import COPENHAGEN
from viden.feeds import LIMIT, channels, channels_with_posts, feeds
from viden.model import Area, Byline, Image, SiteInfo

SITE = "https://viden.example/sub"
DC = "{http://purl.org/dc/elements/1.1/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"


@pytest.fixture
def built(bodies):
    def build(library, site_url=SITE, bodies=bodies):
        return {a.path: a.body for a in feeds(library, bodies, site_url)}

    return build


def of_posts(files):
    return {path: data for path, data in files.items() if not path.endswith(".opml")}


# --- which files ---------------------------------------------------------------


def test_there_is_a_feed_in_three_formats_for_all_each_work_area_each_competence_area_and_each_held_pair(
    built, library, post
):
    files = built(library(post("a")))

    stems = {
        "alle",
        "arbejdsomraade/aeldre-sundhed",
        "arbejdsomraade/ledelse",
        "kompetence/innovation",
        "kompetence/dataetik",
        "arbejdsomraade/aeldre-sundhed/kompetence/innovation",
    }
    assert set(files) == {f"feeds/{s}.{f}" for s in stems for f in ("rss.xml", "atom.xml", "json")} | {
        "feeds/abonner.opml"
    }


def test_files_come_sorted_by_path(library, post, bodies):
    paths = [a.path for a in feeds(library(post("a")), bodies, SITE)]

    assert paths == sorted(paths)


def test_every_file_has_a_channel_that_announces_it(built, library, post, registers):
    announced = {
        f"feeds/{c.path}.{'json' if f == 'json' else f + '.xml'}"
        for c in (*channels(registers()), *channels_with_posts(library(post("a"))))
        for f in c.formats
        if c.kind != "newsletter"
    }

    assert announced == set(of_posts(built(library(post("a")))))


def test_a_pair_feed_holds_the_posts_that_belong_to_both_areas(built, library, post):
    posts = (
        post("begge"),
        post("kun-arbejde", competence_areas=("dataetik",)),
        post("kun-kompetence", work_areas=("ledelse",)),
        post("flere", work_areas=("aeldre-sundhed", "ledelse"), competence_areas=("dataetik", "innovation")),
    )

    found = ids(built(library(*posts)))

    pair = found["feeds/arbejdsomraade/aeldre-sundhed/kompetence/innovation.json"]
    assert [id.rpartition("/")[2] for id in pair] == ["begge", "flere"]
    assert len([path for path in found if path.count("/") == 4]) == 4


def test_the_feeds_of_a_blog_a_publisher_a_person_and_a_series_hold_their_own_posts(built, library, post):
    posts = (
        post("a", blog="bag-om", publisher="skoven"),
        post("b", series="stafet", authors=(Byline("bo-holm", "Bo Holm"),)),
        post("c", authors=(Byline("bo-holm", "Bo Holm"), Byline("", "Gæst")), publisher="skoven"),
    )

    found = {path: [id[-1] for id in held] for path, held in ids(built(library(*posts))).items()}

    groups = ("blog/bag-om", "udgiver/skoven", "person/bo-holm", "serie/stafet")
    assert [found[f"feeds/{stem}.json"] for stem in groups] == [["a"], ["a", "c"], ["b", "c"], ["b"]]


def test_a_pair_without_published_posts_has_no_feed(built, library, post):
    files = built(library(post("a", is_draft=True), post("b", competence_areas=())))

    assert not [path for path in files if "/kompetence/" in path.removeprefix("feeds/kompetence/")]


# --- validity --------------------------------------------------------------------

HOSTILE = [
    "<b>& ]]> \"citat\" 'x'",
    "&aelig; &amp; &#60;script&#62;",
    "<script>alert(1)</script>",
    "👩🏽‍⚕️ pleje i Årslev 😀",
    "שלום \u202eבנה\u202c العربية",
    "å og a\u030a\u0327",
    "]]>]]><![CDATA[x]]>",
    "pas\x0b på\x00 \ufffe\ufffd\ud800",
    "to\nlinjer\tog tab",
]
CLEANED = {HOSTILE[7]: "pas på", HOSTILE[8]: "to linjer og tab"}


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_reads_back_in_every_format(built, library, post, problems, read_items, title):
    hostile = post("a", title=title, summary=title, tags=(title,), authors=(Byline("", title),))
    files = built(library(hostile), bodies={"a": f"<p>{title}</p>"})

    for path, data in of_posts(files).items():
        assert problems(path, data) == ()
    for path in ("feeds/alle.rss.xml", "feeds/alle.atom.xml", "feeds/alle.json"):
        assert [i[2] for i in read_items(path, files[path])] == [CLEANED.get(title, title).strip()]


def test_titles_and_texts_are_never_cdata(built, library, post):
    files = built(library(post("a", title="]]> <![CDATA[")), bodies={"a": "<p>]]&gt; <![CDATA[ x ]]></p>"})

    item = etree.fromstring(files["feeds/alle.rss.xml"], etree.XMLParser(strip_cdata=False)).find(".//item")

    assert item.findtext(f"{CONTENT}encoded") == "<p>]]&gt; <![CDATA[ x ]]></p>"
    assert b"<![CDATA[" not in files["feeds/alle.rss.xml"] + files["feeds/alle.atom.xml"]


def test_an_empty_site_has_valid_feeds_dated_by_its_founding(built, library, problems):
    files = of_posts(built(library()))

    assert len(files) == 15
    for path, data in files.items():
        assert problems(path, data) == ()
    rss = etree.fromstring(files["feeds/kompetence/dataetik.rss.xml"]).find("channel")
    assert rss.findtext("lastBuildDate") == "Sun, 01 Mar 2026 00:00:00 +0100"
    atom = etree.fromstring(files["feeds/kompetence/dataetik.atom.xml"])
    assert atom.findtext("{*}updated") == "2026-03-01T00:00:00+01:00"


def test_an_empty_area_says_nothing_of_other_areas_changes(built, library, post):
    files = built(library(post("a", "2026-11-16 08:00", work_areas=("ledelse",))))

    empty = etree.fromstring(files["feeds/arbejdsomraade/aeldre-sundhed.rss.xml"])

    assert empty.findall(".//item") == []
    assert "2026 00:00:00" in empty.findtext("channel/lastBuildDate")


def test_feedparser_reads_all_xml_feeds_without_complaint(built, library, post):
    files = built(library(post("a", title="Æbler & pærer"), post("b", "2026-11-17 09:00")))

    for path, data in files.items():
        if path.endswith(".xml"):
            read = feedparser.parse(data)
            assert not read.bozo, path
            assert read.version == ("rss20" if ".rss." in path else "atom10")
    read = feedparser.parse(files["feeds/alle.rss.xml"])
    assert [e.title for e in read.entries] == ["Om b", "Æbler & pærer"]
    assert read.entries[0].published_parsed[:5] == (2026, 11, 17, 8, 0)
    assert read.feed.language == "da"


# --- what stands in an item ----------------------------------------------------------


def rss_item(files, stem="alle"):
    return etree.fromstring(files[f"feeds/{stem}.rss.xml"]).find("channel/item")


def test_authors_are_creators_in_their_order(built, library, post):
    named = post("a", authors=(Byline("bo-holm", "Bo Holm", "chef"), Byline("", "Åse Bjørn")))
    files = built(library(named))

    assert [c.text for c in rss_item(files).findall(f"{DC}creator")] == ["Bo Holm", "Åse Bjørn"]
    entry = etree.fromstring(files["feeds/alle.atom.xml"]).find("{*}entry")
    assert [a.findtext("{*}uri") for a in entry.findall("{*}author")] == [f"{SITE}/personer/bo-holm/", None]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [("skoven", "Skov & Strand Kommune"), ("", "Foreningen Åben Viden"), ("ukendt", "Foreningen Åben Viden")],
)
def test_a_post_without_authors_is_the_publishers(built, library, post, publisher, expected):
    files = built(library(post("a", publisher=publisher)))

    assert [c.text for c in rss_item(files).findall(f"{DC}creator")] == [expected]


def test_without_any_publisher_the_site_itself_is_the_author(built, library, post, registers):
    site = SiteInfo(name="Videnstafet", authority="viden.example,2026")
    files = built(library(post("a"), registers=registers(site=site, publishers=())))

    assert rss_item(files).findtext(f"{DC}creator") == "Videnstafet"


def test_areas_of_both_facets_are_categories_with_a_domain_and_keywords_without(built, library, post):
    item = rss_item(built(library(post("a", work_areas=("ledelse",), tags=("velfærd",)))))

    assert [(c.get("domain"), c.text) for c in item.findall("category")] == [
        (f"{SITE}/arbejdsomraader/", "Ledelse"),
        (f"{SITE}/kompetencer/", "Innovation & nye arbejdsformer"),
        (None, "velfærd"),
    ]


def test_the_summary_is_the_description_and_the_body_the_full_text(built, library, post):
    files = built(library(post("a", summary="Kort & godt om <b>.")), bodies={"a": "<p>Hele &amp; teksten</p>"})

    item = rss_item(files)
    entry = etree.fromstring(files["feeds/alle.atom.xml"]).find("{*}entry")

    assert item.findtext("description") == "Kort & godt om &lt;b>."
    assert item.findtext(f"{CONTENT}encoded") == "<p>Hele &amp; teksten</p>"
    assert entry.findtext("{*}summary") == "Kort & godt om <b>."
    assert (entry.find("{*}content").get("type"), entry.findtext("{*}content")) == ("html", "<p>Hele &amp; teksten</p>")


@pytest.mark.parametrize(
    ("summary", "teaser", "expected"), [("", "Begyndelsen …", "Begyndelsen …"), ("", "", "Om a"), ("S", "T", "S")]
)
def test_without_a_summary_the_teaser_stands_in_and_then_the_title(built, library, post, summary, teaser, expected):
    files = built(library(post("a", summary=summary, teaser=teaser)))

    assert rss_item(files).findtext("description") == expected
    assert json.loads(files["feeds/alle.json"])["items"][0]["summary"] == expected


def test_an_image_is_named_with_its_whole_address(built, library, post):
    files = built(library(post("a", image=Image("billeder/åben dør.png", "En dør"))))

    expected = f"{SITE}/billeder/%C3%A5ben%20d%C3%B8r.png"
    media = rss_item(files).find("{http://search.yahoo.com/mrss/}content")
    assert dict(media.attrib) == {"url": expected, "type": "image/png", "medium": "image"}
    assert json.loads(files["feeds/alle.json"])["items"][0]["image"] == expected


def test_a_post_in_another_language_says_so(built, library, post):
    files = built(library(post("a", lang="en"), post("b", "2026-11-15 08:00")))

    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    root = etree.fromstring(files["feeds/alle.atom.xml"])
    assert (root.get(lang), [e.get(lang) for e in root.findall("{*}entry")]) == ("da", ["en", None])
    assert [i["language"] for i in json.loads(files["feeds/alle.json"])["items"]] == ["en", "da"]


# --- ids and dates ---------------------------------------------------------------------


def ids(files):
    return {path: [i["id"] for i in json.loads(data)["items"]] for path, data in files.items() if path[-5:] == ".json"}


def test_an_id_is_the_authority_and_the_posts_id(built, library, post):
    assert ids(built(library(post("a"))))["feeds/alle.json"] == ["tag:viden.example,2026:artikel/a"]


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "ny", "url": "artikler/ny/"},
        {"title": "Ny titel"},
        {"published": datetime(2026, 11, 1, tzinfo=COPENHAGEN)},
        {"path": "artikler/2026/ny.md"},
        {"updated": datetime(2026, 11, 20, tzinfo=COPENHAGEN)},
        {"authors": (Byline("", "Ny"),), "tags": ("ny",), "kind": "blog"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_id_survives_every_change_of_its_post(built, library, post, change):
    before = built(library(post("a")))
    after = built(library(replace(post("a"), **change)))

    assert ids(before) == ids(after)
    assert (before == after) == ("path" in change)


@pytest.mark.parametrize("address", ["http://gammel.example", "https://ny.example/a/b", "https://xn--rsted-vua.dk/"])
def test_an_id_survives_a_new_domain_scheme_and_path(built, library, post, address):
    assert ids(built(library(post("a")), address)) == ids(built(library(post("a"))))


def test_every_feed_has_an_id_of_its_own_that_survives_the_domain(built, library):
    def feed_ids(address):
        files = built(library(), address)
        return [etree.fromstring(d).findtext("{*}id") for p, d in files.items() if p.endswith(".atom.xml")]

    assert len(set(feed_ids(SITE))) == 5
    assert feed_ids(SITE) == feed_ids("http://andet.example")


def test_published_stays_and_updated_moves_with_modified_alone(built, library, post):
    modified = datetime(2026, 11, 20, 10, 0, tzinfo=COPENHAGEN)
    plain = rss_and_atom(built(library(post("a"))))
    edited = rss_and_atom(built(library(post("a", title="Rettet"))))
    moved = rss_and_atom(built(library(post("a", updated=modified))))

    assert plain == edited == ("Mon, 16 Nov 2026 08:00:00 +0100", "2026-11-16T08:00:00+01:00", plain[1])
    assert moved == (plain[0], plain[1], "2026-11-20T10:00:00+01:00")


def rss_and_atom(files):
    entry = etree.fromstring(files["feeds/alle.atom.xml"]).find("{*}entry")
    return rss_item(files).findtext("pubDate"), entry.findtext("{*}published"), entry.findtext("{*}updated")


def test_the_build_date_is_the_newest_change_whatever_the_hour_of_the_build(built, library, post):
    old_but_edited = post("a", "2026-01-05 08:00", updated=datetime(2026, 11, 20, 10, 0, tzinfo=COPENHAGEN))
    posts = (old_but_edited, post("b", "2026-11-16 08:00"))

    files = built(library(*posts))

    assert files == built(library(*posts, moment="2027-05-01 00:00"))
    channel = etree.fromstring(files["feeds/alle.rss.xml"]).find("channel")
    assert channel.findtext("lastBuildDate") == "Fri, 20 Nov 2026 10:00:00 +0100"


def test_a_modification_before_publication_does_not_turn_time_back(built, library, post):
    files = built(library(post("a", updated=datetime(2020, 1, 1, tzinfo=COPENHAGEN))))

    assert rss_and_atom(files)[1] == rss_and_atom(files)[2]


def test_the_newest_change_is_found_in_the_hour_that_comes_twice(built, library, post):
    first = datetime(2026, 10, 25, 2, 50, tzinfo=COPENHAGEN)
    second = datetime(2026, 10, 25, 2, 10, tzinfo=COPENHAGEN, fold=1)

    files = built(library(post("a", first), post("b", second)))

    channel = etree.fromstring(files["feeds/alle.rss.xml"]).find("channel")
    assert channel.findtext("lastBuildDate") == "Sun, 25 Oct 2026 02:10:00 +0100"


# --- order and number --------------------------------------------------------------------


def test_items_stand_in_the_librarys_order_newest_first(built, library, post):
    same = "2026-11-16 08:00"
    files = built(library(post("c", same), post("a", same), post("b", "2026-11-17 08:00")))

    assert [id[-1] for id in ids(files)["feeds/alle.json"]] == ["b", "a", "c"]


def test_a_current_feed_holds_the_newest_items_and_claims_no_more(built, library, row):
    for count, is_complete in ((LIMIT, True), (LIMIT + 1, False)):
        files = built(library(*row(count)))
        for path in ("feeds/alle.rss.xml", "feeds/alle.atom.xml"):
            root = etree.fromstring(files[path])
            assert len(root.findall(".//{*}item") + root.findall(".//{*}entry")) == LIMIT
            assert (root.find(f".//{HISTORY}complete") is not None) == is_complete
    assert ids(files)["feeds/alle.json"][0] == f"tag:viden.example,2026:artikel/p{LIMIT:03d}"


def test_a_full_feed_of_long_posts_stays_under_half_a_mebibyte(built, library, row):
    class Long(dict):
        def __missing__(self, id):
            return "<p>" + "ord på linjen " * 430 + "</p>"

    files = built(library(*row(LIMIT)), bodies=Long())

    assert max(len(data) for data in files.values()) < 512 * 1024


def test_drafts_of_a_preview_are_in_no_feed(built, library, post):
    files = built(library(post("a"), post("hemmelig", is_draft=True)))

    assert not any(b"hemmelig" in data for data in files.values())


# --- across feeds and formats --------------------------------------------------------------


def test_the_three_formats_agree_on_every_item(built, library, row, post, read_items):
    files = built(library(*row(60), post("x", "2026-11-20 10:00", work_areas=("ledelse",), title="<i>&</i>")))

    for path in [p for p in files if p.endswith(".json")]:
        stem = path.removesuffix(".json")
        rss, atom, json_ = (read_items(stem + e, files[stem + e]) for e in (".rss.xml", ".atom.xml", ".json"))
        assert rss == atom == json_


def test_an_items_bytes_are_the_same_in_every_feed_that_has_it(built, library, post):
    only_all = {"work_areas": (), "competence_areas": ()}
    files = built(library(post("a"), post("b", "2026-11-17 08:00"), post("c", "2026-11-15 08:00", **only_all)))

    marks = {".rss.xml": (b"<item>", b"</item>"), ".atom.xml": (b"<entry>", b"</entry>"), ".json": (b"{\n ", b"\n}")}
    for ending, (start, end) in marks.items():
        whole = files[f"feeds/alle{ending}"]
        for stem in ("arbejdsomraade/aeldre-sundhed", "kompetence/innovation"):
            part = files[f"feeds/{stem}{ending}"]
            items = pieces(part, start, end)
            assert len(items) == 2
            assert all(item in whole for item in items)


def pieces(data, start, end):
    if start == b"{\n ":
        data = data[data.index(b'"items": [') : data.index(b'}],\n"language"') + 2]
    found = []
    while start in data:
        at = data.index(start)
        stop = data.index(end, at) + len(end)
        found.append(data[at:stop])
        data = data[stop:]
    return found


def test_one_changed_post_changes_only_the_feeds_that_have_it(built, library, post):
    other = post("b", work_areas=("ledelse",), competence_areas=("dataetik",))

    before = built(library(post("a"), other))
    after = built(library(post("a", title="Rettet"), other))

    changed = {path for path in before if before[path] != after[path]}
    assert {p.split(".")[0] for p in changed} == {
        "feeds/alle",
        "feeds/arbejdsomraade/aeldre-sundhed",
        "feeds/kompetence/innovation",
        "feeds/arbejdsomraade/aeldre-sundhed/kompetence/innovation",
    }


# --- addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["https://viden.example", "https://viden.example/", "https://viden.example/a/b/", "http://localhost:8000"],
)
def test_self_links_say_where_the_file_lies_and_pages_where_the_page_lies(built, library, post, address):
    files = built(library(post("a")), address)
    base = address.rstrip("/")

    for path, data in of_posts(files).items():
        if path.endswith(".json"):
            assert json.loads(data)["feed_url"] == f"{base}/{path}"
        else:
            assert etree.fromstring(data).find(".//{*}link[@rel='self']").get("href") == f"{base}/{path}"
    channel = etree.fromstring(files["feeds/arbejdsomraade/ledelse.rss.xml"]).find("channel")
    assert channel.findtext("link") == f"{base}/arbejdsomraader/ledelse/"
    assert rss_item(files).findtext("link") == f"{base}/artikler/a/"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://viden.example", "/theme/css/feed.css"),
        ("https://viden.example/sub/", "/sub/theme/css/feed.css"),
        ("https://viden.example/a&b", "/a&amp;b/theme/css/feed.css"),
    ],
)
def test_the_style_sheet_lies_below_the_sites_root(built, library, address, expected):
    for path, data in of_posts(built(library(), address)).items():
        if path.endswith(".xml"):
            declaration, style = data.decode().split("\n")[:2]
            assert declaration == '<?xml version="1.0" encoding="utf-8"?>'
            assert style == f'<?xml-stylesheet type="text/css" href="{expected}"?>'


def test_nothing_in_a_feed_of_a_safe_site_is_fetched_unsafely(built, library, post):
    files = built(library(post("a", image=Image("billeder/x.png", "x"))))

    for data in of_posts(files).values():
        without_names = data.replace(b"http://www.w3.org/2005/Atom", b"").replace(b"http://purl.org/", b"")
        assert b"http://" not in without_names.replace(b"http://search.yahoo.com/mrss/", b"")


# --- determinism ------------------------------------------------------------------------------


def test_a_post_given_in_another_zone_gives_the_same_bytes(built, library, post):
    from datetime import UTC

    local = datetime(2026, 11, 16, 8, 0, tzinfo=COPENHAGEN)

    assert built(library(post("a", local))) == built(library(post("a", local.astimezone(UTC))))


def test_fractions_of_a_second_are_not_shown(built, library, post, problems):
    when = datetime(2026, 11, 16, 8, 0, tzinfo=COPENHAGEN) + timedelta(microseconds=5)

    assert built(library(post("a", when))) == built(library(post("a")))


def test_json_has_sorted_keys_and_a_final_newline(built, library, post):
    data = built(library(post("a")))["feeds/alle.json"].decode()

    feed = json.loads(data)
    assert list(feed) == sorted(feed)
    assert all(list(i) == sorted(i) for i in feed["items"])
    assert data.endswith("}\n")


# --- another organisation's areas ---------------------------------------------------------------


def test_other_areas_give_other_feeds(built, library, registers, problems):
    own = (Area("havne", "work", "Havne", "Harbours", ""),)
    files = built(library(registers=registers(work_areas=own, competence_areas=())))

    assert set(of_posts(files)) == {
        f"feeds/{s}.{f}" for s in ("alle", "arbejdsomraade/havne") for f in ("rss.xml", "atom.xml", "json")
    }


def test_an_area_id_that_both_facets_use_does_not_mix_their_posts(built, library, registers, post):
    both = registers(
        work_areas=(Area("ledelse", "work", "Ledelse", "", ""),),
        competence_areas=(Area("ledelse", "competence", "Ledelse", "", ""),),
    )
    only_work = post("a", work_areas=("ledelse",), competence_areas=())

    found = ids(built(library(only_work, registers=both)))

    assert len(found["feeds/arbejdsomraade/ledelse.json"]) == 1
    assert found["feeds/kompetence/ledelse.json"] == []


def test_the_founding_day_is_the_sites_own(built, library, registers):
    site = SiteInfo(name="X", authority="x.example,2020", founded=date(2020, 7, 1))

    files = built(library(registers=registers(site=site)))

    assert b"Wed, 01 Jul 2020 00:00:00 +0200" in files["feeds/alle.rss.xml"]
