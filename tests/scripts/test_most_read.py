"""Guards `most_read` from log to front page: the register that it writes, what readers then see, and wrong use."""

from __future__ import annotations

import gzip

from tests.conftest import TinySite

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
AREAS = "- {id: ledelse, da: Ledelse}\n"
SITE = "navn: Prøven\nautoritet: proeven.example,2026\nanbefalet: [aa1]\n"


def log(path: str, readers: int, month: str = "Oct") -> str:
    return "".join(
        f'192.0.2.{n} - - [10/{month}/2026:13:55:36 +0200] "GET {path} HTTP/1.1" 200 9 "-" "{AGENT}"\n'
        for n in range(readers)
    )


def prepared(site: TinySite, make_post) -> None:
    site.write("data/arbejdsomraader.yaml", AREAS)
    site.write("data/site.yaml", SITE)
    site.write("artikler/bro.md", make_post("Broen", "bro1"))
    site.write("artikler/aa.md", make_post("Åen", "aa1", date="2026-10-02"))
    site.write("artikler/kladde.md", make_post("Hemmelig", "hem1", status="draft"))


def test_the_front_page_shows_what_was_read_most_in_the_month(run, site: TinySite, make_post) -> None:
    prepared(site, make_post)
    (site.folder / "a.log").write_text(
        log("/artikler/broen/", 7) + "skrammel\n" + log("/artikler/hemmelig/", 9), encoding="utf-8"
    )
    (site.folder / "b.log.gz").write_bytes(gzip.compress((log("/artikler/aaen/", 9) + log("/artikler/broen/", 50, "Sep")).encode()))  # fmt: skip
    done = run("most_read", "a.log", "b.log.gz")

    assert done.status == 0, done.err
    assert "1 ikke forstået" in done.out
    assert "{id: aa1, laesere: 9}\n  - {id: bro1, laesere: 7}\n" in (site.content / "data/mest_laeste.yaml").read_text()
    assert site.build().status == 0
    page = site.read("index.html")
    shown = page.partition("Mest læste i oktober 2026")[2]
    assert 0 < shown.index("Åen") < shown.index("Broen")
    assert "Redaktionen anbefaler" not in page and "Hemmelig" not in page
    assert "tæller vi i loggen" in site.read("privatliv/index.html")


def test_without_a_count_the_editors_choice_is_called_so_and_without_both_nothing_stands(site: TinySite, make_post):
    prepared(site, make_post)
    site.build()
    chosen = site.read("index.html")
    site.write("data/site.yaml", SITE.replace("anbefalet: [aa1]\n", ""))
    site.build()
    bare = site.read("index.html")

    assert "Redaktionen anbefaler" in chosen and "Mest læste" not in chosen
    assert "Redaktionen anbefaler" not in bare and "Mest læste" not in bare and 'class="ranking' not in bare
    assert "tæller vi i loggen" not in site.read("privatliv/index.html")


def test_a_hidden_post_is_never_shown_though_it_was_read(site: TinySite, make_post) -> None:
    prepared(site, make_post)
    site.write("data/mest_laeste.yaml", "periode: 2026-10\nindlaeg:\n- {id: hem1, laesere: 99}\n")
    done = site.build()

    assert done.status == 0
    assert "featured-unknown" in done.out + done.err
    assert "Hemmelig" not in site.read("index.html") and "Mest læste" not in site.read("index.html")


def test_faults_of_the_register_are_told_at_their_places(site: TinySite, make_post) -> None:
    prepared(site, make_post)
    site.write(
        "data/mest_laeste.yaml",
        "periode: 2026-13\nindlaeg:\n- {id: bro1, laesere: 0}\n- {id: bro1}\n- {laesere: 3}\nhvem: 1\n",
    )
    done = site.run("check")

    assert done.status == 1
    for told in (":1:15: error", ":3:23: error", ":4:3: error", ":5:3: error", "register-key"):
        assert told in done.out


def test_a_log_of_another_format_is_wrong_use_and_nothing_is_written(run, site: TinySite, make_post) -> None:
    prepared(site, make_post)
    (site.folder / "x.log").write_text('{"json": 1}\n', encoding="utf-8")

    for words in (["x.log"], ["findes-ikke.log"], ["x.log", "--month", "snart"], ["x.log", "--floor", "0"]):
        assert run("most_read", *words).status == 2, words
    assert not (site.content / "data/mest_laeste.yaml").exists()
