"""Guards what all programs share: help that opens with an example, and wrong use in Danish with status 2."""

from __future__ import annotations

import re

import command_line
import pytest

from tests.conftest import ROOT

PROGRAMS = ("build", "check", "new", "preview", "search", "suggest", "bench")


@pytest.mark.parametrize("program", PROGRAMS)
def test_help_opens_with_a_real_example_and_is_in_danish(run, program):
    result = run(program, "--help")

    assert result.status == 0
    assert result.out.startswith(f"Eksempel: python3 tasks.py {program}")
    assert not re.search(r"usage|options:|positional|show this|exit", result.out)


@pytest.mark.parametrize(
    ("program", "arguments", "told"),
    [
        ("check", ["--nix"], "--nix kendes ikke."),
        ("check", ["--format", "xml"], "xml"),
        ("check", ["--format"], "mangler noget efter --format"),
        ("check", ["--fix=ja"], "kan intet stå efter --fix"),
        ("check", ["--f"], "kan være flere valg"),
        ("preview", ["--port", "otte"], "skriv et helt tal"),
        ("new", ["blog", "to", "ord"], "kendes ikke."),
        ("check", ["--content", ""], 'Mappen "" findes ikke.'),
    ],
)
def test_wrong_use_is_told_in_danish_with_status_2(run, program, arguments, told):
    result = run(program, *arguments)

    assert result.status == 2
    assert told in result.err
    assert not re.search(r"argument|expected|invalid|ambiguous|required", result.err)


def test_the_project_s_own_folders_are_meant_wherever_one_stands(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    for folder in (tmp_path, ROOT, ROOT / "docs"):
        monkeypatch.chdir(folder)
        options = command_line.parser("", "", output=True).parse_args([])

        assert command_line.content_folder(options.content).resolve() == ROOT / "content"
        assert command_line.output_folder(options.output).resolve() == ROOT / "output"


def test_folders_that_are_typed_are_found_from_where_one_stands(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    options = command_line.parser("", "", output=True).parse_args(["--content", "content", "--output", "output"])

    assert command_line.content_folder(options.content).resolve() == tmp_path / "content"
    assert command_line.output_folder(options.output).absolute() == tmp_path / "output"


def test_in_the_project_messages_name_the_folder_as_the_handbook_does(monkeypatch):
    monkeypatch.chdir(ROOT)

    assert command_line.parser("", "").parse_args([]).content == "content"
