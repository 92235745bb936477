"""Guards strict YAML: text only, a place for each key and value, and no construct that acts at a distance."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden import positions
from viden.errors import ContentError
from viden.model import Place
from viden.positions import Mapping, Scalar, Sequence, load


def faults(text, first_line=1):
    with pytest.raises(ContentError) as caught:
        load(text, "data/x.yaml", first_line)
    return [(p.place.line, p.place.column, p.rule) for p in caught.value.problems]


def test_keys_and_values_have_their_places():
    tree = load('navn: "Ærø"\nroller:\n  - titel: chef\n', "data/x.yaml")

    assert isinstance(tree, Mapping)
    assert tree.key("navn").place == Place("data/x.yaml", 1, 1)
    assert tree.get("navn") == Scalar("Ærø", Place("data/x.yaml", 1, 7), is_quoted=True)
    roles = tree.get("roller")
    assert isinstance(roles, Sequence) and roles.place == Place("data/x.yaml", 3, 3)
    assert roles.items[0].get("titel").place == Place("data/x.yaml", 3, 12)


def test_columns_count_code_points():
    assert load("æøå😀: x", "f").get("æøå😀").place.column == 7


@pytest.mark.parametrize(
    "value", ["2020-01-01", "true", "no", "null", "~", "12:30:00", "0x1F", "1e3", "0123", "=", "1_000"]
)
def test_every_value_is_text(value):
    assert load(f"a: {value}", "f").text("a") == value


def test_the_handy_ways_to_ask():
    tree = load("a: x\nb:\nc: []\nd: ''\n", "f")

    assert tree.keys() == ("a", "b", "c", "d")
    assert [tree.text(k, "default") for k in ("a", "b", "c", "e")] == ["x", "", "default", "default"]
    assert (tree.get("b").is_quoted, tree.get("d").is_quoted) == (False, True)
    assert tree.get("e") is None and tree.key("e") is None


@pytest.mark.parametrize("text", ["", "\n", "# kun en bemærkning\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(text):
    tree = load(text, "f")

    assert tree in (Mapping((), Place("f", 1, 1)), Scalar("", tree.place))


def test_a_byte_order_mark_and_windows_line_ends_do_not_move_places():
    tree = load("\ufeffa: x\r\nb: y\r\n", "f")

    assert tree.get("a").place == Place("f", 1, 4)
    assert tree.get("b").place == Place("f", 2, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", [(1, 4, "yaml-anchor"), (2, 4, "yaml-alias")]),
        ("a: !!python/object/apply:os.system [ls]", [(1, 4, "yaml-tag")]),
        ("a: !!str x", [(1, 4, "yaml-tag")]),
        ("a: ! x", [(1, 4, "yaml-tag")]),
        ("<<: {a: b}", [(1, 1, "yaml-merge")]),
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "yaml-duplicate-key")]),
        ("x:\n  a: 1\n  'a': 2", [(3, 3, "yaml-duplicate-key")]),
        ("a: 1\n---\nb: 2", [(2, 1, "yaml-second-document")]),
        ("%YAML 1.1\n---\na: b", [(1, 1, "yaml-directive")]),
        ("? [a]\n: b", [(1, 3, "yaml-key")]),
        ("a: b: c", [(1, 5, "yaml-syntax")]),
        ("a:\n\tb: c", [(2, 1, "yaml-syntax")]),
        ("a: 'x\nb: y", [(1, 4, "yaml-syntax")]),
        ("a: [x, y\nb: z", [(1, 4, "yaml-syntax")]),
        ("a: @x", [(1, 4, "yaml-syntax")]),
        ("a: x\nb: \x07", [(2, 4, "yaml-character")]),
        ("[" * 5000, [(1, 21, "yaml-depth")]),
        ("a: &x 1\na: 2\nb: [x", [(1, 4, "yaml-anchor"), (3, 4, "yaml-syntax")]),
    ],
)
def test_what_is_refused_is_named_with_its_place(text, expected):
    assert faults(text) == expected


def test_the_second_of_two_keys_names_the_line_of_the_first():
    with pytest.raises(ContentError) as caught:
        load("navn: a\ntitel: b\nnavn: c\n", "f", first_line=11)

    assert 'Nøglen "navn" står to gange; første gang i linje 11.' in caught.value.problems[0].message


def test_the_lines_of_a_part_of_a_file_count_from_where_it_begins():
    assert load("a: x", "f", first_line=2).place.line == 2
    assert faults("a: x\na: y", first_line=2) == [(3, 1, "yaml-duplicate-key")]


def test_a_quoted_merge_key_and_a_quoted_star_are_text():
    assert load("'<<': '*x'\nb: '&y'", "f").text("<<") == "*x"


def test_a_folded_text_is_read_as_yaml_says():
    assert load("a: >-\n  en\n  to\nb: |\n  en\n  to\n", "f").text("a") == "en to"


@given(st.text(alphabet="ab:-[]{}'\"&*!|>#%@`\n\t ,?~<", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_tree_or_faults_with_places_in_danish(text):
    try:
        load(text, "f")
    except ContentError as caught:
        for problem in caught.problems:
            assert 1 <= problem.place.line <= len(text.splitlines()) + 1
            assert problem.place.column >= 1
            assert problem.rule.startswith("yaml-")
            assert problem.message.endswith((".", "?")) and problem.message.isprintable()


@pytest.mark.skipif(positions.QUICK is None, reason="PyYAML is built without libyaml")
@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "content/data").glob("*.yaml")), ids=lambda p: p.name
)
def test_both_parsers_give_the_same_tree(path, monkeypatch):
    text = path.read_text(encoding="utf-8")
    quick = load(text, "f")
    monkeypatch.setattr(positions, "QUICK", None)

    assert load(text, "f") == quick
