"""Guards the command that shows what the language room makes of words."""

import json

import pytest
import words


def test_json_has_the_shape_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    status = words.main(["--format", "json", "Kirkegårdsmurene", "pc'en", "Aarhus"])
    rows = json.loads(capsys.readouterr().out)

    assert status == 0
    assert rows[0] == {
        "word": "Kirkegårdsmurene", "key": "kirkegaardsmurene", "lemmas": ["kirkegårdsmur"],
        "parts": ["kirkegård", "murene"], "stem": "kirkegårdsmur",
    }  # fmt: skip
    assert [row["key"] for row in rows[1:]] == ["pc", "aarhus"]


def test_json_is_the_same_twice_and_ends_in_a_line_break(capsys: pytest.CaptureFixture[str]) -> None:
    words.main(["--format", "json", "retter"])
    first = capsys.readouterr().out
    words.main(["--format", "json", "retter"])

    assert first == capsys.readouterr().out
    assert first.endswith("]\n")
    assert '"lemmas": [\n      "ret",\n      "rette"' in first


def test_the_text_names_key_lemmas_parts_and_stem_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    words.main(["plejehjemmets", "så"])

    assert capsys.readouterr().out == (
        "plejehjemmets\n  nøgle      plejehjemmets\n  grundform  plejehjem\n  dele       pleje + hjemmets\n"
        "  stamme     plejehjem\n"
        "så\n  nøgle      saa\n  grundform  så, se\n  dele       –\n  stamme     så\n"
    )


def test_a_text_is_taken_apart_and_cut_words_are_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    words.main(["--format", "json", "top- og mellemledere"])

    assert [row["word"] for row in json.loads(capsys.readouterr().out)] == ["topledere", "og", "mellemledere"]


def test_without_a_word_the_command_is_wrongly_used(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        words.main([])

    assert stopped.value.code == 2
    assert "usage: words.py" in capsys.readouterr().err


def test_help_opens_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        words.main(["--help"])

    assert "python scripts/words.py ledernes pc'en ældreområdet" in capsys.readouterr().out
