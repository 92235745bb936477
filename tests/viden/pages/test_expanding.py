"""Guards that a post's Markdown copy holds what its page takes from registers and other posts."""

import pytest
from viden.model import Box, Facts
from viden.pages.expanding import expanded, names

BOXES = {
    "grus": Box("grus", "fakta", "Om grus", "Grus er små sten.\n\n- Én\n"),
    "ida": Box("ida", "kontakt", "", "Ring."),
}


@pytest.fixture
def copy(build):
    library = build.library(build.tagged("salt", title="Salt på broen"), build.tagged("sne", title="Sne"))
    posts = names(library.facts)

    return lambda markdown: expanded(markdown, "artikler/vej.md", BOXES, posts)


def test_a_box_of_a_register_has_its_words(copy):
    assert copy("Før.\n\n::: @grus\n:::\n\n::: @ida\n:::") == (
        "Før.\n\n::: fakta | Om grus\nGrus er små sten.\n\n- Én\n:::\n\n::: kontakt\nRing.\n:::"
    )


@pytest.mark.parametrize("line", ["salt", "artikler/salt.md", "[](salt.md)", "[]({filename}/artikler/salt.md)"])
def test_a_named_post_has_its_title_and_address(copy, line):
    assert copy(f"::: læs også\n- {line}\n:::") == ("::: læs også\n- [Salt på broen]({filename}/artikler/salt.md)\n:::")


@pytest.mark.parametrize(
    "text",
    [
        "- salt\n- sne",
        "::: fakta\n- salt\n:::\n\n- salt",
        "```\n::: @grus\n:::\n```",
        "::: læs også | Mere\n- [Egne ord](salt.md)\n- ukendt\n:::",
        "::: @ukendt\n:::",
    ],
)
def test_all_else_stays_as_it_was_written(copy, text):
    assert copy(text) == text


def test_an_id_goes_before_another_posts_file(build):
    first, second = build.tagged("a", title="A"), build.tagged("b", title="B", slug="a-2")
    known: dict[str, Facts] = names(build.library(first, second).facts)

    assert (known["a"].title, known["b"].title, known["a-2"].title) == ("A", "B", "B")
