"""Guards the word map: the site's words, their inflections, their readings, and the lines it is written in."""

from __future__ import annotations

from viden.language import loose_key
from viden.search.lexicon import as_lines, from_lines, order
from viden.search.wordmap import lexicon


def test_inflections_that_the_site_does_not_use_lead_to_its_lemmas():
    words = lexicon({"kommunen": 3})

    assert words.by_form["kommunernes"].lemmas == ("kommune",)
    assert words.by_form["kommunernes"].frequency == 0
    assert words.by_form["kommunen"].frequency == 2


def test_a_stop_word_stands_for_itself_alone():
    words = lexicon({"og": 9})

    assert [(e.form, e.lemmas, e.parts, e.stem) for e in words.entries] == [("og", (), (), "")]


def test_compounds_of_two_words_of_the_site_have_both_as_parts():
    words = lexicon({"kirkegårdsmur": 1, "kirkegård": 1, "muren": 1})

    assert {"kirkegård", "mur"} <= set(words.by_form["kirkegårdsmur"].parts)
    assert words.by_form["kirkegård"].parts == lexicon({"kirkegård": 1}).by_form["kirkegård"].parts


def test_spellings_that_share_the_coarse_key_are_found_together():
    words = lexicon({"kør": 1, "kor": 1})

    assert {"kor", "kør"} <= {e.form for e in words.lookup(loose_key("kør"))}


def test_lines_read_back_to_the_same_word_map():
    words = lexicon(
        {
            "e-mailen": 2,
            "§ 54": 1,
            "ældreområdet": 7,
            "og": 30,
            "skovsti": 1,
            "skov": 1,
            "sti": 1,
            "2026/27": 1,
            "😀a": 1,
            "𝔞𝔟𝔠": 1,
            "𝔞𝔟𝔡": 1,
        }
    )

    assert from_lines(as_lines(words.entries)) == words


def test_entries_are_ordered_by_coarse_key_as_javascript_compares():
    words = lexicon({"zoo": 1, "ærlig": 1, "ål": 1, "a": 1, "中文": 1})
    keys = [loose_key(e.form) for e in words.entries]

    assert keys == sorted(keys, key=lambda k: k.encode("utf-16-be"))
    assert [e.form for e in words.entries] == sorted((e.form for e in words.entries), key=order)


def test_a_compound_that_no_dictionary_knows_is_inflected_as_its_head():
    words = lexicon({"kirkegårdsmuren": 1, "kirkegård": 1, "mur": 1})

    assert "kirkegårdsmur" in words.by_form["kirkegårdsmuren"].lemmas
    assert "kirkegårdsmur" in words.by_form["kirkegårdsmurenes"].lemmas
