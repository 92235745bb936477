"""Guards the body that leaves the site: whole, absolute, safe in any reader, and the same when it passes twice."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from viden import bodies

BASE = "https://videnstafet.dk/under/artikler/a/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><a href="../b/#x">b</a></p>', '<p><a href="https://videnstafet.dk/under/artikler/b/#x">b</a></p>'),
        ('<p><a href="/under/soeg/">s</a></p>', '<p><a href="https://videnstafet.dk/under/soeg/">s</a></p>'),
        ('<p><a href="#pointer-1">1</a></p>', f'<p><a href="{BASE}#pointer-1">1</a></p>'),
        (
            '<p><a href="https://x.dk/?a=1&amp;b=2" target="_blank">x</a></p>',
            '<p><a href="https://x.dk/?a=1&amp;b=2">x</a></p>',
        ),
        ('<p><a href="mailto:a@b.dk">m</a></p>', '<p><a href="mailto:a@b.dk">m</a></p>'),
        (
            '<img src="../../billeder/k.png" srcset="k2.png 2x" alt="K" width="4" height="2" class="x" loading="lazy">',
            '<img alt="K" height="2" src="https://videnstafet.dk/under/billeder/k.png" width="4">',
        ),
        ('<h2 id="a" class="b">O</h2>', "<h2>O</h2>"),
        ('<p lang="en" style="color:red" onclick="x()">t</p>', '<p lang="en">t</p>'),
        ('<iframe src="https://v.dk/1" title="Film"></iframe>', '<p><a href="https://v.dk/1">Film</a></p>'),
        ("<p>a</p><script>b</script><style>c</style><form><input></form><svg><text>d</text></svg>", "<p>a</p>"),
        ('<pre><code class="language-x">a\n\n  b\n</code></pre>', "<pre><code>a\n\n  b\n</code></pre>"),
        ("<div><div><p>a</p></div></div>", "<p>a</p>"),
        ("<p>a\x0bb\x1bc\ufffe</p>", "<p>abc</p>"),
        ('<p><a href="{filename}/x.md">x</a> <img src="{static}/y.png" alt="Y"></p>', "<p>x Y</p>"),
        ('<p><a href="javascript:x">x</a> <a href="//h">y</a> <a href="https://u:p@h.dk">z</a></p>', "<p>x y z</p>"),
        ("", ""),
    ],
)
def test_html_travels(html: str, expected: str) -> None:
    assert bodies.portable(html, BASE) == expected


def render(source: str, kind: str = "article") -> str:
    return bodies.render(source, "artikler/a.md", 1, kind)[0].html


def test_boxes_stay_readable() -> None:
    html = bodies.portable(render("::: fakta | Kort *sagt*\nTekst\n:::\n\n::: citat | Hanne\nOrd\n:::"), BASE)

    assert html.replace("\n", "") == (
        "<blockquote><p><strong>Kort <em>sagt</em></strong></p><p>Tekst</p></blockquote>"
        "<figure><blockquote><p>Ord</p></blockquote><figcaption>Hanne</figcaption></figure>"
    )


def test_newsletter_and_editors_boxes_stay_at_home_and_corrections_travel() -> None:
    source = "::: nyhedsbrev\nMeld dig til\n:::\n\n::: redaktør\nBetalt\n:::\n\n::: redaktør\nRettet den 3. maj 2027: 12.\n:::"

    html = bodies.portable(render(source), BASE)

    assert "Meld dig" not in html and "Betalt" not in html
    assert "<strong>Rettelse</strong>" in html and "Rettet den 3. maj 2027: 12." in html


def test_pointers_keep_their_numbers_by_the_list() -> None:
    html = bodies.portable(render("## 1) Spørg\n\nA\n\n## 2) Prøv\n\nB", "pointer"), BASE)

    assert [str(li["value"]) for li in BeautifulSoup(html, "lxml").find_all("li")] == ["1", "2"]
    assert "1)" not in html and "#pointer" not in html and "Spørg" in html


def test_footnotes_lead_to_the_page() -> None:
    html = bodies.portable(render("Ord[^1].\n\n[^1]: Note"), BASE)

    assert f'<sup><a href="{BASE}#fn:1">1</a></sup>' in html
    assert "↩" not in html


BLOCKS = st.sampled_from(
    [
        "Et *afsnit* med [link](b.md) og `kode`.",
        "## Overskrift",
        "## 1) Pointe",
        "- et\n- to\n\n    mere",
        "::: fakta | Boks\nTekst\n\n- x\n:::",
        "::: citat | Kilde\nOrd\n:::",
        "::: redaktør\nRettet den 1. maj 2027: x\n:::",
        "::: nyhedsbrev\nx\n:::",
        "```\na\n\n\n  <b>\n```",
        "| a | b |\n|:--|--:|\n| c | d |",
        "Ord[^1]\n\n[^1]: Note",
        "![Kat](kat.png)",
        "> Citat\n\n---",
        "Ord\n:   Forklaring",
        "<b>rå</b> &amp; [x](javascript:y)",
    ]
)


@given(st.lists(BLOCKS, max_size=8).map("\n\n".join), st.sampled_from(["article", "pointer"]))
def test_a_portable_body_is_its_own_portable_body(source: str, kind: str) -> None:
    once = bodies.portable(render(source, kind), BASE)

    assert bodies.portable(once, BASE) == once


FOREIGN = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<script>",
        "</script>",
        "<aside class='box'>",
        "</aside>",
        "<iframe src='/x'>",
        "</iframe>",
        "ord ",
        "\n",
        "\n\n",
        "  ",
        "<pre>",
        "</pre>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table><tr><td>",
        "</table>",
        "<a href='x'>",
        "</a>",
        "<img src='y' alt='z'>",
        "&amp;",
        "&lt;",
        "<!--",
        "-->",
        "<svg>",
        "<textarea>",
        "<h1>",
        "</h1>",
        "<span>",
        "</span>",
        "<noscript>",
        "<br>",
        "<hr>",
        "\xa0",
    ]
)


@given(st.lists(FOREIGN, max_size=20).map("".join))
def test_foreign_html_becomes_a_fixed_point(html: str) -> None:
    once = bodies.portable(html, BASE)

    assert bodies.portable(once, BASE) == once


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Kort tekst", 160, "Kort tekst"),
        ("Et ord og et til", 9, "Et ord…"),
        ("Et ord, og", 8, "Et ord…"),
        ("Kompetenceudvikling", 8, "Kompete…"),
        ("a\n b", 160, "a b"),
        ("", 160, ""),
    ],
)
def test_an_excerpt_is_cut_between_words(text: str, limit: int, expected: str) -> None:
    assert bodies.excerpt(text, limit) == expected


@given(st.text(max_size=400), st.integers(2, 200))
def test_an_excerpt_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(bodies.excerpt(text, limit)) <= limit


def test_plain_text_keeps_paragraphs_and_drops_furniture() -> None:
    html = "<h2>A</h2><p>b <b>c</b><br>d</p><aside>e</aside><script>f</script><ul><li>g</li></ul>løs"

    assert bodies.plain(html) == "A\nb c d\ng\nløs"
