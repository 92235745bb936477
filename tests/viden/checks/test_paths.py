"""Guards the proposal for a broken link: the quick search finds what a search of all paths finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from viden.checks.paths import inside, paths_of
from viden.nearest import nearest

FILES = (
    "artikler/digital-hverdag.md",
    "artikler/en-dag-paa-biblioteket.md",
    "artikler/nabo.md",
    "billeder/have.png",
    "billeder/møde-i-århus.jpg",
    "sider/om.md",
)


@given(
    path=st.sampled_from(FILES),
    edits=st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["", "x", "-", "a"]), st.integers(0, 1)), max_size=2),
)
def test_an_index_finds_what_a_search_of_all_paths_finds(path: str, edits: list[tuple[int, str, int]]) -> None:
    written = path
    for start, added, removed in edits:
        written = written[:start] + added + written[start + removed :]

    assert paths_of(FILES).nearest(written) == nearest(written, FILES)


def test_a_forgotten_suffix_and_another_folder_are_found() -> None:
    paths = paths_of(FILES)

    assert paths.nearest("artikler/nabo") == "artikler/nabo.md"
    assert paths.nearest("images/have.png") == "billeder/have.png"
    assert paths.nearest("images/noget-helt-andet.png") is None


def test_addresses_are_read_relative_to_the_post_or_to_the_content_folder() -> None:
    assert inside("{filename}/sider/om.md#top", "artikler/x.md") == ("sider/om.md", "top", True)
    assert inside("../billeder/m%C3%B8de.jpg", "artikler/x.md") == ("billeder/møde.jpg", None, True)
    assert inside("#top", "artikler/x.md") == ("artikler/x.md", "top", False)
