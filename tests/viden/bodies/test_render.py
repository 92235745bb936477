"""Guards the parts of a body that other rooms build on: text, headings, targets, pointers and the places of faults."""

import markdown
import pytest
from viden import bodies
from viden.model import Body, Box, Heading, Place, Pointer, Problem, Target


def rendered(source: str, kind: str = "article", boxes: tuple[Box, ...] = ()) -> Body:
    body, problems = bodies.render(source, "artikler/a.md", 5, kind, boxes)
    assert not [p for p in problems if p.severity == "error"]
    return body


def faults(source: str, boxes: tuple[Box, ...] = ()) -> tuple[Problem, ...]:
    return bodies.render(source, "artikler/a.md", 5, "article", boxes)[1]


def test_text_is_prose_in_paragraphs_without_boxes_and_code_blocks() -> None:
    body = rendered(
        "Et *afsnit*\npå to linjer.\n\n::: fakta\nBoks\n:::\n\n```\nkode\n```\n\n- et `punkt`\n- to[^1]\n\n[^1]: Note."
    )

    assert body.text == "Et afsnit på to linjer.\net punkt\nto\nNote."
    assert body.words == 9
    assert bodies.plain(body.html) == body.text


def test_headings_have_level_text_anchor_and_place() -> None:
    body = rendered("Ord\n\n## Mål og *midler*\n\nOrd\n\nUnder\n-----\n\n### Mål\n")

    assert body.headings == (
        Heading(2, "Mål og midler", "maal-og-midler", Place("artikler/a.md", 7)),
        Heading(2, "Under", "under", Place("artikler/a.md", 11)),
        Heading(3, "Mål", "maal", Place("artikler/a.md", 14)),
    )


def test_headings_of_boxes_are_not_headings_of_the_post() -> None:
    assert rendered("::: fakta | Boks\n## I boksen\nx\n:::\n").headings == ()


def test_targets_have_the_place_of_their_address() -> None:
    body = rendered(
        "Se [plan](plan.md) og\n![Kat](../billeder/kat.png){: .dekorativ } og [igen](plan.md) [r].\n\n[r]: https://x.dk\n"
    )

    at = "artikler/a.md"
    assert body.targets == (
        Target("link", "{filename}/artikler/plan.md", "plan", Place(at, 5, 11)),
        Target("image", "{static}/billeder/kat.png", "Kat", Place(at, 6, 8), decorative=True),
        Target("link", "{filename}/artikler/plan.md", "igen", Place(at, 6, 54)),
        Target("link", "https://x.dk", "r", Place(at, 8, 6)),
    )


def test_a_link_around_an_image_has_its_alternative_text() -> None:
    link, image = rendered("[![Kat](kat.png)](plan.md)").targets

    assert (link.text, link.place.column, image.place.column) == ("Kat", 19, 9)


def test_targets_of_a_reusable_box_stand_where_the_box_is_used() -> None:
    box = Box("fast", "læs også", "", "[plan](plan.md)")

    body = rendered("[plan](plan.md)\n\n::: @fast\n:::\n\n[plan](plan.md)", boxes=(box,))

    assert [t.place.line for t in body.targets] == [5, 7, 10]


def test_copy_links_and_footnote_links_are_no_targets() -> None:
    assert rendered("## 1) Første\n\nOrd[^1].\n\n[^1]: Note", kind="pointer").targets == ()


def test_pointers_have_number_heading_and_text() -> None:
    body = rendered(
        "Indledning\n\n## 1) Spørg *først*\n\nA\n\n::: fakta\nB\n:::\n\n## 2) Prøv\n\nC\n\nD\n", kind="pointer"
    )

    assert body.pointers == (
        Pointer(1, "Spørg først", "A", "pointer-1"),
        Pointer(2, "Prøv", "C\nD", "pointer-2"),
    )
    assert [h.anchor for h in body.headings] == ["pointer-1", "pointer-2"]


def test_other_kinds_have_no_pointers() -> None:
    assert rendered("## 1) Spørg\n\nA", kind="blog").pointers == ()


def test_a_fault_says_what_to_write_instead() -> None:
    (problem,) = faults("Ord\n\nEt <b>fedt</b> ord")

    assert problem == Problem(
        Place("artikler/a.md", 7, 4),
        "error",
        "html-raw",
        '"<b>" er HTML, og det må ikke stå i et indlæg.',
        "Skriv **fed**.",
    )


def test_html_in_code_moves_no_place() -> None:
    (problem,) = faults("`<b>` og\n\n```\n<b>\n```\n\n    <b>\n\nrigtig <b>")

    assert (problem.place.line, problem.place.column) == (13, 8)


def test_a_fault_in_a_reusable_box_stands_in_the_register() -> None:
    box = Box("fast", "fakta", "", "Et <b>ord</b>", Place("data/bokse.yaml", 4))

    (problem,) = faults("Ord\n\n::: @fast\n:::", (box,))

    assert problem.place == Place("data/bokse.yaml", 4)


def test_the_nearest_box_is_offered() -> None:
    (problem,) = faults("::: @fasst\n:::", (Box("fast", "fakta", "", "x"),))

    assert 'mente du "@fast"?' in problem.message


def test_windows_line_ends_are_line_ends() -> None:
    assert rendered("a\r\n\r\n## b\r\n").headings[0].place.line == 7


def test_an_empty_body_is_empty() -> None:
    for source in ("", "\n\n", "  "):
        assert bodies.render(source, "artikler/a.md") == (Body("", ""), ())


def test_rendering_leaves_nothing_for_the_next_post() -> None:
    first = bodies.render("Ord[^1] [x].\n\n[^1]: Note\n[x]: y.md\n\n::: fakta\na\n:::", "a.md")
    second = bodies.render("Ord [x].", "b.md")

    assert second[0].html == "<p>Ord [x].</p>"
    assert bodies.render("Ord[^1] [x].\n\n[^1]: Note\n[x]: y.md\n\n::: fakta\na\n:::", "a.md") == first


@pytest.mark.parametrize("sign", ["“", "”", "®", ":)", "–", "…", "½", "\u00a0", "\u00ad", "😀"])
def test_rare_signs_survive(sign: str) -> None:
    body = rendered(f"Et {sign} tegn.")

    assert sign in bodies.plain(body.html) or sign == "\u00a0"
    assert sign.replace("\u00a0", "&nbsp;") in body.html


def test_markdown_still_loses_a_character() -> None:
    """When this fails, the watch over emphasis in `converting.py` can go."""
    assert markdown.markdown("*a **b c*, d") == "<p>*a <strong>b c</strong> d</p>"


@pytest.mark.parametrize("source", ["*a **b** c*, d", "**a *b* c**, d", "***a***, d", "*a* **b**, d", "2 * 3 ** 4, d"])
def test_emphasis_that_matches_is_no_fault(source: str) -> None:
    assert faults(source) == ()
