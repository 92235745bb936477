"""Guards what must hold of any text: spans, keys, lemmas, parts and stems, on every machine the same."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viden.language import analyse, bare, filled, forms, key, lemmas, nfc, sentence_spans, tokens
from viden.language.folding import INVISIBLE

ROOT = Path(__file__).resolve().parents[3]
DANISH = st.text("abdefghiklmnoprstuvyæøåéü-'’.@ \u00ad\u200bAKØ019§/\u030a", max_size=60)
ANY = st.text(max_size=60) | DANISH


@given(ANY)
def test_the_spans_give_the_words_back(text: str) -> None:
    written = nfc(text)

    for token in tokens(text):
        assert "".join(c for c in written[token.start : token.end] if c not in INVISIBLE) == token.text


@given(ANY)
def test_no_letter_or_digit_is_lost_between_words(text: str) -> None:
    written, at, left = nfc(text), 0, ""
    for token in tokens(text):
        left += written[at : token.start]
        at = token.end

    assert not re.search(r"[^\W_]", left + written[at:])


@given(ANY)
def test_a_word_has_a_lemma_which_is_not_empty_where_the_word_is_not(word: str) -> None:
    found = lemmas(word)

    assert found
    assert len(set(found)) == len(found)
    assert all(found) or not bare(nfc(word))


@given(DANISH)
def test_the_form_of_unicode_does_not_matter(word: str) -> None:
    other = unicodedata.normalize("NFD", word)

    assert lemmas(other) == lemmas(word)
    assert key(other) == key(word)
    assert [t.text for t in tokens(other)] == [t.text for t in tokens(word)]


@given(DANISH)
def test_the_key_of_a_key_is_itself(word: str) -> None:
    assert key(key(word)) == key(word)
    assert key(analyse(word).key) == analyse(word).key


@given(
    st.text("abdefgiklmnoprstuvyæøå", min_size=1, max_size=12),
    st.sampled_from(("mellemledere", "Skolebestyrelser", "hr-chefen", "indflytning", "kirkegårdsmuren", "blimrer")),
)
def test_a_cut_word_keeps_what_it_has_and_borrows_from_its_partner(stump: str, whole: str) -> None:
    before, after = filled(stump + "-", whole), filled("-" + stump, whole)

    assert bool(before) == bool(after) == (whole != "blimrer")
    if before:
        assert before.startswith(stump)
        assert whole.endswith(before.removeprefix(stump))
        assert after.endswith(stump)
        assert whole.startswith(after.removesuffix(stump))
        assert len((before + after).replace("-", "")) == len(whole.replace("-", "")) + 2 * len(stump)


@given(DANISH)
def test_parts_end_as_the_word_ends(word: str) -> None:
    for token in tokens(word):
        known = analyse(token.text)
        if known.parts and "@" not in token.text and "." not in token.text:
            assert bare(token.text).lower().endswith(known.parts[-1])


@given(st.text("abdefgiklmnoprstuvyæøå", min_size=1, max_size=20))
def test_a_word_is_the_first_of_its_forms(word: str) -> None:
    assert forms(word)[0] == word


@given(ANY)
def test_sentences_lie_side_by_side(text: str) -> None:
    spans = sentence_spans(text)

    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


PROGRAM = """
import sys
sys.path.insert(0, "plugins")
from viden.language import analyse, forms, terms, sort_key
words = sys.stdin.read().split()
print([analyse(w) for w in words], [forms(w) for w in words[:300]], terms(" ".join(words)), sorted(words, key=sort_key))
"""


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_another_seed_of_hashing_gives_the_same(seed: str) -> None:
    words = " ".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests/cases/language").glob("*.md")))

    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM], input=words, capture_output=True, text=True, check=True, cwd=ROOT,
            encoding="utf-8", env=os.environ | {"PYTHONHASHSEED": s, "PYTHONUTF8": "1"},
        ).stdout
        for s in ("2", seed)
    ]  # fmt: skip

    assert len(runs[0]) > 10_000
    assert len({hashlib.sha256(run.encode()).hexdigest() for run in runs}) == 1


def test_who_only_starts_a_program_loads_no_words_and_no_stemmer() -> None:
    program = (
        "import sys; sys.path.insert(0, 'plugins'); import viden.language as language\n"
        "assert 'snowballstemmer' not in sys.modules\n"
        "assert language.lexicon._table.cache_info().currsize == 0\n"
        "language.analyse('kommunernes')\n"
        "assert language.lexicon._table.cache_info().currsize == 1\n"
    )

    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
